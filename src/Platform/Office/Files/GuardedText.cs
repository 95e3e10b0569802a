namespace Zhirong.Platform.Office.Files;

/// <summary>
/// The characters of an XML file on their way to the parser: refuses a tag so long that the parser would have to hold it,
/// and a file longer than the limit.
/// </summary>
public sealed class GuardedText(TextReader text, long limit) : TextReader
{
    /// <summary>Longest tag, comment or instruction.</summary>
    public const int LongestTag = 64 * 1024;

    private long length;
    private int line = 1;
    private int tag = -1;
    private char quote;
    private bool special;

    public override int Read(char[] buffer, int index, int count)
    {
        var read = text.Read(buffer, index, count);
        length += read;
        if (length > limit)
        {
            throw FileFaultException.TooLarge(limit, new("个字符", "characters"));
        }

        Look(buffer.AsSpan(index, read));
        return read;
    }

    public override int Read()
    {
        var one = new char[1];
        return Read(one, 0, 1) == 0 ? -1 : one[0];
    }

    public override int Peek() => text.Peek();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            text.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Look(ReadOnlySpan<char> span)
    {
        while (!span.IsEmpty)
        {
            if (tag < 0)
            {
                var next = span.IndexOf('<');
                line += span[..(next < 0 ? span.Length : next)].Count('\n');
                if (next < 0)
                {
                    return;
                }

                (tag, quote, special) = (0, '\0', false);
                span = span[(next + 1)..];
                continue;
            }

            Tag(span[0]);
            span = span[1..];
        }
    }

    private void Tag(char c)
    {
        special |= tag == 0 && c is '!' or '?';
        if (c == '\n')
        {
            line++;
        }

        if (++tag > LongestTag)
        {
            throw FileFaultException.TooLong("", LongestTag, line);
        }

        if (quote != '\0')
        {
            quote = c == quote ? '\0' : quote;
        }
        else if (!special && c is '"' or '\'')
        {
            quote = c;
        }
        else if (c == '>')
        {
            tag = -1;
        }
    }
}
