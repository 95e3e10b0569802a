using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using Xunit;
using Zhirong.Host.Serve;
using Zhirong.Platform.Access.Installation;
using Zhirong.Platform.Storage;

[assembly: AssemblyFixture(typeof(Zhirong.Browser.Tests.Desk))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Zhirong.Browser.Tests;

/// <summary>The real server with the built pages, and a real Chromium.</summary>
public sealed class Desk : IAsyncLifetime
{
    private const string SessionCookie = "zr_session";

    /// <summary>Milliseconds until something that does not show has failed: other tests may be using the machine.</summary>
    private const int Patience = 30_000;

    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

    private readonly string folder = Directory.CreateTempSubdirectory("zhirong-browser-").FullName;
    private Store store = null!;
    private WebApplication server = null!;
    private IPlaywright playwright = null!;
    private string session = "";

    /// <summary>The folder that holds Zhirong.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Where pictures and figures of the last run lie.</summary>
    public static string Pictures { get; } = Directory.CreateDirectory(Path.Combine(Root, ".build", "pictures")).FullName;

    public string Address { get; private set; } = "";

    /// <summary>The server's store, for what only a bank could tell it.</summary>
    public Store Store => store;

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.True(File.Exists(Path.Combine(Root, "web", "dist", "index.html")), "web/dist is not built: ./test builds it");
        (store, server) = await DeskServer.Start(new(0, folder), CancellationToken.None);
        Address = DeskServer.Address(server);
        session = await SignIn(DemoPeople.Everything);
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        var chromium = new[] { Environment.GetEnvironmentVariable("ZHIRONG_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.First(File.Exists);
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
        await server.StopAsync(CancellationToken.None);
        await server.DisposeAsync();
        await store.DisposeAsync();
        Directory.Delete(folder, true);
    }

    /// <summary>A page of a person of its own: own storage, watched for errors nobody handled.</summary>
    public async Task<DeskPage> Open(string path, int width = 1360, int height = 900, string language = "zh", string theme = "light")
    {
        var desk = await Blank(width, height, language, theme);
        await desk.Go(path);
        return desk;
    }

    /// <summary>A client of the one who holds nearly every role.</summary>
    public HttpClient Client() => Of(session);

    /// <summary>A client of somebody else.</summary>
    public async Task<HttpClient> Client(string login) => Of(await SignIn(login));

    private HttpClient Of(string owner)
    {
        var cookies = new CookieContainer();
        cookies.Add(new Uri(Address), new System.Net.Cookie(SessionCookie, owner));
        return new(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = new(Address) };
    }

    /// <summary>Signs somebody in through the API; returns his session.</summary>
    public async Task<string> SignIn(string login)
    {
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = new(Address) };
        using var answer = await http.PostAsync("/api/v1/access/sign-in", new StringContent(JsonSerializer.Serialize(new { login, password = DemoPeople.Password }), Encoding.UTF8, "application/json"));
        answer.EnsureSuccessStatusCode();
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0][(SessionCookie.Length + 1)..];
    }

    /// <summary>The same before its first address. Nothing moves on it, as some readers ask of their system; in the long tests it does.</summary>
    /// <param name="login">Who sits before it; null for nobody yet, empty for the one who holds nearly every role.</param>
    public async Task<DeskPage> Blank(int width = 1360, int height = 900, string language = "zh", string theme = "light", string? login = "")
    {
        var context = await Browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, Locale = "zh-CN", AcceptDownloads = true, ReducedMotion = Look.Long ? ReducedMotion.NoPreference : ReducedMotion.Reduce });
        if (login is not null)
        {
            await context.AddCookiesAsync([new() { Name = SessionCookie, Value = login.Length == 0 ? session : await SignIn(login), Url = Address }]);
        }

        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(Patience);
        var desk = new DeskPage(page, Address);
        await desk.Prefer(language, theme);
        return desk;
    }

    /// <summary>A deal of its own for a test that changes one; returns its id.</summary>
    public async Task<string> Own(string caseId)
    {
        using var http = Client();
        var text = await File.ReadAllTextAsync(Path.Combine(Root, "cases", caseId, "deal.yaml"));
        using var answer = await http.PostAsync("/api/v1/deals", new StringContent(JsonSerializer.Serialize(new { text, reason = "测试" }), Encoding.UTF8, "application/json"));
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["id"]!.GetValue<string>();
    }

    /// <summary>Saves a version as somebody else would.</summary>
    public async Task SaveElsewhere(string id, string find, string replace)
    {
        using var http = Client();
        var deal = JsonNode.Parse(await http.GetStringAsync($"/api/v1/deals/{id}"))!;
        var body = new { baseVersion = deal["version"]!.GetValue<int>(), text = deal["text"]!.GetValue<string>().Replace(find, replace, StringComparison.Ordinal), reason = "同事修改" };
        using var answer = await http.PostAsync($"/api/v1/deals/{id}/versions", new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"));
        answer.EnsureSuccessStatusCode();
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Zhirong.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
