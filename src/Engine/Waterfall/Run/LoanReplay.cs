using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Scenarios;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Run;

/// <summary>Replays the loans a scenario touches and replaces their base cash in the pool's totals.</summary>
internal static class LoanReplay
{
    public static void Apply(ResolvedDeal deal, ResolvedScenario scenario, PoolTotals totals)
    {
        totals.CopyFrom(deal.Base);
        foreach (var events in scenario.Events)
        {
            Remove(deal.Loans[events.Loan].Base, totals);
            Add(deal, events, totals);
        }
    }

    /// <summary>Adds the cash of one touched loan.</summary>
    public static void Add(ResolvedDeal deal, LoanEvents events, PoolTotals totals)
    {
        var loan = deal.Loans[events.Loan];
        if (events is { DefaultRates: null, PrepaymentRates: null, Prepayments: null })
        {
            DefaultOnly(loan, events, totals);
        }
        else
        {
            Replay(deal, loan, events, totals);
        }
    }

    private static void Remove(PoolTotals from, PoolTotals totals)
    {
        for (var k = 0; k < totals.Interest.Length; k++)
        {
            totals.Interest[k] -= from.Interest[k];
            totals.Principal[k] -= from.Principal[k];
            totals.Discount[k] -= from.Discount[k];
            totals.Balance[k] -= from.Balance[k];
            totals.Count[k] -= from.Count[k];
        }
    }

    /// <summary>The common scenario: the base schedule up to the default, nothing after it.</summary>
    private static void DefaultOnly(ResolvedLoan loan, LoanEvents events, PoolTotals totals)
    {
        var stop = events.DefaultPeriod < 0 ? totals.Interest.Length : events.DefaultPeriod;
        for (var k = 0; k < stop; k++)
        {
            totals.Interest[k] += loan.Base.Interest[k];
            totals.Principal[k] += loan.Base.Principal[k];
            totals.Discount[k] += loan.Base.Discount[k];
            totals.Balance[k] += loan.Base.Balance[k];
            totals.Count[k] += loan.Base.Count[k];
        }

        if (stop < totals.Interest.Length)
        {
            Default(stop == 0 ? loan.Opening : loan.Base.Balance[stop - 1], stop, events.Recovery, events.Lag, totals);
        }
    }

    private static void Default(long balance, int period, Fraction recovery, int lag, PoolTotals totals)
    {
        if (balance == 0)
        {
            return;
        }

        totals.Defaulted[period] += balance;
        var back = recovery.Of(balance);
        if (period + lag < totals.Recovery.Length)
        {
            totals.Recovery[period + lag] += back;
        }
        else
        {
            totals.LateRecovery += back;
        }
    }

    private static void Replay(ResolvedDeal deal, ResolvedLoan loan, LoanEvents events, PoolTotals totals)
    {
        var rounding = deal.Definition.Money.Rounding;
        var balance = loan.Opening;
        var plan = default(Plan);
        for (var k = 0; k < deal.PeriodCount && balance > 0; k++)
        {
            if (k == events.DefaultPeriod)
            {
                Default(balance, k, events.Recovery, events.Lag, totals);
                return;
            }

            if (events.DefaultRates is { } rates && rates[k].Of(balance) is > 0 and var lost)
            {
                Default(lost, k, events.RateRecovery, events.RateLag, totals);
                balance -= lost;
                plan = Plan.Changed;
            }

            for (var r = loan.FirstRow[k]; r < loan.FirstRow[k + 1]; r++)
            {
                balance -= Instalment(loan, r, balance, ref plan, k, rounding, totals);
            }

            var prepaid = Math.Min(balance, Prepaid(events, k, balance, rounding));
            if (prepaid > 0)
            {
                totals.Principal[k] += prepaid;
                totals.Interest[k] += loan.Accrued[k].Of(prepaid, rounding);
                totals.Discount[k] += loan.DiscountShare.Of(prepaid, rounding);
                balance -= prepaid;
                plan = Plan.Changed;
            }

            totals.Balance[k] += balance;
            totals.Count[k] += balance > 0 ? 1 : 0;
        }
    }

    private static long Prepaid(LoanEvents events, int k, long balance, RoundingMode rounding)
    {
        var assumed = events.PrepaymentRates is { } rates ? rates[k].Of(balance, rounding) : 0;
        return assumed + (events.Prepayments is { } shares ? shares[k].Of(balance - assumed, rounding) : 0);
    }

    /// <summary>Collects one instalment; after a change of balance it is computed anew over the remaining dates, once, and then kept.</summary>
    private static long Instalment(ResolvedLoan loan, int row, long balance, ref Plan plan, int k, RoundingMode rounding, PoolTotals totals)
    {
        var at = loan.Rows[row];
        if (!plan.Touched)
        {
            totals.Interest[k] += at.Interest;
            totals.Principal[k] += at.Principal;
            totals.Discount[k] += at.Discount;
            return at.Principal;
        }

        var contract = loan.Terms.Contract;
        var discounted = contract.Amortisation == ContractAmortisation.Discount;
        var interest = discounted ? 0 : at.Factor.Of(balance, rounding);
        if (plan.Stale)
        {
            plan = new(true, false, Anew(loan, row, balance, rounding));
        }

        var principal = row == loan.Rows.Length - 1 ? balance : Math.Min(balance, contract.Amortisation switch
        {
            ContractAmortisation.Level => Math.Max(0, plan.Part - interest),
            ContractAmortisation.EqualPrincipal => plan.Part,
            ContractAmortisation.Schedule => at.BalanceBefore == 0 ? 0 : Rounding.MulDiv(balance, at.Principal, at.BalanceBefore, rounding),
            _ => 0,
        });
        totals.Interest[k] += interest;
        totals.Principal[k] += principal;
        totals.Discount[k] += discounted ? at.Factor.Of(principal, rounding) : 0;
        return principal;
    }

    /// <summary>What each remaining date pays: the instalment of a level debt, the principal of one repaid in equal parts.</summary>
    private static long Anew(ResolvedLoan loan, int row, long balance, RoundingMode rounding)
    {
        var remaining = loan.Rows.Length - row;
        return loan.Terms.Contract.Amortisation switch
        {
            // In advance only the contract's first date falls due without interest; after it the rest is one period apart.
            ContractAmortisation.Level when row == 0 && loan.StartsInAdvance => Annuity.AdvancePayment(balance, loan.PeriodRate, remaining, rounding),
            ContractAmortisation.Level => Annuity.LevelPayment(balance, loan.PeriodRate, remaining, rounding),
            ContractAmortisation.EqualPrincipal => Rounding.MulDiv(balance, 1, remaining, rounding),
            _ => 0,
        };
    }

    /// <summary>Whether a debt still follows its schedule, and the part it pays on each date since it does not.</summary>
    private readonly record struct Plan(bool Touched, bool Stale, long Part)
    {
        public static Plan Changed { get; } = new(true, true, 0);
    }
}
