using System.Globalization;
using System.Text;
using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Engine.Waterfall.Scenarios;
using Zhirong.Modules.Securitization.UseCases;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;
using Zhirong.Platform.Work;

namespace Zhirong.Modules.Securitization.Analysis;

/// <summary>A tranche of the grid's deal.</summary>
/// <param name="Size">Yuan.</param>
public sealed record GridTranche(string Id, string Size);

/// <summary>What a grid was asked: kept with its job.</summary>
/// <param name="Counts">How many of the largest names stop paying, one row each.</param>
/// <param name="Recoveries">Shares recovered, one column each.</param>
/// <param name="Period">Period from which they stop, from 1.</param>
/// <param name="Lag">Periods until the recovery arrives.</param>
public sealed record GridOrder(Guid Deal, int Version, string Code, IReadOnlyList<GridTranche> Tranches, int Names, IReadOnlyList<int> Counts, IReadOnlyList<string> Recoveries, int Period, int Lag);

/// <summary>One run of the grid.</summary>
/// <param name="Recovery">Share recovered.</param>
/// <param name="Unpaid">Yuan left unpaid, by tranche.</param>
/// <param name="Fired">Ids of the triggers that fired.</param>
public sealed record GridCell(string Recovery, IReadOnlyDictionary<string, string> Unpaid, IReadOnlyList<string> Fired);

/// <summary>The runs of one count of names.</summary>
/// <param name="Share">Their share of the pool, six decimals.</param>
public sealed record GridRow(int Names, string Share, IReadOnlyList<GridCell> Cells);

/// <summary>A finished grid.</summary>
public sealed record GridResult(IReadOnlyList<GridRow> Rows);

/// <summary>压力网格: exact runs over how many of the largest names stop paying and how much of their debt comes back. A row is a shard.</summary>
internal sealed class StressGrid(Store store, MarketData market) : IJobKind
{
    public const string Kind = "securitization.stress-grid";

    private readonly Lock gate = new();
    private (string Text, ResolvedDeal Deal)? last;

    public string Name => Kind;

    /// <summary>Every count up to 60 rows; beyond that evenly spaced ones, the first and the last among them.</summary>
    public static IReadOnlyList<int> Counts(int most)
    {
        const int Rows = 60;
        return most < Rows ? [.. Enumerable.Range(0, most + 1)] : [.. Enumerable.Range(0, Rows + 1).Select(i => (int)((long)most * i / Rows)).Distinct()];
    }

    public Result<IReadOnlyList<string>> Plan(string input)
    {
        var order = Read(input);
        return Result<IReadOnlyList<string>>.Of([.. order.Counts.Select(names => JsonSerializer.Serialize(names, WebJson.Options))]);
    }

    public async Task<Result<ShardDone>> Run(ShardOrder order, CancellationToken cancel)
    {
        var grid = Read(order.Input);
        string text;
        await using (var read = store.Read(order.Viewer))
        {
            if (await OpenDeal.Find(read, grid.Deal, grid.Version) is not { } version)
            {
                return WebRefusals.NotFound("versions", $"{grid.Version}");
            }

            text = version.Text;
        }

        return Resolve(text) is { } deal
            ? new ShardDone(JsonSerializer.Serialize(Row(deal, grid, JsonSerializer.Deserialize<int>(order.Shard), cancel), WebJson.Options))
            : DeskRefusals.CannotRun(1);
    }

    public string Finish(string input, IReadOnlyList<string> results) => $"{{\"rows\":[{string.Join(',', results)}]}}";

    /// <summary>One count of names against every recovery.</summary>
    internal static GridRow Row(ResolvedDeal deal, GridOrder grid, int names, CancellationToken cancel)
    {
        var obligors = deal.Definition.Pool.Obligors;
        var largest = obligors.OrderByDescending(o => o.Principal.Fen).ThenBy(o => o.Id, StringComparer.Ordinal).Take(names).ToList();
        var pool = obligors.Sum(o => (decimal)o.Principal.Fen);
        var share = pool == 0 ? 0 : largest.Sum(o => (decimal)o.Principal.Fen) / pool;
        var (machine, cells) = (new ExactMachine(deal), new List<GridCell>());
        foreach (var recovery in grid.Recoveries)
        {
            cancel.ThrowIfCancellationRequested();
            var part = decimal.Parse(recovery, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            var scenario = new ScenarioDefinition { Id = $"top-{names}", Defaults = [.. largest.Select(o => new DefaultEvent(o.Id, grid.Period, part, grid.Lag))] };
            using var run = machine.Run(ResolvedScenario.Bind(scenario, deal).Value);
            cells.Add(new(recovery, DealSummary.Of(run).ToDictionary(t => t.Tranche, t => t.Unpaid.ToString()), [.. run.FiredTriggers.Select(f => f.Trigger).Distinct()]));
        }

        return new(names, Rounding.Decimals(share, 6).ToString("0.000000", CultureInfo.InvariantCulture), cells);
    }

    private static GridOrder Read(string input) => JsonSerializer.Deserialize<GridOrder>(input, WebJson.Options)!;

    /// <summary>The shards of a grid share one deal: it is read once.</summary>
    private ResolvedDeal? Resolve(string text)
    {
        lock (gate)
        {
            if (last is { } known && known.Text == text)
            {
                return known.Deal;
            }

            var deal = DealPreparation.From(Encoding.UTF8.GetBytes(text), null, market.Holidays).Deal;
            last = deal is null ? null : (text, deal);
            return deal;
        }
    }
}
