using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Payments.Channels;

/// <summary>What a bank or operator says became of an item; the words are <c>accepted</c>, <c>settled</c> …</summary>
public enum AnswerStatus
{
    /// <summary>未知: the answer itself does not know, or uses a code we do not.</summary>
    Unknown,

    /// <summary>处理中: received, checked or waiting; nothing final.</summary>
    Pending,

    /// <summary>已受理: will be executed; not yet paid.</summary>
    Accepted,

    /// <summary>已付: the money has arrived or the debtor's account is booked for good.</summary>
    Settled,

    /// <summary>已拒绝: finally not paid.</summary>
    Rejected,

    /// <summary>已退回: was paid and came back.</summary>
    Returned,
}

/// <summary>An answer file, read: who answers what, item by item. Nothing is thrown away because we do not know it.</summary>
public sealed record ChannelAnswer
{
    /// <summary>The format recognised by content: <c>pain.002.001.10</c>, <c>camt.054.001.08</c>, <c>sheet.&lt;mapping&gt;</c>.</summary>
    public required string Format { get; init; }

    /// <summary>The answer's own id; a sheet without one has the SHA-256 of its content, as 64 hexadecimal digits cut to 35.</summary>
    public required string MessageId { get; init; }

    /// <summary>The message id of the order answered; null when the answer names none (camt, most sheets).</summary>
    public string? OriginalMessageId { get; init; }

    /// <summary>When the bank made the answer; a time without zone is Beijing time. Null when it does not say.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>What the answer says of the whole order; counts for every item that <see cref="Items"/> does not name. Null: nothing.</summary>
    public GroupAnswer? Whole { get; init; }

    /// <summary>How many items the answer says the order had; null when it does not say.</summary>
    public int? OriginalCount { get; init; }

    /// <summary>What the answer says the order came to (控制合计), to be compared with the order's total.</summary>
    public Money? OriginalTotal { get; init; }

    /// <summary>In the order of the file. An id may occur twice when the file says two things of it (settled, then returned).</summary>
    public required IReadOnlyList<ItemAnswer> Items { get; init; }

    /// <summary>What is odd but readable (severity warning): an item twice with the same words, totals that differ, a code we do not know.</summary>
    public IReadOnlyList<Refusal> Warnings { get; init; } = [];
}

/// <summary>A status with the reason given for it.</summary>
/// <param name="Code">The status as written: <c>RJCT</c>, <c>ACSC</c>, 交易成功.</param>
public sealed record GroupAnswer(AnswerStatus Status, string Code, string? ReasonCode, string? ReasonText);

/// <summary>What is said of one item.</summary>
public sealed record ItemAnswer
{
    /// <summary>端到端标识号 as the answer has it; empty when it has none (then the bank's reference or 借据号 may help).</summary>
    public required string EndToEndId { get; init; }

    public required AnswerStatus Status { get; init; }

    /// <summary>The status as written: <c>ACSC</c>, 交易成功.</summary>
    public required string StatusCode { get; init; }

    public string? ReasonCode { get; init; }

    public string? ReasonText { get; init; }

    /// <summary>Above zero; null when the answer repeats no amount.</summary>
    public Money? Amount { get; init; }

    /// <summary>The payee's name as the bank has it; to be compared with the order's.</summary>
    public string? PayeeName { get; init; }

    public string? PayeeAccount { get; init; }

    /// <summary>银行流水号.</summary>
    public string? BankReference { get; init; }

    /// <summary>借据号, when the bank sends it back.</summary>
    public string? LoanNo { get; init; }

    public DateOnly? Booked { get; init; }

    /// <summary>Where it stands in the file: <c>line 120</c>, <c>结果!A7</c>.</summary>
    public required string Place { get; init; }
}
