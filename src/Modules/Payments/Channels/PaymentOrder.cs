using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Payments.Channels;

/// <summary>What a payee is paid on.</summary>
public enum PayeeAccountKind
{
    /// <summary>银行账户: an account number at a bank with a CNAPS number.</summary>
    Bank,

    /// <summary>数字人民币钱包: a wallet id at an operating bank.</summary>
    EcnyWallet,
}

/// <summary>One instruction to one bank or operator: pay these items from this account, each exactly once.</summary>
/// <remarks>The form a channel writes. A retry is a new order with new end-to-end ids, never the old one again.</remarks>
public sealed record PaymentOrder
{
    /// <summary>Longest id of a message or an item, in characters (ISO 20022 Max35Text).</summary>
    public const int LongestId = 35;

    /// <summary>Longest name, in characters (ISO 20022 Max140Text).</summary>
    public const int LongestName = 140;

    /// <summary>Longest account number or wallet id, in characters (ISO 20022 Max34Text).</summary>
    public const int LongestAccount = 34;

    /// <summary>Most items of an order.</summary>
    public const int MostItems = 10_000;

    /// <summary>报文标识号, unique for ever: 1 to 35 of <c>A-Z a-z 0-9 - . _ /</c>, a letter or digit first, no <c>/</c> last.</summary>
    public required string MessageId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The day the payer wants the money to move; rolled by the caller, the channel does not.</summary>
    public required DateOnly RequestedDate { get; init; }

    /// <summary>付款人名称, as the account has it.</summary>
    public required string DebtorName { get; init; }

    public required string DebtorAccount { get; init; }

    /// <summary>付款行名称; null where the bank number says enough.</summary>
    public string? DebtorAgentName { get; init; }

    /// <summary>付款行支付系统行号, 12 digits.</summary>
    public required string DebtorAgentCnaps { get; init; }

    /// <summary>总用途 in words: 放款, 兑付; at most 140 characters.</summary>
    public required string Purpose { get; init; }

    /// <summary>At least one; end-to-end ids are unique.</summary>
    public required IReadOnlyList<PaymentOrderItem> Items { get; init; }

    /// <summary>The sum of the items.</summary>
    public Money Total => Items.Aggregate(Money.Zero, (sum, item) => sum + item.Amount);
}

/// <summary>One payment of an order.</summary>
public sealed record PaymentOrderItem
{
    /// <summary>端到端标识号 of this attempt, unique for ever; the same characters as the message id.</summary>
    public required string EndToEndId { get; init; }

    /// <summary>收款人名称, as the account has it.</summary>
    public required string PayeeName { get; init; }

    public PayeeAccountKind AccountKind { get; init; }

    /// <summary>Account number or wallet id.</summary>
    public required string PayeeAccount { get; init; }

    /// <summary>收款行名称; for bank accounts.</summary>
    public string? AgentName { get; init; }

    /// <summary>收款行支付系统行号, 12 digits; every bank account has one, a wallet none.</summary>
    public string? AgentCnaps { get; init; }

    /// <summary>钱包运营机构; every wallet has one, a bank account none.</summary>
    public string? OperatingBank { get; init; }

    /// <summary>Above zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>用途代码 of the bank, at most 35 characters; null: none.</summary>
    public string? PurposeCode { get; init; }

    /// <summary>附言, at most 140 characters.</summary>
    public required string Remittance { get; init; }

    /// <summary>借据号 of the loan paid out, at most 35 characters; null: not a loan's money.</summary>
    public string? LoanNo { get; init; }
}
