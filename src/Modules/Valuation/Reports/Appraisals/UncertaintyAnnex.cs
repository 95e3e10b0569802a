using Zhirong.Engine.Appraisal.Groups;
using Zhirong.Modules.Valuation.Reports.Requests;
using Zhirong.Platform.Office.Reports;
using Zhirong.Platform.Office.Reports.Charts;

namespace Zhirong.Modules.Valuation.Reports.Appraisals;

/// <summary>不确定性分析: the simulated distribution, what each input moves, the grid of share and rate.</summary>
internal static class UncertaintyAnnex
{
    public static IReadOnlyList<ReportBlock> Of(AppraisalReportInput input, Wording wording, RequestLabels labels) =>
        [.. Simulation(input, wording, labels), .. Moves(input, wording, labels), .. Grid(input, wording, labels)];

    private static IEnumerable<ReportBlock> Simulation(AppraisalReportInput input, Wording wording, RequestLabels labels)
    {
        if (input.Value.Simulated is not { } s || input.Value.Case.Simulation is not { } asked)
        {
            yield break;
        }

        yield return new ReportText(TextRole.Subheading, wording.T("模拟", "Simulation"));
        yield return wording.Body(
            $"对{labels.Method(asked.Method)}模拟 {s.Paths:#,##0} 次，随机种子 {asked.Seed}；增长率标准差 {Percent(asked.GrowthSpread)}，分成率对数标准差 {Percent(asked.ShareSpread)}，折现率标准差 {Percent(asked.RateSpread)}，流失率 {Percent(asked.Erosion)}（标准差 {Percent(asked.ErosionSpread)}）。同一请求和种子得到同一结果。",
            $"{labels.Method(asked.Method)} was drawn {s.Paths:#,##0} times, seed {asked.Seed}; deviations: growth {Percent(asked.GrowthSpread)}, logarithm of the share {Percent(asked.ShareSpread)}, rate {Percent(asked.RateSpread)}, erosion {Percent(asked.Erosion)} (deviation {Percent(asked.ErosionSpread)}). The same request and seed give the same result.");
        if (ValueDistribution.Of(input.Value) is { } drawn)
        {
            var marks = new List<DistributionMark> { new("P5", Wan(s.Low)), new("P50", Wan(s.Middle)), new("P95", Wan(s.High)) };
            if (input.Value.Methods.FirstOrDefault(m => m.Id == asked.Method) is { } method)
            {
                marks.Add(new(wording.T("计算值", "computed"), Engine.Basics.Rounding.Decimals(method.Value.Yuan / 10_000, 2)));
            }

            yield return new Distribution
            {
                Title = wording.T("模拟价值的分布", "Distribution of the simulated value"),
                Across = wording.T("价值（万元）", "Value (CNY 10,000)"),
                Up = wording.T("占比（%）", "Share (%)"),
                Edges = [.. drawn.Edges.Select(Wan)],
                Shares = [.. drawn.Counts.Select(c => Engine.Basics.Rounding.Decimals(100m * c / s.Paths, 4))],
                Marks = marks,
                Note = wording.T($"橙线为 P5、P50、P95 和计算值；图外 {Wording.Percent((decimal)drawn.Outside / s.Paths)}。", $"Orange: P5, P50, P95 and the computed value; {Wording.Percent((decimal)drawn.Outside / s.Paths)} lies beyond the picture."),
            };
        }

        yield return new ReportTable
        {
            Title = wording.T("模拟统计（单位：万元）", "Simulated figures (CNY 10,000)"),
            Columns = [new("P5", ColumnKind.Figure), new("P50", ColumnKind.Figure), new("P95", ColumnKind.Figure), new(wording.T("均值", "Mean"), ColumnKind.Figure), new(wording.T("标准差", "Deviation"), ColumnKind.Figure), new(wording.T("标准误", "Standard error"), ColumnKind.Figure)],
            Rows = [ReportRow.Of([.. new[] { s.Low, s.Middle, s.High, s.Mean, s.Deviation, s.StandardError }.Select(v => (ReportCell)FrontParts.Estimate(v))])],
        };
    }

    private static IEnumerable<ReportBlock> Moves(AppraisalReportInput input, Wording wording, RequestLabels labels)
    {
        if (input.Value.Tornado.Count == 0 || input.Value.Case.Sensitivity is not { } asked || input.Value.Methods.FirstOrDefault(m => m.Id == asked.Method) is not { } method)
        {
            yield break;
        }

        yield return new ReportText(TextRole.Subheading, wording.T("敏感性", "Sensitivity"));
        yield return new Tornado
        {
            Title = wording.T($"{labels.Method(asked.Method)}：单项变动 ±{Wording.Percent(asked.Part)} 的影响", $"{labels.Method(asked.Method)}: each input moved by ±{Wording.Percent(asked.Part)}"),
            Unit = wording.T("万元", "CNY 10,000"),
            Middle = Engine.Basics.Rounding.Decimals(method.Unrounded / 10_000, 2),
            Ends = (wording.T("取低值", "input low"), wording.T("取高值", "input high")),
            Change = wording.T("相对计算值的变化（万元）", "change against the computed value (CNY 10,000)"),
            Lines = [.. input.Value.Tornado.Select(b => new TornadoLine(wording.T(b.Input), Engine.Basics.Rounding.Decimals(b.AtLow / 10_000, 2), Engine.Basics.Rounding.Decimals(b.AtHigh / 10_000, 2)))],
        };
        yield return new ReportTable
        {
            Title = wording.T("敏感性（单位：元）", "Sensitivity (CNY)"),
            Columns = [new(wording.T("参数", "Input"), ColumnKind.Text), new(wording.T("低值", "Low"), ColumnKind.Figure), new(wording.T("高值", "High"), ColumnKind.Figure), new(wording.T("取低值时的价值", "Value at low"), ColumnKind.Figure), new(wording.T("取高值时的价值", "Value at high"), ColumnKind.Figure)],
            Rows = [.. input.Value.Tornado.Select(b => ReportRow.Of(wording.T(b.Input), MethodParts.Figures(b.LowInput), MethodParts.Figures(b.HighInput), Yuan(b.AtLow), Yuan(b.AtHigh)))],
            Note = wording.T("预测收益以倍数表示；变动后方法不能计算的参数不列。", "Forecast income is a multiple; inputs that cannot be moved so far are left out."),
        };
    }

    private static IEnumerable<ReportBlock> Grid(AppraisalReportInput input, Wording wording, RequestLabels labels)
    {
        if (input.Value.Grid is { } grid && input.Value.Case.Sensitivity is { } asked)
        {
            yield return new ReportTable
            {
                Title = wording.T($"{labels.Method(asked.Method)}：分成率与折现率的组合（单位：元）", $"{labels.Method(asked.Method)}: share and rate (CNY)"),
                Columns = [new(wording.T("分成率＼折现率", "Share \\ rate"), ColumnKind.Code), .. grid.Rates.Select(r => new ReportColumn(Wording.Rate(r), ColumnKind.Figure))],
                Rows = [.. grid.Shares.Select((share, i) => ReportRow.Of([Wording.Rate(share), .. grid.Values[i].Select(Yuan)]))],
            };
        }
    }

    private static ReportCell Yuan(decimal yuan) => Wording.YuanCell(Engine.Basics.Money.Rounded(yuan).Fen);

    private static decimal Wan(double yuan) => Engine.Basics.Rounding.Decimals((decimal)yuan / 10_000, 2);

    private static string Percent(double fraction) => Wording.Percent((decimal)fraction);
}
