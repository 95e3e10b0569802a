using Zhirong.Engine.Diligence.Checklists;
using Zhirong.Engine.Diligence.Judging;
using Zhirong.Platform.Office.Reports;
using Zhirong.Platform.Office.Reports.Charts;

namespace Zhirong.Modules.Valuation.Reports.Diligences;

/// <summary>风险汇总 by chapter and right, 待核实清单, 对价值的影响, 结论.</summary>
internal static class RiskParts
{
    public static IReadOnlyList<ReportBlock> Matrix(DiligenceReportInput input, Wording wording)
    {
        var result = input.Result;
        var chapters = result.Checklist.Chapters.Select(c => (Chapter: c, Tally: Tally.Of([.. result.Answers.Where(a => a.Chapter.Id == c.Id)]))).Where(c => c.Tally.Items > 0).ToList();
        List<ReportBlock> blocks = [ByChapter(chapters, result.Tally, wording), ByRight(result, wording)];
        if (chapters.Count > 0)
        {
            blocks.Insert(0, new StackedColumns
            {
                Title = wording.T("各章发现与待核实", "Findings and open items by chapter"),
                Unit = wording.T("项", "items"),
                Sums = "#,##0",
                Labels = [.. chapters.Select(c => wording.T($"第{c.Chapter.Id}章", $"{c.Chapter.Id}"))],
                Series =
                [
                    new(wording.T("致命", "fatal"), "#b00020", [.. chapters.Select(c => (decimal?)c.Tally.Fatal)]),
                    new(wording.T("重大", "major"), ChartColours.Warm, [.. chapters.Select(c => (decimal?)c.Tally.Major)]),
                    new(wording.T("一般", "minor"), "#f4b183", [.. chapters.Select(c => (decimal?)c.Tally.Minor)]),
                    new(wording.T("待核实", "to be verified"), "#bfbfbf", [.. chapters.Select(c => (decimal?)c.Tally.Unknown)]),
                ],
            });
        }

        return blocks;
    }

    public static IReadOnlyList<ReportBlock> Unknown(DiligenceReportInput input, Wording wording)
    {
        var result = input.Result;
        var unknown = result.Checklist.Chapters.SelectMany(c => result.Unknowns.Where(a => a.Chapter.Id == c.Id)).GroupBy(a => (a.Item.Id, a.Why)).ToList();
        return unknown.Count == 0
            ? [wording.Body("没有待核实事项。", "Nothing is left to be verified.")]
            :
            [
                wording.Lead("下列事项没有足够资料作出判断，不视为通过；补充资料后应当重新调查。", "These items could not be answered and do not pass; examine again once the material is there."),
                new ReportTable
                {
                    Title = wording.T("待核实清单", "What is to be verified"),
                    Columns =
                    [
                        new(wording.T("章", "Chapter"), ColumnKind.Code), new(wording.T("事项", "Item"), ColumnKind.Text), new(wording.T("必查", "Required"), ColumnKind.Code), new(wording.T("对象", "Subject"), ColumnKind.Code),
                        new(wording.T("原因", "Why"), ColumnKind.Text), new(wording.T("应当补充的资料", "What to bring"), ColumnKind.Text),
                    ],
                    Rows =
                    [
                        .. unknown.Select(g => ReportRow.Of(
                            g.First().Chapter.Id, wording.T(g.First().Item.Title), g.First().Item.Must ? new ReportCell(wording.T("必查", "required"), CellMark.Marked) : wording.T("否", "no"),
                            DiligenceReport.Subjects(g.Select(a => a.RightId), result, wording), g.Key.Why is { } why ? wording.T(ItemAnswer.Title(why)) : wording.Unknown, Bring([.. g], result.Checklist, wording))),
                    ],
                },
            ];
    }

    public static IReadOnlyList<ReportBlock> Effects(DiligenceReportInput input, Wording wording)
    {
        var result = input.Result;
        if (result.Effects is not { } effects)
        {
            return [wording.Body("没有全部权利的评估价值，尽调发现对价值的影响待核实，不作推定。", "The rights have no appraised values; what the findings do to the value is to be verified and not supposed.")];
        }

        return
        [
            wording.Lead($"尽调前价值 {Wording.Yuan(effects.Before.Fen)} 元，尽调后价值 {Wording.Yuan(effects.After.Fen)} 元。同一参数只计最重的一项，不同参数的系数相乘；系数不大于 1。",
                $"Value before CNY {Wording.Yuan(effects.Before.Fen)}, after CNY {Wording.Yuan(effects.After.Fen)}. Within one parameter the gravest finding counts, across parameters factors multiply; none exceeds 1."),
            new ReportTable
            {
                Title = wording.T("各权利尽调前后的价值（单位：元）", "Values of the rights before and after (CNY)"),
                Columns =
                [
                    new(wording.T("权利", "Right"), ColumnKind.Code), new(wording.T("尽调前", "Before"), ColumnKind.Figure), new(wording.T("系数", "Factor"), ColumnKind.Figure), new(wording.T("尽调后", "After"), ColumnKind.Figure), new(wording.T("理由", "Reasons"), ColumnKind.Text),
                ],
                Rows =
                [
                    .. effects.Lines.Select(l => ReportRow.Of(
                        DiligenceReport.Subject(l.RightId, result, wording), Wording.YuanCell(l.Before.Fen), new(ChapterParts.Factor(l.Factor), l.Factor < 1 ? CellMark.Marked : CellMark.None), Wording.YuanCell(l.After.Fen), Reasons(l, wording))),
                    ReportRow.Total(wording.T("合计", "Total"), Wording.YuanCell(effects.Before.Fen), "", Wording.YuanCell(effects.After.Fen), ""),
                ],
            },
        ];
    }

    public static IReadOnlyList<ReportBlock> Conclusion(DiligenceReportInput input, Wording wording)
    {
        var result = input.Result;
        var advice = result.Findings.GroupBy(f => (f.Item.Id, f.Finding!.Id)).OrderByDescending(g => g.First().Grade).ToList();
        return
        [
            wording.Body($"结论：{wording.T(Engine.Diligence.Judging.Conclusion.Title(result.Conclusion.Answer))}。{wording.T(result.Conclusion.Text)}", $"Conclusion: {wording.T(Engine.Diligence.Judging.Conclusion.Title(result.Conclusion.Answer))}. {wording.T(result.Conclusion.Text)}"),
            .. advice.Select((g, i) => wording.Body($"{i + 1}. {wording.T(g.First().Finding!.Advice)}（{DiligenceReport.Subjects(g.Select(a => a.RightId), result, wording)}）", $"{i + 1}. {wording.T(g.First().Finding!.Advice)} ({DiligenceReport.Subjects(g.Select(a => a.RightId), result, wording)})")),
            wording.Note($"{wording.T(result.Checklist.Statement)}。清单来源：{Wording.Plain(result.Checklist.Source)}。", $"{wording.T(result.Checklist.Statement)}. Source of the checklist: {Wording.Plain(result.Checklist.Source)}."),
            new ReportSeals(
            [
                new(wording.T("调查人", "Examined by"), "", wording.T("签名：", "Signature:"), wording.T("日期：　　　年　　月　　日", "Date:")),
                new(wording.T("复核人", "Reviewed by"), "", wording.T("签名：", "Signature:"), wording.T("日期：　　　年　　月　　日", "Date:")),
            ]),
        ];
    }

    private static ReportTable ByChapter(List<(Chapter Chapter, Tally Tally)> chapters, Tally whole, Wording wording)
    {
        return new()
        {
            Title = wording.T("三级风险汇总（按章，单位：项）", "Grades by chapter (items)"),
            Columns = [new(wording.T("章", "Chapter"), ColumnKind.Text), .. Heads(wording)],
            Rows = [.. chapters.Select(c => ReportRow.Of([$"{c.Chapter.Id}. {DiligenceReport.Headed(wording.T(c.Chapter.Title))}", .. Counts(c.Tally, whole)])), ReportRow.Total([wording.T("合计", "Total"), .. Counts(whole, null)])],
        };
    }

    private static ReportTable ByRight(DiligenceResult result, Wording wording) => new()
    {
        Title = wording.T("三级风险汇总（按权利，单位：项）", "Grades by right (items)"),
        Columns = [new(wording.T("权利", "Right"), ColumnKind.Code), .. Heads(wording), new(wording.T("结论", "Conclusion"), ColumnKind.Code), new(wording.T("说明", "Why"), ColumnKind.Text)],
        Rows = [.. result.Rights.Select(r => ReportRow.Of([DiligenceReport.Subject(r.Right.Id, result, wording), .. Counts(r.Tally, result.Tally), SummaryParts.Answer(r.Conclusion, wording), Wording.Plain(wording.T(r.Conclusion.Text))]))],
    };

    private static ReportColumn[] Heads(Wording wording) =>
    [
        new(wording.T("致命", "Fatal"), ColumnKind.Figure), new(wording.T("重大", "Major"), ColumnKind.Figure), new(wording.T("一般", "Minor"), ColumnKind.Figure), new(wording.T("未见异常", "Clear"), ColumnKind.Figure), new(wording.T("待核实", "Open"), ColumnKind.Figure),
    ];

    private static ReportCell[] Counts(Tally tally, Tally? ground)
    {
        var most = ground is null ? 0 : Math.Max(1, new[] { ground.Fatal, ground.Major, ground.Minor, ground.Unknown }.Max());
        return [Cell(tally.Fatal, true), Cell(tally.Major, true), Cell(tally.Minor, true), Cell(tally.Clear, false), Cell(tally.Unknown, true)];

        ReportCell Cell(int count, bool heated) => new($"{count}", count == 0 ? CellMark.Zero : CellMark.None) { Ground = heated && count > 0 && ground is not null ? SummaryParts.Heat(count, most) : null };
    }

    private static string Bring(List<ItemAnswer> answers, Checklist list, Wording wording)
    {
        var names = answers[0].Why == UnknownWhy.NoFact ? answers.SelectMany(a => a.Missing).Distinct().ToList() : [.. answers[0].Item.Asks];
        var asked = names.Select(list.Fact).OfType<FactWord>().Select(f => wording.T(f.Ask)).Where(text => text.Length > 0).Distinct().ToList();
        return asked.Count > 0 ? string.Join(wording.T("；", "; "), asked) : wording.T("补充有日期的来源", "a dated source");
    }

    private static string Reasons(EffectLine line, Wording wording) => line.Reasons.Count == 0 ? wording.T("没有影响价值的发现", "no finding that lowers it")
        : string.Join(wording.T("；", "; "), line.Reasons.Select(r => $"{wording.T(r.Answer.Item.Title)} × {ChapterParts.Factor(r.Factor)}" + (r.Counts ? "" : wording.T("（同一参数，不重复计）", " (same parameter, not counted again)"))));
}
