using System.Net;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Modules.Valuation.Drafting;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Valuation;

/// <summary>An appraisal from the register's draft to two signatures, through the server.</summary>
public sealed class AppraisalApiTests
{
    private const string Code = "91310115591693856A";

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Appraisal_FromTheRegister_IsDraftedFilledKeptChangedAndSigned(DatabaseKind kind)
    {
        await using var house = await ValuationHouse.Open(kind);
        var rights = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            rights.Add(await house.Right("甲公司", $"一种阀门 {i}", $"201{6 + i}-02-15"));
        }

        var firm = await house.Firm(Code, "甲公司");
        var product = await house.Product(firm, "电磁阀", rights);
        var ask = new { firmId = firm, productId = product, baseDate = "2025-06-30", purpose = "pledge", valueType = "market" };
        var draft = await house.Post("/api/v1/appraisals/draft", ask);
        var request = draft["request"]!.AsObject();
        var income = request["methods"]!.AsArray().Single(m => $"{m!["id"]}" == "revenue_share")!["income"]!;
        Assert.Equal(("14400000.00", "2025", "2024 年收入明细（2024 年实际，其后为预测）", "2025-03-31", "assumption"), ($"{income["last"]}", $"{income["first_year"]}", $"{income["source"]}", $"{income["date"]}", $"{income["kind"]}"));
        Assert.Equal(("30000000.00", "2024 年审计报告"), ($"{request["firm"]!["net_assets"]!["value"]}", $"{request["firm"]!["net_assets"]!["source"]}"));
        Assert.Equal(["2036-02-15", "2037-02-15", "2038-02-15"], request["group"]!["rights"]!.AsArray().Select(r => $"{r!["expires"]}"));
        Assert.Equal(["0.333334", "0.333333", "0.333333"], request["group"]!["rights"]!.AsArray().Select(r => $"{r!["weight"]}"));
        Assert.Equal(3, draft["history"]!.AsArray().Count);
        var missing = draft["missing"]!.AsArray().ToDictionary(m => $"{m!["path"]}", m => $"{m!["zh"]}|{m["en"]}", StringComparer.Ordinal);
        Assert.Contains("20.0 %", missing["methods.revenue_share.income.growth"], StringComparison.Ordinal);
        Assert.Contains("10.6", missing["methods.revenue_share.income.years"], StringComparison.Ordinal);
        Assert.Superset(new HashSet<string> { "discount", "conclusion", "pledge", "methods.revenue_share.share", "methods.profit_share.income.last", "methods.replacement.direct" }, missing.Keys.ToHashSet());
        Assert.DoesNotContain("value_type", missing.Keys);

        // What the register knows alone does not compute.
        Assert.Equal("FLD-0101", $"{(await house.Post("/api/v1/appraisals/calculate", new { request }, HttpStatusCode.UnprocessableEntity))["code"]}");

        ValuationHouse.Fill(request);
        var calculated = await house.Post("/api/v1/appraisals/calculate", new { request });
        Assert.Null(calculated["afterDiligence"]!["value"]);
        Assert.Contains("待核实", $"{calculated["afterDiligence"]!["reason"]}", StringComparison.Ordinal);

        var made = await house.Post("/api/v1/appraisals", new { name = "电磁阀产品组", firmId = firm, request, reason = "首次" }, HttpStatusCode.Created, key: "a-1");
        Assert.Equal($"{made}", $"{await house.Post("/api/v1/appraisals", new { name = "电磁阀产品组", firmId = firm, request, reason = "首次" }, HttpStatusCode.Created, key: "a-1")}");
        var id = $"{made["row"]!["id"]}";
        Assert.Equal((calculated["total"]!.ToJsonString(), "concluded", "single_method", "甲公司", "1"), (made["row"]!["total"]!.ToJsonString(), $"{made["row"]!["state"]}", $"{made["row"]!["rangeBasis"]}", $"{made["row"]!["firmName"]}", $"{made["row"]!["version"]}"));
        Assert.Equal(ValuationHouse.Fen(made["row"]!["total"]), made["rights"]!.AsArray().Sum(r => ValuationHouse.Fen(r!["value"])));
        Assert.Equal(rights, made["rights"]!.AsArray().Select(r => $"{r!["rightId"]}"));
        Assert.Equal("VAL-2007", $"{(await house.Post("/api/v1/appraisals", new { name = "x", request = Renamed(request, $"{Guid.NewGuid()}"), reason = "x" }, HttpStatusCode.UnprocessableEntity))["code"]}");

        // One of two who started from the same version is told what the other saved.
        var mine = ValuationHouse.Fill(JsonNode.Parse(request.ToJsonString())!.AsObject(), growth: "0.03", simulated: true);
        var second = await house.Send(HttpMethod.Put, $"/api/v1/appraisals/{id}", new { from = 1, request = mine, reason = "增长率下调" }, HttpStatusCode.OK);
        Assert.Equal(("2", "simulation"), ($"{second["row"]!["version"]}", $"{second["row"]!["rangeBasis"]}"));
        Assert.True(ValuationHouse.Fen(second["row"]!["low"]) < ValuationHouse.Fen(second["row"]!["total"]) && ValuationHouse.Fen(second["row"]!["total"]) < ValuationHouse.Fen(second["row"]!["high"]));
        Assert.Equal(ValuationHouse.Fen(second["row"]!["low"]), second["rights"]!.AsArray().Sum(r => ValuationHouse.Fen(r!["low"])));
        Assert.Equal(ValuationHouse.Fen(second["row"]!["high"]), second["rights"]!.AsArray().Sum(r => ValuationHouse.Fen(r!["high"])));
        var conflict = await house.Send(HttpMethod.Put, $"/api/v1/appraisals/{id}", new { from = 1, request, reason = "同时" }, HttpStatusCode.Conflict);
        Assert.Equal(("VAL-2103", "2"), ($"{conflict["code"]}", $"{conflict["current"]!["head"]!["number"]}"));
        Assert.Contains(conflict["current"]!["changes"]!.AsArray(), c => $"{c!["path"]}" == "methods.revenue_share.income.growth" && $"{c["before"]}" == "0.05" && $"{c["after"]}" == "0.03");
        Assert.Equal("0.05", $"{(await house.Get($"/api/v1/appraisals/{id}?version=1"))["request"]!["methods"]![0]!["income"]!["growth"]}");
        Assert.Equal("VAL-2107", $"{(await house.Get($"/api/v1/appraisals/{id}?version=3", HttpStatusCode.UnprocessableEntity))["code"]}");

        await Signed(house, id, request);
        Assert.Equal([id], (await house.Get($"/api/v1/appraisals?q=电磁阀&firm={firm}&state=concluded"))["items"]!.AsArray().Select(i => $"{i!["id"]}"));
        Assert.Equal([id], (await house.Get($"/api/v1/appraisals?right={rights[1]}"))["items"]!.AsArray().Select(i => $"{i!["id"]}"));
        var leaves = (await house.Get($"/api/v1/evidence/subjects/appraisal/{id}"))["leaves"]!.AsArray().Select(l => $"{l!["event"]}").ToList();
        Assert.Equal((3, 2), (leaves.Count(l => l == "AppraisalSaved"), leaves.Count(l => l == "AppraisalSigned")));
        await using var read = house.Store.Read(Viewer.Everything("check the room's books in a test"));
        Assert.All(new ValuationTables().Verify(read.Session).ToList(), check => Assert.Empty(check.Wrong));
    }

    /// <summary>Two people, each once, the newest version, and what is saved afterwards is unsigned.</summary>
    private static async Task Signed(ValuationHouse house, string id, JsonNode request)
    {
        using var other = await house.As("risk-manager");
        var path = $"/api/v1/appraisals/{id}/signatures";
        Assert.Equal("VAL-2103", $"{(await house.Post(path, new { version = 1, name = "甲", certificate = "1" }, HttpStatusCode.Conflict))["code"]}");
        Assert.Equal("concluded", $"{(await house.Post(path, new { version = 2, name = "甲", certificate = "44001" }, HttpStatusCode.Created))["row"]!["state"]}");
        Assert.Equal("VAL-2104", $"{(await house.Post(path, new { version = 2, name = "乙", certificate = "44002" }, HttpStatusCode.UnprocessableEntity))["code"]}");
        Assert.Equal("VAL-2104", $"{(await house.Post(path, new { version = 2, name = "甲", certificate = "44002" }, HttpStatusCode.UnprocessableEntity, who: other))["code"]}");
        Assert.Equal("VAL-2105", $"{(await house.Post(path, new { version = 2, name = "乙", certificate = "44001" }, HttpStatusCode.UnprocessableEntity, who: other))["code"]}");
        var signed = await house.Post(path, new { version = 2, name = "乙", certificate = "44002" }, HttpStatusCode.Created, who: other);
        Assert.Equal(("signed", "2"), ($"{signed["row"]!["state"]}", $"{signed["signatures"]!.AsArray().Count}"));
        var third = await house.Send(HttpMethod.Put, $"/api/v1/appraisals/{id}", new { from = 2, request, reason = "再改" }, HttpStatusCode.OK);
        Assert.Equal(("concluded", "2"), ($"{third["row"]!["state"]}", $"{third["signatures"]!.AsArray().Count}"));
    }

    [Fact]
    public async Task Draft_OfRightsThatAreOverOrUnknown_LeavesThemOutOrSaysSo()
    {
        await using var house = await ValuationHouse.Open();
        var (alive, lapsed) = (await house.Right("甲公司"), await house.Right("甲公司", "失效的阀门"));
        await house.Post($"/api/v1/rights/{lapsed}/events", new { effect = "lapsed", recordedOn = "2024-10-15", effectiveOn = "2024-02-15" }, HttpStatusCode.Created);
        var firm = await house.Firm(Code, "甲公司", figures: false);
        var draft = await house.Post("/api/v1/appraisals/draft", new { firmId = firm, rightIds = new[] { alive, lapsed }, baseDate = "2025-06-30", purpose = "transfer" });
        var missing = draft["missing"]!.AsArray().Select(m => $"{m!["path"]}").ToHashSet();
        Assert.Equal([alive], draft["request"]!["group"]!["rights"]!.AsArray().Select(r => $"{r!["id"]}"));
        Assert.Equal([lapsed], draft["leftOut"]!.AsArray().Select(r => $"{r!["id"]}"));
        Assert.Superset(new HashSet<string> { "value_type", "group.income_stream", "firm", "methods.revenue_share.income.last" }, missing);
        Assert.Null(draft["request"]!["value_type"]);
        Assert.Null(draft["request"]!["firm"]);
        Assert.Equal("VAL-2008", $"{(await house.Post("/api/v1/appraisals/draft", new { firmId = firm, rightIds = new[] { lapsed }, baseDate = "2025-06-30", purpose = "transfer" }, HttpStatusCode.UnprocessableEntity))["code"]}");
        Assert.Equal("VAL-2005", $"{(await house.Post("/api/v1/appraisals/draft", new { firmId = Guid.NewGuid(), baseDate = "2025-06-30", purpose = "transfer" }, HttpStatusCode.UnprocessableEntity))["code"]}");
        Assert.Equal("VAL-2002", $"{(await house.Post("/api/v1/appraisals/draft", new { firmId = firm, baseDate = "2025-06-30", purpose = "gift" }, HttpStatusCode.UnprocessableEntity))["code"]}");
    }

    [Theory]
    [InlineData(1, "1")]
    [InlineData(3, "0.333334")]
    [InlineData(7, "0.142858")]
    [InlineData(92, "0.01087")]
    [InlineData(2000, "0.0005")]
    public void Weights_OfAnyCount_SumToOne(int count, string first)
    {
        var weights = RightWeights.Spread([.. Enumerable.Repeat(1m, count)]);
        Assert.Equal(1m, weights.Sum());
        Assert.Equal(first, Stated.Number(weights[0]));
    }

    [Fact]
    public void Weights_ByScore_FollowItAndSumToOne()
    {
        var weights = RightWeights.Spread([80.5m, 61.25m, 33.333333m]);
        Assert.Equal((1m, true), (weights.Sum(), weights[0] > weights[1] && weights[1] > weights[2]));
        Assert.Equal(0.459781m, weights[0]);
    }

    private static JsonNode Renamed(JsonNode request, string id)
    {
        var other = JsonNode.Parse(request.ToJsonString())!;
        other["group"]!["rights"]![0]!["id"] = id;
        return other;
    }
}
