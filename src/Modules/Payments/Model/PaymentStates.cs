using Zhirong.Modules.Payments.Channels;

namespace Zhirong.Modules.Payments.Model;

/// <summary>Where a payment stands. Only <see cref="Settled"/> is paid, and only a bank or custodian can say so.</summary>
public enum PaymentState
{
    /// <summary>起草.</summary>
    Draft,

    /// <summary>已复核, waiting for approval.</summary>
    Checked,

    /// <summary>已审批, not yet sent.</summary>
    Approved,

    /// <summary>已发出: instructed, nothing heard.</summary>
    Sent,

    /// <summary>已受理: the bank will execute it.</summary>
    Accepted,

    /// <summary>已付: the bank says it is paid.</summary>
    Settled,

    /// <summary>已拒绝: the bank says it is finally not paid.</summary>
    Rejected,

    /// <summary>已退回: paid, and came back.</summary>
    Returned,

    /// <summary>未知: it may be paid or not; nobody may pay it again before the bank has been asked.</summary>
    Unknown,

    /// <summary>已撤销: never sent.</summary>
    Cancelled,
}

/// <summary>What the books have to do about an answer.</summary>
public enum Posting
{
    None,
    Pay,
    Reverse,

    /// <summary>The return is the first we hear of it: it was paid and came back, and the account shows both.</summary>
    PayAndReverse,
}

/// <summary>What becomes of an answer.</summary>
public enum Heed
{
    /// <summary>The state changes.</summary>
    Moved,

    /// <summary>It says what is known.</summary>
    Repeated,

    /// <summary>It tells of an earlier stage than the one known: kept in the history, nothing else.</summary>
    Behind,

    /// <summary>It cannot be true together with what was said before: somebody must ask the bank.</summary>
    Contradiction,

    /// <summary>The payment was never sent.</summary>
    NotSent,
}

/// <summary>When an answer was made, beside the newest one heard before.</summary>
public enum Age
{
    Newer,
    Older,

    /// <summary>The answer, or all before it, carry no time.</summary>
    Undated,
}

/// <param name="To">The state afterwards.</param>
/// <param name="Posting">What the books do.</param>
/// <param name="Heed">What became of the answer.</param>
public readonly record struct Hearing(PaymentState To, Posting Posting, Heed Heed);

/// <summary>
/// How answers move a payment. Answers arrive twice, late and in any order: as long as they are dated, what comes of a set of them
/// does not depend on the order in which they arrive, and an older one never undoes a newer one.
/// </summary>
public static class PaymentStates
{
    /// <summary>What an answer does to a payment.</summary>
    public static Hearing Hear(PaymentState now, AnswerStatus said, Age age) => now switch
    {
        PaymentState.Sent => AfterSent(said),
        PaymentState.Accepted => AfterAccepted(said, age),
        PaymentState.Unknown => AfterUnknown(said, age),
        PaymentState.Rejected => AfterRejected(said, age),
        PaymentState.Settled => AfterSettled(said),
        PaymentState.Returned => new(now, Posting.None, said == AnswerStatus.Returned ? Heed.Repeated : Heed.Behind),
        _ => new(now, Posting.None, Heed.NotSent),
    };

    /// <summary>Whether the money certainly is not with the payee: the only states from which it may be paid again.</summary>
    /// <param name="absent">The bank was asked and does not know the payment.</param>
    public static bool FinallyNotPaid(PaymentState state, bool absent) =>
        state is PaymentState.Rejected or PaymentState.Returned or PaymentState.Cancelled || (state == PaymentState.Unknown && absent);

    /// <summary>Whether nothing more is expected of the bank.</summary>
    public static bool IsFinal(PaymentState state) => state is PaymentState.Settled or PaymentState.Rejected or PaymentState.Returned or PaymentState.Cancelled;

    /// <summary>Whether the bank may be asked about it.</summary>
    public static bool MayBeQueried(PaymentState state) => state is PaymentState.Sent or PaymentState.Accepted or PaymentState.Unknown;

    private static Hearing AfterSent(AnswerStatus said) => said switch
    {
        AnswerStatus.Pending => new(PaymentState.Sent, Posting.None, Heed.Repeated),
        AnswerStatus.Accepted => Moved(PaymentState.Accepted),
        _ => Final(said),
    };

    private static Hearing AfterAccepted(AnswerStatus said, Age age) => said switch
    {
        AnswerStatus.Accepted => new(PaymentState.Accepted, Posting.None, Heed.Repeated),
        AnswerStatus.Pending => Behind(PaymentState.Accepted),
        AnswerStatus.Unknown when age == Age.Older => Behind(PaymentState.Accepted),
        AnswerStatus.Rejected when age == Age.Older => new(PaymentState.Unknown, Posting.None, Heed.Contradiction),
        _ => Final(said),
    };

    private static Hearing AfterUnknown(AnswerStatus said, Age age) => said switch
    {
        AnswerStatus.Unknown => new(PaymentState.Unknown, Posting.None, Heed.Repeated),
        AnswerStatus.Pending or AnswerStatus.Accepted when age == Age.Older => Behind(PaymentState.Unknown),
        AnswerStatus.Pending => Moved(PaymentState.Sent),
        AnswerStatus.Accepted => Moved(PaymentState.Accepted),
        _ => Final(said),
    };

    /// <summary>What is not provably older than the rejection puts it in doubt, and doubt forbids paying again.</summary>
    private static Hearing AfterRejected(AnswerStatus said, Age age) => said switch
    {
        AnswerStatus.Rejected => new(PaymentState.Rejected, Posting.None, Heed.Repeated),
        AnswerStatus.Settled => new(PaymentState.Settled, Posting.Pay, Heed.Contradiction),
        AnswerStatus.Returned => Final(said),
        _ when age == Age.Older => Behind(PaymentState.Rejected),
        _ => new(PaymentState.Unknown, Posting.None, Heed.Contradiction),
    };

    private static Hearing AfterSettled(AnswerStatus said) => said switch
    {
        AnswerStatus.Settled => new(PaymentState.Settled, Posting.None, Heed.Repeated),
        AnswerStatus.Returned => new(PaymentState.Returned, Posting.Reverse, Heed.Moved),
        AnswerStatus.Rejected => new(PaymentState.Settled, Posting.None, Heed.Contradiction),
        _ => Behind(PaymentState.Settled),
    };

    private static Hearing Final(AnswerStatus said) => said switch
    {
        AnswerStatus.Settled => new(PaymentState.Settled, Posting.Pay, Heed.Moved),
        AnswerStatus.Returned => new(PaymentState.Returned, Posting.PayAndReverse, Heed.Moved),
        AnswerStatus.Rejected => Moved(PaymentState.Rejected),
        _ => Moved(PaymentState.Unknown),
    };

    private static Hearing Moved(PaymentState to) => new(to, Posting.None, Heed.Moved);

    private static Hearing Behind(PaymentState stays) => new(stays, Posting.None, Heed.Behind);
}
