using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Zhirong.Browser.Tests;

/// <summary>Policies as they are written, applications as they are typed, and the pages around instant loans and the register of loans.</summary>
public sealed class CreditTests(Desk desk)
{
    /// <summary>One day left between two rows of a table is found with an example while it is typed, and keeps the draft from being submitted.</summary>
    [Fact]
    public async Task Policy_DayLeftBetweenTwoRows_IsFoundWithAnExampleAndNotSubmitted()
    {
        await using var page = await desk.Open("/lending/policies/pledge-rate?section=steps.1");
        await page.Button("修改", exact: true).ClickAsync();
        var findings = page.Page.GetByRole(AriaRole.Complementary, new() { Name = "检查结果" });
        var cell = page.Page.GetByLabel("届满日减债务到期日（天） 1", new() { Exact = true });
        await Expect(cell).ToHaveValueAsync(">= short_term_days");
        await Expect(page.Button("提交审批")).ToBeEnabledAsync();

        await cell.FillAsync("> short_term_days");
        await cell.PressAsync("Enter");

        await Expect(findings).ToContainTextAsync("= 730");
        await Expect(page.Button("提交审批")).ToBeDisabledAsync();
        await page.Button("撤销", exact: true).ClickAsync();
        await Expect(findings).Not.ToContainTextAsync("= 730");
        await Expect(page.Button("提交审批")).ToBeEnabledAsync();
        await page.Button("重做", exact: true).ClickAsync();
        await Expect(findings).ToContainTextAsync("= 730");
        DeskPage.NothingWrong([.. await page.In(Look.Pairs, "policy-gap", words: false)]);
    }

    /// <summary>Two officers on one application: the second is shown what the first saved, and loses nothing of his own.</summary>
    [Fact]
    public async Task Application_TypedByTwo_KeepsItselfAndShowsBoth()
    {
        using var http = desk.Client();
        await using var page = await desk.Open("/lending/applications");
        await page.Button("起草申请").ClickAsync();
        var id = await page.Arrives("/lending/applications/([0-9a-f-]{36})");
        await page.Page.Locator("#app-amount").FillAsync("5,000,000.00");
        await Expect(page.Page.GetByText("已自动保存（第 2 版）")).ToBeVisibleAsync();
        await page.Page.ReloadAsync();
        await Expect(page.Page.Locator("#app-amount")).ToHaveValueAsync("5,000,000.00");

        var known = JsonNode.Parse(await http.GetStringAsync($"/api/v1/lending/applications/{id}"))!;
        var form = known["form"]!.DeepClone();
        form["purpose"] = "采购检测设备";
        using var other = await http.PutAsync($"/api/v1/lending/applications/{id}", new StringContent(JsonSerializer.Serialize(new { baseVersion = known["row"]!["version"]!.GetValue<int>(), form }), Encoding.UTF8, "application/json"));
        Assert.True(other.IsSuccessStatusCode);
        await page.Page.Locator("#app-contact").FillAsync("周女士");

        await Expect(page.Page.GetByText("您的内容没有丢失")).ToBeVisibleAsync();
        await Expect(page.Page.GetByText("采购检测设备").First).ToBeVisibleAsync();
        await page.Button("采用对方的内容").ClickAsync();
        await Expect(page.Page.Locator("#app-purpose")).ToHaveValueAsync("采购检测设备");
        await page.IsSound();
    }

    [Fact]
    public async Task Pages_OfCredit_AreSoundAndAccessible()
    {
        await using var page = await desk.Open("/lending/policies");
        var faults = new List<string>();
        foreach (var (name, path) in ((string, string)[])[
            ("policies", "/lending/policies"), ("policy-versions", "/lending/policies/pledge-rate?tab=versions"), ("policy-try", "/lending/policies/pledge-rate?tab=try"),
            ("mandates", "/lending/mandates"), ("mandate-new", "/lending/mandates/new"), ("instants", "/lending/instant"), ("applications", "/lending/applications"),
            ("loan-imports", "/loans/imports"), ("loan-dunning", "/loans/dunning"), ("loan-breaches", "/loans/breaches"), ("certificates", "/certificates"), ("product-edit", "/lending/products/standard-pledge/edit")])
        {
            await page.Go(path);
            faults.AddRange(await page.In(Look.Pairs, name, words: name is "mandates" or "instants" or "loan-dunning" or "certificates"));
        }

        DeskPage.NothingWrong(faults);
    }
}
