using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Engine.Waterfall.Scenarios;
using Zhirong.Modules.Securitization.Analysis;

namespace Zhirong.Modules.Securitization.Reports;

/// <summary>What a report is made from.</summary>
internal sealed record ReportInput
{
    /// <summary>The deal as agreed, without a scenario.</summary>
    public required ResolvedDeal Deal { get; init; }

    /// <summary>The run whose figures are shown: the scenario's when there is one.</summary>
    public required DealRun Run { get; init; }

    /// <summary>The base run beside a scenario's; null when no scenario is shown.</summary>
    public DealRun? BaseRun { get; init; }

    /// <summary>What the scenario supposes, to be told in words; null when it is not known or none is shown.</summary>
    public ScenarioDefinition? Scenario { get; init; }

    public required AnalysisView Analysis { get; init; }

    public required OutlineView Outline { get; init; }

    /// <summary>Lint findings, findings of the cost table and warnings of the runs; duplicates are dropped here.</summary>
    public required IReadOnlyList<Refusal> Findings { get; init; }

    /// <summary>SHA-256 of the inputs, hex, with or without <c>sha256:</c>.</summary>
    public required string InputHash { get; init; }

    /// <summary>The evidence of the saved version reported on; null for a text nobody saved.</summary>
    public Guid? Evidence { get; init; }

    public required Language Language { get; init; }

    /// <summary>The report's date; no clock is read.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The product's version.</summary>
    public required string Version { get; init; }
}
