using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Statements;

namespace Zhirong.Modules.Payments.Reconciling;

/// <summary>A payment our books expect on the account: an item paid out, a receipt planned.</summary>
public sealed record ExpectedPayment
{
    public required Guid Id { get; init; }

    /// <summary>The day it is due on the account.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Signed as on the account: money in above zero, money out below.</summary>
    public required Money Amount { get; init; }

    public string? CounterpartyName { get; init; }

    public string? CounterpartyAccount { get; init; }

    public string? EndToEndId { get; init; }

    /// <summary>银行流水号, when an answer already named it.</summary>
    public string? Reference { get; init; }

    /// <summary>借据号.</summary>
    public string? LoanNo { get; init; }
}

/// <summary>A statement line with the id it is kept under.</summary>
public readonly record struct KeptLine(Guid Id, StatementLine Line);
