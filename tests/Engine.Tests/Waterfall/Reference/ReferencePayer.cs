using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Tests.Waterfall.Reference;

/// <summary>Pays one date down one order.</summary>
internal sealed class ReferencePayer(DealDefinition deal, ReferenceFacts facts, ReferenceState state, Dictionary<string, decimal> rooms, OrderMode mode)
{
    private readonly Dictionary<string, decimal> held = [];

    public ReferenceState State => state;

    public required decimal PoolBalance { get; init; }

    public required int Days { get; init; }

    public ReferenceDate Date { get; } = new() { After = state, Mode = mode };

    public void Run(IReadOnlyList<StepTerms> steps)
    {
        deal.Supports.ToList().ForEach(s => Date.Drawn[s.Id] = 0);
        foreach (var step in steps.Where(s => s.Kind != StepKind.DrawSupport))
        {
            var open = step.When is null || facts.True(step.When);
            if (step.Kind == StepKind.TrapCash && open)
            {
                break;
            }

            Step(step, open);
        }

        foreach (var (account, amount) in held)
        {
            state.Cash[account] += amount;
        }
    }

    private void Step(StepTerms step, bool open)
    {
        var account = step.FromAccount ?? state.Cash.Keys.First();
        if (step.Kind is StepKind.Transfer or StepKind.WriteOff or StepKind.TrapCash)
        {
            if (open && step.Kind == StepKind.Transfer)
            {
                var amount = Math.Min(state.Cash[account], Cap(step));
                (state.Cash[account], state.Cash[step.ToAccount!]) = (state.Cash[account] - amount, state.Cash[step.ToAccount!] + amount);
            }
            else if (open && step.Kind == StepKind.WriteOff)
            {
                step.What.ToList().ForEach(WriteOff);
            }

            return;
        }

        foreach (var group in Groups(step))
        {
            if (open)
            {
                Pay(step, group, account);
            }
            else
            {
                group.ForEach(id => Date.Paid.TryAdd(Line(step, id), 0));
            }
        }
    }

    /// <summary>The members that share stand together where the first of them stands; everyone else is alone.</summary>
    public static IEnumerable<List<string>> Groups(StepTerms step)
    {
        var sharing = step.What.Where(step.PariPassu.Contains).ToList();
        var shares = step.PariPassu.Count >= 2 && step.Kind != StepKind.ReleaseReserve;
        foreach (var id in step.What)
        {
            if (!shares || !sharing.Contains(id))
            {
                yield return [id];
            }
            else if (id == sharing[0])
            {
                yield return sharing;
            }
        }
    }

    /// <summary>Largest remainder, to the fen; the earlier member wins a tie.</summary>
    public static decimal[] Split(decimal amount, decimal[] weights)
    {
        var total = weights.Sum();
        if (total == 0)
        {
            return new decimal[weights.Length];
        }

        var parts = weights.Select(w => decimal.Floor(amount * w / total * 100) / 100).ToArray();
        var order = Enumerable.Range(0, weights.Length).OrderByDescending(i => (amount * 100 * weights[i]) - (parts[i] * 100 * total)).ToList();
        for (var n = 0; parts.Sum() < amount; n++)
        {
            parts[order[n]] += 0.01m;
        }

        return parts;
    }

    private static string Line(StepTerms step, string id) => step.Kind switch
    {
        StepKind.PayTax or StepKind.PayFee => id,
        StepKind.PayInterest => $"{id}.interest",
        StepKind.PayPrincipal => $"{id}.principal",
        StepKind.PayResidual => $"{id}.residual",
        StepKind.FundReserve => $"{id}.fund",
        StepKind.ReleaseReserve => $"{id}.release",
        _ => $"{id}.repay",
    };

    private decimal Cap(StepTerms step) => Math.Min(
        step.Cap?.Amount?.Yuan ?? decimal.MaxValue,
        step.Cap?.Rate is { } rate ? Math.Round(deal.Size.Yuan * rate * Days / 365, 2, ReferencePool.Mode(deal.Money.Rounding)) : decimal.MaxValue);

    private decimal Due(StepTerms step, string id, string account) => step.Kind switch
    {
        StepKind.PayTax or StepKind.PayFee => state.Fee[id],
        StepKind.PayInterest => state.Interest[id],
        StepKind.PayPrincipal => step.Amount == PrincipalAmount.All ? state.Balance[id] : Math.Min(state.Balance[id], state.Principal[id]),
        StepKind.PayResidual => state.Cash[account],
        StepKind.FundReserve => Math.Max(0, Target(id) - state.Support[id]),
        _ => state.Support[id],
    };

    /// <summary>A sweep of the normal order owes its schedule; claims, reserves and residuals owe nothing.</summary>
    private decimal Owed(StepTerms step, string id, decimal due) => step.Kind switch
    {
        StepKind.PayTax or StepKind.PayFee or StepKind.PayInterest => due,
        StepKind.PayPrincipal => mode == OrderMode.Normal ? Math.Min(due, state.Principal[id]) : due,
        _ => 0,
    };

    private decimal Target(string id)
    {
        var reserve = deal.Supports.First(s => s.Id == id);
        var covered = deal.Tranches.Where(t => reserve.Covers.Contains($"{t.Id}.interest") || reserve.Covers.Contains($"{t.Id}.principal")).ToList();
        covered = covered.Count > 0 ? covered : [.. deal.Tranches.Where(t => !t.Residual)];
        return covered.Any(t => state.Balance[t.Id] > 0) ? reserve.Target.Yuan : 0;
    }

    private void Pay(StepTerms step, List<string> group, string account)
    {
        var residual = step.Kind == StepKind.PayResidual;
        var dues = group.Select(id => Due(step, id, account)).ToArray();
        var wants = dues.Select(d => Math.Min(d, Cap(step))).ToArray();
        var cash = state.Cash[account];
        var shares = step.Kind == StepKind.ReleaseReserve ? wants
            : group.Count == 1 ? [Math.Min(wants[0], cash)]
            : residual ? Split(cash, [.. group.Select(id => deal.Tranches.First(t => t.Id == id).Size.Yuan)])
            : Split(Math.Min(cash, wants.Sum()), wants);
        if (residual && group.Count > 1)
        {
            (dues, wants) = (shares, shares);
        }

        var owed = group.Select((id, j) => Owed(step, id, dues[j])).ToArray();
        var drawn = Draw(step, group, [.. shares.Select((share, j) => Math.Max(0, Math.Min(wants[j], owed[j]) - share))]);
        for (var j = 0; j < group.Count; j++)
        {
            var paid = Book(step, group[j], account, dues[j], wants[j], shares[j], drawn[j]);
            Note(Line(step, group[j]), owed[j], paid);
        }
    }

    private void Note(string line, decimal owed, decimal paid)
    {
        Date.Paid[line] = Date.Paid.GetValueOrDefault(line) + paid;
        Date.Unpaid.Remove(line);
        if (owed > paid)
        {
            Date.Unpaid[line] = owed - paid;
        }
    }

    /// <summary>A covered line that is short draws at its turn, from one support after the other; equals share what is drawn.</summary>
    private decimal[] Draw(StepTerms step, List<string> group, decimal[] missing)
    {
        var drawn = new decimal[group.Count];
        foreach (var support in deal.Supports.OrderBy(s => s.Order))
        {
            var wants = group.Select((id, j) => Covers(support, step, id) ? missing[j] - drawn[j] : 0).ToArray();
            var most = rooms[support.Id];
            most = support.Kind == SupportKind.CashReserve ? Math.Min(most, state.Support[support.Id]) : most;
            var parts = Split(Math.Min(most, wants.Sum()), wants);
            var sum = parts.Sum();
            rooms[support.Id] -= sum;
            Date.Drawn[support.Id] += sum;
            state.Drawn[support.Id] += sum;
            state.Support[support.Id] += support.Kind == SupportKind.CashReserve ? -sum : support.Claims ? sum : 0;
            drawn = [.. drawn.Zip(parts, (a, b) => a + b)];
        }

        Date.Failed |= Enumerable.Range(0, group.Count).Any(j => missing[j] > drawn[j] && deal.Supports.Any(s =>
            s.Kind != SupportKind.CashReserve && s.DrawIn.Contains(mode) && Covers(s, step, group[j])));
        return drawn;
    }

    private bool Covers(SupportTerms support, StepTerms step, string id) => step.Kind switch
    {
        StepKind.PayTax or StepKind.PayFee => support.Covers.Contains(id)
            || support.Covers.Contains(deal.Fees.First(f => f.Id == id).Kind == FeeKind.Tax ? "tax" : "fees"),
        StepKind.PayInterest or StepKind.PayPrincipal => support.Covers.Contains(Line(step, id)),
        _ => false,
    };

    private decimal Book(StepTerms step, string id, string account, decimal due, decimal want, decimal share, decimal drawn)
    {
        var paid = share + drawn;
        if (step.Kind is StepKind.PayInterest or StepKind.PayPrincipal && paid < due && deal.Money.UnitDecimals is { } decimals)
        {
            // A part payment goes down to the same whole amount per unit; the rest waits in the account for the next date.
            var units = decimal.Truncate(deal.Tranches.First(t => t.Id == id).Size.Yuan / deal.Money.UnitFace.Yuan);
            var whole = units == 0 ? paid : Math.Round(Math.Round(paid / units, decimals, MidpointRounding.ToZero) * units, 2, MidpointRounding.ToZero);
            var back = Math.Clamp(paid - whole, 0, share);
            share -= back;
            if (paid < want)
            {
                state.Cash[account] -= back;
                held[account] = held.GetValueOrDefault(account) + back;
            }
        }

        paid = share + drawn;
        switch (step.Kind)
        {
            case StepKind.PayTax or StepKind.PayFee:
                state.Fee[id] -= paid;
                break;
            case StepKind.PayInterest:
                state.Interest[id] -= paid;
                break;
            case StepKind.PayPrincipal:
                var scheduled = mode != OrderMode.Normal && step.Amount == PrincipalAmount.All ? state.Balance[id] : state.Principal[id];
                state.Balance[id] -= paid;
                state.Principal[id] = Math.Max(0, scheduled - paid);
                break;
            case StepKind.FundReserve:
                state.Support[id] += paid;
                break;
            case StepKind.PaySupportClaim or StepKind.RepayLiquidity:
                state.Support[id] -= paid;
                break;
            case StepKind.ReleaseReserve:
                state.Support[id] -= paid;
                state.Cash[account] += paid;
                return paid;
        }

        state.Cash[account] -= share;
        return paid;
    }

    /// <summary>A note is written down by what pool, cash and reserves together can no longer repay.</summary>
    private void WriteOff(string id)
    {
        var cover = PoolBalance + state.Cash.Values.Sum() + held.Values.Sum()
            + deal.Supports.Where(s => s.Kind == SupportKind.CashReserve).Sum(s => state.Support[s.Id]);
        var loss = Math.Clamp(state.Balance.Values.Sum() - cover, 0, state.Balance[id]);
        state.Balance[id] -= loss;
        state.Principal[id] = Math.Min(state.Principal[id], state.Balance[id]);
        Date.WrittenOff += loss;
    }
}
