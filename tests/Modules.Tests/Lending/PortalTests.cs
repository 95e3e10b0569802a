using System.Net;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Modules.Tests.Valuation;
using Zhirong.Platform.Access.Installation;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Lending;

/// <summary>A borrower's own side: he sees his own firm and application and nobody else's, and hands the application to one bank, on both databases.</summary>
public sealed class PortalTests
{
    private const string Applications = "/api/v1/lending/applications";

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Borrower_AppliesHandsInAnswersAndContests_AndNeverSeesAnotherFirm(DatabaseKind kind)
    {
        await using var house = await ValuationHouse.Open(kind);
        using var borrower = await house.As("borrower");
        using var grower = await house.As("grower");
        var (own, others) = (await house.Firm("91310115591693856A", "甲公司"), await house.Firm("91310110666007217T", "乙公司", figures: false));
        var foreign = await house.Post(Applications, new { form = new { firmId = others, product = "standard-pledge", amount = "100000.00", months = 12, purpose = "乙的申请" } }, HttpStatusCode.Created);
        await house.Post("/api/v1/access/shares", new { kind = "firm", rootId = own, organisation = DemoPeople.OrganisationId("enterprise"), right = "read" }, HttpStatusCode.Created);

        // What he can get is asked of his own firm; another's is not there for him.
        Assert.Equal([own], (await Get(borrower, "/api/v1/firms"))["items"]!.AsArray().Select(f => $"{f!["id"]}"));
        var matched = await house.Post("/api/v1/lending/match", new { firmId = own, amount = "1000000", months = 12 }, who: borrower);
        Assert.Equal("甲公司", $"{matched["firmName"]}");
        Assert.Equal("LEN-0503", $"{(await house.Post("/api/v1/lending/match", new { firmId = others, amount = "1000000", months = 12 }, HttpStatusCode.UnprocessableEntity, who: borrower))["code"]}");
        Assert.Equal("LEN-0503", $"{(await house.Post(Applications, new { form = new { firmId = others } }, HttpStatusCode.UnprocessableEntity, who: borrower))["code"]}");
        await Nothing(house, borrower, $"{foreign["row"]!["id"]}");

        var drafted = await house.Post(Applications, new { form = new { firmId = own, product = "standard-pledge", amount = "1000000.00", months = 12, purpose = "采购" } }, HttpStatusCode.Created, who: borrower);
        var (id, path) = ($"{drafted["row"]!["id"]}", $"{Applications}/{drafted["row"]!["id"]}");
        var submitted = await house.Post($"{path}/steps", new { act = "submit", baseVersion = 1 }, who: borrower);

        // Until it is handed in, no bank sees it; then one does, and nobody else.
        await Nothing(house, house.Http, id);
        await house.Post("/api/v1/access/shares", new { kind = "loan_application", rootId = id, organisation = Viewer.FoundingOrganisation, right = "write" }, HttpStatusCode.Created, who: borrower);
        await Nothing(house, grower, id);
        Assert.Equal(1, (await Get(borrower, Applications))["total"]!.GetValue<int>());

        // 退回补件, answered on the borrower's side; assessed and refused at the bank; contested by the borrower. He reviews nothing himself.
        var returned = await house.Post($"{path}/review", new { act = "return", baseVersion = Version(submitted), note = "请补评估资料", items = new[] { "评估报告" } });
        Assert.Equal("评估报告", $"{(await Get(borrower, path))["asked"]![0]}");
        await house.Send(HttpMethod.Put, path, new { baseVersion = Version(returned), form = new { firmId = own, product = "standard-pledge", amount = "900000.00", months = 12, purpose = "采购" } }, HttpStatusCode.OK, who: borrower);
        var again = await house.Post($"{path}/steps", new { act = "submit", baseVersion = Version(returned) + 1 }, who: borrower);
        await house.Post($"{path}/review", new { act = "assess", baseVersion = Version(again) }, HttpStatusCode.Forbidden, who: borrower);
        var assessed = await house.Post($"{path}/review", new { act = "assess", baseVersion = Version(again) });
        var asked = await house.Post($"{path}/resolution", new { outcome = "refused", baseVersion = Version(assessed), reasons = new[] { "尚无评估" } }, HttpStatusCode.Accepted);
        using var risk = await house.As("risk-manager");
        await house.Post($"/api/v1/approvals/{asked["approval"]}/decide", new { round = 1, decision = "approve" }, who: risk);
        for (var tries = 0; tries < 300 && $"{(await Get(borrower, path))["row"]!["state"]}" != "decided"; tries++)
        {
            await Task.Delay(50);
        }

        var refused = await Get(borrower, path);
        Assert.Equal(("refused", "尚无评估"), ($"{refused["row"]!["outcome"]}", $"{refused["resolution"]!["reasons"]![0]}"));
        var contested = await house.Post($"{path}/steps", new { act = "contest", baseVersion = Version(refused), note = "已补评估" }, who: borrower);
        Assert.Equal("in_review", $"{contested["row"]!["state"]}");
    }

    private static int Version(JsonNode detail) => detail["row"]!["version"]!.GetValue<int>();

    private static async Task<JsonNode> Get(HttpClient who, string path)
    {
        using var answer = await who.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    /// <summary>Not in the list, not by its id, and no step of it.</summary>
    private static async Task Nothing(ValuationHouse house, HttpClient who, string id)
    {
        Assert.DoesNotContain((await Get(who, $"{Applications}?pageSize=200"))["items"]!.AsArray(), a => $"{a!["id"]}" == id);
        using var opened = await who.GetAsync($"{Applications}/{id}");
        Assert.Equal(HttpStatusCode.NotFound, opened.StatusCode);
        await house.Post($"{Applications}/{id}/steps", new { act = "withdraw", baseVersion = 1 }, HttpStatusCode.NotFound, who: who);
    }
}
