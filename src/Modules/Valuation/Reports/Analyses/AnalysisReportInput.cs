using Zhirong.Engine.Basics;
using Zhirong.Engine.Diligence.Facts;
using Zhirong.Engine.Diligence.Portfolios;

namespace Zhirong.Modules.Valuation.Reports.Analyses;

/// <summary>What an analysis report is made from: no clock is read, nothing is looked up.</summary>
internal sealed record AnalysisReportInput
{
    public required string Id { get; init; }

    public required PortfolioAnalysis Analysis { get; init; }

    /// <summary>Rights of others it was held against; null without a comparison set.</summary>
    public AnalysedSet? Compared { get; init; }

    /// <summary>Products it was held against; null where nobody says which there are.</summary>
    public AnalysedSet? Products { get; init; }

    public required Language Language { get; init; }

    /// <summary>The day the analysis was kept.</summary>
    public required DateOnly ReportDate { get; init; }

    /// <summary>Version of the engine.</summary>
    public required string Engine { get; init; }

    /// <summary>Null when it has left no evidence yet.</summary>
    public string? EvidenceId { get; init; }

    /// <summary>SHA-256 of what it was made from, hex; null when not given.</summary>
    public string? ContentHash { get; init; }
}

/// <summary>How many there were, and where they come from.</summary>
internal sealed record AnalysedSet(int Count, Provenance From);
