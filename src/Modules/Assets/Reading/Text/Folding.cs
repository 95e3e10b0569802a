using System.Buffers;
using System.Net;
using System.Text;

namespace Zhirong.Modules.Assets.Reading.Text;

/// <summary>
/// Text of registers in one form: full-width letters, digits, brackets and colons as ordinary ones, blanks of every width as
/// one blank, no control characters, trimmed.
/// </summary>
/// <remarks>These are the foldings of Unicode's NFKC that occur in registers; the runtime's own normalisation is absent without ICU.</remarks>
internal static class Folding
{
    private const string Pairs =
        "℃ °C ㎡ m2 ㎝ cm ㎜ mm ㎏ kg № No … ... ㈱ (株) Ⅰ I Ⅱ II Ⅲ III Ⅳ IV Ⅴ V Ⅵ VI Ⅶ VII Ⅷ VIII Ⅸ IX Ⅹ X ① 1 ② 2 ③ 3 ④ 4 ⑤ 5 ⑥ 6 ⑦ 7 ⑧ 8 ⑨ 9 ² 2 ³ 3 ¹ 1 ₂ 2 ₃ 3 ﬁ fi ﬂ fl ￥ ¥";

    /// <summary>Most characters one is replaced by.</summary>
    private const int Widest = 4;

    /// <summary>Texts up to this length are folded on the stack.</summary>
    private const int Short = 200;

    private static readonly SearchValues<char> Plain = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ.,:;/()-+");

    /// <summary>What a character is replaced by; null where it stays.</summary>
    private static readonly string?[] Replaced = Table();

    private static readonly SearchValues<char> Foldable = SearchValues.Create([.. Enumerable.Range(0, Replaced.Length).Where(c => Replaced[c] is not null).Select(c => (char)c)]);

    /// <summary>Folded and trimmed; line ends stay.</summary>
    public static string Clean(string text)
    {
        var plain = text.Contains('&', StringComparison.Ordinal) && text.Contains(';', StringComparison.Ordinal) ? Decoded(text) : text;
        if (plain.AsSpan().IndexOfAny(Foldable) < 0)
        {
            return plain.Trim();
        }

        return plain.Length <= Short ? Folded(plain, stackalloc char[Short * Widest]) : Folded(plain, new char[plain.Length * Widest]);
    }

    private static string Folded(string text, Span<char> folded)
    {
        var length = 0;
        foreach (var c in text)
        {
            if (Replaced[c] is not { } other)
            {
                folded[length++] = c;
                continue;
            }

            other.CopyTo(folded[length..]);
            length += other.Length;
        }

        return new string(folded[..length].Trim());
    }

    /// <summary>On one line: runs of blanks and line ends become one blank.</summary>
    public static string Line(string text)
    {
        var clean = Clean(text);
        return clean.AsSpan().IndexOfAny("\n\t") < 0 && !clean.Contains("  ", StringComparison.Ordinal)
            ? clean
            : string.Join(' ', clean.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The form in which titles and words are compared: folded, without any blank, in capitals.</summary>
    public static string Key(string text)
    {
        var clean = Clean(text);
        if (clean.AsSpan().IndexOfAnyExcept(Plain) < 0)
        {
            return clean;
        }

        var key = new StringBuilder(clean.Length);
        foreach (var c in clean)
        {
            if (!char.IsWhiteSpace(c))
            {
                key.Append(char.ToUpperInvariant(c));
            }
        }

        return key.ToString();
    }

    private static string Decoded(string text)
    {
        var once = WebUtility.HtmlDecode(text);
        return once.Contains("&nbsp;", StringComparison.Ordinal) ? WebUtility.HtmlDecode(once) : once;
    }

    private static string?[] Table()
    {
        var table = new string?[char.MaxValue + 1];
        for (var c = 0; c < table.Length; c++)
        {
            table[c] = (char)c switch
            {
                '\n' or '\t' => null,
                '\u2028' or '\u2029' or '\u0085' => "\n",
                '\u3000' or '\u00A0' or '\u202F' or '\u205F' or (>= '\u2000' and <= '\u200A') => " ",
                >= '\uFF01' and <= '\uFF5E' => ((char)(c - 0xFEE0)).ToString(),

                // Marks of direction, joiners, byte order marks, soft hyphens.
                (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or '\uFEFF' or '\u00AD' => "",
                var control when char.IsControl(control) => "",
                _ => null,
            };
        }

        var pairs = Pairs.Split(' ');
        for (var i = 0; i < pairs.Length; i += 2)
        {
            table[pairs[i][0]] = pairs[i + 1];
        }

        return table;
    }
}
