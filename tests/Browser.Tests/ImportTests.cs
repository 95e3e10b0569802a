using System.Text;
using Microsoft.Playwright;
using Xunit;

namespace Zhirong.Browser.Tests;

/// <summary>A file of rights on its way into the register: dropped, looked at, its titles set right, taken in, its report read.</summary>
public sealed class ImportTests(Desk desk)
{
    [Fact]
    public async Task File_WithUnknownTitles_IsMappedTakenInAndFound()
    {
        var (first, second) = (Number(1), Number(2));
        await using var page = await desk.Open("/rights/import");
        await page.Page.Locator("input[type=file]").SetInputFilesAsync(File("项目清单.csv", $"编码,成果,单位\r\n{first},浏览器导入的密封圈,导入测试有限公司\r\n{second[..^1]}{(second[^1] == '1' ? '2' : '1')},校验位写错的,导入测试有限公司\r\n"));
        await Assertions.Expect(page.Page.GetByText("没有认出表头")).ToBeVisibleAsync();
        await Assertions.Expect(page.Button("导入", exact: true)).ToBeDisabledAsync();
        foreach (var (column, field) in ((string, string)[])[("编码", "申请号 / 专利号"), ("成果", "名称"), ("单位", "权利人")])
        {
            await page.Page.GetByLabel($"{column} 对应的字段").FillAsync(field);
            await page.Page.Locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option", new() { HasText = field }).First.ClickAsync();
        }

        await page.Page.GetByLabel("映射名称").FillAsync("浏览器测试映射");
        await page.Button("保存映射并重新核对").ClickAsync();
        await Assertions.Expect(page.Page.GetByText("校验位不符").First).ToBeVisibleAsync();
        await page.Picture("import-mapped");
        await page.IsSound();

        await page.Button("导入", exact: true).ClickAsync();
        await Assertions.Expect(page.Button("问题清单 xlsx").Or(page.Page.GetByRole(AriaRole.Link, new() { Name = "问题清单 xlsx" })).First).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByText("IMP-0203")).ToBeVisibleAsync();
        await page.Picture("import-report");
        await page.IsSound();
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "查看权利" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Link, new() { Name = first }).ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "浏览器导入的密封圈" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1360, 900, "en", "dark")]
    [InlineData(390, 844, "zh", "light")]
    public async Task Pages_OfImporting_AreSoundAndAccessible(int width, int height, string language, string theme)
    {
        var faults = new List<string>();
        await using var page = await desk.Open("/", width, height, language, theme);
        foreach (var (name, path, file, content) in ((string, string, string, string)[])[
            ("import", "/rights/import", "rights.csv", $"申请号,专利名称,申请人,申请日,备注\r\n{Number(width)},密封圈,甲公司,2019-01-10,x\r\n坏,坏,坏,坏,x\r\n"),
            ("import-firms", "/firms/import", "firms.csv", "企业名称,统一社会信用代码,年度,营业收入（万元）,不认识的\r\n示例公司,91310115591693856A,2022年,100,1\r\n")])
        {
            await page.Go(path);
            await page.Picture($"{name}-empty-{width}-{language}-{theme}");
            await page.Page.Locator("input[type=file]").SetInputFilesAsync(File(file, content));
            await Assertions.Expect(page.Page.Locator(".ant-table-row").First).ToBeVisibleAsync();
            await page.Picture($"{name}-seen-{width}-{language}-{theme}");
            await page.IsSound();
            faults.AddRange((await page.AccessibilityFaults()).Select(fault => $"{name}: {fault}"));
        }

        Assert.Empty(faults);
    }

    private static FilePayload File(string name, string content) => new() { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(content) };

    /// <summary>An application number with its check digit.</summary>
    private static string Number(int n)
    {
        var digits = $"2019171{n:00000}";
        int[] weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
        var rest = digits.Select((digit, i) => (digit - '0') * weights[i]).Sum() % 11;
        return $"{digits}.{(rest == 10 ? "X" : $"{rest}")}";
    }
}
