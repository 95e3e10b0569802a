using System.Runtime.ExceptionServices;
using Zhirong.Modules.Assets.Reading.Numbers;

namespace Zhirong.Modules.Assets.Reading.Xml;

/// <summary>EPO Open Patent Services and DOCDB exchange: bibliographies, families with or without INPADOC events.</summary>
internal static class Epo
{
    /// <summary>Families larger than this are cut.</summary>
    private const int LargestFamily = 20_000;

    private static readonly string[] Containers = ["world-patent-data", "exchange-documents", "biblio-search", "search-result", "patent-family"];

    public static IEnumerable<ReadItem> Read(XmlWalk walk, RecordCount count) =>
        walk.Name == "exchange-document" ? EpoDocument.Read(walk.Element(Keep), count)
        : walk.Name == "patent-family" ? Family(walk, count)
        : Inside(walk, count);

    private static bool Keep(string name) => name is not ("description" or "claims" or "drawings" or "fulltext-documents");

    private static IEnumerable<ReadItem> Inside(XmlWalk walk, RecordCount count)
    {
        foreach (var name in walk.Children())
        {
            if (name == "exchange-document" || Containers.Contains(name))
            {
                foreach (var item in Read(walk, count))
                {
                    yield return item;
                }
            }
            else
            {
                yield return new ReadItem.Unused(name);
            }
        }
    }

    /// <summary>All members first: each record names the whole family.</summary>
    private static IEnumerable<ReadItem> Family(XmlWalk walk, RecordCount count)
    {
        var total = walk.Attribute("total-result-count");
        var (nodes, unused, broke) = Members(walk);
        foreach (var name in unused)
        {
            yield return new ReadItem.Unused(name);
        }

        List<RightNumber> members = [.. nodes.Select(n => EpoNumbers.Of(n.At("publication-reference"), NumberUse.Publication)).OfType<RightNumber>()];
        var size = int.TryParse(total, out var told) ? told : nodes.Count;
        foreach (var item in nodes.SelectMany(node => EpoMember.Read(node, members, size, count)))
        {
            yield return item;
        }

        // Members that stand whole before a break are kept; the break is told behind them.
        broke?.Throw();
    }

    private static (List<XmlNode> Nodes, List<string> Unused, ExceptionDispatchInfo? Broke) Members(XmlWalk walk)
    {
        var (nodes, unused) = (new List<XmlNode>(), new List<string>());
        try
        {
            foreach (var name in walk.Children())
            {
                if (name == "family-member" && nodes.Count < LargestFamily)
                {
                    nodes.Add(walk.Element(Keep));
                }
                else if (name != "publication-reference")
                {
                    unused.Add(name);
                }
            }

            return (nodes, unused, null);
        }
        catch (Exception problem) when (RightsReader.Reason(problem, 0) is not null)
        {
            return (nodes, unused, ExceptionDispatchInfo.Capture(problem));
        }
    }
}

/// <summary>Counts records, so that each has its place.</summary>
internal sealed class RecordCount
{
    private int count;

    public int Next() => ++count;
}

/// <summary>Numbers as EPO files give them: docdb in parts and epodoc in one side by side; docdb stands.</summary>
internal static class EpoNumbers
{
    public static RightNumber? Of(XmlNode? reference, NumberUse use)
    {
        // The same number in its other forms says nothing more.
        List<XmlNode> ids = [.. reference?.Whole().All("document-id") ?? []];
        foreach (var form in (ReadOnlySpan<string>)["docdb", "epodoc", "original", ""])
        {
            if (ids.Find(d => d.Attribute("document-id-type") == form) is not { } id || id.TextAt("doc-number") is not { } number)
            {
                continue;
            }

            _ = id.At("name");
            var (country, kind) = (id.TextAt("country"), id.TextAt("kind") ?? "");
            if (country is { Length: 2 })
            {
                if (country == "CN")
                {
                    return NumberText.Patent(use == NumberUse.Application ? $"CN{number}" : $"CN{number}{kind}", use, "", id.Line) is { Ok: true } chinese ? chinese.Value : ForeignNumber.Parts("CN", number, kind, use);
                }

                return ForeignNumber.Parts(country, number, kind, use);
            }

            if (number.Length > 3 && NumberText.Patent(number, use, "", id.Line) is { Ok: true } read)
            {
                return read.Value with { Use = use };
            }
        }

        return null;
    }

    /// <summary>The day beside the number, in whichever form has one.</summary>
    public static DateOnly? Day(XmlNode? reference) => reference?.All("document-id").Select(d => d.Day("date")).FirstOrDefault(d => d is not null);
}
