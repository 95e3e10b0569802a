using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Xunit;
using Zhirong.Platform.Access.Installation;

namespace Zhirong.Browser.Tests;

/// <summary>A firm asks for aid on its own page, an officer sends it back, it is completed, decided and paid, and the firm sees all of it.</summary>
public sealed class FirmAidTests(Desk desk)
{
    [Fact]
    public async Task Firm_DraftsHandsInAndCompletes_AndSeesTheMoney()
    {
        using var http = desk.Client();
        var mark = $"{Guid.NewGuid():N}"[..8];
        var bank = await LoanSeeds.Bank(http);
        var line = $"{(await RightTests.Post(http, "/api/v1/facilities", new { number = $"ED-{mark}", kind = "revolving", borrower = "演示科技企业", amount = "9000000.00", from = "2026-01-01", until = "2199-12-31", bookId = bank.Book, conditions = Array.Empty<string>() }))["row"]!["id"]}";
        var loan = await LoanSeeds.Living(desk, http, bank, line, $"JJ-{mark}", "5000000.00");
        var firm = await Registered(http);
        foreach (var (kind, id) in ((string, string)[])[("loan", loan), ("firm", firm)])
        {
            await RightTests.Post(http, "/api/v1/access/shares", new { kind, rootId = id, organisation = DemoPeople.OrganisationId("enterprise"), right = "read" });
        }

        await using var page = await desk.Blank(login: "borrower");
        await page.Go("/portal");
        // A firm with one loan need not choose it.
        if (await page.Page.Locator(".ant-select-selection-item", new() { HasText = $"JJ-{mark}" }).CountAsync() == 0)
        {
            await page.Page.Locator("#aid-loan").ClickAsync();
            await page.Page.Locator(".ant-select-item-option", new() { HasText = $"JJ-{mark}" }).ClickAsync();
        }

        var fit = page.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = "许昌市" }).Filter(new() { HasText = "评估费" });
        await Assertions.Expect(fit.First).ToBeVisibleAsync();
        await fit.First.ScrollIntoViewIfNeededAsync();
        await page.Picture("portal-aid-fits");
        await fit.First.GetByRole(AriaRole.Button, new() { Name = "起草申请" }).ClickAsync();
        var id2 = await page.Arrives("/policy/applications/([0-9a-f-]{36})$");
        await page.Button("修改事实").ClickAsync();
        await Assertions.Expect(page.Page.Locator("[id='fact-paid.valuation_fee']")).ToBeVisibleAsync();
        await page.Page.Locator("[id='fact-paid.valuation_fee']").FillAsync("180000");
        await page.Page.Locator("[id='fact-paid.premium']").FillAsync("36000");
        await page.Button("保存并重新测算").ClickAsync();
        await Assertions.Expect(page.Page.GetByText("108,000.00").First).ToBeVisibleAsync();
        await Move(page, "提交", "演示银行");
        await Assertions.Expect(page.Page.GetByText("已提交", new() { Exact = true }).First).ToBeVisibleAsync();

        // The officer sees where it came from, and sends it back for what is missing.
        await using var officer = await desk.Open($"/policy/applications/{id2}");
        await Assertions.Expect(officer.Page.GetByText("企业自行提交")).ToBeVisibleAsync();
        await officer.Button("退回补件", exact: true).First.ClickAsync();
        await officer.Page.Locator("#move-note").FillAsync("请补评估费发票");
        await Confirm(officer);
        await page.Go("/portal");
        await Assertions.Expect(page.Page.GetByText("请补评估费发票").First).ToBeVisibleAsync();
        var faults = new List<string>();
        await page.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = "请补评估费发票" }).GetByRole(AriaRole.Button, new() { Name = "补件" }).ClickAsync();
        await page.Arrives("/policy/applications/([0-9a-f-]{36})$");
        await Move(page, "提交", null);

        await officer.Go($"/policy/applications/{id2}");
        await Move(officer, "审核", null);
        await officer.Button("公示", exact: false).First.ClickAsync();
        await RightTests.Day(officer, "move-until", "20301231");
        await Confirm(officer);
        await Assertions.Expect(officer.Page.GetByText("公示中").First).ToBeVisibleAsync();
        await page.Go($"/policy/applications/{id2}");
        await Assertions.Expect(page.Page.GetByText("公示中").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Button("批准", exact: true)).ToHaveCountAsync(0);
        faults.AddRange(await page.In(Look.Pairs, "firm-aid", words: false));
        await page.Go("/portal");
        faults.AddRange(await page.In(Look.Pairs, "portal-aid", words: false));
        faults.AddRange(await officer.In(Look.Pairs, "aid-by-firm", words: false));
        DeskPage.NothingWrong(faults);
    }

    /// <summary>The firm in the register, once.</summary>
    private static async Task<string> Registered(HttpClient http)
    {
        const string Code = "91310115591693856A";
        var known = JsonNode.Parse(await http.GetStringAsync($"/api/v1/firms?q={Code}&pageSize=5"))!["items"]!.AsArray().FirstOrDefault(f => $"{f!["code"]}" == Code);
        return known is not null ? $"{known["id"]}" : $"{(await RightTests.Post(http, "/api/v1/firms", new { code = Code, name = "演示科技企业" }))["firm"]!["id"]}";
    }

    private static async Task Move(DeskPage page, string verb, string? office)
    {
        await page.Page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{verb[0]} ?{verb[1]}$") }).First.ClickAsync();
        if (office is not null)
        {
            await page.Page.Locator("#move-office").ClickAsync();
            await page.Page.Locator(".ant-select-item-option", new() { HasText = office }).First.ClickAsync();
        }

        await Confirm(page);
    }

    private static async Task Confirm(DeskPage page)
    {
        await page.Page.Locator(".ant-modal-footer .ant-btn-primary").ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }
}
