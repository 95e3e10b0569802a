using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Zhirong.Modules.Tests.Work;

/// <summary>The stress grid of a deal as a job, through the API of the running server.</summary>
public sealed class StressGridTests(Desk.Desk desk)
{
    [Fact]
    public async Task Start_ADealsGrid_IsDoneWithTheFiguresOfSingleRuns()
    {
        var (deal, text) = await desk.Own();
        var job = await desk.Post($"/api/v1/deals/{deal}/stress-grids", new { version = 1, names = 3, recoveries = new[] { "0.5", "0" }, period = 2, lag = 1 }, HttpStatusCode.Created);
        Assert.Equal(("securitization.stress-grid", 4), ((string)job["kind"]!, (int)job["total"]!));
        var done = await Ended($"{job["id"]}");
        Assert.Equal("done", (string)done["job"]!["state"]!);
        var rows = done["result"]!["rows"]!.AsArray();
        Assert.Equal([0, 1, 2, 3], rows.Select(r => (int)r!["names"]!));
        Assert.Equal(["0", "0.5"], rows[0]!["cells"]!.AsArray().Select(c => (string)c!["recovery"]!));

        var largest = await Largest(text, 2);
        var scenario = new { schema = "ipabs-scenario/v1", id = "two", defaults = largest.Select(o => new { obligor = o, period = 2, recovery = "0.5", lag = 1 }) };
        var single = (await desk.Post("/api/v1/deals/calculate", new { text, scenarios = new[] { scenario }, analysis = false }))["scenarios"]![0]!;
        Assert.True(single["run"] is not null, single.ToJsonString());
        var (unpaid, cell) = (single["run"]!["summary"]!.AsObject().ToDictionary(t => t.Key, t => (string)t.Value!["unpaid"]!), rows[2]!["cells"]![1]!);
        Assert.Equal(unpaid, cell["unpaid"]!.AsObject().ToDictionary(t => t.Key, t => (string)t.Value!));
        Assert.Contains(unpaid, t => t.Value != "0.00");

        var listed = await desk.Get($"/api/v1/jobs?subjectKind=deal&subjectId={deal}");
        Assert.Equal($"{job["id"]}", $"{Assert.Single(listed["items"]!.AsArray())!["id"]}");
        Assert.Contains((await desk.Get("/api/v1/jobs/pulse"))["mine"]!.AsArray(), row => $"{row!["id"]}" == $"{job["id"]}");
        Assert.Equal("WRK-0102", (string)(await desk.Post($"/api/v1/jobs/{job["id"]}/cancel", new { }, HttpStatusCode.Conflict))["code"]!);
        Assert.Equal("WRK-0103", (string)(await desk.Post($"/api/v1/jobs/{job["id"]}/retry", new { }, HttpStatusCode.Conflict))["code"]!);
    }

    [Theory]
    [InlineData("{\"version\":1,\"names\":0,\"recoveries\":[\"0\"]}", "SEC-0110", "names")]
    [InlineData("{\"version\":1,\"names\":16,\"recoveries\":[\"0\"]}", "SEC-0110", "names")]
    [InlineData("{\"version\":1,\"names\":1,\"recoveries\":[\"0\"],\"period\":0}", "SEC-0110", "period")]
    [InlineData("{\"version\":1,\"names\":1,\"recoveries\":[\"0\"],\"lag\":61}", "SEC-0110", "lag")]
    [InlineData("{\"version\":1,\"names\":1,\"recoveries\":[]}", "SEC-0110", "recoveries")]
    [InlineData("{\"version\":1,\"names\":1,\"recoveries\":[\"0\",\"1.0001\"]}", "SEC-0111", "recoveries.1")]
    [InlineData("{\"version\":1,\"names\":1,\"recoveries\":[\"half\"]}", "SEC-0111", "recoveries.0")]
    [InlineData("{\"version\":1,\"names\":1,\"recoveries\":[\"0.5\",\"0.50\"]}", "SEC-0111", "recoveries.1")]
    [InlineData("{\"version\":1,\"names\":1}", "WEB-0102", "")]
    public async Task Start_BadInput_IsRefusedAndStartsNothing(string body, string code, string path)
    {
        var (deal, _) = await desk.Own();
        var refused = await desk.Post($"/api/v1/deals/{deal}/stress-grids", body, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(code, (string)refused["code"]!);
        Assert.Equal(path, code == "WEB-0102" ? "" : (string)refused["errors"]![0]!["path"]!);
        Assert.Equal(0, (int)(await desk.Get($"/api/v1/jobs?subjectKind=deal&subjectId={deal}"))["total"]!);
    }

    [Fact]
    public async Task Jobs_ThatAreNotThere_AreNotFoundAndStatesMustBeKnown()
    {
        var nobody = Guid.NewGuid();
        await Desk.Desk.Json(await desk.Http.GetAsync($"/api/v1/jobs/{nobody}"), HttpStatusCode.NotFound);
        await desk.Post($"/api/v1/jobs/{nobody}/cancel", new { }, HttpStatusCode.NotFound);
        await desk.Post($"/api/v1/jobs/{nobody}/retry", new { }, HttpStatusCode.NotFound);
        await Desk.Desk.Json(await desk.Http.GetAsync("/api/v1/jobs?state=asleep"), HttpStatusCode.UnprocessableEntity);
        await desk.Post($"/api/v1/deals/{nobody}/stress-grids", new { version = 1, names = 1, recoveries = new[] { "0" } }, HttpStatusCode.NotFound);
    }

    private async Task<JsonNode> Ended(string id)
    {
        for (var n = 0; n < 600; n++)
        {
            var job = await desk.Get($"/api/v1/jobs/{id}");
            if (job["job"]!["finishedAt"] is not null)
            {
                return job;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException(id);
    }

    private async Task<IReadOnlyList<string>> Largest(string text, int count) =>
        [.. (await desk.Post("/api/v1/deals/calculate", new { text, scenarios = Array.Empty<object>(), analysis = true }))["analysis"]!["concentration"]!["byObligor"]!.AsArray()
            .Take(count).Select(s => (string)s!["key"]!)];
}
