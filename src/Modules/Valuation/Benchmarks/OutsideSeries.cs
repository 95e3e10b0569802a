using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Valuation.Appraisals;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Valuation.Benchmarks;

/// <summary>A benchmark from outside: whoever provides one is asked here, beside our own deals.</summary>
internal interface IOutsideBenchmark
{
    /// <param name="fewest">Below so many deals a provider's figures are not shown either.</param>
    IEnumerable<OutsideFigure> Of(ZhirongContext read, BenchmarkQuery query, int fewest);
}

/// <summary>What a provider publishes.</summary>
public sealed record OutsideFigure(string Provider, DateOnly AsOf, string Source, string? Kind, string? Ipc, int N, bool Thin, string? Median, string? P25, string? P75);

/// <summary>A point of an outside series.</summary>
/// <param name="Ipc">Beginning of the class it is of.</param>
/// <param name="N">Deals it rests on.</param>
public sealed record OutsidePoint(int N, string Median, string P25, string P75, string? Kind = null, string? Ipc = null, int? TrlFrom = null, int? TrlTo = null, string? AgeFrom = null, string? AgeTo = null);

/// <param name="Measure">price, royalty or value.</param>
public sealed record TakeSeriesRequest(string Provider, DateOnly AsOf, string Source, string Measure, IReadOnlyList<OutsidePoint> Points);

public sealed record SeriesTaken(Guid Id, string Provider, DateOnly AsOf, int Points);

/// <summary>Series that were taken in.</summary>
internal sealed class TakenSeries : IOutsideBenchmark
{
    private const int MostPoints = 5_000;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/benchmark/outside", Answer).WithName("takeBenchmark").WithSummary("Take in a benchmark series of a provider, dated and sourced").Produces<SeriesTaken>(201).ProducesProblem(422).Act("valuation.benchmark.take");

    /// <summary>The newest series of each provider, its points that are of the very cell asked for.</summary>
    public IEnumerable<OutsideFigure> Of(ZhirongContext read, BenchmarkQuery query, int fewest)
    {
        var newest = read.Set<BenchmarkSeries>().Where(s => s.Measure == query.Measure).ToList().Where(s => s.AsOf <= query.Until).GroupBy(s => s.Provider, StringComparer.Ordinal).Select(g => g.OrderBy(s => s.AsOf).ThenBy(s => s.At).Last()).OrderBy(s => s.Provider, StringComparer.Ordinal);
        return newest.SelectMany(series => JsonSerializer.Deserialize<List<OutsidePoint>>(series.Points, WebJson.Options)!.Where(p => Same(p, query)).Select(p => new OutsideFigure(
            series.Provider, series.AsOf, series.Source, p.Kind, p.Ipc, p.N, p.N < fewest, p.N < fewest ? null : p.Median, p.N < fewest ? null : p.P25, p.N < fewest ? null : p.P75)));
    }

    private static bool Same(OutsidePoint p, BenchmarkQuery query) =>
        p.Kind == query.Kind && p.Ipc == query.Ipc && p.TrlFrom == query.TrlFrom && p.TrlTo == query.TrlTo && Number(p.AgeFrom) == query.AgeFrom && Number(p.AgeTo) == query.AgeTo;

    private static async Task<IResult> Answer(BodyOf<TakeSeriesRequest> body, HttpContext context, ValuationDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, request) = (new ValuationForm(), body.Value.Value);
        var (provider, source) = (form.Text("provider", request.Provider, 100), form.Text("source", request.Source, 300));
        form.Word("measure", request.Measure, BenchmarkQuery.Measures);
        form.Day("asOf", request.AsOf);
        if (request.Points.Count is 0 or > MostPoints)
        {
            form.Faults.Add(ValuationRefusals.TooMany("points", request.Points.Count, MostPoints));
        }

        foreach (var (n, point) in request.Points.Take(MostPoints).Index())
        {
            Point(form, $"points.{n}", point, desk);
        }

        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var points = JsonSerializer.Serialize(request.Points, WebJson.Options);
        var written = await desk.Store.Commits.Once<SeriesTaken>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            var series = new BenchmarkSeries { Id = desk.NewId(), OwnerId = work.Viewer.Organisation, Provider = provider, AsOf = request.AsOf, Source = source, Measure = request.Measure, Points = points, At = Instant.Now(desk.Clock), By = work.Viewer.Person };
            work.Add(series);
            await work.SaveChangesAsync();
            var content = new JsonObject { ["asOf"] = RowValues.Of(series.AsOf), ["measure"] = series.Measure, ["points"] = $"sha256:{RequestText.Hash(points)}", ["provider"] = provider, ["source"] = source };
            EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, new("BenchmarkTaken", "benchmark_series", RowValues.Of(series.Id), content), desk.Clock)]);
            return new SeriesTaken(series.Id, provider, series.AsOf, request.Points.Count);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    private static void Point(ValuationForm form, string path, OutsidePoint point, ValuationDesk desk)
    {
        const decimal Most = 1_000_000_000_000m;
        var (low, middle, high) = (form.Number($"{path}.p25", point.P25, 0, Most, required: true), form.Number($"{path}.median", point.Median, 0, Most, required: true), form.Number($"{path}.p75", point.P75, 0, Most, required: true));
        form.Word($"{path}.kind", point.Kind, desk.Parameters.Presets.KindWords, required: false);
        form.Number($"{path}.ageFrom", point.AgeFrom, 0, 200);
        form.Number($"{path}.ageTo", point.AgeTo, 0, 200);
        if (point.N < 1)
        {
            form.Faults.Add(ValuationRefusals.Number($"{path}.n", $"{point.N}", Words.Same("≥ 1")));
        }

        if (low > middle || middle > high)
        {
            form.Faults.Add(ValuationRefusals.Number($"{path}.median", point.Median, new($"{point.P25} 到 {point.P75} 之间", $"between {point.P25} and {point.P75}")));
        }
    }

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
