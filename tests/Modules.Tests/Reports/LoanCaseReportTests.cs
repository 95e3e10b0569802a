using System.Globalization;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Cases;
using Zhirong.Host;
using Zhirong.Host.Serve;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Tests.Reports;

/// <summary>Case S06 played on a server of its own up to its reports, once for all who read them.</summary>
public sealed class LoanCase : IAsyncLifetime
{
    private static readonly string[] Parts = ["appraisal", "diligence"];

    private readonly string folder = Directory.CreateTempSubdirectory("zhirong-s06-").FullName;
    private Store store = null!;
    private Microsoft.AspNetCore.Builder.WebApplication server = null!;

    public HttpClient Http { get; private set; } = null!;

    /// <summary>Its five diligences and five appraisals: kind and id.</summary>
    public List<(string Kind, string Id)> Records { get; } = [];

    public async ValueTask InitializeAsync()
    {
        using (var played = CaseServer.Open(folder, []))
        {
            var run = CaseRun.Play(CaseFolders.Open("S06").Value, CaseFolders.References(), null, Parts, new(() => played.Desk, Kept: true)).Run!;
            Assert.Empty(run.Stopped);
        }

        (store, server) = await DeskServer.Start(new(0, folder) { Founding = [] }, CancellationToken.None);
        Http = await Desk.Desk.SignedIn(DeskServer.Address(server), "loan-officer");
        foreach (var kind in (string[])["diligence", "appraisals"])
        {
            Records.AddRange((await Get($"/api/v1/{kind}?pageSize=100"))["items"]!.AsArray().Select(r => (kind, $"{r!["id"]}")));
        }
    }

    public async Task<JsonNode> Get(string path) => JsonNode.Parse(await Http.GetStringAsync(path))!;

    public Task<byte[]> Pdf(string kind, string id) => Http.GetByteArrayAsync($"/api/v1/{kind}/{id}/report?format=pdf");

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await server.StopAsync(CancellationToken.None);
        await server.DisposeAsync();
        await store.DisposeAsync();
        Directory.Delete(folder, true);
    }
}

/// <summary>The ten reports of case S06 as they are handed out: what the record says stands in the print, and no page is nearly empty.</summary>
public sealed class LoanCaseReportTests(LoanCase played) : IClassFixture<LoanCase>
{
    /// <summary>Characters below which a page that is not the last looks empty; the last one may be short.</summary>
    private const int Emptiest = 150;

    /// <summary>Pages of an appraisal of a firm's patents, and of a diligence of them.</summary>
    private static readonly Dictionary<string, (int Fewest, int Most)> Pages = new() { ["appraisals"] = (12, 34), ["diligence"] = (8, 24) };

    [Fact]
    public async Task Reports_OfTheCase_SayWhatTheRecordsSay_OnFullPages()
    {
        Assert.Equal((5, 5), (played.Records.Count(r => r.Kind == "diligence"), played.Records.Count(r => r.Kind == "appraisals")));
        var printed = await Task.WhenAll(played.Records.Select(async r => (r.Kind, r.Id, Pdf: await played.Pdf(r.Kind, r.Id))));
        var rights = 0;
        foreach (var (kind, id, pdf) in printed)
        {
            var (record, pages) = (await played.Get($"/api/v1/{kind}/{id}"), ReadReport.PagesOfPdf(pdf));
            var (whole, row) = (string.Concat(pages), record["row"]!);
            Assert.InRange(pages.Length, Pages[kind].Fewest, Pages[kind].Most);
            Assert.Empty(pages.SkipLast(1).Index().Where(p => p.Item.Length < Emptiest).Select(p => $"{kind} {row["firmName"]} page {p.Index + 1}: {p.Item}"));
            Assert.Empty(ReadReport.Overflows(pdf, margin: 40));
            var said = kind == "diligence" ? OfDiligence(record) : OfAppraisal(record);
            Assert.True(said.Count > 20, $"{kind} {row["firmName"]}: {said.Count}");
            Assert.Empty(said.Where(text => !whole.Contains(text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal)).Select(text => $"{kind} {row["firmName"]}: {text}"));
            rights += kind == "diligence" ? row["rights"]!.GetValue<int>() : 0;
        }

        Assert.Equal(92, rights);
    }

    /// <summary>One of each kind: to the byte.</summary>
    [Fact]
    public async Task Report_MadeAgain_HasTheSameBytes()
    {
        foreach (var (kind, id) in played.Records.GroupBy(r => r.Kind).Select(g => g.First()))
        {
            Assert.Equal(await played.Pdf(kind, id), await played.Pdf(kind, id));
        }
    }

    /// <summary>Names, counts, numbers, days and amounts of a diligence.</summary>
    private static List<string> OfDiligence(JsonNode record)
    {
        var (row, result) = (record["row"]!, record["result"]!);
        List<string> said = [$"{row["firmName"]}", Day(row["day"]), $"{row["answerTitle"]}", $"的{row["rights"]}项权利", $"检查事项{Count(row["items"])}", Amount(row["before"]), Amount(row["after"])];
        said.AddRange(result["rights"]!.AsArray().Select(r => $"{r!["number"]}"));
        foreach (var line in result["effects"]!["lines"]!.AsArray())
        {
            said.Add(Amount(line!["before"]));
            said.Add(Amount(line["after"]));
        }

        return said;
    }

    /// <summary>Names, days, numbers of rights, every right's value and the group's with its range (the range in 万元).</summary>
    private static List<string> OfAppraisal(JsonNode record)
    {
        var row = record["row"]!;
        List<string> said = [$"{row["firmName"]}", Day(row["baseDate"]), Amount(row["total"]), Ten(row["low"]), Ten(row["high"])];
        foreach (var right in record["rights"]!.AsArray())
        {
            said.Add($"{right!["number"]}");
            said.Add(Amount(right["value"]));
        }

        return said;
    }

    private static string Day(JsonNode? day) => DateOnly.ParseExact($"{day}", "yyyy-MM-dd", CultureInfo.InvariantCulture) is var on ? $"{on.Year}年{on.Month}月{on.Day}日" : "";

    private static string Count(JsonNode? count) => count!.GetValue<int>().ToString("#,##0", CultureInfo.InvariantCulture);

    /// <summary>In tens of thousands, as the report writes the ends of a range.</summary>
    private static string Ten(JsonNode? yuan) => (decimal.Parse($"{yuan}", CultureInfo.InvariantCulture) / 10_000m).ToString("#,##0.00", CultureInfo.InvariantCulture);

    private static string Amount(JsonNode? yuan) => decimal.Parse($"{yuan}", CultureInfo.InvariantCulture).ToString("#,##0.00", CultureInfo.InvariantCulture);
}
