using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Credit.Accounts;

/// <summary>The accounts a loan moves in its lender's book; which numbers they have is the book's business.</summary>
public enum LoanAccountKind
{
    /// <summary>存款、存放央行: money in and out.</summary>
    Cash,

    /// <summary>贷款—正常本金.</summary>
    Performing,

    /// <summary>贷款—逾期本金.</summary>
    Overdue,

    /// <summary>应收利息.</summary>
    InterestReceivable,

    /// <summary>应收罚息及复利.</summary>
    PenaltyReceivable,

    /// <summary>应收费用.</summary>
    FeeReceivable,

    /// <summary>利息收入.</summary>
    InterestIncome,

    /// <summary>利息收入—罚息.</summary>
    PenaltyIncome,

    /// <summary>利息收入—复利.</summary>
    CompoundIncome,

    /// <summary>手续费收入.</summary>
    FeeIncome,

    /// <summary>溢缴款: the borrower's money not applied yet.</summary>
    BorrowerCredit,

    /// <summary>贷款损失准备.</summary>
    Provision,

    /// <summary>表外应收利息.</summary>
    MemoInterest,

    /// <summary>表外罚息及复利.</summary>
    MemoPenalty,

    /// <summary>已核销资产.</summary>
    MemoWrittenOff,

    /// <summary>表外科目对转.</summary>
    MemoContra,
}

/// <summary>Why an amount moved.</summary>
public enum PostingCause
{
    Drawdown,
    Accrual,
    Penalty,
    Compound,
    Fee,
    Receipt,
    Prepayment,
    Overdue,
    Rescheduled,
    AccrualStopped,
    AccrualResumed,
    WriteOff,
    Recovery,

    /// <summary>接转: what a loan owed in other books.</summary>
    TakenOver,
}

/// <summary>One amount from one account to another: plain, for any ledger.</summary>
/// <param name="Effective">The day it belongs to.</param>
/// <param name="Cause">Why.</param>
/// <param name="Source">The event's id; empty for what the day itself brings.</param>
/// <param name="Debit">借.</param>
/// <param name="Credit">贷.</param>
/// <param name="Amount">Above zero.</param>
public readonly record struct LoanPosting(DateOnly Effective, PostingCause Cause, string Source, LoanAccountKind Debit, LoanAccountKind Credit, Money Amount);

/// <summary>Sums over postings.</summary>
public static class LoanPostings
{
    /// <summary>Debits less credits in fen by account; accounts that net to zero are left out.</summary>
    public static IReadOnlyDictionary<LoanAccountKind, long> Balances(IEnumerable<LoanPosting> postings)
    {
        var sums = new SortedDictionary<LoanAccountKind, long>();
        foreach (var posting in postings)
        {
            sums[posting.Debit] = checked(sums.GetValueOrDefault(posting.Debit) + posting.Amount.Fen);
            sums[posting.Credit] = checked(sums.GetValueOrDefault(posting.Credit) - posting.Amount.Fen);
        }

        return sums.Where(s => s.Value != 0).ToDictionary();
    }

    /// <summary>
    /// What has to be posted so that a book that holds <paramref name="posted"/> says what <paramref name="known"/> says: each
    /// difference with the day it belongs to, turned round where too much was posted. Nothing posted is ever changed.
    /// </summary>
    public static IReadOnlyList<LoanPosting> Differences(IEnumerable<LoanPosting> posted, IEnumerable<LoanPosting> known)
    {
        var sums = new Dictionary<LoanPosting, long>();
        var order = new List<LoanPosting>();
        void Add(LoanPosting posting, int sign)
        {
            // One key for both directions, so that an amount and its reversal meet.
            var turned = posting.Debit > posting.Credit;
            var key = posting with { Debit = turned ? posting.Credit : posting.Debit, Credit = turned ? posting.Debit : posting.Credit, Amount = default };
            if (!sums.TryGetValue(key, out var sum))
            {
                order.Add(key);
            }

            sums[key] = sum + ((turned ? -sign : sign) * posting.Amount.Fen);
        }

        posted.ToList().ForEach(p => Add(p, -1));
        known.ToList().ForEach(p => Add(p, 1));
        return [.. order.Where(k => sums[k] != 0).OrderBy(k => k.Effective).Select(k => sums[k] > 0
            ? k with { Amount = Money.OfFen(sums[k]) }
            : k with { Debit = k.Credit, Credit = k.Debit, Amount = Money.OfFen(-sums[k]) })];
    }
}
