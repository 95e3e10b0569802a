using System.Globalization;

namespace Zhirong.Engine.Basics;

/// <summary>The unit of a tenor.</summary>
public enum TenorUnit
{
    Day,
    Week,
    Month,
    Year,
}

/// <summary>A length of time on the calendar: <c>3M</c>, <c>2W</c>, <c>15D</c>, <c>1Y</c>.</summary>
/// <remarks><c>default(Tenor)</c> is <c>0D</c>: adding it changes nothing, and no schedule can be built with it.</remarks>
public readonly record struct Tenor
{
    private const string Letters = "DWMY";

    /// <param name="count">1 to 9999.</param>
    /// <param name="unit">The unit.</param>
    public Tenor(int count, TenorUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 9999);
        Count = count;
        Unit = unit;
    }

    public int Count { get; }

    public TenorUnit Unit { get; }

    /// <summary>Whole periods in a year: 4 for <c>3M</c>, 1 for <c>1Y</c>; null when a year is not a whole number of them.</summary>
    public int? PerYear => Unit switch
    {
        TenorUnit.Month when Count > 0 && 12 % Count == 0 => 12 / Count,
        TenorUnit.Year when Count == 1 => 1,
        _ => null,
    };

    /// <summary>Reads a tenor; anything else is refused with <c>SCHD-0102</c>.</summary>
    /// <param name="text">A whole number without sign or leading zero, and one capital letter.</param>
    /// <param name="path">Where the text stands, for the refusal.</param>
    public static Result<Tenor> Parse(string text, string path = "") =>
        TryParse(text, out var tenor) ? tenor : CalendarRefusals.NotATenor(path, text);

    public static bool TryParse(ReadOnlySpan<char> text, out Tenor tenor)
    {
        tenor = default;
        if (text.Length is < 2 or > 5 || text[0] == '0')
        {
            return false;
        }

        var unit = Letters.IndexOf(text[^1], StringComparison.Ordinal);
        if (unit < 0 || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return false;
        }

        tenor = new(count, (TenorUnit)unit);
        return true;
    }

    /// <summary><c>start + times × tenor</c>, counted from the start in one step: never chained, clamped to the month's end.</summary>
    /// <remarks>31 January plus 1 × 1M is 28 or 29 February; plus 2 × 1M is 31 March.</remarks>
    public DateOnly AddTo(DateOnly start, int times) => Unit switch
    {
        TenorUnit.Day => start.AddDays(checked(Count * times)),
        TenorUnit.Week => start.AddDays(checked(7 * Count * times)),
        TenorUnit.Month => start.AddMonths(checked(Count * times)),
        _ => start.AddYears(checked(Count * times)),
    };

    /// <summary>The same, or false when the date would lie past the year 9999.</summary>
    public bool TryAddTo(DateOnly start, int times, out DateOnly date)
    {
        var longest = Unit switch { TenorUnit.Day => 1L, TenorUnit.Week => 7, TenorUnit.Month => 31, _ => 366 };
        var fits = start.DayNumber + (longest * Count * times) <= DateOnly.MaxValue.DayNumber;
        date = fits ? AddTo(start, times) : default;
        return fits;
    }

    public override string ToString() => $"{Count}{Letters[(int)Unit]}";
}

/// <summary>Dates at a regular distance.</summary>
public static class Schedule
{
    /// <summary>All dates from first to last, both included, before any business-day adjustment.</summary>
    /// <param name="first">The first date; every later one is counted from it.</param>
    /// <param name="last">Must be hit exactly, else <c>SCHD-0101</c>.</param>
    /// <param name="tenor">The distance.</param>
    /// <param name="path">Where the dates stand, for the refusal.</param>
    public static Result<IReadOnlyList<DateOnly>> Every(DateOnly first, DateOnly last, Tenor tenor, string path = "")
    {
        ArgumentOutOfRangeException.ThrowIfZero(tenor.Count, nameof(tenor));
        var dates = new List<DateOnly> { first };
        while (dates[^1] < last)
        {
            // Past the calendar the last date cannot be hit any more.
            dates.Add(tenor.TryAddTo(first, dates.Count, out var next) ? next : DateOnly.MaxValue);
        }

        return dates[^1] == last
            ? Result<IReadOnlyList<DateOnly>>.Of(dates)
            : CalendarRefusals.LastNotHit(path, first, last, tenor, Nearest(dates, last));
    }

    private static DateOnly Nearest(List<DateOnly> dates, DateOnly last)
    {
        var (after, before) = (dates[^1], dates[Math.Max(0, dates.Count - 2)]);
        return after.DayNumber - last.DayNumber < last.DayNumber - before.DayNumber ? after : before;
    }
}
