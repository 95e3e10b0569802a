using System.Text;
using System.Xml;
using Zhirong.Platform.Office.Files;

namespace Zhirong.Modules.Assets.Reading.Xml;

/// <summary>
/// Walks the XML of an office element by element, with bounded memory and depth. A document type is passed over unread; entities
/// it declares do not exist.
/// </summary>
internal sealed class XmlWalk : IDisposable
{
    public const int Deepest = 100;

    /// <summary>Longest text of one element; a description of a patent is longer and is never kept.</summary>
    public const int LongestText = 1024 * 1024;

    /// <summary>Most elements of one record.</summary>
    public const int MostNodes = 200_000;

    private readonly XmlReader xml;
    private readonly IXmlLineInfo position;
    private readonly char[] chunk = new char[4096];
    private readonly int offset;
    private int nodes;
    private bool consumed;

    /// <param name="text">Guarded against endless tags by the caller.</param>
    /// <param name="line">The line the text begins on, one-based.</param>
    public XmlWalk(TextReader text, int line)
    {
        offset = line - 1;
        xml = XmlReader.Create(text, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            NameTable = new BoundedNames(),
            MaxCharactersFromEntities = 1024,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
            CloseInput = true,
        });
        position = (IXmlLineInfo)xml;
    }

    public int Line => position.LineNumber + offset;

    /// <summary>The local name of the element stood on.</summary>
    public string Name => xml.LocalName;

    public string Space => xml.NamespaceURI;

    public string Attribute(string name) => xml.GetAttribute(name) ?? "";

    /// <summary>The line of the first text with bytes that are no characters; 0 where there is none.</summary>
    public int Lost { get; private set; }

    /// <summary>Moves to the root element.</summary>
    public void Root()
    {
        while (xml.NodeType != XmlNodeType.Element)
        {
            if (!Step())
            {
                throw new ImportRefused(ImportRefusals.BadXml("EOF", Line, position.LinePosition));
            }
        }
    }

    /// <summary>The children of the element stood on, one after the other. What the caller does not read is skipped.</summary>
    public IEnumerable<string> Children()
    {
        if (xml.IsEmptyElement)
        {
            Step();
            consumed = true;
            yield break;
        }

        var depth = xml.Depth;
        Step();
        while (xml.NodeType != XmlNodeType.EndElement || xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                Step();
                continue;
            }

            consumed = false;
            yield return xml.LocalName;
            if (!consumed)
            {
                Skip();
            }
        }

        Step();
        consumed = true;
    }

    /// <summary>The element stood on with everything below it.</summary>
    /// <param name="keep">Whether an element is kept; others are passed over with what is below them, their names told.</param>
    public XmlNode Element(Func<string, bool> keep)
    {
        nodes = 0;
        var element = Read(keep);
        consumed = true;
        return element;
    }

    public void Dispose() => xml.Dispose();

    private XmlNode Read(Func<string, bool> keep)
    {
        if (++nodes > MostNodes)
        {
            throw new ImportRefused(ImportRefusals.TooMany(xml.LocalName, MostNodes).At(Line, 1));
        }

        var node = new XmlNode(xml.LocalName, Line);
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            node.Set(xml.LocalName, xml.Value);
        }

        xml.MoveToElement();
        if (xml.IsEmptyElement)
        {
            Step();
            return node;
        }

        var depth = xml.Depth;
        var text = default(StringBuilder);
        Step();
        while (xml.NodeType != XmlNodeType.EndElement || xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                if (keep(xml.LocalName))
                {
                    node.Add(Read(keep));
                }
                else
                {
                    node.Leave(xml.LocalName);
                    Skip();
                }
            }
            else
            {
                Text(text ??= new(), node.Name);
                Step();
            }
        }

        node.Text = text?.ToString().Trim() ?? "";
        Step();
        return node;
    }

    private void Text(StringBuilder text, string name)
    {
        if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace))
        {
            return;
        }

        for (int length; (length = xml.ReadValueChunk(chunk, 0, chunk.Length)) > 0;)
        {
            text.Append(chunk, 0, length);
            Lost = Lost == 0 && chunk.AsSpan(0, length).Contains('\uFFFD') ? Line : Lost;
            if (text.Length > LongestText)
            {
                throw new ImportRefused(ImportRefusals.TooLong(name, LongestText, Line));
            }
        }
    }

    private void Skip()
    {
        var depth = xml.Depth;
        if (!xml.IsEmptyElement)
        {
            Step();
            while (xml.NodeType != XmlNodeType.EndElement || xml.Depth > depth)
            {
                Step();
            }
        }

        Step();
    }

    private bool Step()
    {
        if (!xml.Read())
        {
            return xml.Depth == 0 ? false : throw new ImportRefused(ImportRefusals.BadXml("EOF", Line, position.LinePosition));
        }

        return xml.Depth <= Deepest ? true : throw new ImportRefused(ImportRefusals.TooDeep(Deepest, Line, position.LinePosition));
    }
}
