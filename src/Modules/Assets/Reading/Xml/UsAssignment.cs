using System.Text.RegularExpressions;
using Zhirong.Modules.Assets.Reading.Numbers;
using Zhirong.Modules.Assets.Reading.Text;

namespace Zhirong.Modules.Assets.Reading.Xml;

/// <summary>
/// Recorded assignments of the USPTO: one event on each application the record names. Days are midnights of the US East told in
/// UTC and stand as written; <c>NULL</c> and the year 1 are nothing.
/// </summary>
internal static partial class UsAssignment
{
    private static readonly string[] AddressFields = ["patAssigneeAddress1", "patAssigneeCity", "patAssigneeState", "patAssigneePostcode", "patAssigneeCountryName"];

    public static IEnumerable<ReadItem> Read(XmlWalk walk, RecordCount count)
    {
        foreach (var name in walk.Children())
        {
            if (name != "result")
            {
                yield return new ReadItem.Unused(walk.Attribute("name") is { Length: > 0 } list ? list : name);
                continue;
            }

            foreach (var inside in walk.Children())
            {
                if (inside != "doc")
                {
                    yield return new ReadItem.Unused(inside);
                    continue;
                }

                foreach (var item in One(new(walk.Element(_ => true)), count))
                {
                    yield return item;
                }
            }
        }
    }

    private static IEnumerable<ReadItem> One(SolrFields fields, RecordCount count)
    {
        var line = fields.Line;
        var conveyance = fields.One("conveyanceText") ?? "";
        var reel = Reel(fields.One("reelNo"), fields.One("frameNo")) ?? ReelOf(fields.One("id"));
        var assignees = fields.All("patAssigneeName");
        var facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["event"] = Conveyance(conveyance) };
        foreach (var (fact, value) in ((string, string?)[])
        [
            ("reel_frame", reel), ("assignor", Joined(fields.All("patAssignorName"))), ("assignee", Joined(assignees)),
            ("assignee_capacity", assignees.Any(a => a is not null && Capacity().IsMatch(a)) ? "agent" : null),
            ("assignee_address", Joined([.. AddressFields.Select(fields.One)], ", ")),
            ("correspondent", fields.One("corrName")),
        ])
        {
            if (value is { Length: > 0 })
            {
                facts[fact] = value;
            }
        }

        var executed = fields.All("patAssignorExDate").Append(fields.One("patAssignorEarliestExDate")).Select(Day).Min();
        var told = new EventRead("uspto_assignment", "", Day(fields.One("recordedDate")), executed, conveyance, facts);
        var applications = fields.All("applNum");
        var patents = fields.All("patNum");
        var published = fields.All("publNum");
        var many = new[] { applications.Count, patents.Count, published.Count }.Max();
        for (var i = 0; i < many; i++)
        {
            List<RightNumber> numbers = [.. new[] { Number(applications, i, NumberUse.Application), Number(patents, i, NumberUse.Grant), Number(published, i, NumberUse.Publication) }.OfType<RightNumber>()];
            if (numbers.Count == 0)
            {
                yield return new ReadItem.Refused(ImportRefusals.NoDocumentNumber($"doc {fields.One("id")}", line));
                continue;
            }

            var title = i < fields.All("inventionTitle").Count ? fields.All("inventionTitle")[i] : null;
            yield return new ReadItem.Taken(new()
            {
                Place = new(count.Next(), Day(fields.One("lastUpdateDate"))),
                Numbers = numbers,
                Titles = title is null ? [] : [new("en", title)],
                Dates = [.. new (string Field, DateOnly? On)[] { ("filing", At(fields, "filingDate", i)), ("grant", At(fields, "issueDate", i)), ("publication", At(fields, "publDate", i)) }.Where(d => d.On is not null).Select(d => new DatedFact(d.Field, d.On!.Value))],
                Events = [told],
            });
        }

        if (many == 0)
        {
            yield return new ReadItem.Refused(ImportRefusals.NoDocumentNumber($"doc {fields.One("id")}", line));
        }

        foreach (var unread in fields.Unread())
        {
            yield return new ReadItem.Unused(unread);
        }
    }

    /// <summary>What the conveyance text means for a lien or the chain of title; a release of a security interest is a release.</summary>
    public static string Conveyance(string text)
    {
        foreach (var (pattern, word) in Words)
        {
            if (text.Contains(pattern, StringComparison.OrdinalIgnoreCase))
            {
                return word;
            }
        }

        return "other";
    }

    private static readonly (string Pattern, string Word)[] Words =
    [
        ("RELEASE", "lien_released"), ("TERMINATION", "lien_released"), ("DISCHARGE", "lien_released"), ("SATISFACTION", "lien_released"), ("RECONVEY", "lien_released"),
        ("SECURITY", "lien_registered"), ("LIEN", "lien_registered"), ("MORTGAGE", "lien_registered"), ("COLLATERAL", "lien_registered"), ("PLEDGE", "lien_registered"),
        ("LICENS", "licence_recorded"), ("LICENC", "licence_recorded"),
        ("CHANGE OF NAME", "renamed"), ("CHANGE OF ADDRESS", "address_changed"), ("CORRECTIVE", "corrected"), ("CORRECT", "corrected"),
        ("MERGER", "merged"), ("ASSIGN", "assigned"), ("NUNC PRO TUNC", "assigned"), ("COURT", "court_order"), ("LIS PENDENS", "court_order"),
    ];

    private static RightNumber? Number(IReadOnlyList<string?> numbers, int i, NumberUse use) =>
        i < numbers.Count && numbers[i] is { } text ? ForeignNumber.Parts("US", text.StartsWith("US", StringComparison.Ordinal) ? text[2..] : text, "", use) : null;

    private static DateOnly? At(SolrFields fields, string name, int i) => i < fields.All(name).Count ? Day(fields.All(name)[i]) : null;

    private static DateOnly? Day(string? text) => text is not null && DayText.Read(text, out var day) == DayOutcome.Day ? day : null;

    private static string? Joined(IReadOnlyList<string?> names, string between = "; ") => string.Join(between, names.OfType<string>().Distinct(StringComparer.Ordinal));

    /// <summary>49111/0583 and 049111-0583 are one place: leading zeros carry no meaning.</summary>
    private static string? Reel(string? reel, string? frame) => reel is null || frame is null ? null : $"{reel.TrimStart('0')}/{frame.TrimStart('0')}";

    private static string? ReelOf(string? id) => id?.Split(['-', '/']) is [var reel, var frame] ? Reel(reel, frame) : null;

    /// <summary>ADMINISTRATIVE AGENT, its misspelling ADMINSTRATIVE, collateral agents and trustees.</summary>
    [GeneratedRegex(@"\b(ADMIN\w*STRATIVE|COLLATERAL|SECURITY|NOTES?)\s+(AGENT|TRUSTEE)\b|\bAS\s+(AGENT|TRUSTEE)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Capacity();
}

/// <summary>The fields of a search result: single values and lists, by name.</summary>
internal sealed class SolrFields
{
    private readonly Dictionary<string, IReadOnlyList<string?>> fields = new(StringComparer.Ordinal);
    private readonly HashSet<string> read = [];

    public SolrFields(XmlNode doc)
    {
        Line = doc.Line;
        foreach (var child in doc.Children)
        {
            fields[child.Attribute("name")] = child.Name == "arr" ? [.. child.Children.Select(c => Value(c.Text))] : [Value(child.Text)];
        }
    }

    public int Line { get; }

    public IReadOnlyList<string?> All(string name)
    {
        read.Add(name);
        return fields.GetValueOrDefault(name) ?? [];
    }

    public string? One(string name) => All(name) is [var first, ..] ? first : null;

    public IEnumerable<string> Unread() => fields.Keys.Where(name => !read.Contains(name));

    private static string? Value(string text) => Folding.Line(text) is { Length: > 0 } value && value != "NULL" && !value.StartsWith("0001-01-01", StringComparison.Ordinal) ? value : null;
}
