using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Reading.Text;

namespace Zhirong.Modules.Assets.Reading.Xml;

/// <summary>One <c>exchange-document</c>: bibliography, abstracts, citations.</summary>
internal static class EpoDocument
{
    public static IEnumerable<ReadItem> Read(XmlNode node, RecordCount count)
    {
        var place = count.Next();
        var biblio = node.At("bibliographic-data") ?? new XmlNode("", node.Line);
        var publication = EpoNumbers.Of(biblio.At("publication-reference"), NumberUse.Publication)
            ?? Numbers.ForeignNumber.Parts(node.Attribute("country"), node.Attribute("doc-number"), node.Attribute("kind"), NumberUse.Publication);
        var application = EpoNumbers.Of(biblio.At("application-reference"), NumberUse.Application);
        if (publication is null && application is null)
        {
            yield return new ReadItem.Refused(ImportRefusals.NoDocumentNumber("exchange-document", node.Line));
            yield break;
        }

        List<RightNumber> priorities = [.. biblio.All(["priority-claims"], "priority-claim").Select(p => EpoNumbers.Of(p, NumberUse.Priority)).OfType<RightNumber>()];
        var family = node.Attribute("family-id");
        yield return new ReadItem.Taken(new()
        {
            Place = new(place),
            Kind = Kind(publication),
            Numbers = [.. new[] { application, publication }.OfType<RightNumber>(), .. priorities],
            Titles = [.. biblio.All("invention-title").Select(t => new TextIn(Language(t), t.AllText())).Where(t => t.Text.Length > 0)],
            Abstracts = [.. node.All("abstract").Select(a => new TextIn(Language(a), a.AllText())).Where(t => t.Text.Length > 0)],
            Dates = Days(biblio),
            Parties = [.. Parties(biblio, "applicants", "applicant", PartyRole.Applicant), .. Parties(biblio, "inventors", "inventor", PartyRole.Inventor)],
            Classes = [.. Classes(biblio)],
            Cites = [.. biblio.All(["references-cited"], "citation").Select(c => EpoNumbers.Of(c.At("patcit"), NumberUse.Publication)).OfType<RightNumber>()],
            Family = family.Length > 0 ? new(family, null, []) : null,
        });
        foreach (var group in node.Unused().GroupBy(n => n, StringComparer.Ordinal))
        {
            yield return new ReadItem.Unused(group.Key, group.Count());
        }
    }

    /// <summary>By the letter of the document; letters that mean different things in different offices tell nothing.</summary>
    public static RightKind? Kind(RightNumber? publication) => publication is not { DocumentKind.Length: > 0 } ? null : publication.DocumentKind[0] switch
    {
        'A' or 'B' or 'C' => RightKind.Invention,
        'U' => RightKind.UtilityModel,
        'Y' when publication.Office == "CN" => RightKind.UtilityModel,
        'S' => RightKind.Design,
        'D' when publication.Office == "CN" => RightKind.Design,
        _ => null,
    };

    private static List<DatedFact> Days(XmlNode biblio)
    {
        var days = new List<DatedFact>();
        foreach (var (field, day) in ((string, DateOnly?)[])
        [
            ("filing", EpoNumbers.Day(biblio.At("application-reference"))),
            ("publication", EpoNumbers.Day(biblio.At("publication-reference"))),
            ("priority", biblio.All(["priority-claims"], "priority-claim").Select(EpoNumbers.Day).Min()),
        ])
        {
            if (day is { } on)
            {
                days.Add(new(field, on));
            }
        }

        return days;
    }

    /// <summary>Names as filed where they are given, else as the EPO writes them; the country stands behind the latter in brackets.</summary>
    private static IEnumerable<PartyRead> Parties(XmlNode biblio, string list, string element, PartyRole role)
    {
        List<XmlNode> all = [.. biblio.At("parties")?.All([list], element) ?? []];
        var countries = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var party in all.FindAll(p => p.Attribute("data-format") == "epodoc"))
        {
            countries[party.Attribute("sequence")] = Split(party.TextAt($"{element}-name", "name") ?? "").Country;
        }

        foreach (var format in (ReadOnlySpan<string>)["original", "docdb", "epodoc", "docdba", ""])
        {
            var found = all.FindAll(p => p.Attribute("data-format") == format);
            if (found.Count > 0)
            {
                return found.Select(p =>
                {
                    var (name, country) = Split(p.TextAt($"{element}-name", "name") ?? "");
                    return new PartyRead(role, name.TrimEnd(',').Trim(), country ?? p.TextAt("residence", "country") ?? countries.GetValueOrDefault(p.Attribute("sequence")));
                }).Where(p => p.Name.Length > 0);
            }
        }

        return [];
    }

    private static (string Name, string? Country) Split(string name) =>
        name.Length > 5 && name[^1] == ']' && name[^4] == '[' ? (name[..^4].Trim(), name[^3..^1]) : (name, null);

    private static IEnumerable<ClassRead> Classes(XmlNode biblio)
    {
        var main = true;
        foreach (var ipc in biblio.All(["classifications-ipcr"], "classification-ipcr").Concat(biblio.All(["classification-ipc"], "text")))
        {
            var text = ipc.TextAt("text") ?? Folding.Line(ipc.Text);
            if (text.Length > 0)
            {
                yield return new("ipc", ClassCode.Symbol(text), main);
                main = false;
            }
        }

        // The same symbol comes once for each office that gave it.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in biblio.All(["patent-classifications"], "patent-classification"))
        {
            var scheme = one.At("classification-scheme")?.Attribute("scheme") ?? "";
            if (scheme.StartsWith("CPC", StringComparison.Ordinal) && one.TextAt("section") is { } section)
            {
                one.Whole();
                var symbol = ClassCode.Symbol($"{section}{one.TextAt("class")}{one.TextAt("subclass")}{one.TextAt("main-group")}/{one.TextAt("subgroup")}");
                if (seen.Add(symbol))
                {
                    yield return new("cpc", symbol, seen.Count == 1);
                }
            }
        }
    }

    private static string Language(XmlNode node) => node.Attribute("lang") is { Length: > 0 } language ? language.ToLowerInvariant() : "en";
}
