using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Modules.Tests.Valuation;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Assets;

/// <summary>Searches of the register kept under a name: one's own, and those of the organisation.</summary>
public sealed class KeptSearchTests
{
    private const string Path = "/api/v1/rights/searches";

    private static readonly string[] Shown = ["state", "title"];

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Search_OfOneself_IsThereForNobodyElse_AndSharedForEverybody(DatabaseKind kind)
    {
        await using var house = await ValuationHouse.Open(kind);
        using var other = await house.As("risk-manager");
        var kept = await house.Post(Path, Asked("将届满", shared: false), HttpStatusCode.Created);
        Assert.Equal(("将届满", false, true, 1), ($"{kept["name"]}", kept["shared"]!.GetValue<bool>(), kept["mine"]!.GetValue<bool>(), kept["version"]!.GetValue<int>()));
        Assert.Equal(("in_force", "expires", "2027-03-01"), ($"{kept["asked"]!["state"]}", $"{kept["asked"]!["sort"]}", $"{kept["asked"]!["expiringBefore"]}"));
        Assert.Equal(["title", "state"], kept["columns"]!.AsArray().Select(c => $"{c}"));

        Assert.Empty((await Get(other, Path))["searches"]!.AsArray());
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{Path}/{kept["id"]}", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PutAsJsonAsync($"{Path}/{kept["id"]}", Asked("x", true, 1), Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.DeleteAsync($"{Path}/{kept["id"]}", Token)).StatusCode);

        var shared = await house.Send(HttpMethod.Put, $"{Path}/{kept["id"]}", Asked("将届满", shared: true, 1), HttpStatusCode.OK);
        Assert.Equal(2, shared["version"]!.GetValue<int>());
        var seen = Assert.Single((await Get(other, Path))["searches"]!.AsArray())!;
        Assert.Equal((true, false), (seen["shared"]!.GetValue<bool>(), seen["mine"]!.GetValue<bool>()));
        Assert.Equal($"{kept["id"]}", $"{(await Get(other, $"{Path}/{kept["id"]}"))["id"]}");
    }

    [Fact]
    public async Task Search_OfTwoOfficersUnderOneName_IsRefusedInWords_AndOnesOwnIsNot()
    {
        await using var house = await ValuationHouse.Open(DatabaseKind.Sqlite);
        using var other = await house.As("risk-manager");
        await house.Post(Path, Asked("质押中", shared: true), HttpStatusCode.Created);
        var refused = await Refused(await other.PostAsJsonAsync(Path, Asked(" 质押中 ", shared: true), Token));
        Assert.Equal(("AST-0601", "name"), ($"{refused["code"]}", $"{refused["errors"]![0]!["path"]}"));
        Assert.Matches(new Regex("^.+ 已以此名称共享了一项筛选"), $"{refused["errors"]![0]!["message"]}");

        // The same name for oneself is another shelf; a second one on it is not.
        Assert.Equal(HttpStatusCode.Created, (await other.PostAsJsonAsync(Path, Asked("质押中", shared: false), Token)).StatusCode);
        Assert.Equal("AST-0601", $"{(await Refused(await other.PostAsJsonAsync(Path, Asked("质押中", shared: false), Token)))["code"]}");

        // Nor does a new name lead past one that is taken, or sharing past a shared one.
        var own = await house.Post(Path, Asked("在审", shared: true), HttpStatusCode.Created);
        Assert.Equal("AST-0601", $"{(await house.Send(HttpMethod.Put, $"{Path}/{own["id"]}", Asked("质押中", shared: true, 1), HttpStatusCode.UnprocessableEntity))["code"]}");
        Assert.Equal("在审", $"{(await house.Get($"{Path}/{own["id"]}"))["name"]}");
    }

    [Fact]
    public async Task Search_Shared_IsRenamedByAnybody_TakenBackByItsMakerAlone_AndRemovedOnce()
    {
        await using var house = await ValuationHouse.Open(DatabaseKind.Sqlite);
        using var other = await house.As("risk-manager");
        var id = $"{(await house.Post(Path, Asked("一", shared: true), HttpStatusCode.Created))["id"]}";
        Assert.Equal(HttpStatusCode.OK, (await other.PutAsJsonAsync($"{Path}/{id}", Asked("二", shared: true, 1), Token)).StatusCode);
        using var stale = await house.Http.PutAsJsonAsync($"{Path}/{id}", Asked("三", shared: true, 1), Token);
        Assert.Equal((HttpStatusCode.Conflict, "AST-0106"), (stale.StatusCode, $"{JsonNode.Parse(await stale.Content.ReadAsStringAsync(Token))!["code"]}"));
        Assert.Equal("AST-0604", $"{(await Refused(await other.PutAsJsonAsync($"{Path}/{id}", Asked("二", shared: false, 2), Token)))["code"]}");
        await house.Send(HttpMethod.Put, $"{Path}/{id}", Asked("二", shared: false, 2), HttpStatusCode.OK);
        Assert.Empty((await Get(other, Path))["searches"]!.AsArray());
        using (var removed = await house.Http.DeleteAsync($"{Path}/{id}", Token))
        {
            Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        }

        using var again = await house.Http.DeleteAsync($"{Path}/{id}", Token);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        var leaves = (await house.Get($"/api/v1/evidence/subjects/kept_search/{id}"))["leaves"]!.AsArray();
        Assert.Equal(["SearchKept", "SearchChanged", "SearchChanged", "SearchRemoved"], leaves.Select(l => $"{l!["event"]}"));
    }

    [Fact]
    public async Task Search_ThatCannotBeAsked_IsRefusedByFieldAndNotKept()
    {
        await using var house = await ValuationHouse.Open(DatabaseKind.Sqlite);
        foreach (var (code, path, request) in ((string, string, object)[])
        [
            ("AST-0102", "name", new { name = " ", shared = false, asked = new { } }),
            ("AST-0102", "name", new { name = new string('长', 41), shared = false, asked = new { } }),
            ("AST-0102", "asked.query", new { name = "x", shared = false, asked = new { query = new string('长', 101) } }),
            ("WEB-0106", "asked.state", new { name = "x", shared = false, asked = new { state = "lucky" } }),
            ("WEB-0106", "asked.sort", new { name = "x", shared = false, asked = new { sort = "luck" } }),
            ("AST-0603", "columns", new { name = "x", shared = false, asked = new { }, columns = new[] { "title", "price" } }),
        ])
        {
            var refused = await house.Post(Path, request, HttpStatusCode.UnprocessableEntity);
            Assert.Equal((code, path), ($"{refused["code"]}", $"{refused["errors"]![0]!["path"]}"));
        }

        Assert.Empty((await house.Get(Path))["searches"]!.AsArray());
    }

    [Fact]
    public async Task Search_BeyondTheMost_IsRefused_AndTheListSaysWhatItIsOf()
    {
        await using var house = await ValuationHouse.Open(DatabaseKind.Sqlite);
        for (var n = 0; n < 200; n++)
        {
            await house.Post(Path, new { name = $"{n}", shared = false, asked = new { kind = "design" } }, HttpStatusCode.Created);
        }

        Assert.Equal("AST-0602", $"{(await house.Post(Path, Asked("多", shared: false), HttpStatusCode.UnprocessableEntity))["code"]}");
        await house.Post(Path, Asked("多", shared: true), HttpStatusCode.Created);
        Assert.Equal(201, (await house.Get(Path))["searches"]!.AsArray().Count);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static object Asked(string name, bool shared, int? baseVersion = null) => new { name, shared, asked = new { state = "in_force", expiringBefore = "2027-03-01", sort = "expires" }, columns = Shown, baseVersion };

    private static async Task<JsonNode> Get(HttpClient http, string path) => JsonNode.Parse(await http.GetStringAsync(path, Token))!;

    private static async Task<JsonNode> Refused(HttpResponseMessage answer)
    {
        using (answer)
        {
            return await Desk.Desk.Json(answer, HttpStatusCode.UnprocessableEntity);
        }
    }
}
