using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Tests.Waterfall.Reference;

/// <summary>What falls due on a date, from the paragraph "Fees" and "Principal" of the contract.</summary>
internal sealed class ReferenceDues(DealDefinition deal, ReferencePool pool)
{
    private readonly MidpointRounding rounding = ReferencePool.Mode(deal.Money.Rounding);
    private readonly Dictionary<string, decimal> charged = [];
    private Dictionary<string, decimal> opening = [];

    public int Days(int k) => deal.Dates.PaymentDates[k].DayNumber - From(k).DayNumber;

    private DateOnly From(int k) => k == 0 ? deal.Dates.Closing : deal.Dates.PaymentDates[k - 1];

    private decimal Fen(decimal yuan) => Math.Round(yuan, 2, rounding);

    public void At(int k, OrderMode mode, ReferenceState state, IReadOnlyList<StepTerms> steps)
    {
        opening = new(state.Balance);
        foreach (var tranche in deal.Tranches)
        {
            state.Interest[tranche.Id] += Interest(tranche, k);
            state.Principal[tranche.Id] = Scheduled(tranche, state.Principal[tranche.Id], k);
        }

        PassThrough(k, state, steps);
        foreach (var fee in deal.Fees)
        {
            charged[fee.Id] = Charge(fee, fee.Kind == FeeKind.PayoutRate ? Planned(fee, mode, state) : Basis(fee, k), k);
            state.Fee[fee.Id] += charged[fee.Id];
        }
    }

    /// <summary>Fees on what is really paid, computed anew from a tried date; true when one moved.</summary>
    public bool Rebase(ReferenceDate tried, int k, ReferenceState state)
    {
        var moved = false;
        foreach (var fee in deal.Fees.Where(f => f is { Kind: FeeKind.PayoutRate, OnPaid: true }))
        {
            var paid = Bearers(fee).Sum(t => tried.Paid.GetValueOrDefault($"{t.Id}.interest")
                + tried.Paid.GetValueOrDefault($"{t.Id}.principal") + tried.Paid.GetValueOrDefault($"{t.Id}.residual"));
            var charge = Charge(fee, paid, k);
            moved |= charge != charged[fee.Id];
            state.Fee[fee.Id] += charge - charged[fee.Id];
            charged[fee.Id] = charge;
        }

        return moved;
    }

    private int Last(TrancheTerms tranche) => tranche.ExpectedMaturity is { } own ? deal.Dates.PaymentDates.ToList().IndexOf(own) : deal.Dates.PaymentDates.Count - 1;

    private decimal Interest(TrancheTerms tranche, int k)
    {
        var balance = opening[tranche.Id];
        var units = decimal.Truncate(tranche.Size.Yuan / deal.Money.UnitFace.Yuan);
        var (from, to) = (From(k), deal.Dates.PaymentDates[k]);
        return deal.Money.UnitDecimals is not { } decimals || units == 0
            ? Fen(ReferenceDays.Interest(balance, tranche.Coupon, tranche.DayCount, from, to))
            : Fen(units * Math.Round(ReferenceDays.Interest(balance / units, tranche.Coupon, tranche.DayCount, from, to), decimals, rounding));
    }

    private decimal Scheduled(TrancheTerms tranche, decimal unpaid, int k)
    {
        var balance = opening[tranche.Id];
        return k >= Last(tranche) ? balance : tranche.Amortisation switch
        {
            TrancheAmortisation.UnitSchedule => Math.Min(balance, unpaid + Fen(tranche.Size.Yuan * tranche.UnitPrincipal[k] / 100)),
            TrancheAmortisation.TargetBalance => Math.Max(0, balance - tranche.TargetBalances[k].Yuan),
            _ => Math.Min(balance, unpaid),
        };
    }

    /// <summary>Principal and recoveries of the period go down the order to the notes that pass through, each once.</summary>
    private void PassThrough(int k, ReferenceState state, IReadOnlyList<StepTerms> steps)
    {
        var pot = pool.Principal[k] + pool.Recovery[k];
        var served = new HashSet<string>();
        foreach (var step in steps.Where(s => s.Kind == StepKind.PayPrincipal))
        {
            foreach (var group in ReferencePayer.Groups(step))
            {
                var takers = group.Select(id => deal.Tranches.First(t => t.Id == id))
                    .Where(t => step.Amount == PrincipalAmount.PassThrough || (step.Amount == PrincipalAmount.Scheduled && t.Amortisation == TrancheAmortisation.PassThrough))
                    .Where(t => served.Add(t.Id)).ToList();
                var shares = ReferencePayer.Split(Math.Min(pot, takers.Sum(t => opening[t.Id])), [.. takers.Select(t => opening[t.Id])]);
                for (var j = 0; j < takers.Count; j++)
                {
                    pot -= shares[j];
                    var id = takers[j].Id;
                    state.Principal[id] = k < Last(takers[j]) ? Math.Min(opening[id], state.Principal[id] + shares[j]) : state.Principal[id];
                }
            }
        }
    }

    private IEnumerable<TrancheTerms> Bearers(FeeTerms fee) => deal.Tranches.Where(t => fee.Basis.Count == 0 ? !t.Residual : fee.Basis.Contains(t.Id));

    private decimal Planned(FeeTerms fee, OrderMode mode, ReferenceState state)
    {
        var interest = Bearers(fee).Sum(t => state.Interest[t.Id]);
        if (mode == OrderMode.Normal)
        {
            return interest + Bearers(fee).Sum(t => state.Principal[t.Id]);
        }

        var funds = state.Cash.Values.Sum() + deal.Supports.Where(s => s.Kind == SupportKind.CashReserve).Sum(s => state.Support[s.Id]);
        return interest + Math.Min(Bearers(fee).Sum(t => state.Balance[t.Id]), Math.Max(0, funds - interest));
    }

    private static bool OverTime(string basis) => basis is "size" or "pool.balance" || basis.EndsWith(".balance", StringComparison.Ordinal);

    private decimal Basis(FeeTerms fee, int k) => (fee.Basis.Count == 0 ? ["size"] : fee.Basis).Sum(basis => basis switch
    {
        "size" => deal.Size.Yuan,
        "pool.balance" => k == 0 ? pool.Opening : pool.Balance[k - 1],
        "interest_collected" => pool.Interest[k],
        "principal_collected" => pool.Principal[k],
        "discount_collected" => pool.Discount[k],
        "recovery_collected" => pool.Recovery[k],
        _ => opening[basis[..^".balance".Length]],
    });

    private decimal Charge(FeeTerms fee, decimal basis, int k)
    {
        var byDays = fee.Kind == FeeKind.Rate && fee.Basis.All(OverTime);
        var due = fee.Kind switch
        {
            FeeKind.Tax => Fen(basis * fee.Vat / (1 + fee.Vat)),
            FeeKind.Fixed => fee.Amount.Yuan,
            FeeKind.Rate when byDays => Fen(basis * fee.Rate * Days(k) / 365),
            _ => Fen(basis * fee.Rate),
        };
        var vat = fee.Kind == FeeKind.Tax ? due : Fen(due * fee.Vat);
        due = (fee.Kind == FeeKind.Tax ? 0 : due) + vat + Fen(vat * fee.Surcharge);
        due = fee.Cap?.Amount is { } most ? Math.Min(due, most.Yuan) : due;
        return fee.Cap?.Rate is { } rate ? Math.Min(due, Fen(byDays || fee.Kind == FeeKind.Fixed ? basis * rate * Days(k) / 365 : basis * rate)) : due;
    }
}
