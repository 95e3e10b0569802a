using System.Net;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Modules.Valuation;
using Zhirong.Modules.Valuation.Benchmarks;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Valuation;

/// <summary>Benchmarks from recorded trades and signed appraisals, and what signals speak to.</summary>
public sealed class MarketTests
{
    private const string Code = "91310115591693856A";

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Benchmark_GivesNoPointUntilThereAreEnoughDealsBetweenEqualParties(DatabaseKind kind)
    {
        await using var house = await ValuationHouse.Open(kind);
        var path = "/api/v1/benchmark?measure=price&kind=invention&ipc=F16K&trlFrom=7&trlTo=9&ageFrom=2&ageTo=10";
        for (var i = 1; i <= 4; i++)
        {
            await Sold(house, await house.Right("甲公司"), $"{i}00000.00");
        }

        // Between related parties, of another class, of another readiness, too old: not of this sample.
        await Sold(house, await house.Right("甲公司"), "9000000.00", related: true);
        await Sold(house, await house.Right("甲公司", ipc: "H01M10/05"), "9000000.00");
        await Sold(house, await house.Right("甲公司", trl: 3), "9000000.00");
        await Sold(house, await house.Right("甲公司", trl: null), "9000000.00");
        await Sold(house, await house.Right("甲公司", filed: "2010-02-15"), "9000000.00");
        var thin = await house.Get(path);
        Assert.Equal((4, true, 4), ((int)thin["n"]!, (bool)thin["thin"]!, thin["deals"]!.AsArray().Count));
        Assert.All(new[] { "median", "p25", "p75", "least", "most" }, field => Assert.Null(thin[field]));
        Assert.Equal((1, 1), ((int)thin["leftOut"]!["related"]!, (int)thin["leftOut"]!["unknownTrl"]!));

        await Sold(house, await house.Right("甲公司"), "500000.01");
        var enough = await house.Get(path);
        Assert.Equal((5, false, "300000.00", "200000.00", "400000.00", "500000.01"), ((int)enough["n"]!, (bool)enough["thin"]!, $"{enough["median"]}", $"{enough["p25"]}", $"{enough["p75"]}", $"{enough["most"]}"));
        Assert.Equal("WEB-0106", $"{(await house.Get("/api/v1/benchmark?measure=guess", HttpStatusCode.UnprocessableEntity))["code"]}");

        await house.Post("/api/v1/benchmark/outside", Series(20, "310000"), HttpStatusCode.Created);
        await house.Post("/api/v1/benchmark/outside", Series(3, "310000", "少量"), HttpStatusCode.Created);
        var outside = (await house.Get(path))["outside"]!.AsArray();
        Assert.Equal([("交易所", false, "310000"), ("少量", true, "")], outside.Select(o => ($"{o!["provider"]}", (bool)o["thin"]!, $"{o["median"]}")));
        Assert.Empty((await house.Get("/api/v1/benchmark?measure=price&kind=invention"))["outside"]!.AsArray());
        Assert.Equal("VAL-2003", $"{(await house.Post("/api/v1/benchmark/outside", Series(20, "100"), HttpStatusCode.UnprocessableEntity))["code"]}");

        static object Series(int n, string median, string provider = "交易所") => new { provider, asOf = "2025-06-30", source = "年度统计", measure = "price", points = new[] { new { n, median, p25 = "200000", p75 = "400000", kind = "invention", ipc = "F16K", trlFrom = 7, trlTo = 9, ageFrom = "2", ageTo = "10" } } };
    }

    [Fact]
    public async Task Benchmark_OfAppraisals_CountsSignedOnesAlone()
    {
        await using var house = await ValuationHouse.Open();
        var (id, right) = await Appraised(house);
        Assert.Equal(0, (int)(await house.Get("/api/v1/benchmark?measure=value&kind=invention&ipc=F16K"))["n"]!);
        using var other = await house.As("risk-manager");
        await house.Post($"/api/v1/appraisals/{id}/signatures", new { version = 1, name = "甲", certificate = "1" }, HttpStatusCode.Created);
        await house.Post($"/api/v1/appraisals/{id}/signatures", new { version = 1, name = "乙", certificate = "2" }, HttpStatusCode.Created, who: other);
        var deal = (await house.Get("/api/v1/benchmark?measure=value&kind=invention&ipc=F16K&trlFrom=7"))["deals"]!.AsArray().Single()!;
        Assert.Equal(("appraisal", right, "7.37", "7"), ($"{deal["from"]}", $"{deal["rightId"]}", $"{deal["age"]}", $"{deal["trl"]}"));
    }

    [Theory]
    [InlineData("substitute_filings", "0.19", "")]
    [InlineData("substitute_filings", "0.2", "methods.revenue_share.income.erosion 0 0.02")]
    [InlineData("substitute_filings", "0.49", "methods.revenue_share.income.erosion 0 0.02")]
    [InlineData("substitute_filings", "0.5", "methods.revenue_share.income.erosion 0 0.05")]
    [InlineData("citation_velocity", "0.25", "life.technical 6 5")]
    [InlineData("citation_velocity", "0.26", "")]
    [InlineData("citation_velocity", "0.9", "life.technical 6 7")]
    [InlineData("renewals", "0.5", "life.technical 6 5")]
    [InlineData("renewals", "0.51", "")]
    public async Task Signal_AtTheBoundary_SaysWhatItMoves(string kind, string value, string moved)
    {
        await using var house = await ValuationHouse.Open();
        var (id, right) = await Appraised(house);
        var signal = await house.Post("/api/v1/signals", new { rightId = right, kind, value, asOf = "2025-09-30", source = "检索报告" }, HttpStatusCode.Created);
        Assert.Equal(moved, string.Join(';', signal["moved"]!.AsArray().Select(m => $"{m!["parameter"]} {m["from"]} {m["to"]}")));
        Assert.All(signal["moved"]!.AsArray(), m => Assert.Equal(id, $"{m!["appraisalId"]}"));
        Assert.Single((await house.Get($"/api/v1/rights/{right}/signals"))["rows"]!.AsArray());
        Assert.Equal("VAL-2003", $"{(await house.Post("/api/v1/signals", new { rightId = right, kind = "renewals", value = "1.01", asOf = "2025-09-30", source = "x" }, HttpStatusCode.UnprocessableEntity))["code"]}");
        Assert.Equal("VAL-2002", $"{(await house.Post("/api/v1/signals", new { rightId = right, kind = "weather", value = "1", asOf = "2025-09-30", source = "x" }, HttpStatusCode.UnprocessableEntity))["code"]}");
    }

    // Diligence lowers a value by the chance of validity and the fire-sale discount: a signal that did so too would be counted twice.
    [Theory]
    [InlineData("life.technical", "")]
    [InlineData("methods.*.income.erosion", "")]
    [InlineData("pledge.valid", "VAL-0921")]
    [InlineData("pledge.fire_sale", "VAL-0921")]
    [InlineData("methods.*.share", "VAL-0921")]
    public void SignalRules_BesideTheChecklist_LowerNoParameterTwice(string parameter, string code)
    {
        var folder = Path.Combine(Repo.Root, "data", "appraisal");
        var signals = File.ReadAllText(Path.Combine(folder, "signals.yaml"));
        Assert.Contains("parameter: life.technical, way: add, by: -1, zh: 同组专利续费比例", signals, StringComparison.Ordinal);
        var asked = signals.Replace("parameter: life.technical, way: add, by: -1, zh: 同组专利续费比例", $"parameter: {parameter}, way: add, by: -1, zh: 同组专利续费比例", StringComparison.Ordinal);
        var read = MarketRules.Read(File.ReadAllBytes(Path.Combine(folder, "benchmark.yaml")), System.Text.Encoding.UTF8.GetBytes(asked), Zhirong.Host.Home.Checklist());
        Assert.Equal(code, read.Ok ? "" : string.Join(";", read.Refusals.Select(r => r.Code)));
    }

    [Theory]
    [InlineData("1", "0.5", "1")]
    [InlineData("1 2", "0.5", "1.5")]
    [InlineData("1 2 3 4 5", "0.25", "2")]
    [InlineData("1 2 3 4", "0.75", "3.25")]
    [InlineData("1 2 3 4", "1", "4")]
    public void Quartiles_BetweenFigures_AreInterpolated(string sorted, string part, string expected) =>
        Assert.Equal(decimal.Parse(expected, null), Quartiles.At([.. sorted.Split(' ').Select(s => decimal.Parse(s, null))], decimal.Parse(part, null)));

    private static async Task<(string Id, string Right)> Appraised(ValuationHouse house)
    {
        var right = await house.Right("甲公司");
        var firm = await house.Firm(Code, "甲公司");
        var product = await house.Product(firm, "电磁阀", [right]);
        var draft = await house.Post("/api/v1/appraisals/draft", new { firmId = firm, productId = product, baseDate = "2025-06-30", purpose = "transfer", valueType = "market" });
        var request = ValuationHouse.Fill(draft["request"]!.AsObject());
        request["life"] = new JsonObject { ["technical"] = new JsonObject { ["value"] = "6", ["source"] = "访谈", ["kind"] = "assumption" } };
        return ($"{(await house.Post("/api/v1/appraisals", new { name = "x", firmId = firm, request, reason = "x" }, HttpStatusCode.Created))["row"]!["id"]}", right);
    }

    private static Task<JsonNode> Sold(ValuationHouse house, string right, string amount, bool related = false) =>
        house.Post($"/api/v1/rights/{right}/trades", new { kind = "transfer", grantor = "甲公司", taker = "乙公司", signed = "2025-03-01", amount, related }, HttpStatusCode.Created);
}
