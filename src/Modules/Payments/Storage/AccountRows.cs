using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Payments.Storage;

/// <summary>对账单 of one account, as the bank sent it.</summary>
internal sealed class PayStatement : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    public required Guid AccountId { get; init; }

    public required Guid FileId { get; init; }

    public required string BankId { get; init; }

    public DateOnly? FromDay { get; init; }

    public DateOnly? ToDay { get; init; }

    public long? OpeningFen { get; init; }

    public long? ClosingFen { get; init; }

    public required int Lines { get; init; }

    /// <summary>0: it does not add up; it is shown, and nothing is matched with it.</summary>
    public required int Trusted { get; init; }

    /// <summary>Why not, and what else is odd, as JSON findings.</summary>
    public required string Faults { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }
}

/// <summary>One movement of a statement and what it stands for.</summary>
internal sealed class PayLine
{
    public required Guid Id { get; init; }

    public required Guid StatementId { get; init; }

    public required Guid AccountId { get; init; }

    public required int N { get; init; }

    public required DateOnly Day { get; init; }

    public DateOnly? ValueDay { get; init; }

    /// <summary>Money in above zero, money out below.</summary>
    public required long Fen { get; init; }

    public required int Reversal { get; init; }

    public string? Name { get; init; }

    public string? Counterparty { get; init; }

    public string? Reference { get; init; }

    public string? EndToEndId { get; init; }

    public string? LoanNo { get; init; }

    public required string Text { get; init; }

    public long? AfterFen { get; init; }

    /// <summary>What tells it from every other line of the account, so that overlapping statements count it once.</summary>
    public required string Print { get; init; }

    /// <summary><c>open</c>, <c>matched</c>, <c>differing</c>, <c>explained</c>, <c>repeated</c> (in an earlier statement), <c>pending</c> (not booked), <c>untrusted</c>.</summary>
    public required string State { get; set; }

    /// <summary><c>paid</c> or <c>back</c> with an attempt, <c>receipt</c> with an expected receipt.</summary>
    public string? MatchKind { get; set; }

    public Guid? MatchId { get; set; }

    /// <summary>By which key: <c>end_to_end</c>, <c>reference</c>, <c>loan</c>, <c>amount_date_name</c>, <c>hand</c>.</summary>
    public string? MatchKey { get; set; }

    /// <summary>1: the match is what settled or returned the payment; it is not taken back.</summary>
    public required int Settling { get; set; }

    public required string Note { get; set; }

    public string? DecidedBy { get; set; }

    public long? DecidedAt { get; set; }
}

/// <summary>应收款项: money expected on an own account.</summary>
internal sealed class PayReceipt : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    public required Guid AccountId { get; init; }

    public required DateOnly Due { get; init; }

    public required string PayerName { get; init; }

    public string? PayerAccount { get; init; }

    public required long Fen { get; init; }

    public string? LoanNo { get; init; }

    public required string Purpose { get; init; }

    public string? CounterAccount { get; init; }

    /// <summary><c>expected</c>, <c>received</c> or <c>cancelled</c>.</summary>
    public required string State { get; set; }

    public DateOnly? ReceivedOn { get; set; }

    public Guid? EntryId { get; set; }

    public required int Unposted { get; set; }

    public string? UnpostedWhy { get; set; }

    public required long At { get; init; }

    public required string By { get; init; }
}

/// <summary>Money that came into a closed-loop account and was matched: what may be used.</summary>
internal sealed class PaySource
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>The statement's line; a line is one source at most.</summary>
    public required Guid LineId { get; init; }

    public required DateOnly Day { get; init; }

    public required long Fen { get; init; }

    /// <summary>Reserved for checked payments or used by paid ones; never more than <see cref="Fen"/>.</summary>
    public required long UsedFen { get; set; }

    public required string FromName { get; init; }

    public string? Reference { get; init; }

    public required long At { get; init; }
}

/// <summary>What an item takes from a source.</summary>
internal sealed class PayUse
{
    public required Guid ItemId { get; init; }

    public required Guid SourceId { get; init; }

    public required long Fen { get; init; }

    /// <summary><c>planned</c> while the batch is a draft, <c>reserved</c> from its check on, <c>used</c> once paid, <c>released</c> when not paid after all.</summary>
    public required string State { get; set; }
}

/// <summary>A balance as a core system or bank states it: of an account, or of a loan by its 借据号.</summary>
internal sealed class PayBalance : IOwned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    /// <summary><c>account</c> or <c>loan</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Account number or 借据号.</summary>
    public required string Subject { get; init; }

    public required DateOnly Day { get; init; }

    public required long Fen { get; set; }

    public required Guid FileId { get; set; }
}

/// <summary>Something in which our books and the bank's word differ, named, with what became of it.</summary>
internal sealed class PayDifference : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    public required DateOnly Day { get; init; }

    /// <summary>A word of <see cref="Model.DifferenceWords"/>.</summary>
    public required string Kind { get; init; }

    public Guid? AccountId { get; init; }

    /// <summary><c>attempt</c>, <c>line</c>, <c>receipt</c>, <c>statement</c>, <c>account</c>, <c>loan</c> or <c>answer</c>.</summary>
    public required string SubjectKind { get; init; }

    public required string SubjectId { get; init; }

    /// <summary>What people call the subject: batch and number, account number, 借据号.</summary>
    public required string Subject { get; init; }

    public required string Ours { get; set; }

    public required string Theirs { get; set; }

    /// <summary>What the bank said and was not yet taken, as JSON; it is, once a person has explained the difference.</summary>
    public string? Held { get; set; }

    /// <summary><c>open</c>, <c>explained</c> (a person took it upon himself) or <c>gone</c> (no longer there).</summary>
    public required string State { get; set; }

    public required string Note { get; set; }

    public string? DecidedBy { get; set; }

    public Guid? DecidedUser { get; set; }

    public long? DecidedAt { get; set; }

    public required long FoundAt { get; init; }

    public required long SeenAt { get; set; }
}
