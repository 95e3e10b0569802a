using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Valuation.Reports;

/// <summary>The numbered refusals of making a report: VAL-26xx.</summary>
internal static class ReportRefusals
{
    public static Refusal Format(string found, IReadOnlyList<string> known) => ValuationRefusals.Make("VAL-2601", "format", found, Words.Same(string.Join(" | ", known)),
        new("没有这种报告格式", "There is no such format of a report"));

    /// <summary>Parameters or rules have changed since: what would be printed is not what was kept.</summary>
    public static Refusal Moved(string path, string found, string kept) => ValuationRefusals.Make("VAL-2602", path, found, Words.Same(kept),
        new("参数已更新，无法按原结果重新出具报告；请另存新版本", "The parameters have changed since, so that the kept result cannot be printed; keep a new version"));
}
