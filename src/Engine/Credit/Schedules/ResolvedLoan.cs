using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Terms;

namespace Zhirong.Engine.Credit.Schedules;

/// <summary>A loan that can be computed: dates rolled, rates known. Never stored; made anew from the terms, a calendar and a table of rates.</summary>
public sealed record ResolvedLoan
{
    public required LoanTerms Terms { get; init; }

    /// <summary>The stretches of interest, ascending, each beginning where the one before ends.</summary>
    public required IReadOnlyList<LoanPeriod> Periods { get; init; }

    /// <summary>Rates by the day they begin; the first at the disbursement or before it.</summary>
    public required IReadOnlyList<RateStep> Rates { get; init; }

    /// <summary>What was resolved on ground that may still move: CAL-0101, CRED-0301.</summary>
    public IReadOnlyList<Refusal> Warnings { get; init; } = [];

    /// <summary>The last due date.</summary>
    public DateOnly Maturity => Periods[^1].DueOn;

    internal YearParts Parts => YearParts.Of(Terms, Periods[^1].To);
}

/// <summary>Joins the terms of a loan with calendar and rates.</summary>
public static class LoanResolving
{
    /// <summary>The computable form.</summary>
    /// <param name="terms">As read by <see cref="Reading.LoanTermsReader"/>.</param>
    /// <param name="calendar">Bank working days; only looked at under a holiday rule.</param>
    /// <param name="table">LPR; only looked at by loans that float.</param>
    /// <returns>Refused when LPR of the first day is not known (CRED-0102, CRED-0103) or the rate leaves 0 to 1 (CRED-0212).</returns>
    public static Result<ResolvedLoan> Resolve(this LoanTerms terms, BusinessCalendar calendar, LprTable table)
    {
        var warnings = new List<Refusal>();
        var periods = LoanDates.Periods(terms);
        if (terms.Roll != RollRule.None)
        {
            periods = Rolled(terms, periods, calendar, warnings);
        }

        var rates = terms.Rate is PrimeLoanRate prime
            ? Floating(prime, terms.DisbursedOn, periods[^1].To, table, warnings)
            : Result<IReadOnlyList<RateStep>>.Of([new(terms.DisbursedOn, ((FixedLoanRate)terms.Rate).Annual)]);
        return rates.Ok
            ? new ResolvedLoan { Terms = terms, Periods = periods, Rates = rates.Value, Warnings = warnings }
            : Result<ResolvedLoan>.Refused(rates.Refusals);
    }

    private static List<LoanPeriod> Rolled(LoanTerms terms, List<LoanPeriod> periods, BusinessCalendar calendar, List<Refusal> warnings)
    {
        var (rolled, unpublished, from) = (new List<LoanPeriod>(periods.Count), new SortedDictionary<int, int>(), terms.DisbursedOn);
        foreach (var period in periods)
        {
            var day = calendar.Roll(period.DueOn, terms.Roll);
            if (day.IsProvisional)
            {
                unpublished[day.ProvisionalYear] = unpublished.GetValueOrDefault(day.ProvisionalYear) + 1;
            }

            // A date may not be rolled back to the one before it.
            var due = day.Date > from ? day.Date : period.DueOn;
            if (!terms.InterestFollowsRoll)
            {
                rolled.Add(period with { DueOn = due });
                continue;
            }

            rolled.Add(new(from, due, due, from == period.From && due == period.To ? period.Regular : 0));
            from = due;
        }

        warnings.AddRange(unpublished.Select(y => CreditRefusals.Provisional(y.Key, y.Value)));
        return rolled;
    }

    private static Result<IReadOnlyList<RateStep>> Floating(PrimeLoanRate prime, DateOnly from, DateOnly to, LprTable table, List<Refusal> warnings)
    {
        var quote = table.At(prime.QuotedOn ?? from, prime.Tenor);
        if (!quote.Ok)
        {
            var path = prime.QuotedOn is null ? "disbursedOn" : "lpr.quotedOn";
            return Result<IReadOnlyList<RateStep>>.Refused([.. quote.Refusals.Select(r => r with { Path = path })]);
        }

        var steps = new List<RateStep> { new(from, quote.Value.Rate + (prime.SpreadBasisPoints / 10_000m)) };
        foreach (var day in Days(prime.Repricing, from, to))
        {
            quote = table.At(day, prime.Tenor);
            if (!quote.Ok)
            {
                warnings.Add(CreditRefusals.RateHeld(day, table.Last!.Value));
                break;
            }

            var rate = quote.Value.Rate + (prime.SpreadBasisPoints / 10_000m);
            if (rate != steps[^1].Annual)
            {
                steps.Add(new(day, rate));
            }
        }

        var outside = steps.Find(s => s.Annual is < 0 or > 1);
        return outside == default ? Result<IReadOnlyList<RateStep>>.Of(steps) : CreditRefusals.RateOutside(outside.Annual);
    }

    /// <summary>Repricing days strictly inside the loan.</summary>
    private static IEnumerable<DateOnly> Days(Repricing repricing, DateOnly from, DateOnly to)
    {
        if (repricing.OnNewYear)
        {
            for (var year = from.Year + 1; new DateOnly(year, 1, 1) is var day && day < to; year++)
            {
                yield return day;
            }
        }
        else if (repricing.Every is { } every)
        {
            for (var n = 1; every.TryAddTo(from, n, out var day) && day < to; n++)
            {
                yield return day;
            }
        }
    }
}
