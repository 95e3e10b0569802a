using System.Text;
using Microsoft.Playwright;
using Xunit;

namespace Zhirong.Browser.Tests;

/// <summary>Registers taken in, letters, breaches and the vault: their pages.</summary>
public sealed class LoanBookTests(Desk desk)
{
    [Fact]
    public async Task Pages_OfBreachesVaultAndSheets_AreSoundAndAccessible()
    {
        await using var page = await desk.Open("/certificates");
        var faults = new List<string>();
        foreach (var (name, path) in ((string, string)[])[("vault", "/certificates"), ("breaches", "/loans/breaches"), ("dunning", "/loans/dunning"), ("loan-imports", "/loans/imports"), ("loans-dates", "/loans")])
        {
            await page.Go(path);
            faults.AddRange(await page.In(Look.Pairs, name, words: name != "loan-imports"));
        }

        DeskPage.NothingWrong(faults);
    }

    [Fact]
    public async Task Mapping_OfASheetWithTitlesOfItsOwn_IsMadeInATableAndKept()
    {
        await using var page = await desk.Open("/loans/imports");
        await Assertions.Expect(page.Button("先选台账文件")).ToBeDisabledAsync();
        await page.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "台账.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes("某支行台账,,\n内部编号,客户,利率\nJJ-9001,甲公司,6%\n") });
        await page.Button("保存列名映射").ClickAsync();
        var dialog = page.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog.GetByText("列名在第 2 行")).ToBeVisibleAsync();
        await Assertions.Expect(dialog.GetByText("JJ-9001")).ToBeVisibleAsync();
        await Assertions.Expect(dialog.GetByText("还没有列对应：借据号")).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Combobox, new() { Name = "内部编号 对应字段", Exact = true }).FillAsync("借据号");
        await page.Page.Locator(".ant-select-item-option", new() { HasText = "借据号" }).ClickAsync();
        await Assertions.Expect(dialog.GetByText("还没有列对应：借据号")).ToHaveCountAsync(0);
        await page.Page.Locator("#mapping-name").FillAsync("某支行");
        await page.Picture("loan-mapping");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "保存列名映射" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Assertions.Expect(page.Page.Locator(".ant-select", new() { HasText = "某支行" })).ToBeVisibleAsync();
    }
}
