using System.Text;
using System.Text.Json;
using Zhirong.Host.Serve;
using Zhirong.Platform.Access.Installation;

namespace Zhirong.Host.Bench;

/// <summary>Times the desk through its own HTTP door, with 500 deals on it, as the pages use it.</summary>
internal static class DeskBench
{
    private const int Deals = 500;

    /// <summary>From keystroke to redrawn chart: what people still feel as immediate; the server must leave most of it to the page.</summary>
    private const double KeystrokeMilliseconds = 150;

    public static IEnumerable<BenchLine> Run()
    {
        var folder = Directory.CreateTempSubdirectory("zhirong-bench-");
        var (store, server) = DeskServer.Start(new(0, folder.FullName), CancellationToken.None).GetAwaiter().GetResult();
        using var http = new HttpClient { BaseAddress = new(DeskServer.Address(server)) };
        try
        {
            Post(http, "/api/v1/access/sign-in", new { login = DemoPeople.Everything, password = DemoPeople.Password });
            foreach (var line in Lines(http))
            {
                yield return line;
            }
        }
        finally
        {
            server.StopAsync().GetAwaiter().GetResult();
            server.DisposeAsync().AsTask().GetAwaiter().GetResult();
            store.DisposeAsync().AsTask().GetAwaiter().GetResult();
            folder.Delete(true);
        }
    }

    private static IEnumerable<BenchLine> Lines(HttpClient http)
    {
        var texts = CaseFolders.Ids.Select(id => Path.Combine(Home.Cases, id, "deal.yaml")).Where(File.Exists).Select(File.ReadAllText).ToList();
        for (var i = 0; i < Deals; i++)
        {
            Post(http, "/api/v1/deals", new { text = texts[i % texts.Count], reason = $"bench {i}" });
        }

        var text = texts[^1];
        var recoveries = 0;
        yield return Line("desk.recompute", KeystrokeMilliseconds, 20, () => Post(http, "/api/v1/deals/calculate", new { text, analysis = false, scenarios = new[] { Scenario(recoveries++ % 100) } }));
        yield return Line("desk.calculate", KeystrokeMilliseconds, 10, () => Post(http, "/api/v1/deals/calculate", new { text }));
        yield return Line("desk.list500", null, 20, () => http.GetByteArrayAsync("/api/v1/deals?page=1&pageSize=500&sort=-size").GetAwaiter().GetResult());
        yield return Line("desk.save", null, 20, () => Post(http, "/api/v1/deals", new { text, reason = "bench" }));
    }

    private static BenchLine Line(string id, double? anchor, int units, Action once) =>
        new(id, Stopwatches.PerUnit(() => { for (var i = 0; i < units; i++) { once(); } }, units).Seconds * 1e3, anchor, "ms");

    private static object Scenario(int recovery) => new
    {
        schema = "ipabs-scenario/v1",
        id = "bench",
        assumptions = new[] { new { scope = "pool", cdr = new[] { "0.02" }, recovery = $"0.{recovery:00}", lag = 1 } },
    };

    private static void Post(HttpClient http, string path, object body)
    {
        using var content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        using var answer = http.PostAsync(path, content).GetAwaiter().GetResult();
        answer.EnsureSuccessStatusCode();
        answer.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult();
    }
}
