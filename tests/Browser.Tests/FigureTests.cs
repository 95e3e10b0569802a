using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Zhirong.Browser.Tests;

/// <summary>
/// What people wait for, measured in the browser and written to <c>.build/figures.txt</c> (<c>./run bench desk</c> prints it). The tests
/// hold what the page shows; how long it took is a figure, never a failure.
/// </summary>
public sealed class FigureTests(Desk desk)
{
    private const int Rounds = 7;

    private static readonly string Figures = Path.Combine(Desk.Root, ".build", "figures.txt");

    [Fact]
    public async Task FirstScreen_OfANewVisitor_ShowsTheDoors()
    {
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            await using var page = await desk.Blank();
            var watch = Stopwatch.StartNew();
            await page.Page.GotoAsync(desk.Address + "/", new() { WaitUntil = WaitUntilState.Commit });
            await Expect(page.Page.GetByText("S05").First).ToBeVisibleAsync();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        Write("page.first-screen", times, 2000);
    }

    [Fact]
    public async Task Recompute_OnEveryKeystroke_RedrawsTheChart()
    {
        var id = await desk.Own("S05");
        await using var page = await desk.Open($"/deals/{id}/scenarios");
        await page.Button("最大一户违约").ClickAsync();
        var chart = page.Page.Locator("[data-recompute-ms]").First;
        await Expect(chart).ToBeVisibleAsync();
        var recovery = page.Page.GetByLabel("回收率 %").First;
        var times = new List<double>();
        for (var round = 0; round < 20; round++)
        {
            var before = await chart.GetAttributeAsync("data-recompute-ms");
            await recovery.FillAsync($"{10 + round}");
            await Expect(chart).Not.ToHaveAttributeAsync("data-recompute-ms", before ?? "");
            times.Add(double.Parse((await chart.GetAttributeAsync("data-recompute-ms"))!, CultureInfo.InvariantCulture));
        }

        Write("page.recompute", times, 150);
        await page.IsSound();
    }

    [Fact]
    public async Task Deals_FiveHundred_AreListed()
    {
        using var http = desk.Client();
        var text = await File.ReadAllTextAsync(Path.Combine(Desk.Root, "cases", "S01", "deal.yaml"));
        for (var i = 0; i < 500; i++)
        {
            using var answer = await http.PostAsync("/api/v1/deals", new StringContent(JsonSerializer.Serialize(new { text, reason = $"第 {i} 单" }), Encoding.UTF8, "application/json"));
            answer.EnsureSuccessStatusCode();
        }

        await using var page = await desk.Open("/");
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            await page.Go("/");
            var watch = Stopwatch.StartNew();
            await page.Page.Locator("a[href='/deals']").First.ClickAsync();
            await Expect(page.Page.GetByText("NB-FULLCAT-1").First).ToBeVisibleAsync();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        Write("page.list500", times, null);
        await page.IsSound();
    }

    private static void Write(string id, List<double> times, double? anchor)
    {
        times.Sort();
        var ours = times[times.Count / 2];
        var beside = anchor is { } limit ? string.Create(CultureInfo.InvariantCulture, $"anchor {limit:0.###} ms | ratio {ours / limit:0.0000}") : "anchor - | ratio -";
        var line = string.Create(CultureInfo.InvariantCulture, $"{id} | ours {ours:0.###} ms | {beside}");
        lock (Figures)
        {
            var others = File.Exists(Figures) ? File.ReadAllLines(Figures).Where(l => !l.StartsWith(id + " ", StringComparison.Ordinal)) : [];
            File.WriteAllLines(Figures, others.Append(line).Order(StringComparer.Ordinal));
        }
    }
}
