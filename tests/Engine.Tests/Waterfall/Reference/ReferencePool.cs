using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Scenarios;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Tests.Waterfall.Reference;

/// <summary>
/// What the obligors pay, written a second time from the contract text: decimal yuan, one obligor after the other, event by
/// event, nothing prepared and nothing shared with the engine's loans.
/// </summary>
internal sealed class ReferencePool
{
    private readonly DealDefinition deal;
    private readonly ScenarioDefinition scenario;
    private readonly MidpointRounding rounding;

    public ReferencePool(DealDefinition deal, ScenarioDefinition scenario)
    {
        (this.deal, this.scenario) = (deal, scenario);
        rounding = Mode(deal.Money.Rounding);
        var dates = deal.Dates.PaymentDates.Count;
        (Interest, Principal, Discount, Recovery) = (new decimal[dates], new decimal[dates], new decimal[dates], new decimal[dates]);
        (Defaulted, Balance, Count) = (new decimal[dates], new decimal[dates], new int[dates]);
        foreach (var obligor in deal.Pool.Obligors)
        {
            Play(obligor);
        }
    }

    public decimal[] Interest { get; }

    public decimal[] Principal { get; }

    public decimal[] Discount { get; }

    public decimal[] Recovery { get; }

    public decimal[] Defaulted { get; }

    public decimal[] Balance { get; }

    public int[] Count { get; }

    /// <summary>What belongs to the pool at closing.</summary>
    public decimal Opening { get; private set; }

    public static MidpointRounding Mode(RoundingMode mode) => mode switch
    {
        RoundingMode.HalfUp => MidpointRounding.AwayFromZero,
        RoundingMode.HalfEven => MidpointRounding.ToEven,
        _ => MidpointRounding.ToZero,
    };

    private decimal Fen(decimal yuan) => Math.Round(yuan, 2, rounding);

    private void Play(ObligorTerms obligor)
    {
        var debt = new ReferenceDebt(obligor, deal.Dates, rounding);
        if (deal.Pool.ClosingCollectionsToOriginator)
        {
            while (debt.Next is { } early && early <= deal.Dates.Closing)
            {
                debt.Instalment();
            }
        }

        Opening += debt.Balance;
        for (var k = 0; k < deal.Dates.PaymentDates.Count && debt.Balance > 0; k++)
        {
            if (scenario.Defaults.FirstOrDefault(d => d.Obligor == obligor.Id && d.Period == k + 1) is { } stop)
            {
                Lose(debt.Balance, k, stop.Recovery, stop.Lag);
                return;
            }

            if (Narrowest(obligor, a => a.DefaultRates.Count > 0) is { } assumed
                && Fen(debt.Balance * Share(assumed.DefaultRates, k), MidpointRounding.AwayFromZero) is > 0 and var lost)
            {
                Lose(lost, k, assumed.Recovery, assumed.Lag);
                debt.Shrink(lost);
            }

            Pay(debt, obligor, k);
        }
    }

    private void Pay(ReferenceDebt debt, ObligorTerms obligor, int k)
    {
        var date = deal.Dates.PaymentDates[k];
        var fell = false;
        while (debt.Next is { } next && next <= date)
        {
            var (interest, principal, discount) = debt.Instalment();
            (Interest[k], Principal[k], Discount[k]) = (Interest[k] + interest, Principal[k] + principal, Discount[k] + discount);
            fell = true;
        }

        var byRate = Narrowest(obligor, a => a.PrepaymentRates.Count > 0) is { } assumed ? Fen(debt.Balance * Share(assumed.PrepaymentRates, k)) : 0;
        var named = scenario.Prepayments.LastOrDefault(p => p.Obligor == obligor.Id && p.Period == k + 1);
        var prepaid = Math.Min(debt.Balance, byRate + (named is null ? 0 : Fen((debt.Balance - byRate) * named.Share)));
        if (prepaid > 0)
        {
            Principal[k] += prepaid;
            Interest[k] += fell ? 0 : Fen(debt.Accrued(prepaid, date));
            Discount[k] += debt.DiscountIn(prepaid);
            debt.Shrink(prepaid);
        }

        Balance[k] += debt.Balance;
        Count[k] += debt.Balance > 0 ? 1 : 0;
    }

    private void Lose(decimal balance, int k, decimal recovery, int lag)
    {
        Defaulted[k] += balance;
        if (k + lag < Recovery.Length)
        {
            Recovery[k + lag] += Fen(balance * recovery, MidpointRounding.AwayFromZero);
        }
    }

    private static decimal Fen(decimal yuan, MidpointRounding mode) => Math.Round(yuan, 2, mode);

    private RateAssumption? Narrowest(ObligorTerms obligor, Func<RateAssumption, bool> speaks) => scenario.Assumptions
        .Where(a => speaks(a) && (a.Scope == AssumptionScope.Pool || a.Of == (a.Scope == AssumptionScope.Industry ? obligor.Industry : obligor.Id)))
        .OrderByDescending(a => a.Scope).FirstOrDefault();

    /// <summary>1 − (1 − r)^(days/365), to twelve decimals: an estimate, the one place where binary fractions enter.</summary>
    private decimal Share(IReadOnlyList<decimal> annual, int k)
    {
        var from = k == 0 ? deal.Dates.Closing : deal.Dates.PaymentDates[k - 1];
        var days = deal.Dates.PaymentDates[k].DayNumber - from.DayNumber;
        var rate = (double)annual[Math.Min(k, annual.Count - 1)];
        return (decimal)Math.Round((1 - Math.Pow(1 - rate, days / 365.0)) * 1e12) / 1_000_000_000_000m;
    }
}
