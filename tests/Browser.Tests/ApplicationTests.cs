using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Zhirong.Browser.Tests;

/// <summary>An application from the officer's prefilled form to a second person's resolution; a product in its editor; the borrower's own side.</summary>
public sealed class ApplicationTests(Desk desk)
{
    /// <summary>退回补件 names what is missing, the answer is typed in and submitted again, the assessment shows what binds, another person decides.</summary>
    [Fact]
    public async Task Application_ReturnedAnsweredAssessed_IsDecidedByASecondPerson()
    {
        using var http = desk.Client();
        var (firm, _, _) = await ValuationSeeds.Firm(http);
        var drafted = await RightTests.Post(http, "/api/v1/lending/applications", new { form = new { firmId = firm, product = "standard-pledge", amount = "1000000.00", months = 12, purpose = "采购原材料" } });
        var (id, number) = (drafted["row"]!["id"]!.GetValue<string>(), drafted["row"]!["number"]!.GetValue<string>());

        await using var page = await desk.Open($"/lending/applications/{id}");
        await Step(page, "提交申请");
        await Expect(page.Page.GetByText("已提交").First).ToBeVisibleAsync();
        await Step(page, "退回补件", "请补充在手订单", "在手订单合同");
        await Expect(page.Page.GetByText("在手订单合同").First).ToBeVisibleAsync();
        await page.Page.Locator("#app-purpose").FillAsync("采购原材料，在手订单合同已上传");
        await Step(page, "提交申请");
        await Expect(page.Page.GetByText("已提交").First).ToBeVisibleAsync();
        await Step(page, "评审测算");
        await Expect(page.Page.GetByRole(AriaRole.Region, new() { Name = "评审测算" }).First).ToBeVisibleAsync();
        await Step(page, "作出决定", "材料不足", outcome: "拒绝", items: "在手订单不足");
        await Expect(page.Page.Locator(".ant-modal")).ToHaveCountAsync(0);

        var inbox = System.Text.Json.Nodes.JsonNode.Parse(await http.GetStringAsync("/api/v1/approvals?view=all&state=open&act=lending.resolution.make&pageSize=200"))!;
        await using var deciding = await desk.Blank(login: "risk-manager");
        await deciding.Go($"/approvals/{inbox["items"]!.AsArray().First(c => $"{c}".Contains(number, StringComparison.Ordinal))!["id"]}");
        await Expect(deciding.Page.GetByText("在手订单不足").First).ToBeVisibleAsync();
        await deciding.Button("同意", exact: true).ClickAsync();
        await Expect(deciding.Button("同意", exact: true)).ToHaveCountAsync(0);
        for (var tries = 0; tries < 60 && await page.Page.GetByText("申请复议").CountAsync() == 0; tries++)
        {
            await Task.Delay(250);
            await page.Go($"/lending/applications/{id}");
        }

        await Expect(page.Button("申请复议")).ToBeVisibleAsync();
        DeskPage.NothingWrong([.. await page.In(Look.Pairs, "application-refused", words: false)]);
    }

    [Fact]
    public async Task Pages_OfProductsInTheMakingAndTheBorrowersSide_AreSoundAndAccessible()
    {
        await using var page = await desk.Open("/lending/products/standard-pledge/edit");
        await page.Page.Locator("[id='product-terms.rate.spread_bp']").FillAsync("80");
        await page.Page.Locator("[id='product-terms.rate.spread_bp']").PressAsync("Enter");
        await Expect(page.Tab("改动 (2)")).ToBeVisibleAsync();
        var faults = new List<string>(await page.In(Look.Pairs, "product-edit", words: false));
        await page.Tab("Whom it fits").ClickAsync();
        faults.AddRange(await page.In(Look.Pairs, "product-who", words: false));

        await using var borrower = await desk.Blank(390, 844, login: "borrower");
        await borrower.Go("/portal");
        await borrower.Page.Locator("#portal-amount").FillAsync("100万");
        await borrower.Button("看看能贷多少").ClickAsync();
        await Expect(borrower.Page.GetByRole(AriaRole.Article).First).ToBeVisibleAsync();
        faults.AddRange(await borrower.In(Look.Pairs, "portal", words: false));
        DeskPage.NothingWrong(faults);
    }

    /// <summary>A step through its dialog: what is asked for first, then the button that says what is done.</summary>
    private static async Task Step(DeskPage page, string act, string? note = null, string? items = null, string? outcome = null)
    {
        await page.Page.Locator("main, #root").First.GetByRole(AriaRole.Button, new() { Name = act, Exact = true }).First.ClickAsync();
        var dialog = page.Page.Locator(".ant-modal-content");
        if (outcome is not null)
        {
            await dialog.Locator(".ant-select-selector").ClickAsync();
            await page.Page.Locator(".ant-select-dropdown .ant-select-item-option", new() { HasText = outcome }).Last.ClickAsync();
        }

        foreach (var (field, text) in ((string, string?)[])[("#step-items", items), ("#step-note", note)])
        {
            if (text is not null)
            {
                await dialog.Locator(field).FillAsync(text);
            }
        }

        await dialog.Locator(".ant-modal-footer .ant-btn-primary").ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
    }
}
