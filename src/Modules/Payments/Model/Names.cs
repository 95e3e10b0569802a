using Zhirong.Modules.Payments.Reconciling;

namespace Zhirong.Modules.Payments.Model;

/// <summary>Compares names and account numbers as banks do: blanks, width of characters and brackets aside.</summary>
internal static class Names
{
    public static bool Same(string ours, string theirs) => NameKey.Of(ours) == NameKey.Of(theirs);

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

    /// <summary>As names are compared, without dashes: for account numbers and prints.</summary>
    public static string Plain(string text) => NameKey.Of(text)?.Replace("-", "", StringComparison.Ordinal) ?? "";
}
