using Zhirong.Engine.Matching.Analysis;
using Zhirong.Engine.Matching.Parameters;

namespace Zhirong.Engine.Matching.Needs;

/// <summary>A word that is looked for.</summary>
/// <param name="Word">A pair of characters, a word, or a lone character, which stands for every word that begins with it.</param>
/// <param name="Counts">What it counts, 0 to 1 for words only a synonym brings.</param>
/// <param name="By">The word of the need it is a synonym's part of; null where the need says it itself.</param>
public sealed record NeedWord(string Word, decimal Counts, string? By)
{
    /// <summary>One character by itself.</summary>
    public bool Lone => WordRuns.Character(Word, 0) && WordRuns.Width(Word, 0) == Word.Length;
}

/// <summary>A need taken apart: the words to look for, each once, and the stretches they come from.</summary>
public sealed class NeedWords
{
    private readonly List<(string Folded, WordRun Run)> runs = [];

    private NeedWords(IReadOnlyList<NeedWord> all) => All = all;

    /// <summary>In the order they are said, synonyms after them.</summary>
    public IReadOnlyList<NeedWord> All { get; }

    public static NeedWords Of(Need need, MatchParameters parameters)
    {
        var (said, order, runs) = (new Dictionary<string, decimal>(StringComparer.Ordinal), new List<string>(), new List<(string, WordRun)>());
        foreach (var (text, counts) in need.Keywords.Select(k => (k, parameters.Weights.KeywordWord)).Prepend((need.Text, parameters.Weights.TextWord)))
        {
            var folded = IpcSymbol.LeftOut(CharacterFolds.Fold(text));
            foreach (var run in WordRuns.Of(folded, parameters.Stops))
            {
                runs.Add((folded, run));
                foreach (var (from, to) in WordRuns.Words(folded, run))
                {
                    var word = folded[from..to];
                    if (!said.TryGetValue(word, out var already))
                    {
                        order.Add(word);
                    }

                    said[word] = Math.Max(already, counts);
                }
            }
        }

        var all = order.Select(word => new NeedWord(word, said[word], null)).ToList();
        all.AddRange(Further(runs, said, parameters.Synonyms));
        var made = new NeedWords(all);
        made.runs.AddRange(runs);
        return made;
    }

    /// <summary>Stretches of the need all of whose words are among those found, each once, in order.</summary>
    public IReadOnlyList<string> Found(IReadOnlySet<string> found)
    {
        var made = new List<string>();
        foreach (var (folded, run) in runs)
        {
            (int From, int To)? open = null;
            foreach (var (from, to) in WordRuns.Words(folded, run))
            {
                if (!found.Contains(folded[from..to]))
                {
                    Close();
                }
                else
                {
                    open = (open?.From ?? from, to);
                }
            }

            Close();

            void Close()
            {
                if (open is { } stretch)
                {
                    made.Add(folded[stretch.From..stretch.To]);
                    open = null;
                }
            }
        }

        return [.. made.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Stretches of the need of which no word is among those found, nor part of a word whose synonym is, <paramref name="by"/>; each once, in order.</summary>
    public IReadOnlyList<string> Missing(IReadOnlySet<string> found, IReadOnlySet<string> by)
    {
        var made = new List<string>();
        foreach (var (folded, run) in runs)
        {
            // Characters no found pair covers; a pair that reaches over the border of two found words is not missed.
            var covered = new bool[run.To - run.From];
            foreach (var (from, to) in WordRuns.Words(folded, run).Where(w => found.Contains(folded[w.From..w.To])))
            {
                Array.Fill(covered, true, from - run.From, to - from);
            }

            foreach (var word in by)
            {
                for (var at = folded.IndexOf(word, run.From, run.To - run.From, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(word, at + 1, run.To - at - 1, StringComparison.Ordinal))
                {
                    Array.Fill(covered, true, at - run.From, word.Length);
                }
            }

            for (int at = 0, end; at < covered.Length; at = end + 1)
            {
                for (end = at; end < covered.Length && !covered[end]; end++)
                {
                }

                var stretch = folded.Substring(run.From + at, end - at);
                if (stretch.Length > 0)
                {
                    made.Add(stretch);
                }
            }
        }

        return [.. made.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>What the synonyms of the need's words add.</summary>
    private static List<NeedWord> Further(List<(string Folded, WordRun Run)> runs, Dictionary<string, decimal> said, Synonyms synonyms)
    {
        var sequence = new List<string>();
        foreach (var (folded, run) in runs)
        {
            sequence.AddRange(WordRuns.Words(folded, run).Select(w => folded[w.From..w.To]));

            // Nothing goes on from one run of characters to the next; words of letters may.
            sequence.AddRange(run.Characters ? [""] : []);
        }

        var (made, seen) = (new List<NeedWord>(), new HashSet<string>(said.Keys, StringComparer.Ordinal));
        foreach (var group in synonyms.Groups)
        {
            foreach (var member in group.Where(m => m.Words.All(said.ContainsKey) && Stands(sequence, m.Words)))
            {
                var counts = member.Words.Min(w => said[w]) * synonyms.Weight;
                foreach (var other in group.Where(other => other != member))
                {
                    // A longer synonym has more words; together they count no more than the word it stands for.
                    var each = counts * Math.Min(1m, member.Words.Count / (decimal)other.Words.Count);
                    made.AddRange(other.Words.Where(seen.Add).Select(word => new NeedWord(word, each, member.Text)));
                }
            }
        }

        return made;
    }

    private static bool Stands(List<string> sequence, IReadOnlyList<string> words)
    {
        for (var at = 0; at + words.Count <= sequence.Count; at++)
        {
            var i = 0;
            while (i < words.Count && sequence[at + i] == words[i])
            {
                i++;
            }

            if (i == words.Count)
            {
                return true;
            }
        }

        return false;
    }
}
