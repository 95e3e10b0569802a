using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Storage;

/// <summary>借据: one loan under a facility. Its figures are those of the last day closed; what made them is kept in its events.</summary>
internal sealed class Loan : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    /// <summary>Moves with what people and banks do to it, not with the close of a day.</summary>
    public int Version { get; set; }

    public required Guid FacilityId { get; init; }

    /// <summary>The member who drew it; null where the facility has none.</summary>
    public int? MemberN { get; init; }

    /// <summary>借据号; an organisation uses it once.</summary>
    public required string Number { get; init; }

    public required string Borrower { get; init; }

    public required string Purpose { get; init; }

    public required long PrincipalFen { get; init; }

    /// <summary>The terms as first agreed, loan-terms/v1 as JSON; the disbursement moves to the day the money went out, later terms are in events.</summary>
    public required string Terms { get; set; }

    /// <summary>A word of <see cref="Loans.Model.LoanStates"/>.</summary>
    public required string State { get; set; }

    public DateOnly? DisbursedOn { get; set; }

    public DateOnly? Maturity { get; set; }

    /// <summary>The last day closed; null before the first.</summary>
    public DateOnly? ClosedDay { get; set; }

    /// <summary>1 where an event came to be known that counts from a day closed already.</summary>
    public required int Backdated { get; set; }

    /// <summary>Principal outstanding.</summary>
    public required long BalanceFen { get; set; }

    /// <summary>Principal due and not paid.</summary>
    public required long DueFen { get; set; }

    /// <summary>Interest due and not paid.</summary>
    public required long InterestFen { get; set; }

    /// <summary>Interest run up and not due.</summary>
    public required long AccruedFen { get; set; }

    /// <summary>罚息 and 复利 unpaid.</summary>
    public required long PenaltyFen { get; set; }

    public required long FeesFen { get; set; }

    /// <summary>溢缴款.</summary>
    public required long CreditFen { get; set; }

    public required long WrittenFen { get; set; }

    public required int PastDue { get; set; }

    /// <summary>A word of the five classes.</summary>
    public required string Class { get; set; }

    public required int OffBalance { get; set; }

    public DateOnly? NextDue { get; set; }

    public required long NextFen { get; set; }

    /// <summary>Annual rate in force in billionths.</summary>
    public required long Rate { get; set; }

    /// <summary>Events so far; numbers the next one.</summary>
    public required int Events { get; set; }

    /// <summary>Postings so far; numbers the next one.</summary>
    public required int Postings { get; set; }

    /// <summary>Why the book would not take its last close: code and words; empty where it did.</summary>
    public required string Fault { get; set; }

    /// <summary>经办人.</summary>
    public required string Officer { get; set; }

    /// <summary><c>drawn</c>, or <c>imported</c> from an officer's sheet.</summary>
    public required string Origin { get; init; }

    public required long ChangedAt { get; set; }

    public required string ChangedBy { get; set; }
}

/// <summary>Something that happened to a loan; never changed, but it may be taken back.</summary>
internal sealed class LoanHappening
{
    public required Guid LoanId { get; init; }

    public required int N { get; init; }

    /// <summary>A word of <see cref="Loans.Model.EventKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The day it counts from.</summary>
    public required DateOnly Effective { get; init; }

    /// <summary>The day it came to be known.</summary>
    public required DateOnly Recorded { get; init; }

    /// <summary>The day it was taken back; null while it counts.</summary>
    public DateOnly? UndoneOn { get; set; }

    public required long Fen { get; init; }

    /// <summary>What else it says, as JSON.</summary>
    public required string Content { get; init; }

    /// <summary>The account of the book the money went through; empty where none did.</summary>
    public required string Cash { get; init; }

    /// <summary>1 where another room posts what went through cash.</summary>
    public required int PostedThere { get; init; }

    /// <summary>The entry another room posted for it; null where it has not yet, or the close posts it.</summary>
    public Guid? EntryId { get; set; }

    /// <summary>What names the money elsewhere, once for a loan: a bank's reference, a payment, a receipt; the event's own id where nothing does.</summary>
    public required string Reference { get; init; }

    public required string Note { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }
}

/// <summary>One amount of a loan in its lender's book, as a close posted it; never changed.</summary>
internal sealed class LoanEntry
{
    public required Guid LoanId { get; init; }

    public required int N { get; init; }

    public required DateOnly Effective { get; init; }

    /// <summary>The day whose close posted it.</summary>
    public required DateOnly ClosedOn { get; init; }

    public required string Cause { get; init; }

    /// <summary>Number of the event; 0 for what the day itself brings.</summary>
    public required int Source { get; init; }

    /// <summary>A word of the accounts a loan moves.</summary>
    public required string Debit { get; init; }

    public required string Credit { get; init; }

    public required long Fen { get; init; }

    /// <summary>The entry of the ledger it is in.</summary>
    public required Guid EntryId { get; init; }
}

/// <summary>受托支付: money of a loan to one payee.</summary>
internal sealed class LoanPayout
{
    public required Guid LoanId { get; init; }

    public required int N { get; init; }

    public required string Payee { get; init; }

    public required string Account { get; init; }

    /// <summary>Number of the contract the payee is paid under.</summary>
    public required string ContractNo { get; init; }

    public required string Purpose { get; init; }

    public required long Fen { get; init; }

    public required Guid BatchId { get; init; }

    public required string BatchCode { get; init; }

    /// <summary>1 where the paying account's own entry is the drawdown; 0 where the close posts it.</summary>
    public required int PostedThere { get; init; }

    /// <summary>The item of the batch.</summary>
    public required Guid ItemId { get; init; }

    /// <summary><c>ordered</c>, <c>paid</c>, <c>rejected</c>, <c>returned</c>, <c>cancelled</c>.</summary>
    public required string State { get; set; }

    public DateOnly? PaidOn { get; set; }

    public Guid? EntryId { get; set; }
}
