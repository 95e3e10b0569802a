using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Run;

/// <summary>
/// What supports bring on one date: a covered line that its cash cannot pay draws exactly what it is short of at its turn, from
/// one support after the other, up to their limits. Going down the order once finds the shortage of every covered line, since
/// nothing later in the order gives cash back to a line before it.
/// </summary>
internal sealed class SupportDraws(ResolvedDeal deal, MachineState state, MachineFacts facts)
{
    private readonly long[] today = new long[deal.Supports.Length];
    private readonly long[] room = new long[deal.Supports.Length];
    private bool failedEarlier;

    /// <summary>A provider could not pay all that was asked on this date.</summary>
    public bool Failed { get; private set; }

    public long Today(int support) => today[support];

    /// <summary>Notes what was known before the date, so that a date tried again starts from it.</summary>
    public void StartDate() => failedEarlier = facts.SupportFailed;

    /// <summary>Opens what may be drawn in the order of a mode, from the state as saved.</summary>
    public void Open(OrderMode mode)
    {
        for (var i = 0; i < room.Length; i++)
        {
            room[i] = deal.Supports[i].DrawIn[(int)mode] ? Room(i) : 0;
        }

        Array.Clear(today);
        Failed = false;
        facts.SupportFailed = failedEarlier;
    }

    /// <summary>
    /// The switch of the same day: what was drawn may pay what the accelerated order covers; a support that may draw in that
    /// order draws as on any accelerated date.
    /// </summary>
    public void OpenSwitched()
    {
        for (var i = 0; i < room.Length; i++)
        {
            room[i] = deal.Supports[i].DrawIn[(int)OrderMode.Accelerated] ? Room(i) : today[i];
        }

        Array.Clear(today);
        Failed = true;
        facts.SupportFailed = true;
    }

    private long Room(int i)
    {
        var support = deal.Supports[i];
        return support.IsReserve ? state.SavedSupport[i]
            : support.Limit == long.MaxValue ? long.MaxValue
            : Math.Max(0, support.Limit - (support.Terms.Kind == SupportKind.Liquidity ? state.SavedSupport[i] : state.SavedDrawn[i]));
    }

    /// <summary>Draws what one line is missing.</summary>
    public long Draw(Operation operation, long missing, OrderMode mode)
    {
        var drawn = 0L;
        foreach (var i in deal.DrawOrder)
        {
            if (drawn < missing && deal.Supports[i].Covers[operation.Line])
            {
                drawn += Take(i, missing - drawn);
            }
        }

        Failed |= drawn < missing && Promised(operation.Line, mode);
        return drawn;
    }

    /// <summary>Draws what lines of equal rank are missing; what does not reach all of them is shared by what each is missing.</summary>
    public void Draw(ReadOnlySpan<Operation> group, Span<long> missing, Span<long> drawn, OrderMode mode)
    {
        Span<long> weights = stackalloc long[group.Length];
        Span<long> parts = stackalloc long[group.Length];
        drawn.Clear();
        foreach (var i in deal.DrawOrder)
        {
            var wanted = 0L;
            for (var j = 0; j < group.Length; j++)
            {
                weights[j] = deal.Supports[i].Covers[group[j].Line] ? missing[j] - drawn[j] : 0;
                wanted += weights[j];
            }

            Rounding.Split(wanted == 0 ? 0 : Take(i, wanted), weights, parts);
            for (var j = 0; j < group.Length; j++)
            {
                drawn[j] += parts[j];
            }
        }

        for (var j = 0; j < group.Length; j++)
        {
            Failed |= drawn[j] < missing[j] && Promised(group[j].Line, mode);
        }
    }

    private long Take(int i, long wanted)
    {
        var support = deal.Supports[i];
        var amount = Math.Min(wanted, support.IsReserve ? Math.Min(room[i], state.Support[i]) : room[i]);
        room[i] -= amount;
        today[i] += amount;
        state.Drawn[i] += amount;
        state.Support[i] += support.IsReserve ? -amount : support.Terms.Claims ? amount : 0;
        return amount;
    }

    /// <summary>Whether a provider should have paid: it covers the line and is drawn in this order.</summary>
    private bool Promised(int line, OrderMode mode)
    {
        foreach (var support in deal.Supports)
        {
            if (!support.IsReserve && support.Covers[line] && support.DrawIn[(int)mode])
            {
                return true;
            }
        }

        return false;
    }
}
