using System.Text;
using System.Xml;

namespace Zhirong.Platform.Office.Workbooks;

/// <summary>The table of texts that cells refer to.</summary>
internal static class SharedTexts
{
    public static List<string> Read(PackageParts parts, string part)
    {
        var texts = new List<string>();
        using var reader = parts.Open(part);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                texts.Add(Text(reader));
            }
        }

        return texts;
    }

    /// <summary>The runs of a text joined; readings (phonetic runs) left out. Leaves the reader on the end of the element.</summary>
    public static string Text(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var (depth, phonetic, inText) = (reader.Depth, 0, false);
        string? first = null;
        StringBuilder? more = null;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.LocalName == "rPh" && !reader.IsEmptyElement)
            {
                phonetic += reader.NodeType == XmlNodeType.Element ? 1 : reader.NodeType == XmlNodeType.EndElement ? -1 : 0;
            }
            else if (reader.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
            {
                inText = reader is { NodeType: XmlNodeType.Element, LocalName: "t", IsEmptyElement: false };
            }
            else if (inText && phonetic == 0 && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                if (first is null)
                {
                    first = reader.Value;
                }
                else
                {
                    more = (more ?? new StringBuilder(first)).Append(reader.Value);
                }
            }
        }

        return CellText.Unescape(more?.ToString() ?? first ?? "");
    }
}
