using System.Runtime.Intrinsics;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Batch;

/// <summary>What becomes due on a date, over lanes: the same rules as the exact run without rounding.</summary>
internal sealed unsafe class BatchDues(BatchPlan plan, BatchLanes lanes)
{
    private readonly ResolvedDeal deal = plan.Deal;
    private readonly bool passesThrough = plan.Deal.Orders.Any(o => o.Any(x => PassesThrough(plan.Deal, x)));

    private readonly bool[] plainFees = [.. plan.Deal.Fees.Select((f, i) => f.Terms is { Kind: FeeKind.Rate, Vat: 0 } && f.Basis.Length == 1 && f.CapAmount == long.MaxValue && plan.FeeCap[i] is null)];

    public void At(int k)
    {
        for (var t = 0; t < plan.Tranches; t++)
        {
            Tranche(t, k);
        }

        if (passesThrough)
        {
            PassThrough(k);
        }

        for (var f = 0; f < plan.Fees; f++)
        {
            Fee(deal.Fees[f], f, k);
        }
    }

    private void Tranche(int t, int k)
    {
        var balance = lanes.Row(lanes.BalanceRow + t);
        var interest = lanes.Row(lanes.InterestRow + t);
        var opening = lanes.Row(lanes.OpeningBalanceRow + t);
        var factor = Vector512.Create(plan.Interest[t][k]);
        for (var v = 0; v < AlignedRows.Vectors; v++)
        {
            var b = AlignedRows.At(balance, v);
            if (plan.NeedsOpening)
            {
                AlignedRows.Put(opening, v, b);
            }

            AlignedRows.Put(interest, v, Vector512.FusedMultiplyAdd(b, factor, AlignedRows.At(interest, v)));
        }

        if (plan.NeedsSchedule[t])
        {
            Scheduled(deal.Tranches[t], balance, lanes.Row(lanes.PrincipalRow + t), k);
        }
    }

    private static void Scheduled(ResolvedTranche tranche, double* balance, double* principal, int k)
    {
        var amount = Vector512.Create((double)tranche.Scheduled[k]);
        for (var v = 0; v < AlignedRows.Vectors; v++)
        {
            var b = AlignedRows.At(balance, v);
            var unpaid = AlignedRows.At(principal, v);
            AlignedRows.Put(principal, v, k >= tranche.LastPeriod ? b : tranche.Terms.Amortisation switch
            {
                TrancheAmortisation.UnitSchedule => Vector512.Min(b, unpaid + amount),
                TrancheAmortisation.TargetBalance => Vector512.Max(Vector512<double>.Zero, b - amount),
                _ => Vector512.Min(b, unpaid),
            });
        }
    }

    private static bool PassesThrough(ResolvedDeal deal, Operation operation) => operation.Kind == OperationKind.Principal
        && (operation.Amount == PrincipalAmount.PassThrough
            || (operation.Amount == PrincipalAmount.Scheduled && deal.Tranches[operation.Index].Terms.Amortisation == TrancheAmortisation.PassThrough));

    /// <summary>Each mode has an order of its own; lanes take the pot in the order of theirs.</summary>
    private void PassThrough(int k)
    {
        for (var v = 0; v < AlignedRows.Vectors; v++)
        {
            for (var mode = 0; mode < 4; mode++)
            {
                var inMode = Vector512.Equals(AlignedRows.At(lanes.Row(lanes.ModeRow), v), Vector512.Create((double)mode));
                if (inMode != Vector512<double>.Zero)
                {
                    PassThrough(deal.Orders[mode], v, k, inMode);
                }
            }
        }
    }

    private void PassThrough(Operation[] order, int v, int k, Vector512<double> mask)
    {
        var pot = (AlignedRows.At(lanes.Row(lanes.CollectedPrincipalRow), v) + AlignedRows.At(lanes.Row(lanes.RecoveryRow), v)) & mask;
        var served = 0UL;
        for (var i = 0; i < order.Length; i += order[i].Group)
        {
            if (order[i].Kind != OperationKind.Principal)
            {
                continue;
            }

            var first = served;
            var sum = Vector512<double>.Zero;
            for (var j = i; j < i + order[i].Group; j++)
            {
                sum += Takes(order[j], first) ? AlignedRows.At(lanes.Row(lanes.OpeningBalanceRow + order[j].Index), v) : Vector512<double>.Zero;
            }

            var spread = Vector512.Min(pot, sum);
            for (var j = i; j < i + order[i].Group; j++)
            {
                if (Takes(order[j], first))
                {
                    Raise(order[j].Index, v, k, spread, sum, mask);
                    served |= 1UL << order[j].Index;
                }
            }

            pot -= spread;
        }
    }

    /// <summary>A tranche takes from the pot at its first place in the order only.</summary>
    private bool Takes(Operation operation, ulong served) => PassesThrough(deal, operation) && (served >> operation.Index & 1) == 0;

    private void Raise(int t, int v, int k, Vector512<double> spread, Vector512<double> sum, Vector512<double> mask)
    {
        if (k >= deal.Tranches[t].LastPeriod)
        {
            return;
        }

        var opening = AlignedRows.At(lanes.Row(lanes.OpeningBalanceRow + t), v);
        var share = Vector512.ConditionalSelect(Vector512.GreaterThan(sum, Vector512<double>.Zero), spread * opening / sum, Vector512<double>.Zero);
        var row = lanes.Row(lanes.PrincipalRow + t);
        var raised = Vector512.Min(opening, AlignedRows.At(row, v) + share);
        AlignedRows.Put(row, v, Vector512.ConditionalSelect(mask, raised, AlignedRows.At(row, v)));
    }

    private void Fee(ResolvedFee fee, int f, int k)
    {
        var due = lanes.Row(lanes.FeeRow + f);
        if (plainFees[f])
        {
            PlainRate(fee.Basis[0], plan.FeeFactor[f][k], due);
            return;
        }

        for (var v = 0; v < AlignedRows.Vectors; v++)
        {
            var basis = fee.Terms.Kind == FeeKind.PayoutRate ? Payout(fee, v) : Basis(fee, v);
            var charge = Charge(fee, f, k, basis);
            AlignedRows.Put(due, v, AlignedRows.At(due, v) + charge);
        }
    }

    /// <summary>A rate on one basis, without cap or VAT: the straight loop.</summary>
    private void PlainRate(BasisPart part, double factor, double* due)
    {
        var factors = Vector512.Create(factor);
        if (part.Kind == BasisKind.Constant)
        {
            factors *= part.Constant;
            for (var v = 0; v < AlignedRows.Vectors; v++)
            {
                AlignedRows.Put(due, v, AlignedRows.At(due, v) + factors);
            }

            return;
        }

        var basis = lanes.Row(BasisRow(part));
        for (var v = 0; v < AlignedRows.Vectors; v++)
        {
            AlignedRows.Put(due, v, Vector512.FusedMultiplyAdd(AlignedRows.At(basis, v), factors, AlignedRows.At(due, v)));
        }
    }

    private int BasisRow(BasisPart part) => part.Kind switch
    {
        BasisKind.PoolBalance => lanes.PoolOpeningRow,
        BasisKind.TrancheBalance => lanes.OpeningBalanceRow + part.Index,
        BasisKind.Interest => lanes.CollectedInterestRow,
        BasisKind.Principal => lanes.CollectedPrincipalRow,
        BasisKind.Discount => lanes.CollectedDiscountRow,
        _ => lanes.RecoveryRow,
    };

    private Vector512<double> Charge(ResolvedFee fee, int f, int k, Vector512<double> basis)
    {
        var charge = fee.Terms.Kind switch
        {
            FeeKind.Tax => basis * (fee.Vat.ToDouble() / (1 + fee.Vat.ToDouble()) * (1 + fee.Surcharge.ToDouble())),
            FeeKind.Fixed => Vector512.Create((double)fee.Terms.Amount.Fen),
            _ => basis * plan.FeeFactor[f][k],
        };
        if (fee.Terms.Kind != FeeKind.Tax && fee.Terms.Vat != 0)
        {
            charge *= 1 + (fee.Vat.ToDouble() * (1 + fee.Surcharge.ToDouble()));
        }

        if (fee.CapAmount != long.MaxValue)
        {
            charge = Vector512.Min(charge, Vector512.Create((double)fee.CapAmount));
        }

        return plan.FeeCap[f] is { } caps ? Vector512.Min(charge, basis * caps[k]) : charge;
    }

    private Vector512<double> Basis(ResolvedFee fee, int v)
    {
        var sum = Vector512<double>.Zero;
        foreach (var part in fee.Basis)
        {
            sum += part.Kind == BasisKind.Constant ? Vector512.Create((double)part.Constant) : AlignedRows.At(lanes.Row(BasisRow(part)), v);
        }

        return sum;
    }

    private Vector512<double> Payout(ResolvedFee fee, int v)
    {
        var (interest, scheduled, balance) = (Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero);
        for (var t = 0; t < plan.Tranches; t++)
        {
            if (fee.Bears[t])
            {
                interest += AlignedRows.At(lanes.Row(lanes.InterestRow + t), v);
                scheduled += AlignedRows.At(lanes.Row(lanes.PrincipalRow + t), v);
                balance += AlignedRows.At(lanes.Row(lanes.BalanceRow + t), v);
            }
        }

        var funds = AlignedRows.At(lanes.Row(lanes.CashRow), v);
        for (var s = 0; s < plan.Supports; s++)
        {
            funds += deal.Supports[s].IsReserve ? AlignedRows.At(lanes.Row(lanes.SupportRow + s), v) : Vector512<double>.Zero;
        }

        var repayable = Vector512.Min(balance, Vector512.Max(Vector512<double>.Zero, funds - interest));
        var normal = Vector512.Equals(AlignedRows.At(lanes.Row(lanes.ModeRow), v), Vector512<double>.Zero);
        return interest + Vector512.ConditionalSelect(normal, scheduled, repayable);
    }
}
