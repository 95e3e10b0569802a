using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Valuation.Benchmarks;

/// <summary>What comparable deals say.</summary>
/// <param name="N">Deals of the sample.</param>
/// <param name="Thin">Fewer than the policy asks: no median and no quartiles.</param>
/// <param name="Outside">What others publish of the same, beside ours and never mixed with it.</param>
public sealed record BenchmarkAnswer(
    string Measure, int N, bool Thin, int Fewest, string? Median, string? P25, string? P75, string? Least, string? Most, IReadOnlyList<BenchmarkDeal> Deals, BenchmarkLeftOut LeftOut, IReadOnlyList<OutsideFigure> Outside, string Policy, string PolicySource);

/// <summary>可比基准: median and quartiles of the viewer's own deals by category, class, age and readiness, with the deals.</summary>
internal static class ReadBenchmark
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/benchmark", Answer).WithName("readBenchmark").WithSummary("What comparable deals say; no point on thin data").Produces<BenchmarkAnswer>().ProducesProblem(422).Reads("valuation");

    private static async Task<IResult> Answer(HttpContext context, ValuationDesk desk, IEnumerable<IOutsideBenchmark> outside, string? measure, string? kind, string? ipc, decimal? ageFrom, decimal? ageTo, int? trlFrom, int? trlTo, DateOnly? until)
    {
        var asked = string.IsNullOrEmpty(measure) ? "price" : measure;
        if (!BenchmarkQuery.Measures.Contains(asked))
        {
            return Problems.Of(context, WebRefusals.OneOf("measure", asked, BenchmarkQuery.Measures));
        }

        if (!string.IsNullOrEmpty(kind) && !desk.Parameters.Presets.KindWords.Contains(kind))
        {
            return Problems.Of(context, WebRefusals.OneOf("kind", kind, desk.Parameters.Presets.KindWords));
        }

        var query = new BenchmarkQuery(asked, string.IsNullOrEmpty(kind) ? null : kind, ipc?.Trim().ToUpperInvariant() is { Length: > 0 and <= 20 } prefix ? prefix : null, ageFrom, ageTo, trlFrom, trlTo, until ?? desk.Today);
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var sample = BenchmarkSample.Of(read, query);
        var figures = sample.Deals.Select(d => d.Value).ToList();
        var thin = figures.Count < desk.Market.Fewest;
        string? At(decimal part) => thin ? null : Shown(asked, Quartiles.At(figures, part));
        return Results.Json(
            new BenchmarkAnswer(
                asked, figures.Count, thin, desk.Market.Fewest, At(0.5m), At(0.25m), At(0.75m), At(0), At(1), [.. sample.Deals.Select(d => d.Deal).Take(500)], sample.LeftOut,
                [.. outside.SelectMany(o => o.Of(read, query, desk.Market.Fewest))], desk.Market.BenchmarkVersion, desk.Market.BenchmarkSource),
            WebJson.Options);
    }

    private static string Shown(string measure, decimal value) => measure == "royalty" ? Drafting.Stated.Number(Rounding.Decimals(value, 6)) : Money.Rounded(value).ToString();
}
