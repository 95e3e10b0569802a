using System.Globalization;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Reading.Numbers;

namespace Zhirong.Modules.Assets.Reading.Xml;

/// <summary>USPTO grants and published applications, ST.36 v4.0 to v4.5: the names of elements changed, what they say did not.</summary>
internal static class UsDocument
{
    /// <summary>Descriptions, drawings and tables are never kept.</summary>
    public static bool Keep(string name) => name is not ("description" or "drawings" or "us-sequence-list-doc" or "us-chemistry" or "table-external-doc" or "us-math" or "tables" or "maths");

    public static IEnumerable<ReadItem> Read(XmlNode node, bool grant, RecordCount count)
    {
        var place = count.Next();
        var biblio = node.At(grant ? "us-bibliographic-data-grant" : "us-bibliographic-data-application") ?? new XmlNode("", node.Line);
        var publication = Number(biblio.At("publication-reference", "document-id"), grant ? NumberUse.Grant : NumberUse.Publication);
        var application = Number(biblio.At("application-reference", "document-id"), NumberUse.Application);
        if (publication is null && application is null)
        {
            yield return new ReadItem.Refused(ImportRefusals.NoDocumentNumber(node.Name, node.Line));
            yield break;
        }

        var claims = node.At("claims")?.All("claim").ToList() ?? [];
        claims.ForEach(c => c.Whole());
        yield return new ReadItem.Taken(new()
        {
            Place = new(place),
            Kind = Kind(biblio.At("application-reference")?.Attribute("appl-type") ?? ""),
            Numbers = [.. new[] { application, publication }.OfType<RightNumber>(), .. Related(biblio)],
            Titles = [.. biblio.All("invention-title").Select(t => new TextIn("en", t.AllText()))],
            Abstracts = [.. node.All("abstract").Select(a => new TextIn("en", a.AllText())).Where(a => a.Text.Length > 0)],
            Dates = Days(biblio, grant),
            Parties = [.. UsParties.Read(biblio)],
            Classes = [.. UsClasses.Read(biblio)],
            Claims = int.TryParse(biblio.TextAt("number-of-claims"), NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : claims.Count > 0 ? claims.Count : null,
            FirstClaim = claims.Count > 0 ? claims[0].AllText() : null,
            Cites = [.. Citations(biblio)],
            DivisionalOf = Parent(biblio),
            TermAdjustmentDays = int.TryParse(biblio.TextAt("us-term-of-grant", "us-term-extension"), NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : null,
            Other = Other(biblio),
        });
        foreach (var group in node.Unused().GroupBy(n => n, StringComparer.Ordinal))
        {
            yield return new ReadItem.Unused(group.Key, group.Count());
        }
    }

    private static RightKind? Kind(string type) => type switch
    {
        "utility" or "reissue" or "statutory invention registration" or "sir" => RightKind.Invention,
        "design" => RightKind.Design,
        _ => null,
    };

    private static RightNumber? Number(XmlNode? id, NumberUse use) => id?.TextAt("doc-number") is { } number
        ? number.StartsWith("PCT", StringComparison.Ordinal) ? NumberText.Patent(number, use, "", id.Line) is { Ok: true } pct ? pct.Value : null
            : ForeignNumber.Parts(id.TextAt("country") ?? "US", number, id.TextAt("kind") ?? "", use)
        : null;

    private static List<DatedFact> Days(XmlNode biblio, bool grant)
    {
        var days = new List<DatedFact>();
        var related = biblio.At("us-related-documents");
        var priorities = biblio.All(["priority-claims"], "priority-claim").Select(p => p.Day("date"))
            .Concat(related?.All("us-provisional-application").Select(p => p.Day("document-id", "date")) ?? []);
        foreach (var (field, day) in ((string, DateOnly?)[])
        [
            ("filing", biblio.Day("application-reference", "document-id", "date")),
            (grant ? "grant" : "publication", biblio.Day("publication-reference", "document-id", "date")),
            ("publication", grant ? related?.Day("related-publication", "document-id", "date") : null),
            ("priority", priorities.Min()),
        ])
        {
            if (day is { } on)
            {
                days.Add(new(field, on));
            }
        }

        return days;
    }

    /// <summary>Priorities, provisional applications, and the publication of the application that was granted.</summary>
    private static IEnumerable<RightNumber> Related(XmlNode biblio)
    {
        foreach (var claim in biblio.All(["priority-claims"], "priority-claim"))
        {
            if (claim.TextAt("doc-number") is { } number && ForeignNumber.Read(number, claim.TextAt("country") ?? "US", NumberText.Plain(number), NumberUse.Priority) is { } read)
            {
                yield return read;
            }
        }

        var related = biblio.At("us-related-documents");
        foreach (var provisional in related?.All("us-provisional-application") ?? [])
        {
            if (Number(provisional.At("document-id"), NumberUse.Application) is { } read)
            {
                yield return read with { Use = NumberUse.Priority };
            }
        }

        foreach (var earlier in related?.All("related-publication") ?? [])
        {
            if (Number(earlier.At("document-id"), NumberUse.Publication) is { } read)
            {
                yield return read;
            }
        }
    }

    private static RightNumber? Parent(XmlNode biblio) =>
        Number(biblio.At("us-related-documents", "division", "relation")?.Whole().At("parent-doc", "document-id"), NumberUse.Application);

    /// <summary>Patents cited; the day is left out, it is often only a month.</summary>
    private static IEnumerable<RightNumber> Citations(XmlNode biblio)
    {
        foreach (var citation in biblio.All(["us-references-cited"], "us-citation").Concat(biblio.All(["references-cited"], "citation")))
        {
            if (citation.At("patcit", "document-id") is { } id)
            {
                citation.Whole();
                if (Number(id, NumberUse.Publication) is { } read)
                {
                    yield return read;
                }
            }
        }
    }

    private static Dictionary<string, string> Other(XmlNode biblio)
    {
        var other = new Dictionary<string, string>(StringComparer.Ordinal);
        if (biblio.TextAt("us-term-of-grant", "length-of-grant") is { } years)
        {
            other["length_of_grant_years"] = years;
        }

        if (biblio.At("us-term-of-grant", "disclaimer") is { } disclaimer)
        {
            other["terminal_disclaimer"] = disclaimer.AllText() is { Length: > 0 } text ? text : "true";
        }

        foreach (var relation in (ReadOnlySpan<string>)["continuation", "continuation-in-part"])
        {
            if (Number(biblio.At("us-related-documents", relation, "relation")?.Whole().At("parent-doc", "document-id"), NumberUse.Application) is { } parent)
            {
                other[relation == "continuation" ? "continuation_of" : "continuation_in_part_of"] = parent.Office + parent.Text;
            }
        }

        return other;
    }
}
