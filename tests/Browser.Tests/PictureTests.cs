using Xunit;

namespace Zhirong.Browser.Tests;

/// <summary>Every page at both widths, in both languages and both themes: sound, reachable for everybody, and a picture to look at.</summary>
public sealed class PictureTests(Desk desk)
{
    private static readonly string[] Tabs = ["overview", "terms?part=assets", "cash", "scenarios", "runs", "versions"];

    public static TheoryData<int, int, string, string> Looks => new()
    {
        { 1360, 900, "zh", "light" }, { 1360, 900, "zh", "dark" }, { 1360, 900, "en", "light" }, { 1360, 900, "en", "dark" },
        { 390, 844, "zh", "light" }, { 390, 844, "zh", "dark" }, { 390, 844, "en", "light" }, { 390, 844, "en", "dark" },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Pages_InEveryLook_AreSoundAndAccessible(int width, int height, string language, string theme)
    {
        var id = await desk.Own("S05");
        var faults = new List<string>();
        await using var page = await desk.Open("/", width, height, language, theme);
        foreach (var path in (string[])["/", "/deals", "/shelves", .. Tabs.Select(tab => $"/deals/{id}/{tab}")])
        {
            await page.Go(path);
            var name = path.Length == 1 ? "home" : path.Trim('/').Replace(id, "deal", StringComparison.Ordinal).Replace('/', '-').Replace('?', '-').Replace('=', '-');
            await page.Picture($"{name}-{width}-{language}-{theme}");
            await page.IsSound();
            faults.AddRange((await page.AccessibilityFaults()).Select(fault => $"{name}: {fault}"));
            if (language == "en" && !path.Contains("assets", StringComparison.Ordinal))
            {
                faults.AddRange(await page.Leftovers());
            }
        }

        Assert.Empty(faults);
    }
}
