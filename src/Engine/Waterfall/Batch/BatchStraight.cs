using System.Runtime.Intrinsics;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Batch;

/// <summary>The straight loops over lanes for what most lines are: no cap, nothing to draw, one row paid from cash.</summary>
internal sealed unsafe class BatchStraight(BatchPlan plan, BatchLanes lanes)
{
    private const double HalfFen = 0.5;

    /// <summary>
    /// The straight loops for what most lines are: no cap, no support. False when the line needs the general path.
    /// </summary>
    public bool Pay(Operation operation, int period, double* mask)
    {
        var i = operation.Index;
        if (operation.CapAmount != long.MaxValue || operation.CapFactor is not null)
        {
            return false;
        }

        if (operation.Line >= 0 && plan.Covered[operation.Line])
        {
            return PayCovered(operation, mask);
        }

        switch (operation.Kind)
        {
            case OperationKind.Fee:
                PayRow(lanes.Row(lanes.FeeRow + i), mask);
                return true;
            case OperationKind.Interest:
                PayRow(lanes.Row(lanes.InterestRow + i), lanes.Row(lanes.PaidInterestRow + i), 1, mask);
                return true;
            case OperationKind.Principal when operation.Amount == PrincipalAmount.All && !plan.NeedsSchedule[i]:
                PayRow(lanes.Row(lanes.BalanceRow + i), lanes.Row(lanes.LifeRow + i), plan.Years[period], mask);
                return true;
            case OperationKind.Residual:
                SweepRow(lanes.Row(lanes.ResidualRow + i), mask);
                return true;
            default:
                return false;
        }
    }

    /// <summary>A covered line that its cash pays in full everywhere takes the straight loop too; interest and fees only.</summary>
    private bool PayCovered(Operation operation, double* mask)
    {
        if (operation.Kind is not (OperationKind.Fee or OperationKind.Interest))
        {
            return false;
        }

        var due = lanes.Row((operation.Kind == OperationKind.Fee ? lanes.FeeRow : lanes.InterestRow) + operation.Index);
        var cash = lanes.Row(lanes.CashRow);
        for (var v = 0; v < AlignedRows.Vectors; v++)
        {
            var owed = AlignedRows.At(due, v) & AlignedRows.At(mask, v);
            if (Vector512.GreaterThanAny(owed, AlignedRows.At(cash, v) + Vector512.Create(HalfFen)))
            {
                return false;
            }
        }

        if (operation.Kind == OperationKind.Fee)
        {
            PayRow(due, mask);
        }
        else
        {
            PayRow(due, lanes.Row(lanes.PaidInterestRow + operation.Index), 1, mask);
        }

        return true;
    }

    /// <summary>Moves all cash that is left to a row.</summary>
    private void SweepRow(double* target, double* mask)
    {
        var cash = lanes.Row(lanes.CashRow);
        for (var v = 0; v < AlignedRows.Vectors; v++)
        {
            var available = AlignedRows.At(cash, v);
            var paid = available & AlignedRows.At(mask, v);
            AlignedRows.Put(cash, v, available - paid);
            AlignedRows.Put(target, v, AlignedRows.At(target, v) + paid);
        }
    }

    private void PayRow(double* due, double* mask)
    {
        var cash = lanes.Row(lanes.CashRow);
        for (var v = 0; v < AlignedRows.Vectors; v++)
        {
            var owed = AlignedRows.At(due, v);
            var available = AlignedRows.At(cash, v);
            var paid = Vector512.Min(owed & AlignedRows.At(mask, v), available);
            AlignedRows.Put(due, v, owed - paid);
            AlignedRows.Put(cash, v, available - paid);
        }
    }

    /// <summary>Pays a row and adds what was paid, weighted, to another.</summary>
    private void PayRow(double* due, double* sum, double weight, double* mask)
    {
        var cash = lanes.Row(lanes.CashRow);
        var weights = Vector512.Create(weight);
        for (var v = 0; v < AlignedRows.Vectors; v++)
        {
            var owed = AlignedRows.At(due, v);
            var available = AlignedRows.At(cash, v);
            var paid = Vector512.Min(owed & AlignedRows.At(mask, v), available);
            AlignedRows.Put(due, v, owed - paid);
            AlignedRows.Put(cash, v, available - paid);
            AlignedRows.Put(sum, v, Vector512.FusedMultiplyAdd(paid, weights, AlignedRows.At(sum, v)));
        }
    }

    /// <summary>
    /// The straight loop for a group without caps whose members are plain rows; a covered group only when its cash pays it in
    /// full. False when the general path is needed.
    /// </summary>
    public bool PayGroup(ReadOnlySpan<Operation> group, int period, double* mask)
    {
        var dues = stackalloc double*[group.Length];
        var sums = stackalloc double*[group.Length];
        var covered = false;
        for (var j = 0; j < group.Length; j++)
        {
            var i = group[j].Index;
            var plain = group[j].CapAmount == long.MaxValue && group[j].CapFactor is null && group[j].Kind switch
            {
                OperationKind.Fee or OperationKind.Interest => true,
                OperationKind.Principal => group[j].Amount == PrincipalAmount.All && !plan.NeedsSchedule[i],
                _ => false,
            };
            if (!plain)
            {
                return false;
            }

            covered |= plan.Covered[group[j].Line];
            dues[j] = lanes.Row((group[j].Kind switch { OperationKind.Fee => lanes.FeeRow, OperationKind.Interest => lanes.InterestRow, _ => lanes.BalanceRow }) + i);
            sums[j] = group[j].Kind switch { OperationKind.Fee => null, OperationKind.Interest => lanes.Row(lanes.PaidInterestRow + i), _ => lanes.Row(lanes.LifeRow + i) };
        }

        return PayShares(dues, sums, group.Length, group[0].Kind == OperationKind.Principal ? plan.Years[period] : 1, covered, mask);
    }

    private bool PayShares(double** dues, double** sums, int count, double weight, bool covered, double* mask)
    {
        var cash = lanes.Row(lanes.CashRow);
        var totals = stackalloc double[AlignedRows.Lanes];
        for (var v = 0; v < AlignedRows.Vectors; v++)
        {
            var total = AlignedRows.At(dues[0], v);
            for (var j = 1; j < count; j++)
            {
                total += AlignedRows.At(dues[j], v);
            }

            total &= AlignedRows.At(mask, v);
            total.Store(totals + (v * 8));
            if (covered && Vector512.GreaterThanAny(total, AlignedRows.At(cash, v) + Vector512.Create(HalfFen)))
            {
                return false;
            }
        }

        for (var v = 0; v < AlignedRows.Vectors; v++)
        {
            var available = Vector512.Max(Vector512<double>.Zero, AlignedRows.At(cash, v));
            var total = Vector512.Load(totals + (v * 8));
            var share = Vector512.ConditionalSelect(Vector512.GreaterThan(total, available), available / total, Vector512<double>.One) & AlignedRows.At(mask, v);
            var left = AlignedRows.At(cash, v);
            for (var j = 0; j < count; j++)
            {
                var due = AlignedRows.At(dues[j], v);
                var paid = due * share;
                left -= paid;
                AlignedRows.Put(dues[j], v, due - paid);
                if (sums[j] is not null)
                {
                    AlignedRows.Put(sums[j], v, Vector512.FusedMultiplyAdd(paid, Vector512.Create(weight), AlignedRows.At(sums[j], v)));
                }
            }

            AlignedRows.Put(cash, v, left);
        }

        return true;
    }
}
