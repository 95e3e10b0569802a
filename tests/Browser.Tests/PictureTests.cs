using Xunit;

namespace Zhirong.Browser.Tests;

/// <summary>The pages of a deal at both widths, in both languages and both themes: sound, reachable for everybody, and a picture to look at.</summary>
public sealed class PictureTests(Desk desk)
{
    private static readonly string[] Tabs = ["overview", "terms?part=assets", "cash", "scenarios", "runs", "versions"];

    [Fact]
    public async Task Pages_InEveryLook_AreSoundAndAccessible()
    {
        var id = await desk.Own("S05");
        var faults = new List<string>();
        await using var page = await desk.Open("/");
        foreach (var path in (string[])["/", "/deals", "/shelves", .. Tabs.Select(tab => $"/deals/{id}/{tab}")])
        {
            await page.Go(path);
            var name = path.Length == 1 ? "home" : path.Trim('/').Replace(id, "deal", StringComparison.Ordinal).Replace('/', '-').Replace('?', '-').Replace('=', '-');
            faults.AddRange(await page.In(Look.All, name));
        }

        DeskPage.NothingWrong(faults);
    }

    /// <summary>A page opened at once in the other language and theme on a telephone, as it is there from the first moment.</summary>
    [Fact]
    public async Task Page_OpenedInAnotherLook_StandsInItFromTheStart()
    {
        await using var page = await desk.Open("/deals", 390, 844, "en", "dark");
        await page.IsSound();
        Assert.Empty(await page.AccessibilityFaults());
        Assert.Empty(await page.Leftovers());
        Assert.Equal("en", await page.Page.EvaluateAsync<string>("() => document.documentElement.lang"));
    }
}
