using System.Globalization;
using Zhirong.Modules.Assets.Reading;

namespace Zhirong.Modules.Assets.Model;

/// <summary>A field of a right with who says so.</summary>
/// <param name="Field"><c>title.zh</c>, <c>date.filing</c>, <c>party.owner</c>, <c>class.ipc</c>, <c>claims</c>, <c>other.…</c>.</param>
/// <param name="Differing">What other sources say instead, newest first.</param>
public sealed record FieldSaid(string Field, string Value, long Source, string SourceName, DateOnly AsOf, IReadOnlyList<OtherSaid> Differing);

/// <summary>What another source says of a field, which does not count.</summary>
public sealed record OtherSaid(string Value, long Source, string SourceName, DateOnly AsOf);

/// <summary>
/// What all sources together say of a right: for each field the newest statement, the others kept beside it. Which source was taken in
/// first makes no difference.
/// </summary>
public sealed class RightFacts
{
    private readonly Dictionary<string, FieldSaid> fields = new(StringComparer.Ordinal);
    private readonly List<Said> said;

    private RightFacts(List<Said> said) => this.said = said;

    public IReadOnlyCollection<FieldSaid> Fields => fields.Values;

    /// <summary>The newest day a source stands at.</summary>
    public DateOnly? NewestSource => said.Count == 0 ? null : said[^1].AsOf;

    public RightKind? Kind { get; private set; }

    public string Office { get; private set; } = "CN";

    /// <summary>All numbers of all sources, each once.</summary>
    public IReadOnlyList<RightNumber> Numbers { get; private set; } = [];

    public RightNumber? Parent { get; private set; }

    public FamilyRead? Family { get; private set; }

    public (string Text, DateOnly AsOf)? StatusText { get; private set; }

    /// <summary>Each source's statement of who holds the right, oldest first.</summary>
    public IReadOnlyList<(DateOnly AsOf, IReadOnlyList<PartyRead> Parties)> HoldersSaid { get; private set; } = [];

    public static RightFacts Of(IEnumerable<Said> statements)
    {
        // The newest last; ties by what is said, so that the order of taking in cannot matter.
        var facts = new RightFacts([.. statements.OrderBy(s => s.AsOf).ThenBy(s => s.At).ThenBy(s => s.Print, StringComparer.Ordinal)]);
        foreach (var one in facts.said)
        {
            foreach (var (field, value) in FieldsOf(one.Record))
            {
                facts.Put(field, value, one);
            }

            facts.Kind = one.Record.Kind ?? facts.Kind;
            facts.Parent = one.Record.DivisionalOf ?? facts.Parent;
            facts.Family = one.Record.Family ?? facts.Family;
            facts.StatusText = one.Record.StatusText is { Length: > 0 } text ? (text, one.AsOf) : facts.StatusText;
        }

        facts.Numbers = [.. facts.said.SelectMany(s => s.Record.Numbers).DistinctBy(n => (n.Office, n.Use, n.Text, n.DocumentKind)).OrderBy(n => n.Use).ThenBy(n => n.Text, StringComparer.Ordinal)];
        var application = facts.Numbers.FirstOrDefault(n => n.Use == NumberUse.Application) ?? facts.Numbers.FirstOrDefault(n => n.Use != NumberUse.Priority);
        facts.Office = application?.Office ?? "CN";
        facts.Kind ??= application is { Office: "CN", Use: NumberUse.Application } ? CnNumber.Kind(application.Text) : null;
        facts.HoldersSaid = [.. facts.said.Select(s => (s.AsOf, Holding(s.Record))).Where(h => h.Item2.Count > 0)];
        return facts;
    }

    public string? Value(string field) => fields.GetValueOrDefault(field)?.Value;

    public DateOnly? Date(string field) => DateOnly.TryParseExact(Value($"date.{field}"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public int? Whole(string field) => int.TryParse(Value(field), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The owners where a source names them, else the applicants.</summary>
    internal static IReadOnlyList<PartyRead> Holding(SourceRecord record)
    {
        foreach (var role in (PartyRole[])[PartyRole.Owner, PartyRole.Applicant, PartyRole.OriginalApplicant])
        {
            if (record.Parties.Any(p => p.Role == role))
            {
                return [.. record.Parties.Where(p => p.Role == role)];
            }
        }

        return [];
    }

    private void Put(string field, string value, Said by)
    {
        IReadOnlyList<OtherSaid> others = [];
        if (fields.TryGetValue(field, out var older))
        {
            IEnumerable<OtherSaid> before = older.Differing.Where(d => d.Value != value);
            others = [.. older.Value == value ? before : before.Prepend(new(older.Value, older.Source, older.SourceName, older.AsOf))];
        }

        fields[field] = new(field, value, by.Source, by.SourceName, by.AsOf, others);
    }

    private static IEnumerable<(string Field, string Value)> FieldsOf(SourceRecord record)
    {
        if (record.Kind is { } kind)
        {
            yield return ("kind", kind.Word());
        }

        foreach (var text in record.Titles)
        {
            yield return ($"title.{text.Language}", text.Text);
        }

        foreach (var text in record.Abstracts)
        {
            yield return ($"abstract.{text.Language}", text.Text);
        }

        foreach (var (field, day) in Dates(record))
        {
            yield return ($"date.{field}", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        foreach (var role in Roles)
        {
            if (Joined(record.Parties, role) is { } names)
            {
                yield return (Field(role), names);
            }
        }

        foreach (var scheme in record.Classes.GroupBy(c => c.Scheme))
        {
            yield return ($"class.{scheme.Key}", string.Join("; ", scheme.OrderByDescending(c => c.Main).Select(c => c.Code)));
        }

        foreach (var (field, number) in ((string, int?)[])[("claims", record.Claims), ("cited_by", record.CitedBy), ("term_adjustment_days", record.TermAdjustmentDays), ("family.size", record.Family?.Size), ("cites", record.Cites.Count > 0 ? record.Cites.Count : null)])
        {
            if (number is { } known)
            {
                yield return (field, known.ToString(CultureInfo.InvariantCulture));
            }
        }

        foreach (var (field, text) in ((string, string?)[])[("first_claim", record.FirstClaim), ("status_text", record.StatusText), ("family.id", record.Family?.Id), ("divisional_of", record.DivisionalOf?.Text)])
        {
            if (!string.IsNullOrEmpty(text))
            {
                yield return (field, text);
            }
        }

        if (record.Goods.Count > 0)
        {
            yield return ("goods", string.Join("; ", record.Goods.Select(g => $"{g.Code} {g.Text}")));
        }

        foreach (var (name, value) in record.Other)
        {
            yield return ($"other.{name}", value);
        }
    }

    /// <summary>The document of a grant is published on the day of the grant.</summary>
    private static IEnumerable<(string Field, DateOnly Day)> Dates(SourceRecord record)
    {
        var kinds = record.Numbers.Where(n => n.Use is NumberUse.Publication or NumberUse.Grant && n.DocumentKind.Length > 0).Select(n => n.DocumentKind[0]).ToList();
        var ofGrant = kinds.Count > 0 && kinds.TrueForAll(k => k is 'B' or 'C' or 'U' or 'Y' or 'S' or 'D') && record.Numbers.All(n => n.Use == NumberUse.Priority || n.Office == "CN");
        foreach (var date in record.Dates.GroupBy(d => d.Field).Select(g => g.First()))
        {
            var granted = ofGrant && date.Field == "publication";
            yield return (granted ? "grant_publication" : date.Field, date.On);
            if (granted && !record.Dates.Any(d => d.Field == "grant"))
            {
                yield return ("grant", date.On);
            }
        }
    }

    private static readonly PartyRole[] Roles = Enum.GetValues<PartyRole>();

    /// <summary>The names of a role; null where nobody has it.</summary>
    private static string? Joined(IReadOnlyList<PartyRead> parties, PartyRole role)
    {
        string? one = null;
        System.Text.StringBuilder? all = null;
        for (var i = 0; i < parties.Count; i++)
        {
            if (parties[i].Role != role)
            {
                continue;
            }

            if (one is null)
            {
                one = parties[i].Name;
            }
            else
            {
                (all ??= new(one)).Append("; ").Append(parties[i].Name);
            }
        }

        return all?.ToString() ?? one;
    }

    private static string Field(PartyRole role) => role switch
    {
        PartyRole.Applicant => "party.applicant",
        PartyRole.OriginalApplicant => "party.original_applicant",
        PartyRole.Owner => "party.owner",
        PartyRole.Inventor => "party.inventor",
        PartyRole.Agency => "party.agency",
        _ => "party.agent",
    };
}
