namespace Zhirong.Modules.Assets.Reading.Tables;

/// <summary>The columns a table of rights may have; written in mappings in small letters with underscores.</summary>
internal enum RightsField
{
    ApplicationNumber,
    PublicationNumber,
    GrantNumber,
    RegistrationNumber,
    CertificateNumber,
    Title,
    TitleEn,
    RightKind,
    PatentType,
    ApplicationDate,
    PriorityNumber,
    PriorityDate,
    PublicationDate,
    GrantDate,
    RegistrationDate,
    ExpiryDate,
    FirstUseDate,
    CreationDate,
    FirstPublicationDate,
    LegalStatus,
    StatusDate,
    AsOf,
    Applicants,
    OriginalApplicants,
    Owners,
    OwnerCode,
    OwnerShare,
    Inventors,
    Agency,
    Agent,
    Address,
    ProvinceCode,
    Ipc,
    Cpc,
    Locarno,
    Nice,
    Industry,
    Goods,
    Abstract,
    AbstractEn,
    FirstClaim,
    Claims,
    ClaimsCount,
    CitedCount,
    Cites,
    FamilyId,
    FamilySize,
    FamilyMembers,
    DivisionalOf,
    HighValueFlag,
    SeiFlag,
    OverseasFamilyFlag,
    EventCode,
    EventText,
    EventDate,
    EffectiveDate,
    PledgeNumber,
    Pledgor,
    Pledgee,
    ChangeDate,
    ChangeItem,
    ChangeBefore,
    ChangeAfter,
    ReleaseDate,
    SecuredAmount,
    LicenceNumber,
    Licensor,
    Licensee,
    LicenceKind,
    RecordDate,
    LicenceUntil,
    DecisionNumber,
    DecisionDate,
    FreezeCourt,
    FreezeNumber,
    ReceiptNumber,
    FeeKind,
    FeeYear,
    FeeAmount,
    FeeLate,
    PaidOn,
    Payer,
    FeePaidUntil,
}

/// <summary>How fields are written in mappings.</summary>
internal static class RightsFields
{
    public static IReadOnlyList<string> Words { get; } = [.. Enum.GetNames<RightsField>().Select(Word)];

    /// <summary>Titles of these say which right a row is about.</summary>
    public static IReadOnlyList<RightsField> Numbers { get; } =
        [RightsField.ApplicationNumber, RightsField.PublicationNumber, RightsField.GrantNumber, RightsField.RegistrationNumber, RightsField.CertificateNumber];

    public static string Word(this RightsField field) => Words[(int)field];

    public static RightsField? Read(string word)
    {
        for (var i = 0; i < Words.Count; i++)
        {
            if (Words[i] == word)
            {
                return (RightsField)i;
            }
        }

        return null;
    }

    /// <summary><c>ApplicationNumber</c> → <c>application_number</c>.</summary>
    private static string Word(string name) =>
        string.Concat(name.Select((c, i) => char.IsAsciiLetterUpper(c) ? (i == 0 ? "" : "_") + char.ToLowerInvariant(c) : c.ToString()));
}
