using System.Text.Json.Nodes;
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
        await Assertions.Expect(page.Page.Locator(".ant-select-item-option-active")).ToContainTextAsync(mark);
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

    /// <summary>What a licensee paid, by the bank's statement, repays a loan of the pledge in part and goes back to the licensor in part, with a second person and a payment the bank makes.</summary>
    [Fact]
    public async Task Collections_AreAppliedToALoan_AndReleasedToTheLicensor_ToTheFen()
    {
        using var http = desk.Client();
        var (mark, contract) = ($"{Guid.NewGuid():N}"[..8], $"XK-{Guid.NewGuid():N}"[..14]);
        var bank = await LoanSeeds.Bank(http);
        var number = $"34{Random.Shared.NextInt64(100_000_000_000, 999_999_999_999)}";
        var controlled = $"{(await RightTests.Post(http, "/api/v1/payments/accounts", new { role = "own", kind = "bank", number, name = $"回款监管户{mark}", agentCnaps = "313332082914", bookId = bank.Book, bookAccount = "1003", counterAccount = "201103" }))["id"]}";
        var (pledge, right) = await Income(http, $"许可企业{mark}", mark);
        var line = $"{(await RightTests.Post(http, "/api/v1/facilities", new { number = $"ED-{mark}", kind = "revolving", borrower = $"许可企业{mark}", amount = "90000.00", from = "2026-01-01", until = "2199-12-31", bookId = bank.Book, conditions = Array.Empty<string>(), pledges = new[] { pledge }, mostLtv = "0.9" }))["row"]!["id"]}";
        await RightTests.Post(http, "/api/v1/receivables", new { pledgeId = pledge, rightId = right, contractNo = contract, title = "专利许可费", licensor = $"许可企业{mark}", debtor = "丙制造有限公司", accountId = controlled, dues = new[] { new { dueOn = LoanSeeds.Today, amount = "30000.01" }, new { dueOn = "2030-06-30", amount = "70000.00" } } });
        var loan = await LoanSeeds.Living(desk, http, bank, line, $"JJ-{mark}", "45000.00");

        // The bank's file is dropped on the page; the money is there for use.
        await using var page = await desk.Open("/payments/statements");
        await page.Button("导入对账单").First.ClickAsync();
        await page.Page.Locator(".ant-modal input[type=file]").SetInputFilesAsync(new FilePayload { Name = "回款.csv", MimeType = "text/csv", Buffer = LoanSeeds.Statement(number, [("30000.01", "丙制造有限公司", contract, "")]) });
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Dialog).GetByText("1", new() { Exact = false }).First).ToBeVisibleAsync();
        for (var tries = 0; tries < 60 && await page.Page.GetByText("已到账", new() { Exact = true }).CountAsync() == 0; tries++)
        {
            await page.Go($"/pledges/{pledge}/receivables");
        }

        await page.Button("还贷", exact: true).ClickAsync();
        await page.Page.Locator("#use-amount").FillAsync("20,000.00");
        await page.Page.Locator(".ant-modal-footer .ant-btn-primary").ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Assertions.Expect(page.Page.GetByText("10,000.01").First).ToBeVisibleAsync();

        // More than is held is refused beside the field; what may go is asked for and agreed to by another.
        await page.Button("释放", exact: true).ClickAsync();
        foreach (var (id, typed) in ((string, string)[])[("amount", "10,000.02"), ("account", "33100200399"), ("agentCnaps", "313332082914"), ("reason", "按约释放")])
        {
            await page.Page.Locator($"#use-{id}").FillAsync(typed);
        }

        await page.Page.Locator(".ant-modal-footer .ant-btn-primary").ClickAsync();
        await Assertions.Expect(page.Page.GetByText("LEN-12", new() { Exact = false }).First).ToBeVisibleAsync();
        await page.Page.Locator("#use-amount").FillAsync("10,000.01");
        await page.Page.Locator(".ant-modal-footer .ant-btn-primary").ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Deciding.Agreed(desk, "lending.receivable.release");
        await page.Go($"/pledges/{pledge}/receivables");
        await Assertions.Expect(page.Page.GetByText("待付款", new() { Exact = true })).ToBeVisibleAsync();

        // The payment is made like any other, and the bank says that it was.
        var batch = JsonNode.Parse(await http.GetStringAsync($"/api/v1/payments/batches?query={contract}&pageSize=50"))!["items"]!.AsArray().First(b => $"{b!["title"]}".Contains(contract, StringComparison.Ordinal))!["id"]!.GetValue<string>();
        await PaymentSeeds.Approved(desk, http, batch);
        await RightTests.Post(http, $"/api/v1/payments/batches/{batch}/send", new { baseVersion = await PaymentSeeds.Version(http, batch) });
        var item = (await PaymentSeeds.Items(desk, batch))[0];
        await PaymentSeeds.Send(http, "/api/v1/payments/statements", LoanSeeds.Statement(number, [("-10000.01", $"许可企业{mark}", "", $"{item["endToEndId"]}")]));
        for (var tries = 0; tries < 60 && await page.Page.GetByText("已付", new() { Exact = true }).CountAsync() == 0; tries++)
        {
            await page.Go($"/pledges/{pledge}/receivables");
        }

        await Assertions.Expect(page.Page.GetByText("已付", new() { Exact = true })).ToBeVisibleAsync();
        var row = JsonNode.Parse(await http.GetStringAsync($"/api/v1/receivables?pledge={pledge}"))!["items"]![0]!;
        Assert.Equal(("30000.01", "20000.00", "10000.01", "0.00"), ($"{row["received"]}", $"{row["applied"]}", $"{row["released"]}", $"{row["held"]}"));
        Assert.Equal("20000.00", $"{JsonNode.Parse(await http.GetStringAsync($"/api/v1/loans/{loan}"))!["events"]!.AsArray().Single(e => $"{e!["kind"]}" == "receipt")!["amount"]}");
        DeskPage.NothingWrong(await page.In(Look.Pairs, "receivables-used", words: false));
    }

    /// <summary>Licence income under a pledge that stands in the unified register.</summary>
    private static async Task<(string Pledge, string Right)> Income(HttpClient http, string owner, string mark)
    {
        var right = $"{(await RightTests.Post(http, "/api/v1/rights", new { kind = "licence_income", number = $"XKSR-{mark}", statement = new { title = "专利许可收入", owners = new[] { new { name = owner } }, dates = new { registration = "2025-01-01" }, other = new { agreement_until = "2032-12-31" } } }))["right"]!["id"]}";
        var party = new { name = owner, address = "某市某路 1 号" };
        var made = await RightTests.Post(http, "/api/v1/pledges", new { contractNo = $"YSZK-{mark}", pledgors = new[] { party }, pledgee = new { name = "浏览器银行", address = "某市某路 2 号" }, claimKind = "loan", secured = "90000.00", debtFrom = "2026-01-01", debtTo = "2028-12-31", scope = "本金与利息", items = new[] { new { rightId = right, value = "120000.00", valueSource = "许可合同" } } });
        var (pledge, registration) = ($"{made["row"]!["id"]}", $"{made["registrations"]![0]!["id"]}");
        foreach (var ground in (string[])["M03", "M04", "M05"])
        {
            await RightTests.Post(http, $"/api/v1/registrations/{registration}/statements", new { kind = "confirmation", ground, who = "客户经理", document = "查询记录", on = "2026-03-02" });
        }

        await RightTests.Post(http, $"/api/v1/registrations/{registration}/steps", new { act = "sign", on = "2026-03-02" });
        await RightTests.Post(http, $"/api/v1/registrations/{registration}/steps", new { act = "submit", on = "2026-03-02", channel = "online", expires = "2031-03-01" });
        await RightTests.Post(http, $"/api/v1/registrations/{registration}/registry-steps", new { act = "accept", on = "2026-03-02" });
        await RightTests.Post(http, $"/api/v1/registrations/{registration}/registry-steps", new { act = "register", on = "2026-03-02", registrationNo = $"Y{Guid.NewGuid():N}"[..14], expires = "2031-03-01" });
        return (pledge, right);
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
