using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Modules.Valuation.Reports.Requests;
using Zhirong.Platform.Office.Reports;
using Zhirong.Platform.Office.Reports.Charts;

namespace Zhirong.Modules.Valuation.Reports.Appraisals;

/// <summary>The annexes, in the order they are referred to.</summary>
internal static class AnnexParts
{
    public static IEnumerable<ReportPart> Of(AppraisalReportInput input, Wording wording, RequestLabels labels)
    {
        var (value, first) = (input.Value, true);
        List<(string Id, string Zh, string En, IReadOnlyList<ReportBlock> Blocks)> annexes =
        [
            ("annex-rights", "评估明细表", "Rights and values", Rights(input, wording)),
            ("annex-cash", "现金流与现值计算表", "Cash flows", CashFlows(input, wording, labels)),
            ("annex-inputs", "输入数据及来源", "Every input with its source", InputAnnex.Requested(input, wording, labels)),
            ("annex-parameters", "计算参数及来源", "Parameters used", InputAnnex.Used(input, wording, labels)),
            ("annex-scores", "指标评分表", "Score sheet", ScoreAnnex.Of(input, wording)),
            ("annex-uncertainty", "不确定性分析", "How sure", UncertaintyAnnex.Of(input, wording, labels)),
            ("annex-bases", "各口径价值与企业数据比对", "Bases side by side, tests against the firm", BasisAnnex.Of(input, wording, labels)),
            ("annex-diligence", "尽调后价值", "Value after diligence", BasisAnnex.Diligence(input, wording)),
            ("annex-rolled", "动态重估", "Roll-forward", value.Rolled is null ? [] : BasisAnnex.Rolled(input, wording, labels)),
        ];
        foreach (var annex in annexes.Where(a => a.Blocks.Count > 0))
        {
            yield return new(annex.Id, wording.T(annex.Zh, annex.En), annex.Blocks) { Numbering = PartNumbering.Annex, FreshPage = first };
            first = false;
        }
    }

    private static IReadOnlyList<ReportBlock> Rights(AppraisalReportInput input, Wording wording)
    {
        var of = input.Value.Case;
        var parts = input.Value.Rights.ToDictionary(r => r.Right.Id, r => r.Value, StringComparer.Ordinal);
        return
        [
            new ReportTable
            {
                Title = wording.T("评估明细表（单位：元）", "Rights and values (CNY)"),
                Columns =
                [
                    new(wording.T("序号", "No."), ColumnKind.Code), new(wording.T("编号", "Number"), ColumnKind.Code), new(wording.T("名称", "Title"), ColumnKind.Text), new(wording.T("类别", "Kind"), ColumnKind.Text),
                    new(wording.T("到期日", "Expiry"), ColumnKind.Date), new(wording.T("剩余年限", "Years left"), ColumnKind.Figure), new(wording.T("权重", "Weight"), ColumnKind.Figure), new(wording.T("价值", "Value"), ColumnKind.Figure),
                ],
                Rows =
                [
                    .. of.Group.Rights.Select((r, i) => ReportRow.Of(
                        $"{i + 1}", Sources.Known(r.Number, wording), Wording.Plain(wording.T(r.Title)), SubjectParts.Kind(r.Kind, wording), Sources.Known(r.Expires, wording),
                        r.Expires is { } end ? Engine.Basics.Rounding.Decimals(Engine.Appraisal.Life.EconomicLife.YearsBetween(of.Terms.BaseDate, end), 2).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) : Wording.None, Wording.Percent(r.Weight),
                        parts.TryGetValue(r.Id, out var part) ? Wording.YuanCell(part.Fen) : new(wording.Unknown, CellMark.Alarm))),
                    ReportRow.Total("", "", wording.T("合计", "Total"), "", "", "", Wording.Percent(of.Group.Rights.Sum(r => r.Weight)), parts.Count == 0 ? Wording.None : Wording.YuanCell(parts.Values.Sum(v => v.Fen))),
                ],
                Keep = 2,
            },
        ];
    }

    private static List<ReportBlock> CashFlows(AppraisalReportInput input, Wording wording, RequestLabels labels)
    {
        var blocks = new List<ReportBlock>();
        foreach (var method in input.Value.Methods.Where(m => m.CashFlows.Count > 0))
        {
            blocks.Add(Flows(method, wording, labels));
        }

        var shown = input.Value.Methods.Where(m => m.CashFlows.Count > 1).ToList();
        if (shown.Count > 0)
        {
            var years = shown.SelectMany(m => m.CashFlows.Select(f => f.Year)).Distinct().Order().ToList();
            blocks.Add(new StackedColumns
            {
                Title = wording.T("各年收益的现值", "Present value by year"),
                Unit = wording.T("万元", "CNY 10,000"),
                Labels = [.. years.Select(y => $"{y}")],
                Series = [.. shown.Take(1).Select((m, i) => new ChartSeries(labels.Method(m.Id), ChartColours.Palette[i], [.. years.Select(y => (decimal?)Engine.Basics.Rounding.Decimals(m.CashFlows.Where(f => f.Year == y).Sum(f => f.PresentValue) / 10_000, 4))]))],
            });
        }

        return blocks;
    }

    private static ReportTable Flows(MethodValue method, Wording wording, RequestLabels labels) => new()
    {
        Title = wording.T($"{labels.Method(method.Id)}：现金流（单位：元）", $"{labels.Method(method.Id)}: cash flows (CNY)"),
        Columns =
        [
            new(wording.T("期", "No."), ColumnKind.Code), new(wording.T("年度", "Year"), ColumnKind.Code), new(wording.T("期长（年）", "Length"), ColumnKind.Figure), new(wording.T("距基准日（年）", "Time"), ColumnKind.Figure),
            new(wording.T("收益", "Income"), ColumnKind.Figure), new(wording.T("分成率", "Share"), ColumnKind.Figure), new(wording.T("留存率", "Kept"), ColumnKind.Figure), new(wording.T("折现系数", "Factor"), ColumnKind.Figure), new(wording.T("现值", "Present value"), ColumnKind.Figure),
        ],
        Rows =
        [
            .. method.CashFlows.Select(f => ReportRow.Of($"{f.Period}", $"{f.Year}", MethodParts.Figures(f.Length), MethodParts.Figures(f.Time), Yuan(f.Income), Wording.Rate(MethodParts.Decimals(f.Share)), Wording.Rate(MethodParts.Decimals(f.Kept)), f.Factor.ToString("0.000000", System.Globalization.CultureInfo.InvariantCulture), Yuan(f.PresentValue))),
            ReportRow.Total(wording.T("合计", "Total"), "", MethodParts.Figures(method.CashFlows.Sum(f => f.Length)), "", Yuan(method.CashFlows.Sum(f => f.Income)), "", "", "", Yuan(method.CashFlows.Sum(f => f.PresentValue))),
        ],
        Note = wording.T("留存率 = 1 − 所得税率，许可合同为到账概率；现值未取整，仅在结果处取整一次。", "Kept = 1 − tax, or the chance that a contracted fee is paid; present values are unrounded, rounding happens once in the result."),
        Keep = 2,
    };

    private static ReportCell Yuan(decimal yuan) => Wording.YuanCell(Engine.Basics.Money.Rounded(yuan).Fen);
}
