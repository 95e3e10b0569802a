using System.Runtime.Intrinsics;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Batch;

/// <summary>Settles one date over lanes: runs each lane's order, draws supports, switches lanes whose provider failed.</summary>
internal sealed unsafe class BatchSettlement(BatchPlan plan, BatchLanes lanes, BatchOrder order)
{
    private const int MostRounds = 16;
    private const double HalfFen = 0.5;

    private readonly ResolvedDeal deal = plan.Deal;
    private readonly bool oneMode = plan.Supports == 0 && plan.Deal.Triggers.All(t => t.Terms.Then is null);

    public void Settle(int k)
    {
        if (oneMode)
        {
            order.Run(k, OrderMode.Normal);
            return;
        }

        lanes.Save();
        Zero(lanes.TodayRow, plan.Supports);
        RunAll(k);
        if (plan.Supports == 0 || !Short())
        {
            return;
        }

        Allow();
        var unmet = Draw(k);
        if (Switch(unmet))
        {
            Again(k);
            Draw(k);
        }
    }

    private void Zero(int row, int count)
    {
        for (var i = 0; i < count; i++)
        {
            lanes.Fill(row + i, 0);
        }
    }

    private void RunAll(int k)
    {
        Zero(lanes.MissingRow, deal.Lines.Count);
        lanes.Fill(lanes.TrappedRow, 0);
        for (var mode = OrderMode.Normal; mode <= OrderMode.Termination; mode++)
        {
            if (Mask(mode))
            {
                order.Run(k, mode);
            }
        }

        lanes.Fill(lanes.MaskRow, BitConverter.UInt64BitsToDouble(ulong.MaxValue));
    }

    /// <summary>Sets the mask to the lanes of a mode; false when there are none.</summary>
    private bool Mask(OrderMode mode)
    {
        var any = Vector512<double>.Zero;
        for (var v = 0; v < AlignedRows.Vectors; v++)
        {
            var mask = Vector512.Equals(AlignedRows.At(lanes.Row(lanes.ModeRow), v), Vector512.Create((double)mode));
            AlignedRows.Put(lanes.Row(lanes.MaskRow), v, mask);
            any |= mask;
        }

        return any != Vector512<double>.Zero;
    }

    private bool Short()
    {
        for (var line = 0; line < deal.Lines.Count; line++)
        {
            for (var v = 0; v < AlignedRows.Vectors; v++)
            {
                if (Vector512.GreaterThanAny(AlignedRows.At(lanes.Row(lanes.MissingRow + line), v), Vector512.Create(HalfFen)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>What each support may still give on this date, lane by lane.</summary>
    private void Allow()
    {
        for (var s = 0; s < plan.Supports; s++)
        {
            var support = deal.Supports[s];
            for (var v = 0; v < AlignedRows.Vectors; v++)
            {
                var room = support.IsReserve ? AlignedRows.At(lanes.Saved(lanes.SupportRow + s), v)
                    : support.Limit == long.MaxValue ? Vector512.Create(1e30)
                    : Vector512.Max(Vector512<double>.Zero, Vector512.Create((double)support.Limit) - AlignedRows.At(lanes.Saved((support.Terms.Kind == SupportKind.Liquidity ? lanes.SupportRow : lanes.DrawnRow) + s), v));
                AlignedRows.Put(lanes.Row(lanes.AllowanceRow + s), v, room & DrawIn(support, v));
            }
        }
    }

    private Vector512<double> DrawIn(ResolvedSupport support, int v)
    {
        var mask = Vector512<double>.Zero;
        for (var mode = 0; mode < 4; mode++)
        {
            if (support.DrawIn[mode])
            {
                mask |= Vector512.Equals(AlignedRows.At(lanes.Row(lanes.ModeRow), v), Vector512.Create((double)mode));
            }
        }

        return mask;
    }

    /// <summary>Draws and runs again until nothing more is asked; returns the lanes (as bits) where a provider fell short.</summary>
    private uint Draw(int k)
    {
        uint unmet = 0;
        for (var round = 0; round < MostRounds; round++)
        {
            var asked = false;
            unmet = 0;
            for (var v = 0; v < AlignedRows.Vectors; v++)
            {
                unmet |= Ask(v, ref asked) << (v * 8);
            }

            if (!asked)
            {
                break;
            }

            Again(k);
        }

        return unmet;
    }

    private uint Ask(int v, ref bool asked)
    {
        var unmet = Vector512<double>.Zero;
        for (var mode = 0; mode < 4; mode++)
        {
            var inMode = Vector512.Equals(AlignedRows.At(lanes.Row(lanes.ModeRow), v), Vector512.Create((double)mode));
            if (inMode == Vector512<double>.Zero)
            {
                continue;
            }

            var seen = new HashSet<int>();
            foreach (var operation in deal.Orders[mode])
            {
                if (operation.Line >= 0 && seen.Add(operation.Line))
                {
                    unmet |= Ask(operation.Line, mode, v, inMode, ref asked);
                }
            }
        }

        return (uint)unmet.ExtractMostSignificantBits();
    }

    private Vector512<double> Ask(int line, int mode, int v, Vector512<double> inMode, ref bool asked)
    {
        var missing = AlignedRows.At(lanes.Row(lanes.MissingRow + line), v) & inMode;
        if (!Vector512.GreaterThanAny(missing, Vector512.Create(HalfFen)))
        {
            return Vector512<double>.Zero;
        }

        missing &= Vector512.GreaterThan(missing, Vector512.Create(HalfFen));
        var provider = false;
        foreach (var s in deal.DrawOrder)
        {
            if (!deal.Supports[s].Covers[line])
            {
                continue;
            }

            provider |= !deal.Supports[s].IsReserve && deal.Supports[s].DrawIn[mode];
            var today = lanes.Row(lanes.TodayRow + s);
            var draw = Vector512.Max(Vector512<double>.Zero, Vector512.Min(missing, AlignedRows.At(lanes.Row(lanes.AllowanceRow + s), v) - AlignedRows.At(today, v)));
            AlignedRows.Put(today, v, AlignedRows.At(today, v) + draw);
            missing -= draw;
            asked |= Vector512.GreaterThanAny(draw, Vector512<double>.Zero);
        }

        return provider ? Vector512.GreaterThan(missing, Vector512.Create(HalfFen)) : Vector512<double>.Zero;
    }

    /// <summary>Takes the date back and runs it again with today's draws in hand.</summary>
    private void Again(int k)
    {
        lanes.Restore();
        for (var s = 0; s < plan.Supports; s++)
        {
            var support = deal.Supports[s];
            for (var v = 0; v < AlignedRows.Vectors; v++)
            {
                var draw = AlignedRows.At(lanes.Row(lanes.TodayRow + s), v);
                var balance = lanes.Row(lanes.SupportRow + s);
                var drawn = lanes.Row(lanes.DrawnRow + s);
                AlignedRows.Put(lanes.Row(lanes.PotRow + s), v, draw);
                AlignedRows.Put(balance, v, AlignedRows.At(balance, v) + (support.IsReserve ? -draw : support.Terms.Claims ? draw : Vector512<double>.Zero));
                AlignedRows.Put(drawn, v, AlignedRows.At(drawn, v) + draw);
            }
        }

        RunAll(k);
    }

    /// <summary>Marks failed lanes and turns those in the normal order to the accelerated one, with what was drawn as allowance.</summary>
    private bool Switch(uint unmet)
    {
        if (unmet == 0)
        {
            return false;
        }

        var mode = lanes.Row(lanes.ModeRow);
        var failed = lanes.Row(lanes.FailedRow);
        var switched = false;
        for (var lane = 0; lane < AlignedRows.Lanes; lane++)
        {
            if ((unmet >> lane & 1) == 0)
            {
                continue;
            }

            failed[lane] = BitConverter.UInt64BitsToDouble(ulong.MaxValue);
            if (mode[lane] != 0)
            {
                continue;
            }

            switched = true;
            mode[lane] = (double)OrderMode.Accelerated;
            for (var s = 0; s < plan.Supports; s++)
            {
                lanes.Row(lanes.AllowanceRow + s)[lane] = lanes.Row(lanes.TodayRow + s)[lane];
                lanes.Row(lanes.TodayRow + s)[lane] = 0;
            }
        }

        return switched;
    }
}
