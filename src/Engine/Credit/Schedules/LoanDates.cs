using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Terms;

namespace Zhirong.Engine.Credit.Schedules;

/// <summary>Due dates of a loan before any rolling, and the stretches between them.</summary>
internal static class LoanDates
{
    /// <summary>Due date n, from 1; null when it lies beyond the calendar. Not for custom plans.</summary>
    public static DateOnly? Due(LoanTerms terms, int number) =>
        Anchored(terms) ? Due(terms, terms.FirstDueOn!.Value, number - 1) : Due(terms, terms.DisbursedOn, number);

    /// <summary>The stretches of the whole loan. The dates must lie on the calendar.</summary>
    public static List<LoanPeriod> Periods(LoanTerms terms) => terms switch
    {
        { Method: RepaymentMethod.Custom } => Between(terms.DisbursedOn, [.. Settlements(terms, terms.Plan[^1].Date).Concat(terms.Plan.Select(p => p.Date)).Distinct().Order()]),
        { Method: RepaymentMethod.Bullet } => [Whole(terms)],
        { InterestDay: not null } => Between(terms.DisbursedOn, [.. Settlements(terms, Due(terms, terms.Count)!.Value), Due(terms, terms.Count)!.Value]),
        _ => Regular(terms),
    };

    /// <summary>The rest of a bullet's or an ordinary loan's dates: stubs, counted by their days.</summary>
    public static List<LoanPeriod> Between(DateOnly from, IReadOnlyList<DateOnly> dates)
    {
        var periods = new List<LoanPeriod>(dates.Count);
        foreach (var date in dates)
        {
            periods.Add(new(from, date, date, 0));
            from = date;
        }

        return periods;
    }

    private static bool Anchored(LoanTerms terms) => terms.FirstDueOn is { } first && Due(terms, terms.DisbursedOn, 1) != first;

    private static LoanPeriod Whole(LoanTerms terms)
    {
        var due = Due(terms, terms.Count)!.Value;
        return new(terms.DisbursedOn, due, due, Anchored(terms) ? 0 : terms.Count);
    }

    private static List<LoanPeriod> Regular(LoanTerms terms)
    {
        var (periods, from, stub) = (new List<LoanPeriod>(terms.Count), terms.DisbursedOn, Anchored(terms));
        for (var n = 1; n <= terms.Count; n++)
        {
            var due = Due(terms, n)!.Value;
            periods.Add(new(from, due, due, n == 1 && stub ? 0 : 1));
            from = due;
        }

        return periods;
    }

    /// <summary>Interest dates strictly before the last: the day after the interest day, or every distance of a custom plan.</summary>
    private static IEnumerable<DateOnly> Settlements(LoanTerms terms, DateOnly last)
    {
        var first = terms.FirstDueOn is { } given && given < last ? given : terms.DisbursedOn;
        if (first != terms.DisbursedOn)
        {
            yield return first;
        }

        if (terms.InterestDay is not { } day)
        {
            for (var n = 1; terms.Every is not null && Due(terms, terms.DisbursedOn, n) is { } due && due < last; n++)
            {
                yield return due;
            }

            yield break;
        }

        // 按季结息 is settled in the months a quarter ends in; a distance that does not divide a year is counted from the disbursement.
        var every = terms.Every is { Unit: TenorUnit.Year } years ? 12 * years.Count : terms.Every?.Count ?? 1;
        var phase = 12 % every == 0 ? 0 : Month(terms.DisbursedOn) % every;
        for (var month = Month(first); month < 12 * 9999; month++)
        {
            var settled = Settled(month, day);
            if (settled >= last)
            {
                yield break;
            }

            if (month % every == phase && settled > first)
            {
                yield return settled;
            }
        }
    }

    /// <summary>Months since the year 0, so that December is a multiple of twelve.</summary>
    private static int Month(DateOnly date) => (12 * date.Year) + date.Month;

    private static DateOnly Settled(int month, int day)
    {
        var (year, number) = ((month - 1) / 12, ((month - 1) % 12) + 1);
        return new DateOnly(year, number, Math.Min(day, DateTime.DaysInMonth(year, number))).AddDays(1);
    }

    private static DateOnly? Due(LoanTerms terms, DateOnly from, int times)
    {
        if (times == 0)
        {
            return from;
        }

        if (!terms.Every!.Value.TryAddTo(from, times, out var date))
        {
            return null;
        }

        // A clamped day is an earlier one than the anchor's.
        return terms.MonthEnd == MonthEndRule.FirstOfNext && terms.Every.Value.Unit >= TenorUnit.Month && date.Day < from.Day ? date.AddDays(1) : date;
    }
}
