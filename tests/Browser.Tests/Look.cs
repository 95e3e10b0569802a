namespace Zhirong.Browser.Tests;

/// <summary>How a page is looked at.</summary>
/// <param name="Language">zh or en.</param>
/// <param name="Theme">light or dark.</param>
public sealed record Look(int Width, int Height, string Language, string Theme)
{
    /// <summary>Whether the long tests run, which look at every page in more ways.</summary>
    public static bool Long { get; } = Environment.GetEnvironmentVariable("ZHIRONG_LONG") == "1";

    private static readonly Look[] Four = [new(1360, 900, "zh", "light"), new(390, 844, "en", "dark"), new(1360, 900, "en", "dark"), new(390, 844, "zh", "light")];

    /// <summary>In the long tests both widths, both languages, both themes, eight; else four of them.</summary>
    public static IReadOnlyList<Look> All { get; } = Long ? [.. from size in ((int, int)[])[(1360, 900), (390, 844)] from language in (string[])["zh", "en"] from theme in (string[])["light", "dark"] select new Look(size.Item1, size.Item2, language, theme)] : Four;

    /// <summary>Each width, language and theme at least once: two looks, in the long tests four.</summary>
    public static IReadOnlyList<Look> Pairs { get; } = Long ? Four : Four[..2];

    public override string ToString() => $"{Width}-{Language}-{Theme}";
}
