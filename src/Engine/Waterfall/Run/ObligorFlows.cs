using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Scenarios;

namespace Zhirong.Engine.Waterfall.Run;

/// <summary>What one obligor brings to the pool on each payment date (index 0 = period 1), in fen.</summary>
public sealed record ObligorFlow
{
    /// <summary>Obligor id.</summary>
    public required string Obligor { get; init; }

    /// <summary>The scenario changes this obligor's cash.</summary>
    public required bool Touched { get; init; }

    /// <summary>Balance at closing that belongs to the pool.</summary>
    public required long Opening { get; init; }

    public required IReadOnlyList<long> Interest { get; init; }

    public required IReadOnlyList<long> Principal { get; init; }

    /// <summary>Part of the principal that is discount income.</summary>
    public required IReadOnlyList<long> Discount { get; init; }

    public required IReadOnlyList<long> Recovery { get; init; }

    public required IReadOnlyList<long> Defaulted { get; init; }

    /// <summary>Performing balance at the end of the period.</summary>
    public required IReadOnlyList<long> Balance { get; init; }
}

/// <summary>The pool's cash obligor by obligor; the sums over all obligors are what a run collects.</summary>
public static class ObligorFlows
{
    public static IReadOnlyList<ObligorFlow> Of(ResolvedDeal deal, ResolvedScenario scenario)
    {
        var touched = scenario.Events.ToDictionary(e => e.Loan);
        return [.. deal.Loans.Select((loan, i) => Flow(deal, loan, touched.GetValueOrDefault(i)))];
    }

    private static ObligorFlow Flow(ResolvedDeal deal, ResolvedLoan loan, LoanEvents? events)
    {
        var totals = new PoolTotals(deal.PeriodCount);
        if (events is null)
        {
            totals.CopyFrom(loan.Base);
        }
        else
        {
            LoanReplay.Add(deal, events, totals);
        }

        return new()
        {
            Obligor = loan.Terms.Id,
            Touched = events is not null,
            Opening = loan.Opening,
            Interest = totals.Interest,
            Principal = totals.Principal,
            Discount = totals.Discount,
            Recovery = totals.Recovery,
            Defaulted = totals.Defaulted,
            Balance = totals.Balance,
        };
    }
}
