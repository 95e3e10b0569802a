using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Schedules;

namespace Zhirong.Engine.Credit.Accounts;

/// <summary>Schedules laid out anew: each a version of its own.</summary>
public sealed partial class LoanAccount
{
    /// <summary>What is left of the loan, from this day on, with the interest run up and not due yet.</summary>
    private ScheduleOrder Rest() => Rest(at < rows.Count ? [.. rows.Skip(at).Select(r => r.Period)] : PeriodsAhead(loan));

    /// <summary>The periods of the terms that end after this day; one under way begins with it.</summary>
    private List<LoanPeriod> PeriodsAhead(ResolvedLoan terms)
    {
        fallen = terms.Periods.Count(p => p.To <= Day);
        List<LoanPeriod> ahead = [.. terms.Periods.Skip(fallen)];
        if (ahead.Count > 0 && ahead[0].From < Day)
        {
            ahead[0] = ahead[0] with { From = Day, Regular = 0 };
        }

        return ahead;
    }

    private ScheduleOrder Rest(List<LoanPeriod> periods) => ScheduleRun.Order(loan) with
    {
        Smooth = false,
        Balance = notDue,
        Periods = periods,
        Rates = rates,
        Grace = Math.Max(0, loan.Terms.GraceOnPrincipal - fallen),
        Planned = Planned(fallen, periods.Count),
        First = lastNumber + 1,
        Carried = RunUp(),
        From = Day,
    };

    /// <summary>Interest run up in the period under way, not rounded.</summary>
    private InterestFactor RunUp() => at < rows.Count && rows[at].Period.From < Day
        ? new(contract.Exact, (Int128)InterestFactor.RateScale * parts.Upto(rows[at].Period, Day).Denominator)
        : new(0, 1);

    private void LayOut(ScheduleCause cause, string source, ScheduleOrder order)
    {
        rows = order.Balance == 0 ? [] : ScheduleRun.Of(order);
        at = 0;
        versions = [.. versions, new(versions.Count + 1, versions.Count, cause, source, Day, rows)];
    }

    /// <summary>A custom plan's principal ahead, in proportion to what is left of the loan.</summary>
    private List<long> Planned(int passed, int count)
    {
        if (loan.Terms.Method != RepaymentMethod.Custom)
        {
            return [];
        }

        var agreed = ScheduleRun.Order(loan).Planned.Skip(passed).Take(count).ToArray();
        var parts = new long[agreed.Length];
        if (agreed.Any(a => a > 0))
        {
            Rounding.Split(notDue, agreed, parts);
        }

        return [.. parts];
    }

    /// <summary>The level instalment in force; null where nothing more is repaid by it.</summary>
    private long? Level() => rows.Skip(at).Where(r => r.Principal > Money.Zero).Select(r => (long?)r.Due.Fen).FirstOrDefault();

    private long? PrincipalPart() => rows.Skip(at).Where(r => r.Principal > Money.Zero).Select(r => (long?)r.Principal.Fen).FirstOrDefault();

    private Refusal? Reschedule(LoanRescheduled of)
    {
        if (NotLive(of) is { } no)
        {
            return no;
        }

        var extension = of.Cause == RescheduleCause.Extension;
        if (of.Cause != RescheduleCause.Restructuring && Unpaid(todayToo: false) is { } due)
        {
            return AccountRefusals.Arrears(of, due);
        }

        var wrong = extension ? ExtensionFault(of) : NewTermFault(of);
        if (wrong is not null)
        {
            return wrong;
        }

        ReturnPrincipal(of.Id);
        if (!extension)
        {
            BeginAnew(of);
        }

        var (carried, under) = (RunUp(), at < rows.Count);
        (loan, parts, rates) = (of.To, of.To.Parts, [.. of.To.Rates]);
        var ahead = PeriodsAhead(loan);
        ahead[0] = under && extension ? loan.Periods[fallen] : ahead[0];
        var cause = of.Cause switch { RescheduleCause.Extension => ScheduleCause.Extended, RescheduleCause.Renewal => ScheduleCause.Renewed, _ => ScheduleCause.Restructured };
        LayOut(cause, of.Id, Rest(ahead) with { Carried = extension ? carried : new(0, 1) });
        return null;
    }

    private Refusal? ExtensionFault(LoanRescheduled of)
    {
        var (old, next) = (loan.Terms, of.To);
        if (next.Terms.DisbursedOn != old.DisbursedOn || next.Terms.Financed != old.Financed || next.Terms.DayCount != old.DayCount || next.Terms.Method != old.Method)
        {
            return AccountRefusals.Terms(of, Told(next.Terms), Words.Same(Told(old)));
        }

        if (Day > loan.Maturity || next.Maturity <= loan.Maturity)
        {
            return AccountRefusals.Terms(of, $"{next.Maturity:yyyy-MM-dd}", new($"晚于 {loan.Maturity:yyyy-MM-dd}，且在到期日前提出", $"after {loan.Maturity:yyyy-MM-dd}, asked for by then"));
        }

        if (at < rows.Count && !next.Periods.Any(p => p.From == rows[at].Period.From))
        {
            var from = rows[at].Period.From;
            return AccountRefusals.Terms(of, $"{next.Periods[^1].From:yyyy-MM-dd}", new($"自 {from:yyyy-MM-dd} 起的一期", $"a period from {from:yyyy-MM-dd}"));
        }

        var (term, more) = (Months(old.DisbursedOn, loan.Maturity), Months(loan.Maturity, next.Maturity));
        var limit = policy.Extensions.FirstOrDefault(l => term <= l.UpToMonths);
        var most = limit == default ? decimal.MaxValue : Math.Min(term * limit.Share, limit.MostMonths ?? decimal.MaxValue);
        return more > most ? AccountRefusals.ExtensionTooLong(of, more, most) : null;
    }

    private static string Told(Terms.LoanTerms terms) => $"{terms.DisbursedOn:yyyy-MM-dd} {terms.Financed} {DayCounts.Name(terms.DayCount)} {Terms.LoanWords.Word(terms.Method)}";

    private Refusal? NewTermFault(LoanRescheduled of)
    {
        var (next, owed) = (of.To.Terms, Money.OfFen(notDue + DuePrincipal));
        return next.DisbursedOn != Day ? AccountRefusals.Terms(of, $"{next.DisbursedOn:yyyy-MM-dd}", Words.Same($"{Day:yyyy-MM-dd}"))
            : next.Financed != owed ? AccountRefusals.Terms(of, $"{next.Financed}", Words.Same($"{owed}")) : null;
    }

    /// <summary>Principal due and unpaid is lent on.</summary>
    private void ReturnPrincipal(string source)
    {
        for (var i = 0; i < dues.Count; i++)
        {
            if (dues[i].Overdue)
            {
                Post(PostingCause.Rescheduled, source, LoanAccountKind.Performing, LoanAccountKind.Overdue, dues[i].Principal);
            }

            notDue += dues[i].Principal;
            dues[i] = dues[i] with { Principal = 0, Overdue = false };
        }
    }

    /// <summary>The old term ends: interest run up becomes due, arrears may be put off, the class is watched.</summary>
    private void BeginAnew(LoanRescheduled of)
    {
        if (contract.Posted > 0)
        {
            dues.Add(new(lastNumber + 1, Day, 0, contract.Posted, false));
            lastNumber++;
        }

        contract = default;
        drawn = notDue;
        if (of.Cause == RescheduleCause.Restructuring)
        {
            restructuredUntil = Day.AddMonths(table.At(Day).RestructuredMonths);
            dues = of.ArrearsDueOn is { } later ? [.. dues.Select(d => d with { DueOn = later > d.DueOn ? later : d.DueOn })] : dues;
        }
    }

    /// <summary>Whole months between two days, a part of a month counted as one.</summary>
    private static int Months(DateOnly from, DateOnly to)
    {
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        return from.AddMonths(months) < to ? months + 1 : months;
    }
}
