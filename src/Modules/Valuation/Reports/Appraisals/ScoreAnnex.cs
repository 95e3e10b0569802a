using Zhirong.Engine.Appraisal.Scoring;
using Zhirong.Platform.Office.Reports;
using Zhirong.Platform.Office.Reports.Charts;

namespace Zhirong.Modules.Valuation.Reports.Appraisals;

/// <summary>指标评分表: totals and grades, the shape of the scores, every indicator with its ground.</summary>
internal static class ScoreAnnex
{
    /// <summary>Rights drawn one over the other; more would hide each other.</summary>
    private const int MostDrawn = 4;

    public static IReadOnlyList<ReportBlock> Of(AppraisalReportInput input, Wording wording)
    {
        if (input.Scores is not { } sheet || sheet.Subjects.Count == 0)
        {
            return [];
        }

        return
        [
            wording.Lead($"评分规则 {Wording.Plain(sheet.Rubric.Name)}，场景“{wording.T(sheet.Scenario.Title)}”。{wording.T(sheet.Rubric.Statement)}", $"Rubric {Wording.Plain(sheet.Rubric.Name)}, scenario “{wording.T(sheet.Scenario.Title)}”. {wording.T(sheet.Rubric.Statement)}"),
            Totals(sheet, wording),
            Shape(sheet, wording),
            .. Matrix(sheet, wording),
            .. sheet.Subjects.Select(subject => Sheet(subject, wording)),
        ];
    }

    private static ReportTable Totals(ScoredRights sheet, Wording wording) => new()
    {
        Title = wording.T("评分结果", "Scores"),
        Columns =
        [
            new(wording.T("序号", "No."), ColumnKind.Code), new(wording.T("权利", "Right"), ColumnKind.Text), .. sheet.Rubric.Sides.Select((s, i) => new ReportColumn($"{wording.T(s.Title)} {Wording.Percent(sheet.Scenario.Weights[i])}", ColumnKind.Figure)),
            new(wording.T("总分", "Total"), ColumnKind.Figure), new(wording.T("等级", "Grade"), ColumnKind.Code), new(wording.T("覆盖率", "Coverage"), ColumnKind.Figure),
        ],
        Rows =
        [
            .. sheet.Subjects.Select((s, i) => ReportRow.Of([$"{i + 1}", Name(s, wording), .. s.Sides.Select(side => Score(side.Score, wording)), Score(s.Total, wording), Grade(s, wording), Wording.Percent(s.Coverage)])),
        ],
        Note = Vetoes(sheet, wording),
        Keep = 2,
    };

    private static string? Vetoes(ScoredRights sheet, Wording wording)
    {
        var fired = sheet.Subjects.SelectMany((s, i) => s.Vetoes.Select(v => $"{i + 1}. {wording.T(v.Title)}")).ToList();
        return fired.Count == 0 ? null : wording.T($"触发的否决项：{string.Join("；", fired)}。", $"Vetoes: {string.Join("; ", fired)}.");
    }

    /// <summary>Groups of indicators on axes: each right, or the mean of all when there are many.</summary>
    private static Radar Shape(ScoredRights sheet, Wording wording)
    {
        var groups = sheet.Rubric.Sides.SelectMany(s => s.Groups).ToList();
        var many = sheet.Subjects.Count > MostDrawn;
        return new()
        {
            Title = many ? wording.T($"二级指标得分（{sheet.Subjects.Count} 项权利的平均）", $"Scores by group, mean of {sheet.Subjects.Count} rights") : wording.T("二级指标得分", "Scores by group"),
            Axes = [.. groups.Select(g => wording.T(g.Title))],
            Unknown = wording.Unknown,
            Series = many
                ? [new(wording.T("平均", "mean"), ChartColours.Deep, [.. groups.Select((_, i) => sheet.Subjects.Select(s => Of(s, i)).OfType<decimal>().ToList() is { Count: > 0 } known ? Engine.Basics.Rounding.Decimals(known.Average(), 2) : (decimal?)null)])]
                : [.. sheet.Subjects.Select((s, n) => new ChartSeries(Name(s, wording), ChartColours.Palette[n], [.. groups.Select((_, i) => Of(s, i) is { } known ? Engine.Basics.Rounding.Decimals(known, 2) : (decimal?)null)]))],
        };

        static decimal? Of(SubjectScore subject, int group) => subject.Sides.SelectMany(s => s.Groups).ElementAt(group).Score;
    }

    /// <summary>Opportunity against risk; only for a rubric that has a legal, a technical and an economic side.</summary>
    private static IEnumerable<ReportBlock> Matrix(ScoredRights sheet, Wording wording)
    {
        var points = sheet.Subjects.Select((s, i) => (Number: i + 1, Law: Side(s, "law"), Technology: Side(s, "technology"), Economy: Side(s, "economy")))
            .Where(p => p.Law is not null && p.Technology is not null && p.Economy is not null).ToList();
        if (points.Count == 0)
        {
            yield break;
        }

        yield return new PointMatrix
        {
            Title = wording.T("机会与风险矩阵", "Opportunity and risk"),
            Across = wording.T("风险（0–100）", "Risk (0–100)"),
            Up = wording.T("机会（0–100）", "Opportunity (0–100)"),
            Fields = [wording.T("机会高、风险低", "high chance, low risk"), wording.T("机会高、风险高", "high chance, high risk"), wording.T("机会低、风险低", "low chance, low risk"), wording.T("机会低、风险高", "low chance, high risk")],
            Points = [.. points.Select(p => new MatrixPoint($"{p.Number}", Engine.Basics.Rounding.Decimals(100 - p.Law!.Value, 2), Engine.Basics.Rounding.Decimals((p.Technology!.Value + p.Economy!.Value) / 2, 2)))],
            Note = wording.T("点旁为评分结果表中的序号。机会 = 技术与经济两侧得分的平均，风险 = 100 − 法律侧得分；平台自定。", "Numbers are those of the table of scores. Opportunity = mean of the technical and economic sides, risk = 100 − legal side; the platform's own measure."),
        };

        static decimal? Side(SubjectScore subject, string id) => subject.Sides.FirstOrDefault(s => s.Side.Id == id)?.Score;
    }

    private static ReportTable Sheet(SubjectScore subject, Wording wording)
    {
        var rows = new List<ReportRow>();
        foreach (var side in subject.Sides)
        {
            rows.Add(ReportRow.Group(wording.T($"{wording.T(side.Side.Title)}：{Score(side.Score, wording).Text}", $"{wording.T(side.Side.Title)}: {Score(side.Score, wording).Text}")));
            foreach (var group in side.Groups)
            {
                rows.AddRange(group.Indicators.Select(i => ReportRow.Of([wording.T(group.Group.Title), wording.T(i.Indicator.Title), Score(i.Score, wording), Sources.Known(wording.T(i.Ground), wording), .. Sources.Cells(i.Input?.Origin ?? Engine.Appraisal.Facts.Origin.Unverified, wording)])));
            }
        }

        return new()
        {
            Title = wording.T($"评分明细：{Name(subject, wording)}", $"Score sheet: {Name(subject, wording)}"),
            Columns = [new(wording.T("二级指标", "Group"), ColumnKind.Text), new(wording.T("三级指标", "Indicator"), ColumnKind.Text), new(wording.T("得分", "Score"), ColumnKind.Figure), new(wording.T("评分依据", "Ground"), ColumnKind.Text), .. Sources.Columns(wording)],
            Rows = rows,
        };
    }

    private static string Name(SubjectScore subject, Wording wording) => Wording.Plain(subject.Subject.Number.Length > 0 ? subject.Subject.Number : wording.T(subject.Subject.Title));

    private static ReportCell Score(decimal? score, Wording wording) => score is { } known ? new(Engine.Basics.Rounding.Decimals(known, 2).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)) : new ReportCell(wording.Unknown, CellMark.Alarm);

    private static ReportCell Grade(SubjectScore subject, Wording wording) => subject.Outcome switch
    {
        ScoreOutcome.Graded => new ReportCell(subject.Grade ?? Wording.None),
        ScoreOutcome.Insufficient => new(wording.T("证据不足", "too little evidence"), CellMark.Marked),
        _ => new(wording.T("否决", "vetoed"), CellMark.Alarm),
    };
}
