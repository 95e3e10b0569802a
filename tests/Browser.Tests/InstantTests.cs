using Microsoft.Playwright;
using Xunit;
using Zhirong.Engine.Basics;

namespace Zhirong.Browser.Tests;

/// <summary>A mandate is typed and waits for a second person; the pages of mandates, decisions and indices are sound.</summary>
public sealed class InstantTests(Desk desk)
{
    [Fact]
    public async Task Mandate_TypedOnThePage_WaitsForASecondPerson()
    {
        using var http = desk.Client();
        var mark = $"{Guid.NewGuid():N}"[..8];
        var book = (await RightTests.Post(http, "/api/v1/ledger/books", new { code = $"MD-{mark}", name = "信贷账簿", kind = "bank", openedOn = "2026-01-01" }))["id"]!.GetValue<string>();
        await RightTests.Post(http, "/api/v1/payments/accounts", new { role = "own", kind = "bank", number = $"3306{Math.Abs(mark.GetHashCode(StringComparison.Ordinal)) % 1_000_000}", name = $"活期存款{mark}", agentCnaps = "313337009014", bookId = book, bookAccount = "201101", counterAccount = "130301" });
        var first = $"91330602MA{Math.Abs(mark.GetHashCode(StringComparison.Ordinal)) % 10_000_000:0000000}";
        var firm = (await RightTests.Post(http, "/api/v1/firms", new { code = first + CreditCode.CheckCharacter(first), name = $"绍兴薄膜{mark}有限公司", region = "330602" }))["firm"]!["id"]!.GetValue<string>();

        await using var page = await desk.Open("/lending/mandates/new");
        foreach (var (field, value) in ((string, string)[])[("code", $"SQ-{mark}"), ("title", "快贷授权"), ("firmCap", "3,000,000"), ("dayCap", "5000000"), ("total", "10000000")])
        {
            await page.Page.Locator($"#mandate-{field}").FillAsync(value);
        }

        await page.Page.Locator("#mandate-account").ClickAsync();
        await page.Page.GetByTitle($"活期存款{mark}", new() { Exact = false }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "提交审批" }).ClickAsync();
        await Assertions.Expect(page.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/lending/mandates$"));

        var faults = new List<string>();
        foreach (var (name, path) in ((string, string)[])[("mandates", "/lending/mandates"), ("mandate-new", "/lending/mandates/new"), ("instant", "/lending/instant"), ("index", $"/lending/index/{firm}?founded=2015-06-01&overdueDays=0")])
        {
            await page.Go(path);
            faults.AddRange(await page.In(Look.Pairs, name, words: false));
        }

        DeskPage.NothingWrong(faults);
    }
}
