using Zhirong.Modules.Payments.Statements;

namespace Zhirong.Modules.Payments.Reconciling;

/// <summary>How far apart a line and a payment may lie and still be one.</summary>
/// <param name="DaysApart">Most days between the date expected and the date booked.</param>
public readonly record struct ReconciliationTolerance(int DaysApart)
{
    /// <summary>Five days: a weekend and what banks take; nothing in amount or name.</summary>
    public static ReconciliationTolerance Usual { get; } = new(5);
}

/// <summary>Brings the lines of statements together with the payments our books expect. Pure; the order of the input does not matter.</summary>
public static class Reconciliation
{
    /// <summary>
    /// Keys in the order of <see cref="MatchKey"/>. A key shared by a line and a payment binds them even where amount, name or day
    /// differ (for a 借据号, many payments have the same: there the amount or the day must fit); without one, amount, day and
    /// name or account must all fit, and no key of both may contradict.
    /// </summary>
    /// <remarks>Time grows with n log n. Ids of lines and of payments are each distinct.</remarks>
    public static ReconciliationOutcome Of(IEnumerable<KeptLine> lines, IEnumerable<ExpectedPayment> expected, ReconciliationTolerance tolerance)
    {
        var all = lines.ToArray();
        var booked = all.Where(l => l.Line.Status == LineStatus.Booked).ToArray();
        var waiting = all.Where(l => l.Line.Status != LineStatus.Booked).ToArray();
        var payments = expected.ToArray();
        Array.Sort(booked, Compare);
        Array.Sort(waiting, Compare);
        Array.Sort(payments, Compare);
        var search = new PairSearch(booked, payments, tolerance.DaysApart);
        search.ByKey(MatchKey.EndToEndId);
        search.ByKey(MatchKey.Reference);
        search.ByKey(MatchKey.LoanNo);
        search.ByLikeness(MatchKey.AmountDateName);
        search.ByLikeness(MatchKey.AmountDateAccount);
        return search.Outcome(waiting);
    }

    private static int Compare(KeptLine a, KeptLine b) => Compare(a.Line.Date, b.Line.Date, a.Line.Amount.Fen, b.Line.Amount.Fen, a.Id, b.Id);

    private static int Compare(ExpectedPayment a, ExpectedPayment b) => Compare(a.Date, b.Date, a.Amount.Fen, b.Amount.Fen, a.Id, b.Id);

    private static int Compare(DateOnly day, DateOnly otherDay, long fen, long otherFen, Guid id, Guid otherId) =>
        day != otherDay ? day.CompareTo(otherDay) : fen != otherFen ? fen.CompareTo(otherFen) : id.CompareTo(otherId);
}
