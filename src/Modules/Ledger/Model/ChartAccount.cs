using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Ledger.Model;

/// <summary>The six elements an account may belong to; memo (表外) accounts stand outside the balance sheet.</summary>
public enum AccountClass
{
    Asset,
    Liability,
    Equity,
    Income,
    Expense,
    Memo,
}

/// <summary>借 or 贷.</summary>
public enum Side
{
    Debit,
    Credit,
}

/// <summary>What the balance on the normal side must never do; pending holds count against it.</summary>
public enum AccountRule
{
    None,
    NotBelowZero,
    Limit,
}

/// <summary>One account of a chart: what a book of that kind opens with.</summary>
public sealed record ChartAccount
{
    /// <summary>Digits, then sub-codes behind dots: <c>100201</c>, <c>250201.A</c>.</summary>
    public required string Code { get; init; }

    public required string Zh { get; init; }

    public required string En { get; init; }

    public required AccountClass Class { get; init; }

    /// <summary>The side on which the account grows; see <see cref="Contra"/>.</summary>
    public required Side Normal { get; init; }

    /// <summary>备抵: the normal side is the other one than its class has, as with provisions among assets.</summary>
    public bool Contra { get; init; }

    public AccountRule Rule { get; init; }

    /// <summary>The highest balance on the normal side; null unless the rule is <see cref="AccountRule.Limit"/>.</summary>
    public Money? Limit { get; init; }

    public Words Name => new(Zh, En);
}
