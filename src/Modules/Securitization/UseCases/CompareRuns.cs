using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Securitization.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Securitization.UseCases;

/// <summary>One figure of two runs on one date; null where a run has no such line or date.</summary>
/// <param name="K">One-based period.</param>
/// <param name="Date">Unrolled payment date.</param>
/// <param name="Group">collected, drawn, paid, unpaid or balance.</param>
/// <param name="Line">Line name.</param>
/// <param name="A">Yuan in the first run.</param>
/// <param name="B">Yuan in the second run.</param>
/// <param name="Difference">B − A, what is missing counted as 0.</param>
public sealed record ComparedLine(int K, string Date, string Group, string Line, string? A, string? B, string Difference);

/// <summary>One item of a tranche's summary in two runs.</summary>
public sealed record ComparedSummary(string Tranche, string Item, string? A, string? B);

public sealed record RunComparison(RunRow A, RunRow B, IReadOnlyList<ComparedLine> Lines, IReadOnlyList<ComparedSummary> Summary, int Same);

/// <summary>Two kept runs of one deal, line by line.</summary>
internal static class CompareRuns
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/runs/{a:guid}/compare/{b:guid}", Answer)
        .WithName("compareRuns").Reads("securitization").WithSummary("Two runs line by line; only what differs unless all=true").Produces<RunComparison>().ProducesProblem(404).ProducesProblem(422);

    private static async Task<IResult> Answer(Guid a, Guid b, HttpContext context, Store store, bool? all)
    {
        await using var read = store.Read(RequestViewer.Of(context));
        var (first, second) = (await Runs.Find(read, a), await Runs.Find(read, b));
        if (first is null || second is null)
        {
            return OpenDeal.Unknown(context, "runs", $"{(first is null ? a : b)}");
        }

        return first.DealId == second.DealId
            ? Results.Json(Of(first, second, all == true), WebJson.Options)
            : Problems.Of(context, DeskRefusals.DifferentDeals());
    }

    private static RunComparison Of(KeptRun a, KeptRun b, bool all)
    {
        var (left, right) = (Runs.View(a), Runs.View(b));
        var lines = Lines(left, right).ToList();
        var shown = all ? lines : lines.FindAll(l => l.Difference != "0.00");
        return new(RunRow.Of(a), RunRow.Of(b), shown, [.. Summaries(left, right).Where(s => all || s.A != s.B)], lines.Count(l => l.Difference == "0.00"));
    }

    private static IEnumerable<ComparedLine> Lines(RunView left, RunView right)
    {
        for (var k = 0; k < Math.Max(left.Periods.Count, right.Periods.Count); k++)
        {
            var (a, b) = (left.Periods.ElementAtOrDefault(k), right.Periods.ElementAtOrDefault(k));
            foreach (var (group, line) in Figures(a).Concat(Figures(b)).Select(f => (f.Group, f.Line)).Distinct())
            {
                var (x, y) = (Find(a, group, line), Find(b, group, line));
                yield return new(k + 1, (a ?? b)!.Date, group, line, x, y, Money.FenText(Fen(y) - Fen(x)));
            }
        }
    }

    private static IEnumerable<(string Group, string Line, string Amount)> Figures(PeriodView? period) => period is null ? [] :
    [
        ("collected", "interest", period.Collected.Interest), ("collected", "principal", period.Collected.Principal), ("collected", "recovery", period.Collected.Recovery),
        ("collected", "defaulted", period.Defaulted),
        .. period.Drawn.Select(d => ("drawn", d.Key, d.Value)),
        .. period.Paid.Select(p => ("paid", p.Key, p.Value)),
        .. period.Unpaid.Select(u => ("unpaid", u.Key, u.Value)),
        .. period.Balances.Select(b => ("balance", b.Key, b.Value)),
        ("balance", "carried", period.CarriedCash),
    ];

    private static string? Find(PeriodView? period, string group, string line) => Figures(period).FirstOrDefault(f => f.Group == group && f.Line == line).Amount;

    private static long Fen(string? amount) => amount is null ? 0 : Money.Cny(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)).Fen;

    private static IEnumerable<ComparedSummary> Summaries(RunView left, RunView right)
    {
        foreach (var tranche in left.Summary.Keys.Union(right.Summary.Keys))
        {
            var (a, b) = (left.Summary.GetValueOrDefault(tranche), right.Summary.GetValueOrDefault(tranche));
            yield return new(tranche, "interest", a?.Interest, b?.Interest);
            yield return new(tranche, "principal", a?.Principal, b?.Principal);
            yield return new(tranche, "residual", a?.Residual, b?.Residual);
            yield return new(tranche, "wal", a?.Wal, b?.Wal);
            yield return new(tranche, "irr", a?.Irr, b?.Irr);
            yield return new(tranche, "unpaid", a?.Unpaid, b?.Unpaid);
        }
    }
}
