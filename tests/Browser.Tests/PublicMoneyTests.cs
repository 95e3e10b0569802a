using System.Text;
using System.Text.Json.Nodes;
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
        DeskPage.NothingWrong([.. await page.In(Look.Pairs, "aid-new")]);
        await page.Button("保存草稿").ClickAsync();
        await page.Arrives("/policy/applications/([0-9a-f-]{36})$");
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
        DeskPage.NothingWrong([.. await page.In(Look.Pairs, "aid", words: false)]);

        await page.Go("/policy/schemes/subsidy/xuchang-aid/edit?tab=try");
        await page.Page.Locator("[id='fact-paid.valuation_fee']").FillAsync("100000");
        await page.Page.Locator("[id='fact-paid.premium']").FillAsync("0");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "测算", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Page.GetByText("待核实").Or(page.Page.GetByText("50,000.00")).First).ToBeVisibleAsync();
        DeskPage.NothingWrong([.. await page.In(Look.Pairs, "scheme-edit", words: false)]);
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
        DeskPage.NothingWrong([.. await page.In(Look.Pairs, "match-rights", words: false)]);
        await page.Page.Locator(".ant-table-row .ant-checkbox-input").First.CheckAsync();
        await page.Button("保存候选（1）").ClickAsync();
        await page.Page.Locator("#shortlist-name").FillAsync("低温电解液");
        await page.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await page.Arrives("/match/shortlists/([0-9a-f-]{36})$");
        await Assertions.Expect(page.Page.GetByText("一种低温锂离子电池电解液及其制备方法")).ToBeVisibleAsync();
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Button("导出 xlsx").ClickAsync());
        Assert.EndsWith(".xlsx", download.SuggestedFilename, StringComparison.Ordinal);
        DeskPage.NothingWrong([.. await page.In(Look.Pairs, "shortlist", words: false)]);
    }

    /// <summary>An officer shares a loan; the firm finds it on its own page among what it has to do; taken back, it is gone. An officer has no such page in his menu.</summary>
    [Fact]
    public async Task Loan_SharedWithItsFirm_StandsOnTheFirmsPage_UntilItIsTakenBack()
    {
        using var http = desk.Client();
        var loans = JsonNode.Parse(await http.GetStringAsync("/api/v1/loans?pageSize=200", TestContext.Current.CancellationToken))!["items"]!.AsArray();
        var loan = loans.First(l => l!["nextDue"] is not null)!;
        await using var bank = await desk.Open($"/loans/{loan["id"]}/share");
        Assert.Equal(0, await bank.Page.Locator("nav").GetByText("企业融资").CountAsync());
        await bank.Page.GetByRole(AriaRole.Combobox, new() { Name = "机构" }).ClickAsync();
        await bank.Page.Locator(".ant-select-item-option", new() { HasText = "演示科技企业" }).First.ClickAsync();
        await bank.Button("共享贷款").ClickAsync();
        await Assertions.Expect(bank.Page.GetByText("有效", new() { Exact = true }).First).ToBeVisibleAsync();
        DeskPage.NothingWrong([.. await bank.In(Look.Pairs, "loan-share", words: false)]);

        await using var firm = await desk.Blank(login: "borrower");
        await firm.Go("/portal");
        await Assertions.Expect(firm.Page.Locator("nav").GetByText("企业融资")).ToBeVisibleAsync();
        await Assertions.Expect(firm.Page.GetByRole(AriaRole.Link, new() { Name = $"{loan["number"]}" }).First).ToBeVisibleAsync();
        DeskPage.NothingWrong([.. await firm.In(Look.Pairs, "portal", words: false)]);

        await bank.In([.. Look.Pairs.Where(l => l.Language == "zh").Take(1)], "loan-share-end", words: false);
        await bank.Button("收 回").Or(bank.Button("收回")).First.ClickAsync();
        await bank.Page.Locator(".ant-popconfirm").GetByRole(AriaRole.Button, new() { Name = "收" }).ClickAsync();
        await Assertions.Expect(bank.Page.GetByText("已收回", new() { Exact = true }).Or(bank.Page.GetByText("尚未与任何机构共享。")).First).ToBeVisibleAsync();
        await firm.Go("/portal");
        Assert.Equal(0, await firm.Page.GetByRole(AriaRole.Link, new() { Name = $"{loan["number"]}" }).CountAsync());
    }

    private static async Task Do(DeskPage page, string verb)
    {
        await page.Page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{verb[0]} ?{verb[1]}$") }).First.ClickAsync();
        await page.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { NameRegex = new($"^{verb[0]} ?{verb[1]}$") }).ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
    }
}
