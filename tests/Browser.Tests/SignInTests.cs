using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Zhirong.Browser.Tests;

/// <summary>The door of the pages: signing in at the address one wanted, changing the organisation, leaving.</summary>
public sealed class SignInTests(Desk desk)
{
    [Theory]
    [InlineData(1360, 900, "zh", "light")]
    [InlineData(390, 844, "en", "dark")]
    public async Task Door_ForNobody_IsSoundAndReadableByAll(int width, int height, string language, string theme)
    {
        await using var page = await desk.Blank(width, height, language, theme, login: null);
        await page.Go("/ledger/books");
        await Expect(page.Page.Locator("#login")).ToBeVisibleAsync();
        Assert.Empty(await page.AccessibilityFaults());
        await page.Picture($"sign-in-{width}-{language}-{theme}");
        await page.IsSound();
    }

    [Fact]
    public async Task SignIn_WithAWrongPasswordThenTheRightOne_ComesOutAtTheAddressWanted()
    {
        await using var page = await desk.Blank(login: null);
        await page.Go("/ledger/books");
        await page.Page.FillAsync("#login", "auditor");
        await page.Page.FillAsync("#password", "not-the-password");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("ACC-0201");
        await page.Page.FillAsync("#password", Platform.Access.Installation.DemoPeople.Password);
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "账簿" }).First).ToBeVisibleAsync();
        await Expect(page.Page.GetByText("朱严").First).ToBeVisibleAsync();
        await page.IsSound();
    }

    [Fact]
    public async Task DemoUser_Chosen_ChangesTheOrganisationAndLeaves()
    {
        await using var page = await desk.Blank(login: null);
        await page.Go("/deals");
        await page.Page.GetByRole(AriaRole.Button).Filter(new() { HasText = "全部角色" }).ClickAsync();
        await Expect(page.Page.GetByText("NB-FULLCAT-1").First).ToBeVisibleAsync();
        await page.Button("当前机构：演示银行").ClickAsync();
        await page.Page.GetByRole(AriaRole.Menuitem).Filter(new() { HasText = "演示托管银行" }).ClickAsync();
        await Expect(page.Button("当前机构：演示托管银行")).ToBeVisibleAsync();
        await page.Go("/deals");
        await Expect(page.Page.GetByText("NB-FULLCAT-1")).ToHaveCountAsync(0);
        await page.Button("个人菜单").ClickAsync();
        await page.Page.GetByRole(AriaRole.Menuitem).Filter(new() { HasText = "退出登录" }).ClickAsync();
        await Expect(page.Page.Locator("#login")).ToBeVisibleAsync();
        await page.Go("/deals");
        await Expect(page.Page.Locator("#login")).ToBeVisibleAsync();
        await page.IsSound();
    }

    /// <summary>A session that ended elsewhere brings the door, not a broken page.</summary>
    [Fact]
    public async Task Session_EndedElsewhere_BringsTheDoor()
    {
        await using var page = await desk.Blank(login: "approver");
        await page.Go("/deals");
        await Expect(page.Page.GetByText("孙正").First).ToBeVisibleAsync();
        await page.Page.EvaluateAsync("() => fetch('/api/v1/access/sign-out', { method: 'POST' })");
        await page.Page.Locator("a[href='/ledger/books']").First.ClickAsync();
        await Expect(page.Page.Locator("#login")).ToBeVisibleAsync();
        await page.IsSound();
    }
}
