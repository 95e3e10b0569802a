using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Files;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Payments.Sheets;

/// <summary>Text of cells as banks write it, on its way to our values.</summary>
internal static partial class SheetText
{
    /// <summary>The form titles and words are compared in: full-width characters folded, blanks and a trailing colon gone.</summary>
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && c != '\uFEFF')
            {
                key.Append(c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c);
            }
        }

        return key.ToString().TrimEnd(':').ToUpperInvariant();
    }

    /// <summary>A cell's content: blanks gone, and the tricks that keep a spreadsheet from reading a number: <c>="…"</c>, a leading apostrophe or tab.</summary>
    public static string Clean(string text)
    {
        var plain = text.Trim().Trim('\uFEFF', '\u00A0');
        if (plain.Length > 3 && plain.StartsWith("=\"", StringComparison.Ordinal) && plain[^1] == '"')
        {
            plain = plain[2..^1];
        }

        return plain.Length > 1 && plain[0] == '\'' ? plain[1..].Trim() : plain;
    }

    /// <summary>An amount in yuan, signed; null for an empty cell or a dash.</summary>
    public static Money? Amount(string text, string where)
    {
        var plain = text.Length > 0 && text[^1] == '元' ? text[..^1] : text;
        if (plain is "" or "-" or "--" or "—" or "/")
        {
            return null;
        }

        if (PlainAmount().IsMatch(plain))
        {
            return Money.Cny(decimal.Parse(plain, NumberStyles.Float, CultureInfo.InvariantCulture));
        }

        var read = ChineseAmount.Read(plain, where, allowNegative: true);
        return read.Ok ? read.Value : throw new FileRefused(FileRefusals.Amount(where, text));
    }

    /// <summary>A day however a bank writes it, a time behind it left aside; null for an empty cell.</summary>
    public static DateOnly? Day(string text, string where)
    {
        if (text is "" or "-" or "--")
        {
            return null;
        }

        var match = DayShape().Match(text);
        if (match.Success
            && DateOnly.TryParseExact($"{match.Groups["y"].Value}-{match.Groups["m"].Value.PadLeft(2, '0')}-{match.Groups["d"].Value.PadLeft(2, '0')}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 1990 and <= 2199)
        {
            return day;
        }

        return text.Length == 5 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && CellDates.Day(serial, from1904: false) is { Year: >= 1990 and <= 2199 } counted
            ? counted
            : throw new FileRefused(FileRefusals.Date(where, text));
    }

    [GeneratedRegex(@"^[+-]?\d{1,15}(\.\d{1,2})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainAmount();

    [GeneratedRegex(@"^(?<y>\d{4})(?:[-/.年](?<m>\d{1,2})[-/.月](?<d>\d{1,2})日?|(?<m>\d{2})(?<d>\d{2}))(?:(?:[ T]|(?<=\d{8}))[\d:. ]{0,16})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex DayShape();
}
