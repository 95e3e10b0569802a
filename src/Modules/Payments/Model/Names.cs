using System.Text;

namespace Zhirong.Modules.Payments.Model;

/// <summary>Compares names and account numbers as banks do: blanks, width of characters and brackets aside.</summary>
internal static class Names
{
    public static bool Same(string ours, string theirs) => Plain(ours) == Plain(theirs);

    /// <summary>An account may be masked (<c>6222****1234</c>): what stands must agree.</summary>
    public static bool SameAccount(string ours, string theirs)
    {
        var (own, other) = (Plain(ours), Plain(theirs));
        if (!other.Contains('*', StringComparison.Ordinal))
        {
            return own == other;
        }

        var (head, tail) = (other[..other.IndexOf('*', StringComparison.Ordinal)], other[(other.LastIndexOf('*') + 1)..]);
        return own.Length >= head.Length + tail.Length && own.StartsWith(head, StringComparison.Ordinal) && own.EndsWith(tail, StringComparison.Ordinal);
    }

    /// <summary>Upper case, half width, without blanks and dashes.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
        {
            if (!char.IsWhiteSpace(c) && c is not ('-' or '\u200B' or '\uFEFF'))
            {
                plain.Append(char.ToUpperInvariant(c is '〔' or '【' or '[' ? '(' : c is '〕' or '】' or ']' ? ')' : c));
            }
        }

        return plain.ToString();
    }
}
