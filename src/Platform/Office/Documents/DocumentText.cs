using System.Text;
using System.Xml;

namespace Zhirong.Platform.Office.Documents;

/// <summary>Text from outside on its way into a document.</summary>
public static class DocumentText
{
    /// <summary>
    /// The text with every character that XML forbids, every control character and half of a surrogate pair replaced by U+FFFD,
    /// and line ends and tabs by blanks: what stands in a name must not end a line or a file.
    /// </summary>
    public static string Printable(string text)
    {
        if (!text.Any(Doubtful))
        {
            return text;
        }

        var printable = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                printable.Append(text[i]).Append(text[++i]);
            }
            else
            {
                printable.Append(text[i] is '\n' or '\r' or '\t' ? ' ' : Doubtful(text[i]) ? '\uFFFD' : text[i]);
            }
        }

        return printable.ToString();
    }

    /// <summary>Controls, halves of pairs, what XML forbids, and the marks that turn the direction of writing (U+202A … U+202E, U+2066 … U+2069).</summary>
    private static bool Doubtful(char c) => char.IsControl(c) || char.IsSurrogate(c) || !XmlConvert.IsXmlChar(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
