using System.Text.Json;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Valuation.Analyses;

/// <summary>An analysis as lists show it.</summary>
/// <param name="Compared">Rights of others it was held against; null without a comparison set.</param>
public sealed record AnalysisRow(Guid Id, Guid FirmId, string FirmName, DateOnly Day, string Policy, int Rights, int? Compared, int Infringed, int Gaps, string MadeAt, string MadeBy)
{
    internal static AnalysisRow Of(AnalysisFile f) => new(f.Id, f.FirmId, f.FirmName, f.Day, f.Policy, f.Rights, f.Compared, f.Infringed, f.Gaps, Instant.Text(f.MadeAt), f.MadeBy);
}

/// <summary>An analysis with its whole result.</summary>
/// <param name="Asked">What was asked: peers, products.</param>
/// <param name="Result"><c>zhirong/analysis-result/v1</c>.</param>
public sealed record AnalysisDetail(AnalysisRow Row, JsonElement Asked, JsonElement Result);
