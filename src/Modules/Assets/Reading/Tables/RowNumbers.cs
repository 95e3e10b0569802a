using System.Text.RegularExpressions;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Reading.Numbers;

namespace Zhirong.Modules.Assets.Reading.Tables;

/// <summary>The numbers of a row and the category they tell.</summary>
internal sealed partial class RowNumbers(RowCells row, List<Refusal> warnings)
{
    private static readonly (RightsField Field, NumberUse Use)[] PatentFields =
        [(RightsField.ApplicationNumber, NumberUse.Application), (RightsField.PublicationNumber, NumberUse.Publication), (RightsField.GrantNumber, NumberUse.Grant)];

    private readonly List<RightNumber> numbers = [];

    public IReadOnlyList<RightNumber> Numbers => numbers;

    public RightKind? Kind { get; private set; }

    /// <summary>Reads them; the refusal when the row cannot be kept: a broken application number, or none at all.</summary>
    public Refusal? Read(RightKind? told)
    {
        Kind = told;
        return told is { } kind && !kind.IsPatent() ? Registered() : Patents();
    }

    /// <summary>The application number, in its parts; null where there is none.</summary>
    public RightNumber? Application => numbers.Find(n => n.Use == NumberUse.Application);

    private Refusal? Patents()
    {
        foreach (var (field, use) in PatentFields)
        {
            if (row[field] is { Length: > 0 } raw && Patent(field, use, raw) is { } refused)
            {
                if (field == RightsField.ApplicationNumber || numbers.Count == 0 && !row.Has(RightsField.GrantNumber))
                {
                    return refused;
                }

                // Which right it is stands fast; the further number is left out.
                warnings.Add(refused with { Severity = Severity.Warning });
            }
        }

        // In a list of all categories a Chinese patent stands by its own number under the common head.
        if (numbers.Count == 0 && Kind is not null && row[RightsField.RegistrationNumber] is { Length: > 0 } common && Chinese().IsMatch(NumberText.Plain(common)) && Patent(RightsField.RegistrationNumber, NumberUse.Application, common) is { } broken)
        {
            return broken;
        }

        if (numbers.Count == 0)
        {
            return row.Has(RightsField.RegistrationNumber) || row.Has(RightsField.CertificateNumber) ? Registered() : ImportRefusals.NoNumber(row.Line);
        }

        Certificate();
        Kind = KindOfNumbers() is { } shown ? Fitting(shown) : Kind;
        return null;
    }

    private Refusal? Patent(RightsField field, NumberUse use, string raw)
    {
        if (Scientific().IsMatch(raw))
        {
            return ImportRefusals.LostDigits(field.Word(), raw, row.Line);
        }

        // Vendors put several publications into one cell.
        foreach (var part in use == NumberUse.Application ? [raw] : NumberText.Parts(raw))
        {
            var read = NumberText.Patent(part, use, field.Word(), row.Line);
            if (!read.Ok)
            {
                return read.Refusals[0];
            }

            if (read.Value.Use == NumberUse.Application && Application is { } other && (other.Office, other.Text) != (read.Value.Office, read.Value.Text))
            {
                return ImportRefusals.TwoNumbers(other.Text, read.Value.Text, row.Line);
            }

            Add(read.Value);
        }

        return null;
    }

    private Refusal? Registered()
    {
        foreach (var field in (ReadOnlySpan<RightsField>)[RightsField.RegistrationNumber, RightsField.ApplicationNumber, RightsField.CertificateNumber])
        {
            if (row[field] is not { Length: > 0 } raw || (field == RightsField.CertificateNumber && numbers.Count > 0))
            {
                continue;
            }

            if (Scientific().IsMatch(raw))
            {
                return ImportRefusals.LostDigits(field.Word(), raw, row.Line);
            }

            if (RegistrationNumber.Read(raw) is not { } read)
            {
                return ImportRefusals.NotANumber(field.Word(), raw, row.Line);
            }

            Add(field == RightsField.CertificateNumber ? read.Number with { Use = NumberUse.Certificate } : read.Number);
            Kind ??= read.Kind;
        }

        if (numbers.Count == 0)
        {
            return ImportRefusals.NoNumber(row.Line);
        }

        Certificate();
        return null;
    }

    private void Certificate()
    {
        if (row[RightsField.CertificateNumber] is { Length: > 0 } certificate && RegistrationNumber.Read(certificate) is { } read)
        {
            Add(read.Number with { Use = NumberUse.Certificate });
        }
    }

    private void Add(RightNumber number)
    {
        if (!numbers.Exists(n => n.Use == number.Use && n.Office == number.Office && n.Text == number.Text && n.DocumentKind == number.DocumentKind))
        {
            numbers.Add(number);
        }
    }

    private RightKind? KindOfNumbers()
    {
        if (Application is { Office: "CN" } application && CnApplicationNumber.Kind(application.Text.AsSpan(0, application.Text.Length - 2)) is { } kind)
        {
            return kind;
        }

        return numbers.Find(n => n is { Office: "CN", DocumentKind.Length: > 0 })?.DocumentKind[0] switch
        {
            'A' or 'B' or 'C' => RightKind.Invention,
            'U' or 'Y' => RightKind.UtilityModel,
            'S' or 'D' => RightKind.Design,
            _ => null,
        };
    }

    private RightKind Fitting(RightKind shown)
    {
        if (Kind is { } told && told != shown)
        {
            warnings.Add(ImportRefusals.Kind(told.Title().Zh, $"{numbers[0].Text} {shown.Title().Zh}", row.Line));
        }

        return shown;
    }

    [GeneratedRegex(@"^(CN|ZL)?(\d{8}|\d{12})\.?[\dXx]\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Chinese();

    [GeneratedRegex(@"^\d(\.\d+)?[Ee]\+?\d{1,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Scientific();
}
