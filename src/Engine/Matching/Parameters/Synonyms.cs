using Zhirong.Engine.Matching.Analysis;

namespace Zhirong.Engine.Matching.Parameters;

/// <summary>A word of a group, folded, with the words of the index it consists of.</summary>
public sealed record Synonym(string Text, IReadOnlyList<string> Words);

/// <summary>Groups of words that mean the same; where a need says one, the others are looked for too, at a lower weight.</summary>
/// <param name="Weight">What a word counts that only a synonym brings, 0 to 1.</param>
public sealed record Synonyms(DataOrigin Origin, decimal Weight, IReadOnlyList<IReadOnlyList<Synonym>> Groups)
{
    /// <summary>A member as the analyser sees it; null when nothing is left of it but a single character or a stop word.</summary>
    public static Synonym? Member(string text, StopWords stops)
    {
        var folded = CharacterFolds.Fold(text).Trim();
        var words = WordRuns.Of(folded, stops).SelectMany(run => WordRuns.Words(folded, run)).Select(w => folded[w.From..w.To]).ToList();
        return words.Count == 0 || words.Any(w => WordRuns.Character(w, 0) && WordRuns.Width(w, 0) == w.Length) ? null : new(folded, words);
    }
}
