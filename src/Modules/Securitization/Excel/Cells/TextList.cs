using System.Buffers;
using System.Text;

namespace Zhirong.Modules.Securitization.Excel.Cells;

/// <summary>Several texts in one cell, separated by commas; what holds a separator stands in double quotes.</summary>
internal static class TextList
{
    /// <summary>A list that is there and empty.</summary>
    public const string Nothing = "[]";

    private static readonly SearchValues<char> Separators = SearchValues.Create(",，、;；\n\r");

    public static string Join(IEnumerable<string> texts) =>
        string.Join(", ", texts.Select(text => text.AsSpan().ContainsAny(Separators) || text == Nothing ? Quoted(text) : Guarded(text)));

    /// <summary>Text as it stands in a cell: in quotes when blanks at its ends, emptiness or its own quotes would be lost.</summary>
    public static string Guarded(string text) => text.Length == 0 || text.Trim() != text || text[0] is '"' or '“' ? Quoted(text) : text;

    /// <summary>The reverse of <see cref="Guarded"/>.</summary>
    public static string Bare(string text) =>
        text.Length >= 2 && text[0] == '"' && text[^1] == '"' ? text[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : text;

    /// <summary>The texts of a cell; null when a quote is never closed.</summary>
    public static List<string>? Split(string cell)
    {
        var texts = new List<string>();
        for (var at = 0; at < cell.Length;)
        {
            if (char.IsWhiteSpace(cell[at]) || Separators.Contains(cell[at]))
            {
                at++;
            }
            else if (cell[at] == '"')
            {
                if (Within(cell, ref at) is not { } text)
                {
                    return null;
                }

                texts.Add(text);
            }
            else
            {
                var length = cell.AsSpan(at).IndexOfAny(Separators);
                var end = length < 0 ? cell.Length : at + length;
                texts.Add(cell[at..end].Trim());
                at = end;
            }
        }

        return texts;
    }

    /// <summary>Whether a text reads as a name with a number: <c>patent: 9</c>.</summary>
    public static bool IsCount(string text) => text.AsSpan().ContainsAny(':', '：');

    /// <summary>Whether a name can stand before its number without being taken for something else.</summary>
    public static bool MayCount(string name) => Guarded(name) == name && !IsCount(name) && !name.Contains('"') && !name.AsSpan().ContainsAny(Separators);

    private static string? Within(string cell, ref int at)
    {
        var text = new StringBuilder();
        for (at++; at < cell.Length; at++)
        {
            if (cell[at] != '"')
            {
                text.Append(cell[at]);
            }
            else if (at + 1 < cell.Length && cell[at + 1] == '"')
            {
                text.Append(cell[at++]);
            }
            else
            {
                at++;
                return text.ToString();
            }
        }

        return null;
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
