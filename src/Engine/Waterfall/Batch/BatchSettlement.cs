using System.Runtime.Intrinsics;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Batch;

/// <summary>Settles one date over lanes: each lane in the order of its mode, and again, accelerated, where a provider fell short.</summary>
internal sealed unsafe class BatchSettlement(BatchPlan plan, BatchLanes lanes, BatchOrder order)
{
    private static readonly double AllBits = BitConverter.UInt64BitsToDouble(ulong.MaxValue);

    private readonly ResolvedDeal deal = plan.Deal;
    private readonly bool oneMode = plan.Supports == 0 && plan.Deal.Triggers.All(t => t.Terms.Then is null);

    public void Settle(int k)
    {
        if (oneMode)
        {
            order.Run(k, OrderMode.Normal);
            return;
        }

        if (plan.Supports > 0)
        {
            lanes.Save();
        }

        Open();
        RunAll(k);
        if (Failed() && Switch())
        {
            RunAll(k);
        }
    }

    private void RunAll(int k)
    {
        lanes.Fill(lanes.TrappedRow, 0);
        lanes.Fill(lanes.FailedTodayRow, 0);
        for (var mode = OrderMode.Normal; mode <= OrderMode.Termination; mode++)
        {
            if (Mask(mode))
            {
                order.Run(k, mode);
            }
        }

        lanes.Fill(lanes.MaskRow, AllBits);
    }

    /// <summary>Sets the mask to the lanes of a mode; false when there are none.</summary>
    private bool Mask(OrderMode mode)
    {
        var any = Vector512<double>.Zero;
        for (var v = 0; v < AlignedRows.Vectors; v++)
        {
            var mask = InMode(v, mode);
            AlignedRows.Put(lanes.Row(lanes.MaskRow), v, mask);
            any |= mask;
        }

        return any != Vector512<double>.Zero;
    }

    private Vector512<double> InMode(int v, OrderMode mode) =>
        Vector512.Equals(AlignedRows.At(lanes.Row(lanes.ModeRow), v), Vector512.Create((double)mode));

    /// <summary>What each support may give on this date, lane by lane, in the order of the lane's mode.</summary>
    private void Open()
    {
        for (var s = 0; s < plan.Supports; s++)
        {
            var support = deal.Supports[s];
            for (var v = 0; v < AlignedRows.Vectors; v++)
            {
                var mask = Vector512<double>.Zero;
                for (var mode = OrderMode.Normal; mode <= OrderMode.Termination; mode++)
                {
                    mask |= support.DrawIn[(int)mode] ? InMode(v, mode) : Vector512<double>.Zero;
                }

                AlignedRows.Put(lanes.Row(lanes.RoomRow + s), v, Room(support, s, v) & mask);
            }

            lanes.Fill(lanes.TodayRow + s, 0);
        }
    }

    private Vector512<double> Room(ResolvedSupport support, int s, int v)
    {
        if (support.IsReserve)
        {
            return AlignedRows.At(lanes.Row(lanes.SupportRow + s), v);
        }

        var used = support.Terms.Kind == SupportKind.Liquidity ? lanes.SupportRow : lanes.DrawnRow;
        return support.Limit == long.MaxValue
            ? Vector512.Create(double.MaxValue)
            : Vector512.Max(Vector512<double>.Zero, Vector512.Create((double)support.Limit) - AlignedRows.At(lanes.Row(used + s), v));
    }

    private bool Failed()
    {
        var any = Vector512<double>.Zero;
        for (var v = 0; v < AlignedRows.Vectors; v++)
        {
            var failed = AlignedRows.At(lanes.Row(lanes.FailedTodayRow), v);
            any |= failed;
            AlignedRows.Put(lanes.Row(lanes.FailedRow), v, AlignedRows.At(lanes.Row(lanes.FailedRow), v) | failed);
        }

        return any.ExtractMostSignificantBits() != 0;
    }

    /// <summary>
    /// Takes the date back and turns failed lanes of the normal order to the accelerated one; there, supports that are not drawn
    /// in it give what they had given. Lanes that did not fail run as before.
    /// </summary>
    private bool Switch()
    {
        Span<double> today = stackalloc double[plan.Supports * AlignedRows.Lanes];
        for (var s = 0; s < plan.Supports; s++)
        {
            new ReadOnlySpan<double>(lanes.Row(lanes.TodayRow + s), AlignedRows.Lanes).CopyTo(today[(s * AlignedRows.Lanes)..]);
        }

        Span<bool> turned = stackalloc bool[AlignedRows.Lanes];
        var any = false;
        for (var lane = 0; lane < AlignedRows.Lanes; lane++)
        {
            turned[lane] = BitConverter.DoubleToUInt64Bits(lanes.Row(lanes.FailedTodayRow)[lane]) != 0 && lanes.Row(lanes.ModeRow)[lane] == 0;
            any |= turned[lane];
            lanes.Row(lanes.ModeRow)[lane] = turned[lane] ? (double)OrderMode.Accelerated : lanes.Row(lanes.ModeRow)[lane];
        }

        if (!any)
        {
            return false;
        }

        lanes.Restore();
        Open();
        for (var s = 0; s < plan.Supports; s++)
        {
            for (var lane = 0; lane < AlignedRows.Lanes && !deal.Supports[s].DrawIn[(int)OrderMode.Accelerated]; lane++)
            {
                lanes.Row(lanes.RoomRow + s)[lane] = turned[lane] ? today[(s * AlignedRows.Lanes) + lane] : lanes.Row(lanes.RoomRow + s)[lane];
            }
        }

        return true;
    }
}
