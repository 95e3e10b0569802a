using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Evidence.Model;

/// <summary>How a leaf says who did it: the name people know, and behind it the user's id, which no other person of that name has.</summary>
public static class Signer
{
    private const int IdLength = 36;

    /// <summary>A leaf's <c>by</c> holds 200 characters, the id among them.</summary>
    private const int Longest = 160;

    /// <summary><c>张三 (0198…)</c>; the name alone for whoever did not sign in.</summary>
    public static string Of(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.User == Guid.Empty ? viewer.Person : $"{Cut(viewer.Person)} ({viewer.User:D})";
    }

    /// <summary>The name alone.</summary>
    public static string Name(string by)
    {
        ArgumentNullException.ThrowIfNull(by);
        var cut = by.Length - IdLength - 3;
        return cut >= 0 && by[cut..].StartsWith(" (", StringComparison.Ordinal) && by[^1] == ')' && Guid.TryParseExact(by.AsSpan(cut + 2, IdLength), "D", out _) ? by[..cut] : by;
    }

    /// <summary>Whether a leaf names this person.</summary>
    public static bool Names(string by, string person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return by == person || Name(by) == Cut(person);
    }

    private static string Cut(string person) => person.Length <= Longest ? person : person[..Longest];
}
