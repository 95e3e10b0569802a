using Microsoft.Playwright;
using Xunit;

namespace Zhirong.Browser.Tests;

/// <summary>Licence income that is pledged, on the pledge's page: entered from pasted lines, the debtor told and confirming, and the page in four looks.</summary>
public sealed class ReceivableTests(Desk desk)
{
    private const string Hash = "aa11bb22cc33dd44ee55ff66aa11bb22cc33dd44ee55ff66aa11bb22cc33dd44";

    [Fact]
    public async Task Receivable_FromPastedLines_IsConfirmedByTheDebtor_ToTheFen()
    {
        using var http = desk.Client();
        var (mark, contract) = ($"{Guid.NewGuid():N}"[..8], $"XK-{Guid.NewGuid():N}"[..14]);
        var owner = $"许可企业{mark}";
        var right = $"{(await RightTests.Post(http, "/api/v1/rights", new { kind = "licence_income", number = $"XKSR-{mark}", statement = new { title = "专利许可收入", owners = new[] { new { name = owner } }, dates = new { registration = "2025-01-01" } } }))["right"]!["id"]}";
        var party = new { name = owner, address = "某市某路 1 号" };
        var pledge = $"{(await RightTests.Post(http, "/api/v1/pledges", new { contractNo = $"YSZK-{mark}", pledgors = new[] { party }, pledgee = new { name = "浏览器银行", address = "某市某路 2 号" }, claimKind = "loan", secured = "100000.00", debtFrom = "2026-01-01", debtTo = "2028-12-31", scope = "本金与利息", items = new[] { new { rightId = right, value = "120000.00", valueSource = "许可合同" } } }))["row"]!["id"]}";
        await RightTests.Post(http, "/api/v1/payments/accounts", new { role = "own", kind = "bank", number = $"3300{mark}", name = $"回款监管户 {mark}", agentCnaps = "313332082914" });

        await using var page = await desk.Open($"/pledges/{pledge}/receivables");
        await page.Button("录入应收账款", exact: true).ClickAsync();
        await page.Page.Locator("#receivable-account").FillAsync(mark);
        await page.Page.Keyboard.PressAsync("Enter");
        foreach (var (id, typed) in ((string, string)[])[("contractNo", contract), ("title", "专利许可费"), ("debtor", "丙制造有限公司"), ("dues", "2026-03-31 50,000.01\n2099-06-30\t50000")])
        {
            await page.Page.Locator($"#receivable-{id}").FillAsync(typed);
        }

        await page.Page.Locator(".ant-modal-footer .ant-btn-primary").ClickAsync();
        await Assertions.Expect(page.Page.GetByText(contract).First).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByText("100,000.01").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByText("逾期", new() { Exact = false }).First).ToBeVisibleAsync();

        await page.Button("通知与确权", exact: true).ClickAsync();
        await Paper(page, "质押通知书");
        await Assertions.Expect(page.Page.GetByText("已通知", new() { Exact = true })).ToBeVisibleAsync();
        await page.Button("通知与确权", exact: true).ClickAsync();
        await page.Page.Locator("#paper-amount").FillAsync("100,000.00");
        await Paper(page, "应收账款确认书");
        await Assertions.Expect(page.Page.GetByText("LEN-1206")).ToBeVisibleAsync();
        await page.Page.Locator("#paper-amount").FillAsync("100,000.01");
        await page.Button("留存文件").ClickAsync();
        await Assertions.Expect(page.Page.GetByText("已确权", new() { Exact = true })).ToBeVisibleAsync();
        DeskPage.NothingWrong(await page.In(Look.Pairs, "receivables", words: false));
    }

    private static async Task Paper(DeskPage page, string document)
    {
        foreach (var (id, typed) in ((string, string)[])[("document", document), ("person", "财务部 王某"), ("hash", Hash)])
        {
            await page.Page.Locator($"#paper-{id}").FillAsync(typed);
        }

        await page.Button("留存文件").ClickAsync();
    }
}
