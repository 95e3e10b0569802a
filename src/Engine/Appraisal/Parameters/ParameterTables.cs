using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Parameters;

/// <summary>Royalty of one industry, as a share of sales.</summary>
public sealed record IndustryRoyalty(string Id, Words Title, decimal Least, decimal Most);

/// <summary>A published table of royalties.</summary>
public sealed record RoyaltyTable(string Id, string Version, string Source, IReadOnlyList<IndustryRoyalty> Industries)
{
    public Origin Origin => new(OriginKind.Published, Source);
}

/// <summary>What is usual for one category of right.</summary>
/// <param name="Kind">The category's word.</param>
/// <param name="Methods">Methods usual for it.</param>
/// <param name="Longest">Years of protection at most; null where the law sets no such cap.</param>
/// <param name="Note">What has to be said whenever such a right is valued; null for nothing.</param>
public sealed record KindPreset(string Kind, IReadOnlyList<Method> Methods, decimal? Longest, Words? Note);

/// <summary>Presets of all categories.</summary>
public sealed record AppraisalPresets(string Version, string Source, IReadOnlyList<KindPreset> Kinds)
{
    public IReadOnlyList<string> KindWords => [.. Kinds.Select(k => k.Kind)];

    public KindPreset? Of(string kind) => Kinds.FirstOrDefault(k => k.Kind == kind);
}

/// <summary>Limits beyond which a result is flagged; an institution puts its own in their place.</summary>
public sealed record AppraisalPolicy
{
    public required string Id { get; init; }

    public required string Version { get; init; }

    public required string Source { get; init; }

    /// <summary>Highest ÷ lowest of the methods' results.</summary>
    public required decimal Spread { get; init; }

    public required int FewestDeals { get; init; }

    /// <summary>Total of a group ÷ revenue; null asks for nothing.</summary>
    public decimal? TotalToRevenue { get; init; }

    public decimal? TotalToProfit { get; init; }

    public decimal? TotalToNetAssets { get; init; }

    /// <summary>Largest amount by basis.</summary>
    public required IReadOnlyDictionary<Basis, Money> Largest { get; init; }
}

/// <summary>All parameters of an appraisal, read from files with their versions.</summary>
public sealed record ParameterSet
{
    public required RoyaltyTable Royalties { get; init; }

    public required Weighing.ScoreCard ShareCard { get; init; }

    public required Weighing.ScoreCard RiskCard { get; init; }

    public required IReadOnlyList<Cost.FeeTable> Fees { get; init; }

    public required AppraisalPresets Presets { get; init; }

    public required AppraisalPolicy Policy { get; init; }

    /// <summary>One text that names every file and its version, for results.</summary>
    public string Versions => $"royalties {Royalties.Id}/{Royalties.Version}, share card {ShareCard.Version}, risk card {RiskCard.Version}, presets {Presets.Version}, policy {Policy.Id}/{Policy.Version}";
}
