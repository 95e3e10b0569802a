using Zhirong.Engine.Diligence.Checklists;
using Zhirong.Engine.Diligence.Judging;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Valuation.Reports.Diligences;

/// <summary>One chapter of the checklist: every item with state, fact, source, date, grade, the parameter touched and the effect.</summary>
internal static class ChapterParts
{
    public static IReadOnlyList<ReportBlock> Of(Chapter chapter, DiligenceResult result, Wording wording)
    {
        var answers = result.Answers.Where(a => a.Chapter.Id == chapter.Id).ToList();
        if (answers.Count == 0)
        {
            return [wording.Body("本章没有适用于这些权利和目的的事项。", "No item of this chapter concerns these rights and this purpose.")];
        }

        var rows = new List<ReportRow>();
        foreach (var item in answers.GroupBy(a => a.Item.Id))
        {
            var asked = item.First().Item;
            rows.Add(ReportRow.Group(DiligenceReport.Headed(asked.Must ? wording.T($"{wording.T(asked.Title)}（必查）", $"{wording.T(asked.Title)} (required)") : wording.T(asked.Title))));

            // Rights of which the same is known and found stand in one line.
            rows.AddRange(item.GroupBy(a => Line(a, result, wording)).Select(same => Row(same.Key, [.. same], result, wording)));
        }

        var tally = Tally.Of(answers);
        return
        [
            wording.Lead($"本章 {tally.Items} 项：未见异常 {tally.Clear}，发现问题 {tally.Findings}（致命 {tally.Fatal}、重大 {tally.Major}、一般 {tally.Minor}），待核实 {tally.Unknown}。",
                $"{tally.Items} item(s): {tally.Clear} clear, {tally.Findings} finding(s) ({tally.Fatal} fatal, {tally.Major} major, {tally.Minor} minor), {tally.Unknown} to be verified."),
            new ReportTable
            {
                Title = DiligenceReport.Headed(wording.T(chapter.Title)),
                Columns =
                [
                    new(wording.T("对象", "Subject"), ColumnKind.Code), new(wording.T("状态", "State"), ColumnKind.Code), new(wording.T("事实", "Facts"), ColumnKind.Text), new(wording.T("来源", "Source"), ColumnKind.Text), new(wording.T("日期", "Dated"), ColumnKind.Text),
                    new(wording.T("等级", "Grade"), ColumnKind.Code), new(wording.T("涉及参数", "Parameter"), ColumnKind.Text), new(wording.T("影响", "Effect"), ColumnKind.Text),
                ],
                Rows = rows,
            },
            .. Findings(answers, result, wording),
        ];
    }

    private static ReportRow Row(Same same, IReadOnlyList<ItemAnswer> answers, DiligenceResult result, Wording wording) => ReportRow.Of(
        DiligenceReport.Subjects(answers.Select(a => a.RightId), result, wording),
        DiligenceReport.State(answers[0], wording), same.Facts.Length == 0 ? new ReportCell(wording.Unknown, CellMark.Alarm) : same.Facts, same.Source.Length == 0 ? Wording.None : same.Source, same.Dated.Length == 0 ? Wording.None : same.Dated,
        DiligenceReport.Grade(answers[0].Grade, wording), result.Checklist.Parameter(answers[0].Item.Touches) is { } parameter ? wording.T(parameter.Title) : Wording.Plain(answers[0].Item.Touches), same.Effect);

    private static Same Line(ItemAnswer answer, DiligenceResult result, Wording wording)
    {
        var end = wording.T("；", "; ");
        return new(
            answer.State, answer.Finding?.Id, string.Join(end, answer.Facts.Select(f => FactWords.Of(f, result.Checklist, wording))),
            string.Join(end, answer.Facts.Select(f => f.From.Source.Length == 0 ? wording.T("无来源", "no source") : Wording.Plain(f.From.Source)).Distinct()),
            string.Join(end, answer.Facts.Select(f => f.From.Date).OfType<DateOnly>().Distinct().Order().Select(Wording.Iso)), Effect(answer, wording));
    }

    /// <summary>What the answer does to the value, or why there is none.</summary>
    private static string Effect(ItemAnswer answer, Wording wording) => answer.State switch
    {
        AnswerState.Finding => answer.Factor is { } factor ? wording.T($"价值 × {Factor(factor)}", $"value × {Factor(factor)}") : wording.T("不调整价值", "value stays"),
        AnswerState.Unknown => answer.Why is { } why ? wording.T(ItemAnswer.Title(why)) : wording.Unknown,
        _ => wording.T("无", "none"),
    };

    public static string Factor(decimal factor) => factor.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<ReportBlock> Findings(List<ItemAnswer> answers, DiligenceResult result, Wording wording)
    {
        var found = answers.Where(a => a.State == AnswerState.Finding).GroupBy(a => (a.Item.Id, a.Finding!.Id)).ToList();
        if (found.Count > 0)
        {
            yield return new ReportTable
            {
                Title = wording.T("发现与建议", "Findings and advice"),
                Columns = [new(wording.T("等级", "Grade"), ColumnKind.Code), new(wording.T("对象", "Subject"), ColumnKind.Code), new(wording.T("发现", "Finding"), ColumnKind.Text), new(wording.T("建议", "Advice"), ColumnKind.Text)],
                Rows =
                [
                    .. found.OrderByDescending(g => g.First().Grade).Select(g => ReportRow.Of(
                        DiligenceReport.Grade(g.First().Grade, wording), DiligenceReport.Subjects(g.Select(a => a.RightId), result, wording), Wording.Plain(wording.T(g.First().Finding!.Text)), Wording.Plain(wording.T(g.First().Finding!.Advice)))),
                ],
            };
        }
    }

    private sealed record Same(AnswerState State, string? Finding, string Facts, string Source, string Dated, string Effect);
}
