using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Payments.Storage;

/// <summary>An account money is paid from, or a payee's as the directory knows it.</summary>
internal sealed class PayAccount : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    /// <summary><c>own</c> or <c>payee</c>.</summary>
    public required string Role { get; init; }

    /// <summary><c>bank</c> or <c>ecny_wallet</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Account number or wallet id; unique for owner, role and kind.</summary>
    public required string Number { get; init; }

    /// <summary>户名: the holder as the bank has him.</summary>
    public required string Name { get; set; }

    public string? AgentName { get; set; }

    /// <summary>支付系统行号, 12 digits; every bank account has one.</summary>
    public string? AgentCnaps { get; set; }

    /// <summary>钱包运营机构; every wallet has one.</summary>
    public string? OperatingBank { get; set; }

    /// <summary>1: every use must name a matched source and a permitted purpose.</summary>
    public required int ClosedLoop { get; set; }

    /// <summary>Permitted purposes of a closed-loop account, one a line.</summary>
    public required string Purposes { get; set; }

    /// <summary>The ledger's book that keeps the account; null: nothing is posted.</summary>
    public Guid? BookId { get; set; }

    /// <summary>The account's code in the book.</summary>
    public string? BookAccount { get; set; }

    /// <summary>The other side of payments that name none.</summary>
    public string? CounterAccount { get; set; }

    public required int Active { get; set; }

    public required string Note { get; set; }

    public required long ChangedAt { get; set; }

    public required string ChangedBy { get; set; }
}

/// <summary>付款批次: payments made, checked, approved and sent together.</summary>
internal sealed class PayBatch : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    /// <summary>Unique for its owner: <c>P20261128-001</c>.</summary>
    public required string Code { get; init; }

    public required string Title { get; set; }

    /// <summary>The own account that pays.</summary>
    public required Guid AccountId { get; set; }

    public required string Channel { get; set; }

    /// <summary>总用途, also the purpose of items that name none.</summary>
    public required string Purpose { get; set; }

    public required DateOnly ValueDate { get; set; }

    /// <summary>The other side in the books of items that name none; null: the account's.</summary>
    public string? CounterAccount { get; set; }

    /// <summary>A word of <see cref="Model.PaymentWords.BatchStates"/>.</summary>
    public required string State { get; set; }

    public required int Items { get; set; }

    public required long TotalFen { get; set; }

    public required long SettledFen { get; set; }

    /// <summary>Warnings a person has taken upon himself, as JSON: code, path, found, reason, who, when.</summary>
    public required string Confirmed { get; set; }

    public required string MadeBy { get; set; }

    /// <summary>The user who made or last amended it; empty where nobody signs in.</summary>
    public required Guid MadeUser { get; set; }

    public required long MadeAt { get; init; }

    public required long ChangedAt { get; set; }

    public string? CheckedBy { get; set; }

    public string? ApprovedBy { get; set; }

    /// <summary>Instructions sent; numbers the next one.</summary>
    public required int Sendings { get; set; }
}

/// <summary>One payee to be paid one amount once, however many attempts it takes.</summary>
internal sealed class PayItem
{
    public required Guid Id { get; init; }

    public required Guid BatchId { get; init; }

    /// <summary>1, 2, 3 … within the batch.</summary>
    public required int N { get; init; }

    public required string PayeeName { get; set; }

    public required string Kind { get; set; }

    public required string Account { get; set; }

    public string? AgentName { get; set; }

    public string? AgentCnaps { get; set; }

    public string? OperatingBank { get; set; }

    public required long Fen { get; init; }

    public required string Purpose { get; init; }

    public string? PurposeCode { get; init; }

    public required string Remittance { get; init; }

    public string? LoanNo { get; init; }

    /// <summary>The other side in the books; null: the batch's.</summary>
    public string? CounterAccount { get; init; }

    /// <summary>What two payments that are the same have in common; see <see cref="Model.ItemPrint"/>.</summary>
    public required string Print { get; set; }

    public required string State { get; set; }

    /// <summary>Attempts sent.</summary>
    public required int Attempts { get; set; }

    /// <summary>Who asked for another attempt, while that is not yet sent.</summary>
    public string? RetriedBy { get; set; }

    public Guid? RetriedUser { get; set; }

    /// <summary>1 while a difference about it is open: it is not paid again before that is settled.</summary>
    public required int Differing { get; set; }
}

/// <summary>One instruction of an item to the bank, with the payee it named and what was heard of it.</summary>
internal sealed class PayAttempt
{
    public required Guid Id { get; init; }

    public required Guid ItemId { get; init; }

    public required int N { get; init; }

    /// <summary>端到端标识号, unique for ever.</summary>
    public required string EndToEndId { get; init; }

    public required string MessageId { get; init; }

    public required string PayeeName { get; init; }

    public required string PayeeAccount { get; init; }

    public required string State { get; set; }

    /// <summary>1 while it may be or is paid: an item has at most one such attempt.</summary>
    public required int Live { get; set; }

    /// <summary>1 once the bank, asked, does not know it.</summary>
    public required int Absent { get; set; }

    public required DateOnly ValueDate { get; init; }

    public required long SentAt { get; init; }

    public required string SentBy { get; init; }

    /// <summary>When the newest answer heard was made by the bank; null while none carried a time.</summary>
    public long? HeardAt { get; set; }

    public string? ReasonCode { get; set; }

    public string? ReasonText { get; set; }

    public string? BankReference { get; set; }

    /// <summary>The day the bank booked it.</summary>
    public DateOnly? Booked { get; set; }

    /// <summary>The day it came back.</summary>
    public DateOnly? ReturnedOn { get; set; }

    /// <summary>The ledger's entry of the payment, and that of its return.</summary>
    public Guid? EntryId { get; set; }

    public Guid? ReversalId { get; set; }

    /// <summary>1 while the books lag behind the bank; the reason follows.</summary>
    public required int Unposted { get; set; }

    public string? UnpostedWhy { get; set; }
}

/// <summary>查询: the bank is asked what became of an attempt.</summary>
internal sealed class PayQuery
{
    public required Guid Id { get; init; }

    public required Guid AttemptId { get; init; }

    public required string Way { get; init; }

    public required long AskedAt { get; init; }

    public required string AskedBy { get; init; }

    /// <summary>What the bank answered: <c>absent</c> or a word of <see cref="Channels.AnswerWords"/>; null until it does.</summary>
    public string? Answer { get; set; }

    public string? AnswerNote { get; set; }

    public long? AnsweredAt { get; set; }

    public string? AnsweredBy { get; set; }
}

/// <summary>One line of the history of a batch or of one of its items.</summary>
internal sealed class PayStep
{
    public required Guid Id { get; init; }

    public required Guid BatchId { get; init; }

    public Guid? ItemId { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }

    /// <summary>A word of <see cref="Model.StepWords"/>.</summary>
    public required string What { get; init; }

    public string? State { get; init; }

    public required string Note { get; init; }

    public Guid? FileId { get; init; }
}

/// <summary>A file that left or entered the house, with its print.</summary>
internal sealed class PayFile : IOwned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    /// <summary><c>instruction</c>, <c>answer</c>, <c>statement</c> or <c>balances</c>.</summary>
    public required string Kind { get; init; }

    public required string Name { get; init; }

    public required string MediaType { get; init; }

    /// <summary>SHA-256, hex; of one kind and owner a file is taken once.</summary>
    public required string Sha256 { get; init; }

    public required long Size { get; init; }

    /// <summary>Null for files above the limit of what is kept.</summary>
    public byte[]? Content { get; init; }

    /// <summary>The batch an instruction belongs to.</summary>
    public Guid? BatchId { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }

    /// <summary>What reading it gave, as it was answered then.</summary>
    public string? Outcome { get; set; }
}
