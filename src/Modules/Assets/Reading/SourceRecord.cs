using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Model;

namespace Zhirong.Modules.Assets.Reading;

/// <summary>
/// What one source says about one right: one row of a table, one document of a patent office, one event of a gazette. Fields it
/// does not speak of are null or empty; several records of one application become one right when they are taken in.
/// </summary>
/// <remarks>Pure: made by the readers without a database. Every text is as the source has it, trimmed, NFKC, without control characters.</remarks>
public sealed record SourceRecord
{
    public required RecordPlace Place { get; init; }

    /// <summary>Null where the source does not say (an event, an assignment).</summary>
    public RightKind? Kind { get; init; }

    /// <summary>At least one.</summary>
    public required IReadOnlyList<RightNumber> Numbers { get; init; }

    /// <summary>Titles by language (<c>zh</c>, <c>en</c>, …); the first is the main one.</summary>
    public IReadOnlyList<TextIn> Titles { get; init; } = [];

    public IReadOnlyList<TextIn> Abstracts { get; init; } = [];

    public IReadOnlyList<DatedFact> Dates { get; init; } = [];

    /// <summary>Applicants and owners, original and current, inventors, agency, agent.</summary>
    public IReadOnlyList<PartyRead> Parties { get; init; } = [];

    /// <summary>Classifications; the main one first.</summary>
    public IReadOnlyList<ClassRead> Classes { get; init; } = [];

    public int? Claims { get; init; }

    public string? FirstClaim { get; init; }

    /// <summary>Documents this one cites, as numbers.</summary>
    public IReadOnlyList<RightNumber> Cites { get; init; } = [];

    /// <summary>How many later documents cite it, as the source counts.</summary>
    public int? CitedBy { get; init; }

    public FamilyRead? Family { get; init; }

    /// <summary>The parent application where it is a divisional.</summary>
    public RightNumber? DivisionalOf { get; init; }

    public IReadOnlyList<EventRead> Events { get; init; } = [];

    /// <summary>The state as the vendor or office words it, beside what events say; never a state of its own.</summary>
    public string? StatusText { get; init; }

    /// <summary>Days added to the term (US adjustment, CN 专利权期限补偿); null where not spoken of.</summary>
    public int? TermAdjustmentDays { get; init; }

    /// <summary>Goods and services of a mark: Nice class and text.</summary>
    public IReadOnlyList<ClassText> Goods { get; init; } = [];

    /// <summary>Anything else the source states, by our name of the field (<c>cited_count_family</c>, <c>high_value_flag</c>, …).</summary>
    public IReadOnlyDictionary<string, string> Other { get; init; } = new Dictionary<string, string>();
}

/// <param name="Line">One-based line or row; the number of the record in an XML document.</param>
/// <param name="AsOf">The day the source states it stands at; null where it does not say.</param>
public sealed record RecordPlace(int Line, DateOnly? AsOf = null);

public enum NumberUse
{
    Application,
    Publication,
    Grant,

    /// <summary>登记号, 注册号: trademarks, copyrights, layouts, data.</summary>
    Registration,

    /// <summary>证书号.</summary>
    Certificate,
    Priority,
}

/// <summary>A number of an office, normalised.</summary>
/// <param name="Office">Two letters: CN, US, EP, WO, ….</param>
/// <param name="Text">Normal form: CN application numbers as <c>201910561574.9</c> (12 or 8 digits, point, check digit), publications as number without office and kind; others without blanks, dots and slashes that carry no meaning.</param>
/// <param name="DocumentKind">A, B, C, U, Y, S, D, …; empty where none.</param>
/// <param name="Raw">As the source wrote it.</param>
public sealed record RightNumber(string Office, NumberUse Use, string Text, string DocumentKind, string Raw);

public sealed record TextIn(string Language, string Text);

/// <param name="Field">filing, priority, publication, grant, expiry, status, registration, first_use, creation, first_publication.</param>
public sealed record DatedFact(string Field, DateOnly On);

public enum PartyRole
{
    Applicant,
    OriginalApplicant,
    Owner,
    Inventor,
    Agency,
    Agent,
}

/// <param name="Share">Of a co-owner, as a fraction; null where the source does not say.</param>
/// <param name="Code">Unified social credit code; null where not given.</param>
public sealed record PartyRead(PartyRole Role, string Name, string? Country = null, string? Address = null, string? Code = null, decimal? Share = null);

/// <param name="Scheme">ipc, cpc, locarno, nice, gbt4754.</param>
public sealed record ClassRead(string Scheme, string Code, bool Main);

public sealed record ClassText(string Scheme, string Code, string Text);

/// <param name="Id">As the source numbers it; null where it only counts.</param>
public sealed record FamilyRead(string? Id, int? Size, IReadOnlyList<RightNumber> Members);

/// <summary>Something that happened to a right, as told.</summary>
/// <param name="Scheme">inpadoc, cn_text (Chinese words of a gazette), uspto, uspto_assignment, tsdr, receipt.</param>
/// <param name="Code">The office's or vendor's own code, trimmed; empty where there is only text.</param>
/// <param name="RecordedOn">When it was published or recorded; null where the source does not say.</param>
/// <param name="EffectiveOn">When it took effect; null where the source does not say, never guessed here.</param>
/// <param name="Facts">Registration number, pledgor, pledgee, licensee, kind of licence, decision number, payer, amount … by our names.</param>
public sealed record EventRead(string Scheme, string Code, DateOnly? RecordedOn, DateOnly? EffectiveOn, string Text, IReadOnlyDictionary<string, string> Facts);

/// <summary>What reading a file gave: records in their order, one by one, so that a file of any size passes in constant memory.</summary>
public abstract record ReadItem
{
    private ReadItem()
    {
    }

    public sealed record Taken(SourceRecord Record) : ReadItem;

    /// <summary>A record that is left out, with the line and the reason; reading goes on.</summary>
    public sealed record Refused(Refusal Reason) : ReadItem;

    /// <summary>A record that is taken although something is odd.</summary>
    public sealed record Warned(Refusal Reason) : ReadItem;

    /// <summary>An element, column or code the reader does not use; counted by name.</summary>
    /// <param name="Count">How often it was met since it was last told.</param>
    public sealed record Unused(string Name, long Count = 1) : ReadItem;
}
