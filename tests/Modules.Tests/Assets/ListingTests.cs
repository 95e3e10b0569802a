using System.Net;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Modules.Tests.Valuation;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Assets;

/// <summary>Files of listed rights, a need matched with them, shortlists.</summary>
public sealed class ListingTests
{
    private const string Need = "寻找可在零下三十度工作的锂离子电池电解液，希望获得许可 H01M 10/0567";

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Match_OfANeedInWords_RanksWithReasons_AndPointsToTheRegister(DatabaseKind kind)
    {
        await using var house = await ValuationHouse.Open(kind);
        var text = await File.ReadAllTextAsync(Repo.At("docs", "reference", "examples", "match-listings.yaml"), TestContext.Current.CancellationToken);
        var right = $"{(await house.Post("/api/v1/rights", new { kind = "invention", number = "201910561574.9", statement = new { title = "一种低温锂离子电池电解液" } }, HttpStatusCode.Created))["right"]!["id"]}";
        var taken = await Take(house, text.Replace("ZL202010000101.1", "ZL201910561574.9", StringComparison.Ordinal), HttpStatusCode.Created);
        Assert.Equal(("showcase-2026", "2026-10-31", 6), ($"{taken["code"]}", $"{taken["day"]}", taken["listings"]!.GetValue<int>()));
        Assert.Equal("AST-0502", $"{(await Take(house, text.Replace("ZL202010000101.1", "ZL201910561574.9", StringComparison.Ordinal), HttpStatusCode.UnprocessableEntity))["code"]}");
        Assert.StartsWith("FLD-", $"{(await Take(house, "schema: zhirong/listings/v1\nid: x\n", HttpStatusCode.UnprocessableEntity))["code"]}", StringComparison.Ordinal);

        var made = await house.Post($"/api/v1/listings/{taken["id"]}/match", new { text = Need, inForce = true });
        var first = made["result"]!["matches"]![0]!;
        Assert.Equal(("U1", 1), ($"{first["id"]}", first["rank"]!.GetValue<int>()));
        Assert.Contains(first["found"]!.AsArray(), f => $"{f}".Contains("锂离子电池电解液", StringComparison.Ordinal));
        Assert.Equal(first["estimate"]!.GetValue<decimal>(), first["words"]!.AsArray().Sum(w => w!["estimate"]!.GetValue<decimal>()) + first["ipc"]!["estimate"]!.GetValue<decimal>());
        Assert.Equal((right, "U1"), ($"{Assert.Single(made["rights"]!.AsArray())!["right"]}", $"{made["rights"]![0]!["listing"]}"));
        Assert.Equal("MAT-0101", $"{(await house.Post($"/api/v1/listings/{taken["id"]}/match", new { text = "。" }, HttpStatusCode.UnprocessableEntity))["code"]}");
        Assert.Equal("AST-0504", $"{(await house.Post($"/api/v1/listings/{taken["id"]}/match", new { text = Need, top = 101 }, HttpStatusCode.UnprocessableEntity))["code"]}");

        Assert.Equal("AST-0503", $"{(await Keep("U1", "U999", HttpStatusCode.UnprocessableEntity))["code"]}");
        var kept = await Keep("U1", "U3", HttpStatusCode.Created);
        Assert.Equal(["U1", "U3"], kept["rights"]!.AsArray().Select(r => $"{r!["listing"]}").Order(StringComparer.Ordinal));
        Assert.Equal(right, $"{kept["rights"]![0]!["right"]}");
        var opened = await house.Get($"/api/v1/shortlists/{kept["row"]!["id"]}");
        Assert.Equal(Need, $"{opened["row"]!["text"]}");
        var sheet = await house.Http.GetByteArrayAsync($"/api/v1/shortlists/{kept["row"]!["id"]}/workbook", TestContext.Current.CancellationToken);
        Assert.Equal("PK"u8.ToArray(), sheet[..2]);

        Task<JsonNode> Keep(string one, string other, HttpStatusCode expected) => house.Post("/api/v1/shortlists", new { name = "候选", file = $"{taken["id"]}", need = new { text = Need }, listings = new[] { one, other } }, expected);
    }

    private static async Task<JsonNode> Take(ValuationHouse house, string text, HttpStatusCode expected)
    {
        using var content = new StringContent(text, System.Text.Encoding.UTF8, "application/octet-stream");
        using var answer = await house.Http.PostAsync("/api/v1/listings", content, TestContext.Current.CancellationToken);
        return await Desk.Desk.Json(answer, expected);
    }
}
