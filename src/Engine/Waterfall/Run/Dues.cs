using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Run;

/// <summary>Computes what becomes due on a date: interest, scheduled principal, taxes and fees. Once per date.</summary>
internal sealed class Dues
{
    private readonly ResolvedDeal deal;
    private readonly MachineState state;
    private readonly PoolTotals totals;
    private readonly long[] opening;
    private readonly long[] today;
    private readonly long[] rebased;
    private readonly bool[] served;
    private readonly RoundingMode rounding;
    private readonly long poolOpening;

    public Dues(ResolvedDeal deal, MachineState state, PoolTotals totals)
    {
        this.deal = deal;
        this.state = state;
        this.totals = totals;
        opening = new long[deal.Tranches.Length];
        today = new long[deal.Fees.Length];
        rebased = new long[deal.Fees.Length];
        served = new bool[deal.Tranches.Length];
        rounding = deal.Definition.Money.Rounding;
        poolOpening = deal.Loans.Sum(l => l.Opening);
        HasPaidBasis = deal.Fees.Any(f => f.Terms is { Kind: FeeKind.PayoutRate, OnPaid: true });
    }

    public bool HasPaidBasis { get; }

    public void At(int k, OrderMode mode)
    {
        state.Balance.CopyTo(opening);
        for (var t = 0; t < deal.Tranches.Length; t++)
        {
            state.Interest[t] += Interest(deal.Tranches[t], state.Balance[t], k);
            state.Principal[t] = Scheduled(deal.Tranches[t], state.Balance[t], state.Principal[t], k);
        }

        PassThrough(k, deal.Orders[(int)mode]);
        for (var f = 0; f < deal.Fees.Length; f++)
        {
            today[f] = Fee(deal.Fees[f], k, mode);
            state.Fee[f] += today[f];
        }
    }

    private long Interest(ResolvedTranche tranche, long balance, int k)
    {
        var factor = tranche.Interest[k];
        return balance == 0 ? 0
            : tranche.Units == 0 ? factor.Of(balance, rounding)
            : UnitAmount.InterestOnBalance(balance, tranche.Units, factor, tranche.UnitDecimals, rounding);
    }

    /// <summary>What the schedule asks for, with what earlier dates left unpaid; on the last date the whole balance.</summary>
    private static long Scheduled(ResolvedTranche tranche, long balance, long unpaid, int k) =>
        k >= tranche.LastPeriod ? balance : tranche.Terms.Amortisation switch
        {
            TrancheAmortisation.UnitSchedule => Math.Min(balance, unpaid + tranche.Scheduled[k]),
            TrancheAmortisation.TargetBalance => Math.Max(0, balance - tranche.Scheduled[k]),
            _ => Math.Min(balance, unpaid),
        };

    /// <summary>Hands the principal collected to pass-through tranches in the order's sequence, pari passu groups by balance, each tranche once.</summary>
    private void PassThrough(int k, Operation[] order)
    {
        var pot = totals.Principal[k] + totals.Recovery[k];
        Array.Clear(served);
        for (var i = 0; i < order.Length && pot > 0; i += order[i].Group)
        {
            if (order[i].Kind == OperationKind.Principal)
            {
                pot -= Raise(order.AsSpan(i, order[i].Group), pot, k);
            }
        }
    }

    private bool PassesThrough(Operation operation) => operation.Amount == PrincipalAmount.PassThrough
        || (operation.Amount == PrincipalAmount.Scheduled && deal.Tranches[operation.Index].Terms.Amortisation == TrancheAmortisation.PassThrough);

    /// <summary>Raises what the members that pass through are due; the others of the group take nothing from the pot.</summary>
    private long Raise(ReadOnlySpan<Operation> group, long pot, int k)
    {
        Span<long> weights = stackalloc long[group.Length];
        Span<long> shares = stackalloc long[group.Length];
        var sum = 0L;
        for (var j = 0; j < group.Length; j++)
        {
            var tranche = group[j].Index;
            weights[j] = PassesThrough(group[j]) && !served[tranche] ? opening[tranche] : 0;
            served[tranche] |= weights[j] > 0;
            sum += weights[j];
        }

        var spread = Math.Min(pot, sum);
        Rounding.Split(spread, weights, shares);
        for (var j = 0; j < group.Length; j++)
        {
            var tranche = group[j].Index;
            if (k < deal.Tranches[tranche].LastPeriod)
            {
                state.Principal[tranche] = Math.Min(opening[tranche], state.Principal[tranche] + shares[j]);
            }
        }

        return spread;
    }

    private long Fee(ResolvedFee fee, int k, OrderMode mode)
    {
        var basis = fee.Terms.Kind == FeeKind.PayoutRate ? PlannedPayout(fee, mode) : Basis(fee, k);
        return Charge(fee, basis, k);
    }

    private long Charge(ResolvedFee fee, long basis, int k)
    {
        var due = fee.Terms.Kind switch
        {
            FeeKind.Tax => InterestTax.Of(Money.OfFen(basis), fee.Vat, fee.Surcharge, rounding).Total.Fen,
            FeeKind.Fixed => fee.Terms.Amount.Fen,
            _ => fee.Factor[k].Of(basis, rounding),
        };
        if (fee.Terms.Kind != FeeKind.Tax && fee.Terms.Vat != 0)
        {
            var vat = fee.Vat.Of(due, rounding);
            due += vat + fee.Surcharge.Of(vat, rounding);
        }

        due = Math.Min(due, fee.CapAmount);
        return fee.CapFactor is { } caps ? Math.Min(due, caps[k].Of(basis, rounding)) : due;
    }

    private long Basis(ResolvedFee fee, int k)
    {
        var sum = 0L;
        foreach (var part in fee.Basis)
        {
            sum += part.Kind switch
            {
                BasisKind.Constant => part.Constant,
                BasisKind.PoolBalance => k == 0 ? poolOpening : totals.Balance[k - 1],
                BasisKind.TrancheBalance => opening[part.Index],
                BasisKind.Interest => totals.Interest[k],
                BasisKind.Principal => totals.Principal[k],
                BasisKind.Discount => totals.Discount[k],
                _ => totals.Recovery[k],
            };
        }

        return sum;
    }

    /// <summary>Interest due plus scheduled principal; outside the normal order what the cash and the reserves can repay.</summary>
    private long PlannedPayout(ResolvedFee fee, OrderMode mode)
    {
        var (interest, scheduled, balance) = (0L, 0L, 0L);
        for (var t = 0; t < deal.Tranches.Length; t++)
        {
            if (fee.Bears[t])
            {
                interest += state.Interest[t];
                scheduled += state.Principal[t];
                balance += state.Balance[t];
            }
        }

        if (mode == OrderMode.Normal)
        {
            return interest + scheduled;
        }

        var funds = state.TotalCash;
        for (var i = 0; i < deal.Supports.Length; i++)
        {
            funds += deal.Supports[i].IsReserve ? state.Support[i] : 0;
        }

        return interest + Math.Min(balance, Math.Max(0, funds - interest));
    }

    /// <summary>Recomputes fees on what was really paid; true when one changed.</summary>
    public bool Rebase(DealRun run, int k)
    {
        var changed = false;
        for (var f = 0; f < deal.Fees.Length; f++)
        {
            var fee = deal.Fees[f];
            rebased[f] = today[f];
            if (fee.Terms is not { Kind: FeeKind.PayoutRate, OnPaid: true })
            {
                continue;
            }

            var paid = 0L;
            foreach (ref readonly var trace in run.TracesFrom(run.Rows[k].FirstTrace))
            {
                paid += Bears(fee, trace.Line) ? trace.Paid : 0;
            }

            rebased[f] = Charge(fee, paid, k);
            changed |= rebased[f] != today[f];
        }

        return changed;
    }

    private bool Bears(ResolvedFee fee, int line)
    {
        for (var t = 0; t < deal.Tranches.Length; t++)
        {
            var tranche = deal.Tranches[t];
            if (fee.Bears[t] && (line == tranche.InterestLine || line == tranche.PrincipalLine || line == tranche.ResidualLine))
            {
                return true;
            }
        }

        return false;
    }

    public void ApplyRebased()
    {
        for (var f = 0; f < today.Length; f++)
        {
            state.Fee[f] += rebased[f] - today[f];
            today[f] = rebased[f];
        }
    }
}
