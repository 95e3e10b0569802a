using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Zhirong.Browser.Tests;

/// <summary>A bank's own indices: a file dropped, its columns seen and named, its rows told, and the firm's page shows the index with file and day.</summary>
public sealed class IndexFileTests(Desk desk)
{
    [Fact]
    public async Task File_WithAGoodRowAndTwoThatAreNot_TellsEachAndTheFirmShowsItsIndex()
    {
        using var http = desk.Client();
        var (mark, day) = ($"{Guid.NewGuid():N}"[..8], DateTime.UtcNow.AddHours(8).AddDays(-2));
        var (code, unknown, name) = (RightTests.Code(), RightTests.Code(), $"指数企业{mark}");
        await RightTests.Post(http, "/api/v1/firms", new { code, name, region = "330602" });
        await using var page = await desk.Open("/lending/indices");
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "导入银行指数" })).ToBeVisibleAsync();

        // GBK, and a column of points nobody knows: what is missing is told, and nothing can be taken in before it is named.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = $"信用代码,企业名称,内部输出,评分日期\n{code},{name},72.50,{day:yyyy/M/d}\n{unknown},无此企业,60,{day:yyyy/M/d}\n{code},{name},172.50,{day.AddDays(-1):yyyy/M/d}\n";
        var file = new FilePayload { Name = $"指数{mark}.csv", MimeType = "text/csv", Buffer = Encoding.GetEncoding("GB18030").GetBytes(text) };
        await page.Page.Locator("input[type=file]").SetInputFilesAsync(file);
        await Expect(page.Page.GetByText("还没有列对应：指数、模型")).ToBeVisibleAsync();
        await Expect(page.Button("导入", exact: true)).ToBeDisabledAsync();
        await page.Page.GetByRole(AriaRole.Combobox, new() { Name = "内部输出 对应字段", Exact = true }).ClickAsync(new() { Force = true });
        await page.Page.Locator(".ant-select-dropdown:visible .ant-select-item-option", new() { HasText = "指数" }).First.ClickAsync();
        await page.Page.Locator("#indices-model").FillAsync($"行内-{mark}/3");
        await Expect(page.Page.GetByText("所需的列都已对应")).ToBeVisibleAsync();
        var faults = new List<string>(await page.In(Look.Pairs, "indices-columns"));
        await Chinese(page);
        await page.Button("导入", exact: true).ClickAsync();

        var result = page.Page.GetByRole(AriaRole.Region, new() { Name = "导入结果" });
        IReadOnlyList<(string Text, string[] Tells)> rows = [(name, ["72.50", $"{day:yyyy-MM-dd}", "导入"]), (unknown, ["登记簿中没有这家企业", "LEN-1542"]), ("172.50", ["0 到 100", "LEN-0828", "拒绝"])];
        foreach (var (found, tells) in rows)
        {
            var row = result.GetByRole(AriaRole.Row).Filter(new() { HasText = found }).Filter(new() { HasText = tells[^1] });
            foreach (var told in tells)
            {
                await Expect(row.First).ToContainTextAsync(told);
            }
        }

        faults.AddRange(await page.In(Look.Pairs, "indices-result"));
        await Chinese(page);
        var kept = page.Page.GetByRole(AriaRole.Region, new() { Name = "历次文件" }).GetByRole(AriaRole.Row).Filter(new() { HasText = file.Name });
        await Expect(kept).ToContainTextAsync($"行内-{mark}/3");
        Assert.Equal(["3", "1", "0", "2"], (await kept.GetByRole(AriaRole.Cell).AllInnerTextsAsync()).Skip(2).Take(4));

        await result.GetByRole(AriaRole.Link, new() { Name = name }).First.ClickAsync();
        await page.Arrives("/lending/index/([0-9a-f-]{36})");
        var given = page.Page.GetByRole(AriaRole.Region, new() { Name = "银行自有指数" }).GetByRole(AriaRole.Row).Filter(new() { HasText = $"行内-{mark}/3" });
        foreach (var told in (string[])["72.50", file.Name, $"{day:yyyy-MM-dd}"])
        {
            await Expect(given).ToContainTextAsync(told);
        }

        faults.AddRange(await page.In(Look.Pairs, "index-given", words: false));
        DeskPage.NothingWrong(faults);

        // The same file once more changes nothing, and says so.
        using var body = new ByteArrayContent(file.Buffer);
        body.Headers.ContentType = new("application/octet-stream");
        var again = await http.PostAsync($"/api/v1/lending/indices?pointsColumn={Uri.EscapeDataString("内部输出")}&model={Uri.EscapeDataString($"行内-{mark}/3")}", body, TestContext.Current.CancellationToken);
        Assert.Equal("1", $"{(await again.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!["repeated"]}");
    }

    private static async Task Chinese(DeskPage page)
    {
        await page.Page.SetViewportSizeAsync(1360, 900);
        await page.Page.EvaluateAsync("() => { localStorage.setItem('zhirong.language', 'zh'); window.dispatchEvent(new StorageEvent('storage', { key: 'zhirong.language', newValue: 'zh' })); }");
    }
}
