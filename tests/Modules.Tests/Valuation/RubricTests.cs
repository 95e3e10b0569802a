using System.Net;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Valuation;

/// <summary>A rubric's texts: what is found while one is written, from when it counts, and who moves grade under it.</summary>
public sealed class RubricTests
{
    private const string Path = "/api/v1/rubrics/platform-patent";
    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8));

    [Fact]
    public async Task Examine_WhileItIsWritten_NamesWhatCannotBe()
    {
        await using var house = await ValuationHouse.Open();
        var text = $"{(await house.Get(Path))["text"]}";
        var sound = await Examined(text);
        Assert.Equal(("true", "1", 0), ($"{sound["passes"]}".ToLowerInvariant(), $"{sound["against"]}", sound["changes"]!.AsArray().Count));
        Assert.Empty(sound["findings"]!.AsArray());
        Assert.Equal(5, sound["reach"]!.AsArray().Count);

        Assert.Equal(["RUB-0101 error"], Codes(await Examined(text.Replace("{law: 0.30, technology: 0.35, economy: 0.35}", "{law: 0.31, technology: 0.35, economy: 0.35}", StringComparison.Ordinal))));
        Assert.Equal(["RUB-0104 error"], Codes(await Examined(text.Replace("{grade: B, from: 65}", "{grade: B, from: 85}", StringComparison.Ordinal))));
        Assert.Equal(["VAL-0904 error"], Codes(await Examined(text.Replace("scenarios: [finance], effect: stop", "scenarios: [loans], effect: stop", StringComparison.Ordinal))));
        Assert.Equal(["VAL-0906 warning"], Codes(await Examined(text.Replace("coverage: 0.7", "coverage: 0", StringComparison.Ordinal))));
        Assert.Equal(["VAL-0903 warning"], Codes(await Examined(text.Replace("{score: 80, from: 10, zh: 10 至 19 项, en: 10 to 19}", "{score: 80, from: 20, zh: 10 至 19 项, en: 10 to 19}", StringComparison.Ordinal))));
        var changed = await Examined(text.Replace("coverage: 0.7", "coverage: 0.6", StringComparison.Ordinal));
        Assert.Equal(("coverage", "0.7", "0.6"), ($"{changed["changes"]![0]!["path"]}", $"{changed["changes"]![0]!["before"]}", $"{changed["changes"]![0]!["after"]}"));
        Assert.Equal(["VAL-2402 error"], Codes(await Examined(text.Replace("id: platform-patent", "id: other", StringComparison.Ordinal))));

        async Task<JsonNode> Examined(string draft) => await house.Post($"{Path}/examine", new { text = draft });
        static string[] Codes(JsonNode answer) => [.. answer["findings"]!.AsArray().Select(f => $"{f!["code"]} {f["severity"]}").Distinct()];
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Rubric_OfALaterDay_CountsFromItsDayAndSheetsKeepTheirs(DatabaseKind kind)
    {
        await using var house = await ValuationHouse.Open(kind);
        var right = await house.Right("甲公司");
        await house.Post($"/api/v1/rights/{right}/events", new { effect = "fee_paid", effectiveOn = "2025-02-01", facts = new { year = "8" } }, HttpStatusCode.Created);
        var shipped = await house.Get(Path);
        var text = $"{shipped["text"]}";
        var asked = new { rightId = right, rubric = "platform-patent", scenario = "finance", scores = Experts(70), reason = "首次" };
        var first = await house.Post("/api/v1/scores", asked, HttpStatusCode.Created);
        Assert.Equal(("1", $"{shipped["versions"]![0]!["hash"]}"), ($"{first["rubricVersion"]}", $"{first["rubricHash"]}"));

        // A first day that has passed is not put up; one that comes is, and counts only from then.
        Assert.Equal("VAL-0911", $"{(await house.Post(Path, new { from = 0, text = Own(text, "own-1", Today.AddDays(-1)), reason = "x" }, HttpStatusCode.UnprocessableEntity))["code"]}");
        var later = await Agreed(house, new { from = 0, text = Own(text, "own-1", Today.AddDays(3)), reason = "等级分数线上调" });
        Assert.Equal("own-1", $"{later["row"]!["version"]}");
        var row = (await house.Get("/api/v1/rubrics"))["rows"]!.AsArray().Single(r => $"{r!["code"]}" == "platform-patent")!;
        Assert.Equal(("1", "own-1", $"{Today.AddDays(3):yyyy-MM-dd}", "1"), ($"{row["version"]}", $"{row["next"]}", $"{row["nextFrom"]}", $"{row["newest"]}"));
        Assert.Equal("1", $"{(await house.Post("/api/v1/scores", asked, HttpStatusCode.Created))["rubricVersion"]}");
        Assert.Equal("VAL-0912", $"{(await house.Post("/api/v1/scores", new { asked.rightId, rubric = "platform-patent/own-1", asked.scenario, asked.scores, asked.reason }, HttpStatusCode.UnprocessableEntity))["code"]}");
        Assert.Equal("platform-patent/own-1", $"{(await house.Post("/api/v1/scores/calculate", new { asked.rightId, rubric = "platform-patent/own-1", asked.scenario, asked.scores }))["result"]!["rubric"]}");

        // The next text counts from today on: it is what a code alone means now.
        var now = await Agreed(house, new { from = 1, text = Own(text, "own-2", Today), reason = "提前执行" });
        var versions = now["versions"]!.AsArray();
        Assert.Equal(["0 past", "1 scheduled", "2 in_force"], versions.Select(v => $"{v!["number"]} {v["state"]}"));
        Assert.All(versions.Skip(1), v => Assert.True($"{v!["checkedBy"]}".Length > 0 && $"{v["approval"]}".Length == 36, v.ToJsonString()));
        var second = await house.Post("/api/v1/scores", asked, HttpStatusCode.Created);
        Assert.Equal(("own-2", $"{versions[2]!["hash"]}"), ($"{second["rubricVersion"]}", $"{second["rubricHash"]}"));
        Assert.Equal([$"{second["rubricHash"]}", $"{first["rubricHash"]}", $"{first["rubricHash"]}"], (await house.Get($"/api/v1/rights/{right}/scores"))["rows"]!.AsArray().Select(s => $"{s!["rubricHash"]}"));
    }

    [Fact]
    public async Task Rescore_UnderADraft_ShowsWhoMovesGrade()
    {
        await using var house = await ValuationHouse.Open();
        var (high, low, never) = (await house.Right("甲公司"), await house.Right("甲公司"), await house.Right("甲公司"));
        await house.Product(await house.Firm("91310115591693856A", "甲公司"), "电磁阀", [high, low]);
        foreach (var (right, score) in new[] { (high, 95), (low, 40) })
        {
            await house.Post($"/api/v1/rights/{right}/events", new { effect = "fee_paid", effectiveOn = "2025-02-01", facts = new { year = "8" } }, HttpStatusCode.Created);
            await house.Post("/api/v1/scores", new { rightId = right, rubric = "platform-patent", scenario = "finance", scores = Experts(score), reason = "首次" }, HttpStatusCode.Created);
        }

        var text = $"{(await house.Get(Path))["text"]}";
        var same = await house.Post($"{Path}/rescore", new { text, scenario = "finance", rightIds = new[] { high, low, never } });
        Assert.Equal(("0", 2, never), ($"{same["moved"]}", same["rows"]!.AsArray().Count, $"{same["without"]!.AsArray().Single()}"));
        var grades = same["rows"]!.AsArray().ToDictionary(r => $"{r!["rightId"]}", r => (Total: decimal.Parse($"{r!["totalBefore"]}", null), Grade: $"{r["gradeBefore"]}"));
        Assert.True(grades[high].Total > grades[low].Total);

        // The line of the best grade put just above the better right: it alone moves, and one place down.
        var line = decimal.Ceiling(grades[high].Total) + 1;
        var steps = text.Replace("{grade: A, from: 80}", $"{{grade: A, from: {line + 1}}}", StringComparison.Ordinal).Replace("{grade: B, from: 65}", $"{{grade: B, from: {line}}}", StringComparison.Ordinal).Replace("{grade: C, from: 50}", "{grade: C, from: 5}", StringComparison.Ordinal);
        var moved = await house.Post($"{Path}/rescore", new { text = steps, scenario = "finance" });
        var rows = moved["rows"]!.AsArray().ToDictionary(r => $"{r!["rightId"]}", r => $"{r!["gradeBefore"]}→{r["gradeAfter"]} {r["move"]}");
        Assert.Equal($"{grades[high].Grade}→C down", rows[high]);
        Assert.Equal(moved["rows"]!.AsArray().Count(r => $"{r!["move"]}" != "same"), int.Parse($"{moved["moved"]}", null));
        Assert.Equal(2, moved["moves"]!.AsArray().Sum(m => m!["count"]!.GetValue<int>()));

        // The whole stock, on what the sheets say: the same answer, for the register has not changed since; the second reading moves a weight alone.
        foreach (var draft in new[] { text, steps, steps.Replace("coverage: 0.7", "coverage: 0.35", StringComparison.Ordinal) })
        {
            var exact = await house.Post($"{Path}/rescore", new { text = draft, scenario = "finance" });
            var stock = await house.Post($"{Path}/rescore-stock", new { text = draft, scenario = "finance" });
            Assert.Equal(("2", $"{exact["moved"]}"), ($"{stock["count"]}", $"{stock["moved"]}"));
            foreach (var grade in stock["grades"]!.AsArray())
            {
                var (name, outcome) = (grade!["grade"]?.GetValue<string>(), $"{grade["outcome"]}");
                Assert.Equal(exact["rows"]!.AsArray().Count(r => r!["gradeBefore"]?.GetValue<string>() == name && $"{r["outcomeBefore"]}" == outcome), grade["before"]!.GetValue<int>());
                Assert.Equal(exact["rows"]!.AsArray().Count(r => r!["gradeAfter"]?.GetValue<string>() == name && $"{r["outcomeAfter"]}" == outcome), grade["after"]!.GetValue<int>());
            }
        }

        // An indicator that is scored from its fact alone takes no expert's score any more, and the answer says whose.
        var auto = text.Replace("id: T1", "id: T1x", StringComparison.Ordinal);
        Assert.Contains("T1", (await house.Post($"{Path}/rescore", new { text = auto, scenario = "finance" }))["rows"]![0]!["dropped"]!.AsArray().Select(d => $"{d}"));
        Assert.Equal("VAL-0913", $"{(await house.Post($"{Path}/rescore", new { text, scenario = "nothing" }, HttpStatusCode.UnprocessableEntity))["code"]}");
        Assert.Equal("VAL-0914", $"{(await house.Post("/api/v1/rubrics/other/rescore", new { text = text.Replace("id: platform-patent", "id: other", StringComparison.Ordinal), scenario = "finance" }, HttpStatusCode.UnprocessableEntity))["code"]}");
        Assert.Equal(2, (await house.Get($"/api/v1/rights/{high}/scores"))["rows"]!.AsArray().Count + (await house.Get($"/api/v1/rights/{low}/scores"))["rows"]!.AsArray().Count);
    }

    private static string Own(string text, string version, DateOnly from) =>
        text.Replace("version: \"1\"", $"version: {version}\neffective: {{from: {from:yyyy-MM-dd}}}", StringComparison.Ordinal).Replace("{grade: A, from: 80}", "{grade: A, from: 85}", StringComparison.Ordinal);

    private static async Task<JsonNode> Agreed(ValuationHouse house, object body)
    {
        var id = $"{(await house.Post(Path, body, HttpStatusCode.Accepted))["approval"]}";
        using var approver = await house.As("approver");
        await house.Post($"/api/v1/approvals/{id}/decide", new { round = 1, decision = "approve" }, who: approver);
        for (var tries = 0; ; tries++)
        {
            var seen = await house.Get($"/api/v1/approvals/{id}");
            if ($"{seen["row"]!["state"]}" == "done")
            {
                return seen["answer"]!;
            }

            Assert.True(tries < 100, seen.ToJsonString());
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private static object[] Experts(int score) => [.. new[] { "L7", "L8", "T1", "T3", "T4", "T6", "T9", "E3", "E4", "E6" }.Select(indicator => new { indicator, score = $"{score}", basis = "访谈" })];
}
