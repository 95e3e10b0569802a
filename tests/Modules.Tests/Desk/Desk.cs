using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Zhirong.Host.Serve;
using Zhirong.Platform.Access.Installation;
using Zhirong.Platform.Storage;

[assembly: AssemblyFixture(typeof(Zhirong.Modules.Tests.Desk.Desk))]

namespace Zhirong.Modules.Tests.Desk;

/// <summary>The real server on a free port with a store of its own, shared by the tests of the API.</summary>
public sealed class Desk : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("zhirong-desk-").FullName;
    private Store store = null!;
    private WebApplication server = null!;

    public HttpClient Http { get; private set; } = null!;

    public static string Ningbo => Repo.Read("cases", "S01", "deal.yaml");

    public static string Ctex => Repo.Read("cases", "S05", "deal.yaml");

    /// <summary>The server's store, for what no endpoint does.</summary>
    public Store Store => store;

    /// <summary>A part of the server.</summary>
    public T Part<T>()
        where T : notnull => server.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        (store, server) = await DeskServer.Start(new(0, folder), CancellationToken.None);
        Http = await SignedIn(DeskServer.Address(server));
    }

    /// <summary>A client of somebody who signed in to the demonstration; he who holds nearly every role unless another is named.</summary>
    public static async Task<HttpClient> SignedIn(string address, string login = DemoPeople.Everything)
    {
        var http = new HttpClient { BaseAddress = new(address) };
        using var answer = await http.PostAsJsonAsync("/api/v1/access/sign-in", new { login, password = DemoPeople.Password });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return http;
    }

    /// <summary>A client of another person on the same server.</summary>
    public Task<HttpClient> As(string login) => SignedIn(DeskServer.Address(server), login);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await server.StopAsync(CancellationToken.None);
        await server.DisposeAsync();
        await store.DisposeAsync();
        Directory.Delete(folder, true);
    }

    /// <summary>Asks for an act that needs one other person's approval, has the demonstration's approver approve it, and waits for its outcome.</summary>
    public async Task<JsonNode> Agreed(string path, object body, string outcome = "done", HttpMethod? method = null)
    {
        var id = (await Json(await Send(method ?? HttpMethod.Post, path, body), HttpStatusCode.Accepted))["approval"]!.GetValue<string>();
        using var approver = await As("approver");
        await Json(await approver.PostAsJsonAsync($"/api/v1/approvals/{id}/decide", new { round = 1, decision = "approve" }), HttpStatusCode.OK);
        for (var tries = 0; ; tries++)
        {
            var seen = await Get($"/api/v1/approvals/{id}");
            if (seen["row"]!["state"]!.GetValue<string>() == outcome)
            {
                return seen;
            }

            Assert.True(tries < 100, seen.ToJsonString());
            await Task.Delay(100);
        }
    }

    public async Task<JsonNode> Get(string path) => await Json(await Http.GetAsync(path), HttpStatusCode.OK);

    public async Task<JsonNode> Post(string path, object body, HttpStatusCode expected = HttpStatusCode.OK, string? key = null, string language = "zh-CN") =>
        await Json(await Send(HttpMethod.Post, path, body, key, language), expected);

    public Task<HttpResponseMessage> Send(HttpMethod method, string path, object body, string? key = null, string language = "zh-CN")
    {
        var request = new HttpRequestMessage(method, path)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body as string ?? JsonSerializer.Serialize(body, JsonSerializerOptions.Web))),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.AcceptLanguage.ParseAdd(language);
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return Http.SendAsync(request);
    }

    public static async Task<JsonNode> Json(HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{answer.StatusCode}: {text}");
        Assert.StartsWith("ZR-", answer.Headers.GetValues("X-Request-Id").Single());
        return JsonNode.Parse(text)!;
    }

    /// <summary>A deal of its own for a test that changes one.</summary>
    public async Task<(string Id, string Text)> Own(string? text = null)
    {
        var deal = await Post("/api/v1/deals", new { text = text ?? Ctex, reason = "测试" }, HttpStatusCode.Created);
        return (deal["id"]!.GetValue<string>(), deal["text"]!.GetValue<string>());
    }
}
