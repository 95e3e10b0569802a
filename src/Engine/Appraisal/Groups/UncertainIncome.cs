using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Income;
using Zhirong.Engine.Appraisal.Simulation;

namespace Zhirong.Engine.Appraisal.Groups;

/// <summary>An income case with deviations around its own figures, for the simulation.</summary>
public static class UncertainIncome
{
    /// <summary>With every deviation and the erosion at 0 the model's value is the case's.</summary>
    /// <param name="of">The case.</param>
    /// <param name="value">Its value: periods and income come from its table.</param>
    /// <param name="spread">The deviations.</param>
    public static IncomeModel Of(IncomeCase of, MethodValue value, SimulationRequest spread)
    {
        var model = new IncomeModel
        {
            Revenue = 0,
            Years = value.CashFlows.Count,
            Growth = new(0, spread.GrowthSpread),
            GrowthFade = spread.Fade,
            Royalty = (double)of.Share.Rate,
            RoyaltySpread = spread.ShareSpread,
            Rate = new((double)of.Discount.Rate, spread.RateSpread),
            LeastRate = Math.Min(0.02, (double)of.Discount.Rate),
            Erosion = new(spread.Erosion, spread.ErosionSpread),
            Share = new(1, 0),
            // The tax benefit is one factor over all periods.
            Kept = (double)((1 - (of.Tax?.Value ?? 0)) * value.Unrounded / Nonzero(value.CashFlows.Sum(f => f.PresentValue))),
            Mid = value.Terms.Timing == TimingConvention.MidPeriod,
        };

        // Whole years that grow from one figure take the growing model; anything else its own periods.
        return of.Forecast.Growth is { } grows && of.Share.YearlyDecline == 0 && value.CashFlows.All(f => f.Length == 1) && value.CashFlows[0].Year == of.Forecast.FirstYear
            ? model with
            {
                Revenue = (double)grows.Last,
                Growth = new((double)grows.Growth, spread.GrowthSpread),
                GrowthFade = (double)grows.Fade,
                Erosion = new((double)grows.Erosion + spread.Erosion, spread.ErosionSpread),
            }
            : model with { Forecast = [.. value.CashFlows.Select(f => ((double)f.Time, (double)(f.Income * f.Share / of.Share.Rate)))] };
    }

    private static decimal Nonzero(decimal sum) => sum == 0 ? 1 : sum;
}
