using System.Text.RegularExpressions;

namespace Zhirong.Engine.Matching.Analysis;

/// <summary>How far two symbols of the International Patent Classification go together: the deepest level they share.</summary>
public enum IpcLevel
{
    None,
    Section,
    Class,
    Subclass,
    MainGroup,
    Subgroup,
}

/// <summary>The names of the levels, in files and for people.</summary>
public static class IpcLevels
{
    public static IReadOnlyList<string> Keys { get; } = ["none", "section", "class", "subclass", "main_group", "subgroup"];

    public static string Key(this IpcLevel level) => Keys[(int)level];

    public static Basics.Words Title(this IpcLevel level) => level switch
    {
        IpcLevel.Section => new("部", "section"),
        IpcLevel.Class => new("大类", "class"),
        IpcLevel.Subclass => new("小类", "subclass"),
        IpcLevel.MainGroup => new("大组", "main group"),
        IpcLevel.Subgroup => new("小组", "subgroup"),
        _ => new("无", "none"),
    };
}

/// <summary>
/// A symbol of the IPC, or its beginning, in one spelling: <c>H</c>, <c>H01</c>, <c>H01M</c>, <c>H01M10</c>, <c>H01M10/0525</c>.
/// </summary>
public readonly partial record struct IpcSymbol
{
    private IpcSymbol(string text) => Text = text;

    public string Text { get; }

    /// <summary>
    /// Reads <c>H01M 10/0525</c>, <c>h01m10/0525</c>, full-width letters, <c>H01M  010/0525 (2006.01)</c> and the fixed form of WIPO
    /// ST.8 (<c>H01M0010052500</c>); null for anything else, a class of Locarno (<c>09-03</c>) among it.
    /// </summary>
    public static IpcSymbol? Of(string text)
    {
        var folded = CharacterFolds.Fold(text).Trim().ToUpperInvariant();
        if (folded.Length is 0 or > 60)
        {
            return null;
        }

        if (Beginning().IsMatch(folded))
        {
            return new(folded);
        }

        var match = Fixed().Match(folded);
        match = match.Success ? match : Written().Match(folded);
        return match.Success ? Of(match) : null;
    }

    /// <summary>The whole symbols, with a group, that stand in a text; each once, in order.</summary>
    public static IReadOnlyList<IpcSymbol> Within(string text) =>
        [.. Standing().Matches(CharacterFolds.Fold(text).ToUpperInvariant()).Select(Of).Distinct()];

    /// <summary>A folded text without the symbols that stand in it, which are no words.</summary>
    public static string LeftOut(string folded) => Standing().Replace(folded, " ");

    /// <summary>The deepest level both share.</summary>
    public static IpcLevel Common(IpcSymbol a, IpcSymbol b)
    {
        for (var level = IpcLevel.Subgroup; level > IpcLevel.None; level--)
        {
            if (a.At(level) is { } here && here == b.At(level))
            {
                return level;
            }
        }

        return IpcLevel.None;
    }

    /// <summary>The symbol cut at a level; null where it does not reach it.</summary>
    public string? At(IpcLevel level)
    {
        var slash = Text.IndexOf('/', StringComparison.Ordinal);
        return level switch
        {
            IpcLevel.Section => Text[..1],
            IpcLevel.Class when Text.Length >= 3 => Text[..3],
            IpcLevel.Subclass when Text.Length >= 4 => Text[..4],
            IpcLevel.MainGroup when Text.Length > 4 => slash < 0 ? Text : Text[..slash],
            IpcLevel.Subgroup when slash > 0 => Text,
            _ => null,
        };
    }

    public override string ToString() => Text;

    private static IpcSymbol Of(Match match)
    {
        var (main, group) = (match.Groups["main"].Value.TrimStart('0'), match.Groups["group"].Value);
        var text = main.Length == 0 ? match.Groups["subclass"].Value : $"{match.Groups["subclass"].Value}{main}";
        return new(group.Length == 0 || main.Length == 0 ? text : $"{text}/{group[..2]}{group[2..].TrimEnd('0')}");
    }

    [GeneratedRegex(@"\A[A-H](?:[0-9]{2})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"\A(?<subclass>[A-H][0-9]{2}[A-Z])(?<main>[0-9]{4})(?<group>[0-9]{6})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Fixed();

    [GeneratedRegex(@"\A(?<subclass>[A-H][0-9]{2}[A-Z])(?:[\s-]*0{0,3}(?<main>[1-9][0-9]{0,3})(?:\s*/\s*(?<group>[0-9]{2,6}))?)?(?:\s*\([0-9]{4}\.[0-9]{2}\)[\sA-Z]*|\s+[A-Z](?:\s+[A-Z])*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Written();

    [GeneratedRegex(@"(?<![A-Z0-9])(?<subclass>[A-H][0-9]{2}[A-Z])[\s-]{0,4}0{0,3}(?<main>[1-9][0-9]{0,3})\s?/\s?(?<group>[0-9]{2,6})(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Standing();
}
