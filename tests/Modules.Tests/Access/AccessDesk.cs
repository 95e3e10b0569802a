using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Zhirong.Host.Serve;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Access.Installation;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Access;

/// <summary>A server of its own with a clock of its own, on either database; it can be stopped and started again on the same data.</summary>
internal sealed class AccessDesk : IAsyncDisposable
{
    private readonly string target;
    private readonly string keys = Directory.CreateTempSubdirectory("zhirong-keys-").FullName;
    private readonly bool real;
    private readonly List<HttpClient> clients = [];
    private WebApplication server = null!;

    private AccessDesk(DatabaseKind kind, bool real) => (target, this.real) = (ReadyDatabases.New(kind), real);

    /// <summary>Own routes of every organisation of the demonstration: what these tests ask about is done at once; approvals have tests of their own.</summary>
    private static string NobodyApproves => "schema: zhirong/approvals/v1\ncode: test\nzh: 测试\nen: test\nversion: 1\ndated: 2026-11-28\nsource: {zh: 测试, en: test}\norigin: made up\nrules:\n"
        + string.Join('\n', Zhirong.Host.Home.Routes().SelectMany(set => set.Rules).Where(rule => rule.Exempt is null && rule.Act.StartsWith("access.", StringComparison.Ordinal)).Select(rule => $"  - {{act: {rule.Act}, zh: 测试, en: test, exempt: {{zh: 测试, en: test}}}}"));

    public TestClock Clock { get; } = new("2026-11-28T01:00:00Z");

    public Store Store { get; private set; } = null!;

    public T Part<T>()
        where T : notnull => server.Services.GetRequiredService<T>();

    public static async Task<AccessDesk> Start(DatabaseKind kind = DatabaseKind.Sqlite, bool real = false)
    {
        var desk = new AccessDesk(kind, real);
        await desk.StartAgain();
        return desk;
    }

    public async Task StartAgain()
    {
        if (server is not null)
        {
            await Stop();
        }

        (Store, server) = await DeskServer.Start(new(0, target, keys, real), CancellationToken.None, Clock);
        await Store.Commits.Write(Viewer.Everything("test"), work => Task.FromResult(work.Session.Execute(
            "INSERT INTO access_route (id, owner_id, no, text, sha256, note, saved_at, saved_by) SELECT id, id, 1, @p0, 'test', '', 1, 'test' FROM access_org WHERE NOT EXISTS (SELECT 1 FROM access_route)", NobodyApproves)));
    }

    /// <summary>A caller with cookies of its own, who has not signed in.</summary>
    public Caller Anybody()
    {
        var http = new HttpClient(new HttpClientHandler { CookieContainer = new() });
        clients.Add(http);
        return new(http, () => DeskServer.Address(server));
    }

    /// <summary>A caller who signed in.</summary>
    public async Task<Caller> As(string login, string password = DemoPeople.Password)
    {
        var caller = Anybody();
        await caller.Post("/access/sign-in", new { login, password }, HttpStatusCode.OK);
        return caller;
    }

    /// <summary>Waits for what is noted behind an answer: when a session was seen.</summary>
    public Task<int> Noted() => Store.Commits.Write(Viewer.Everything("wait"), _ => Task.FromResult(0));

    public async ValueTask DisposeAsync()
    {
        await Stop();
        clients.ForEach(c => c.Dispose());
        Directory.Delete(keys, true);
        if (Directory.Exists(target))
        {
            Directory.Delete(target, true);
        }
    }

    private async Task Stop()
    {
        await server.StopAsync(CancellationToken.None);
        await server.DisposeAsync();
        await Store.DisposeAsync();
    }
}

/// <summary>Somebody before the API.</summary>
/// <remarks>Cookies do not look at ports: whoever signed in before a restart goes on after it.</remarks>
internal sealed class Caller(HttpClient http, Func<string> address)
{
    public string? Token { get; set; }

    public Task<JsonNode?> Get(string path, HttpStatusCode expected = HttpStatusCode.OK) => Send(HttpMethod.Get, path, null, expected);

    public Task<JsonNode?> Post(string path, object? body, HttpStatusCode expected = HttpStatusCode.OK) => Send(HttpMethod.Post, path, body ?? new { }, expected);

    public Task<JsonNode?> Put(string path, object body, HttpStatusCode expected = HttpStatusCode.OK) => Send(HttpMethod.Put, path, body, expected);

    /// <summary>Status and code of the answer: <c>403 ACC-0109</c>, <c>200</c>.</summary>
    public async Task<string> Said(HttpMethod method, string path, object? body = null)
    {
        using var answer = await Ask(method, path, body);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.Content.Headers.ContentType?.MediaType == "application/problem+json" ? $"{(int)answer.StatusCode} {JsonNode.Parse(text)!["code"]}" : $"{(int)answer.StatusCode}";
    }

    public Task<string> SignIn(string login, string password, string? code = null) => Said(HttpMethod.Post, "/access/sign-in", new { login, password, code });

    private async Task<JsonNode?> Send(HttpMethod method, string path, object? body, HttpStatusCode expected)
    {
        using var answer = await Ask(method, path, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{method} {path}: {answer.StatusCode} {text}");
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    private Task<HttpResponseMessage> Ask(HttpMethod method, string path, object? body)
    {
        var request = new HttpRequestMessage(method, $"{address()}/api/v1{path}") { Content = body is null ? null : JsonContent.Create(body, options: JsonSerializerOptions.Web) };
        if (Token is not null)
        {
            request.Headers.Add("Authorization", $"Bearer {Token}");
        }

        return http.SendAsync(request);
    }
}
