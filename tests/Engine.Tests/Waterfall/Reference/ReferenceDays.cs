using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Tests.Waterfall.Reference;

/// <summary>Interest by days for the conventions a deal may name, each counted day by day or by the calendar's fields.</summary>
internal static class ReferenceDays
{
    /// <summary>Unrounded; no convention named reads ACT/365F.</summary>
    public static decimal Interest(decimal balance, decimal rate, DayCountConvention? convention, DateOnly from, DateOnly to)
    {
        var (number, basis) = Year(convention ?? DayCountConvention.Act365F, from, to);
        return balance * rate * number / basis;
    }

    private static (decimal Number, decimal Basis) Year(DayCountConvention convention, DateOnly from, DateOnly to)
    {
        var days = to.DayNumber - from.DayNumber;
        switch (convention)
        {
            case DayCountConvention.Act365F:
                return (days, 365);
            case DayCountConvention.Act360:
                return (days, 360);
            case DayCountConvention.Act364:
                return (days, 364);
            case DayCountConvention.ActActIsda:
                var leap = Enumerable.Range(from.DayNumber, days).Count(d => DateTime.IsLeapYear(DateOnly.FromDayNumber(d).Year));
                return (((days - leap) * 366) + (leap * 365), 365 * 366);
            case DayCountConvention.Thirty360BondBasis:
                var first = Math.Min(from.Day, 30);
                return (Thirty(from, to, first, to.Day == 31 && first == 30 ? 30 : to.Day), 360);
            case DayCountConvention.Thirty360European:
                return (Thirty(from, to, Math.Min(from.Day, 30), Math.Min(to.Day, 30)), 360);
            default:
                throw new ArgumentOutOfRangeException(nameof(convention), convention, null);
        }
    }

    private static int Thirty(DateOnly from, DateOnly to, int first, int last) =>
        (360 * (to.Year - from.Year)) + (30 * (to.Month - from.Month)) + last - first;
}
