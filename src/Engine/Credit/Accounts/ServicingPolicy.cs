namespace Zhirong.Engine.Credit.Accounts;

/// <summary>What a receipt can pay.</summary>
public enum DueKind
{
    Fee,
    Penalty,
    Compound,
    Interest,
    Principal,
}

/// <summary>Which rate unpaid interest bears (复利).</summary>
public enum CompoundRate
{
    /// <summary>None.</summary>
    None,

    /// <summary>The contract's; after maturity the penalty rate.</summary>
    Contract,

    /// <summary>The penalty rate.</summary>
    Penalty,
}

/// <summary>The order a receipt is applied in.</summary>
/// <param name="Order">Every kind once.</param>
/// <param name="ByInstalment">The oldest instalment wholly before the next one, in the order; else one kind over all instalments before the next kind.</param>
public sealed record AllocationOrder(IReadOnlyList<DueKind> Order, bool ByInstalment);

/// <summary>How a lender services loans: data, versioned, editable.</summary>
public sealed record ServicingPolicy
{
    public required string Id { get; init; }

    public required string Version { get; init; }

    /// <summary>Whether somebody has held it against the texts it names.</summary>
    public bool Verified { get; init; }

    /// <summary>Added to the contract rate on overdue principal, as a part of it with at most four decimals: 0.5 is +50 %. 银发〔2003〕251号: 30 to 50 %.</summary>
    public required decimal OverdueUplift { get; init; }

    /// <summary>The same on misused principal: 50 to 100 %. Never both on one amount: the higher.</summary>
    public required decimal MisuseUplift { get; init; }

    public CompoundRate Compound { get; init; } = CompoundRate.Penalty;

    /// <summary>宽限天数: so many days after a due date the contract rate goes on and nothing compounds.</summary>
    public int GraceDays { get; init; }

    public required AllocationOrder Allocation { get; init; }

    /// <summary>More days past due than this take <see cref="Impaired"/>.</summary>
    public int ImpairedAfterDays { get; init; } = 90;

    /// <summary>The order of loans long overdue; null: the same.</summary>
    public AllocationOrder? Impaired { get; init; }

    /// <summary>More days past due than this and interest leaves the balance sheet (表外).</summary>
    public int AccrualStopAfterDays { get; init; } = 90;

    /// <summary>An extension is at most this part of the first term, by its length in months.</summary>
    public IReadOnlyList<ExtensionLimit> Extensions { get; init; } = [];
}

/// <param name="UpToMonths">Loans whose first term is at most this long.</param>
/// <param name="Share">The longest extension as a part of that term.</param>
/// <param name="MostMonths">And at most so many months; null: no such limit.</param>
public readonly record struct ExtensionLimit(int UpToMonths, decimal Share, int? MostMonths);
