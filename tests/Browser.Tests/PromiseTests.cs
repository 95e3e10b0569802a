using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Xunit;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Outbox;

namespace Zhirong.Browser.Tests;

/// <summary>Two indicators promised in an application, frozen, carried by the loan drawn, measured: one kept, one missed, and both in the duty-of-care file.</summary>
public sealed class PromiseTests(Desk desk)
{
    private static string Today => $"{DateTime.UtcNow.AddHours(8):yyyy-MM-dd}";

    [Fact]
    public async Task Promises_FromTheApplicationToTheDutyOfCareFile()
    {
        using var http = desk.Client();
        var (firm, _, _) = await ValuationSeeds.Firm(http);
        var id = await Drafted(http, firm);
        await using var page = await desk.Open($"/lending/applications/{id}");
        var faults = new List<string>();
        await Promise(page, 0, "年营业收入", "98000000");
        await Assertions.Expect(page.Page.GetByText("98,000,000.00 元", new() { Exact = false }).First).ToBeVisibleAsync();
        await Promise(page, 1, "有效发明专利数", "3");
        await Assertions.Expect(page.Page.GetByText("已自动保存", new() { Exact = false }).First).ToBeVisibleAsync();
        faults.AddRange(await page.In(Look.Pairs, "application-promises", words: false));
        await AfterLoanTests.InChinese(page);
        await Kept(http, id, 2);

        await Decided(http, id);
        await page.Go($"/lending/applications/{id}");
        await Assertions.Expect(page.Page.GetByText("清单：平台默认第 1 版")).ToBeVisibleAsync();
        faults.AddRange(await page.In([new(390, 844, "zh", "light"), new(1360, 900, "zh", "light")], "application-promises-frozen", words: false));
        var loan = await Drawn(http, id);

        await page.Go($"/loans/{loan}/promises");
        await Measure(page, "年营业收入", "98,000,000", null);

        // The other one is measured from the list over all loans.
        await page.Go("/loans/promises");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Row).Filter(new() { Has = page.Page.Locator($"a[href='/loans/{loan}/promises']") })).ToHaveCountAsync(1);
        faults.AddRange(await page.In(Look.Pairs, "promises", words: false));
        await AfterLoanTests.InChinese(page);
        await page.Go("/loans/promises");
        await Measure(page, "有效发明专利数", "2", "一件在复审");
        await page.Go("/loans/promises?state=missed");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Row).Filter(new() { Has = page.Page.Locator($"a[href='/loans/{loan}/promises']") })).ToHaveCountAsync(1);
        await page.Go($"/loans/{loan}/promises");
        await Assertions.Expect(page.Page.GetByText("未兑现", new() { Exact = true })).ToBeVisibleAsync();
        await page.Page.Locator(".ant-table-row-expand-icon-collapsed").Last.ClickAsync();
        await Assertions.Expect(page.Page.GetByText("一件在复审")).ToBeVisibleAsync();
        faults.AddRange(await page.In(Look.Pairs, "loan-promises", words: false));
        await AfterLoanTests.InChinese(page);

        await page.Go($"/loans/{loan}/promises");
        await Assertions.Expect(page.Page.GetByText("承诺指标未兑现", new() { Exact = false }).First).ToBeVisibleAsync();
        await page.Button("尽职档案").ClickAsync();
        var drawer = page.Page.Locator(".ant-drawer");
        await drawer.GetByRole(AriaRole.Row).Filter(new() { HasText = "尽职免责档案" }).GetByRole(AriaRole.Button, new() { Name = "生成" }).ClickAsync();
        var print = drawer.FrameLocator("iframe");
        await Assertions.Expect(print.GetByText("不低于 98000000.00 元")).ToBeVisibleAsync();
        await Assertions.Expect(print.GetByText("一件在复审", new() { Exact = false }).First).ToBeVisibleAsync();
        faults.AddRange(await page.In([new(1360, 900, "zh", "light")], "duty-of-care-promises", words: false));
        DeskPage.NothingWrong(faults);
    }

    private static async Task Promise(DeskPage page, int n, string indicator, string target)
    {
        await page.Button("添加承诺").ClickAsync();
        await page.Choose(page.Page.Locator($"#promise-{n}"), indicator);
        await page.Page.Locator($"#promise-target-{n}").FillAsync(target);
        await page.Page.Locator($"#promise-by-{n}").FillAsync(Today);
        await page.Page.Locator($"#promise-by-{n}").PressAsync("Enter");
    }

    private static async Task Measure(DeskPage page, string indicator, string figure, string? reason)
    {
        await page.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = indicator }).GetByRole(AriaRole.Button, new() { NameRegex = new("^测 ?量$") }).ClickAsync();
        var dialog = page.Page.Locator(".ant-modal");
        await dialog.Locator("#measure-figure").FillAsync(figure);
        await dialog.Locator("#measure-source").FillAsync("2026 年审计报告");
        await dialog.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "审计报告.pdf", MimeType = "application/pdf", Buffer = Encoding.UTF8.GetBytes(indicator) });
        await Assertions.Expect(dialog.GetByText("审计报告.pdf")).ToBeVisibleAsync();
        if (reason is not null)
        {
            // Without a reason the server says so beside the field; nothing is kept.
            await dialog.Locator(".ant-modal-footer .ant-btn-primary").ClickAsync();
            await Assertions.Expect(dialog.GetByText("LEN-1364")).ToBeVisibleAsync();
            await page.Picture("promise-measuring");
            await dialog.Locator("#measure-reason").FillAsync(reason);
        }

        await dialog.Locator(".ant-modal-footer .ant-btn-primary").ClickAsync();
        await Assertions.Expect(dialog).ToBeHiddenAsync();
    }

    private static async Task<string> Drafted(HttpClient http, string firm)
    {
        var facts = new Dictionary<string, object> { ["firm.dishonest"] = new { value = false, source = "中国执行信息公开网", date = "2026-11-01" }, ["firm.overdue_days"] = 0, ["firm.founded"] = "2015-06-01", ["guarantee.kind"] = "none" };
        var form = new { firmId = firm, product = "abc-kechuang-e", amount = "2000000.00", months = 12, purpose = "采购原材料", facts };
        return $"{(await RightTests.Post(http, "/api/v1/lending/applications", new { form }))["row"]!["id"]}";
    }

    /// <summary>Waits until the page has kept what was typed.</summary>
    private static async Task Kept(HttpClient http, string id, int promises)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            var kept = (await Open(http, id))["form"]!["promises"] as JsonArray;
            if (kept?.Count == promises && kept.All(p => $"{p!["by"]}" == Today && $"{p["target"]}".Length > 0))
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail($"what was typed was not kept: {(await Open(http, id))["form"]}");
    }

    private static async Task<JsonNode> Open(HttpClient http, string id) => JsonNode.Parse(await http.GetStringAsync($"/api/v1/lending/applications/{id}"))!;

    /// <summary>Submitted, assessed, and approved by a second person.</summary>
    private async Task Decided(HttpClient http, string id)
    {
        async Task<int> Version() => (await Open(http, id))["row"]!["version"]!.GetValue<int>();
        await RightTests.Post(http, $"/api/v1/lending/applications/{id}/steps", new { act = "submit", baseVersion = await Version() });
        await RightTests.Post(http, $"/api/v1/lending/applications/{id}/review", new { act = "assess", baseVersion = await Version() });
        using var asked = await http.PostAsJsonAsync($"/api/v1/lending/applications/{id}/resolution", new { outcome = "approved", amount = "2000000", note = "已补充核实", expiresOn = $"{DateTime.UtcNow.AddDays(90):yyyy-MM-dd}", baseVersion = await Version() });
        var text = await asked.Content.ReadAsStringAsync();
        Assert.True(asked.IsSuccessStatusCode, text);
        using var approver = await desk.Client("approver");
        await RightTests.Post(approver, $"/api/v1/approvals/{JsonNode.Parse(text)!["approval"]}/decide", new { round = 1, decision = "approve" });
        for (var tries = 0; tries < 200 && $"{(await Open(http, id))["row"]!["state"]}" != "decided"; tries++)
        {
            await Task.Delay(100);
        }

        Assert.Equal("approved", $"{(await Open(http, id))["row"]!["outcome"]}");
    }

    /// <summary>A line of the application, a loan ordered under it, and the bank's word that it has paid.</summary>
    private async Task<string> Drawn(HttpClient http, string application)
    {
        var mark = $"{Guid.NewGuid():N}"[..8];
        var book = $"{(await RightTests.Post(http, "/api/v1/ledger/books", new { code = $"BK-{mark}", name = "信贷账簿", kind = "bank", openedOn = "2026-01-01" }))["id"]}";
        var account = $"{(await RightTests.Post(http, "/api/v1/payments/accounts", new { role = "own", kind = "bank", number = $"55{Math.Abs(mark.GetHashCode(StringComparison.Ordinal)) % 1_000_000_000}", name = $"放款专户{mark}", agentCnaps = "313332082914", bookId = book, bookAccount = "1003", counterAccount = "201101" }))["id"]}";
        var line = $"{(await RightTests.Post(http, "/api/v1/facilities", new { number = $"ED-{mark}", kind = "revolving", borrower = "甬江新材料有限公司", amount = "2000000.00", from = "2026-01-01", until = "2199-12-31", bookId = book, applicationId = application }))["row"]!["id"]}";
        var loan = await RightTests.Post(http, $"/api/v1/facilities/{line}/loans", new { number = $"CN-{mark}", principal = "1200000.00", disbursedOn = Today, purpose = "采购原料", accountId = account, channel = "pain.001.001.09", terms = new { method = "equalInstalment", count = 12, annualRate = "0.0435" }, payouts = new[] { new { payee = "东海化工有限公司", account = "33100200300", amount = "1200000.00", contractNo = $"CG-{mark}", agentCnaps = "313332082914" } } });
        var id = $"{loan["row"]!["id"]}";
        var item = JsonNode.Parse(await http.GetStringAsync($"/api/v1/payments/batches/{loan["payouts"]![0]!["batchId"]}/items"))!["items"]![0]!;
        var paid = new JsonObject { ["amount"] = "1200000.00", ["day"] = Today, ["entry"] = $"{Guid.CreateVersion7()}" };
        await desk.Store.Commits.Write(Viewer.Local, work =>
        {
            OutboxEvents.Publish(work, "PaymentSettled", "payitem", $"{item["id"]}", paid.ToJsonString(), TimeProvider.System);
            return Task.FromResult(0);
        });
        for (var tries = 0; tries < 300; tries++)
        {
            if (JsonNode.Parse(await http.GetStringAsync($"/api/v1/loans/{id}/promises"))!["rows"] is JsonArray { Count: 2 })
            {
                return id;
            }

            await Task.Delay(100);
        }

        Assert.Fail("what was paid bound no promise");
        return "";
    }
}
