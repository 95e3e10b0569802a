using System.Xml;
using Zhirong.Platform.Office.Files;

namespace Zhirong.Modules.Assets.Reading.Xml;

/// <summary>Walks the XML of an office record by record. A document type is passed over unread; entities it declares do not exist.</summary>
/// <param name="text">Guarded against endless tags by the caller.</param>
/// <param name="line">The line the text begins on, one-based.</param>
internal sealed class XmlWalk(TextReader text, int line) : GuardedXml(text, DtdProcessing.Ignore, Deepest)
{
    public const int Deepest = 100;

    /// <summary>Longest text of one element; a description of a patent is longer and is never kept.</summary>
    public const int LongestText = 1024 * 1024;

    /// <summary>Most elements of one record.</summary>
    public const int MostNodes = 200_000;

    private int nodes;

    public override int Line => base.Line + line - 1;

    /// <summary>The local name of the element stood on.</summary>
    public string Name => Xml.LocalName;

    public string Space => Xml.NamespaceURI;

    /// <summary>The line of the first text with bytes that are no characters; 0 where there is none.</summary>
    public int Lost { get; private set; }

    public string Attribute(string name) => Xml.GetAttribute(name) ?? "";

    /// <summary>Moves to the root element.</summary>
    public void Root()
    {
        while (Xml.NodeType != XmlNodeType.Element)
        {
            if (!Step())
            {
                throw new ImportRefused(ImportRefusals.BadXml("EOF", Line, Column));
            }
        }
    }

    /// <summary>The element stood on with everything below it.</summary>
    /// <param name="keep">Whether an element is kept; others are passed over with what is below them, their names told.</param>
    public XmlNode Element(Func<string, bool> keep)
    {
        nodes = 0;
        var element = Read(keep);
        Consumed();
        return element;
    }

    protected override void Seen(ReadOnlySpan<char> piece) => Lost = Lost == 0 && piece.Contains('\uFFFD') ? Line : Lost;

    private XmlNode Read(Func<string, bool> keep)
    {
        if (++nodes > MostNodes)
        {
            throw new ImportRefused(ImportRefusals.TooMany(Xml.LocalName, MostNodes).At(Line, 1));
        }

        var node = new XmlNode(Xml.LocalName, Line);
        for (var more = Xml.MoveToFirstAttribute(); more; more = Xml.MoveToNextAttribute())
        {
            node.Set(Xml.LocalName, Xml.Value);
        }

        Xml.MoveToElement();
        node.Text = Inside(node.Name, LongestText, () =>
        {
            if (keep(Xml.LocalName))
            {
                node.Add(Read(keep));
                return;
            }

            node.Leave(Xml.LocalName);
            Skip();
        });
        return node;
    }
}
