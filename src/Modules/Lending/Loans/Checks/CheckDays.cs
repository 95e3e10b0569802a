using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Lending.Loans.Checks;

/// <summary>What of a loan's life says when it is looked at next.</summary>
/// <param name="Line">Kind of its line.</param>
/// <param name="Product">Code of its product; empty where it has none.</param>
/// <param name="Fen">As it was lent.</param>
/// <param name="From">The payout; of a loan taken over from another book, the day of its figures.</param>
/// <param name="TakenOver">Whether it was taken over: what was looked at before is not on record here and not asked for again.</param>
/// <param name="Class">A word of the five classes.</param>
/// <param name="Checked">The last first or routine check; null before any.</param>
internal sealed record CheckedLife(string Line, string Product, long Fen, DateOnly From, bool TakenOver, string Class, DateOnly? Maturity, DateOnly? Checked);

/// <summary>The check that comes next.</summary>
/// <param name="Anchor">The day it is counted from.</param>
/// <param name="Basis">What the day follows from: as long as it is the same, the day stays.</param>
internal readonly record struct NextCheck(string Kind, DateOnly Due, DateOnly Anchor, string Basis);

/// <summary>Days of checks from a loan's life, by a plan: the same life and plan give the same day.</summary>
internal static class CheckDays
{
    /// <summary>The first check after the payout, then routine checks by class, one of them in good time before maturity.</summary>
    public static NextCheck Next(VisitPlan plan, CheckedLife life, BusinessCalendar calendar)
    {
        var plans = $"{plan.Id} {plan.Version}";
        if (life.Checked is null && !life.TakenOver)
        {
            var days = plan.First.First(r => r.Scope.Takes(life.Line, life.Product, life.Fen)).Days;
            return new(CheckWords.First, Rolled(plan, life.From.AddDays(days), life.From, calendar), life.From, $"{CheckWords.First} {life.From:yyyy-MM-dd} {plans}");
        }

        var anchor = life.Checked ?? life.From;
        var due = anchor.AddMonths(plan.Routine.First(r => r.Scope.Takes(life.Line, life.Product, life.Fen)).Months.GetValueOrDefault(life.Class, 1));
        if (plan.BeforeMaturityDays > 0 && life.Maturity?.AddDays(-plan.BeforeMaturityDays) is { } before && before > anchor && before < due)
        {
            due = before;
        }

        return new(CheckWords.Routine, Rolled(plan, due, anchor, calendar), anchor, $"{CheckWords.Routine} {anchor:yyyy-MM-dd} {life.Class} {life.Maturity:yyyy-MM-dd} {plans}");
    }

    /// <summary>Where a planned day moves: what comes later moves at once, what comes sooner leaves the plan's days of notice, and never beyond the day that stood.</summary>
    public static DateOnly Moved(VisitPlan plan, DateOnly stood, DateOnly due, DateOnly today, BusinessCalendar calendar)
    {
        var notice = calendar.Roll(today.AddDays(plan.NoticeDays), RollRule.Following).Date;
        return due >= stood ? due : due >= notice ? due : notice < stood ? notice : stood;
    }

    /// <summary>Never on or before the day it is counted from: there the next day of work is taken.</summary>
    private static DateOnly Rolled(VisitPlan plan, DateOnly due, DateOnly anchor, BusinessCalendar calendar) =>
        calendar.Roll(due, plan.Roll).Date is var rolled && rolled > anchor ? rolled : calendar.Roll(due, RollRule.Following).Date;
}
