using Microsoft.Playwright;
using Xunit;

namespace Zhirong.Browser.Tests;

/// <summary>Pledges before they are filed, and the public money a loan may have.</summary>
public sealed class LendingTests(Desk desk)
{
    /// <summary>A debt that outlives the patent is refused by its ground, a number nobody registered is named; the other reasons are for a person.</summary>
    [Fact]
    public async Task PreCheck_OfPastedNumbers_NamesTheGroundOfEach()
    {
        using var http = desk.Client();
        var (number, name) = (RightTests.Number(1), $"出质企业{Guid.NewGuid():N}"[..12]);
        var statement = new { title = "一种前置审查用阀门", owners = new[] { new { name } }, dates = new { filing = "2019-06-26", grant = "2022-04-12" }, claims = 9 };
        var right = (await RightTests.Post(http, "/api/v1/rights", new { kind = "invention", number, statement }))["right"]!["id"]!.GetValue<string>();
        await RightTests.Post(http, $"/api/v1/rights/{right}/events", new { effect = "granted", effectiveOn = "2022-04-12", recordedOn = "2022-04-12" });

        await using var page = await desk.Open("/registrations/precheck");
        await page.Page.Locator("#precheck-numbers").FillAsync($"ZL{number}\n{RightTests.Number(2)}");
        await page.Page.Locator("#precheck-pledgor").FillAsync(name);
        await RightTests.Day(page, "precheck-end", "20450101");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "核对", Exact = true }).ClickAsync();

        await Assertions.Expect(page.Page.GetByRole(AriaRole.Link, new() { Name = number })).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByText("P06").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByText("登记簿中没有").First).ToBeVisibleAsync();
        DeskPage.NothingWrong([.. await page.In(Look.Pairs, "precheck-found", words: false)]);
    }

    [Fact]
    public async Task Pages_OfPledgesAndPublicMoney_AreSoundAndAccessible()
    {
        await using var page = await desk.Open("/registrations");
        var faults = new List<string>();
        foreach (var (name, path) in ((string, string)[])[("registrations", "/registrations"), ("registry-answers", "/registrations/answers"), ("schemes", "/policy/schemes"), ("scheme", "/policy/schemes/subsidy/qingdao-interest"), ("scheme-share", "/policy/schemes/share/jiangsu-suzhidai"), ("aids", "/policy/applications"), ("policy-funds", "/policy/funds")])
        {
            await page.Go(path);
            faults.AddRange(await page.In(Look.Pairs, name, words: !name.StartsWith("scheme", StringComparison.Ordinal)));
        }

        DeskPage.NothingWrong(faults);
    }
}
