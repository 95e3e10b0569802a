using System.Runtime.Intrinsics;

namespace Zhirong.Engine.Waterfall.Batch;

/// <summary>
/// Pool cash over lanes. Every amortisation of the language is proportional to the balance, so a rate scenario multiplies a
/// group's base cash by one survival factor; a single default takes that loan's share out.
/// </summary>
internal sealed unsafe class BatchPool
{
    private readonly BatchPlan plan;
    private readonly BatchScenarios scenarios;
    private readonly GroupCash[] groups;
    private readonly AlignedRows factors;
    private readonly AlignedRows survival;
    private readonly AlignedRows recoveries;
    private readonly AlignedRows arriving;
    private readonly AlignedRows? taken;
    private readonly int longestLag;
    private readonly double[] counts;
    private int first;

    private const int TakenRows = 6;

    public BatchPool(BatchPlan plan, BatchScenarios scenarios)
    {
        this.plan = plan;
        this.scenarios = scenarios;
        groups = [.. Enumerable.Range(0, scenarios.Groups).Select(g => new GroupCash(plan.Deal, Enumerable.Range(0, scenarios.GroupOf.Length).Where(i => scenarios.GroupOf[i] == g)))];
        factors = new(scenarios.Groups);
        survival = new(scenarios.Groups * plan.Lengths.Length * 2);
        recoveries = new(scenarios.Groups);
        longestLag = scenarios.Lags.Max();
        arriving = new(plan.Periods + longestLag + 1);
        taken = scenarios.HasSingleDefaults ? new(plan.Periods * TakenRows) : null;
        counts = [.. plan.Deal.Base.Count.Select(c => (double)c)];
    }

    /// <summary>Prepares the block of scenarios that starts at <paramref name="scenario"/>.</summary>
    public void Start(int scenario)
    {
        first = scenario;
        arriving.Clear();
        for (var g = 0; g < groups.Length; g++)
        {
            factors.Fill(g, 1);
            Survive(scenarios.DefaultRates(g), g, 0);
            Survive(scenarios.PrepaymentRates(g), g, 1);
            Lanes(scenarios.Recoveries(g)).CopyTo(recoveries.Rows(g, 1));
        }

        if (taken is not null)
        {
            taken.Clear();
            TakeSingleDefaults();
        }
    }

    private int SurvivalRow(int group, int length, int kind) => (((group * plan.Lengths.Length) + length) * 2) + kind;

    /// <summary>This block's part of a column; shorter at the end of the scenarios.</summary>
    private ReadOnlySpan<double> Lanes(ReadOnlySpan<double> column) => column[first..Math.Min(column.Length, first + AlignedRows.Lanes)];

    /// <summary>(1 − r)^(days/365) for each lane and each distinct length; lanes beyond the last scenario have a rate of 0.</summary>
    private void Survive(ReadOnlySpan<double> annual, int group, int kind)
    {
        var rates = stackalloc double[AlignedRows.Lanes];
        new Span<double>(rates, AlignedRows.Lanes).Clear();
        Lanes(annual).CopyTo(new Span<double>(rates, AlignedRows.Lanes));
        for (var v = 0; v < AlignedRows.Vectors; v++)
        {
            var rest = Vector512<double>.One - Vector512.Load(rates + (v * 8));
            var gone = Vector512.Equals(rest, Vector512<double>.Zero);
            var log = Vector512.Log(rest);
            for (var length = 0; length < plan.Lengths.Length; length++)
            {
                var power = Vector512.Exp(log * (plan.Lengths[length] / 365.0));
                AlignedRows.Put(survival.Row(SurvivalRow(group, length, kind)), v, Vector512.AndNot(power, gone));
            }
        }
    }

    /// <summary>Writes the period's collections into the lanes and moves the survival factors on.</summary>
    public void Collect(BatchLanes lanes, int k)
    {
        var recovery = lanes.Row(lanes.RecoveryRow);
        var pool = lanes.Row(lanes.PoolRow);
        var opening = lanes.Row(lanes.PoolOpeningRow);
        for (var v = 0; v < AlignedRows.Vectors; v++)
        {
            AlignedRows.Put(opening, v, k == 0 ? Vector512.Create(plan.OpeningPool) : AlignedRows.At(pool, v));
        }

        // The first group writes the rows, further groups add to them.
        Collect(lanes, 0, k, Vector512<double>.Zero);
        for (var g = 1; g < groups.Length; g++)
        {
            Collect(lanes, g, k, Vector512<double>.AllBitsSet);
        }

        var back = arriving.Row(k);
        for (var v = 0; v < AlignedRows.Vectors; v++)
        {
            AlignedRows.Put(recovery, v, AlignedRows.At(back, v));
        }

        if (plan.NeedsCount)
        {
            lanes.Fill(lanes.CountRow, counts[k]);
        }

        if (taken is not null)
        {
            Take(lanes, k);
        }
    }

    private void Collect(BatchLanes lanes, int g, int k, Vector512<double> add)
    {
        var cash = groups[g];
        var interest = lanes.Row(lanes.CollectedInterestRow);
        var principal = lanes.Row(lanes.CollectedPrincipalRow);
        var discount = lanes.Row(lanes.CollectedDiscountRow);
        var pool = lanes.Row(lanes.PoolRow);
        var defaulted = lanes.Row(lanes.DefaultedRow);
        var back = arriving.Row(k + scenarios.Lags[g]);
        var share = recoveries.Row(g);
        var factor = factors.Row(g);
        var survive = survival.Row(SurvivalRow(g, plan.LengthOf[k], 0));
        var keep = survival.Row(SurvivalRow(g, plan.LengthOf[k], 1));
        var opening = Vector512.Create(cash.Opening[k]);
        var closing = Vector512.Create(cash.Closing[k]);
        for (var v = 0; v < AlignedRows.Vectors; v++)
        {
            var before = AlignedRows.At(factor, v);
            var alive = before * AlignedRows.At(survive, v);
            var stays = alive * AlignedRows.At(keep, v);
            var prepaid = alive - stays;
            var gone = (before - alive) * opening;
            AlignedRows.Put(factor, v, stays);
            AlignedRows.Put(defaulted, v, AlignedRows.At(defaulted, v) + gone);
            AlignedRows.Put(back, v, Vector512.FusedMultiplyAdd(gone, AlignedRows.At(share, v), AlignedRows.At(back, v)));
            AlignedRows.Put(interest, v, (AlignedRows.At(interest, v) & add) + Vector512.FusedMultiplyAdd(alive, Vector512.Create(cash.Interest[k]), prepaid * cash.Accrued[k]));
            AlignedRows.Put(principal, v, (AlignedRows.At(principal, v) & add) + Vector512.FusedMultiplyAdd(alive, Vector512.Create(cash.Principal[k]), prepaid * closing));
            AlignedRows.Put(pool, v, Vector512.FusedMultiplyAdd(stays, closing, AlignedRows.At(pool, v) & add));
            if (plan.HasDiscount)
            {
                AlignedRows.Put(discount, v, (AlignedRows.At(discount, v) & add) + Vector512.FusedMultiplyAdd(alive, Vector512.Create(cash.Discount[k]), prepaid * cash.Earned[k]));
            }
        }
    }

    /// <summary>For every single default: what the loan would have brought from then on, at the group's survival.</summary>
    private void TakeSingleDefaults()
    {
        for (var lane = 0; lane < AlignedRows.Lanes && first + lane < scenarios.Count; lane++)
        {
            foreach (var item in scenarios.DefaultsOf(first + lane))
            {
                Take(item, lane);
            }
        }
    }

    private void Take(BatchDefault item, int lane)
    {
        var loan = plan.Deal.Loans[item.Obligor];
        var group = scenarios.GroupOf[item.Obligor];
        var factor = 1.0;
        for (var k = 0; k < plan.Periods; k++)
        {
            var opening = k == 0 ? loan.Opening : loan.Base.Balance[k - 1];
            var alive = factor * survival.Row(SurvivalRow(group, plan.LengthOf[k], 0))[lane];
            var stays = alive * survival.Row(SurvivalRow(group, plan.LengthOf[k], 1))[lane];
            if (k >= item.Period)
            {
                var closing = (double)loan.Base.Balance[k];
                var gone = (factor - alive) * opening;
                Add(k, 0, lane, -((alive * loan.Base.Interest[k]) + ((alive - stays) * closing * loan.Accrued[k].ToDouble())));
                Add(k, 1, lane, -((alive * loan.Base.Principal[k]) + ((alive - stays) * closing)));
                Add(k, 2, lane, -((alive * loan.Base.Discount[k]) + ((alive - stays) * closing * loan.DiscountShare.ToDouble())));
                Add(k, 3, lane, -stays * closing);
                Add(k, 4, lane, (k == item.Period ? factor * opening : 0) - gone);
                Add(k, 5, lane, loan.Base.Count[k]);
                Return(k, scenarios.Lags[group], lane, -gone * (first + lane < scenarios.Count ? scenarios.Recoveries(group)[first + lane] : 0));
                Return(k, item.Lag, lane, k == item.Period ? factor * opening * item.Recovery : 0);
            }

            factor = stays;
        }
    }

    private void Add(int k, int what, int lane, double amount) => taken!.Row((k * TakenRows) + what)[lane] += amount;

    private void Return(int k, int lag, int lane, double amount)
    {
        if (k + lag < plan.Periods)
        {
            arriving.Row(k + lag)[lane] += amount;
        }
    }

    private void Take(BatchLanes lanes, int k)
    {
        int[] targets = [lanes.CollectedInterestRow, lanes.CollectedPrincipalRow, lanes.CollectedDiscountRow, lanes.PoolRow, lanes.DefaultedRow];
        for (var what = 0; what < targets.Length; what++)
        {
            var row = lanes.Row(targets[what]);
            var change = taken!.Row((k * TakenRows) + what);
            for (var v = 0; v < AlignedRows.Vectors; v++)
            {
                AlignedRows.Put(row, v, AlignedRows.At(row, v) + AlignedRows.At(change, v));
            }
        }

        var count = lanes.Row(lanes.CountRow);
        var gone = taken!.Row((k * TakenRows) + 5);
        for (var v = 0; v < AlignedRows.Vectors; v++)
        {
            AlignedRows.Put(count, v, AlignedRows.At(count, v) - AlignedRows.At(gone, v));
        }
    }
}
