using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Zhirong.Browser.Tests;

/// <summary>The pages of the register of rights: a right from its registration to its lapse, and every page in four looks.</summary>
public sealed class RightTests(Desk desk)
{
    [Fact]
    public async Task Right_RegisteredFoundAndLapsedOnItsPages_IsNoLongerInForce()
    {
        var number = Number(1);
        var wrong = number[..^1] + (number[^1] == '0' ? '1' : '0');
        await using var page = await desk.Open("/rights/new?kind=invention");
        await page.Page.Locator("#right-number").FillAsync(wrong);
        await Assertions.Expect(page.Page.GetByText($"校验位应为 {number[^1]}")).ToBeVisibleAsync();
        await Assertions.Expect(page.Button("登记权利", exact: true)).ToBeDisabledAsync();

        await page.Page.Locator("#right-number").FillAsync($"ZL {number}");
        await page.Page.Locator("#right-title").FillAsync("一种浏览器测试用传感器");
        await page.Page.GetByLabel("第 1 位权利人", new() { Exact = true }).FillAsync("浏览器测试有限公司");
        await Day(page, "right-filing", "20190626");
        await Day(page, "right-grant", "20220412");
        await page.Button("登记权利", exact: true).ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "一种浏览器测试用传感器" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByText("授权（登记）有效").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByText("2039-06-25").First).ToBeVisibleAsync();

        await page.Go($"/rights?query={number.Replace(".", "", StringComparison.Ordinal)[..12]}");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = number }).ClickAsync();
        await page.Button("登记法律事件").ClickAsync();
        await page.Page.Locator("#event-effect").FillAsync("未缴年费");
        await page.Page.Locator(".ant-select-item-option", new() { HasText = "未缴年费终止" }).ClickAsync();
        await Day(page, "event-effective", "20240626");
        await Day(page, "event-recorded", "20250204");
        await page.Button("登记事件", exact: true).ClickAsync();
        await Assertions.Expect(page.Page.GetByText("未缴费终止").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);

        await page.Tab("法律状态").ClickAsync();
        await Assertions.Expect(page.Page.GetByText("晚 223 天")).ToBeVisibleAsync();
        await page.Picture("right-lapsed");

        // As of a day before the lapse it was in force, whatever is known now.
        await page.Go($"{new Uri(page.Page.Url).AbsolutePath}?day=2024-06-25");
        await Assertions.Expect(page.Page.GetByText("授权（登记）有效").First).ToBeVisibleAsync();
        await page.IsSound();
    }

    [Fact]
    public async Task Pages_OfTheRegister_AreSoundAndAccessible()
    {
        var (right, firm) = await Register();
        var faults = new List<string>();
        await using var page = await desk.Open("/");
        foreach (var (name, path) in ((string, string)[])[
            ("rights", "/rights"), ("right", $"/rights/{right}"), ("right-events", $"/rights/{right}/events"), ("right-fees", $"/rights/{right}/fees"), ("right-use", $"/rights/{right}/use"), ("right-trades", $"/rights/{right}/trades"),
            ("right-encumbrances", $"/rights/{right}/encumbrances"), ("right-fields", $"/rights/{right}/fields"), ("right-new", "/rights/new"), ("right-questions", "/rights/questions"), ("right-sources", "/rights/sources"),
            ("firms", "/firms"), ("firm", $"/firms/{firm}"), ("firm-products", $"/firms/{firm}/products"), ("firm-rights", $"/firms/{firm}/rights")])
        {
            await page.Go(path);
            faults.AddRange(await page.In(Look.Pairs, name));
        }

        DeskPage.NothingWrong(faults);
    }

    /// <summary>A pledged right with a licence and a product of a firm with a statement that does not balance.</summary>
    [Fact]
    public async Task Register_SearchKeptAndRightsChosen_AreOpenedByLinkAndBroughtAlong()
    {
        var owner = $"选择企业{Guid.NewGuid():N}"[..12];
        var numbers = new[] { Number(1), Number(2) };
        using (var http = desk.Client())
        {
            foreach (var number in numbers)
            {
                await Post(http, "/api/v1/rights", new { kind = number[4] == '1' ? "invention" : "utility_model", number, statement = new { title = "可选择的装置", owners = new[] { new { name = owner } }, dates = new { filing = "2019-06-26" } } });
            }
        }

        await using var page = await desk.Open($"/rights?owner={Uri.EscapeDataString(owner)}&sort=state");
        await Assertions.Expect(page.Page.Locator("tbody tr.ant-table-row")).ToHaveCountAsync(2);
        await page.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("(^| )列$") }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Checkbox, new() { Name = "主分类" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Columnheader, new() { Name = "主分类" })).ToHaveCountAsync(0);
        await page.Page.Keyboard.PressAsync("Escape");
        await page.Button("保存的筛选").ClickAsync();
        await page.Page.Locator("#rights-search").FillAsync(owner);
        await page.Page.GetByRole(AriaRole.Checkbox, new() { Name = "与本机构共享" }).CheckAsync();
        await page.Button("保存筛选").ClickAsync();
        await Assertions.Expect(page.Page.GetByText($"已保存筛选“{owner}”")).ToBeVisibleAsync();
        var search = new Uri(page.Page.Url).Query;
        Assert.Contains("search=", search, StringComparison.Ordinal);

        // A colleague opens it by its link, with its columns and its order; a name that is taken is refused beside the field.
        await page.Go($"/rights/searches/{Regex.Match(search, "search=([0-9a-f-]{36})").Groups[1].Value}");
        await Assertions.Expect(page.Page.Locator("tbody tr.ant-table-row")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Columnheader, new() { Name = "状态" })).ToHaveCountAsync(1);
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Columnheader, new() { Name = "主分类" })).ToHaveCountAsync(0);
        await page.Button(owner).ClickAsync();
        await page.Page.Locator("#rights-search").FillAsync(owner);
        await page.Page.GetByRole(AriaRole.Checkbox, new() { Name = "与本机构共享" }).CheckAsync();
        await page.Button("保存筛选").ClickAsync();
        await Assertions.Expect(page.Page.GetByText("已以此名称共享了一项筛选")).ToBeVisibleAsync();
        await page.Picture("rights-searches");
        await page.Page.Keyboard.PressAsync("Escape");

        // From the register as it opens, the search leads back to the two rights.
        await page.Go("/rights");
        await page.Button("保存的筛选").ClickAsync();
        await page.Button(owner, exact: true).ClickAsync();
        await Assertions.Expect(page.Page.Locator("tbody tr.ant-table-row")).ToHaveCountAsync(2);

        foreach (var number in numbers)
        {
            await page.Page.GetByLabel($"选择 {number}", new() { Exact = true }).CheckAsync();
        }

        await Assertions.Expect(page.Page.GetByText("已选 2 项")).ToBeVisibleAsync();
        var workbook = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.GetByRole(AriaRole.Link, new() { Name = "导出所选" }).ClickAsync());
        Assert.Equal("rights.xlsx", workbook.SuggestedFilename);
        await page.Picture("rights-chosen");
        await page.Button("质押前置审查").ClickAsync();
        await Assertions.Expect(page.Page.Locator("#precheck-numbers")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex($"^(?=[\\s\\S]*{numbers[0]})(?=[\\s\\S]*{numbers[1]})"));
        await Assertions.Expect(page.Page.Locator("#precheck-pledgor")).ToHaveValueAsync(owner);
        await page.IsSound();
    }

    private async Task<(string Right, string Firm)> Register()
    {
        using var http = desk.Client();
        var name = $"浏览器企业{Guid.NewGuid():N}"[..12];
        var statement = new { title = "轴承在线监测方法", owners = new[] { new { name, share = 0.6 }, new { name = "测试大学", share = 0.4 } }, dates = new { filing = "2019-06-26", grant = "2022-04-12" }, ipc = new[] { "G01M 13/04" }, claims = 9, firstClaim = "1. 一种方法。" };
        var right = (await Post(http, "/api/v1/rights", new { kind = "invention", number = Number(1), statement }))["right"]!["id"]!.GetValue<string>();
        await Post(http, $"/api/v1/rights/{right}/events", new { effect = "pledge_on", effectiveOn = "2025-03-12", recordedOn = "2025-05-20", facts = new { registration_number = "Y2025980000001", pledgee = "测试银行", pledgor = name } });
        await Post(http, $"/api/v1/rights/{right}/events", new { effect = "fee_paid", recordedOn = "2022-06-01", facts = new { year = "4" } });
        await Post(http, $"/api/v1/rights/{right}/encumbrances", new { kind = "exclusive_licence", holder = "测试被许可人", from = "2025-01-01" });
        await Post(http, $"/api/v1/rights/{right}/trades", new { kind = "exclusive_licence", grantor = name, taker = "测试被许可人", signed = "2024-12-20", amount = "1200000.00", royalty = 0.035, related = true });
        await Post(http, $"/api/v1/rights/{right}/statements", new { title = "轴承在线监测方法及装置" });
        var firm = (await Post(http, "/api/v1/firms", new { code = Code(), name, tags = new[] { "高新技术企业" } }))["firm"]!["id"]!.GetValue<string>();
        var figures = new { total_profit = "9000000.00", income_tax = "1350000.00", net_profit = "7660000.00" };
        await Post(http, $"/api/v1/firms/{firm}/statements", new { periodEnd = "2025-12-31", months = 12, figures, source = "审计报告", asOf = "2026-03-28", audited = true });
        await Post(http, $"/api/v1/firms/{firm}/products", new { name = "监测终端", rights = new[] { right }, income = new[] { new { year = 2025, revenue = "5000000.00", source = "收入明细表", asOf = "2026-03-31" } } });
        return (right, firm);
    }

    internal static async Task Day(DeskPage page, string id, string typed)
    {
        await page.Page.Locator($"#{id}").FillAsync(typed);
        await page.Page.Locator($"#{id}").PressAsync("Enter");
    }

    /// <summary>An application number of 2019 nobody else has, with its check digit.</summary>
    internal static string Number(int type)
    {
        ReadOnlySpan<int> weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
        var digits = $"2019{type}{Random.Shared.Next(10_000_000):D7}";
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            sum += (digits[i] - '0') * weights[i];
        }

        return $"{digits}.{(sum % 11 == 10 ? "X" : $"{sum % 11}")}";
    }

    internal static string Code()
    {
        const string alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var first = $"91440300MA{Random.Shared.Next(10_000_000):D7}";
        var (sum, weight) = (0, 1);
        foreach (var c in first)
        {
            (sum, weight) = (sum + (alphabet.IndexOf(c, StringComparison.Ordinal) * weight), weight * 3 % 31);
        }

        return $"{first}{alphabet[(31 - (sum % 31)) % 31]}";
    }

    internal static async Task<JsonNode> Post(HttpClient http, string path, object body)
    {
        using var answer = await http.PostAsync(path, new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }
}
