namespace Zhirong.Engine.Matching.Analysis;

/// <summary>A stretch of folded text that words are taken from: Chinese (or kana, hangul) characters, or one word of letters and digits.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends, exclusive.</param>
/// <param name="Characters">Whether it is written in characters, which give pairs.</param>
public readonly record struct WordRun(int From, int To, bool Characters);

/// <summary>
/// Takes words from folded text. Characters give overlapping pairs, and a run of one character that character; letters and digits
/// give words, with a point kept between digits (<c>pm2.5</c>). Stop words part a run.
/// </summary>
public static class WordRuns
{
    /// <summary>The runs of a folded text, stop words taken out.</summary>
    public static IEnumerable<WordRun> Of(string folded, Parameters.StopWords stops)
    {
        for (int at = 0, end; at < folded.Length; at = end)
        {
            end = at + Width(folded, at);
            if (Character(folded, at))
            {
                for (; end < folded.Length && Character(folded, end); end += Width(folded, end))
                {
                }

                foreach (var part in Parted(folded, at, end, stops))
                {
                    yield return part;
                }
            }
            else if (char.IsLetterOrDigit(folded[at]))
            {
                for (; end < folded.Length && InWord(folded, end); end++)
                {
                }

                if (!stops.IsWord(folded.AsSpan(at, end - at)))
                {
                    yield return new(at, end, false);
                }
            }
        }
    }

    /// <summary>The words of a run as stretches of the text, in order: pairs, a lone character, or the run itself.</summary>
    public static IEnumerable<(int From, int To)> Words(string folded, WordRun run)
    {
        if (!run.Characters || run.From + Width(folded, run.From) == run.To)
        {
            yield return (run.From, run.To);
            yield break;
        }

        for (var at = run.From; ;)
        {
            var second = at + Width(folded, at);
            if (second == run.To)
            {
                yield break;
            }

            yield return (at, second + Width(folded, second));
            at = second;
        }
    }

    /// <summary>Where the last character of a run begins.</summary>
    public static int Last(string folded, WordRun run) => run.To - (run.To - 2 >= run.From && char.IsSurrogatePair(folded, run.To - 2) ? 2 : 1);

    /// <summary>Code units of the character at a place: two for a surrogate pair.</summary>
    public static int Width(string text, int at) => at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;

    /// <summary>Whether a character that gives pairs stands at a place.</summary>
    public static bool Character(string text, int at) => text[at] switch
    {
        '\u3005' or '\u3007' => true,
        >= '\u3041' and <= '\u3096' => true,
        >= '\u30A1' and <= '\u30FA' => true,
        >= '\u3400' and <= '\u4DBF' => true,
        >= '\u4E00' and <= '\u9FFF' => true,
        >= '\uAC00' and <= '\uD7A3' => true,
        >= '\uF900' and <= '\uFAFF' => true,
        >= '\uD840' and <= '\uD88D' => Width(text, at) == 2,
        _ => false,
    };

    private static bool InWord(string text, int at) => !Character(text, at)
        && (char.IsLetterOrDigit(text[at]) || (text[at] == '.' && char.IsAsciiDigit(text[at - 1]) && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])));

    private static IEnumerable<WordRun> Parted(string folded, int from, int to, Parameters.StopWords stops)
    {
        var start = from;
        for (var at = from; at < to;)
        {
            var stop = stops.Length(folded.AsSpan(at, to - at));
            if (stop == 0)
            {
                at += Width(folded, at);
                continue;
            }

            if (at > start)
            {
                yield return new(start, at, true);
            }

            start = at += stop;
        }

        if (to > start)
        {
            yield return new(start, to, true);
        }
    }
}
