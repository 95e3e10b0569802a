using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Life;

/// <summary>One period of the time axis.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Start">Years from the base date to the period's start.</param>
/// <param name="End">Years from the base date to its end.</param>
/// <param name="Time">When its income is taken to arrive.</param>
public sealed record AxisPeriod(int Number, int Year, decimal Start, decimal End, decimal Time)
{
    public decimal Length => End - Start;
}

/// <summary>
/// The periods of an income appraisal: the rest of the base date's year (whole months ÷ 12, two decimals), then whole calendar
/// years, the last one cut at the economic life.
/// </summary>
/// <remarks>Base date 2025-09-30 gives ends 0.25, 1.25, 2.25 …; a base date in December gives 1, 2, 3 ….</remarks>
public static class TimeAxis
{
    public static IReadOnlyList<AxisPeriod> Of(DateOnly baseDate, decimal lifeYears, TimingConvention timing)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lifeYears);
        var rest = baseDate.Month == 12 ? 1m : Rounding.Decimals((12 - baseDate.Month) / 12m, 2);
        var firstYear = baseDate.Month == 12 ? baseDate.Year + 1 : baseDate.Year;
        var periods = new List<AxisPeriod>();
        var start = 0m;
        for (var number = 1; start < lifeYears; number++)
        {
            var end = Math.Min(lifeYears, rest + number - 1);
            periods.Add(new(number, firstYear + number - 1, start, end, timing == TimingConvention.EndOfPeriod ? end : (start + end) / 2));
            start = end;
        }

        return periods;
    }
}
