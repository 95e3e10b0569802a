using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Modules.Valuation.Reports.Requests;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Valuation.Reports.Appraisals;

/// <summary>评估结论: the amount, why, how sure, and beside it the values for lending and after diligence.</summary>
internal static class ConclusionParts
{
    public static IReadOnlyList<ReportBlock> Of(AppraisalReportInput input, Wording wording, RequestLabels labels)
    {
        var value = input.Value;
        if (value.Conclusion is not { } conclusion)
        {
            return [wording.Body("本次分析未要求或未能形成结论；各方法结果仅供参考，待核实。", "No conclusion was asked for or reached; the results of the methods are for reference and to be verified.")];
        }

        return
        [
            wording.Body($"经分析，“{Wording.Plain(wording.T(value.Case.Group.Title))}”产品组 {value.Case.Group.Rights.Count} 项权利于 {wording.Day(value.Case.Terms.BaseDate)} 的{wording.T(TermWords.Title(value.Case.Terms.Standard))}为 {AppraisalReport.Amount(conclusion.Value, wording)}。",
                $"The {wording.T(TermWords.Title(value.Case.Terms.Standard))} of the {value.Case.Group.Rights.Count} right(s) of “{Wording.Plain(wording.T(value.Case.Group.Title))}” on {wording.Day(value.Case.Terms.BaseDate)} is {AppraisalReport.Amount(conclusion.Value, wording)}."),
            wording.Body($"取值：{Weights(input, wording, labels)}。理由：{Wording.Plain(conclusion.Reason)}{End(conclusion.Reason, "。")}", $"Weights: {Weights(input, wording, labels)}. Reason: {Wording.Plain(conclusion.Reason)}{End(conclusion.Reason, ".")}"),
            .. Spread(input, wording),
            Rights(input, wording),
            .. Beside(input, wording),
        ];
    }

    private static string End(string reason, string mark) => reason.TrimEnd() is { Length: > 0 } text && text[^1] is '。' or '.' or '；' ? "" : mark;

    private static string Weights(AppraisalReportInput input, Wording wording, RequestLabels labels) =>
        wording.List(input.Value.Conclusion!.Weights.Select(w => $"{labels.Method(w.Key)} {Wording.Percent(w.Value)}"));

    private static IEnumerable<ReportBlock> Spread(AppraisalReportInput input, Wording wording)
    {
        if (input.Value.Conclusion!.Spread is { } spread)
        {
            yield return wording.Body($"各方法结果最高与最低之比为 {MethodParts.Figures(Engine.Basics.Rounding.Decimals(spread, 4))}。", $"The highest result is {MethodParts.Figures(Engine.Basics.Rounding.Decimals(spread, 4))} times the lowest.");
        }

        if (input.Value.Simulated is { } s)
        {
            yield return wording.Body(
                $"对收益法的主要参数按所设偏差模拟 {s.Paths:#,##0} 次：P5 为 {FrontParts.Estimate(s.Low)} 万元，P50 为 {FrontParts.Estimate(s.Middle)} 万元，P95 为 {FrontParts.Estimate(s.High)} 万元。结论应当与该区间一并使用。",
                $"The main figures of the income method were drawn {s.Paths:#,##0} times with the stated deviations: P5 {FrontParts.Estimate(s.Low)}, P50 {FrontParts.Estimate(s.Middle)}, P95 {FrontParts.Estimate(s.High)} (CNY 10,000). Use the conclusion together with this range.");
        }
        else
        {
            yield return wording.Body("本次分析没有模拟区间；结论为点估计，其不确定性待核实。", "There is no simulated range; the conclusion is a point estimate whose uncertainty is to be verified.");
        }
    }

    private static ReportTable Rights(AppraisalReportInput input, Wording wording) => new()
    {
        Title = wording.T("结论按权利分列（单位：元）", "The conclusion by right (CNY)"),
        Columns =
        [
            new(wording.T("序号", "No."), ColumnKind.Code), new(wording.T("编号", "Number"), ColumnKind.Code), new(wording.T("名称", "Title"), ColumnKind.Text),
            new(wording.T("权重", "Weight"), ColumnKind.Figure), new(wording.T("价值", "Value"), ColumnKind.Figure), new(wording.T("尽调后价值", "After diligence"), ColumnKind.Figure),
        ],
        Rows =
        [
            .. input.Value.Rights.Select((r, i) => ReportRow.Of($"{i + 1}", Sources.Known(r.Right.Number, wording), Wording.Plain(wording.T(r.Right.Title)), Wording.Percent(r.Right.Weight), Wording.YuanCell(r.Value.Fen), After(r.Right.Id, input, wording))),
            ReportRow.Total("", "", wording.T("合计", "Total"), Wording.Percent(input.Value.Rights.Sum(r => r.Right.Weight)), Wording.YuanCell(input.Value.Rights.Sum(r => r.Value.Fen)),
                input.After?.Total is { } total ? Wording.YuanCell(total.Fen) : new(wording.Unknown, CellMark.Alarm)),
        ],
        Note = wording.T("各权利价值为结论按权重分摊，尾差归入权重最大的一项；尽调后价值 = 价值 × 尽调系数。", "The parts are the conclusion by weight, the remainder going to the largest; value after diligence = value × factor."),
        Keep = 2,
    };

    private static ReportCell After(string right, AppraisalReportInput input, Wording wording) =>
        input.After?.Rights.FirstOrDefault(r => r.RightId == right) is { } found ? Wording.YuanCell(found.After.Fen) : new(wording.Unknown, CellMark.Alarm);

    private static IEnumerable<ReportBlock> Beside(AppraisalReportInput input, Wording wording)
    {
        if (input.Value.Pledge is { } pledge)
        {
            yield return wording.Body($"质押价值：{AppraisalReport.Amount(pledge.Value, wording)}，已计入权利维持有效的概率、变现折扣和变现时间，算式见附件。", $"Pledge value: {AppraisalReport.Amount(pledge.Value, wording)}, with the chance that the rights stand, the fire-sale discount and the time to sell; the annexes show the computation.");
        }

        yield return input.After is { } after
            ? after.Total is { } total
                ? wording.Body($"尽调后价值：{AppraisalReport.Amount(total, wording)}，依据 {Wording.Iso(after.Day)} 的尽职调查，逐项系数见附件。", $"Value after diligence: {AppraisalReport.Amount(total, wording)}, by the diligence of {Wording.Iso(after.Day)}; the annexes show each factor.")
                : wording.Body($"尽调后价值：待核实，{input.Value.Case.Group.Rights.Count - after.Rights.Count} 项权利没有尽职调查；已调查的权利见附件。", $"Value after diligence: to be verified, {input.Value.Case.Group.Rights.Count - after.Rights.Count} right(s) were not examined; the annexes show those that were.")
            : wording.Body("尽调后价值：待核实，没有可用的尽职调查；结论未就尽调发现作任何调整。", "Value after diligence: to be verified, there is no diligence at hand; the conclusion is not adjusted for findings.");
    }
}
