using Zhirong.Engine.Appraisal.Concluding;
using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Groups;
using Zhirong.Modules.Valuation.Reports.Requests;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Valuation.Reports.Appraisals;

/// <summary>各口径价值, 企业数据比对, 质押价值, 尽调后价值, 动态重估.</summary>
internal static class BasisAnnex
{
    public static IReadOnlyList<ReportBlock> Of(AppraisalReportInput input, Wording wording, RequestLabels labels) =>
        [.. Bases(input, wording), .. Firm(input, wording), .. Pledge(input, wording, labels)];

    public static IReadOnlyList<ReportBlock> Diligence(AppraisalReportInput input, Wording wording)
    {
        if (input.After is not { } after)
        {
            return [wording.Body("没有报告日及以前对这些权利的尽职调查；尽调后价值待核实，不以结论代替。", "There is no diligence of these rights on or before the day of the report; the value after diligence is to be verified and the conclusion does not stand in for it.")];
        }

        var rights = input.Value.Case.Group.Rights.ToDictionary(r => r.Id, StringComparer.Ordinal);
        return
        [
            wording.Lead($"依据 {Wording.Iso(after.Day)} 的尽职调查（{Wording.Plain(after.Id)}）；每项权利的价值乘以尽调系数。", $"By the diligence of {Wording.Iso(after.Day)} ({Wording.Plain(after.Id)}); each right's value × its factor."),
            new ReportTable
            {
                Title = wording.T("尽调前后价值（单位：元）", "Values before and after diligence (CNY)"),
                Columns =
                [
                    new(wording.T("编号", "Number"), ColumnKind.Code), new(wording.T("名称", "Title"), ColumnKind.Text), new(wording.T("尽调前", "Before"), ColumnKind.Figure), new(wording.T("系数", "Factor"), ColumnKind.Figure),
                    new(wording.T("尽调后", "After"), ColumnKind.Figure), new(wording.T("理由", "Reason"), ColumnKind.Text),
                ],
                Rows =
                [
                    .. after.Rights.Select(r => ReportRow.Of(
                        Sources.Known(rights.GetValueOrDefault(r.RightId)?.Number, wording), rights.TryGetValue(r.RightId, out var right) ? Wording.Plain(wording.T(right.Title)) : Wording.Plain(r.RightId),
                        Wording.YuanCell(r.Before.Fen), new(MethodParts.Figures(r.Factor), r.Factor < 1 ? CellMark.Marked : CellMark.None), Wording.YuanCell(r.After.Fen), Wording.Plain(r.Reason))),
                    ReportRow.Total("", wording.T("合计", "Total"), Wording.YuanCell(after.Rights.Sum(r => r.Before.Fen)), "", Wording.YuanCell(after.Rights.Sum(r => r.After.Fen)), ""),
                ],
                Keep = 2,
                Note = after.Whole ? null : wording.T($"{rights.Count - after.Rights.Count} 项权利没有尽职调查，未列示，待核实。", $"{rights.Count - after.Rights.Count} right(s) were not examined, are not listed and are to be verified."),
            },
        ];
    }

    public static IReadOnlyList<ReportBlock> Rolled(AppraisalReportInput input, Wording wording, RequestLabels labels)
    {
        var (rolled, asked) = (input.Value.Rolled!, input.Value.Case.RollForward!);
        return
        [
            wording.Lead($"以 {wording.Day(asked.To)} 为新的基准日重估{labels.Method(asked.Method)}：仅时间推移为 {Wording.Yuan(rolled.TimeOnly.Value.Fen)} 元，计入事项后为 {Wording.Yuan(rolled.Value.Fen)} 元。",
                $"{labels.Method(asked.Method)} rolled to {wording.Day(asked.To)}: by time alone CNY {Wording.Yuan(rolled.TimeOnly.Value.Fen)}, with the events CNY {Wording.Yuan(rolled.Value.Fen)}."),
            new ReportTable
            {
                Title = wording.T("事项及影响（单位：元）", "Events and what they did (CNY)"),
                Columns = [new(wording.T("生效日", "Effective"), ColumnKind.Date), new(wording.T("事项", "Event"), ColumnKind.Text), new(wording.T("来源", "Source"), ColumnKind.Text), new(wording.T("之前", "Before"), ColumnKind.Figure), new(wording.T("之后", "After"), ColumnKind.Figure)],
                Rows = [.. rolled.Events.Select(e => ReportRow.Of(Wording.Iso(e.Event.Effective), wording.T(ValueEvent.Title(e.Event.Kind)), Wording.Plain(e.Event.Source), Yuan(e.Before), Yuan(e.After)))],
                Note = rolled.Notes.Count == 0 ? null : labels.Spoken(string.Join(wording.T("；", "; "), rolled.Notes.Select(n => wording.T(n.Message)))),
            },
        ];
    }

    private static IEnumerable<ReportBlock> Bases(AppraisalReportInput input, Wording wording)
    {
        if (input.Value.Bases.Count > 0)
        {
            yield return new ReportTable
            {
                Title = wording.T("各口径价值（单位：元）", "Values by basis (CNY)"),
                Columns =
                [
                    new(wording.T("口径", "Basis"), ColumnKind.Code), new(wording.T("价值", "Value"), ColumnKind.Figure), new(wording.T("出具方", "By"), ColumnKind.Text), new(wording.T("日期", "On"), ColumnKind.Date),
                    .. Sources.Columns(wording), new(wording.T("金额上限", "Limit"), ColumnKind.Figure), new(wording.T("是否超限", "Within"), ColumnKind.Code),
                ],
                Rows = [.. input.Value.Bases.Select(b => Row(b, wording))],
                Keep = 1,
            };
        }
    }

    private static ReportRow Row(BasisValue basis, Wording wording) => ReportRow.Of(
    [
        wording.T(TermWords.Title(basis.Basis)), Wording.YuanCell(basis.Value.Fen), basis.By == "zhirong" ? wording.T("知融", "Zhirong") : Wording.Plain(basis.By), Wording.Iso(basis.Date),
        .. Sources.Cells(basis.Origin, wording), basis.Limit is { } limit ? Wording.YuanCell(limit.Fen) : Wording.None,
        basis.Limit is null ? wording.T("无上限", "no limit") : basis.IsWithin ? wording.T("未超限", "within") : new ReportCell(wording.T("超限", "beyond"), CellMark.Alarm),
    ]);

    private static IEnumerable<ReportBlock> Firm(AppraisalReportInput input, Wording wording)
    {
        if (input.Value.FirmTests.Count > 0)
        {
            yield return new ReportTable
            {
                Title = wording.T($"评估总额与企业数据的比对{(input.Value.Case.Firm is { } zh ? $"（{zh.Year} 年，单位：元）" : "")}", $"The total against the firm's figures{(input.Value.Case.Firm is { } en ? $" ({en.Year}, CNY)" : "")}"),
                Columns = [new(wording.T("指标", "Measure"), ColumnKind.Text), new(wording.T("企业数据", "Figure"), ColumnKind.Figure), new(wording.T("总额 ÷ 企业数据", "Total ÷ figure"), ColumnKind.Figure), new(wording.T("政策值", "Limit"), ColumnKind.Figure), new(wording.T("结果", "Result"), ColumnKind.Code)],
                Rows =
                [
                    .. input.Value.FirmTests.Select(t => ReportRow.Of(
                        wording.T(RequestWords.Key(t.Measure) ?? Engine.Basics.Words.Same(t.Measure)), t.Figure is { } figure ? Yuan(figure) : Sources.Known((string?)null, wording),
                        t.Ratio is { } ratio ? MethodParts.Figures(Engine.Basics.Rounding.Decimals(ratio, 4)) : Wording.None, t.Limit is { } limit ? MethodParts.Figures(limit) : Wording.None,
                        t.Ratio is null ? new(t.Figure is null ? wording.Unknown : wording.T("不可比", "not comparable"), CellMark.Alarm) : t.Limit is null || t.Ratio <= t.Limit ? wording.T("未超过", "within") : new ReportCell(wording.T("超过", "beyond"), CellMark.Alarm))),
                ],
            };
        }
    }

    private static IEnumerable<ReportBlock> Pledge(AppraisalReportInput input, Wording wording, RequestLabels labels)
    {
        if (input.Value.Pledge is not { } pledge)
        {
            yield break;
        }

        yield return new ReportText(TextRole.Subheading, wording.T("质押价值", "Pledge value"));
        yield return wording.Lead($"质押价值 = 评估值 × 有效概率 × (1 − 变现折扣) × 变现期折现系数 = {RequestLabels.Formula(pledge.Steps[^1].Formula)} = {Wording.Yuan(pledge.Value.Fen)} 元。", $"Pledge value = value × chance of validity × (1 − fire-sale discount) × discount factor = {RequestLabels.Formula(pledge.Steps[^1].Formula)} = CNY {Wording.Yuan(pledge.Value.Fen)}.");
        yield return new ReportTable
        {
            Title = wording.T("质押价值的取值", "Figures of the pledge value"),
            Columns = [new(wording.T("数据", "Figure"), ColumnKind.Text), new(wording.T("取值", "Value"), ColumnKind.Figure), .. Sources.Columns(wording)],
            Rows = [.. pledge.Inputs.Select(i => ReportRow.Of([labels.Of(i.Name), i.Value, .. Sources.Cells(i.Origin, wording)]))],
        };
    }

    private static ReportCell Yuan(decimal yuan) => Wording.YuanCell(Engine.Basics.Money.Rounded(yuan).Fen);
}
