using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Modules.Valuation.Reports.Requests;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Valuation.Reports.Appraisals;

/// <summary>评估程序实施过程 and 评估假设: what was done, as far as the record shows it, and what was supposed.</summary>
internal static class ProcedureParts
{
    public static IReadOnlyList<ReportBlock> Procedure(AppraisalReportInput input, Wording wording)
    {
        var value = input.Value;
        var figures = value.Methods.SelectMany(m => m.Inputs).DistinctBy(i => (i.Name, i.Value)).ToList();
        int Count(OriginKind kind) => figures.Count(i => i.Origin.Kind == kind);
        var listed = value.Case.Group.Rights.Count(r => input.Details.ContainsKey(r.Id));
        return
        [
            wording.Body($"1. 明确基本事项：按委托确定目的、对象、价值类型和基准日，形成第 {input.Version} 版分析请求。", $"1. Terms: purpose, object, type of value and base date were fixed as asked; this is version {input.Version} of the request."),
            wording.Body($"2. 核查权属与状态：与权利登记对应 {listed} 项，未对应、待核实 {value.Case.Group.Rights.Count - listed} 项。", $"2. Ownership and state: {listed} right(s) were matched with the register; {value.Case.Group.Rights.Count - listed} are to be verified."),
            wording.Body($"3. 收集资料：计算所用数据 {figures.Count} 项，其中证据 {Count(OriginKind.Evidence)}、合同 {Count(OriginKind.Contract)}、公开来源 {Count(OriginKind.Published)}、假设 {Count(OriginKind.Assumption)}、计算 {Count(OriginKind.Computed)}、待核实 {Count(OriginKind.Unverified)}。",
                $"3. Material: {figures.Count} figures were used: {Count(OriginKind.Evidence)} with evidence, {Count(OriginKind.Contract)} from contracts, {Count(OriginKind.Published)} published, {Count(OriginKind.Assumption)} assumed, {Count(OriginKind.Computed)} computed, {Count(OriginKind.Unverified)} to be verified."),
            input.After is { } after
                ? wording.Body($"4. 尽职调查：采用 {Wording.Iso(after.Day)} 的尽职调查（{Wording.Plain(after.Id)}），未能回答的事项 {after.Unknown} 项。", $"4. Diligence: that of {Wording.Iso(after.Day)} ({Wording.Plain(after.Id)}) was used; {after.Unknown} item(s) could not be answered.")
                : wording.Body("4. 尽职调查：没有可用的尽职调查，待核实。", "4. Diligence: none is at hand; to be verified."),
            wording.Body($"5. 评定估算：由引擎 {Wording.Plain(input.Engine)} 计算 {value.Methods.Count} 个方法，{value.Open.Count} 个方法因缺少数据未出结果。", $"5. Computation: engine {Wording.Plain(input.Engine)} computed {value.Methods.Count} method(s); {value.Open.Count} stay open for want of figures."),
            wording.Body($"6. 内部审核：{(value.Conclusion is null ? "尚未形成结论。" : "结论的权重和理由见评估结论一节；与企业财务数据的比对见附件。")}", $"6. Review: {(value.Conclusion is null ? "no conclusion yet." : "weights and reason stand under the conclusion, the tests against the firm's figures in the annexes.")}"),
            wording.Body("7. 现场勘查、访谈等程序在记录中没有载明，待核实。", "7. The record holds no inspection on site and no interviews; to be verified."),
        ];
    }

    public static IReadOnlyList<ReportBlock> Assumptions(AppraisalReportInput input, Wording wording, RequestLabels labels)
    {
        var assumed = RequestInputs.Of(input.Request, input.Value).Where(i => i.Origin?.Kind is OriginKind.Assumption or OriginKind.Unverified).ToList();
        return
        [
            wording.Body("1. 持续使用：权利按现有用途和方式继续使用，权利人按期缴费、续展并维持权利有效。", "1. Continued use: the rights go on being used as now; fees are paid, renewals made and the rights kept in force."),
            wording.Body("2. 公开市场：交易各方地位平等、信息充分、行为自愿。", "2. Open market: the parties are equal, informed and free."),
            wording.Body("3. 外部环境：基准日有效的法律、税收、利率和产业政策不发生重大变化。", "3. Surroundings: law, taxes, interest and industrial policy of the base date do not change materially."),
            wording.Body("4. 资料真实：所提供的资料真实、完整；未披露的权利负担、争议和优先权不存在。", "4. Material: what was given is true and complete; there are no undisclosed burdens, disputes or prior rights."),
            wording.Body("5. 收益只计至剩余经济寿命，预测期以外不外推。", "5. Income counts within the remaining life; nothing is extrapolated beyond the forecast."),
            .. Special(assumed, wording, labels),
            wording.Body("上述假设不成立时，结论相应失效，应当重新分析。", "Where an assumption fails, the conclusion fails with it and the analysis has to be made anew."),
        ];
    }

    private static IEnumerable<ReportBlock> Special(List<RequestInput> assumed, Wording wording, RequestLabels labels)
    {
        if (assumed.Count == 0)
        {
            yield return wording.Body("6. 本次分析没有列为假设或待核实的数据。", "6. No figure of this analysis is assumed or to be verified.");
            yield break;
        }

        yield return new ReportText(TextRole.Lead, wording.T($"6. 下列 {assumed.Count} 项数据为假设或待核实，结论以其成立为前提：", $"6. These {assumed.Count} figures are assumed or to be verified, and the conclusion rests on them:"));
        yield return new ReportTable
        {
            Title = wording.T("特殊假设", "Special assumptions"),
            Columns = [new(wording.T("数据", "Figure"), ColumnKind.Text), new(wording.T("取值", "Value"), ColumnKind.Figure), .. Sources.Columns(wording)],
            Rows = [.. assumed.Select(i => ReportRow.Of([labels.Of(i.Path), labels.Value(i.Key, i.Text), .. Sources.Cells(i.Origin, wording)]))],
        };
    }
}
