using System.Net.Http.Json;
using Microsoft.Playwright;
using Xunit;

namespace Zhirong.Browser.Tests;

/// <summary>A rubric changed on its page: wrong weights are said at once, what changes and who moves grade is seen, and a second person is asked.</summary>
public sealed class RubricTests(Desk desk)
{
    [Fact]
    public async Task Rubric_ChangedOnItsPage_IsCheckedComparedRescoredAndPutUp()
    {
        using var http = desk.Client();
        var (_, _, rights) = await ValuationSeeds.Firm(http);
        string[] experts = ["L7", "L8", "T1", "T3", "T4", "T6", "T9", "E3", "E4", "E6"];
        var scored = await http.PostAsJsonAsync("/api/v1/scores", new { rightId = rights[0], rubric = "platform-patent", scenario = "finance", scores = experts.Select(indicator => new { indicator, score = "80", basis = "访谈" }), reason = "首次评分" }, TestContext.Current.CancellationToken);
        Assert.True(scored.IsSuccessStatusCode, await scored.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        await using var page = await desk.Open("/rubrics/platform-patent");
        await page.Button("修改评分标准").ClickAsync();
        var findings = page.Page.GetByRole(AriaRole.Complementary, new() { Name = "检查结果" });
        await Assertions.Expect(findings.GetByText("可以提交")).ToBeVisibleAsync();

        // One percent too much: the sum turns red, the finding is there and nothing can be put up.
        await Typed("金融 法律价值", "36");
        await Assertions.Expect(page.Page.GetByText("101%")).ToBeVisibleAsync();
        await Assertions.Expect(findings.GetByText("RUB-0101")).ToBeVisibleAsync();
        await Assertions.Expect(page.Button("提交自定版本")).ToBeDisabledAsync();
        await Typed("金融 法律价值", "35");
        await Assertions.Expect(findings.GetByText("可以提交")).ToBeVisibleAsync();

        // What the text does not hold is refused in the cell itself.
        await Typed("金融 法律价值", "x");
        await Assertions.Expect(page.Page.GetByLabel("金融 法律价值", new() { Exact = true })).ToHaveAttributeAsync("aria-invalid", "true");
        await page.Page.GetByLabel("金融 法律价值", new() { Exact = true }).PressAsync("Escape");
        await Typed("A 起始分", "99.5");
        await Typed("覆盖率", "35");

        // Beside the tables stands what the change does to all rights scored, anew with every change.
        await Assertions.Expect(findings.GetByRole(AriaRole.Table, new() { Name = "全部已评权利" })).ToBeVisibleAsync();
        await Assertions.Expect(findings.GetByRole(AriaRole.Status).Last).Not.ToContainTextAsync(" 0 项等级变化");
        await page.Tab("与现行版差异").ClickAsync();
        var changes = page.Page.GetByRole(AriaRole.Row, new() { Name = "coverage" });
        await Assertions.Expect(changes.GetByText("0.7", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(changes.GetByText("0.35", new() { Exact = true })).ToBeVisibleAsync();

        // A reload loses nothing of the draft.
        await page.Go("/rubrics/platform-patent/rescore");
        await page.Button("重评", exact: true).ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Status).Last).ToContainTextAsync("截至");
        await Assertions.Expect(page.Page.GetByText("可评级").First).ToBeVisibleAsync();
        await page.Picture("rubric-rescored");

        var faults = new List<string>();
        foreach (var (name, path) in ((string, string)[])[("rubric-edit", "/rubrics/platform-patent/edit"), ("rubric-diff", "/rubrics/platform-patent/diff"), ("rubric-versions", "/rubrics/platform-patent/versions")])
        {
            await page.Go(path);
            faults.AddRange(await page.In(Look.Pairs, name, words: name is not "rubric-edit"));
        }

        DeskPage.NothingWrong(faults);
        await page.Page.EvaluateAsync("() => localStorage.setItem('zhirong.language', 'zh')");
        await page.Go("/rubrics/platform-patent/edit");
        await page.Button("提交自定版本").ClickAsync();
        await page.Page.Locator("#rubric-version").FillAsync($"own-{Guid.NewGuid():N}"[..12]);
        await page.Page.Locator("#rubric-reason").FillAsync("本行放宽覆盖率");
        await page.Button("提交复核").ClickAsync();
        await Assertions.Expect(page.Page.GetByText("已提交审批").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Button("修改评分标准")).ToBeVisibleAsync();

        async Task Typed(string label, string value)
        {
            var cell = page.Page.GetByLabel(label, new() { Exact = true });
            await cell.FillAsync(value);
            await cell.PressAsync("Enter");
        }
    }
}
