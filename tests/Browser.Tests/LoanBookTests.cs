using System.Text;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Zhirong.Browser.Tests;

/// <summary>An officer's register from the file to the book with a second person; an event of a loan that shows what it does first; the vault.</summary>
public sealed class LoanBookTests(Desk desk)
{
    private static string Today => $"{TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")):yyyy-MM-dd}";

    [Fact]
    public async Task Register_FromTheFileToTheBook_IsComparedApprovedAndLives()
    {
        var mark = $"{Guid.NewGuid():N}"[..8];
        using var http = desk.Client();
        await RightTests.Post(http, "/api/v1/ledger/books", new { code = $"BK-{mark}", name = "存量账簿", kind = "bank", openedOn = Today });
        var year = int.Parse(Today[..4], null);
        var sheet = $"借据号,合同号,借款人,借款金额（万元）,贷款余额（元）,执行年利率,还款方式,结息日,放款日,到期日,五级分类\n{mark}-1,HT-{mark},东海新材料有限公司,300,\"2,600,000.00\",3.45%,按月付息到期还本,20,{year - 1}-03-05,{year + 1}-03-05,正常\n{mark}-2,HT-{mark}-2,甬江科技有限公司,100,\"1,000,000.01\",3.45%,等额本息,,{year - 1}-03-05,{year + 1}-03-05,正常\n";
        await using var page = await desk.Open("/loans/imports");
        await page.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = $"台账{mark}.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(sheet) });
        await page.Choose(page.Page.Locator("#import-book"), $"BK-{mark}");
        await page.Picture("loan-import-form");
        await page.Button("读入核对").ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = $"台账{mark}.csv" })).ToBeVisibleAsync();
        await Expect(page.Page.GetByText("LEN-0743")).ToBeVisibleAsync();
        await using (var looked = await desk.Open(new Uri(page.Page.Url).AbsolutePath))
        {
            DeskPage.NothingWrong(await looked.In(Look.Pairs, "loan-import", words: false));
        }

        await page.Button("导入 1 笔").ClickAsync();
        await page.Page.GetByText("批准后自动办理；查看审批事项").ClickAsync();
        await Expect(page.Page.GetByText("2,600,000.00").First).ToBeVisibleAsync();
        var path = new Uri(page.Page.Url).AbsolutePath;
        await using (var deciding = await desk.Blank(login: "approver"))
        {
            await deciding.Go(path);
            await deciding.Page.FillAsync("#decide-note", "已核对余额");
            await deciding.Button("同意", exact: true).ClickAsync();
            await Expect(deciding.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("已办理", new() { Timeout = 40_000 });
        }

        await page.Go($"/loans?q={mark}");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = $"{mark}-1" }).ClickAsync();
        await Expect(page.Page.GetByText("2,600,000.00").First).ToBeVisibleAsync();
        await Charged(page);
    }

    /// <summary>A fee is shown before it is put up for approval.</summary>
    private static async Task Charged(DeskPage page)
    {
        await page.Button("登记事项").ClickAsync();
        await page.Page.GetByRole(AriaRole.Menuitem, new() { Name = "计收费用" }).ClickAsync();
        await page.Page.FillAsync("#event-amount", "1,200.50");
        await page.Page.FillAsync("#event-note", "诉讼保全费");
        var dialog = page.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "先看结果" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Row).Filter(new() { HasText = "未付费用" })).ToContainTextAsync("1,200.50");
        await page.Picture("loan-event");
        await page.IsSound();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await page.Page.GetByText("批准后自动办理；查看审批事项").ClickAsync();
        await Expect(page.Page.GetByText("诉讼保全费").First).ToBeVisibleAsync();
        await page.Picture("loan-event-case");
    }

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
}
