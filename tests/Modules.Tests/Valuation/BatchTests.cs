using System.Net;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Modules.Valuation.Batches;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Valuation;

/// <summary>Ninety-two rights of five firms in one go, with reasons, and again with the same bytes.</summary>
public sealed class BatchTests(ITestOutputHelper output)
{
    private static readonly int[] Portfolio = [19, 19, 18, 18, 18];

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Batch_OfNinetyTwoRights_ValuesEachWithReasonsAndRepeatsToTheByte(DatabaseKind kind)
    {
        await using var house = await ValuationHouse.Open(kind);
        var firms = new List<string>();
        foreach (var (f, count) in Portfolio.Index())
        {
            var rights = new List<string>();
            for (var i = 0; i < count; i++)
            {
                rights.Add(await house.Right($"企业{f}", $"一种装置 {f}-{i}", $"{2014 + (i % 8)}-03-01", i % 4 == 0 ? "utility_model" : "invention"));
            }

            firms.Add(await house.Firm(CreditCode(f), $"企业{f}", figures: f != 1));
            if (f < 4)
            {
                await house.Product(firms[f], $"产品{f}", rights);
            }
        }

        var asked = Asked(firms);
        var first = await Done(house, await house.Post("/api/v1/appraisals/batches", asked, HttpStatusCode.Created));
        var (id, sums) = ($"{first.Batch["row"]!["id"]}", first.Job["result"]!);
        output.WriteLine($"{kind}: {sums.ToJsonString()}");
        Assert.Equal((5, 5, 4, 1), ((int)first.Batch["row"]!["groups"]!, (int)sums["groups"]!, (int)sums["valued"]!, (int)sums["refused"]!));
        var rows = first.Batch["rights"]!["items"]!.AsArray();
        Assert.Equal(92, rows.Count);
        Assert.All(rows, r => Assert.NotEqual("", $"{r!["reason"]}"));
        foreach (var group in first.Batch["groups"]!.AsArray().Where(g => $"{g!["state"]}" == "valued"))
        {
            var own = rows.Where(r => (int)r!["group"]! == (int)group!["no"]!).ToList();
            foreach (var (sum, part) in new[] { ("total", "value"), ("low", "low"), ("high", "high") })
            {
                Assert.Equal(ValuationHouse.Fen(group![sum]), own.Where(r => r![part] is not null).Sum(r => ValuationHouse.Fen(r![part])));
            }
        }

        // The utility models of 2014 ended before the base date: told, not valued.
        var over = rows.Where(r => $"{r!["state"]}" == "left_out").ToList();
        Assert.NotEmpty(over);
        Assert.All(over, r => Assert.True(r!["value"] is null && $"{r["reason"]}".Contains("未列入", StringComparison.Ordinal)));

        // The firm without a product has no income to go by, and says so.
        Assert.Contains(first.Batch["groups"]!.AsArray().Single(g => $"{g!["state"]}" == "refused")!["remarks"]!.AsArray(), r => $"{r!["path"]}".EndsWith("income.last", StringComparison.Ordinal));

        // What one firm alone assumes.
        var (before, after) = (Total(first.Batch, 0), Total(first.Batch, 1));
        Assert.True(before > after, $"{before} {after}");

        var kept = await house.Get($"/api/v1/appraisals?batch={id}");
        Assert.Equal(4, (int)kept["total"]!);
        var again = await Done(house, await house.Post("/api/v1/appraisals/batches", asked, HttpStatusCode.Created));
        Assert.NotEqual(id, $"{again.Batch["row"]!["id"]}");
        Assert.Equal(sums.ToJsonString(), again.Job["result"]!.ToJsonString());
        Assert.Equal(await Results(house, id), await Results(house, $"{again.Batch["row"]!["id"]}"));
        await using var read = house.Store.Read(Viewer.Everything("check the room's books in a test"));
        Assert.All(new ValuationTables().Verify(read.Session).ToList(), check => Assert.Empty(check.Wrong));
    }

    [Fact]
    public async Task Batch_OfAskedForWhatCannotBe_IsRefusedBeforeAJobBegins()
    {
        await using var house = await ValuationHouse.Open();
        var right = await house.Right("企业0");
        var firm = await house.Firm(CreditCode(0), "企业0");
        object Of(object template, params object[] firms) => new { name = "x", baseDate = "2025-06-30", purpose = "pledge", template, firms };
        async Task<string> Code(object body) => $"{(await house.Post("/api/v1/appraisals/batches", body, HttpStatusCode.UnprocessableEntity))["code"]}";
        Assert.Equal("VAL-2201", await Code(Of(new { group = new { } }, new { firmId = firm, rightIds = new[] { right } })));
        Assert.Equal("VAL-2202", await Code(Of(new { }, new { firmId = firm, rightIds = new[] { right } }, new { firmId = firm, rightIds = new[] { right } })));
        Assert.Equal("VAL-2005", await Code(Of(new { }, new { firmId = Guid.NewGuid() })));
        Assert.Equal("VAL-2009", await Code(Of(new { })));
    }

    [Fact]
    public void Merge_OfListsWithIds_TakesTheTemplatesOrderAndKeepsWhatItDoesNotMention()
    {
        var merged = RequestMerge.Over(
            JsonNode.Parse("""{"a":{"x":1,"y":2},"methods":[{"id":"m1","income":{"last":"5"}},{"id":"m2","k":1}],"plain":[1,2]}""")!,
            JsonNode.Parse("""{"a":{"y":3},"methods":[{"id":"m3"},{"id":"m1","income":{"growth":"0.1"}}],"plain":[9],"new":true}""")!);
        Assert.Equal("""{"a":{"x":1,"y":3},"methods":[{"id":"m3"},{"id":"m1","income":{"last":"5","growth":"0.1"}}],"plain":[9],"new":true}""", merged.ToJsonString());
    }

    private static object Asked(List<string> firms)
    {
        var request = new JsonObject { ["methods"] = new JsonArray(new JsonObject { ["id"] = "revenue_share", ["income"] = new JsonObject() }) };
        var template = ValuationHouse.Fill(request, simulated: true);
        return new { name = "五家企业", baseDate = "2025-06-30", purpose = "securitization", valueType = "market", template, firms = firms.Select((firmId, i) => i == 1 ? (object)new { firmId, assumptions = new { methods = new[] { new { id = "revenue_share", income = new { growth = "0.01" } } } } } : new { firmId }) };
    }

    private static async Task<(JsonNode Batch, JsonNode Job)> Done(ValuationHouse house, JsonNode row)
    {
        JsonNode job;
        for (var tries = 0; $"{(job = await house.Get($"/api/v1/jobs/{row["jobId"]}"))["job"]!["state"]}" is var state && state != "done"; tries++)
        {
            Assert.True(state is "waiting" or "running" && tries < 600, job.ToJsonString());
            await Task.Delay(100);
        }

        return (await house.Get($"/api/v1/appraisals/batches/{row["id"]}?pageSize=500"), job);
    }

    private static long Total(JsonNode batch, int no) => ValuationHouse.Fen(batch["groups"]!.AsArray().Single(g => (int)g!["no"]! == no)!["total"]);

    private static async Task<string> Results(ValuationHouse house, string batch)
    {
        await using var read = house.Store.Read(Viewer.Everything("compare two batches in a test"));
        return string.Join('\n', read.Session.List("SELECT result FROM val_batch_group WHERE batch_id = @p0 ORDER BY no", row => row.Text(0), batch));
    }

    /// <summary>A unified social credit code that checks (GB 32100-2015).</summary>
    private static string CreditCode(int n)
    {
        const string Signs = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var first = $"9131011{n}591693856";
        var (sum, weight) = (0, 1);
        foreach (var c in first)
        {
            (sum, weight) = (sum + (Signs.IndexOf(c, StringComparison.Ordinal) * weight), weight * 3 % 31);
        }

        return $"{first}{Signs[(31 - (sum % 31)) % 31]}";
    }
}
