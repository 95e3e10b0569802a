using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Resolve;

namespace Zhirong.Engine.Waterfall.Scenarios;

/// <summary>Turns annual rate assumptions into per-period shares for each loan, the narrower scope winning.</summary>
internal static class RateEvents
{
    /// <summary>Shares are estimates: rounded to this many parts, so that every machine computes the same fen.</summary>
    private const long Parts = 1_000_000_000_000;

    public static void Bind(ScenarioDefinition scenario, ResolvedDeal deal, Func<int, LoanEvents> of)
    {
        if (scenario.Assumptions.Count == 0)
        {
            return;
        }

        for (var loan = 0; loan < deal.Loans.Length; loan++)
        {
            var terms = deal.Loans[loan].Terms;
            var narrowest = scenario.Assumptions
                .Where(a => a.Scope == AssumptionScope.Pool
                    || (a.Scope == AssumptionScope.Industry && a.Of == terms.Industry)
                    || (a.Scope == AssumptionScope.Obligor && a.Of == terms.Id))
                .OrderByDescending(a => a.Scope).ToList();
            if (narrowest.Find(a => a.DefaultRates.Count > 0) is { } defaults)
            {
                var events = of(loan);
                events.DefaultRates = Shares(defaults.DefaultRates, deal.Periods);
                events.RateRecovery = Fraction.FromDecimal(defaults.Recovery);
                events.RateLag = defaults.Lag;
            }

            if (narrowest.Find(a => a.PrepaymentRates.Count > 0) is { } prepayments)
            {
                of(loan).PrepaymentRates = Shares(prepayments.PrepaymentRates, deal.Periods);
            }
        }
    }

    private static Fraction[] Shares(IReadOnlyList<decimal> annual, IReadOnlyList<ResolvedPeriod> periods)
    {
        var shares = new Fraction[periods.Count];
        for (var k = 0; k < shares.Length; k++)
        {
            shares[k] = new((long)Math.Round(PeriodRate.EstimateFromAnnual((double)annual[Math.Min(k, annual.Count - 1)], periods[k].Days) * Parts), Parts);
        }

        return shares;
    }
}
