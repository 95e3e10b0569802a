using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Zhirong.Browser.Tests;

/// <summary>A template given a text of one's own: written beside the document it makes, faults found in their line, compared, put up, approved by another person, and used.</summary>
public sealed class PaperTemplateTests(Desk desk)
{
    private const string Code = "conditions-checklist";

    [Fact]
    public async Task Template_GivenATextOfOnesOwn_IsWrittenShownApprovedAndUsed()
    {
        using var http = desk.Client();
        var mark = $"{Guid.NewGuid():N}"[..8];
        var book = (await RightTests.Post(http, "/api/v1/ledger/books", new { code = $"BT-{mark}", name = "信贷账簿", kind = "bank", openedOn = "2026-01-01" }))["id"]!.GetValue<string>();
        var line = (await RightTests.Post(http, "/api/v1/facilities", new { number = $"MB-{mark}", kind = "revolving", borrower = "甬江新材料有限公司", amount = "5000000.00", from = "2026-01-01", until = "2199-12-31", bookId = book, conditions = new[] { "保单正本" } }))["row"]!["id"]!.GetValue<string>();

        await using var page = await desk.Open("/lending/templates");
        var faults = new List<string>(await page.In(Look.Pairs, "templates"));
        await page.Page.EvaluateAsync("() => localStorage.setItem('zhirong.language', 'zh')");
        await page.Go("/lending/templates");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "放款前提条件落实清单" }).ClickAsync();
        var print = page.Page.FrameLocator("iframe");
        await Expect(print.GetByText("保单正本")).ToBeVisibleAsync();
        await Expect(print.GetByText("样稿").First).ToBeAttachedAsync();
        await page.Button("修改", exact: true).ClickAsync();
        await Expect(page.Page.GetByText("没有发现问题")).ToBeVisibleAsync();

        // A place that names no field is found in its line; the last sound page stays, and nothing can be put up.
        var shipped = JsonNode.Parse(await http.GetStringAsync($"/api/v1/lending/paper-templates/{Code}"))!;
        await Replaced("{borrower}", "{borower}");
        await Expect(page.Page.GetByText("LEN-0911").First).ToBeVisibleAsync();
        await Expect(page.Button("提交审批")).ToBeDisabledAsync();
        await Expect(page.Page.GetByText("仍显示改正前的最后一版")).ToBeVisibleAsync();
        await page.Picture("template-fault");
        await page.Button("撤销", exact: true).ClickAsync();
        await Replaced("逐项落实情况", $"本行逐项核对 {mark}");
        await Expect(print.GetByText($"本行逐项核对 {mark}").First).ToBeVisibleAsync();
        await Expect(page.Page.GetByText("没有发现问题")).ToBeVisibleAsync();

        // The fields it may name, with what they say of the record chosen.
        await page.Page.GetByText("可用字段", new() { Exact = true }).ClickAsync();
        var places = page.Page.GetByRole(AriaRole.Region, new() { Name = "可用字段" });
        await Expect(places.GetByText("5,000,000.00").First).ToBeVisibleAsync();
        await Expect(places.GetByRole(AriaRole.Button, new() { Name = "{amount|capital}" })).ToBeVisibleAsync();
        faults.AddRange(await page.In([new(390, 844, "zh", "light"), new(1360, 900, "zh", "dark")], "template-places", words: false));
        await page.Page.GetByText("预览", new() { Exact = true }).ClickAsync();
        faults.AddRange(await page.In([new(390, 844, "en", "light"), new(1360, 900, "zh", "light")], "template-written", words: false));

        await page.Tab("改动").ClickAsync();
        await Expect(page.Page.GetByText($"本行逐项核对 {mark}").First).ToBeVisibleAsync();
        await page.Picture("template-diff");
        await page.Button("提交审批").ClickAsync();
        await page.Page.Locator("#template-submit-version").FillAsync($"own-{mark}");
        await page.Page.Locator("#template-submit-reason").FillAsync("按本行格式");
        await page.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "提交审批" }).ClickAsync();
        await Expect(page.Page.GetByText("已提交审批").First).ToBeVisibleAsync();

        // Another person approves; from then on documents are made by it.
        using var risk = await desk.Client("risk-manager");
        var cases = JsonNode.Parse(await risk.GetStringAsync("/api/v1/approvals?pageSize=500"))!;
        var asked = cases["items"]!.AsArray().First(c => c!.ToJsonString().Contains($"own-{mark}", StringComparison.Ordinal))!["id"]!.GetValue<string>();
        using var decided = await risk.PostAsJsonAsync($"/api/v1/approvals/{asked}/decide", new { round = 1, decision = "approve" }, TestContext.Current.CancellationToken);
        Assert.True(decided.IsSuccessStatusCode, await decided.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        for (var tries = 0; tries < 200 && JsonNode.Parse(await http.GetStringAsync($"/api/v1/lending/paper-templates/{Code}"))!["newest"]!.GetValue<int>() == shipped["newest"]!.GetValue<int>(); tries++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        await page.Go($"/lending/templates/{Code}?tab=versions");
        await Expect(page.Page.GetByText($"own-{mark}").First).ToBeVisibleAsync();
        faults.AddRange(await page.In([new(390, 844, "zh", "light"), new(1360, 900, "en", "light")], "template-versions", words: false));
        await page.Page.EvaluateAsync("() => localStorage.setItem('zhirong.language', 'zh')");
        await page.Go($"/facilities/{line}");
        await page.Button("文件").ClickAsync();
        var row = page.Page.Locator(".ant-drawer").GetByRole(AriaRole.Row).Filter(new() { HasText = "放款前提条件落实清单" });
        await row.GetByRole(AriaRole.Button, new() { Name = "生成" }).ClickAsync();
        await Expect(page.Page.Locator(".ant-drawer").FrameLocator("iframe").GetByText($"本行逐项核对 {mark}").First).ToBeVisibleAsync();
        DeskPage.NothingWrong(faults);

        async Task Replaced(string before, string after)
        {
            var text = await page.Page.EvaluateAsync<string>("() => JSON.parse(localStorage.getItem('zhirong.policy.template.conditions-checklist')).text");
            Assert.Contains(before, text, StringComparison.Ordinal);
            var editor = page.Page.GetByRole(AriaRole.Textbox, new() { Name = "模板文本" });
            await editor.ClickAsync();
            await page.Page.Keyboard.PressAsync("Control+a");
            await page.Page.Keyboard.InsertTextAsync(text.Replace(before, after, StringComparison.Ordinal));
        }
    }
}
