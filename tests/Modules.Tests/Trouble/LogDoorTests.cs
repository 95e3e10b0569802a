using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Zhirong.Host.Serve;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Evidence.Log;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Tests.Trouble;

/// <summary>What the server says of a log that is not there yet, and of one that has stopped.</summary>
public sealed class LogDoorTests
{
    [Fact]
    public async Task Verify_BeforeTheLogIsFounded_ComparesWithNothingAndSaysSo()
    {
        await using var test = TestStore.New();
        await using var server = Server(test.Store);
        await server.StartAsync();
        using var http = new HttpClient();
        using var body = new StringContent(await File.ReadAllTextAsync(Path.Combine(Repo.Root, "docs", "reference", "examples", "evidence-bundle.json")), Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync($"{DeskServer.Address(server)}/api/v1/evidence/verify", body);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("EVD-0109", $"{JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["code"]}");
    }

    [Fact]
    public async Task Log_ThatHasStopped_IsToldByHealthAndByTheLogItself()
    {
        await using var test = TestStore.New();
        await using var server = Server(test.Store);
        var sequencer = server.Services.GetRequiredService<Sequencer>();
        await sequencer.Open(Path.Combine(test.Folder, "keys"));
        await Record(test.Store, 1);
        Assert.Equal(1, await sequencer.TakeIn());
        await server.StartAsync();
        using var http = new HttpClient { BaseAddress = new(DeskServer.Address(server)) };
        Assert.Equal("ok", await http.GetStringAsync("/healthz"));
        Assert.Null((await Log(http))["stopped"]);
        await test.Store.Commits.Write(Viewer.Everything("tamper"), work => Task.FromResult(work.Session.Execute("UPDATE evd_tile SET hashes = zeroblob(32)")));
        await Record(test.Store, 2);
        await Crashes.Soon(() => sequencer.Stopped is not null);
        using var health = await http.GetAsync("/healthz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        Assert.StartsWith("EVD-0107", await health.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var log = await Log(http);
        Assert.Equal(("EVD-0107", 1, 1), ($"{log["stopped"]!["code"]}", log["size"]!.GetValue<int>(), log["pending"]!.GetValue<int>()));
    }

    private static WebApplication Server(Store store) => ApiServer.Build(new() { Port = 0, Rooms = [new EvidenceRoom()], Store = store, Version = "test" });

    private static async Task<JsonNode> Log(HttpClient http) => JsonNode.Parse(await http.GetStringAsync("/api/v1/evidence/log"))!;

    private static Task<Guid> Record(Store store, int number) =>
        store.Commits.Write(Viewer.Local, work => Task.FromResult(EvidenceLeaves.Record(work, new("Happened", "thing", $"{number}", new JsonObject { ["n"] = number }), TimeProvider.System)));
}
