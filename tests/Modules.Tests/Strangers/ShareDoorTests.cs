using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Access.Installation;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Strangers;

/// <summary>Sharing through the interface: only the owner shares and ends it, and what is shared opens as far as the right goes.</summary>
public sealed class ShareDoorTests
{
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Share_GrantedThroughTheInterface_OpensAndEnds(DatabaseKind kind)
    {
        await using var desk = await PlantedDesk.Open(kind);
        using var other = await desk.Stranger();
        var (deal, insurer, path) = (desk.Behind["deals"], DemoPeople.OrganisationId("insurer"), $"/api/v1/deals/{desk.Behind["deals"]}");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(path)).StatusCode);
        Assert.Equal("WEB-0105", await Code(other, new { kind = "deal", rootId = deal, organisation = DemoPeople.OrganisationId("custodian"), right = "read" }));
        Assert.Equal("SHR-0101", await Code(desk.Owner, new { kind = "token", rootId = deal, organisation = insurer, right = "read" }));
        Assert.Equal("SHR-0102", await Code(desk.Owner, new { kind = "deal", rootId = deal, organisation = insurer, right = "all" }));
        Assert.Equal("SHR-0104", await Code(desk.Owner, new { kind = "deal", rootId = deal, organisation = insurer, right = "read", from = "2020-01-01" }));
        Assert.Equal("SHR-0103", await Code(desk.Owner, new { kind = "deal", rootId = deal, organisation = insurer, right = "read", until = "2020-01-01" }));
        Assert.Equal("SHR-0105", await Code(desk.Owner, new { kind = "deal", rootId = deal, organisation = DemoPeople.OrganisationId("bank"), right = "read" }));
        Assert.Equal("SHR-0106", await Code(desk.Owner, new { kind = "deal", rootId = deal, organisation = Guid.CreateVersion7(), right = "read" }));

        var read = await Granted(desk.Owner, new { kind = "deal", rootId = deal, organisation = insurer, right = "read" });
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync(path)).StatusCode);
        var save = new { baseVersion = 2, text = Desk.Desk.Ctex, reason = "修订" };
        using (var refused = await other.PostAsJsonAsync($"{path}/versions", save))
        {
            Assert.Equal((HttpStatusCode.Forbidden, "STO-0201"), (refused.StatusCode, (await Json(refused))["code"]!.GetValue<string>()));
        }

        var write = await Granted(desk.Owner, new { kind = "deal", rootId = deal, organisation = insurer, right = "write" });
        Assert.Equal(HttpStatusCode.Created, (await other.PostAsJsonAsync($"{path}/versions", save)).StatusCode);
        Assert.Equal(2, (await other.GetFromJsonAsync<JsonNode>("/api/v1/access/shares?kind=deal"))!["total"]!.GetValue<int>());

        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsJsonAsync($"/api/v1/access/shares/{write}/end", new { })).StatusCode);
        foreach (var share in (string[])[read, write])
        {
            Assert.Equal(HttpStatusCode.OK, (await desk.Owner.PostAsJsonAsync($"/api/v1/access/shares/{share}/end", new { })).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(path)).StatusCode);
        var events = (await desk.Owner.GetFromJsonAsync<JsonNode>($"/api/v1/evidence/subjects/deal/{deal}"))!["leaves"]!.AsArray().Select(l => l!["event"]!.GetValue<string>()).ToList();
        Assert.Equal(2, events.Count(e => e == "ShareGranted"));
        Assert.Equal(2, events.Count(e => e == "ShareEnded"));
    }

    private static async Task<string> Code(HttpClient client, object body)
    {
        using var answer = await client.PostAsJsonAsync("/api/v1/access/shares", body);
        Assert.False(answer.IsSuccessStatusCode);
        return (await Json(answer))["code"]!.GetValue<string>();
    }

    private static async Task<string> Granted(HttpClient client, object body)
    {
        using var answer = await client.PostAsJsonAsync("/api/v1/access/shares", body);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await Json(answer))["id"]!.GetValue<string>();
    }

    private static async Task<JsonNode> Json(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
}
