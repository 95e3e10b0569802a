using System.Net.Http.Json;
using Microsoft.Playwright;
using Xunit;

namespace Zhirong.Browser.Tests;

/// <summary>A line with its conditions, a draw that waits for the bank, and the register of loans.</summary>
public sealed class LoanTests(Desk desk)
{
    private static string Today => $"{TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")):yyyy-MM-dd}";

    /// <summary>A draw before the condition is met is refused by name; once it is met, the loan is made and waits for the bank.</summary>
    [Fact]
    public async Task Draw_BeforeAndAfterTheConditionIsMet_IsRefusedThenMade()
    {
        using var http = desk.Client();
        var (mark, borrower) = ($"{Guid.NewGuid():N}"[..8], "甬江新材料有限公司");
        var book = (await RightTests.Post(http, "/api/v1/ledger/books", new { code = $"BK-{mark}", name = "信贷账簿", kind = "bank", openedOn = "2026-01-01" }))["id"]!.GetValue<string>();
        var account = (await RightTests.Post(http, "/api/v1/payments/accounts", new { role = "own", kind = "bank", number = $"33{Math.Abs(mark.GetHashCode(StringComparison.Ordinal)) % 1_000_000_000}", name = $"放款专户{mark}", agentCnaps = "313332082914", bookId = book, bookAccount = "1003", counterAccount = "201101" }))["id"]!.GetValue<string>();
        var line = (await RightTests.Post(http, "/api/v1/facilities", new { number = $"ED-{mark}", kind = "revolving", borrower, amount = "5000000.00", from = "2026-01-01", until = "2199-12-31", bookId = book, conditions = new[] { "保单正本" } }))["row"]!["id"]!.GetValue<string>();

        await using var page = await desk.Open($"/facilities/{line}");
        await Assertions.Expect(page.Page.GetByText("未满足")).ToBeVisibleAsync();
        object order = new
        {
            number = $"JJ-{mark}",
            principal = "1200000.00",
            disbursedOn = Today,
            purpose = "采购原料",
            accountId = account,
            channel = "pain.001.001.09",
            terms = new { method = "equalInstalment", count = 12, annualRate = "0.0435" },
            payouts = new[] { new { payee = "东海化工有限公司", account = "33100200300", amount = "1200000.00", contractNo = $"CG-{mark}", agentCnaps = "313332082914" } },
        };
        using var early = await http.PostAsJsonAsync($"/api/v1/facilities/{line}/loans", order);
        Assert.Contains("LEN-0704", await early.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "落实条件" }).ClickAsync();
        await page.Page.Locator("#meet-document").FillAsync("保单 PICC-1");
        await page.Page.Locator(".ant-modal").GetByRole(AriaRole.Button, new() { Name = "落实条件" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByText("保单 PICC-1")).ToBeVisibleAsync();
        var loan = (await RightTests.Post(http, $"/api/v1/facilities/{line}/loans", order))["row"]!["id"]!.GetValue<string>();
        var faults = new List<string>();
        foreach (var (name, path) in ((string, string)[])[("facility", $"/facilities/{line}"), ("loan-ordered", $"/loans/{loan}"), ("loan-payouts", $"/loans/{loan}/payouts"), ("loans-found", $"/loans?q=JJ-{mark}")])
        {
            await page.Go(path);
            faults.AddRange(await page.In(Look.Pairs, name, words: false));
        }

        DeskPage.NothingWrong(faults);
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Link, new() { Name = $"JJ-{mark}" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Pages_OfLinesAndLoans_AreSoundAndAccessible()
    {
        await using var page = await desk.Open("/loans");
        var faults = new List<string>();
        foreach (var (name, path) in ((string, string)[])[("loans", "/loans"), ("loans-sorted", "/loans?sort=nextDue&due=month"), ("facilities", "/facilities")])
        {
            await page.Go(path);
            faults.AddRange(await page.In(Look.Pairs, name));
        }

        DeskPage.NothingWrong(faults);
    }
}
