using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Xunit;

namespace Zhirong.Browser.Tests;

/// <summary>A check that is overdue: found on the list of what is to be done, done with a file, then on the loan's page and in its duty-of-care file.</summary>
public sealed class AfterLoanTests(Desk desk)
{
    [Fact]
    public async Task Check_Overdue_IsDoneWithAFile_AndStandsInTheDutyOfCareFile()
    {
        using var http = desk.Client();
        using var approver = await desk.Client("approver");
        var mark = $"{Guid.NewGuid():N}"[..8];
        var loan = await TakenOver(http, approver, mark);

        await using var page = await desk.Open($"/loans/checks?q=DH-{mark}");
        await Assertions.Expect(page.Page.GetByText("2026-04-01")).ToBeVisibleAsync();
        var faults = new List<string>(await page.In(Look.Pairs, "checks", words: false));
        await InChinese(page);
        await page.Go($"/loans/checks?q=DH-{mark}&due=overdue");
        await page.Button("完成检查", exact: true).ClickAsync();
        var dialog = page.Page.Locator(".ant-modal");
        await dialog.Locator("#check-place").FillAsync("一号厂区");
        await dialog.Locator("#check-met").FillAsync("财务负责人 王某");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "全部标为正常" }).ClickAsync();
        await dialog.Locator(".ant-form-item").Filter(new() { HasText = "实际控制人" }).GetByText("未核实", new() { Exact = true }).ClickAsync();
        await dialog.GetByText("未见异常", new() { Exact = true }).ClickAsync();
        await dialog.Locator("#check-conclusion").FillAsync("开工正常，订单饱满");

        // Without a file and without a note the server says what is missing, beside the fields; nothing is kept.
        await dialog.Locator(".ant-modal-footer .ant-btn-primary").ClickAsync();
        await Assertions.Expect(dialog.GetByText("LEN-1317")).ToBeVisibleAsync();
        await Assertions.Expect(dialog.GetByText("LEN-1316")).ToBeVisibleAsync();
        faults.AddRange(await page.In([new(390, 844, "zh", "light"), new(1360, 900, "zh", "light")], "check-doing", words: false));
        await dialog.Locator("#check-note-people").FillAsync("核心研发人员名册未提供");
        await dialog.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "现场照片.jpg", MimeType = "image/jpeg", Buffer = Encoding.UTF8.GetBytes(mark) });
        await Assertions.Expect(dialog.GetByText("现场照片.jpg")).ToBeVisibleAsync();
        await dialog.Locator(".ant-modal-footer .ant-btn-primary").ClickAsync();
        await Assertions.Expect(page.Page.GetByText("没有符合条件的检查。")).ToBeVisibleAsync();

        await page.Go($"/loans?q=DH-{mark}");
        await Assertions.Expect(page.Page.GetByText("常规检查").First).ToBeVisibleAsync();
        faults.AddRange(await page.In(Look.Pairs, "loans-next-check", words: false));
        await InChinese(page);
        await page.Go($"/loans/{loan}/checks");
        await Assertions.Expect(page.Page.GetByText("开工正常，订单饱满")).ToBeVisibleAsync();
        await page.Page.Locator(".ant-table-row-expand-icon-collapsed").First.ClickAsync();
        await Assertions.Expect(page.Page.GetByText("核心研发人员名册未提供")).ToBeVisibleAsync();
        faults.AddRange(await page.In(Look.Pairs, "loan-checks", words: false));
        await InChinese(page);
        await page.Go($"/loans/{loan}/checks");

        await page.Button("尽职档案").ClickAsync();
        var drawer = page.Page.Locator(".ant-drawer");
        await drawer.GetByRole(AriaRole.Row).Filter(new() { HasText = "尽职免责档案" }).GetByRole(AriaRole.Button, new() { Name = "生成" }).ClickAsync();
        var print = drawer.FrameLocator("iframe");
        await Assertions.Expect(print.GetByText("开工正常，订单饱满")).ToBeVisibleAsync();
        await Assertions.Expect(print.GetByText("现场照片.jpg", new() { Exact = false })).ToBeVisibleAsync();
        await Assertions.Expect(print.GetByText("晚于期限 2026-04-01", new() { Exact = false })).ToBeVisibleAsync();
        await Assertions.Expect(print.GetByText("未核实：实际控制人", new() { Exact = false }).First).ToBeVisibleAsync();
        faults.AddRange(await page.In([new(390, 844, "zh", "light"), new(1360, 900, "zh", "light")], "duty-of-care-checks", words: false));
        DeskPage.NothingWrong(faults);
    }

    /// <summary>A loan of an officer's sheet with figures of New Year: its first routine check was due on the first of April.</summary>
    /// <summary>After a round of looks the page stands narrow and in English.</summary>
    internal static async Task InChinese(DeskPage page)
    {
        await page.Page.EvaluateAsync("() => localStorage.setItem('zhirong.language', 'zh')");
        await page.Page.SetViewportSizeAsync(1360, 900);
    }

    private static async Task<string> TakenOver(HttpClient http, HttpClient approver, string mark)
    {
        var book = $"{(await RightTests.Post(http, "/api/v1/ledger/books", new { code = $"DH-{mark}", name = "信贷账簿", kind = "bank", openedOn = "2026-01-01" }))["id"]}";
        using var sheet = new StringContent($"借据号,借款人,金额,余额,利率,还款方式,放款日,到期日,数据日\nDH-{mark},甬江新材料有限公司,1000000,1000000,3.45%,一次还本付息,2025-12-01,2199-01-01,2026-01-01\n", Encoding.UTF8, "application/octet-stream");
        sheet.Headers.Add("X-File-Name", $"{mark}.csv");
        using var looked = await http.PostAsync($"/api/v1/loans/imports?bookId={book}&asOf=2026-01-01", sheet);
        var import = JsonNode.Parse(await looked.Content.ReadAsStringAsync())!;
        using var taken = await http.PostAsJsonAsync($"/api/v1/loans/imports/{import["id"]}/take", new { baseVersion = 1 });
        Assert.True(taken.IsSuccessStatusCode, await taken.Content.ReadAsStringAsync());
        var asked = JsonNode.Parse(await taken.Content.ReadAsStringAsync())!;
        if (asked["approval"] is { } waiting)
        {
            await RightTests.Post(approver, $"/api/v1/approvals/{waiting}/decide", new { round = 1, decision = "approve" });
        }

        for (var tries = 0; tries < 200; tries++)
        {
            if (JsonNode.Parse(await http.GetStringAsync($"/api/v1/loans?q=DH-{mark}"))!["items"] is JsonArray { Count: > 0 } found)
            {
                return $"{found[0]!["id"]}";
            }

            await Task.Delay(100);
        }

        Assert.Fail("what was approved was not done");
        return "";
    }
}
