namespace Zhirong.Modules.Securitization.Analysis;

public sealed record SpvView(string Id, string Kind);

public sealed record PartyView(string Role, string Name);

public sealed record ObligorView(string Id, string? Name, string Principal, string Share, string? Industry, int? Rights);

public sealed record TrancheView
{
    public required string Id { get; init; }

    public required string NameZh { get; init; }

    public required string NameEn { get; init; }

    public required string Size { get; init; }

    public required string Share { get; init; }

    public required string Subordination { get; init; }

    public required string Coupon { get; init; }

    public required string? Rating { get; init; }

    public required bool Residual { get; init; }

    public required string? Holder { get; init; }
}

public sealed record SupportView
{
    public required string Id { get; init; }

    public required string NameZh { get; init; }

    public required string NameEn { get; init; }

    /// <summary>cash_reserve, top_up, guarantee or liquidity.</summary>
    public required string Kind { get; init; }

    public required string? Provider { get; init; }

    /// <summary>Yuan; null = unlimited. A reserve's target.</summary>
    public required string? Limit { get; init; }

    public required IReadOnlyList<string> Covers { get; init; }
}

public sealed record OutlineFee(string Id, string NameZh, string NameEn, string Kind);

public sealed record TriggerView(string Id, string NameZh, string NameEn, string When, string Then);

public sealed record LineView(string Name, string Kind, string Owner, string Zh, string En, string? Tranche);

/// <summary>Who owes, guarantees, manages and holds what.</summary>
public sealed record OutlineView
{
    public required string Code { get; init; }

    public required string NameZh { get; init; }

    public required string NameEn { get; init; }

    public required string Market { get; init; }

    public required string Structure { get; init; }

    public required string Size { get; init; }

    public required string PoolBalance { get; init; }

    public required string Closing { get; init; }

    public required string ExpectedMaturity { get; init; }

    public required string LegalMaturity { get; init; }

    public required IReadOnlyList<SpvView> Spv { get; init; }

    public required IReadOnlyList<PartyView> Parties { get; init; }

    public required IReadOnlyList<ObligorView> Obligors { get; init; }

    public required IReadOnlyList<TrancheView> Tranches { get; init; }

    public required IReadOnlyList<SupportView> Supports { get; init; }

    public required IReadOnlyList<OutlineFee> Fees { get; init; }

    public required IReadOnlyList<TriggerView> Triggers { get; init; }

    public required IReadOnlyList<LineView> Lines { get; init; }
}
