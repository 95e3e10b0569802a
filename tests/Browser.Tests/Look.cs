namespace Zhirong.Browser.Tests;

/// <summary>How a page is looked at.</summary>
/// <param name="Language">zh or en.</param>
/// <param name="Theme">light or dark.</param>
public sealed record Look(int Width, int Height, string Language, string Theme)
{
    /// <summary>Both widths, both languages, both themes: eight.</summary>
    public static IReadOnlyList<Look> All { get; } = [.. from size in ((int, int)[])[(1360, 900), (390, 844)] from language in (string[])["zh", "en"] from theme in (string[])["light", "dark"] select new Look(size.Item1, size.Item2, language, theme)];

    /// <summary>Four looks in which every width meets both languages and both themes.</summary>
    public static IReadOnlyList<Look> Pairs { get; } = [new(1360, 900, "zh", "light"), new(1360, 900, "en", "dark"), new(390, 844, "en", "light"), new(390, 844, "zh", "dark")];

    public override string ToString() => $"{Width}-{Language}-{Theme}";
}
