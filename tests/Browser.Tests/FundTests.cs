using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Xunit;

namespace Zhirong.Browser.Tests;

/// <summary>A compensation fund as a bureau keeps it, on its pages to the end.</summary>
public sealed class FundTests(Desk desk)
{
    /// <summary>A fund is set up, a loan filed, its loss claimed, the claim approved and paid by a second person, and a recovery given back in the same shares.</summary>
    [Fact]
    public async Task Claim_FromDefaultToPaid_AndToARecoveryGivenBack_IsWalkedByPeople()
    {
        var (mark, firm) = ($"{Guid.NewGuid():N}"[..8], $"违约企业{Guid.NewGuid():N}"[..10]);
        await using var page = await desk.Open("/policy/funds");
        await page.Button("设立资金").First.ClickAsync();
        await Fill(page, ("fund-code", $"F-{mark}"), ("fund-name", $"风险补偿资金{mark}"), ("fund-size", "3000万"));
        await page.Page.Locator("#fund-scheme").FillAsync("中山");
        await page.Page.Locator(".ant-select-item-option", new() { HasText = "中山" }).First.ClickAsync();
        await Sent(page);
        await Deciding.Agreed(desk, "policy.fund.open");
        await page.Go("/policy/funds");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = $"风险补偿资金{mark}" }).ClickAsync();
        var fund = await page.Arrives("/policy/funds/([0-9a-f-]{36})$");

        await page.Button("备案贷款").ClickAsync();
        await Fill(page, ("file-name", firm), ("file-code", "91310115591693856A"), ("file-loan", $"DK-{mark}"), ("file-bank", "演示银行"), ("file-principal", "300万"));
        await RightTests.Day(page, "file-ends", "20301231");
        await Sent(page);
        await Assertions.Expect(page.Page.GetByText($"DK-{mark}").First).ToBeVisibleAsync();

        await page.Button("申请补偿").First.ClickAsync();
        await page.Page.Locator("[id='fact-loss.principal']").FillAsync("3000000");
        await Sent(page);
        await page.Page.GetByRole(AriaRole.Link, new() { Name = firm }).First.ClickAsync();
        await page.Arrives("/policy/claims/([0-9a-f-]{36})$");
        await Assertions.Expect(page.Page.GetByText("1,620,000.00").First).ToBeVisibleAsync();

        foreach (var (verb, act, state) in ((string, string, string)[])[("批准补偿", "policy.claim.approve", "已批准"), ("支付补偿", "policy.claim.pay", "已支付")])
        {
            await page.Button(verb).First.ClickAsync();
            await Sent(page);
            await Deciding.Agreed(desk, act);
            await page.Page.ReloadAsync();
            await Assertions.Expect(page.Page.GetByText(state, new() { Exact = true }).First).ToBeVisibleAsync();
        }

        // 450,000 less 30,000 of costs: each gets back its part of what remains lost.
        await page.Button("登记追偿").First.ClickAsync();
        await Fill(page, ("claim-gross", "45万"), ("claim-costs", "3万"));
        await Sent(page);
        foreach (var back in (string[])["226,800.00", "109,200.00", "67,200.00", "16,800.00"])
        {
            await Assertions.Expect(page.Page.GetByText(back).First).ToBeVisibleAsync();
        }

        using var http = desk.Client();
        var row = JsonNode.Parse(await http.GetStringAsync($"/api/v1/policy/funds/{fund}"))!["row"]!;
        Assert.Equal(("28606800.00", "1620000.00", "226800.00", "0.00"), ($"{row["balance"]}", $"{row["compensated"]}", $"{row["returned"]}", $"{row["portfolio"]}"));
        var faults = new List<string>(await page.In(Look.Pairs, "claim-recovered", words: false));
        await page.Go($"/policy/funds/{fund}");
        faults.AddRange(await page.In(Look.Pairs, "fund-recovered", words: false));
        DeskPage.NothingWrong(faults);
    }

    private static async Task Fill(DeskPage page, params (string Id, string Typed)[] fields)
    {
        foreach (var (id, typed) in fields)
        {
            await page.Page.Locator($"#{id}").FillAsync(typed);
        }
    }

    /// <summary>What stands in the dialog is sent, and the dialog is gone.</summary>
    private static async Task Sent(DeskPage page)
    {
        await page.Page.Locator(".ant-modal-footer .ant-btn-primary").ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }
}
