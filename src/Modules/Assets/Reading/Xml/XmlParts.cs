using Zhirong.Platform.Office.Files;

namespace Zhirong.Modules.Assets.Reading.Xml;

/// <param name="Line">The line it begins on.</param>
internal readonly record struct XmlPart(TextReader Text, int Line);

/// <summary>
/// The XML documents in one file, one after the other: offices put thousands into one. Each begins with a line
/// <c>&lt;?xml …</c>; what is wrong with one does no harm to the next.
/// </summary>
internal sealed class XmlParts : IDisposable
{
    /// <summary>Longest file: eight billion characters.</summary>
    public const long LongestFile = 1L << 33;

    private const string Declaration = "<?xml ";

    private readonly TextReader text;
    private readonly char[] buffer = new char[64 * 1024];
    private int at;
    private int filled;
    private int line = 1;
    private long length;
    private bool begun;
    private bool ended;

    public XmlParts(PeekedStream stream) => text = new StreamReader(stream, TextEncodings.Lenient(TextEncodings.OfXml(stream)), true, 64 * 1024);

    public IEnumerable<XmlPart> All()
    {
        while (Blanks() > 0)
        {
            begun = false;
            var part = new PartText(this);
            var first = line;
            yield return new(new GuardedText(part, LongestFile), first);

            // What the reader of the part left.
            while (part.Read(new char[4096], 0, 4096) > 0)
            {
            }
        }
    }

    public void Dispose() => text.Dispose();

    /// <summary>Passes over what may stand before a document; how much lies behind it.</summary>
    private int Blanks()
    {
        while (Fill(1) > 0 && (char.IsWhiteSpace(buffer[at]) || buffer[at] is '\uFEFF' or '\0'))
        {
            line += buffer[at] == '\n' ? 1 : 0;
            at++;
        }

        return filled - at;
    }

    /// <summary>Characters of the present part; 0 at its end.</summary>
    private int Take(Span<char> into)
    {
        if (Fill(Declaration.Length) == 0 || (begun && Opens()))
        {
            return 0;
        }

        // As far as no further declaration can begin.
        var there = buffer.AsSpan(at, filled - at);
        var next = there[(begun ? 0 : 1)..].IndexOf(Declaration);
        var limit = next >= 0 ? next + (begun ? 0 : 1) : there.Length >= Declaration.Length && !ended ? there.Length - Declaration.Length + 1 : there.Length;
        var taken = there[..Math.Min(Math.Max(1, limit), into.Length)];
        taken.CopyTo(into);
        line += taken.Count('\n');
        at += taken.Length;
        begun = true;
        return taken.Length;
    }

    private bool Opens() => buffer.AsSpan(at, filled - at).StartsWith(Declaration);

    /// <summary>Sees to it that so many characters lie in the buffer, unless the file ends; how many lie there.</summary>
    private int Fill(int wanted)
    {
        while (filled - at < wanted)
        {
            buffer.AsSpan(at, filled - at).CopyTo(buffer);
            (filled, at) = (filled - at, 0);
            var read = text.Read(buffer, filled, buffer.Length - filled);
            if (read == 0)
            {
                ended = true;
                break;
            }

            filled += read;
            length += read;
            if (length > LongestFile)
            {
                throw FileFaultException.TooLarge(LongestFile, new("个字符", "characters"));
            }
        }

        return filled - at;
    }

    private sealed class PartText(XmlParts parts) : TextReader
    {
        public override int Read(char[] into, int index, int count) => parts.Take(into.AsSpan(index, count));

        public override int Read()
        {
            var one = new char[1];
            return Read(one, 0, 1) == 0 ? -1 : one[0];
        }

        public override int Peek() => parts.Fill(1) > 0 ? parts.buffer[parts.at] : -1;
    }
}
