using Microsoft.Playwright;
using Xunit;

namespace Zhirong.Browser.Tests;

/// <summary>A pledge from a pasted list to its replacement, on its pages, and every page in four looks.</summary>
public sealed class PledgeTests(Desk desk)
{
    private const string Day = "2026-03-02";

    /// <summary>Parts that miss the amount by a fen are told and not sent; the same list with the fen makes the pledge.</summary>
    [Fact]
    public async Task Pledge_FromAPastedList_SumsToTheFen()
    {
        using var http = desk.Client();
        var name = Owner();
        var (first, second) = (await Right(http, name), await Right(http, name));
        await using var page = await desk.Open("/pledges/new");
        var contract = $"LL-{Guid.NewGuid():N}"[..14];
        foreach (var (id, typed) in ((string, string)[])[("contractNo", contract), ("pledgors", name), ("pledgee", "浏览器银行"), ("secured", "200万"), ("source", "评估报告")])
        {
            await page.Page.Locator($"#pledge-{id}").FillAsync(typed);
        }

        await RightTests.Day(page, "pledge-debtTo", "20281231");
        await page.Page.Locator("#pledge-numbers").FillAsync($"{first.Number}\t180万\t1199999.99\n{second.Number}\t120万\t800000.00");
        await page.Button("读取并核对").ClickAsync();
        await Assertions.Expect(page.Page.GetByText("分摊之和 1,999,999.99 与担保金额 2,000,000.00 不一致")).ToBeVisibleAsync();
        await Assertions.Expect(page.Button("建立质押", exact: true)).ToBeDisabledAsync();

        await page.Page.GetByLabel($"分摊金额（元） {first.Number}").FillAsync("1200000.00");
        await page.Button("建立质押", exact: true).ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = contract })).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByText("2,000,000.00").First).ToBeVisibleAsync();

        await page.Go($"/pledges?q={contract}");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Link, new() { Name = contract })).ToBeVisibleAsync();
        await page.IsSound();
    }

    /// <summary>What is worth less than what goes out is told before it is sent; both stand beside each other with what the pledge would cover.</summary>
    [Fact]
    public async Task Replacement_WorthLess_IsToldBeforeItIsSent()
    {
        using var http = desk.Client();
        var name = Owner();
        var (held, other) = (await Right(http, name), await Right(http, name));
        var (pledge, _) = await Registered(http, name, held.Id);
        await using var page = await desk.Open($"/pledges/{pledge}");
        await Assertions.Expect(page.Page.GetByText("150.00%")).ToBeVisibleAsync();
        await page.Button("置换权利", exact: true).ClickAsync();
        await page.Page.Locator("#replace-in").FillAsync($"{other.Number}\t149.99万");
        await page.Button("读取并核对").ClickAsync();
        await Assertions.Expect(page.Page.GetByText("换入价值少 100.00 元，将被拒绝")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByText("149.99%")).ToBeVisibleAsync();
        await page.Picture("pledge-replace");
    }

    [Fact]
    public async Task Pages_OfPledges_AreSoundAndAccessible()
    {
        using var http = desk.Client();
        var name = Owner();
        var (standing, _) = await Registered(http, name, (await Right(http, name)).Id);
        var (lost, registration) = await Registered(http, name, (await Right(http, name)).Id);
        await RightTests.Post(http, $"/api/v1/registrations/{registration}/registry-steps", new { act = "revoke", on = "2026-03-10", receiptNo = "CX-1", note = "承诺不实" });
        await using var page = await desk.Open("/pledges");
        var faults = new List<string>();
        foreach (var (look, path) in ((string, string)[])[
            ("pledges", "/pledges"), ("pledge", $"/pledges/{standing}"), ("pledge-papers", $"/pledges/{standing}/papers"), ("pledge-changes", $"/pledges/{standing}/changes"), ("pledge-parties", $"/pledges/{standing}/parties"),
            ("pledge-lost", $"/pledges/{lost}/incidents"), ("pledge-new", "/pledges/new"), ("incidents", "/pledges/incidents")])
        {
            await page.Go(path);
            faults.AddRange(await page.In(Look.Pairs, look, words: false));
        }

        DeskPage.NothingWrong(faults);
    }

    private static string Owner() => $"质押企业{Guid.NewGuid():N}"[..12];

    private static async Task<(string Id, string Number)> Right(HttpClient http, string owner)
    {
        var number = RightTests.Number(1);
        var statement = new { title = "一种质押用阀门", owners = new[] { new { name = owner } }, dates = new { filing = "2019-06-26", grant = "2022-04-12" }, claims = 9 };
        var right = (await RightTests.Post(http, "/api/v1/rights", new { kind = "invention", number, statement }))["right"]!["id"]!.GetValue<string>();
        await RightTests.Post(http, $"/api/v1/rights/{right}/events", new { effect = "granted", effectiveOn = "2022-04-12", recordedOn = "2022-04-12" });
        return (right, number);
    }

    /// <summary>A pledge for a million over one right worth one and a half, entered by the registry.</summary>
    private static async Task<(string Pledge, string Registration)> Registered(HttpClient http, string owner, string right)
    {
        var party = new { name = owner, address = "某市某路 1 号" };
        var made = await RightTests.Post(http, "/api/v1/pledges", new { contractNo = $"LL-{Guid.NewGuid():N}"[..14], pledgors = new[] { party }, pledgee = new { name = "浏览器银行", address = "某市某路 2 号" }, claimKind = "loan", secured = "1000000.00", debtFrom = "2026-01-01", debtTo = "2028-12-31", scope = "本金与利息", items = new[] { new { rightId = right, value = "1500000.00", valueSource = "评估报告" } } });
        var (pledge, registration) = ($"{made["row"]!["id"]}", $"{made["registrations"]![0]!["id"]}");
        foreach (var ground in (string[])["P04", "P10", "P11", "P12"])
        {
            await RightTests.Post(http, $"/api/v1/registrations/{registration}/statements", new { kind = "confirmation", ground, who = "客户经理", document = "检索记录", on = Day });
        }

        await RightTests.Post(http, $"/api/v1/registrations/{registration}/steps", new { act = "sign", on = Day });
        await RightTests.Post(http, $"/api/v1/registrations/{registration}/steps", new { act = "submit", on = Day, channel = "online" });
        await RightTests.Post(http, $"/api/v1/registrations/{registration}/registry-steps", new { act = "accept", on = Day });
        await RightTests.Post(http, $"/api/v1/registrations/{registration}/registry-steps", new { act = "register", on = Day, registrationNo = $"Y{Guid.NewGuid():N}"[..14] });
        return (pledge, registration);
    }
}
