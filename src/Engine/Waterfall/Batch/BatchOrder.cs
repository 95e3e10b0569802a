using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Batch;

/// <summary>Pays one date over lanes in the order of a mode: one operation at a time, all vectors of a block.</summary>
internal sealed unsafe class BatchOrder(BatchPlan plan, BatchLanes lanes, BatchConditions conditions)
{
    private const double HalfFen = 0.5;

    private readonly ResolvedDeal deal = plan.Deal;
    private readonly BatchStraight straight = new(plan, lanes);
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
                var group = order.AsSpan(i, order[i].Group);
                if (!straight.PayGroup(group, k, mask))
                {
                    PayGroup(group, mask);
                }
            }
            else if (!straight.Pay(order[i], k, mask))
            {
                PayOne(order[i], mask);
            }
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
        var holds = operation.When < 0 ? mask : conditions.True(deal.Conditions[operation.When]);
        for (var v = 0; v < AlignedRows.Vectors; v++)
        {
            AlignedRows.Put(step, v, AlignedRows.At(mask, v) & ~AlignedRows.At(lanes.Row(lanes.TrappedRow), v) & AlignedRows.At(holds, v));
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
            var lacking = Lack(group, v, share, open);
            for (var j = 0; j < group.Length; j++)
            {
                var want = Capped(group[j], Due(group[j], v) & open);
                Pay(group[j], v, want * share, AlignedRows.At(lanes.Row(lanes.DrawnLineRow + j), v), open);
            }

            Fail(group, v, lacking);
        }
    }

    /// <summary>Draws what members of a group lack, sharing what does not reach all; returns whether anything was lacking.</summary>
    private bool Lack(ReadOnlySpan<Operation> group, int v, Vector512<double> share, Vector512<double> open)
    {
        var any = Vector512<double>.Zero;
        for (var j = 0; j < group.Length; j++)
        {
            var want = Capped(group[j], Due(group[j], v) & open);
            var lack = Vector512.Max(Vector512<double>.Zero, Owed(group[j], v, want, open) - (want * share));
            AlignedRows.Put(lanes.Row(lanes.LackRow + j), v, lack);
            AlignedRows.Put(lanes.Row(lanes.DrawnLineRow + j), v, Vector512<double>.Zero);
            any += lack;
        }

        if (plan.Supports == 0 || !Vector512.GreaterThanAny(any, Vector512.Create(HalfFen)))
        {
            return false;
        }

        foreach (var s in deal.DrawOrder)
        {
            DrawShared(group, s, v);
        }

        return true;
    }

    private void DrawShared(ReadOnlySpan<Operation> group, int s, int v)
    {
        var wanted = Vector512<double>.Zero;
        for (var j = 0; j < group.Length; j++)
        {
            wanted += deal.Supports[s].Covers[group[j].Line] ? Left(j, v) : Vector512<double>.Zero;
        }

        var part = Vector512.ConditionalSelect(Vector512.GreaterThan(wanted, Vector512<double>.Zero), Take(s, v, wanted) / wanted, Vector512<double>.Zero);
        for (var j = 0; j < group.Length; j++)
        {
            if (deal.Supports[s].Covers[group[j].Line])
            {
                Add(lanes.DrawnLineRow + j, v, part * Left(j, v));
            }
        }
    }

    private Vector512<double> Left(int member, int v) =>
        AlignedRows.At(lanes.Row(lanes.LackRow + member), v) - AlignedRows.At(lanes.Row(lanes.DrawnLineRow + member), v);

    private void Fail(ReadOnlySpan<Operation> group, int v, bool lacking)
    {
        for (var j = 0; lacking && j < group.Length; j++)
        {
            Fail(group[j].Line, v, Left(j, v));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<double> Capped(Operation operation, Vector512<double> due)
    {
        if (operation.CapAmount != long.MaxValue)
        {
            due = Vector512.Min(due, Vector512.Create((double)operation.CapAmount));
        }

        return operation.CapFactor is { } caps ? Vector512.Min(due, Vector512.Create(caps[period].ToDouble() * deal.Definition.Size.Fen)) : due;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Settle(Operation operation, int v, Vector512<double> want, Vector512<double> fromCash, Vector512<double> open)
    {
        var drawn = Vector512<double>.Zero;
        if (plan.Supports > 0 && operation.Kind is OperationKind.Fee or OperationKind.Interest or OperationKind.Principal)
        {
            var lack = Vector512.Max(Vector512<double>.Zero, Owed(operation, v, want, open) - fromCash);
            if (Vector512.GreaterThanAny(lack, Vector512.Create(HalfFen)))
            {
                drawn = Draw(operation.Line, v, lack);
            }
        }

        Pay(operation, v, fromCash, drawn, open);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<double> Owed(Operation operation, int v, Vector512<double> want, Vector512<double> open) => operation.Kind switch
    {
        OperationKind.Fee or OperationKind.Interest => want,
        OperationKind.Principal => mode == OrderMode.Normal ? Vector512.Min(want, AlignedRows.At(lanes.Row(lanes.PrincipalRow + operation.Index), v) & open) : want,
        _ => Vector512<double>.Zero,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Pay(Operation operation, int v, Vector512<double> fromCash, Vector512<double> drawn, Vector512<double> open)
    {
        Add(lanes.CashRow, v, -fromCash);
        Book(operation, v, fromCash + drawn, open);
    }

    /// <summary>Draws what one line lacks from one support after the other.</summary>
    private Vector512<double> Draw(int line, int v, Vector512<double> lack)
    {
        var drawn = Vector512<double>.Zero;
        foreach (var s in deal.DrawOrder)
        {
            if (deal.Supports[s].Covers[line])
            {
                drawn += Take(s, v, lack - drawn);
            }
        }

        Fail(line, v, lack - drawn);
        return drawn;
    }

    private Vector512<double> Take(int s, int v, Vector512<double> wanted)
    {
        var support = deal.Supports[s];
        var room = AlignedRows.At(lanes.Row(lanes.RoomRow + s), v);
        if (support.IsReserve)
        {
            room = Vector512.Min(room, AlignedRows.At(lanes.Row(lanes.SupportRow + s), v));
        }

        var amount = Vector512.Max(Vector512<double>.Zero, Vector512.Min(wanted, room));
        Add(lanes.RoomRow + s, v, -amount);
        Add(lanes.TodayRow + s, v, amount);
        Add(lanes.DrawnRow + s, v, amount);
        Add(lanes.SupportRow + s, v, support.IsReserve ? -amount : support.Terms.Claims ? amount : Vector512<double>.Zero);
        return amount;
    }

    /// <summary>Marks lanes in which a line that a provider should have paid stays short.</summary>
    private void Fail(int line, int v, Vector512<double> left)
    {
        if (!deal.Supports.Any(s => !s.IsReserve && s.Covers[line] && s.DrawIn[(int)mode]))
        {
            return;
        }

        var row = lanes.Row(lanes.FailedTodayRow);
        AlignedRows.Put(row, v, AlignedRows.At(row, v) | Vector512.GreaterThan(left, Vector512.Create(HalfFen)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(int row, int v, Vector512<double> amount)
    {
        var at = lanes.Row(row);
        AlignedRows.Put(at, v, AlignedRows.At(at, v) + amount);
    }
}
