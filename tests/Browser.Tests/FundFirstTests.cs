using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Zhirong.Browser.Tests;

/// <summary>Money paid before its pledge: shown with its day and what is missing, its pledge made from the row with what is known, its filing opened from there.</summary>
public sealed class FundFirstTests(Desk desk)
{
    [Fact]
    public async Task Watch_OfMoneyPaidFirst_LeadsToItsPledgeAndThenToTheFiling()
    {
        using var http = desk.Client();
        using var risk = await desk.Client("risk-manager");
        await Paid(http, risk);
        var found = JsonNode.Parse(await http.GetStringAsync("/api/v1/lending/instant/watches?state=waiting"))!;
        var late = found["items"]!.AsArray().First(i => i!["start"] is not null && i["missing"]!.AsArray().Count == 3)!;
        var (firm, amount) = ($"{late["firmName"]}", decimal.Parse($"{late["amount"]}", System.Globalization.CultureInfo.InvariantCulture));

        await using var page = await desk.Open("/lending/fund-first?state=waiting");
        var row = page.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = firm });
        await Expect(row).ToContainTextAsync("质押合同");
        await Expect(row).ToContainTextAsync("待登记");
        var faults = new List<string>(await page.In(Look.Pairs, "fund-first", words: false));
        await page.Page.EvaluateAsync("() => localStorage.setItem('zhirong.language', 'zh')");
        await page.Go($"/lending/fund-first?q={Uri.EscapeDataString(firm)}");
        await row.GetByRole(AriaRole.Button, new() { Name = "签质押合同" }).ClickAsync();

        // What is known stands there already; what only a person knows is typed.
        await Expect(page.Page.Locator("#pledge-pledgors")).ToHaveValueAsync(firm);
        await Expect(page.Page.Locator("#pledge-mainContractNo")).ToHaveValueAsync($"{late["facility"]}");
        await Expect(page.Page.Locator("#pledge-secured")).ToHaveValueAsync($"{late["amount"]}");
        var contract = $"XF-{Guid.NewGuid():N}"[..14];
        foreach (var (id, typed) in ((string, string)[])[("contractNo", contract), ("pledgee", "浏览器银行")])
        {
            await page.Page.Locator($"#pledge-{id}").FillAsync(typed);
        }

        await page.Button("读取并核对").ClickAsync();
        await page.Button("建立质押", exact: true).ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = contract })).ToBeVisibleAsync();
        await Expect(page.Page.GetByText(amount.ToString("#,##0.00", System.Globalization.CultureInfo.InvariantCulture)).First).ToBeVisibleAsync();

        await page.Go($"/lending/fund-first?q={Uri.EscapeDataString(firm)}");
        await Expect(row).ToContainTextAsync(contract);
        await Expect(row).ToContainTextAsync("报送登记");
        await Expect(row.GetByRole(AriaRole.Button, new() { Name = "签质押合同" })).ToHaveCountAsync(0);
        await row.GetByRole(AriaRole.Link, new() { Name = "办理登记" }).First.ClickAsync();
        await page.Arrives("/registrations/([0-9a-f-]{36})");
        DeskPage.NothingWrong(faults);
    }

    /// <summary>A firm whose index is known, a mandate that permits paying first, and a loan signed and paid under it.</summary>
    private static async Task Paid(HttpClient http, HttpClient risk)
    {
        var (mark, today) = ($"{Guid.NewGuid():N}"[..8], DateTimeOffset.UtcNow.AddHours(8));
        var name = $"先放企业{mark}";
        var firm = (await RightTests.Post(http, "/api/v1/firms", new { code = RightTests.Code(), name, region = "330602" }))["firm"]!["id"]!.GetValue<string>();
        foreach (var (year, revenue) in ((int, string)[])[(2024, "40000000.00"), (2025, "46000000.00")])
        {
            await RightTests.Post(http, $"/api/v1/firms/{firm}/statements", new { periodEnd = $"{year}-12-31", months = 12, figures = new { revenue, rd_expense = "3000000.00", total_assets = "60000000.00", total_liabilities = "20000000.00", equity = "40000000.00" }, source = $"{year} 年审计报告", asOf = $"{year + 1}-04-20" });
        }

        for (var n = 0; n < 3; n++)
        {
            var statement = new { title = $"一种薄膜 {n}", owners = new[] { new { name } }, dates = new { filing = "2019-02-15", grant = "2021-02-15" }, claims = 10, citedBy = 4 };
            var right = (await RightTests.Post(http, "/api/v1/rights", new { kind = "invention", number = RightTests.Number(1), statement }))["right"]!["id"]!.GetValue<string>();
            await RightTests.Post(http, $"/api/v1/rights/{right}/events", new { effect = "granted", effectiveOn = "2021-02-15", recordedOn = "2021-02-15" });
        }

        var book = (await RightTests.Post(http, "/api/v1/ledger/books", new { code = $"XF-{mark}", name = "信贷账簿", kind = "bank", openedOn = $"{today:yyyy-MM-dd}" }))["id"]!.GetValue<string>();
        var account = (await RightTests.Post(http, "/api/v1/payments/accounts", new { role = "own", kind = "bank", number = $"33060{Random.Shared.Next(100_000_000):D8}", name = "行内入账户", agentCnaps = "313337009014", bookId = book, bookAccount = "201101", counterAccount = "130301" }))["id"]!.GetValue<string>();
        var asked = await RightTests.Post(http, "/api/v1/lending/mandates", new { code = $"SQ-{mark}", title = "快贷", product = "index-loan", policy = "index-loan", firmCap = "3000000.00", total = "5000000.00", dayCap = "5000000.00", from = $"{today:yyyy-MM-dd}", until = $"{today.AddDays(90):yyyy-MM-dd}", accountId = account, firstFund = true, mostInWindow = 9 });
        await RightTests.Post(risk, $"/api/v1/approvals/{asked["approval"]}/decide", new { round = 1, decision = "approve" });
        JsonArray made;
        for (var tries = 0; (made = JsonNode.Parse(await http.GetStringAsync($"/api/v1/lending/mandates?q=SQ-{mark}"))!["items"]!.AsArray()).Count == 0 && tries < 200; tries++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        var facts = new Dictionary<string, object> { ["firm.founded"] = "2015-06-01", ["firm.dishonest"] = new { value = false, source = "中国执行信息公开网", date = $"{DateTime.UtcNow.AddDays(-2):yyyy-MM-dd}" }, ["firm.tax_rating"] = "A", ["firm.overdue_days"] = 0 };
        var offer = await RightTests.Post(http, "/api/v1/lending/instant", new { mandateId = $"{made[0]!["id"]}", requestNo = $"SD-{mark}", firmId = firm, amount = "1000000.00", months = 12, purpose = "采购原料", payee = name, account = "6217001", facts });
        await RightTests.Post(http, $"/api/v1/lending/instant/{offer["row"]!["id"]}/sign", new { signer = "法定代表人", provider = "电子签平台", reference = $"ES-{mark}", sha256 = $"{offer["contract"]!["sha256"]}", signedAt = DateTimeOffset.UtcNow.ToString("O") });
    }
}
