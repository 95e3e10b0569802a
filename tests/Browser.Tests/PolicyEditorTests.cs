using Microsoft.Playwright;
using Xunit;

namespace Zhirong.Browser.Tests;

/// <summary>A credit policy is changed in its tables, tried, replayed and put up for a second person.</summary>
public sealed class PolicyEditorTests(Desk desk)
{
    /// <summary>A cell typed wrong is found at once with an input that shows it, leads to its row, and is undone; the right change goes to a second person.</summary>
    [Fact]
    public async Task Change_OfATable_IsExaminedTriedAndPutUp()
    {
        await using var page = await desk.Open("/lending/policies");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "质押率与质押额度" }).ClickAsync();
        await page.Arrives("/lending/policies/pledge-rate");
        await page.Button("修改", exact: true).ClickAsync();
        var part = page.Page.GetByRole(AriaRole.Navigation, new() { Name = "政策的各部分" }).GetByRole(AriaRole.Button, new() { Name = "质押率 决策表" });
        await part.ClickAsync();
        await Assertions.Expect(part).ToHaveAttributeAsync("aria-current", "true");
        var rules = page.Grid("规则");
        var cell = rules.GetByLabel("届满日减债务到期日（天） 1", new() { Exact = true });
        await cell.FillAsync("> 800");
        await cell.PressAsync("Enter");
        var findings = page.Page.GetByRole(AriaRole.Complementary, new() { Name = "检查结果" });
        await Assertions.Expect(findings.GetByText("POL-0301").First).ToBeVisibleAsync();
        await Assertions.Expect(findings.GetByText("ip.category = invention").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Button("提交审批")).ToBeDisabledAsync();
        var faults = new List<string>(await Looked(page, "policy-editor"));
        await page.Button("撤销", exact: true).ClickAsync();
        await Assertions.Expect(findings.GetByText("POL-0301")).ToHaveCountAsync(0);

        // An overlap leads to its row.
        var other = rules.GetByLabel("权利类别 6", new() { Exact = true });
        await other.FillAsync("not(invention, utility_model)");
        await other.PressAsync("Enter");
        await findings.GetByRole(AriaRole.Button, new() { Name = "两行同时适用" }).First.ClickAsync();
        await Assertions.Expect(rules.Locator("[data-current=true]")).ToContainTextAsync("6");
        await page.Button("撤销", exact: true).ClickAsync();

        await rules.GetByLabel("备注 1", new() { Exact = true }).FillAsync("按季复核");
        await rules.GetByLabel("备注 1", new() { Exact = true }).PressAsync("Enter");
        await page.Tab("改动").ClickAsync();
        await Assertions.Expect(page.Page.GetByText("按季复核")).ToBeVisibleAsync();
        faults.AddRange(await Looked(page, "policy-diff"));
        await page.Tab("试运行").ClickAsync();
        await page.Button("运行", exact: true).ClickAsync();
        await Assertions.Expect(page.Page.GetByText("缺失的事实")).ToBeVisibleAsync();
        faults.AddRange(await Looked(page, "policy-try"));
        await page.Tab("重放").ClickAsync();
        await page.Page.GetByRole(AriaRole.Region, new() { Name = "对已存申请重放" }).GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(page.Page.GetByText("份有变化")).ToBeVisibleAsync();
        faults.AddRange(await Looked(page, "policy-replay"));
        await page.Button("提交审批").ClickAsync();
        await page.Page.Locator("#policy-submit-reason").FillAsync("加注按季复核");
        await page.Page.Locator(".ant-modal").GetByRole(AriaRole.Button, new() { Name = "提交审批" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator(".ant-notification-notice").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.Locator(".ant-modal")).ToHaveCountAsync(0);
        await page.Tab("版本").ClickAsync();
        faults.AddRange(await Looked(page, "policy-versions"));
        await page.Go("/lending/policies");
        faults.AddRange(await page.In(Look.Pairs, "policies"));
        DeskPage.NothingWrong(faults);
    }

    /// <summary>In every look, and then in the first again, whose words the test goes on with.</summary>
    private static async Task<IReadOnlyList<string>> Looked(DeskPage page, string name) => [.. await page.In(Look.Pairs, name, words: false), .. await page.In([Look.Pairs[0]], name, words: false)];
}
