using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Schedules;

namespace Zhirong.Engine.Credit.Accounts;

/// <summary>An event and the day it became known; one that counts from an earlier day is back-dated.</summary>
public readonly record struct RecordedEvent(LoanEvent Event, DateOnly Recorded);

/// <summary>A loan's whole life up to a day, played from its first.</summary>
/// <param name="Account">The loan at the end of the last day.</param>
/// <param name="Postings">Of every day.</param>
/// <param name="Refused">Events that did not count.</param>
public sealed record LoanLife(LoanAccount Account, IReadOnlyList<LoanPosting> Postings, IReadOnlyList<Refusal> Refused);

/// <summary>Everything known of a loan, in the order it became known. Only ever added to.</summary>
public sealed record LoanHistory(ResolvedLoan Loan, ServicingPolicy Policy, ClassificationTable Table, IReadOnlyList<RecordedEvent> Events)
{
    /// <summary>The loan at the end of a day, by what was known at the end of another.</summary>
    /// <param name="day">The day closed last; not before the disbursement.</param>
    /// <param name="known">Events recorded later are left out; null: everything.</param>
    public LoanLife At(DateOnly day, DateOnly? known = null)
    {
        var byDay = Events.Where(e => known is null || e.Recorded <= known).Select(e => e.Event).Where(e => e.Effective <= day).ToLookup(e => e.Effective);
        var account = LoanAccount.Open(Loan, Policy, Table);
        var (postings, refused) = (new List<LoanPosting>(), new List<Refusal>());
        for (var date = Loan.Terms.DisbursedOn; date <= day; date = date.AddDays(1))
        {
            var close = account.Close(date, [.. byDay[date]]);
            account = close.Account;
            postings.AddRange(close.Postings);
            refused.AddRange(close.Refused);
        }

        return new(account, postings, refused);
    }

    /// <summary>
    /// What is posted when a day is closed: the day's own, and before them the differences that events recorded on the day
    /// make to earlier days (补记：按差额冲补). The past as posted is never edited.
    /// </summary>
    public LoanLife Close(DateOnly day)
    {
        var life = At(day, day);
        var backdated = Events.Any(e => e.Recorded == day && e.Event.Effective < day);
        var posted = backdated ? At(day.AddDays(-1), day.AddDays(-1)).Postings : [];
        var earlier = backdated ? LoanPostings.Differences(posted, life.Postings.Where(p => p.Effective < day)) : [];
        return life with { Postings = [.. earlier, .. life.Postings.Where(p => p.Effective == day)] };
    }
}
