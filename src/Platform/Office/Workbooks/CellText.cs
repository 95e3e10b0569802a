using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Zhirong.Platform.Office.Workbooks;

/// <summary>Text on its way into and out of spreadsheets.</summary>
public static partial class CellText
{
    /// <summary>Most characters a cell holds.</summary>
    public const int Longest = 32_767;

    /// <summary>
    /// A value for a CSV file that no spreadsheet takes for a formula: what begins with <c>= + - @</c>, tab or carriage return
    /// gets a leading apostrophe. Numbers (<c>-12.50</c>, <c>+3</c>, <c>-1e5</c>) stay numbers.
    /// </summary>
    public static string Neutral(string value) =>
        value.Length > 0 && StartsFormula(value) && !PlainNumber().IsMatch(value) ? "'" + value : value;

    /// <summary>One field of a CSV line: neutral, and quoted where commas, quotes or line ends ask for it.</summary>
    public static string CsvField(string value)
    {
        var neutral = Neutral(value);
        return neutral.AsSpan().IndexOfAny("\",\r\n") < 0 ? neutral : $"\"{neutral.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>Whether a spreadsheet could take the text for a formula when it is typed in.</summary>
    internal static bool StartsFormula(string value) =>
        value.AsSpan().TrimStart(' ') is { Length: > 0 } rest && rest[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';

    /// <summary>Text as workbooks store it: characters XML forbids are written <c>_xHHHH_</c> (ECMA-376 part 1, 22.9.2.19).</summary>
    internal static string Escape(string text)
    {
        var fitting = text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest - 1), "…");
        var escaped = Escaped().Replace(fitting, match => "_x005F" + match.Value);
        if (escaped.All(c => System.Xml.XmlConvert.IsXmlChar(c) && c != '\r'))
        {
            return escaped;
        }

        var written = new StringBuilder(escaped.Length + 16);
        for (var i = 0; i < escaped.Length; i++)
        {
            if (i + 1 < escaped.Length && char.IsSurrogatePair(escaped[i], escaped[i + 1]))
            {
                written.Append(escaped[i]).Append(escaped[++i]);
            }
            else
            {
                _ = System.Xml.XmlConvert.IsXmlChar(escaped[i]) && escaped[i] != '\r'
                    ? written.Append(escaped[i])
                    : written.Append(CultureInfo.InvariantCulture, $"_x{(int)escaped[i]:X4}_");
            }
        }

        return written.ToString();
    }

    /// <summary>The reverse of <see cref="Escape"/>.</summary>
    internal static string Unescape(string text) => !text.Contains("_x", StringComparison.Ordinal)
        ? text
        : Escaped().Replace(text, match => Character(int.Parse(match.ValueSpan.Slice(2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture)));

    /// <summary>Half a surrogate pair is no character.</summary>
    private static string Character(int code) => char.IsSurrogate((char)code) ? "\uFFFD" : ((char)code).ToString();

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();

    [GeneratedRegex(@"^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?%?\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainNumber();
}
