using Zhirong.Engine.Diligence.Portfolios;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Valuation.Reports.Analyses;

/// <summary>引证与同族: how often each patent is cited against others of its field and year, and how far families reach.</summary>
internal static class FigureParts
{
    public static IReadOnlyList<ReportBlock> Of(PortfolioAnalysis analysis, Wording wording)
    {
        var families = analysis.Families;
        return
        [
            new ReportFacts(
            [
                new(wording.T("专利", "Patents"), $"{families.Patents}"),
                new(wording.T("同族已知", "Family known"), $"{families.Known}"),
                new(wording.T("有其他同族成员", "Beyond one office or filing"), $"{families.BeyondOne}"),
                new(wording.T("最大同族", "Largest family"), families.Largest is { } largest ? $"{largest}" : wording.Unknown),
                new(wording.T("平均同族规模", "Mean family"), families.Mean is { } mean ? mean.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) : wording.Unknown),
            ]),
            .. analysis.Citations.Count == 0
                ? new ReportBlock[] { wording.Body("没有专利，不作引证分析。", "There are no patents to look at.") }
                :
                [
                    new ReportTable
                    {
                        Title = wording.T("被引次数与百分位", "Citations and percentiles"),
                        Columns =
                        [
                            new(wording.T("专利", "Patent"), ColumnKind.Code), new(wording.T("名称", "Title"), ColumnKind.Text), new(wording.T("领域", "Field"), ColumnKind.Code), new(wording.T("申请年", "Filed"), ColumnKind.Code),
                            new(wording.T("被引次数", "Cited by"), ColumnKind.Figure), new(wording.T("百分位", "Percentile"), ColumnKind.Figure), new(wording.T("样本", "Sample"), ColumnKind.Figure), new(wording.T("同族", "Family"), ColumnKind.Figure),
                        ],
                        Rows =
                        [
                            .. analysis.Citations.Select(c => ReportRow.Of(
                                AnalysisReport.Name(c.RightId, analysis, wording), AnalysisReport.Right(c.RightId, analysis) is { } right ? Wording.Plain(wording.T(right.Title)) : Wording.None,
                                Sources.Known(c.Field, wording), Sources.Known(c.Year is { } year ? $"{year}" : null, wording), Sources.Known(c.CitedBy is { } cited ? $"{cited:#,##0}" : null, wording),
                                c.Percentile is { } percentile ? Wording.Percent(percentile) : new ReportCell(c.CitedBy is null ? wording.Unknown : wording.T("样本不足", "thin sample"), CellMark.Marked), $"{c.Sample:#,##0}",
                                Sources.Known(AnalysisReport.Right(c.RightId, analysis)?.FamilySize is { } size ? $"{size}" : null, wording))),
                        ],
                        Note = wording.T($"百分位为同领域、同申请年他人专利中被引较少者的占比，相等者计一半；样本少于 {analysis.Policy.LeastSample} 件不给出。", $"The percentile is the part of others' patents of the same field and year that are cited less, equals counted half; below {analysis.Policy.LeastSample} none is given."),
                    },
                ],
        ];
    }
}
