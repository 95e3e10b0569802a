using System.Net;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Valuation;

/// <summary>Score sheets from the register and experts, and rubrics of one's own.</summary>
public sealed class ScoreTests
{
    private const string Code = "91310115591693856A";

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Score_OfARightInTheRegister_TakesItsFactsAndIsCarriedOn(DatabaseKind kind)
    {
        await using var house = await ValuationHouse.Open(kind);
        var right = await house.Right("甲公司");
        var firm = await house.Firm(Code, "甲公司");
        await house.Product(firm, "电磁阀", [right]);
        var asked = new { rightId = right, rubric = "platform-patent", scenario = "finance", day = "2025-06-30", scores = Experts(80), facts = new[] { new { name = "prizes", value = "1", source = "获奖证书", date = "2023-05-01" } } };

        // Nobody read legal events yet: that nothing lies on the right is not a fact.
        var unread = Facts(await house.Post("/api/v1/scores/calculate", asked));
        Assert.DoesNotContain("encumbrance", unread.Keys);
        Assert.Equal(("substantive", "10", "7", "1"), (unread["examination"], unread["claims"], unread["trl"], unread["ipc_subclasses"]));
        Assert.Equal(("12.63", "0.276923"), (unread["remaining_years"], unread["product_revenue_share"]));

        await house.Post($"/api/v1/rights/{right}/events", new { effect = "fee_paid", effectiveOn = "2025-02-01", facts = new { year = "8" } }, HttpStatusCode.Created);
        var read = Facts(await house.Post("/api/v1/scores/calculate", asked));
        Assert.Equal(("none", "false", "false", "0"), (read["encumbrance"], read["seized"], read["pledged_without_consent"], read["financings"]));
        var sheet = await house.Post("/api/v1/scores", Kept(asked), HttpStatusCode.Created);
        Assert.Equal("graded", $"{sheet["outcome"]}");

        // Pledged since: the score falls, the experts' words and the typed fact stay.
        await house.Post($"/api/v1/rights/{right}/events", new { effect = "pledge_on", recordedOn = "2025-08-03", effectiveOn = "2025-08-01", facts = new { pledgee = "某银行" } }, HttpStatusCode.Created);
        var renewed = (await house.Post("/api/v1/scores/renew", new { rightIds = new[] { right, $"{Guid.NewGuid()}" }, rubric = "platform-patent", scenario = "finance", reason = "质押后", day = "2025-09-30" }, HttpStatusCode.Created));
        var row = renewed["rows"]!.AsArray().Single()!;
        Assert.Single(renewed["without"]!.AsArray());
        Assert.True(decimal.Parse($"{row["sheet"]!["total"]}", null) < decimal.Parse($"{row["totalBefore"]}", null), row.ToJsonString());
        var subject = row["sheet"]!["request"]!["subjects"]![0]!;
        Assert.Equal(("pledged", "1", "获奖证书"), ($"{subject["facts"]!["encumbrance"]!["value"]}", $"{subject["facts"]!["prizes"]!["value"]}", $"{subject["facts"]!["prizes"]!["source"]}"));
        Assert.Null(subject["facts"]!["pledged_without_consent"]);
        Assert.Contains("演示用户", $"{subject["scores"]!["T1"]!["source"]}", StringComparison.Ordinal);
        Assert.Equal(2, (await house.Get($"/api/v1/rights/{right}/scores"))["rows"]!.AsArray().Count);

        // Weights by score follow the newest sheets.
        var draft = await house.Post("/api/v1/appraisals/draft", new { firmId = firm, rightIds = new[] { right }, baseDate = "2025-09-30", purpose = "pledge", weightsBy = "score" });
        Assert.Equal("1", $"{draft["request"]!["group"]!["rights"]![0]!["weight"]}");
    }

    [Fact]
    public async Task Score_WithWhatCannotBe_IsRefusedByPath()
    {
        await using var house = await ValuationHouse.Open();
        var right = await house.Right("甲公司");
        async Task<string> Codes(string rubric, string scenario, object scores) => $"{(await house.Post("/api/v1/scores/calculate", new { rightId = right, rubric, scenario, scores }, HttpStatusCode.UnprocessableEntity))["code"]}";
        Assert.Equal("RUB-0207", await Codes("nobody", "finance", Array.Empty<object>()));
        Assert.Equal("RUB-0201", await Codes("platform-patent", "nothing", Array.Empty<object>()));
        Assert.Equal("VAL-2003", await Codes("platform-patent", "finance", new[] { new { indicator = "T1", score = "101" } }));
        Assert.Equal("RUB-0202", await Codes("platform-patent", "finance", new[] { new { indicator = "T99", score = "50" } }));
        Assert.Equal("RUB-0203", await Codes("platform-patent", "finance", new[] { new { indicator = "L1", score = "50" } }));
        Assert.Equal("VAL-2007", $"{(await house.Post("/api/v1/scores/calculate", new { rightId = Guid.NewGuid(), rubric = "platform-patent", scenario = "finance", scores = Array.Empty<object>() }, HttpStatusCode.UnprocessableEntity))["code"]}");
    }

    [Fact]
    public async Task Rubric_OfOnesOwn_IsCheckedAgreedToAndComparedWithTheShippedOne()
    {
        await using var house = await ValuationHouse.Open();
        var shipped = await house.Get("/api/v1/rubrics/platform-patent");
        Assert.Equal(("0", "3/14/27"), ($"{shipped["row"]!["number"]}", $"{shipped["row"]!["shape"]}"));
        var text = $"{shipped["text"]}";
        var own = text.Replace("version: \"1\"", "version: own-1", StringComparison.Ordinal).Replace("coverage: 0.7", "coverage: 0.6", StringComparison.Ordinal);
        Assert.Equal(("RUB-0105", "VAL-2402"), (await Refused(text.Replace("平台自定，版本", "符合 GB/T 42748，版本", StringComparison.Ordinal)), await Refused(own.Replace("id: platform-patent", "id: other", StringComparison.Ordinal))));

        var made = await Agreed(house, "/api/v1/rubrics/platform-patent", new { from = 0, text = own, reason = "本行放宽覆盖率" });
        Assert.Equal(("1", "own-1", "0.6"), ($"{made["row"]!["number"]}", $"{made["row"]!["version"]}", $"{made["coverage"]}"));
        var diff = (await house.Get("/api/v1/rubrics/platform-patent/diff?from=0&to=1"))["changes"]!.AsArray();
        Assert.Equal([("version", "1", "own-1"), ("coverage", "0.7", "0.6")], diff.Select(c => ($"{c!["path"]}", $"{c["before"]}", $"{c["after"]}")));
        Assert.Equal(("own-1", "1"), ($"{(await house.Get("/api/v1/rubrics"))["rows"]!.AsArray().Single()!["version"]}", $"{(await house.Get("/api/v1/rubrics/platform-patent?version=0"))["row"]!["version"]}"));
        var score = await house.Post("/api/v1/scores/calculate", new { rubric = "platform-patent", scenario = "finance", scores = Experts(70), kind = "invention" });
        Assert.Equal("platform-patent/own-1", $"{score["result"]!["rubric"]}");

        async Task<string> Refused(string wrong)
        {
            // What is refused anyway is not asked approval for: the answer comes when the approved request runs.
            var asked = await house.Send(HttpMethod.Post, "/api/v1/rubrics/platform-patent", new { from = 0, text = wrong, reason = "x" }, HttpStatusCode.Accepted);
            return $"{(await Decided(house, $"{asked["approval"]}", "failed"))["answer"]?["code"]}";
        }
    }

    private static async Task<JsonNode> Agreed(ValuationHouse house, string path, object body)
    {
        var asked = await house.Send(HttpMethod.Post, path, body, HttpStatusCode.Accepted);
        return (await Decided(house, $"{asked["approval"]}", "done"))["answer"]!;
    }

    private static async Task<JsonNode> Decided(ValuationHouse house, string id, string outcome)
    {
        using var approver = await house.As("approver");
        await house.Post($"/api/v1/approvals/{id}/decide", new { round = 1, decision = "approve" }, who: approver);
        for (var tries = 0; ; tries++)
        {
            var seen = await house.Get($"/api/v1/approvals/{id}");
            if ($"{seen["row"]!["state"]}" == outcome)
            {
                return seen;
            }

            Assert.True(tries < 100, seen.ToJsonString());
            await Task.Delay(100);
        }
    }

    private static JsonNode Kept(object asked)
    {
        var node = System.Text.Json.JsonSerializer.SerializeToNode(asked, System.Text.Json.JsonSerializerOptions.Web)!;
        node["reason"] = "首次评分";
        return node;
    }

    private static object[] Experts(int score) => [.. new[] { "L7", "L8", "T1", "T3", "T4", "T5", "T6", "T9", "E3", "E4", "E6" }.Where(i => i is not "T5").Select(indicator => new { indicator, score = $"{score}", basis = "访谈" })];

    private static Dictionary<string, string> Facts(JsonNode answer) => answer["facts"]!.AsArray().ToDictionary(f => $"{f!["name"]}", f => $"{f!["value"]}");
}
