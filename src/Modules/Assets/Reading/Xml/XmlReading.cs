using System.Text;
using System.Text.RegularExpressions;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Office.Files;

namespace Zhirong.Modules.Assets.Reading.Xml;

/// <summary>Reads the XML of offices: one document or thousands in one file, each told by its root.</summary>
internal static partial class XmlReading
{
    public static IEnumerable<ReadItem> Read(PeekedStream stream, RegisterFormat? wanted)
    {
        var odd = Doctype(stream.First);
        if (odd is not null)
        {
            yield return new ReadItem.Warned(odd);
        }

        var count = new RecordCount();
        using var parts = new XmlParts(stream);
        foreach (var part in parts.All())
        {
            // What breaks one document leaves the others.
            foreach (var item in RightsReader.Guarded(() => Document(part, wanted, count), part.Line - 1))
            {
                yield return item;
            }
        }
    }

    /// <summary>The format of the first document of a file; a refusal where it is none that is read.</summary>
    public static RegisterFormat First(PeekedStream stream)
    {
        using var parts = new XmlParts(stream);
        foreach (var part in parts.All())
        {
            using var walk = new XmlWalk(part.Text, part.Line);
            walk.Root();
            return Format(walk.Name, walk.Space) ?? throw Unknown(walk);
        }

        throw new ImportRefused(ImportRefusals.Empty());
    }

    private static ImportRefused Unknown(XmlWalk walk) => new(ImportRefusals.NotRecognised(walk.Space.Length > 0 ? $"{walk.Name} {walk.Space}" : walk.Name).At(walk.Line, 1));

    private static IEnumerable<ReadItem> Document(XmlPart part, RegisterFormat? wanted, RecordCount count)
    {
        using var walk = new XmlWalk(part.Text, part.Line);
        walk.Root();
        if (Format(walk.Name, walk.Space) is not { } format)
        {
            throw Unknown(walk);
        }

        if (wanted is { } other && other != format)
        {
            throw new ImportRefused(ImportRefusals.Unlike(other.Word(), format.Word()).At(walk.Line, 1));
        }

        var items = format switch
        {
            RegisterFormat.Epo => Epo.Read(walk, count),
            RegisterFormat.UsGrant => UsDocument.Read(walk.Element(UsDocument.Keep), grant: true, count),
            RegisterFormat.UsApplication => UsDocument.Read(walk.Element(UsDocument.Keep), grant: false, count),
            RegisterFormat.UsAssignment => UsAssignment.Read(walk, count),
            RegisterFormat.St66 => Below(walk, "TransactionData", St66.Keep, node => St66.Read(node, count)),
            _ => Below(walk, "Trademark", St96.Keep, node => St96.Read(node, count)),
        };
        foreach (var item in items)
        {
            yield return item;
        }

        if (walk.Lost > 0)
        {
            yield return new ReadItem.Warned(ImportRefusals.LostText(walk.Lost) with { Severity = Severity.Warning });
        }
    }

    /// <summary>Every element of a name, wherever it stands; those on the way that hold none are told as unused.</summary>
    private static IEnumerable<ReadItem> Below(XmlWalk walk, string wanted, Func<string, bool> keep, Func<XmlNode, IEnumerable<ReadItem>> read)
    {
        foreach (var name in walk.Children())
        {
            if (name == wanted)
            {
                foreach (var item in read(walk.Element(keep)))
                {
                    yield return item;
                }
            }
            else if (Way.Contains(name))
            {
                foreach (var item in Below(walk, wanted, keep, read))
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

    private static readonly HashSet<string> Way =
        ["TradeMarkTransactionBody", "TransactionContentDetails", "TrademarkTransactionBody", "TransactionContentBag", "TransactionData", "TrademarkBag"];

    private static RegisterFormat? Format(string root, string space) => root switch
    {
        "world-patent-data" or "exchange-documents" or "exchange-document" or "patent-family" => RegisterFormat.Epo,
        "us-patent-grant" => RegisterFormat.UsGrant,
        "us-patent-application" => RegisterFormat.UsApplication,
        "response" => RegisterFormat.UsAssignment,
        "Transaction" when space.Contains("trademarks", StringComparison.OrdinalIgnoreCase) => RegisterFormat.St66,
        "TrademarkTransaction" => RegisterFormat.St96,
        _ => null,
    };

    /// <summary>A document type that names another root than the one that follows.</summary>
    private static Refusal? Doctype(ReadOnlySpan<byte> first)
    {
        var match = DoctypeAndRoot().Match(Encoding.Latin1.GetString(first[..Math.Min(first.Length, 8192)]));
        return match.Success && match.Groups["type"].Value != match.Groups["root"].Value
            ? ImportRefusals.DoctypeOdd($"{match.Groups["type"].Value} / {match.Groups["root"].Value}", 1 + first[..match.Index].Count((byte)'\n'))
            : null;
    }

    [GeneratedRegex(@"<!DOCTYPE\s+(?<type>[\w:.-]{1,80})[^>\[]{0,400}(?:\[[^\]]{0,4000}\]\s*)?>\s*(?:<!--.{0,400}?-->\s*)?<(?:\w+:)?(?<root>[\w.-]{1,80})", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex DoctypeAndRoot();
}
