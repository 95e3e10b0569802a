namespace Zhirong.Engine.Basics;

/// <summary>How the days between two dates become a part of a year (计息基准). First day in, last day out (算头不算尾).</summary>
public enum DayCountConvention
{
    /// <summary>实际/365: days ÷ 365, also over 29 February. ISDA 2006 §4.16(d). The ABS coupon default in China.</summary>
    Act365F,

    /// <summary>实际/360: days ÷ 360. ISDA 2006 §4.16(e). The bank loan default in China.</summary>
    Act360,

    /// <summary>实际/364: days ÷ 364, for weekly instalments (52 weeks).</summary>
    Act364,

    /// <summary>实际/实际 ISDA: days in ordinary years ÷ 365 + days in leap years ÷ 366. ISDA 2006 §4.16(b).</summary>
    ActActIsda,

    /// <summary>实际/实际 ICMA (ISMA): shares of regular coupon periods. ICMA rule 251; needs a reference period.</summary>
    ActActIcma,

    /// <summary>30/360 bond basis: a 31st end day becomes the 30th only after a start on the 30th or 31st. ISDA 2006 §4.16(f).</summary>
    Thirty360BondBasis,

    /// <summary>30/360 US: bond basis, and a start on the last of February counts as the 30th (and the end too if it is one).</summary>
    Thirty360Us,

    /// <summary>30E/360 Eurobond basis: every 31st counts as the 30th. ISDA 2006 §4.16(g).</summary>
    Thirty360European,

    /// <summary>30E/360 ISDA: also the last of February counts as the 30th, except an end that is the termination date. ISDA 2006 §4.16(h).</summary>
    Thirty360EuropeanIsda,

    /// <summary>30/360 Italian: 30E/360, and 28 and 29 February count as the 30th.</summary>
    Thirty360Italian,
}

/// <summary>A regular coupon period that ACT/ACT ICMA measures against; quasi-coupon dates go on from it both ways.</summary>
/// <param name="Start">First day of the regular period.</param>
/// <param name="End">First day of the next one; a whole number of months later (1 to 12).</param>
public readonly record struct ReferencePeriod(DateOnly Start, DateOnly End);

/// <summary>The arithmetic of the day count conventions. All results are exact.</summary>
public static class DayCounts
{
    // The first name of a convention is the one we write.
    private static readonly (string Name, DayCountConvention Convention)[] Names =
    [
        ("ACT/365F", DayCountConvention.Act365F),
        ("ACT/365", DayCountConvention.Act365F),
        ("ACT/360", DayCountConvention.Act360),
        ("ACT/364", DayCountConvention.Act364),
        ("ACT/ACT", DayCountConvention.ActActIsda),
        ("ACT/ACT ISDA", DayCountConvention.ActActIsda),
        ("ACT/ACT ICMA", DayCountConvention.ActActIcma),
        ("ACT/ACT ISMA", DayCountConvention.ActActIcma),
        ("30/360", DayCountConvention.Thirty360BondBasis),
        ("30U/360", DayCountConvention.Thirty360Us),
        ("30/360 US", DayCountConvention.Thirty360Us),
        ("30E/360", DayCountConvention.Thirty360European),
        ("30E/360 ISDA", DayCountConvention.Thirty360EuropeanIsda),
        ("30/360 IT", DayCountConvention.Thirty360Italian),
    ];

    /// <summary>Every name that is read, the written one of each convention first.</summary>
    public static IEnumerable<string> KnownNames => Names.Select(pair => pair.Name);

    /// <summary>Reads <c>ACT/365F</c>, <c>ACT/ACT</c> (= ISDA), <c>30/360</c> (= bond basis) and the other known names, in any case.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DayCountConvention convention)
    {
        text = text.Trim();
        foreach (var (name, known) in Names)
        {
            if (text.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                convention = known;
                return true;
            }
        }

        convention = default;
        return false;
    }

    /// <summary>The name written in files: <c>ACT/365F</c>.</summary>
    public static string Name(DayCountConvention convention) =>
        Array.Find(Names, pair => pair.Convention == convention).Name
        ?? throw new ArgumentOutOfRangeException(nameof(convention), convention, null);

    /// <summary>Days counted by the convention: calendar days for the ACT family, days of 30-day months for the 30/360 family.</summary>
    /// <param name="convention">The convention.</param>
    /// <param name="start">First day, counted.</param>
    /// <param name="end">Last day, not counted; not before <paramref name="start"/>.</param>
    /// <param name="termination">The contract's last date; only 30E/360 ISDA looks at it.</param>
    public static int Days(DayCountConvention convention, DateOnly start, DateOnly end, DateOnly? termination = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        return IsThirty(convention) ? ThirtyDays(convention, start, end, termination) : end.DayNumber - start.DayNumber;
    }

    /// <summary>The part of a year between two dates, exact.</summary>
    /// <param name="convention">The convention.</param>
    /// <param name="start">First day, counted.</param>
    /// <param name="end">Last day, not counted; not before <paramref name="start"/>.</param>
    /// <param name="reference">A regular coupon period; ACT/ACT ICMA throws without one, the others ignore it.</param>
    /// <param name="termination">The contract's last date; only 30E/360 ISDA looks at it.</param>
    public static Fraction YearFraction(
        DayCountConvention convention,
        DateOnly start,
        DateOnly end,
        ReferencePeriod? reference = null,
        DateOnly? termination = null)
    {
        var days = Days(convention, start, end, termination);
        return convention switch
        {
            DayCountConvention.Act365F => new(days, 365),
            DayCountConvention.Act364 => new(days, 364),
            DayCountConvention.ActActIsda => ActActIsda(start, end),
            DayCountConvention.ActActIcma => ActActIcma(start, end, reference
                ?? throw new ArgumentNullException(nameof(reference), "ACT/ACT ICMA needs a reference period.")),
            _ => new(days, 360),
        };
    }

    private static bool IsThirty(DayCountConvention convention) => convention >= DayCountConvention.Thirty360BondBasis;

    private static int ThirtyDays(DayCountConvention convention, DateOnly start, DateOnly end, DateOnly? termination)
    {
        var (first, last) = (start.Day, end.Day);
        switch (convention)
        {
            case DayCountConvention.Thirty360European:
                (first, last) = (Math.Min(first, 30), Math.Min(last, 30));
                break;
            case DayCountConvention.Thirty360EuropeanIsda:
                first = IsMonthEnd(start) ? 30 : first;
                last = IsMonthEnd(end) && !(end.Month == 2 && end == termination) ? 30 : last;
                break;
            case DayCountConvention.Thirty360Italian:
                first = start is { Month: 2, Day: > 27 } ? 30 : Math.Min(first, 30);
                last = end is { Month: 2, Day: > 27 } ? 30 : Math.Min(last, 30);
                break;
            default:
                (first, last) = BondBasisDays(convention, start, end);
                break;
        }

        return (360 * (end.Year - start.Year)) + (30 * (end.Month - start.Month)) + (last - first);
    }

    private static (int First, int Last) BondBasisDays(DayCountConvention convention, DateOnly start, DateOnly end)
    {
        var (first, last) = (start.Day, end.Day);
        if (convention == DayCountConvention.Thirty360Us && start.Month == 2 && IsMonthEnd(start))
        {
            last = end.Month == 2 && IsMonthEnd(end) ? 30 : last;
            first = 30;
        }

        first = Math.Min(first, 30);
        return (first, last == 31 && first == 30 ? 30 : last);
    }

    private static Fraction ActActIsda(DateOnly start, DateOnly end)
    {
        long ordinary = 0;
        long leap = 0;
        for (var from = start; from < end;)
        {
            var to = from.Year == end.Year ? end : new DateOnly(from.Year + 1, 1, 1);
            var days = to.DayNumber - from.DayNumber;
            (ordinary, leap) = DateTime.IsLeapYear(from.Year) ? (ordinary, leap + days) : (ordinary + days, leap);
            from = to;
        }

        return new Fraction(ordinary, 365) + new Fraction(leap, 366);
    }

    private static Fraction ActActIcma(DateOnly start, DateOnly end, ReferencePeriod reference)
    {
        var months = MonthsOf(reference);
        var index = 0;
        while (QuasiDate(reference, months, index) > start)
        {
            index--;
        }

        var total = Fraction.Zero;
        for (var from = start; from < end; index++)
        {
            var (first, next) = (QuasiDate(reference, months, index), QuasiDate(reference, months, index + 1));
            if (next <= from)
            {
                continue;
            }

            var to = next < end ? next : end;
            total += new Fraction(
                (long)months * (to.DayNumber - from.DayNumber),
                12L * (next.DayNumber - first.DayNumber));
            from = to;
        }

        return total;
    }

    /// <summary>Quasi-coupon date 0 is the reference start, 1 its end; month ends stay month ends when both are.</summary>
    private static DateOnly QuasiDate(ReferencePeriod reference, int months, int index)
    {
        var date = index <= 0 ? reference.Start.AddMonths(index * months) : reference.End.AddMonths((index - 1) * months);
        return IsMonthEnd(reference.Start) && IsMonthEnd(reference.End)
            ? new(date.Year, date.Month, DateTime.DaysInMonth(date.Year, date.Month))
            : date;
    }

    private static int MonthsOf(ReferencePeriod reference)
    {
        var days = reference.End.DayNumber - reference.Start.DayNumber;
        var months = (int)Math.Round(days * 12 / 365.0, MidpointRounding.AwayFromZero);
        return months is >= 1 and <= 12
            ? months
            : throw new ArgumentException($"A reference period of {days} days is not 1 to 12 months.", nameof(reference));
    }

    private static bool IsMonthEnd(DateOnly date) => date.Day == DateTime.DaysInMonth(date.Year, date.Month);
}
