using System.Runtime.Intrinsics;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Engine.Waterfall.Scenarios;

namespace Zhirong.Engine.Waterfall.Batch;

/// <summary>
/// Runs thousands of scenarios of one resolved deal as estimates: 64 at a time in vectors, or one by one with the exact
/// machine when the deal uses a term the vector path does not have (several accounts, per-unit rounding, fees on what was
/// paid, write-offs). Not shared between threads.
/// </summary>
public sealed unsafe class BatchMachine
{
    private readonly ResolvedDeal deal;
    private readonly BatchPlan plan;
    private readonly BatchLanes lanes;
    private readonly BatchConditions conditions;
    private readonly BatchDues dues;
    private readonly BatchSettlement settlement;

    public BatchMachine(ResolvedDeal deal)
    {
        this.deal = deal;
        plan = new(deal);
        lanes = new(plan);
        conditions = new(plan, lanes);
        dues = new(plan, lanes);
        settlement = new(plan, lanes, new(plan, lanes, conditions));
    }

    /// <summary>False when every scenario takes the exact run.</summary>
    public bool IsVectorised => plan.Vectorisable;

    /// <summary>Runs all scenarios.</summary>
    /// <param name="scenarios">Scenarios of this machine's deal.</param>
    /// <param name="into">A result of an earlier run with as many scenarios, to be overwritten; null makes a new one.</param>
    public BatchResult Run(BatchScenarios scenarios, BatchResult? into = null)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(scenarios.Deal, deal);
        ArgumentOutOfRangeException.ThrowIfNotEqual(into?.Count ?? scenarios.Count, scenarios.Count, nameof(into));
        var result = into ?? new BatchResult(scenarios.Count, plan.Tranches, plan.Supports);
        result.ExactRuns = 0;
        if (!plan.Vectorisable)
        {
            RunExactly(scenarios, result);
            return result;
        }

        conditions.Facts(scenarios);
        var pool = new BatchPool(plan, scenarios);
        for (var first = 0; first < scenarios.Count; first += AlignedRows.Lanes)
        {
            Block(pool, first);
            Store(result, first);
        }

        return result;
    }

    private void Block(BatchPool pool, int first)
    {
        lanes.Clear();
        lanes.Fill(lanes.MaskRow, BitConverter.UInt64BitsToDouble(ulong.MaxValue));
        for (var t = 0; t < plan.Tranches; t++)
        {
            lanes.Fill(lanes.BalanceRow + t, deal.Tranches[t].Size);
        }

        for (var s = 0; s < plan.Supports; s++)
        {
            lanes.Fill(lanes.SupportRow + s, deal.Supports[s].IsReserve ? deal.Supports[s].Terms.Initial.Fen : 0);
        }

        pool.Start(first);
        for (var k = 0; k < plan.Periods; k++)
        {
            Date(pool, k);
        }
    }

    private void Date(BatchPool pool, int k)
    {
        pool.Collect(lanes, k);
        var cash = lanes.Row(lanes.CashRow);
        for (var v = 0; v < AlignedRows.Vectors; v++)
        {
            AlignedRows.Put(cash, v, AlignedRows.At(cash, v) + AlignedRows.At(lanes.Row(lanes.CollectedInterestRow), v)
                + AlignedRows.At(lanes.Row(lanes.CollectedPrincipalRow), v) + AlignedRows.At(lanes.Row(lanes.RecoveryRow), v));
        }

        conditions.At(k);
        Triggers();
        dues.At(k);
        settlement.Settle(k);
        Close();
    }

    private void Triggers()
    {
        foreach (var trigger in deal.Triggers)
        {
            if (trigger.Terms.Then is not { } then)
            {
                continue;
            }

            var mode = lanes.Row(lanes.ModeRow);
            var fired = conditions.True(trigger.When);
            for (var v = 0; v < AlignedRows.Vectors; v++)
            {
                AlignedRows.Put(mode, v, Vector512.Max(AlignedRows.At(mode, v), AlignedRows.At(fired, v) & Vector512.Create((double)then)));
            }
        }
    }

    private void Close()
    {
        for (var f = 0; f < plan.Fees; f++)
        {
            if (!deal.Fees[f].Terms.Arrears)
            {
                lanes.Fill(lanes.FeeRow + f, 0);
            }
        }
    }

    private void Store(BatchResult result, int first)
    {
        var count = Math.Min(AlignedRows.Lanes, result.Count - first);
        for (var t = 0; t < plan.Tranches; t++)
        {
            Scaled(lanes.PaidInterestRow + t, result.InterestEstimate(t).Slice(first, count));
            Scaled(lanes.ResidualRow + t, result.ResidualEstimate(t).Slice(first, count));
            Scaled(lanes.BalanceRow + t, result.UnpaidEstimate(t).Slice(first, count));
            var size = (double)deal.Tranches[t].Size;
            var balance = lanes.Row(lanes.BalanceRow + t);
            var life = lanes.Row(lanes.LifeRow + t);
            for (var lane = 0; lane < count; lane++)
            {
                var paid = size - balance[lane];
                result.PrincipalEstimate(t)[first + lane] = paid / 100;
                result.AverageLifeEstimate(t)[first + lane] = paid > 0.5 ? life[lane] / paid : 0;
            }
        }

        for (var s = 0; s < plan.Supports; s++)
        {
            Scaled(lanes.DrawnRow + s, result.DrawnEstimate(s).Slice(first, count));
        }

        Scaled(lanes.DefaultedRow, result.Defaulted.AsSpan(first, count));
    }

    private void Scaled(int row, Span<double> target)
    {
        var source = lanes.Row(row);
        for (var lane = 0; lane < target.Length; lane++)
        {
            target[lane] = source[lane] / 100;
        }
    }

    private void RunExactly(BatchScenarios scenarios, BatchResult result)
    {
        var machine = new ExactMachine(deal);
        result.ExactRuns = scenarios.Count;
        for (var i = 0; i < scenarios.Count; i++)
        {
            using var run = machine.Run(ResolvedScenario.Bind(scenarios.Exact(i), deal).Value);
            StoreExact(run, result, i);
        }
    }

    private void StoreExact(DealRun run, BatchResult result, int i)
    {
        var last = plan.Periods - 1;
        var summaries = DealSummary.Of(run);
        for (var t = 0; t < plan.Tranches; t++)
        {
            result.InterestEstimate(t)[i] = (double)summaries[t].Interest.Yuan;
            result.PrincipalEstimate(t)[i] = (double)summaries[t].Principal.Yuan;
            result.ResidualEstimate(t)[i] = (double)summaries[t].Residual.Yuan;
            result.UnpaidEstimate(t)[i] = run.BalanceFen(last, t) / 100.0;
            result.AverageLifeEstimate(t)[i] = (double)(summaries[t].AverageLife ?? 0);
        }

        for (var s = 0; s < plan.Supports; s++)
        {
            result.DrawnEstimate(s)[i] = Enumerable.Range(0, plan.Periods).Sum(k => run.DrawnFen(k, s)) / 100.0;
        }

        result.Defaulted[i] = run.Period(last).CumulativeDefaulted / 100.0;
    }
}
