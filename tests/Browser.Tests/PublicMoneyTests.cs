using System.Text;
using Microsoft.Playwright;
using Xunit;

namespace Zhirong.Browser.Tests;

/// <summary>Public money as a bureau does it, rights found for a need, and a loan shown to its firm.</summary>
public sealed class PublicMoneyTests(Desk desk)
{
    private const string Firm = "91310115591693856A";

    /// <summary>A draft is computed, its facts are changed, it is submitted, reviewed and put up in public; the year's ledger shows it.</summary>
    [Fact]
    public async Task Aid_FromDraftToPublicity_IsWalkedByAPerson()
    {
        var name = $"补贴企业{Guid.NewGuid():N}"[..12];
        await using var page = await desk.Open("/policy/applications/new?scheme=xuchang-aid");
        await page.Page.Locator("#aid-name").FillAsync(name);
        await page.Page.Locator("#aid-code").FillAsync(Firm);
        await page.Page.Locator("#aid-subject").FillAsync("DK-1");
        await page.Page.Locator("[id='fact-paid.valuation_fee']").FillAsync("50000");
        await page.Button("保存草稿").ClickAsync();
        var id = await page.Arrives("/policy/applications/([0-9a-f-]{36})$");
        await Assertions.Expect(page.Page.GetByText("待核实").First).ToBeVisibleAsync();

        await page.Button("修改事实").ClickAsync();
        await page.Page.Locator("[id='fact-paid.premium']").FillAsync("0");
        await page.Button("保存并重新测算").ClickAsync();
        await Assertions.Expect(page.Page.GetByText("25,000.00").First).ToBeVisibleAsync();
        foreach (var verb in (string[])["提交", "审核"])
        {
            await Do(page, verb);
        }

        await page.Button("公示", exact: false).First.ClickAsync();
        await RightTests.Day(page, "move-until", "20301231");
        await page.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "公示" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByText("公示中").First).ToBeVisibleAsync();

        await page.Go("/policy/schemes/subsidy/xuchang-aid/edit?tab=try");
        await page.Page.Locator("[id='fact-paid.valuation_fee']").FillAsync("100000");
        await page.Page.Locator("[id='fact-paid.premium']").FillAsync("0");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "测算", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Page.GetByText("待核实").Or(page.Page.GetByText("50,000.00")).First).ToBeVisibleAsync();
        var faults = new List<string>(await page.In(Look.Pairs, "scheme-try", words: false));
        foreach (var (shown, path) in ((string, string)[])[("aid", $"/policy/applications/{id}"), ("aid-new", "/policy/applications/new?scheme=xuchang-aid"), ("scheme-edit", "/policy/schemes/subsidy/xuchang-aid/edit")])
        {
            await page.Go(path);
            faults.AddRange(await page.In(Look.Pairs, shown, words: false));
        }

        DeskPage.NothingWrong(faults);
    }

    /// <summary>
    /// An organisation's own text of a scheme, written in sheets: a figure typed as people write it, a block pasted from a spreadsheet, the case
    /// beside them computed anew each time, what is wrong found at its cell, and the text the same thing throughout.
    /// </summary>
    [Fact]
    public async Task Scheme_WrittenInSheets_IsItsText_AndIsComputedAsOneTypes()
    {
        await using var page = await desk.Open("/policy/schemes/subsidy/shenzhen-aid/edit?tab=sheets");
        var beside = page.Page.GetByRole(AriaRole.Complementary, new() { Name = "随写随算" });
        // 217,500 × 70 % + 50,000 × 50 % + 50,000 × 50 %
        await Assertions.Expect(beside.GetByText("202,250.00")).ToBeVisibleAsync();
        await page.Page.GetByRole(AriaRole.Navigation, new() { Name = "方案各部分" }).GetByText("贷款贴息").ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Grid, new() { Name = "本项目的条件" })).ToBeVisibleAsync();
        var part = page.Page.GetByLabel("补贴比例 1");
        await part.FillAsync("40%");
        await part.PressAsync("Enter");
        // 217,500 × 40 % + 50,000
        await Assertions.Expect(beside.GetByText("137,000.00")).ToBeVisibleAsync();

        await page.Page.GetByRole(AriaRole.Navigation, new() { Name = "方案各部分" }).GetByText("保证保险保费补贴").ClickAsync();
        await Assertions.Expect(page.Page.GetByLabel("名称 1").First).ToHaveValueAsync("premium_year");
        await page.Page.GetByLabel("名称 1").First.FocusAsync();
        await page.Paste("premium_year\t保费上限\tcap on premium\tfirm_year\t1万\t\t2026 年修订第六条\npremium_life\t保费累计上限\tcap in all\tfirm_lifetime\t\"3,0\"\t\t2026 年修订第七条");
        await Assertions.Expect(page.Page.GetByText("FLD-", new() { Exact = false }).First).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByLabel("金额（元） 2")).ToHaveAttributeAsync("aria-invalid", "true");
        await page.Page.GetByLabel("金额（元） 2").FillAsync("30,000");
        await page.Page.GetByLabel("金额（元） 2").PressAsync("Enter");
        // 217,500 × 40 % + 10,000 of a premium's 25,000 + 25,000
        await Assertions.Expect(beside.GetByText("122,000.00")).ToBeVisibleAsync();
        await page.Tab("文本").ClickAsync();
        await Assertions.Expect(page.Page.Locator(".cm-content")).ToContainTextAsync("amount: \"30000\", source: \"2026 年修订第七条\"");
        await page.Button("撤销").ClickAsync();
        await page.Tab("表格").ClickAsync();
        await Assertions.Expect(page.Page.GetByLabel("金额（元） 2")).ToHaveValueAsync("\"3,0\"");

        await page.Go("/policy/schemes/share/zhuhai/edit?tab=sheets");
        await Assertions.Expect(beside.GetByText("1,200,000.00")).ToBeVisibleAsync();
        foreach (var (cell, typed) in ((string, string)[])[("银行 1", "25%"), ("风险补偿基金 1", "75%")])
        {
            await page.Page.GetByLabel(cell).FillAsync(typed);
            await page.Page.GetByLabel(cell).PressAsync("Enter");
        }

        await Assertions.Expect(beside.GetByText("2,250,000.00")).ToBeVisibleAsync();
        var faults = new List<string>(await page.In(Look.Pairs, "scheme-sheets-share", words: false));
        await page.Go("/policy/schemes/subsidy/shenzhen-aid/edit?tab=sheets&part=items.1");
        faults.AddRange(await page.In(Look.Pairs, "scheme-sheets", words: false));
        DeskPage.NothingWrong(faults);
    }

    /// <summary>A file of listings is taken in, a need is written, the first right is kept, and the shortlist has it.</summary>
    [Fact]
    public async Task Need_InOnesOwnWords_FindsListedRights_AndKeepsThem()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Desk.Root, "docs", "reference", "examples", "match-listings.yaml"), TestContext.Current.CancellationToken);
        await using var page = await desk.Open("/match");
        await page.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "展示清单.yaml", MimeType = "application/yaml", Buffer = Encoding.UTF8.GetBytes(text) });
        await page.Page.Locator("#need-text").FillAsync("寻找可在零下三十度工作的锂离子电池电解液，希望获得许可");
        await page.Button("查找").ClickAsync();
        await Assertions.Expect(page.Page.GetByText("锂离子电池电解液", new() { Exact = true }).First).ToBeVisibleAsync();
        await page.Page.Locator(".ant-table-row .ant-checkbox-input").First.CheckAsync();
        await page.Button("保存候选（1）").ClickAsync();
        await page.Page.Locator("#shortlist-name").FillAsync("低温电解液");
        await page.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await page.Arrives("/match/shortlists/([0-9a-f-]{36})$");
        await Assertions.Expect(page.Page.GetByText("一种低温锂离子电池电解液及其制备方法")).ToBeVisibleAsync();
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Button("导出 xlsx").ClickAsync());
        Assert.EndsWith(".xlsx", download.SuggestedFilename, StringComparison.Ordinal);
        var faults = new List<string>(await page.In(Look.Pairs, "shortlist", words: false));
        await page.Go("/match");
        await page.Page.Locator("#need-text").FillAsync("寻找可在零下三十度工作的锂离子电池电解液，希望获得许可 H01M 10/0567");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        await page.Page.Locator(".ant-table-row-expand-icon").First.ClickAsync();
        faults.AddRange(await page.In(Look.Pairs, "match-rights", words: false));
        DeskPage.NothingWrong(faults);
    }

    /// <summary>An officer shares a loan; the firm finds it on its own page among what it has to do; taken back, it is gone. An officer has no such page in his menu.</summary>
    [Fact]
    public async Task Loan_SharedWithItsFirm_StandsOnTheFirmsPage_UntilItIsTakenBack()
    {
        using var http = desk.Client();
        var (id, number) = await Loan(http);
        await using var bank = await desk.Open($"/loans/{id}/share");
        Assert.Equal(0, await bank.Page.Locator("nav").GetByText("企业融资").CountAsync());
        await Assertions.Expect(bank.Page.Locator(".ant-select-selection-item", new() { HasText = "演示科技企业" })).ToBeVisibleAsync();
        await bank.Button("共享贷款").ClickAsync();
        await Assertions.Expect(bank.Page.GetByText("有效", new() { Exact = true }).First).ToBeVisibleAsync();

        await using var firm = await desk.Blank(login: "borrower");
        await firm.Go("/portal");
        await Assertions.Expect(firm.Page.Locator("nav").GetByText("企业融资")).ToBeVisibleAsync();
        await Assertions.Expect(firm.Page.GetByRole(AriaRole.Link, new() { Name = number }).First).ToBeVisibleAsync();
        var faults = new List<string>(await firm.In(Look.Pairs, "portal-shared", words: false));

        await bank.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^收 ?回$") }).First.ClickAsync();
        await bank.Page.Locator(".ant-popconfirm").GetByRole(AriaRole.Button, new() { NameRegex = new("^收 ?回$") }).ClickAsync();
        await Assertions.Expect(bank.Page.GetByText("尚未与任何机构共享。").Or(bank.Page.GetByText("已收回", new() { Exact = true })).First).ToBeVisibleAsync();
        await firm.Go("/portal");
        Assert.Equal(0, await firm.Page.GetByRole(AriaRole.Link, new() { Name = number }).CountAsync());
        faults.AddRange(await bank.In(Look.Pairs, "loan-share", words: false));
        DeskPage.NothingWrong(faults);
    }

    /// <summary>A line without conditions and a loan ordered under it: id and number.</summary>
    private static async Task<(string Id, string Number)> Loan(HttpClient http)
    {
        var (mark, today) = ($"{Guid.NewGuid():N}"[..8], $"{DateTime.UtcNow.AddHours(8):yyyy-MM-dd}");
        var book = $"{(await RightTests.Post(http, "/api/v1/ledger/books", new { code = $"BK-{mark}", name = "信贷账簿", kind = "bank", openedOn = "2026-01-01" }))["id"]}";
        var account = $"{(await RightTests.Post(http, "/api/v1/payments/accounts", new { role = "own", kind = "bank", number = $"44{Math.Abs(mark.GetHashCode(StringComparison.Ordinal)) % 1_000_000_000}", name = $"放款专户{mark}", agentCnaps = "313332082914", bookId = book, bookAccount = "1003", counterAccount = "201101" }))["id"]}";
        var line = $"{(await RightTests.Post(http, "/api/v1/facilities", new { number = $"ED-{mark}", kind = "revolving", borrower = "演示科技企业", amount = "5000000.00", from = "2026-01-01", until = "2199-12-31", bookId = book, conditions = Array.Empty<string>() }))["row"]!["id"]}";
        var loan = await RightTests.Post(http, $"/api/v1/facilities/{line}/loans", new { number = $"JJ-{mark}", principal = "1200000.00", disbursedOn = today, purpose = "采购原料", accountId = account, channel = "pain.001.001.09", terms = new { method = "equalInstalment", count = 12, annualRate = "0.0435" }, payouts = new[] { new { payee = "东海化工有限公司", account = "33100200300", amount = "1200000.00", contractNo = $"CG-{mark}", agentCnaps = "313332082914" } } });
        return ($"{loan["row"]!["id"]}", $"JJ-{mark}");
    }

    private static async Task Do(DeskPage page, string verb)
    {
        await page.Page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{verb[0]} ?{verb[1]}$") }).First.ClickAsync();
        await page.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { NameRegex = new($"^{verb[0]} ?{verb[1]}$") }).ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
    }
}
