using System.Text;
using System.Text.RegularExpressions;

namespace Zhirong.Platform.Office.Files;

/// <summary>Tells and makes the encodings Chinese banks use: UTF-8, UTF-16, GBK and GB18030, all strict.</summary>
public static partial class TextEncodings
{
    public static readonly Encoding Utf8 = new UTF8Encoding(false, true);

    /// <summary>GB 18030 covers all of Unicode and reads GBK and GB 2312 as well.</summary>
    public static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>Code page 936: what older bank software takes; rare characters have no place in it.</summary>
    public static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding(936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static readonly Encoding Utf16Little = new UnicodeEncoding(false, true, true);
    private static readonly Encoding Utf16Big = new UnicodeEncoding(true, true, true);

    /// <summary>Which kind of file the first bytes tell.</summary>
    public static FileKind Kind(ReadOnlySpan<byte> first)
    {
        if (first.IsEmpty)
        {
            throw FileFaultException.Empty();
        }

        if (first.StartsWith("PK"u8) || first.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return FileKind.Workbook;
        }

        if (first.StartsWith("%PDF"u8) || first.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) || first.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || first.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            throw FileFaultException.OtherKind(Convert.ToHexString(first[..4]));
        }

        var encoding = ByMark(first) ?? Utf8;
        var unit = encoding is UnicodeEncoding ? 2 : 1;
        if (unit == 1 && first.Contains((byte)0))
        {
            throw FileFaultException.OtherKind(Convert.ToHexString(first[..Math.Min(8, first.Length)]));
        }

        // An angle bracket is one byte in each of them, beside a zero in UTF-16.
        foreach (var b in first[Mark(first)..])
        {
            if (b is not (0 or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return b == (byte)'<' ? FileKind.Xml : FileKind.Text;
            }
        }

        throw FileFaultException.Empty();
    }

    /// <summary>A csv's encoding: by its mark, else UTF-8 when the bytes are, else GB18030.</summary>
    public static Encoding OfText(PeekedStream stream)
    {
        var first = stream.First;
        return ByMark(first) ?? (Fits(Utf8, first, stream.Short) ? Utf8
            : Fits(Gb18030, first, stream.Short) ? Gb18030
            : throw FileFaultException.NotText("UTF-8 / GB18030", Convert.ToHexString(first[..Math.Min(8, first.Length)])));
    }

    /// <summary>
    /// The likeliest encoding of a text that may be damaged: what cannot be decoded becomes U+FFFD, so that the lines around it
    /// are still read.
    /// </summary>
    public static Encoding Likely(PeekedStream stream)
    {
        var first = stream.First;
        if (ByMark(first) is { } marked)
        {
            return Lenient(marked);
        }

        // A character cut off at the end of the window is not counted.
        var chars = new char[first.Length + 1];
        var text = chars.AsSpan(0, Encoding.UTF8.GetDecoder().GetChars(first[Mark(first)..], chars, flush: false));
        var lost = text.Count('\uFFFD');

        // Bytes of GBK hardly ever make characters of UTF-8.
        return Lenient(lost == 0 || lost * 3 < text.Length - lost - text.CountAnyInRange('\0', '\x7F') ? Utf8 : Gb18030);
    }

    private static int CountAnyInRange(this Span<char> text, char low, char high)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += c >= low && c <= high ? 1 : 0;
        }

        return count;
    }

    /// <summary>The same encoding, taking what it cannot decode for U+FFFD.</summary>
    public static Encoding Lenient(Encoding strict)
    {
        var lenient = (Encoding)strict.Clone();
        lenient.DecoderFallback = new DecoderReplacementFallback("\uFFFD");
        return lenient;
    }

    /// <summary>An XML file's encoding as it declares it; a fault when its bytes are in another.</summary>
    public static Encoding OfXml(PeekedStream stream)
    {
        var first = stream.First;
        var marked = ByMark(first);
        if (marked is UnicodeEncoding)
        {
            return marked;
        }

        var declared = Declaration().Match(Encoding.Latin1.GetString(first[Mark(first)..Math.Min(first.Length, 200)])) is { Success: true } match ? match.Groups["name"].Value : "UTF-8";
        var encoding = Named(declared);
        if (marked is not null && encoding != marked)
        {
            throw FileFaultException.Encoding(declared, "UTF-8");
        }

        var isUtf8 = Fits(Utf8, first, stream.Short);
        if (encoding != Utf8 && isUtf8 && first.ContainsAnyExceptInRange((byte)0, (byte)0x7F))
        {
            throw FileFaultException.Encoding(declared, "UTF-8");
        }

        if (!Fits(encoding, first, stream.Short))
        {
            throw encoding == Utf8 && Fits(Gb18030, first, stream.Short)
                ? FileFaultException.Encoding(declared, "GBK / GB18030")
                : FileFaultException.NotText(declared, Convert.ToHexString(first[..Math.Min(8, first.Length)]));
        }

        return encoding;
    }

    /// <summary>Whether bytes are text in an encoding; a character cut off at the end of the window does no harm.</summary>
    private static bool Fits(Encoding encoding, ReadOnlySpan<byte> bytes, bool whole)
    {
        try
        {
            encoding.GetDecoder().GetCharCount(bytes[Mark(bytes)..], whole);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static Encoding Named(string declared) => declared.ToUpperInvariant() switch
    {
        "UTF-8" or "UTF8" or "US-ASCII" or "ASCII" => Utf8,
        "GBK" or "GB2312" or "GB18030" or "CP936" => Gb18030,
        "UTF-16" or "UTF-16LE" or "UTF-16BE" => throw FileFaultException.Encoding(declared, "UTF-8 / ASCII"),
        _ => throw FileFaultException.Encoding("UTF-8 | GBK | GB18030 | UTF-16", declared),
    };

    private static Encoding? ByMark(ReadOnlySpan<byte> first) =>
        first.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? Utf8
        : first.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) ? throw FileFaultException.Encoding("UTF-8 | GBK | UTF-16", "UTF-32")
        : first.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || first is [(byte)'<', 0, ..] ? Utf16Little
        : first.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || first is [0, (byte)'<', ..] ? Utf16Big
        : null;

    private static int Mark(ReadOnlySpan<byte> first) =>
        first.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : first.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || first.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? 2 : 0;

    [GeneratedRegex("""^\s*<\?xml[^>]*?\bencoding\s*=\s*["'](?<name>[A-Za-z0-9._-]{1,40})["']""", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}

/// <summary>What the first bytes of a file tell.</summary>
public enum FileKind
{
    Xml,
    Workbook,
    Text,
}
