using Zhirong.Engine.Basics;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Securitization.Reports;

/// <summary>校验发现与数据来源, and the seals' places.</summary>
internal static class FindingSection
{
    private const int MostFindings = 200;

    public static IReadOnlyList<ReportBlock> Of(ReportInput input, Wording wording) => [.. Findings(input, wording), .. Provisional(input, wording), .. Origins(input, wording)];

    public static IReadOnlyList<ReportBlock> Seals(ReportInput input, Wording wording)
    {
        var parties = input.Deal.Definition.Parties;
        return
        [
            new ReportText(TextRole.Lead, wording.T("以下各方确认已阅读本概要；概要与正式交易文件不一致的，以正式文件为准。", "The parties below have read this summary; where it differs from the transaction documents, the documents hold.")),
            new ReportSeals([Place("manager"), Place(parties.ContainsKey("arranger") || !parties.ContainsKey("underwriter") ? "arranger" : "underwriter")]),
        ];

        ReportSeal Place(string role) => new(
            wording.T($"{ReportTerms.Role(role, wording)}（盖章）", $"{ReportTerms.Role(role, wording)} (seal)"),
            parties.TryGetValue(role, out var name) ? Wording.Plain(name) : "",
            wording.T("授权代表签字：", "Authorised signature:"),
            wording.T("日期：　　　年　　月　　日", "Date:"));
    }

    private static IEnumerable<ReportBlock> Findings(ReportInput input, Wording wording)
    {
        var findings = input.Findings.DistinctBy(f => (f.Code, f.Path, f.Found)).OrderBy(f => f.Severity).ToList();
        if (findings.Count == 0)
        {
            yield return wording.Body("校验未发现问题。", "The checks found nothing.");
            yield break;
        }

        yield return new ReportTable
        {
            Title = wording.T("校验发现", "Findings"),
            Columns = [new(wording.T("级别", "Severity"), ColumnKind.Code), new(wording.T("编码", "Code"), ColumnKind.Code), new(wording.T("位置", "Place"), ColumnKind.Text), new(wording.T("说明", "What was found"), ColumnKind.Text)],
            Rows = [.. findings.Take(MostFindings).Select(f => new ReportRow(RowRole.Plain, [Severity(f.Severity), f.Code, Wording.Plain(f.Path), Wording.Plain(wording.T(f.Message))]))],
            Note = findings.Count > MostFindings ? wording.T($"另有 {findings.Count - MostFindings} 项未列示。", $"{findings.Count - MostFindings} more are not listed.") : null,
        };

        ReportCell Severity(Severity severity) => severity switch
        {
            Engine.Basics.Severity.Error => new(wording.T("错误", "error"), CellMark.Alarm),
            Engine.Basics.Severity.Warning => new(wording.T("提醒", "warning"), CellMark.Marked),
            _ => new(wording.T("提示", "info")),
        };
    }

    private static IEnumerable<ReportBlock> Provisional(ReportInput input, Wording wording)
    {
        var dates = input.Run.Deal.Periods.Where(p => p.Provisional).Select(p => wording.T($"第 {p.Number} 期 {Wording.Iso(p.PayDate)}", $"no. {p.Number} {Wording.Iso(p.PayDate)}")).ToList();
        yield return dates.Count == 0
            ? wording.Body("全部支付日均按已公布的节假日确定，无暂定日期。", "All payment dates rest on published holidays; none is provisional.")
            : wording.Body($"暂定支付日（所需年份的节假日尚未公布，仅按周末顺延，公布后须重新确定；实际付款不得使用暂定日期）：{wording.List(dates)}。",
                $"Provisional payment dates (the holidays of a year they need are not published; rolled over weekends only, to be fixed once they are; no real payment may use them): {wording.List(dates)}.");
    }

    private static IEnumerable<ReportBlock> Origins(ReportInput input, Wording wording)
    {
        var origins = input.Analysis.Origins;
        if (origins.Count == 0)
        {
            yield return wording.Body("交易文本未载明各项数据的来源，均待核实。", "The deal does not state where its figures come from; all are to be verified.");
            yield break;
        }

        var fields = new FieldTitles(input.Outline, wording);
        yield return new ReportTable
        {
            Title = wording.T("数据来源", "Sources of the figures"),
            Columns =
            [
                new(wording.T("内容", "Content"), ColumnKind.Text), new(wording.T("字段", "Field"), ColumnKind.Text), new(wording.T("来源", "Origin"), ColumnKind.Code), new(wording.T("出处", "Source"), ColumnKind.Text), new(wording.T("日期", "Date"), ColumnKind.Date), new(wording.T("说明", "Note"), ColumnKind.Text),
            ],
            Rows =
            [
                .. origins.Take(MostFindings).Select(o => new ReportRow(RowRole.Plain,
                    [fields.Of(o.Path), Wording.Plain(o.Path), new(ReportTerms.Origin(o.Kind, wording), o.Kind == "assumed" ? CellMark.Marked : CellMark.None), Wording.Plain(o.Source), Wording.Plain(o.Date), Wording.Plain(o.Note)])),
            ],
            Note = wording.T("最长的匹配字段优先；“假设”为未公布而设定的内容。", "The longest fitting field holds; assumed means not published and supposed."),
        };
    }
}
