using System.Globalization;
using System.Text.RegularExpressions;
using Zhirong.Modules.Assets.Reading.Text;

namespace Zhirong.Modules.Assets.Reading.Xml;

/// <summary>A member of a family with its INPADOC events.</summary>
internal static partial class EpoMember
{
    /// <summary>The numbered elements of an event (<c>L525EP</c>) and our names of them.</summary>
    private static readonly Dictionary<string, string> Facts = new(StringComparer.Ordinal)
    {
        ["501"] = "ref_country",
        ["502"] = "ref_code",
        ["503"] = "ref_number",
        ["504"] = "ref_number_country",
        ["505"] = "ref_date",
        ["506"] = "ref_kind",
        ["507"] = "states",
        ["508"] = "opponent",
        ["509"] = "owner",
        ["510"] = "text",
        ["518"] = "paid_on",
        ["520"] = "year",
    };

    private static readonly string[] Known = ["001", "002", "003", "004", "005", "007", "008", "018", "019"];

    public static IEnumerable<ReadItem> Read(XmlNode node, IReadOnlyList<RightNumber> members, int size, RecordCount count)
    {
        var place = count.Next();
        var publication = EpoNumbers.Of(node.At("publication-reference"), NumberUse.Publication);
        var application = EpoNumbers.Of(node.At("application-reference"), NumberUse.Application);
        if (publication is null && application is null)
        {
            yield return new ReadItem.Refused(ImportRefusals.NoDocumentNumber("family-member", node.Line));
            yield break;
        }

        var priorities = node.All("priority-claim").Concat(node.All(["priority-claims"], "priority-claim")).ToList();
        priorities.ForEach(p => p.At("priority-active-indicator"));
        var days = new List<DatedFact>();
        foreach (var (field, day) in ((string, DateOnly?)[])
        [
            ("filing", EpoNumbers.Day(node.At("application-reference"))), ("publication", EpoNumbers.Day(node.At("publication-reference"))), ("priority", priorities.Select(EpoNumbers.Day).Min()),
        ])
        {
            if (day is { } on)
            {
                days.Add(new(field, on));
            }
        }

        var id = node.Attribute("family-id");
        yield return new ReadItem.Taken(new()
        {
            Place = new(place),
            Kind = EpoDocument.Kind(publication),
            Numbers = [.. new[] { application, publication }.OfType<RightNumber>(), .. priorities.Select(p => EpoNumbers.Of(p, NumberUse.Priority)).OfType<RightNumber>()],
            Dates = days,
            Family = new(id.Length > 0 ? id : null, size, members),
            Events = [.. node.All("legal").Select(Event)],
        });
        foreach (var group in node.Unused().GroupBy(n => n, StringComparer.Ordinal))
        {
            yield return new ReadItem.Unused(group.Key, group.Count());
        }
    }

    /// <summary>Codes are padded to four; the year 1 is no day; where the numbered elements are absent, the text lines stand.</summary>
    private static EventRead Event(XmlNode legal)
    {
        List<string> lines = [.. legal.All("pre").Select(p => p.Text.TrimEnd())];
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        DateOnly? recorded = null, effective = null;
        foreach (var child in legal.Children.Concat(legal.Children.SelectMany(c => c.Children)).Where(c => c.Name.Length >= 4 && c.Name[0] == 'L'))
        {
            child.Whole();
            var (field, text) = (child.Name[1..4], Folding.Line(child.Text));
            switch (field)
            {
                case "007":
                    recorded = Day(text);
                    break;
                case "525":
                    effective = Day(text);
                    break;
                case "500":
                    break;
                default:
                    if (text.Length > 0 && !Known.Contains(field))
                    {
                        facts.TryAdd(Facts.GetValueOrDefault(field) ?? Slug(child.Attribute("desc"), field), text);
                    }

                    break;
            }
        }

        var (code, words) = (legal.Attribute("code").Trim(), Folding.Line(legal.Attribute("desc")));
        if (recorded is null && lines.Select(l => Line().Match(l)).FirstOrDefault(m => m.Success) is { } match)
        {
            recorded = Day(match.Groups["day"].Value);
            code = code.Length > 0 ? code : match.Groups["code"].Value.Trim();
            facts.TryAdd("text", string.Join(' ', lines.Select(l => Line().Match(l) is { Success: true } one ? one.Groups["text"].Value.Trim() : l.Trim())));
            effective ??= Effective().Match(facts["text"]) is { Success: true } found ? Day(found.Groups["day"].Value) : null;
        }

        var influence = legal.Attribute("infl");
        if (influence.Length > 0)
        {
            facts.TryAdd("influence", influence);
        }

        return new("inpadoc", code, recorded, effective, words.Length > 0 ? words : facts.GetValueOrDefault("text") ?? "", facts);
    }

    private static DateOnly? Day(string text) => DayText.Read(text, out var day) == DayOutcome.Day ? day : null;

    private static string Slug(string words, string field) =>
        words.Length == 0 ? $"l{field}" : string.Join('_', words.ToLower(CultureInfo.InvariantCulture).Split([' ', '/', '(', ')'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary><c>EP    99203729A 2002-06-0517Q +FIRST EXAMINATION REPORT DESPATCHED Effective DATE 20020423</c>.</summary>
    [GeneratedRegex(@"^[A-Z]{2}\s+\S+?\s+(?<day>\d{4}-\d{2}-\d{2})(?<code>.{4})[+\- ](?<text>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Line();

    [GeneratedRegex(@"Effective DATE (?<day>\d{8})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Effective();
}
