using Zhirong.Engine.Matching.Analysis;

namespace Zhirong.Engine.Matching.Parameters;

/// <summary>Where a data file comes from and whether anybody has checked it.</summary>
/// <param name="Name"><c>id/version</c>.</param>
/// <param name="Verified">False while the figures are an assumption.</param>
public sealed record DataOrigin(string Name, DateOnly Dated, string Source, bool Verified, Basics.Words Statement);

/// <summary>Words that tell nothing apart. Those in characters part a run of characters, the longest first; others are left out whole.</summary>
public sealed class StopWords
{
    private readonly Dictionary<char, string[]> byFirst;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> words;

    public StopWords(DataOrigin origin, IEnumerable<string> words)
    {
        Origin = origin;
        var folded = words.Select(w => CharacterFolds.Fold(w).Trim()).Where(w => w.Length > 0).ToHashSet(StringComparer.Ordinal);
        byFirst = folded.Where(w => WordRuns.Character(w, 0)).GroupBy(w => w[0])
            .ToDictionary(g => g.Key, g => g.OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal).ToArray());
        this.words = folded.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public DataOrigin Origin { get; }

    /// <summary>Whether a word of letters is one of them.</summary>
    internal bool IsWord(ReadOnlySpan<char> word) => words.Contains(word);

    /// <summary>Length of the longest stop word the characters begin with; 0 for none.</summary>
    internal int Length(ReadOnlySpan<char> characters)
    {
        foreach (var word in byFirst.GetValueOrDefault(characters[0], []))
        {
            if (characters.StartsWith(word, StringComparison.Ordinal))
            {
                return word.Length;
            }
        }

        return 0;
    }
}
