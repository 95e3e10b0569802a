using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Payments.Statements;

/// <summary>A statement file: one or more accounts or days.</summary>
public sealed record StatementFile
{
    /// <summary>The format recognised by content: <c>camt.053.001.08</c>, <c>sheet.&lt;mapping&gt;</c>.</summary>
    public required string Format { get; init; }

    /// <summary>The message's id; a sheet has none: the SHA-256 of its content, as 64 hexadecimal digits cut to 35.</summary>
    public required string MessageId { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public required IReadOnlyList<BankStatement> Statements { get; init; }
}

/// <summary>对账单: what a bank says happened on one account. It is evidence of what the bank says, not of being right.</summary>
public sealed record BankStatement
{
    /// <summary>The statement's own id; empty when it has none.</summary>
    public required string Id { get; init; }

    public required string Account { get; init; }

    public string? AccountName { get; init; }

    /// <summary>First day covered; where the file does not say, the first line's.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>As stated, else from the running balances of the lines; null when the file has neither: then nothing can be checked.</summary>
    public Money? Opening { get; init; }

    public Money? Closing { get; init; }

    /// <summary>In the order of the file.</summary>
    public required IReadOnlyList<StatementLine> Lines { get; init; }

    /// <summary>Why it is not to be trusted as it stands (PAY-07xx); the first of its kind names the line that breaks.</summary>
    public IReadOnlyList<Refusal> Faults { get; init; } = [];

    /// <summary>Shown to add up: both balances are known, opening plus booked lines is closing, every running balance follows, totals stated are those counted.</summary>
    public bool AddsUp => Opening is not null && Closing is not null && Faults.All(f => f.Severity != Severity.Error);
}

/// <summary>Whether a line has moved the balance.</summary>
public enum LineStatus
{
    Booked,

    /// <summary>Announced; not in the balance.</summary>
    Pending,

    /// <summary>For information; never in the balance.</summary>
    Information,
}

/// <summary>One movement on the account.</summary>
public sealed record StatementLine
{
    /// <summary>Counts from 1 within the statement.</summary>
    public required int Number { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>起息日; null when not given.</summary>
    public DateOnly? ValueDate { get; init; }

    /// <summary>Signed: money in is above zero, money out below.</summary>
    public required Money Amount { get; init; }

    public LineStatus Status { get; init; }

    /// <summary>The bank calls it the reversal (冲正) of an earlier line.</summary>
    public bool Reversal { get; init; }

    /// <summary>The bank's reason for money that came back (退汇原因); null for every other line.</summary>
    public string? ReturnReason { get; init; }

    public string? CounterpartyName { get; init; }

    public string? CounterpartyAccount { get; init; }

    /// <summary>银行流水号.</summary>
    public string? Reference { get; init; }

    public string? EndToEndId { get; init; }

    /// <summary>借据号.</summary>
    public string? LoanNo { get; init; }

    /// <summary>摘要 and 附言; empty when there is none.</summary>
    public string Text { get; init; } = "";

    /// <summary>The balance the bank prints behind the line.</summary>
    public Money? BalanceAfter { get; init; }

    /// <summary>Where it stands in the file: <c>line 120</c>, <c>明细!A7</c>.</summary>
    public required string Place { get; init; }
}

/// <summary>Takes a statement file piece by piece, so that a file of any length needs little memory.</summary>
public interface IStatementSink
{
    /// <summary>A statement begins: no lines yet, balances as far as they are known.</summary>
    void Begin(BankStatement head);

    void Line(StatementLine line);

    /// <summary>The statement ends: everything but its lines, with its faults.</summary>
    void End(BankStatement foot);
}
