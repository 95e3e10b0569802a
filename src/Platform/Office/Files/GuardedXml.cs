using System.Text;
using System.Xml;

namespace Zhirong.Platform.Office.Files;

/// <summary>
/// Walks XML element by element in bounded memory: depth and texts have limits, entities do not exist, nothing outside the file is
/// opened. Faults are <see cref="FileFaultException"/>, or <see cref="XmlException"/> where the XML is not well formed.
/// </summary>
public abstract class GuardedXml : IDisposable
{
    private readonly IXmlLineInfo position;
    private readonly char[] chunk = new char[4096];
    private readonly int deepest;
    private bool consumed;

    /// <param name="text">Guarded against endless tags by the caller; closed with the walk.</param>
    /// <param name="types">Whether a document type is refused or passed over unread.</param>
    /// <param name="deepest">Levels of elements.</param>
    protected GuardedXml(TextReader text, DtdProcessing types, int deepest)
    {
        this.deepest = deepest;
        Xml = XmlReader.Create(text, new XmlReaderSettings
        {
            DtdProcessing = types,
            XmlResolver = null,
            NameTable = new BoundedNames(),
            MaxCharactersFromEntities = 1024,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
            CloseInput = true,
        });
        position = (IXmlLineInfo)Xml;
    }

    /// <summary>One-based line of where the walk stands.</summary>
    public virtual int Line => position.LineNumber;

    protected XmlReader Xml { get; }

    protected int Column => position.LinePosition;

    /// <summary>The children of the element stood on, one after the other. What the caller does not read is skipped; leaving early is a bug.</summary>
    public IEnumerable<string> Children()
    {
        if (Xml.IsEmptyElement)
        {
            Step();
            consumed = true;
            yield break;
        }

        var depth = Xml.Depth;
        Step();
        while (Below(depth))
        {
            if (Xml.NodeType != XmlNodeType.Element)
            {
                Step();
                continue;
            }

            consumed = false;
            yield return Xml.LocalName;
            if (!consumed)
            {
                Skip();
            }
        }

        Step();
        consumed = true;
    }

    public void Dispose()
    {
        Xml.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Says that the element stood on has been read to its end.</summary>
    protected void Consumed() => consumed = true;

    /// <summary>Reads what is inside the element stood on, and passes its end.</summary>
    /// <param name="child">Called standing on each element inside; must pass it.</param>
    /// <returns>The text between the elements, trimmed.</returns>
    protected string Inside(string name, int longest, Action child)
    {
        if (Xml.IsEmptyElement)
        {
            Step();
            return "";
        }

        var (depth, text) = (Xml.Depth, default(StringBuilder));
        Step();
        while (Below(depth))
        {
            if (Xml.NodeType == XmlNodeType.Element)
            {
                child();
            }
            else
            {
                Text(ref text, name, longest);
                Step();
            }
        }

        Step();
        return text?.ToString().Trim() ?? "";
    }

    /// <summary>Passes the element stood on with everything inside.</summary>
    protected void Skip()
    {
        var depth = Xml.Depth;
        if (!Xml.IsEmptyElement)
        {
            Step();
            while (Below(depth))
            {
                Step();
            }
        }

        Step();
    }

    /// <returns>False at the end of the document.</returns>
    protected virtual bool Step()
    {
        if (!Xml.Read())
        {
            return Xml.Depth == 0 ? false : throw FileFaultException.CutOff(Line, Column);
        }

        return Xml.Depth <= deepest ? true : throw FileFaultException.TooDeep(deepest, Line, Column);
    }

    /// <summary>Sees every piece of text that is read.</summary>
    protected virtual void Seen(ReadOnlySpan<char> piece)
    {
    }

    private bool Below(int depth) => Xml.NodeType != XmlNodeType.EndElement || Xml.Depth > depth;

    private void Text(ref StringBuilder? text, string name, int longest)
    {
        if (Xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace))
        {
            return;
        }

        text ??= new();
        for (int length; (length = Xml.ReadValueChunk(chunk, 0, chunk.Length)) > 0;)
        {
            text.Append(chunk, 0, length);
            Seen(chunk.AsSpan(0, length));
            if (text.Length > longest)
            {
                throw FileFaultException.TooLong(name, longest, Line);
            }
        }
    }
}
