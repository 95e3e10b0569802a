using System.Text.RegularExpressions;

namespace Zhirong.Engine.Diligence.Portfolios;

/// <summary>A field of technology: the main group of an IPC symbol, or the class of a design.</summary>
public static partial class TechnologyField
{
    /// <summary><c>B29C45/7312</c> and <c>B29C 45/00</c> are both <c>B29C 45/00</c>; a class of designs (<c>09-03</c>) stays; null for anything else.</summary>
    public static string? Of(string? symbol)
    {
        if (symbol is null)
        {
            return null;
        }

        var text = symbol.Trim().ToUpperInvariant();
        return Ipc().Match(text) is { Success: true } ipc ? $"{ipc.Groups["subclass"].Value} {ipc.Groups["group"].Value}/00" : Locarno().IsMatch(text) ? text[..5] : null;
    }

    /// <summary>The subclass of a main group: fields of one subclass are near each other.</summary>
    public static string Near(string field) => field.Split(' ')[0];

    [GeneratedRegex(@"^(?<subclass>[A-H]\d{2}[A-Z])\s*0*(?<group>\d{1,4})/\d+")]
    private static partial Regex Ipc();

    [GeneratedRegex(@"^\d{2}-\d{2}")]
    private static partial Regex Locarno();
}
