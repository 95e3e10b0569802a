using System.Net.Http.Json;
using Microsoft.Playwright;
using Xunit;

namespace Zhirong.Browser.Tests;

/// <summary>The documents of a line: made, read as they will be printed, taken away, and made again once the record has changed.</summary>
public sealed class PaperTests(Desk desk)
{
    private static string Today => $"{TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")):yyyy-MM-dd}";

    [Fact]
    public async Task Contract_OfALine_IsMadeReadAndMadeAgainWhenTheRecordChanges()
    {
        using var http = desk.Client();
        var (mark, borrower) = ($"{Guid.NewGuid():N}"[..8], "甬江新材料有限公司");
        var book = (await RightTests.Post(http, "/api/v1/ledger/books", new { code = $"BP-{mark}", name = "信贷账簿", kind = "bank", openedOn = "2026-01-01" }))["id"]!.GetValue<string>();
        var line = (await RightTests.Post(http, "/api/v1/facilities", new { number = $"HT-{mark}", kind = "revolving", borrower, amount = "5000000.00", from = "2026-01-01", until = "2199-12-31", bookId = book, conditions = new[] { "保单正本" } }))["row"]!["id"]!.GetValue<string>();

        await using var page = await desk.Open($"/facilities/{line}");
        await page.Button("文件").ClickAsync();
        var drawer = page.Page.Locator(".ant-drawer");
        var row = drawer.GetByRole(AriaRole.Row).Filter(new() { HasText = "放款前提条件落实清单" });
        await Assertions.Expect(row).ToContainTextAsync("尚未生成");
        await row.GetByRole(AriaRole.Button, new() { Name = "生成" }).ClickAsync();
        var print = drawer.FrameLocator("iframe");
        await Assertions.Expect(print.GetByText("保单正本")).ToBeVisibleAsync();
        await Assertions.Expect(print.GetByText("5,000,000.00").First).ToBeVisibleAsync();
        var faults = new List<string>(await page.In([new(390, 844, "zh", "light"), new(1360, 900, "zh", "light")], "paper-shown", words: false));

        var download = await page.Page.RunAndWaitForDownloadAsync(() => drawer.GetByRole(AriaRole.Button, new() { Name = "下载 DOCX" }).ClickAsync());
        Assert.EndsWith("-v1.docx", download.SuggestedFilename, StringComparison.Ordinal);
        await drawer.GetByRole(AriaRole.Button, new() { Name = "返回文件清单" }).ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("与记录一致");

        using var met = await http.PostAsJsonAsync($"/api/v1/facilities/{line}/conditions/1", new { document = "保单 PICC-1", on = Today, baseVersion = 1 });
        Assert.True(met.IsSuccessStatusCode);
        await page.Go($"/facilities/{line}");
        await page.Button("文件").ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("记录已变化");
        await row.GetByRole(AriaRole.Button, new() { Name = "生成新版本" }).ClickAsync();
        await Assertions.Expect(print.GetByText("保单 PICC-1")).ToBeVisibleAsync();

        // Another language is another page; the list is opened in it anew.
        Look english = new(390, 844, "en", "dark");
        faults.AddRange(await page.In([english], "papers-behind", words: false));
        await page.Button("Documents").ClickAsync();
        await Assertions.Expect(drawer.GetByText("Loan contract").Or(drawer.GetByText("借款合同")).First).ToBeVisibleAsync();
        faults.AddRange(await page.In([english], "papers", words: false));
        DeskPage.NothingWrong(faults);
    }
}
