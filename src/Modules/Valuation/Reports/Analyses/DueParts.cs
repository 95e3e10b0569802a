using Zhirong.Engine.Diligence;
using Zhirong.Engine.Diligence.Portfolios;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Valuation.Reports.Analyses;

/// <summary>What ends, what is infringed, what is not protected.</summary>
internal static class DueParts
{
    public static IReadOnlyList<ReportBlock> Endings(PortfolioAnalysis analysis, Wording wording)
    {
        if (analysis.Endings.Count == 0)
        {
            return [wording.Body($"登记为有效的权利中，没有 {analysis.Policy.TermDays} 天内届满或 {analysis.Policy.FeeDays} 天内应缴费的。", $"Of the rights in force none ends within {analysis.Policy.TermDays} days or has a fee due within {analysis.Policy.FeeDays} days.")];
        }

        return
        [
            new ReportTable
            {
                Title = wording.T("即将到期与应缴费用", "Terms and fees that end"),
                Columns = [new(wording.T("日期", "On"), ColumnKind.Date), new(wording.T("天数", "Days"), ColumnKind.Figure), new(wording.T("权利", "Right"), ColumnKind.Code), new(wording.T("名称", "Title"), ColumnKind.Text), new(wording.T("事项", "What"), ColumnKind.Code)],
                Rows =
                [
                    .. analysis.Endings.Select(e => ReportRow.Of(
                        Wording.Iso(e.On), new($"{e.Days:#,##0}", e.Days < 0 ? CellMark.Alarm : CellMark.None), AnalysisReport.Name(e.RightId, analysis, wording), Title(e.RightId, analysis, wording),
                        e.What == "term" ? wording.T("保护期届满", "term ends") : wording.T("应缴年费", "fee due"))),
                ],
                Note = wording.T("天数自分析基准日起算，负数为已过期。", "Days from the day of the analysis; negative where past."),
            },
        ];
    }

    public static IReadOnlyList<ReportBlock> Infringed(PortfolioAnalysis analysis, Wording wording)
    {
        if (analysis.Infringed.Count == 0)
        {
            return [wording.Body("登记和所给资料中没有被侵权的记录；没有记录不等于没有侵权。", "Neither the register nor the material given records an infringement; that nothing is recorded does not say that there is none.")];
        }

        return
        [
            new ReportTable
            {
                Title = wording.T("被侵权的权利", "Infringed rights"),
                Columns =
                [
                    new(wording.T("权利", "Right"), ColumnKind.Code), new(wording.T("名称", "Title"), ColumnKind.Text), new(wording.T("首次", "First"), ColumnKind.Date), new(wording.T("次数", "Times"), ColumnKind.Figure),
                    new(wording.T("结果", "Outcome"), ColumnKind.Code), new(wording.T("经过", "What happened"), ColumnKind.Text), new(wording.T("来源", "Source"), ColumnKind.Text), new(wording.T("授权前被仿冒", "Before grant"), ColumnKind.Code),
                ],
                Rows =
                [
                    .. analysis.Infringed.Select(i => ReportRow.Of(
                        AnalysisReport.Name(i.RightId, analysis, wording), Title(i.RightId, analysis, wording), Wording.Iso(i.First.On), $"{i.Times}",
                        Diligences.FactWords.Value(new("outcome", i.First.Outcome, i.First.From), wording), Wording.Plain(i.First.Text), Sources.Known(i.First.From.Source, wording),
                        i.Late is { } late ? late ? new ReportCell(wording.T("是", "yes"), CellMark.Marked) : wording.T("否", "no") : new ReportCell(wording.Unknown, CellMark.Alarm))),
                ],
            },
        ];
    }

    public static IReadOnlyList<ReportBlock> Gaps(PortfolioAnalysis analysis, Wording wording)
    {
        if (analysis.Gaps.Count == 0)
        {
            return [wording.Body("按所给资料未发现布局空白；待核实事项见下一节。", "The material given shows no gap; see the next section for what could not be looked at.")];
        }

        return
        [
            new ReportTable
            {
                Title = wording.T("布局空白与申请建议", "Gaps and filing advice"),
                Columns =
                [
                    new(wording.T("序号", "No."), ColumnKind.Code), new(wording.T("类型", "Kind"), ColumnKind.Text), new(wording.T("应申请", "To file"), ColumnKind.Text), new(wording.T("相关权利", "Rights"), ColumnKind.Text),
                    new(wording.T("理由", "Reason"), ColumnKind.Text), new(wording.T("建议", "Advice"), ColumnKind.Text),
                ],
                Rows =
                [
                    .. analysis.Gaps.Select((g, i) => ReportRow.Of(
                        $"{i + 1}", Kind(g.Kind, wording), analysis.Policy.Coverages.FirstOrDefault(c => c.Id == g.File) is { } file ? wording.T(file.Title) : Wording.None,
                        g.Rights.Count == 0 ? Wording.None : wording.List(g.Rights.Select(r => AnalysisReport.Name(r, analysis, wording))), Wording.Plain(wording.T(g.Reason)), Wording.Plain(wording.T(g.Advice)))),
                ],
            },
        ];
    }

    private static string Title(string right, PortfolioAnalysis analysis, Wording wording) => AnalysisReport.Right(right, analysis) is { } found ? $"{Wording.Plain(wording.T(found.Title))}{wording.T("（", " (")}{wording.T(DiligenceWords.KindTitle(found.Kind))}{wording.T("）", ")")}" : Wording.None;

    private static string Kind(string kind, Wording wording) => kind switch
    {
        "product_uncovered" => wording.T("产品缺少保护", "product not covered"),
        "class_uncovered" => wording.T("商标类别未覆盖", "class not covered"),
        "field_open" => wording.T("技术领域空白", "field open"),
        "sold_before_filing" => wording.T("申请前已公开销售", "sold before filing"),
        "protected_late" => wording.T("保护滞后", "protected late"),
        "term_ending" => wording.T("保护期将届满", "term ending"),
        _ => wording.T("应缴费用", "fee due"),
    };
}
