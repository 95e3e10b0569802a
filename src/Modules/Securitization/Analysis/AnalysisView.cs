namespace Zhirong.Modules.Securitization.Analysis;

/// <summary>One part of a pool.</summary>
/// <param name="Key">Obligor id, industry or category of rights.</param>
/// <param name="Amount">Yuan; null when the deal gives no amount for it.</param>
/// <param name="Count">Debts or rights; null when not known.</param>
/// <param name="Share">Share of the pool; null when the deal does not say.</param>
public sealed record Slice(string Key, string? Amount, int? Count, string? Share);

public sealed record ConcentrationView
{
    public required string LargestShare { get; init; }

    public required string TopFiveShare { get; init; }

    public required string Hhi { get; init; }

    public required string EffectiveCount { get; init; }

    public required IReadOnlyList<Slice> ByObligor { get; init; }

    public required IReadOnlyList<Slice> ByIndustry { get; init; }

    public required IReadOnlyList<Slice> ByIpKind { get; init; }
}

/// <summary>A count of largest names that was tried.</summary>
public sealed record TripStep(int Names, string Share, bool Fired);

/// <summary>How many of the largest names must stop paying in period 1, nothing recovered, before a trigger fires; null = never.</summary>
public sealed record TripView(string Trigger, string When, int? Names, string? Share, IReadOnlyList<TripStep> Steps);

/// <summary>How many of the largest names until a tranche is not repaid in full; null = never.</summary>
public sealed record LossView(string Tranche, string Subordination, int? NamesWithSupport, int? NamesWithoutSupport);

public sealed record LimitView(string Path, string Limit, string Actual, bool Holds);

public sealed record CostItemView(string Id, string Zh, string En, string Kind);

public sealed record QuoteView(string Lpr, string Published, string SpreadBp, string Rate);

/// <param name="Id">Obligor id.</param>
/// <param name="Principal">Yuan.</param>
/// <param name="Gross">All-in cost a year before subsidies; null when the flows have no single rate.</param>
/// <param name="Net">After the subsidies received.</param>
/// <param name="NetIfGranted">If the subsidies applied for are granted too.</param>
/// <param name="Quote">The ordinary loan's cost.</param>
/// <param name="Reduction">1 − net ÷ quote.</param>
/// <param name="Amounts">Each cost item in yuan.</param>
public sealed record BorrowerCostView(string Id, string Principal, string? Gross, string? Net, string? NetIfGranted, string? Quote, string? Reduction, IReadOnlyDictionary<string, string> Amounts);

public sealed record PoolCostView(string? Gross, string? Net, string? NetIfGranted);

public sealed record CostsView(IReadOnlyList<CostItemView> Items, QuoteView? Quote, IReadOnlyList<BorrowerCostView> Borrowers, PoolCostView Pool);

/// <summary>Where a field and everything below it comes from.</summary>
public sealed record OriginView(string Path, string Kind, string? Source, string? Date, string? Note);

/// <summary>What the deal page shows beside the cash flows.</summary>
public sealed record AnalysisView
{
    public required ConcentrationView Concentration { get; init; }

    public required IReadOnlyList<TripView> Trips { get; init; }

    public required IReadOnlyList<LossView> Losses { get; init; }

    public required IReadOnlyList<LimitView> Limits { get; init; }

    public required CostsView? Costs { get; init; }

    public required IReadOnlyList<OriginView> Origins { get; init; }
}
