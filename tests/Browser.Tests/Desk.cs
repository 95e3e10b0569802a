using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using Xunit;
using Zhirong.Host.Serve;
using Zhirong.Platform.Storage;

[assembly: AssemblyFixture(typeof(Zhirong.Browser.Tests.Desk))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Zhirong.Browser.Tests;

/// <summary>The real server with the built pages, and a real Chromium.</summary>
public sealed class Desk : IAsyncLifetime
{
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

    private readonly string folder = Directory.CreateTempSubdirectory("zhirong-browser-").FullName;
    private Store store = null!;
    private WebApplication server = null!;
    private IPlaywright playwright = null!;

    public string Address { get; private set; } = "";

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>Where pictures and figures of the last run lie.</summary>
    public static string Pictures { get; } = Directory.CreateDirectory(Path.Combine(Root(), ".build", "pictures")).FullName;

    public async ValueTask InitializeAsync()
    {
        Assert.True(File.Exists(Path.Combine(Root(), "web", "dist", "index.html")), "web/dist is not built: ./test builds it");
        (store, server) = await DeskServer.Start(new(0, folder), CancellationToken.None);
        Address = DeskServer.Address(server);
        playwright = await Playwright.CreateAsync();
        var chromium = new[] { Environment.GetEnvironmentVariable("ZHIRONG_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.First(File.Exists);
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
        await server.DisposeAsync();
        await store.DisposeAsync();
        Directory.Delete(folder, true);
    }

    /// <summary>A page of a person of its own: own storage, watched for errors nobody handled.</summary>
    public async Task<DeskPage> Open(string path, int width = 1360, int height = 900, string language = "zh", string theme = "light")
    {
        var context = await Browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, Locale = "zh-CN", AcceptDownloads = true });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(10_000);
        var desk = new DeskPage(page, Address);
        await desk.Prefer(language, theme);
        await page.GotoAsync(Address + path);
        return desk;
    }

    public async Task<string> DealId(string code)
    {
        using var http = new HttpClient { BaseAddress = new(Address) };
        var deals = System.Text.Json.Nodes.JsonNode.Parse(await http.GetStringAsync("/api/v1/deals?pageSize=500&sort=version"))!["items"]!.AsArray();
        return deals.First(d => d!["code"]!.GetValue<string>() == code)!["id"]!.GetValue<string>();
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Zhirong.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
