using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit;

namespace Zhirong.Engine.Waterfall.Terms;

/// <summary>综合融资成本的口径: what every borrower pays or receives beside the debt itself, and the ordinary loan to compare with.</summary>
/// <param name="Items">In the order written; a rate may refer to an earlier item.</param>
/// <param name="Quote">The ordinary pledge loan; null when the deal compares with none.</param>
public sealed record CostTerms(IReadOnlyList<CostItemTerms> Items, CostQuoteTerms? Quote);

/// <summary>One cost item, the same rule for every borrower.</summary>
public sealed record CostItemTerms
{
    public required string Id { get; init; }

    public Words? Name { get; init; }

    public required CostKind Kind { get; init; }

    /// <summary>The day the money moves; null = the closing date.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>A rate of <see cref="Of"/>; null when the item is an amount.</summary>
    public decimal? Rate { get; init; }

    /// <summary>principal, interest, or the id of an earlier item.</summary>
    public string Of { get; init; } = "principal";

    /// <summary>For each firm, for each right (<see cref="PerRight"/>), or of the whole issue (<see cref="Split"/>).</summary>
    public Money? Amount { get; init; }

    public bool PerRight { get; init; }

    public SplitRule? Split { get; init; }

    /// <summary>The most one firm pays or receives.</summary>
    public Money? Cap { get; init; }

    public string Payer { get; init; } = CostItem.Borrower;

    public string Source { get; init; } = "";
}

/// <summary>The quote of an ordinary pledge loan: LPR in force on a day plus a spread.</summary>
public sealed record CostQuoteTerms
{
    public required LprTenor Lpr { get; init; }

    /// <summary>The day whose LPR counts; null = the closing date.</summary>
    public DateOnly? Date { get; init; }

    public required decimal SpreadBasisPoints { get; init; }

    public required DayCountConvention DayCount { get; init; }

    public required RepaymentMethod Method { get; init; }

    public required Tenor Every { get; init; }

    public IReadOnlyList<CostItemTerms> Items { get; init; } = [];
}
