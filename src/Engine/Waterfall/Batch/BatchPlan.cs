using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Batch;

/// <summary>A resolved deal as constants in <c>double</c> (fen), prepared once for the vector path.</summary>
internal sealed class BatchPlan
{
    public readonly ResolvedDeal Deal;
    public readonly int Periods;
    public readonly int Tranches;
    public readonly int Fees;
    public readonly int Supports;
    public readonly double InitialPool;
    public readonly double OpeningPool;

    /// <summary>Years from closing by period.</summary>
    public readonly double[] Years;

    /// <summary>Distinct period lengths in days, and which one each period has.</summary>
    public readonly int[] Lengths;
    public readonly int[] LengthOf;

    /// <summary>[tranche][period] interest factor; [fee][period] factor; [fee][period] cap factor.</summary>
    public readonly double[][] Interest;
    public readonly double[][] FeeFactor;
    public readonly double[]?[] FeeCap;

    /// <summary>Whether the scheduled principal of a tranche is looked at by anything.</summary>
    public readonly bool[] NeedsSchedule;

    /// <summary>Whether any debt is a receivable bought below face.</summary>
    public readonly bool HasDiscount;

    /// <summary>Whether any condition counts obligors.</summary>
    public readonly bool NeedsCount;

    /// <summary>Whether the opening balance of tranches is looked at: by a fee's basis, or to share what passes through.</summary>
    public readonly bool NeedsOpening;

    /// <summary>Whether any support covers a line.</summary>
    public readonly bool[] Covered;

    /// <summary>Whether the vector path has every term the deal uses.</summary>
    public readonly bool Vectorisable;

    public BatchPlan(ResolvedDeal deal)
    {
        Deal = deal;
        Periods = deal.PeriodCount;
        (Tranches, Fees, Supports) = (deal.Tranches.Length, deal.Fees.Length, deal.Supports.Length);
        InitialPool = deal.Loans.Sum(l => l.Terms.Principal.Fen);
        OpeningPool = deal.Loans.Sum(l => l.Opening);
        var closing = deal.Definition.Dates.Closing.DayNumber;
        Years = [.. deal.Periods.Select(p => (p.Date.DayNumber - closing) / 365.0)];
        Lengths = [.. deal.Periods.Select(p => p.Days).Distinct()];
        LengthOf = [.. deal.Periods.Select(p => Array.IndexOf(Lengths, p.Days))];
        Interest = [.. deal.Tranches.Select(t => t.Interest.Select(f => f.ToDouble()).ToArray())];
        FeeFactor = [.. deal.Fees.Select(f => f.Factor.Select(x => x.ToDouble()).ToArray())];
        FeeCap = [.. deal.Fees.Select(f => f.CapFactor?.Select(x => x.ToDouble()).ToArray())];
        NeedsSchedule = [.. Enumerable.Range(0, Tranches).Select(t => ScheduleMatters(deal, t))];
        HasDiscount = deal.Loans.Any(l => l.Terms.Contract.Amortisation == ContractAmortisation.Discount);
        NeedsCount = deal.Conditions.Concat(deal.Triggers.Select(t => t.When)).Any(c => c.Names.Any(n => n.Slot == DealVocabulary.PoolCount));
        NeedsOpening = deal.Fees.Any(f => f.Basis.Any(b => b.Kind == BasisKind.TrancheBalance)) || deal.Orders.Any(o => o.Any(x => x.Kind == OperationKind.Principal && x.Amount != PrincipalAmount.All));
        Covered = [.. Enumerable.Range(0, deal.Lines.Count).Select(line => deal.Supports.Any(s => s.Covers[line]))];
        Vectorisable = deal.Accounts.Length == 1
            && deal.Tranches.All(t => t.Units == 0)
            && !deal.Fees.Any(f => f.Terms.OnPaid)
            && deal.Loans.All(Scales)
            && deal.Orders.All(o => o.All(Supported));
    }

    /// <summary>
    /// Whether a change of balance scales a loan's later instalments. A level loan's are recomputed at the nominal rate over the
    /// remaining dates: with interest by days, or dates that were cut, that is not the old instalment in proportion.
    /// </summary>
    private static bool Scales(ResolvedLoan loan)
    {
        // Instalments are rounded one by one, the last takes what has gathered.
        var mostFen = 1.0 + loan.Rows.Length;
        if (loan.Terms.Contract.Amortisation != ContractAmortisation.Level)
        {
            return true;
        }

        var rate = loan.PeriodRate.ToDouble();
        for (var r = loan.Terms.Contract.InAdvance ? 1 : 0; r < loan.Rows.Length - 1; r++)
        {
            var (row, remaining) = (loan.Rows[r], loan.Rows.Length - r);
            var level = rate == 0 ? (double)row.BalanceBefore / remaining : row.BalanceBefore * rate / (1 - Math.Pow(1 + rate, -remaining));
            if (Math.Abs(level - row.Interest - row.Principal) > mostFen || row.Factor != loan.PeriodRate)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Supported(Operation operation) =>
        operation.Kind is not (OperationKind.WriteOff or OperationKind.Transfer)
        && !(operation.Kind == OperationKind.Residual && operation.Group > 1);

    private static bool ScheduleMatters(ResolvedDeal deal, int tranche)
    {
        var slot = DealVocabulary.FirstTranche + (tranche * 3) + 2;
        return deal.Orders.Any(o => o.Any(x => x.Kind == OperationKind.Principal && x.Index == tranche && x.Amount != PrincipalAmount.All))
            || deal.Supports.Any(s => s.Covers[deal.Tranches[tranche].PrincipalLine])
            || deal.Fees.Any(f => f.Terms.Kind == FeeKind.PayoutRate && f.Bears[tranche])
            || deal.Conditions.Concat(deal.Triggers.Select(t => t.When)).Any(c => c.Names.Any(n => n.Slot == slot));
    }
}

/// <summary>The base cash of one group of loans by period, as constants: a rate scenario only scales it.</summary>
internal sealed class GroupCash
{
    public readonly double[] Interest;
    public readonly double[] Principal;
    public readonly double[] Discount;

    /// <summary>Balance at the start and, after the instalments, at the end of each period.</summary>
    public readonly double[] Opening;
    public readonly double[] Closing;

    /// <summary>Interest accrued since the last contract date on what stands at the end of the period.</summary>
    public readonly double[] Accrued;

    /// <summary>Discount income in what stands at the end of the period, earned when it is prepaid.</summary>
    public readonly double[] Earned;

    public GroupCash(ResolvedDeal deal, IEnumerable<int> loans)
    {
        var periods = deal.PeriodCount;
        (Interest, Principal, Discount) = (new double[periods], new double[periods], new double[periods]);
        (Opening, Closing, Accrued, Earned) = (new double[periods], new double[periods], new double[periods], new double[periods]);
        foreach (var loan in loans.Select(i => deal.Loans[i]))
        {
            for (var k = 0; k < periods; k++)
            {
                Interest[k] += loan.Base.Interest[k];
                Principal[k] += loan.Base.Principal[k];
                Discount[k] += loan.Base.Discount[k];
                Opening[k] += k == 0 ? loan.Opening : loan.Base.Balance[k - 1];
                Closing[k] += loan.Base.Balance[k];
                Accrued[k] += loan.Base.Balance[k] * loan.Accrued[k].ToDouble();
                Earned[k] += loan.Base.Balance[k] * loan.DiscountShare.ToDouble();
            }
        }
    }
}
