using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Terms;

namespace Zhirong.Engine.Credit.Schedules;

/// <summary>How the days of a loan's periods become parts of a year. All exact; the parts of one period share one denominator.</summary>
/// <param name="DayCount">The loan's day count.</param>
/// <param name="Every">The distance regular periods stand for.</param>
/// <param name="InterestPeriod">Whether a regular period counts by its days.</param>
/// <param name="Convention">Fineract counts ACT/ACT in its own way.</param>
/// <param name="Engine">Fineract's engine.</param>
/// <param name="Termination">The last date; only 30E/360 ISDA looks at it.</param>
internal sealed record YearParts(DayCountConvention DayCount, Tenor? Every, InterestPeriod InterestPeriod, LoanConvention Convention, FineractEngine Engine, DateOnly Termination)
{
    // A 30-day month of a 360-day year, a week of a 364-day year.
    private const int DaysOfMonth = 30;
    private const int DaysOfYear = 360;
    private const int DaysOfWeeks = 364;

    public static YearParts Of(LoanTerms terms, DateOnly last) => new(terms.DayCount, terms.Every, terms.InterestPeriod, terms.Convention, terms.Engine, last);

    /// <summary>The part of a year from the period's first day up to a day of it.</summary>
    public (long Numerator, long Denominator) Upto(LoanPeriod period, DateOnly day)
    {
        if (Fixed(period) is { } whole)
        {
            var counted = whole.Monthly ? DayCounts.Days(DayCountConvention.Thirty360BondBasis, period.From, day) : day.DayNumber - period.From.DayNumber;
            return (day >= period.To ? whole.Days : Math.Min(counted, whole.Days), whole.Year);
        }

        if (DayCount == DayCountConvention.ActActIsda)
        {
            return ActAct(period.From, day);
        }

        var part = DayCount switch
        {
            DayCountConvention.Act360 => (day.DayNumber - period.From.DayNumber, 360),
            DayCountConvention.Act365F => (day.DayNumber - period.From.DayNumber, 365),
            DayCountConvention.Act364 => (day.DayNumber - period.From.DayNumber, 364),
            _ => default((long Numerator, long Denominator)?),
        };
        return part ?? Other(period, day);
    }

    /// <summary>Days the interest of a period is counted by.</summary>
    public int Days(LoanPeriod period) => Fixed(period) is { } whole
        ? (int)Math.Min(whole.Days, int.MaxValue)
        : DayCounts.Days(DayCount, period.From, period.To, Termination);

    /// <summary>The nominal part of a year of one regular period: a month is a twelfth.</summary>
    public Fraction Nominal() => Every!.Value.Unit switch
    {
        TenorUnit.Month => new(Every.Value.Count, 12),
        TenorUnit.Year => new(Every.Value.Count, 1),
        TenorUnit.Week => new(7L * Every.Value.Count, YearDays()),
        _ => new(Every.Value.Count, YearDays()),
    };

    /// <summary>Regular periods that count the same whatever their days.</summary>
    private (long Days, long Year, bool Monthly)? Fixed(LoanPeriod period)
    {
        var thirty = DayCount == DayCountConvention.Thirty360BondBasis;
        if (period.Regular == 0 || Every is not { } every || (InterestPeriod == InterestPeriod.Daily && !thirty))
        {
            return null;
        }

        var times = (long)period.Regular * every.Count;
        return every.Unit switch
        {
            TenorUnit.Month => (DaysOfMonth * times, DaysOfYear, true),
            TenorUnit.Year => (DaysOfYear * times, DaysOfYear, true),
            TenorUnit.Week when InterestPeriod == InterestPeriod.Same => (7 * times, DaysOfWeeks, false),
            TenorUnit.Week => (7 * times, DaysOfYear, false),
            _ => (times, YearDays(), false),
        };
    }

    private int YearDays() => DayCount switch
    {
        DayCountConvention.Act365F or DayCountConvention.ActActIsda or DayCountConvention.ActActIcma => 365,
        DayCountConvention.Act364 => 364,
        _ => DaysOfYear,
    };

    /// <summary>Days of ordinary years ÷ 365 and of leap years ÷ 366 over one denominator.</summary>
    private (long Numerator, long Denominator) ActAct(DateOnly from, DateOnly to)
    {
        if (Convention == LoanConvention.Fineract && Engine == FineractEngine.Cumulative)
        {
            return (to.DayNumber - from.DayNumber, 365);
        }

        // Fineract counts 31 December with the year after it.
        var shift = Convention == LoanConvention.Fineract ? 1 : 0;
        var (day, last, parts) = (from.DayNumber + shift, to.DayNumber + shift, 0L);
        while (day < last)
        {
            var year = DateOnly.FromDayNumber(day).Year;
            var next = year == 9999 ? last : Math.Min(last, new DateOnly(year + 1, 1, 1).DayNumber);
            parts += (next - day) * (DateTime.IsLeapYear(year) ? 365L : 366L);
            day = next;
        }

        return (parts, 365L * 366L);
    }

    private (long Numerator, long Denominator) Other(LoanPeriod period, DateOnly day)
    {
        var part = DayCounts.YearFraction(DayCount, period.From, day, new(period.From, period.To), Termination);
        return DayCount == DayCountConvention.ActActIcma
            ? (part.Numerator, part.Denominator)
            : (DayCounts.Days(DayCount, period.From, day, Termination), DaysOfYear);
    }
}
