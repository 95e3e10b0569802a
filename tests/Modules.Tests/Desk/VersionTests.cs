using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Zhirong.Modules.Tests.Desk;

/// <summary>Versions, scenarios and kept runs of a deal.</summary>
public sealed class VersionTests(Desk desk)
{
    private const string Coupon = "coupon: 0.0420";

    [Fact]
    public async Task Save_ByTwoPeople_TheSecondSeesTheDifferenceAndLosesNothing()
    {
        var (id, text) = await desk.Own();
        await desk.Post($"/api/v1/deals/{id}/versions", new { baseVersion = 1, text = text.Replace(Coupon, "coupon: 0.0410", StringComparison.Ordinal), reason = "利率下调" }, HttpStatusCode.Created);
        var mine = text.Replace("rate: 0.0001}   # A", "rate: 0.0002}   # A", StringComparison.Ordinal);
        var problem = await desk.Post($"/api/v1/deals/{id}/versions", new { baseVersion = 1, text = mine, reason = "托管费" }, HttpStatusCode.Conflict);
        Assert.Equal("SEC-0103", problem["code"]!.GetValue<string>());
        var theirs = problem["current"]!;
        Assert.Equal(2, theirs["head"]!["number"]!.GetValue<int>());
        Assert.Equal("利率下调", theirs["head"]!["reason"]!.GetValue<string>());
        Assert.Equal("""[{"path":"tranches.A.coupon","before":"0.0420","after":"0.0410"}]""", theirs["changes"]!.ToJsonString());
        Assert.Contains("coupon: 0.0410", theirs["text"]!.GetValue<string>());
        Assert.Equal(2, (await desk.Get($"/api/v1/deals/{id}"))["version"]!.GetValue<int>());
    }

    [Fact]
    public async Task Save_RepeatedWithItsKey_SavesOneVersion()
    {
        var (id, text) = await desk.Own();
        var body = new { baseVersion = 1, text = text.Replace(Coupon, "coupon: 0.0400", StringComparison.Ordinal), reason = "重试" };
        var first = await desk.Post($"/api/v1/deals/{id}/versions", body, HttpStatusCode.Created, key: $"save-{id}");
        var again = await desk.Post($"/api/v1/deals/{id}/versions", body, HttpStatusCode.Created, key: $"save-{id}");
        Assert.True(JsonNode.DeepEquals(first, again));
        var other = await desk.Post($"/api/v1/deals/{id}/versions", new { baseVersion = 2, text, reason = "别的" }, HttpStatusCode.UnprocessableEntity, key: $"save-{id}");
        Assert.Equal("WEB-0103", other["code"]!.GetValue<string>());
        Assert.Equal("baseVersion", other["errors"]![0]!["path"]!.GetValue<string>());
        Assert.Equal([2, 1], (await desk.Get($"/api/v1/deals/{id}/versions"))["versions"]!.AsArray().Select(v => v!["number"]!.GetValue<int>()));
    }

    [Theory]
    [InlineData("not a deal", "原因", "FLD-0102")]
    [InlineData("", "原因", "DOC-0004")]
    [InlineData("schema: ipabs/v1", "  ", "SEC-0102")]
    public async Task Create_OfWhatIsNoDeal_IsRefusedAndWritesNothing(string text, string reason, string code)
    {
        var before = (await desk.Get("/api/v1/deals"))["total"]!.GetValue<int>();
        var problem = await desk.Post("/api/v1/deals", new { text, reason }, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(code, problem["code"]!.GetValue<string>());
        Assert.Equal(before, (await desk.Get("/api/v1/deals?query=不存在"))["total"]!.GetValue<int>() + (await desk.Get("/api/v1/deals"))["total"]!.GetValue<int>());
    }

    [Fact]
    public async Task Versions_TwoOfThem_DifferWhereTheTextsDiffer()
    {
        var (id, text) = await desk.Own();
        var changed = text.Replace("{id: C15, principal: 11000000, industry: 现代农业}", "{id: C16, principal: 11000000.00, industry: 现代农业}", StringComparison.Ordinal).Replace("zh: 优先级", "zh: 优先A级", StringComparison.Ordinal);
        await desk.Post($"/api/v1/deals/{id}/versions", new { baseVersion = 1, text = changed, reason = "换企业" }, HttpStatusCode.Created);
        var changes = (await desk.Get($"/api/v1/deals/{id}/versions/1/changes/2"))["changes"]!.AsArray().Select(c => $"{c!["path"]} {c["before"]} > {c["after"]}");
        Assert.Equal(
        [
            "pool.obligors.C15.id C15 > ", "pool.obligors.C15.principal 11000000 > ", "pool.obligors.C15.industry 现代农业 > ",
            "pool.obligors.C16.id  > C16", "pool.obligors.C16.principal  > 11000000.00", "pool.obligors.C16.industry  > 现代农业",
            "tranches.A.zh 优先级 > 优先A级",
        ],
        changes);
    }

    [Fact]
    public async Task Scenarios_AddedChangedRemoved_AreKeptByVersion()
    {
        var (id, _) = await desk.Own();
        var content = JsonNode.Parse("""{"schema":"ipabs-scenario/v1","id":"一户","defaults":[{"obligor":"C01","period":2,"recovery":"0.3","lag":4}]}""");
        var added = await desk.Post($"/api/v1/deals/{id}/scenarios", new { name = "一户违约", content }, HttpStatusCode.Created);
        var path = $"/api/v1/deals/{id}/scenarios/{added["id"]}";
        var twice = await desk.Post($"/api/v1/deals/{id}/scenarios", new { name = " 一户违约 ", content }, HttpStatusCode.UnprocessableEntity);
        Assert.Equal("SEC-0105", twice["code"]!.GetValue<string>());
        await Desk.Json(await desk.Send(HttpMethod.Put, path, new { name = "首户违约", content, baseVersion = 1 }), HttpStatusCode.OK);
        var stale = await Desk.Json(await desk.Send(HttpMethod.Put, path, new { name = "别名", content, baseVersion = 1 }), HttpStatusCode.Conflict);
        Assert.Equal("SEC-0104", stale["code"]!.GetValue<string>());
        var listed = Assert.Single((await desk.Get($"/api/v1/deals/{id}/scenarios"))["scenarios"]!.AsArray())!;
        Assert.Equal("首户违约", listed["name"]!.GetValue<string>());
        Assert.True(JsonNode.DeepEquals(content, listed["content"]));
        Assert.Equal(HttpStatusCode.NoContent, (await desk.Http.DeleteAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Http.DeleteAsync(path)).StatusCode);
    }

    [Fact]
    public async Task Scenario_OfTheWrongShape_IsRefusedWithItsField()
    {
        var (id, _) = await desk.Own();
        var problem = await desk.Post($"/api/v1/deals/{id}/scenarios", new { name = "坏", content = new { schema = "ipabs-scenario/v1", id = "x", defalts = Array.Empty<int>() } }, HttpStatusCode.UnprocessableEntity);
        Assert.Equal("FLD-0104", problem["code"]!.GetValue<string>());
        Assert.Equal("defalts", problem["errors"]![0]!["path"]!.GetValue<string>());
    }

    [Fact]
    public async Task Runs_OfTwoVersions_CompareLineByLine()
    {
        var (id, text) = await desk.Own();
        await desk.Post($"/api/v1/deals/{id}/versions", new { baseVersion = 1, text = text.Replace(Coupon, "coupon: 0.0430", StringComparison.Ordinal), reason = "利率上调" }, HttpStatusCode.Created);
        var a = await desk.Post($"/api/v1/deals/{id}/runs", new { version = 1 }, HttpStatusCode.Created);
        var b = await desk.Post($"/api/v1/deals/{id}/runs", new { version = 2, note = "上调 10bp" }, HttpStatusCode.Created);
        var compared = await desk.Get($"/api/v1/runs/{a["id"]}/compare/{b["id"]}");

        // 320,150,000 × 0.1 % × 90 / 365 = 78,941.10 more interest on the first date.
        var interest = compared["lines"]!.AsArray().Single(l => l!["k"]!.GetValue<int>() == 1 && l["line"]!.GetValue<string>() == "A.interest")!;
        Assert.Equal(("3315526.03", "3394467.12", "78941.09"), (interest["a"]!.GetValue<string>(), interest["b"]!.GetValue<string>(), interest["difference"]!.GetValue<string>()));
        Assert.DoesNotContain(compared["lines"]!.AsArray(), l => l!["difference"]!.GetValue<string>() == "0.00");
        var opened = await desk.Get($"/api/v1/runs/{a["id"]}");
        Assert.Equal("3315526.03", opened["run"]!["periods"]![0]!["paid"]!["A.interest"]!.GetValue<string>());
        Assert.Equal(2, (await desk.Get($"/api/v1/deals/{id}/runs"))["runs"]!.AsArray().Count);
    }

    [Fact]
    public async Task Shelf_OfTheFoundingDeal_HasTheHeadroomOfItsLetter()
    {
        await desk.Own();
        var shelf = (await desk.Get("/api/v1/shelves"))["shelves"]!.AsArray().Single(s => s!["id"]!.GetValue<string>() == "CTEX-1-10")!;

        // Cap 1,000,000,000 less the published 337,000,000; copies of the deal are drafts of the same series.
        Assert.Equal("663000000.00", shelf["headroom"]!.GetValue<string>());
        Assert.True(Assert.Single(shelf["rows"]!.AsArray())!["variants"]!.GetValue<int>() >= 1);
        Assert.Equal("2023-04-30", shelf["validUntil"]!.GetValue<string>());
    }
}
