using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Zhirong.Browser.Tests;

/// <summary>An arranger's work from door to file, by the words on the screen.</summary>
public sealed class ArrangerTests(Desk desk)
{
    [Fact]
    public async Task Door_OfTheFoundingCase_OpensTheDealWithItsFigures()
    {
        await using var page = await desk.Open("/");
        await page.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("S05") }).First.ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("中技所-中关村担保-长江-1期");
        await page.Tab("现金流").ClickAsync();
        await page.Page.GetByText("元", new() { Exact = true }).First.ClickAsync();

        // As `deal run` prints the first date.
        foreach (var figure in new[] { "3,315,526.03", "26,668,495.00", "142,914.17", "297,275.76" })
        {
            await Expect(page.Page.GetByText(figure, new() { Exact = true }).First).ToBeVisibleAsync();
        }

        await page.IsSound();
    }

    [Fact]
    public async Task Terms_PastedAndBroken_ShowTheFindingUntilMended()
    {
        var id = await desk.Own("S05");
        await using var page = await desk.Open($"/deals/{id}/terms?part=assets");
        var obligors = page.Grid("底层企业");
        await obligors.GetByRole(AriaRole.Gridcell, new() { Name = "30,000,000.00" }).First.ClickAsync();
        await page.Paste("2900万\n3,100万\n");
        await Expect(obligors.GetByText("29,000,000.00")).ToBeVisibleAsync();
        await Expect(obligors.GetByText("31,000,000.00")).ToBeVisibleAsync();
        await Expect(page.Page.GetByText("未保存的修改")).ToBeVisibleAsync();

        // One firm's debt falls below the pool that the notes need: the size is no longer covered.
        await page.Paste("1000万\n3,100万\n");
        await Expect(page.Page.GetByText("LINT-0102").First).ToBeVisibleAsync();
        await page.Page.Keyboard.PressAsync("Control+Z");
        await Expect(page.Page.GetByText("LINT-0102")).ToHaveCountAsync(0);
        await page.IsSound();
    }

    [Fact]
    public async Task Yaml_BrokenLine_IsMarkedAndTheTextIsKept()
    {
        var id = await desk.Own("S01");
        await using var page = await desk.Open($"/deals/{id}/terms?part=yaml");
        var editor = page.Page.Locator(".cm-content");
        await editor.ClickAsync();
        await page.Page.Keyboard.PressAsync("Control+Home");
        await page.Page.Keyboard.TypeAsync("sise: 1\n");
        await Expect(page.Page.GetByText("FLD-0104").First).ToBeVisibleAsync();
        await page.Page.ReloadAsync();
        await Expect(page.Page.Locator(".cm-content")).ToContainTextAsync("sise: 1");
        await page.IsSound();
    }

    [Fact]
    public async Task Why_OfAFigure_TellsFormulaAndPlaceInTheOrder()
    {
        var id = await desk.Own("S05");
        await using var page = await desk.Open($"/deals/{id}/cash");
        await page.Button("第 1 期 优先级利息").ClickAsync();
        var drawer = page.Page.GetByRole(AriaRole.Dialog);
        await Expect(drawer).ToContainTextAsync("足额支付");
        await Expect(drawer).ToContainTextAsync("3,315,526.03");
        await Expect(drawer).ToContainTextAsync("waterfalls.normal");
        await page.IsSound();
    }

    [Fact]
    public async Task Scenario_LargestFirmStops_StandsBesideTheBase()
    {
        var id = await desk.Own("S05");
        await using var page = await desk.Open($"/deals/{id}/scenarios");
        await page.Button("最大一户违约").ClickAsync();
        var compared = page.Page.GetByText("与基准比较").Locator("xpath=ancestor::section[1]");
        await Expect(page.Page.GetByText("项不同").First).ToBeVisibleAsync();
        await Expect(page.Page.GetByText("违约本金").First).ToBeVisibleAsync();

        // C01's whole debt, 30,000,000, is in default from the first date on.
        await Expect(page.Page.GetByText("3,000.00").First).ToBeVisibleAsync();
        await page.IsSound();
    }

    [Fact]
    public async Task Runs_KeptUnderTwoVersions_CompareLineByLine()
    {
        var id = await desk.Own("S05");
        await using var page = await desk.Open($"/deals/{id}/runs");
        await Keep(page);
        await desk.SaveElsewhere(id, "coupon: 0.0420", "coupon: 0.0430");
        await page.Go($"/deals/{id}/runs");
        await Keep(page);
        var rows = page.Page.GetByRole(AriaRole.Checkbox);
        await Expect(rows).ToHaveCountAsync(2);
        await rows.Nth(0).CheckAsync();
        await rows.Nth(1).CheckAsync();
        await Expect(page.Page.GetByText("只列不同的行").First).ToBeVisibleAsync();
        await Expect(page.Page.GetByText("优先级利息").First).ToBeVisibleAsync();
        await page.IsSound();
    }

    [Theory]
    [InlineData("现金流工作簿", "cashflow.xlsx")]
    [InlineData("条款工作簿", "terms.xlsx")]
    [InlineData("PDF", "report.pdf")]
    public async Task Export_OfWhatIsShown_IsAFile(string item, string file)
    {
        var id = await desk.Own("S01");
        await using var page = await desk.Open($"/deals/{id}/cash");
        await page.Button("导出").ClickAsync();
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.GetByRole(AriaRole.Menuitem).Filter(new() { HasText = item }).First.ClickAsync(), new() { Timeout = 60_000 });
        Assert.EndsWith(file, download.SuggestedFilename, StringComparison.Ordinal);
        Assert.True(new FileInfo((await download.PathAsync())!).Length > 5_000);
        await page.IsSound();
    }

    private static async Task Keep(DeskPage page)
    {
        await page.Button("保留本次运行").First.ClickAsync();
        var dialog = page.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button).Filter(new() { HasText = "保留" }).Last.ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
    }
}
