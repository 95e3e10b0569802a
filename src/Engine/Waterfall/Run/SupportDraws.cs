using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Run;

/// <summary>
/// Settles one date: a dry run finds what covered lines are short of, supports are drawn in their order up to their limits,
/// the order runs again with what was drawn. A provider that cannot pay in full switches the date to the accelerated order.
/// </summary>
internal sealed class SupportDraws
{
    private const int MostRounds = 16;

    private readonly ResolvedDeal deal;
    private readonly MachineState state;
    private readonly MachineFacts facts;
    private readonly OrderExecutor executor;
    private readonly long[] today;
    private readonly long[] allowance;
    private bool failedEarlier;

    public SupportDraws(ResolvedDeal deal, MachineState state, MachineFacts facts, OrderExecutor executor)
    {
        this.facts = facts;
        this.deal = deal;
        this.state = state;
        this.executor = executor;
        today = new long[deal.Supports.Length];
        allowance = new long[deal.Supports.Length];
    }

    /// <summary>A provider could not pay all that was asked on this date.</summary>
    public bool Failed { get; private set; }

    public long Today(int support) => today[support];

    /// <summary>Notes what was known before the date, so that a date tried again starts from it.</summary>
    public void StartDate() => failedEarlier = facts.SupportFailed;

    /// <summary>Runs the date from the saved state; returns the mode it ended in.</summary>
    public OrderMode Settle(DealRun run, int k, OrderMode mode)
    {
        Array.Clear(today);
        Failed = false;
        facts.SupportFailed = failedEarlier;
        executor.Run(run, k, mode, today);
        if (deal.Supports.Length == 0)
        {
            return mode;
        }

        for (var i = 0; i < allowance.Length; i++)
        {
            allowance[i] = deal.Supports[i].DrawIn[(int)mode] ? Room(i) : 0;
        }

        if (!Draw(run, k, mode) || mode != OrderMode.Normal)
        {
            return mode;
        }

        // Same-day switch: what could be drawn stays drawn, and pays what the accelerated order covers.
        today.CopyTo(allowance, 0);
        Array.Clear(today);
        facts.SupportFailed = true;
        Again(run, k, OrderMode.Accelerated);
        var failed = Failed;
        Draw(run, k, OrderMode.Accelerated);
        Failed = failed;
        return OrderMode.Accelerated;
    }

    private long Room(int i)
    {
        var support = deal.Supports[i];
        return support.IsReserve ? state.SavedSupport[i]
            : support.Limit == long.MaxValue ? long.MaxValue
            : Math.Max(0, support.Limit - (support.Terms.Kind == SupportKind.Liquidity ? state.SavedSupport[i] : state.SavedDrawn[i]));
    }

    /// <summary>Draws until covered lines are paid or nothing is left; true when a provider fell short.</summary>
    private bool Draw(DealRun run, int k, OrderMode mode)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var (asked, unmet) = Ask(run, k);
            Failed = unmet;
            if (!asked)
            {
                break;
            }

            Again(run, k, mode);
        }

        return Failed;
    }

    /// <summary>Adds to today's draws what covered lines are short of after the last try.</summary>
    private (bool Asked, bool Unmet) Ask(DealRun run, int k)
    {
        var (asked, unmet) = (false, false);
        foreach (ref readonly var trace in run.TracesFrom(run.Rows[k].FirstTrace))
        {
            var missing = trace.Skipped ? 0 : trace.Short;
            if (missing == 0)
            {
                continue;
            }

            var provider = false;
            foreach (var i in deal.DrawOrder)
            {
                if (!deal.Supports[i].Covers[trace.Line])
                {
                    continue;
                }

                provider |= !deal.Supports[i].IsReserve && deal.Supports[i].DrawIn[(int)trace.Mode];
                var draw = Math.Min(missing, allowance[i] - today[i]);
                today[i] += draw;
                missing -= draw;
                asked |= draw > 0;
            }

            unmet |= provider && missing > 0;
        }

        return (asked, unmet);
    }

    private void Again(DealRun run, int k, OrderMode mode)
    {
        state.Restore();
        run.TruncateTraces(run.Rows[k].FirstTrace);
        executor.Run(run, k, mode, today);
    }
}
