using System.Diagnostics;
using System.Text;
using System.Xml;
using Zhirong.Platform.Office.Files;

namespace Zhirong.Modules.Payments.Files;

/// <summary>
/// Walks an ISO 20022 message element by element with bounded memory, depth and time; entities and DTDs do not exist for it.
/// </summary>
internal sealed class IsoCursor : IDisposable
{
    public const int Deepest = 64;
    public const int LongestText = 4096;
    public const int MostNodes = 20_000;
    public const int MostSeconds = 180;

    /// <summary>Longest message: a gigabyte of characters.</summary>
    public const long LongestFile = 1L << 30;

    private const string Names = "urn:iso:std:iso:20022:tech:xsd:";

    private readonly XmlReader xml;
    private readonly IXmlLineInfo position;
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly char[] chunk = new char[1024];
    private int steps;
    private int nodes;
    private bool consumed;

    private IsoCursor(XmlReader xml) => (this.xml, position) = (xml, (IXmlLineInfo)xml);

    /// <summary><c>camt.053.001.08</c>.</summary>
    public string Message { get; private set; } = "";

    public string Place => $"line {position.LineNumber}";

    /// <summary>Opens the message and stands on its <c>Document</c>; an envelope around it is stepped into.</summary>
    public static IsoCursor Open(PeekedStream stream, IReadOnlyCollection<string> known)
    {
        var text = new GuardedText(new StreamReader(stream, TextEncodings.OfXml(stream), detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024), LongestFile);
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            NameTable = new BoundedNames(),
            MaxCharactersFromEntities = 1024,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
            CloseInput = true,
        };
        var cursor = new IsoCursor(XmlReader.Create(text, settings));
        try
        {
            cursor.FindDocument(known);
            return cursor;
        }
        catch
        {
            cursor.Dispose();
            throw;
        }
    }

    /// <summary>The children of the element stood on, one after the other. What the caller does not read is skipped; leaving early is a bug.</summary>
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
    public IsoElement Element()
    {
        nodes = 0;
        var element = Read();
        consumed = true;
        return element;
    }

    public void Dispose() => xml.Dispose();

    private IsoElement Read()
    {
        if (++nodes > MostNodes)
        {
            throw new FileRefused(FileRefusals.TooMany(Place, MostNodes));
        }

        var element = new IsoElement(xml.LocalName, Place) { Currency = xml.GetAttribute("Ccy") };
        if (xml.IsEmptyElement)
        {
            Step();
            return element;
        }

        var depth = xml.Depth;
        var text = new StringBuilder();
        Step();
        while (xml.NodeType != XmlNodeType.EndElement || xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                element.Add(Read());
            }
            else
            {
                Text(text, element.Name);
                Step();
            }
        }

        element.Text = text.ToString().Trim();
        Step();
        return element;
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
            if (text.Length > LongestText)
            {
                throw new FileRefused(FileRefusals.TooLong(name, LongestText, position.LineNumber));
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

    private void FindDocument(IReadOnlyCollection<string> known)
    {
        var first = default(string);
        for (var looked = 0; looked < 2000 && !xml.EOF; looked++)
        {
            Step(atEnd: true);
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            first ??= xml.NamespaceURI.Length > 0 ? $"{xml.LocalName} {xml.NamespaceURI}" : xml.LocalName;
            if (xml.LocalName == "Document" && xml.NamespaceURI.StartsWith(Names, StringComparison.Ordinal))
            {
                Message = xml.NamespaceURI[Names.Length..];
                if (!known.Contains(Message))
                {
                    throw new FileRefused(FileRefusals.NotThisMessage(FileRefusals.Shown(Message), known));
                }

                return;
            }
        }

        throw new FileRefused(FileRefusals.NotThisMessage(FileRefusals.Shown(first ?? "—"), known));
    }

    private void Step(bool atEnd = false)
    {
        if (!xml.Read() && !atEnd && xml.Depth > 0)
        {
            throw new FileRefused(FileRefusals.BadXml("EOF", position.LineNumber, position.LinePosition));
        }

        if (xml.Depth > Deepest)
        {
            throw new FileRefused(FileRefusals.TooDeep(Deepest, position.LineNumber, position.LinePosition));
        }

        if ((++steps & 0xFFF) == 0 && watch.Elapsed.TotalSeconds > MostSeconds)
        {
            throw new FileRefused(FileRefusals.TooSlow(MostSeconds));
        }
    }
}
