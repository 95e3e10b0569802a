using System.Text;

namespace Zhirong.Modules.Assets.Reading.Tables;

/// <param name="Ended">A line end stood behind it; false only for the last line of a file.</param>
/// <param name="TooLong">Longer than allowed; its text is left out.</param>
internal readonly record struct SourceLine(int Number, string Text, bool Ended, bool TooLong);

/// <summary>Lines of a text with their numbers; lines read in vain are given again.</summary>
internal sealed class LineSource(TextReader text, int longest)
{
    private readonly char[] buffer = new char[64 * 1024];
    private readonly Stack<SourceLine> again = new();
    private readonly StringBuilder begun = new();
    private int at;
    private int filled;
    private int number;
    private bool skipFeed;

    public bool Ended { get; private set; }

    public SourceLine? Next() => again.Count > 0 ? again.Pop() : Read();

    public void Back(IReadOnlyList<SourceLine> lines)
    {
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            again.Push(lines[i]);
        }
    }

    /// <summary>Gives lines again that follow each other from a number on.</summary>
    public void Back(IReadOnlyList<string> lines, int first, bool lastEnded) =>
        Back([.. lines.Select((line, i) => new SourceLine(first + i, line, lastEnded || i < lines.Count - 1, false))]);

    private SourceLine? Read()
    {
        begun.Clear();
        var (tooLong, some) = (false, false);
        while (true)
        {
            if (at == filled)
            {
                (at, filled) = (0, text.Read(buffer, 0, buffer.Length));
                if (filled == 0)
                {
                    Ended = true;
                    return some ? new(++number, begun.ToString(), false, tooLong) : null;
                }
            }

            if (skipFeed)
            {
                skipFeed = false;
                at += buffer[at] == '\n' ? 1 : 0;
                continue;
            }

            some = true;
            var rest = buffer.AsSpan(at, filled - at);
            var end = rest.IndexOfAny('\n', '\r');
            var part = end < 0 ? rest : rest[..end];
            at += end < 0 ? rest.Length : end + 1;
            skipFeed = end >= 0 && rest[end] == '\r';
            if (end >= 0 && begun.Length == 0 && !tooLong)
            {
                return new(++number, new string(part), true, false);
            }

            tooLong |= begun.Length + part.Length > longest;
            _ = tooLong ? begun.Clear() : begun.Append(part);
            if (end >= 0)
            {
                return new(++number, begun.ToString(), true, tooLong);
            }
        }
    }
}
