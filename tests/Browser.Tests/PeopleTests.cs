using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Zhirong.Browser.Tests;

/// <summary>The pages of users, roles, organisations, conflicts and one's own account.</summary>
public sealed class PeopleTests(Desk desk)
{
    [Fact]
    public async Task Pages_OfPeople_AreSoundAndAccessible()
    {
        var faults = new List<string>();
        await using var page = await desk.Blank(login: "admin");
        foreach (var (name, path) in ((string, string)[])[
            ("users", "/access/users"), ("user", $"/access/users/{Platform.Access.Installation.DemoPeople.UserId("approver")}"), ("roles", "/access/roles"), ("organisations", "/access/organisations"), ("conflicts", "/access/conflicts"),
            ("account", "/account/password"), ("factor", "/account/factor"), ("sessions", "/account/sessions"), ("tokens", "/account/tokens"), ("checkpoints", "/evidence/checkpoints")])
        {
            await page.Go(path);
            await Expect(page.Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
            faults.AddRange(await page.In(Look.Pairs, name));
        }

        DeskPage.NothingWrong(faults);
    }

    /// <summary>A user is asked for by one administrator, agreed to by another, and then stands in the list.</summary>
    [Fact]
    public async Task User_AddedAndApproved_StandsInTheList()
    {
        var login = $"neu-{Guid.NewGuid():N}"[..12];
        await using var asking = await desk.Blank(login: "admin");
        await asking.Go("/access/users");
        await asking.Button("添加用户").First.ClickAsync();
        await asking.Page.FillAsync("#user-name", "钱多多");
        await asking.Page.FillAsync("#user-login", login);
        await asking.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "添加用户" }).ClickAsync();
        await Expect(asking.Page.GetByText("已提交审批").First).ToBeVisibleAsync();
        await Expect(asking.Page.Locator("#user-login")).ToHaveCountAsync(0);
        await asking.Page.GetByText("批准后自动办理；查看审批事项").ClickAsync();
        await Expect(asking.Page.GetByText(login).First).ToBeVisibleAsync();

        await using var deciding = await desk.Blank();
        await deciding.Go(new Uri(asking.Page.Url).AbsolutePath);
        await Expect(deciding.Page.GetByText(login).First).ToBeVisibleAsync();
        await deciding.Button("同意", exact: true).ClickAsync();
        await Expect(deciding.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("已办理", new() { Timeout = 40_000 });
        await asking.Go($"/access/users?query={login}");
        await Expect(asking.Page.GetByText("待发初始密码").First).ToBeVisibleAsync();
        await asking.IsSound();
    }

    [Fact]
    public async Task Token_Made_IsShownOnceAndRevoked()
    {
        var name = $"对账 {Guid.NewGuid():N}"[..10];
        await using var page = await desk.Blank(login: "plan-manager");
        await page.Go("/account/tokens");
        await page.Button("新建令牌").ClickAsync();
        await page.Page.FillAsync("#token-name", name);
        await page.Page.Locator("#token-scopes").ClickAsync(new() { Force = true });
        await page.Page.Keyboard.TypeAsync("ledger.read");
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.Keyboard.PressAsync("Escape");
        await page.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "新建令牌" }).ClickAsync();
        await Expect(page.Page.Locator("textarea[readonly]")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^zrt_"));
        await page.Button("已保存").ClickAsync();
        await Expect(page.Page.GetByText(name)).ToBeVisibleAsync();
        await page.Button("吊销", exact: true).First.ClickAsync();
        await page.Page.GetByRole(AriaRole.Tooltip).GetByRole(AriaRole.Button, new() { Name = "吊销" }).ClickAsync();
        await Expect(page.Page.GetByText("已吊销").First).ToBeVisibleAsync();
        await page.IsSound();
    }

    /// <summary>The key of the second factor is shown as a picture and as letters.</summary>
    [Fact]
    public async Task SecondFactor_Begun_ShowsItsKey()
    {
        await using var page = await desk.Blank(login: "auditor");
        await page.Go("/account/factor");
        await page.Button("启用", exact: true).ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Img, new() { Name = "二维码" }).Locator("svg")).ToBeVisibleAsync();
        await Expect(page.Page.Locator("code").Filter(new() { HasTextRegex = new("^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$") })).ToBeVisibleAsync();
        await page.Picture("factor-begun");
        await page.IsSound();
    }
}
