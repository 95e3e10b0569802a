using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;
using Zhirong.Host;
using Zhirong.Host.Serve;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Evidence.Log;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Access;
using Zhirong.Platform.Access.Approvals;
using Zhirong.Platform.Access.Approvals.Interception;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Tests.Approvals;

/// <summary>A real server of the demonstration on either database, that can be stopped and started again on the same data.</summary>
internal sealed class ApprovalServer : IAsyncDisposable
{
    private readonly string target;
    private readonly string keys;
    private WebApplication server = null!;

    private ApprovalServer(DatabaseKind kind) => (target, keys) = (TestStore.NewTarget(kind), Directory.CreateTempSubdirectory("zhirong-keys-").FullName);

    public Store Store { get; private set; } = null!;

    public static async Task<ApprovalServer> New(DatabaseKind kind)
    {
        var made = new ApprovalServer(kind);
        await made.Start();
        return made;
    }

    /// <summary>With the rooms the tests need: people, approvals with the shipped routes, evidence.</summary>
    public async Task Start()
    {
        var access = new AccessRoom(new(keys, Demo: true));
        IRoom[] rooms = [access, new ApprovalsRoom(Home.Routes()), new EvidenceRoom()];
        Store = Store.Open(target, rooms.Select(r => r.Model).OfType<IRoomModel>());
        await access.Prepare(Store, TimeProvider.System);
        server = ApiServer.Build(new() { Port = 0, Rooms = rooms, Store = Store, Version = "test" });
        await server.Services.GetRequiredService<Sequencer>().Open(keys);
        await server.StartAsync();
    }

    public async Task Stop()
    {
        await server.StopAsync(CancellationToken.None);
        await server.DisposeAsync();
        await Store.DisposeAsync();
    }

    public T Part<T>()
        where T : notnull => server.Services.GetRequiredService<T>();

    /// <summary>Nothing approved is done any more, as when the server dies between decision and act.</summary>
    public Task StopDoing() => server.Services.GetServices<IHostedService>().OfType<ApprovedLoop>().Single().StopAsync(CancellationToken.None);

    public async Task<Person> As(string login) => new(await Desk.Desk.SignedIn(DeskServer.Address(server), login));

    public long Number(string sql)
    {
        using var read = Store.Read(Viewer.Everything("test"));
        return read.Session.First(sql, row => row.Long(0));
    }

    public string Text(string sql)
    {
        using var read = Store.Read(Viewer.Everything("test"));
        return read.Session.First(sql, row => row.Text(0))!;
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Directory.Delete(keys, true);
        if (Directory.Exists(target))
        {
            Directory.Delete(target, true);
        }
    }
}

/// <summary>Somebody at his browser.</summary>
internal sealed class Person(HttpClient http)
{
    public async Task<JsonNode> Get(string path, HttpStatusCode expected = HttpStatusCode.OK) => await Read(await http.GetAsync($"/api/v1/{path}"), expected);

    public async Task<JsonNode> Post(string path, object body, HttpStatusCode expected = HttpStatusCode.OK, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{path}") { Content = JsonContent.Create(body) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await Read(await http.SendAsync(request), expected);
    }

    public async Task<string> Refused(string path, object body, HttpStatusCode expected = HttpStatusCode.UnprocessableEntity, string? key = null) =>
        (await Post(path, body, expected, key))["code"]!.GetValue<string>();

    public Task<JsonNode> Decide(string approval, string decision = "approve", int round = 1, string note = "理由", HttpStatusCode expected = HttpStatusCode.OK) =>
        Post($"approvals/{approval}/decide", new { round, decision, note }, expected);

    /// <summary>The case once it is in a state, within ten seconds.</summary>
    public async Task<JsonNode> Until(string approval, string state)
    {
        for (var tries = 0; ; tries++)
        {
            var seen = await Get($"approvals/{approval}");
            if (seen["row"]!["state"]!.GetValue<string>() == state)
            {
                return seen;
            }

            Assert.True(tries < 100, seen.ToJsonString());
            await Task.Delay(100);
        }
    }

    private static async Task<JsonNode> Read(HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }
}
