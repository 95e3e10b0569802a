using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Run;

/// <summary>Pays one date in the order of a mode: never above what is due, the cap, or the cash there is.</summary>
internal sealed class OrderExecutor
{
    private readonly ResolvedDeal deal;
    private readonly MachineState state;
    private readonly MachineFacts facts;
    private readonly PoolTotals totals;
    private readonly SupportDraws draws;
    private readonly bool[] releases;
    private readonly long[] want;
    private readonly long[] cash;
    private readonly long[] missing;
    private readonly long[] drawn;
    private OrderMode mode;
    private int period;

    public OrderExecutor(ResolvedDeal deal, MachineState state, MachineFacts facts, PoolTotals totals, SupportDraws draws)
    {
        this.deal = deal;
        this.draws = draws;
        this.state = state;
        this.facts = facts;
        this.totals = totals;
        releases = new bool[deal.Lines.Count];
        foreach (var support in deal.Supports.Where(s => s.IsReserve))
        {
            releases[support.ReleaseLine] = true;
        }

        var widest = deal.Orders.SelectMany(o => o).Select(o => o.Group).DefaultIfEmpty(1).Max();
        want = new long[widest];
        cash = new long[widest];
        missing = new long[widest];
        drawn = new long[widest];
    }

    /// <summary>Principal written off in the last run of a date.</summary>
    public long WrittenOff { get; private set; }

    public bool IsRelease(int line) => releases[line];

    /// <summary>Runs the whole order; covered lines that are short draw on what <see cref="SupportDraws"/> has opened.</summary>
    public void Run(DealRun run, int k, OrderMode orderMode)
    {
        (period, mode, WrittenOff) = (k, orderMode, 0);
        var order = deal.Orders[(int)mode];
        for (var i = 0; i < order.Length; i += order[i].Group)
        {
            var open = order[i].When < 0 || Holds(run, order[i].When);
            if (order[i].Kind == OperationKind.Trap && open)
            {
                return;
            }

            if (order[i].Group > 1 && open)
            {
                PayGroup(run, order, i);
                continue;
            }

            for (var j = i; j < i + order[i].Group; j++)
            {
                PayOne(run, order, j, open);
            }
        }
    }

    /// <summary>A condition that cannot be known does not hold; the run says so.</summary>
    private bool Holds(DealRun run, int condition)
    {
        var value = deal.Conditions[condition].Evaluate(facts);
        if (!value.Known)
        {
            run.UnknownConditions.Add(condition);
        }

        return value.IsTrue;
    }

    private void PayOne(DealRun run, Operation[] order, int at, bool open)
    {
        var operation = order[at];
        switch (operation.Kind)
        {
            case OperationKind.WriteOff:
                WriteOff(operation.Index, open);
                return;
            case OperationKind.Transfer:
                Transfer(operation, open);
                return;
            case OperationKind.Trap:
                return;
        }

        ref var trace = ref run.NextTrace();
        trace.Operation = (short)at;
        trace.Line = (short)operation.Line;
        trace.Mode = mode;
        trace.Cap = Cap(operation);
        trace.Available = state.Cash[operation.Account];
        if (!open)
        {
            trace.Skipped = true;
            return;
        }

        trace.Due = Due(operation);
        trace.Owed = Owed(operation, trace.Due);
        var wanted = Math.Min(trace.Due, trace.Cap);
        var fromCash = operation.Kind == OperationKind.ReleaseReserve ? wanted : Math.Min(wanted, trace.Available);
        var lacking = Math.Min(wanted, trace.Owed) - fromCash;
        Pay(operation, ref trace, wanted, fromCash, lacking > 0 ? draws.Draw(operation, lacking, mode) : 0);
    }

    /// <summary>Shares the cash in proportion to what each member is due, to the fen by largest remainder.</summary>
    private void PayGroup(DealRun run, Operation[] order, int at)
    {
        var group = order.AsSpan(at, order[at].Group);
        var available = state.Cash[group[0].Account];
        var wanted = want.AsSpan(0, group.Length);
        var shares = cash.AsSpan(0, group.Length);
        var total = 0L;
        for (var j = 0; j < group.Length; j++)
        {
            wanted[j] = Math.Min(Due(group[j]), Cap(group[j]));
            wanted[j] = group[j].Kind == OperationKind.Residual ? deal.Tranches[group[j].Index].Size : wanted[j];
            total = checked(total + wanted[j]);
        }

        var residual = group[0].Kind == OperationKind.Residual;
        Rounding.Split(residual && total > 0 ? available : Math.Min(available, total), wanted, shares);
        for (var j = 0; j < group.Length; j++)
        {
            wanted[j] = residual ? shares[j] : wanted[j];
            missing[j] = Math.Max(0, Math.Min(wanted[j], Owed(group[j], wanted[j])) - shares[j]);
        }

        draws.Draw(group, missing.AsSpan(0, group.Length), drawn.AsSpan(0, group.Length), mode);
        for (var j = 0; j < group.Length; j++)
        {
            ref var trace = ref run.NextTrace();
            trace.Operation = (short)(at + j);
            trace.Line = (short)group[j].Line;
            trace.Mode = mode;
            trace.Cap = Cap(group[j]);
            trace.Available = available;
            trace.Due = residual ? shares[j] : Due(group[j]);
            trace.Owed = Owed(group[j], trace.Due);
            Pay(group[j], ref trace, wanted[j], shares[j], drawn[j]);
        }
    }

    private void Pay(Operation operation, ref LineTrace trace, long wanted, long fromCash, long fromSupport)
    {
        var reached = fromCash + fromSupport;
        if (operation.Kind is OperationKind.Interest or OperationKind.Principal && reached < trace.Due)
        {
            var back = Math.Clamp(reached - WholeUnits(deal.Tranches[operation.Index], reached), 0, fromCash);
            fromCash -= back;
            if (reached < wanted)
            {
                // Nothing behind an unpaid line may take what its units could not share.
                state.Cash[operation.Account] -= back;
                state.Held[operation.Account] += back;
            }
        }

        trace.Paid = fromCash + fromSupport;
        trace.FromSupport = fromSupport;
        Book(operation, trace.Paid, fromCash);
    }

    /// <summary>A partial payment on units goes down to the same whole amount per unit; the rest is held back until the date is over.</summary>
    private static long WholeUnits(ResolvedTranche tranche, long fen)
    {
        if (tranche.Units == 0)
        {
            return fen;
        }

        var perUnit = Rounding.Decimals(fen / 100m / tranche.Units, tranche.UnitDecimals, RoundingMode.Down);
        return Math.Min(fen, Rounding.Whole(perUnit * tranche.Units * 100m, RoundingMode.Down));
    }

    private long Cap(Operation operation) => operation.CapFactor is { } factors
        ? Math.Min(operation.CapAmount, factors[period].Of(deal.Definition.Size.Fen, deal.Definition.Money.Rounding))
        : operation.CapAmount;

    private long Due(Operation operation)
    {
        var i = operation.Index;
        return operation.Kind switch
        {
            OperationKind.Fee => state.Fee[i],
            OperationKind.Interest => state.Interest[i],
            OperationKind.Principal => operation.Amount == PrincipalAmount.All ? state.Balance[i] : Math.Min(state.Balance[i], state.Principal[i]),
            OperationKind.Claim => state.Support[i],
            OperationKind.FundReserve => Math.Max(0, Target(deal.Supports[i]) - state.Support[i]),
            OperationKind.ReleaseReserve => state.Support[i],
            _ => state.Cash[operation.Account],
        };
    }

    /// <summary>What the date must bring: a sweep in the normal order owes its schedule only, claims and reserves owe nothing.</summary>
    private long Owed(Operation operation, long due) => operation.Kind switch
    {
        OperationKind.Fee or OperationKind.Interest => due,
        OperationKind.Principal => mode == OrderMode.Normal ? Math.Min(due, state.Principal[operation.Index]) : due,
        _ => 0,
    };

    /// <summary>A reserve's target is 0 once every tranche it protects is repaid.</summary>
    private long Target(ResolvedSupport support)
    {
        foreach (var tranche in support.Protects)
        {
            if (state.Balance[tranche] > 0)
            {
                return support.Terms.Target.Fen;
            }
        }

        return 0;
    }

    private void Book(Operation operation, long paid, long fromCash)
    {
        var i = operation.Index;
        switch (operation.Kind)
        {
            case OperationKind.Fee:
                state.Fee[i] -= paid;
                break;
            case OperationKind.Interest:
                state.Interest[i] -= paid;
                break;
            case OperationKind.Principal:
                // Outside the normal order the whole balance counts as due when the order asks for all of it.
                var scheduled = mode != OrderMode.Normal && operation.Amount == PrincipalAmount.All ? state.Balance[i] : state.Principal[i];
                state.Balance[i] -= paid;
                state.Principal[i] = Math.Max(0, scheduled - paid);
                break;
            case OperationKind.Claim:
                state.Support[i] -= paid;
                break;
            case OperationKind.FundReserve:
                state.Support[i] += paid;
                break;
            case OperationKind.ReleaseReserve:
                state.Support[i] -= paid;
                state.Cash[operation.Account] += paid;
                return;
        }

        state.Cash[operation.Account] -= fromCash;
    }

    private void Transfer(Operation operation, bool open)
    {
        if (!open)
        {
            return;
        }

        var amount = Math.Min(state.Cash[operation.Account], Cap(operation));
        state.Cash[operation.Account] -= amount;
        state.Cash[operation.Index] += amount;
    }

    /// <summary>Writes a tranche down by what pool, cash and reserves can no longer cover.</summary>
    private void WriteOff(int tranche, bool open)
    {
        if (!open)
        {
            return;
        }

        var cover = totals.Balance[period] + state.TotalCash;
        for (var i = 0; i < deal.Supports.Length; i++)
        {
            cover += deal.Supports[i].IsReserve ? state.Support[i] : 0;
        }

        var outstanding = 0L;
        foreach (var balance in state.Balance)
        {
            outstanding += balance;
        }

        var loss = Math.Clamp(outstanding - cover, 0, state.Balance[tranche]);
        state.Balance[tranche] -= loss;
        state.Principal[tranche] = Math.Min(state.Principal[tranche], state.Balance[tranche]);
        WrittenOff += loss;
    }
}
