using Zhirong.Engine.Basics;
using Zhirong.Engine.Diligence.Judging;

namespace Zhirong.Modules.Valuation.Reports.Diligences;

/// <summary>What a diligence report is made from: no clock is read, nothing is looked up.</summary>
internal sealed record DiligenceReportInput
{
    public required DiligenceResult Result { get; init; }

    public required Language Language { get; init; }

    /// <summary>The day the diligence was kept.</summary>
    public required DateOnly ReportDate { get; init; }

    /// <summary>Version of the engine.</summary>
    public required string Engine { get; init; }

    /// <summary>委托方; null where nobody said so.</summary>
    public string? Client { get; init; }

    /// <summary>Null when it has left no evidence yet.</summary>
    public string? EvidenceId { get; init; }

    /// <summary>SHA-256 of the request, hex; null when not given.</summary>
    public string? ContentHash { get; init; }
}
