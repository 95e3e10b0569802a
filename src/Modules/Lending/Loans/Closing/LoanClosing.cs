using Zhirong.Engine.Credit.Accounts;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Loans.Posting;
using Zhirong.Modules.Lending.Storage;

namespace Zhirong.Modules.Lending.Loans.Closing;

/// <summary>What the close of a day brings to one loan, worked out before the commit queue.</summary>
/// <param name="Loan">The loan with its new figures.</param>
/// <param name="Version">The version it was worked out from.</param>
/// <param name="Was">Its principal before.</param>
/// <param name="Postings">What is posted.</param>
/// <param name="Events">Its events by number.</param>
/// <param name="Alone">It has entries of its own; else it is summed with others of the day.</param>
internal sealed record LoanClosing(Loan Loan, int Version, long Was, IReadOnlyList<LoanPosting> Postings, IReadOnlyDictionary<int, LoanHappening> Events, bool Alone)
{
    /// <summary>Why it cannot be closed now; empty otherwise.</summary>
    public string Fault { get; private init; } = "";

    /// <summary>Plays the loan to the end of the day. What became known of days closed already is posted as differences; the past as posted stays.</summary>
    /// <param name="posted">What was posted so far; only looked at where something is back-dated.</param>
    public static LoanClosing Of(Loan loan, IReadOnlyList<LoanHappening> events, Func<IReadOnlyList<LoanEntry>> posted, DateOnly day, LoanDesk desk)
    {
        var (version, was, byNumber) = (loan.Version, loan.BalanceFen, events.ToDictionary(e => e.N));
        var fold = LoanFold.To(loan, events, day, desk, loan.Backdated == 1 ? null : loan.ClosedDay);
        IReadOnlyList<LoanPosting> known = fold?.Postings ?? [];
        var postings = loan.Backdated == 1 ? LoanPostings.Differences(posted().Select(Read), known) : known;
        var alone = loan.Backdated == 1 || postings.Any(p => p.Source.Length > 0);
        var waiting = events.Any(e => e is { PostedThere: 1, EntryId: null, UndoneOn: null } && e.Effective <= day);
        if (waiting)
        {
            return new(loan, version, was, [], byNumber, true) { Fault = "PAY: 付款分录尚未入账 / the payment's own entry is not posted yet" };
        }

        if (fold is not null)
        {
            LoanFold.Show(loan, fold.Account);
        }
        else
        {
            // Every drawdown came back: nothing was ever lent.
            (loan.BalanceFen, loan.DueFen, loan.InterestFen, loan.AccruedFen, loan.PenaltyFen, loan.FeesFen) = (0, 0, 0, 0, 0, 0);
        }

        (loan.ClosedDay, loan.Backdated, loan.Fault) = (day, 0, "");
        return new(loan, version, was, postings, byNumber, alone);
    }

    /// <summary>The event a posting comes from; null for what the day itself brings.</summary>
    public LoanHappening? Source(LoanPosting posting) => posting.Source.Length == 0 ? null : Events.GetValueOrDefault(int.Parse(posting.Source, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Whether another room's entry is this posting: what it moved through cash.</summary>
    public bool Elsewhere(LoanPosting posting) => Source(posting) is { PostedThere: 1 } && (posting.Debit == LoanAccountKind.Cash || posting.Credit == LoanAccountKind.Cash);

    /// <summary>Whether the book sees it at all: what came in on the collection account and stays there does not move.</summary>
    public bool Moves(LoanPosting posting) => Code(posting, posting.Debit) != Code(posting, posting.Credit);

    /// <summary>The account of the book a side of a posting is on.</summary>
    public string Code(LoanPosting posting, LoanAccountKind side) => side == LoanAccountKind.Cash && Source(posting) is { Cash.Length: > 0 } source ? source.Cash : LoanBook.Code(side);

    private static LoanPosting Read(LoanEntry e) => new(e.Effective, LoanBook.Cause(e.Cause), e.Source == 0 ? "" : $"{e.Source}", LoanBook.Read(e.Debit), LoanBook.Read(e.Credit), Engine.Basics.Money.OfFen(e.Fen));
}
