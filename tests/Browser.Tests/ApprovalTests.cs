using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Zhirong.Browser.Tests;

/// <summary>One person asks and others decide, through the pages alone; the pages of approvals in four looks.</summary>
public sealed class ApprovalTests(Desk desk)
{
    [Fact]
    public async Task Pages_OfApprovals_AreSoundAndAccessible()
    {
        var id = await Asked("四种外观");
        var faults = new List<string>();
        await using var page = await desk.Blank(login: "approver");
        foreach (var (name, path) in ((string, string)[])[
            ("inbox", "/approvals"), ("inbox-all", "/approvals?view=all"), ("case", $"/approvals/{id}"), ("delegations", "/approvals/delegations"), ("mandates", "/approvals/mandates"), ("routes", "/approvals/routes"), ("routes-all", "/approvals/routes?show=all"), ("propose", "/approvals/routes/propose")])
        {
            await page.Go(path);
            await Expect(page.Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
            faults.AddRange(await page.In(Look.Pairs, name));
        }

        DeskPage.NothingWrong(faults);
    }

    /// <summary>What is asked for is told as put up for approval, two others agree on the page, and it is done.</summary>
    [Fact]
    public async Task Mandate_AskedForAndApprovedByTwo_Stands()
    {
        var title = $"小额放款 {Guid.NewGuid():N}"[..14];
        await using var asking = await desk.Blank(login: "admin");
        await asking.Go("/approvals/mandates");
        await asking.Button("申请授权额度").First.ClickAsync();
        await asking.Page.FillAsync("#mandate-title", title);
        await asking.Page.FillAsync("#mandate-limit", "50万");
        await asking.Page.FillAsync("#mandate-daily", "200万");
        await asking.Button("提交审批").ClickAsync();
        await asking.Page.GetByText("批准后自动办理；查看审批事项").ClickAsync();
        await Expect(asking.Page.GetByRole(AriaRole.Heading, new() { Name = title })).ToBeVisibleAsync();
        await Expect(asking.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("审批中");
        await Expect(asking.Button("同意", exact: true)).ToHaveCountAsync(0);

        foreach (var login in (string[])["approver", "risk-manager"])
        {
            await using var deciding = await desk.Blank(login: login);
            await deciding.Go("/approvals");
            await deciding.Page.GetByRole(AriaRole.Link).Filter(new() { HasText = title }).ClickAsync();
            await Expect(deciding.Page.GetByText("500,000.00").First).ToBeVisibleAsync();
            await deciding.Button("不同意", exact: true).ClickAsync();
            await Expect(deciding.Page.GetByText("请写明理由")).ToBeVisibleAsync();
            await deciding.Page.FillAsync("#decide-note", $"{login} 已核对用量");
            await deciding.Button("同意", exact: true).ClickAsync();
            await Expect(deciding.Page.Locator("#decide-note")).ToHaveCountAsync(0);
            await deciding.IsSound();
        }

        await Expect(asking.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("已办理", new() { Timeout = 40_000 });
        await Expect(asking.Page.GetByText("risk-manager 已核对用量").First).ToBeVisibleAsync();
        await asking.Picture("case-done");
        await asking.Go("/approvals/mandates");
        await Expect(asking.Page.GetByText(title).First).ToBeVisibleAsync();
        await asking.IsSound();
    }

    /// <summary>Sent back with a reason, supplemented by who began it, and up for decision in a second round.</summary>
    [Fact]
    public async Task Case_SentBack_IsSupplementedAndDecidedAnew()
    {
        var title = $"补充 {Guid.NewGuid():N}"[..12];
        var id = await Asked(title);
        await using (var deciding = await desk.Blank(login: "approver"))
        {
            await deciding.Go($"/approvals/{id}");
            await deciding.Page.FillAsync("#decide-note", "请写明历史用量");
            await deciding.Button("退回补充", exact: true).ClickAsync();
            await Expect(deciding.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("待补充");
        }

        await using var asking = await desk.Blank(login: "admin");
        await asking.Go($"/approvals/{id}");
        await Expect(asking.Page.GetByText("请写明历史用量").First).ToBeVisibleAsync();
        await asking.Button("补充后重新提交").ClickAsync();
        await asking.Page.Locator("[id='supplement-note']").FillAsync("近三个月用量 120 万元");
        await asking.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "补充后重新提交" }).ClickAsync();
        await Expect(asking.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("审批中");
        await Expect(asking.Page.GetByText("近三个月用量 120 万元").First).ToBeVisibleAsync();
        await asking.IsSound();

        await using var again = await desk.Blank(login: "approver");
        await again.Go($"/approvals/{id}");
        await Expect(again.Button("同意", exact: true)).ToBeVisibleAsync();
    }

    /// <summary>The address of a case of another organisation shows nothing of it.</summary>
    [Fact]
    public async Task Case_OfAnotherOrganisation_IsNotThere()
    {
        var id = await Asked("他机构看不到");
        await using var page = await desk.Blank(login: "custodian");
        await page.Go($"/approvals/{id}");
        await Expect(page.Page.GetByText("没有这个页面")).ToBeVisibleAsync();
        await Expect(page.Page.GetByText("他机构看不到")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Checkpoint_HeldBefore_IsContinuedAndATamperedOneIsNot()
    {
        using var http = desk.Client();
        await Asked("日志增长");
        var rows = JsonNode.Parse(await http.GetStringAsync("/api/v1/evidence/checkpoints?pageSize=200"))!["items"]!.AsArray();
        var held = await http.GetStringAsync($"/api/v1/evidence/checkpoints/{rows[^1]!["size"]}");
        await using var page = await desk.Open("/evidence/checkpoints");
        await Drop(page, held);
        await Expect(page.Page.GetByText("这本日志就是您手中那一本的延续")).ToBeVisibleAsync();
        await page.Picture("checkpoint-continued");
        await page.Button("换一个文件").ClickAsync();
        var root = JsonNode.Parse(held)!["checkpoint"]!["sm3"]!.GetValue<string>();
        await Drop(page, held.Replace(root, new string(root[0] == 'a' ? 'b' : 'a', 1) + root[1..], StringComparison.Ordinal));
        await Expect(page.Page.GetByText("这本日志不是您手中那一本的延续")).ToBeVisibleAsync();
        await page.IsSound();
    }

    private static Task Drop(DeskPage page, string text) =>
        page.Page.Locator("input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = "checkpoint.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(text) });

    /// <summary>A mandate the administrator asks for; the id of its case.</summary>
    private async Task<string> Asked(string title)
    {
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = new(desk.Address) };
        http.DefaultRequestHeaders.Add("Cookie", $"zr_session={await desk.SignIn("admin")}");
        http.DefaultRequestHeaders.Add("Idempotency-Key", $"{Guid.NewGuid()}");
        var today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8));
        var body = new { act = "payments.batch.approve", title, limit = "500000.00", daily = "2000000.00", first = today, until = today.AddDays(90), product = (string?)null, note = "常规小额放款" };
        using var answer = await http.PostAsync("/api/v1/approvals/mandates", new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == 202, text);
        return JsonNode.Parse(text)!["approval"]!.GetValue<string>();
    }
}
