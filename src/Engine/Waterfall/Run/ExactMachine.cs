using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Scenarios;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Run;

/// <summary>
/// Runs one resolved deal exactly: integer fen, every line traced. One machine runs one scenario after another; it is not
/// shared between threads.
/// </summary>
public sealed class ExactMachine
{
    private readonly ResolvedDeal deal;
    private readonly MachineState state;
    private readonly MachineFacts facts;
    private readonly PoolTotals totals;
    private readonly OrderExecutor executor;
    private readonly Dues dues;
    private readonly SupportDraws draws;
    private readonly bool[] fired;
    private readonly long initialPool;

    public ExactMachine(ResolvedDeal deal)
    {
        this.deal = deal;
        state = new(deal);
        totals = new(deal.PeriodCount);
        facts = new(deal, state, totals);
        draws = new(deal, state, facts);
        executor = new(deal, state, facts, totals, draws);
        dues = new(deal, state, totals);
        fired = new bool[deal.Triggers.Length];
        initialPool = deal.Loans.Sum(l => l.Terms.Principal.Fen);
    }

    /// <summary>Runs a scenario; the caller disposes the result.</summary>
    public DealRun Run(ResolvedScenario scenario)
    {
        var run = new DealRun(deal, scenario.Id);
        LoanReplay.Apply(deal, scenario, totals);
        run.LateRecovery = totals.LateRecovery;
        Reset(scenario);
        var mode = OrderMode.Normal;
        for (var k = 0; k < deal.PeriodCount; k++)
        {
            mode = Date(run, k, mode);
        }

        state.Interest.CopyTo(run.InterestLeft);
        return run;
    }

    private void Reset(ResolvedScenario scenario)
    {
        state.Clear();
        Array.Clear(fired);
        facts.Reset(scenario, initialPool);
        for (var t = 0; t < deal.Tranches.Length; t++)
        {
            state.Balance[t] = deal.Tranches[t].Size;
        }

        for (var i = 0; i < deal.Supports.Length; i++)
        {
            state.Support[i] = deal.Supports[i].IsReserve ? deal.Supports[i].Terms.Initial.Fen : 0;
        }
    }

    private OrderMode Date(DealRun run, int k, OrderMode mode)
    {
        ref var row = ref run.Rows[k];
        row.Opening = state.TotalCash;
        Collect(k, ref row);
        facts.At(k, row.Defaulted);
        row.CumulativeDefaulted = facts.CumulativeDefaulted;
        mode = Triggers(run, k, mode);
        dues.At(k, mode);
        row.FirstTrace = run.TraceCount;
        state.Save();
        draws.StartDate();
        var end = Settle(run, k, mode);
        if (dues.HasPaidBasis)
        {
            end = SettlePaidBasis(run, k, mode, end);
        }

        Close(run, k, end, ref row);
        return end;
    }

    private void Collect(int k, ref PeriodRow row)
    {
        row.Interest = totals.Interest[k];
        row.Principal = totals.Principal[k];
        row.Recovery = totals.Recovery[k];
        row.Defaulted = totals.Defaulted[k];
        state.Cash[deal.Receiving[0]] += row.Interest;
        state.Cash[deal.Receiving[1]] += row.Principal;
        state.Cash[deal.Receiving[2]] += row.Recovery;
    }

    private OrderMode Triggers(DealRun run, int k, OrderMode mode)
    {
        for (var i = 0; i < deal.Triggers.Length; i++)
        {
            var trigger = deal.Triggers[i];
            if (fired[i] && trigger.Terms.Then is null)
            {
                continue;
            }

            var value = trigger.When.Evaluate(facts);
            if (!value.Known)
            {
                run.UnknownTriggers.Add(i);
            }
            else if (value.IsTrue)
            {
                if (!fired[i])
                {
                    fired[i] = true;
                    run.Fired.Add(new(k, i, trigger.When.Explain(facts)));
                }

                mode = trigger.Terms.Then is { } then && then > mode ? then : mode;
            }
        }

        return mode;
    }

    /// <summary>
    /// Runs the date in the order of its mode. When a provider falls short, the date runs again from its start in the accelerated
    /// order; returns the mode it ended in.
    /// </summary>
    private OrderMode Settle(DealRun run, int k, OrderMode mode)
    {
        draws.Open(mode);
        executor.Run(run, k, mode);
        if (!draws.Failed || mode != OrderMode.Normal)
        {
            return mode;
        }

        draws.OpenSwitched();
        Restart(run, k);
        executor.Run(run, k, OrderMode.Accelerated);
        return OrderMode.Accelerated;
    }

    private void Restart(DealRun run, int k)
    {
        state.Restore();
        run.TruncateTraces(run.Rows[k].FirstTrace);
    }

    /// <summary>A fee on what is really paid depends on itself; a few rounds settle it to the fen.</summary>
    private OrderMode SettlePaidBasis(DealRun run, int k, OrderMode mode, OrderMode end)
    {
        const int Rounds = 12;
        for (var round = 0; round < Rounds && dues.Rebase(run, k); round++)
        {
            Restart(run, k);
            dues.ApplyRebased();
            state.Save();
            end = Settle(run, k, mode);
        }

        return end;
    }

    private void Close(DealRun run, int k, OrderMode mode, ref PeriodRow row)
    {
        row.Mode = mode;
        row.TraceCount = run.TraceCount - row.FirstTrace;
        row.WrittenOff = executor.WrittenOff;
        for (var i = 0; i < deal.Supports.Length; i++)
        {
            run.Draws[(k * deal.Supports.Length) + i] = draws.Today(i);
            run.SupportBalances[(k * deal.Supports.Length) + i] = state.Support[i];
        }

        for (var a = 0; a < deal.Accounts.Length; a++)
        {
            state.Cash[a] += state.Held[a];
            state.Held[a] = 0;
        }

        state.Balance.CopyTo(run.TrancheBalances.AsSpan(k * deal.Tranches.Length));
        for (var f = 0; f < deal.Fees.Length; f++)
        {
            if (!deal.Fees[f].Terms.Arrears)
            {
                state.Fee[f] = 0;
            }
        }

        row.Carried = state.TotalCash;
        row.Check = Conservation(run, k, in row);
        facts.SupportFailed |= draws.Failed;
    }

    private long Conservation(DealRun run, int k, in PeriodRow row)
    {
        var check = row.Opening + row.Interest + row.Principal + row.Recovery - row.Carried;
        for (var i = 0; i < deal.Supports.Length; i++)
        {
            check += run.DrawnFen(k, i);
        }

        foreach (ref readonly var trace in run.Traces(k))
        {
            check += executor.IsRelease(trace.Line) ? trace.Paid : -trace.Paid;
        }

        return check;
    }
}
