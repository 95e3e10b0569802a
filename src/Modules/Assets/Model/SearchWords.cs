using System.Text;

namespace Zhirong.Modules.Assets.Model;

/// <summary>
/// The words of our own search, the same on every database: a run of Chinese characters gives its overlapping pairs and its last
/// character, a run of letters and digits is one word in small letters.
/// </summary>
internal static class SearchWords
{
    /// <summary>Stands before the words of a holder's name.</summary>
    public const char Holder = '@';

    /// <summary>Stands before what a right is found by beside its words: its class, and states that few rights ever have.</summary>
    public const string Mark = "@@";

    /// <summary>Shortest beginning of a class that is looked for by its mark: a shorter one fits so many that their order matters more.</summary>
    public const int ShortestClass = 4;

    /// <summary>Whether few rights are ever in this state: all are applied for, published, granted and in the end expired.</summary>
    public static bool Marked(RightState state) => state is RightState.InForceInPart or RightState.Restored || (state.Over() && state != RightState.Expired);

    public static string Of(RightState state) => Mark + state.Word().Replace("_", "", StringComparison.Ordinal);

    /// <summary>A class, or its beginning, as one word; <see cref="Storage.QuickSearchTables"/> writes the same.</summary>
    public static string OfClass(string code) => Mark + string.Concat(code.Where(c => c is not (' ' or '/' or '-' or '.'))).ToLowerInvariant();

    public static void Write(StringBuilder to, string text, string before = "")
    {
        var at = 0;
        while (at < text.Length)
        {
            var end = at + 1;
            if (Han(text[at]))
            {
                for (; end < text.Length && Han(text[end]); end++)
                {
                    to.Append(before).Append(text[end - 1]).Append(text[end]).Append(' ');
                }

                to.Append(before).Append(text[end - 1]).Append(' ');
            }
            else if (char.IsAsciiLetterOrDigit(text[at]))
            {
                for (to.Append(before).Append(char.ToLowerInvariant(text[at])); end < text.Length && char.IsAsciiLetterOrDigit(text[end]); end++)
                {
                    to.Append(char.ToLowerInvariant(text[end]));
                }

                to.Append(' ');
            }

            at = end;
        }
    }

    /// <summary>
    /// What a query asks for: pairs that must all be there, and beginnings where part of a word is asked for. A single character counts
    /// where it is asked for by itself; beside digits or letters it would match nearly everything.
    /// </summary>
    public static IReadOnlyList<(string Word, bool Beginning)> Asked(string query, string before = "")
    {
        var asked = new List<(string Word, bool Beginning)>();
        foreach (var part in query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var words = new List<(string Word, bool Beginning)>();
            Ask(part, before, words);
            asked.AddRange(words.Count > 1 ? words.Where(w => !(w.Beginning && w.Word.Length == before.Length + 1 && Han(w.Word[^1]))) : words);
        }

        return [.. asked.Distinct()];
    }

    private static void Ask(string query, string before, List<(string, bool)> asked)
    {
        for (int at = 0, end; at < query.Length; at = end)
        {
            end = at + 1;
            if (Han(query[at]))
            {
                for (; end < query.Length && Han(query[end]); end++)
                {
                    asked.Add(($"{before}{query[end - 1]}{query[end]}", false));
                }

                if (end == at + 1)
                {
                    asked.Add(($"{before}{query[at]}", true));
                }
            }
            else if (char.IsAsciiLetterOrDigit(query[at]))
            {
                for (; end < query.Length && char.IsAsciiLetterOrDigit(query[end]); end++)
                {
                }

                asked.Add(($"{before}{query[at..end].ToLowerInvariant()}", end == query.Length));
            }
        }
    }

    private static bool Han(char c) => c is >= '\u2E80' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or >= '\uAC00' and <= '\uD7AF';
}
