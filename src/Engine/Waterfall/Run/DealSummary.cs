using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Waterfall.Run;

/// <summary>One tranche over the whole run.</summary>
/// <param name="Tranche">Tranche id.</param>
/// <param name="Interest">Interest paid.</param>
/// <param name="Principal">Principal paid.</param>
/// <param name="Residual">Residual paid.</param>
/// <param name="AverageLife">Principal-weighted years from closing, ACT/365F, four decimals; null when no principal was paid.</param>
/// <param name="Irr">XIRR of what was paid against the size at closing, on unrolled dates; null when there is no single rate.</param>
/// <param name="Unpaid">Principal outstanding and interest unpaid after the last date.</param>
public sealed record TrancheSummary(string Tranche, Money Interest, Money Principal, Money Residual, decimal? AverageLife, decimal? Irr, Money Unpaid);

/// <summary>Sums of a run.</summary>
public static class DealSummary
{
    public static IReadOnlyList<TrancheSummary> Of(DealRun run) =>
        [.. Enumerable.Range(0, run.Deal.Tranches.Length).Select(t => Tranche(run, t))];

    private static TrancheSummary Tranche(DealRun run, int index)
    {
        var deal = run.Deal;
        var tranche = deal.Tranches[index];
        var closing = deal.Definition.Dates.Closing;
        var flows = new List<DatedAmount> { new(closing, Money.OfFen(-tranche.Size)) };
        var repaid = new List<DatedAmount>();
        var (interest, principal, residual) = (0L, 0L, 0L);
        for (var k = 0; k < deal.PeriodCount; k++)
        {
            var (i, p, r) = (run.PaidFen(k, tranche.InterestLine), run.PaidFen(k, tranche.PrincipalLine), run.PaidFen(k, tranche.ResidualLine));
            (interest, principal, residual) = (interest + i, principal + p, residual + r);
            repaid.Add(new(deal.Periods[k].Date, Money.OfFen(p)));
            flows.Add(new(deal.Periods[k].Date, Money.OfFen(i + p + r)));
        }

        var unpaid = run.BalanceFen(deal.PeriodCount - 1, index) + run.InterestLeft[index];
        return new(
            tranche.Terms.Id,
            Money.OfFen(interest),
            Money.OfFen(principal),
            Money.OfFen(residual),
            principal == 0 ? null : WeightedAverageLife.Act365(closing, repaid),
            Rate(flows),
            Money.OfFen(unpaid));
    }

    private static decimal? Rate(List<DatedAmount> flows)
    {
        var outcome = Xirr.Solve(flows);
        return outcome.Status == XirrStatus.One ? decimal.Round(outcome.Rate, 8, MidpointRounding.AwayFromZero) : null;
    }
}
