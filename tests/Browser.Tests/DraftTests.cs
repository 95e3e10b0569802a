using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Zhirong.Browser.Tests;

/// <summary>What was typed is never lost: not by reload, back, a lost connection or another person.</summary>
public sealed class DraftTests(Desk desk)
{
    [Fact]
    public async Task Draft_AfterReloadAndBack_IsStillThere()
    {
        var id = await desk.Own("S05");
        await using var page = await desk.Open($"/deals/{id}/terms?part=notes");
        await Coupon(page, "4.30%");
        await page.Page.ReloadAsync();
        await Expect(page.Page.GetByText("未保存的修改")).ToBeVisibleAsync();
        await page.Go("/deals");
        await page.Page.GoBackAsync();
        await Expect(page.Page.GetByText("未保存的修改")).ToBeVisibleAsync();
        await Expect(page.Page.GetByText("4.30%").First).ToBeVisibleAsync();
        await page.IsSound();
    }

    [Fact]
    public async Task Draft_WhileTheConnectionIsLost_IsKeptAndCalculatedLater()
    {
        var id = await desk.Own("S05");
        await using var page = await desk.Open($"/deals/{id}/terms?part=notes");
        await Expect(page.Page.GetByRole(AriaRole.Gridcell, new() { Name = "4.20%" }).First).ToBeVisibleAsync();
        await page.Page.Context.SetOfflineAsync(true);
        await Coupon(page, "4.40%");
        await Expect(page.Page.GetByText("未保存的修改")).ToBeVisibleAsync();
        await page.Page.Context.SetOfflineAsync(false);
        await page.Tab("现金流").ClickAsync();
        await page.Page.GetByText("元", new() { Exact = true }).First.ClickAsync();

        // 320,150,000 × 4.4 % × 90 / 365.
        await Expect(page.Page.GetByText("3,473,408.22", new() { Exact = true }).First).ToBeVisibleAsync();
        await page.IsSound();
    }

    [Fact]
    public async Task Save_AfterSomebodyElse_ShowsBothAndMerges()
    {
        var id = await desk.Own("S05");
        await using var page = await desk.Open($"/deals/{id}/terms?part=notes");
        await Coupon(page, "4.50%");
        await desk.SaveElsewhere(id, "rate: 0.0010}", "rate: 0.0012}");
        await Save(page);
        var dialog = page.Page.GetByRole(AriaRole.Dialog).Filter(new() { HasText = "他人已保存第 2 版" });
        await Expect(dialog).ToContainTextAsync("fees.mgmt.rate");
        await Expect(dialog).ToContainTextAsync("tranches.A.coupon");
        await page.Picture("conflict-1360-zh-light");
        await page.Button("把对方的修改并入我的").ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
        await Save(page);
        await Expect(page.Page.GetByText("已保存为第 3 版").First).ToBeVisibleAsync();
        using var http = desk.Client();
        var text = await http.GetStringAsync($"/api/v1/deals/{id}");
        Assert.Contains("rate: 0.0012", text, StringComparison.Ordinal);
        Assert.Contains("coupon: 0.045", text, StringComparison.Ordinal);
        await page.IsSound();
    }

    private static async Task Coupon(DeskPage page, string coupon)
    {
        await page.Page.GetByRole(AriaRole.Gridcell, new() { Name = "4.20%" }).First.ClickAsync();
        await page.Page.Keyboard.TypeAsync(coupon);
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Page.GetByText("未保存的修改")).ToBeVisibleAsync();
    }

    private static async Task Save(DeskPage page)
    {
        await page.Button("保存为新版本").First.ClickAsync();
        var dialog = page.Page.GetByRole(AriaRole.Dialog).Filter(new() { HasText = "修改原因" });
        await dialog.GetByRole(AriaRole.Textbox).FillAsync("调整票面");
        await dialog.GetByRole(AriaRole.Button).Last.ClickAsync();
    }
}
