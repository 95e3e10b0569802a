using System.Net;
using Microsoft.AspNetCore.Builder;
using Xunit;
using Zhirong.Host.Serve;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Tests.Desk;

/// <summary>A server behind a proxy: the names it answers to, and whom it believes about https.</summary>
public sealed class HostNameTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("zhirong-names-").FullName;
    private Store store = null!;
    private WebApplication server = null!;
    private HttpClient http = null!;

    public async ValueTask InitializeAsync()
    {
        (store, server) = await DeskServer.Start(new(0, folder) { Hosts = ["zhirong.bank.example"], AtOnce = 0 }, CancellationToken.None);
        http = new() { BaseAddress = new(DeskServer.Address(server)) };
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await server.StopAsync(CancellationToken.None);
        await server.DisposeAsync();
        await store.DisposeAsync();
        Directory.Delete(folder, true);
    }

    [Theory]
    [InlineData("zhirong.bank.example", HttpStatusCode.OK)]
    [InlineData("ZHIRONG.bank.example:8443", HttpStatusCode.OK)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("other.bank.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("zhirong.bank.example.evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("10.0.0.7", HttpStatusCode.MisdirectedRequest)]
    public async Task Get_UnderAName_IsAnsweredForItsOwnNamesOnly(string host, HttpStatusCode expected) =>
        Assert.Equal(expected, (await Send(HttpMethod.Get, host)).StatusCode);

    /// <summary>A page that came by https writes from an https origin: that is the server's own site once the proxy says so.</summary>
    [Theory]
    [InlineData("https", "https://zhirong.bank.example", false)]
    [InlineData(null, "http://zhirong.bank.example", false)]
    [InlineData(null, "https://zhirong.bank.example", true)]
    [InlineData("https", "http://zhirong.bank.example", true)]
    [InlineData("https", "https://other.bank.example", true)]
    public async Task Post_FromAnOrigin_IsForeignUnlessSchemeAndNameAreItsOwn(string? forwarded, string origin, bool foreign)
    {
        var answer = await Send(HttpMethod.Post, "zhirong.bank.example", forwarded, origin);
        Assert.Equal(foreign, answer.StatusCode == HttpStatusCode.Forbidden);
    }

    private Task<HttpResponseMessage> Send(HttpMethod method, string host, string? forwarded = null, string? origin = null)
    {
        var request = new HttpRequestMessage(method, method == HttpMethod.Get ? "/api/v1/about" : "/api/v1/deals/check");
        request.Headers.Host = host;
        if (forwarded is not null)
        {
            request.Headers.Add("X-Forwarded-Proto", forwarded);
        }

        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        if (method == HttpMethod.Post)
        {
            request.Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        }

        return http.SendAsync(request);
    }
}
