using System.Runtime.Intrinsics;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Batch;

/// <summary>Pays one date over lanes in the order of a mode: one operation at a time, four vectors each.</summary>
internal sealed unsafe class BatchOrder(BatchPlan plan, BatchLanes lanes, BatchConditions conditions)
{
    private readonly ResolvedDeal deal = plan.Deal;
    private readonly bool traps = plan.Deal.Orders.Any(o => o.Any(x => x.Kind == OperationKind.Trap));
    private OrderMode mode;
    private int period;

    /// <summary>Runs an order for the lanes set in <see cref="BatchLanes.MaskRow"/>.</summary>
    public void Run(int k, OrderMode orderMode)
    {
        (period, mode) = (k, orderMode);
        var order = deal.Orders[(int)orderMode];
        for (var i = 0; i < order.Length; i += order[i].Group)
        {
            var mask = Open(order[i]);
            if (order[i].Kind == OperationKind.Trap)
            {
                Trap(mask);
            }
            else if (order[i].Group > 1)
            {
                PayGroup(order.AsSpan(i, order[i].Group), mask);
            }
            else if (!PayPlainly(order[i], mask))
            {
                PayOne(order[i], mask);
            }
        }
    }

    /// <summary>
    /// The straight loops for what most lines are: no cap, no support. False when the line needs the general path.
    /// </summary>
    private bool PayPlainly(Operation operation, double* mask)
    {
        var i = operation.Index;
        if (plan.Supports > 0 || operation.CapAmount != long.MaxValue || operation.CapFactor is not null)
        {
            return false;
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

    private double* Open(Operation operation)
    {
        var mask = lanes.Row(lanes.MaskRow);
        if (operation.When < 0 && !traps)
        {
            return mask;
        }

        var step = lanes.Row(lanes.StepMaskRow);
        for (var v = 0; v < AlignedRows.Vectors; v++)
        {
            var open = AlignedRows.At(mask, v) & ~AlignedRows.At(lanes.Row(lanes.TrappedRow), v);
            AlignedRows.Put(step, v, operation.When < 0 ? open : open & conditions.True(deal.Conditions[operation.When], v));
        }

        return step;
    }

    private void Trap(double* mask)
    {
        var trapped = lanes.Row(lanes.TrappedRow);
        for (var v = 0; v < AlignedRows.Vectors; v++)
        {
            AlignedRows.Put(trapped, v, AlignedRows.At(trapped, v) | AlignedRows.At(mask, v));
        }
    }

    private void PayOne(Operation operation, double* mask)
    {
        var cash = lanes.Row(lanes.CashRow);
        for (var v = 0; v < AlignedRows.Vectors; v++)
        {
            var open = AlignedRows.At(mask, v);
            var due = Due(operation, v) & open;
            if (operation.Kind == OperationKind.ReleaseReserve)
            {
                Release(operation, v, due);
                continue;
            }

            var available = AlignedRows.At(cash, v);
            var want = Capped(operation, due);
            Settle(operation, v, want, Vector512.Min(want, available), open);
        }
    }

    private void Release(Operation operation, int v, Vector512<double> amount)
    {
        var cash = lanes.Row(lanes.CashRow);
        var reserve = lanes.Row(lanes.SupportRow + operation.Index);
        var paid = Capped(operation, amount);
        AlignedRows.Put(reserve, v, AlignedRows.At(reserve, v) - paid);
        AlignedRows.Put(cash, v, AlignedRows.At(cash, v) + paid);
    }

    private void PayGroup(ReadOnlySpan<Operation> group, double* mask)
    {
        var cash = lanes.Row(lanes.CashRow);
        for (var v = 0; v < AlignedRows.Vectors; v++)
        {
            var open = AlignedRows.At(mask, v);
            // Rounding noise may leave a trace below zero.
            var available = Vector512.Max(Vector512<double>.Zero, AlignedRows.At(cash, v));
            var total = Vector512<double>.Zero;
            foreach (var operation in group)
            {
                total += Capped(operation, Due(operation, v) & open);
            }

            var share = Vector512.ConditionalSelect(Vector512.GreaterThan(total, available), available / total, Vector512<double>.One);
            foreach (var operation in group)
            {
                var want = Capped(operation, Due(operation, v) & open);
                Settle(operation, v, want, want * share, open);
            }
        }
    }

    private Vector512<double> Capped(Operation operation, Vector512<double> due)
    {
        if (operation.CapAmount != long.MaxValue)
        {
            due = Vector512.Min(due, Vector512.Create((double)operation.CapAmount));
        }

        return operation.CapFactor is { } caps ? Vector512.Min(due, Vector512.Create(caps[period].ToDouble() * deal.Definition.Size.Fen)) : due;
    }

    private void Settle(Operation operation, int v, Vector512<double> want, Vector512<double> fromCash, Vector512<double> open)
    {
        var paid = fromCash;
        if (plan.Supports > 0 && operation.Kind is OperationKind.Fee or OperationKind.Interest or OperationKind.Principal)
        {
            var owed = operation.Kind == OperationKind.Principal && mode == OrderMode.Normal
                ? Vector512.Min(want, AlignedRows.At(lanes.Row(lanes.PrincipalRow + operation.Index), v) & open)
                : want;
            paid += FromSupport(operation.Line, v, owed - fromCash);
            var missing = lanes.Row(lanes.MissingRow + operation.Line);
            AlignedRows.Put(missing, v, AlignedRows.At(missing, v) + Vector512.Max(Vector512<double>.Zero, owed - paid));
        }

        var cash = lanes.Row(lanes.CashRow);
        AlignedRows.Put(cash, v, AlignedRows.At(cash, v) - fromCash);
        Book(operation, v, paid, open);
    }

    private Vector512<double> FromSupport(int line, int v, Vector512<double> missing)
    {
        var taken = Vector512<double>.Zero;
        foreach (var s in deal.DrawOrder)
        {
            if (deal.Supports[s].Covers[line])
            {
                var pot = lanes.Row(lanes.PotRow + s);
                var part = Vector512.Max(Vector512<double>.Zero, Vector512.Min(AlignedRows.At(pot, v), missing - taken));
                AlignedRows.Put(pot, v, AlignedRows.At(pot, v) - part);
                taken += part;
            }
        }

        return taken;
    }

    private Vector512<double> Due(Operation operation, int v)
    {
        var i = operation.Index;
        return operation.Kind switch
        {
            OperationKind.Fee => AlignedRows.At(lanes.Row(lanes.FeeRow + i), v),
            OperationKind.Interest => AlignedRows.At(lanes.Row(lanes.InterestRow + i), v),
            OperationKind.Principal => operation.Amount == PrincipalAmount.All
                ? AlignedRows.At(lanes.Row(lanes.BalanceRow + i), v)
                : Vector512.Min(AlignedRows.At(lanes.Row(lanes.BalanceRow + i), v), AlignedRows.At(lanes.Row(lanes.PrincipalRow + i), v)),
            OperationKind.Claim or OperationKind.ReleaseReserve => AlignedRows.At(lanes.Row(lanes.SupportRow + i), v),
            OperationKind.FundReserve => Vector512.Max(Vector512<double>.Zero, Target(deal.Supports[i], v) - AlignedRows.At(lanes.Row(lanes.SupportRow + i), v)),
            _ => AlignedRows.At(lanes.Row(lanes.CashRow), v),
        };
    }

    private Vector512<double> Target(ResolvedSupport support, int v)
    {
        var left = Vector512<double>.Zero;
        foreach (var tranche in support.Protects)
        {
            left += AlignedRows.At(lanes.Row(lanes.BalanceRow + tranche), v);
        }

        return Vector512.GreaterThan(left, Vector512.Create(0.5)) & Vector512.Create((double)support.Terms.Target.Fen);
    }

    private void Book(Operation operation, int v, Vector512<double> paid, Vector512<double> open)
    {
        var i = operation.Index;
        switch (operation.Kind)
        {
            case OperationKind.Fee:
                Add(lanes.FeeRow + i, v, -paid);
                break;
            case OperationKind.Interest:
                Add(lanes.InterestRow + i, v, -paid);
                Add(lanes.PaidInterestRow + i, v, paid);
                break;
            case OperationKind.Principal:
                Principal(operation, v, paid, open);
                break;
            case OperationKind.Claim:
                Add(lanes.SupportRow + i, v, -paid);
                break;
            case OperationKind.FundReserve:
                Add(lanes.SupportRow + i, v, paid);
                break;
            case OperationKind.Residual:
                Add(lanes.ResidualRow + i, v, paid);
                break;
        }
    }

    private void Principal(Operation operation, int v, Vector512<double> paid, Vector512<double> open)
    {
        var i = operation.Index;
        if (plan.NeedsSchedule[i])
        {
            var row = lanes.Row(lanes.PrincipalRow + i);
            var scheduled = mode != OrderMode.Normal && operation.Amount == PrincipalAmount.All
                ? Vector512.ConditionalSelect(open, AlignedRows.At(lanes.Row(lanes.BalanceRow + i), v), AlignedRows.At(row, v))
                : AlignedRows.At(row, v);
            AlignedRows.Put(row, v, Vector512.Max(Vector512<double>.Zero, scheduled - paid));
        }

        Add(lanes.BalanceRow + i, v, -paid);
        var life = lanes.Row(lanes.LifeRow + i);
        AlignedRows.Put(life, v, Vector512.FusedMultiplyAdd(paid, Vector512.Create(plan.Years[period]), AlignedRows.At(life, v)));
    }

    private void Add(int row, int v, Vector512<double> amount)
    {
        var at = lanes.Row(row);
        AlignedRows.Put(at, v, AlignedRows.At(at, v) + amount);
    }
}
