using Zhirong.Engine.Diligence.Portfolios;
using Zhirong.Platform.Office.Reports;
using Zhirong.Platform.Office.Reports.Charts;

namespace Zhirong.Modules.Valuation.Reports.Analyses;

/// <summary>技术趋势 and 竞争格局, field by field.</summary>
internal static class FieldParts
{
    /// <summary>Fields drawn, the busiest first; the table holds all.</summary>
    private const int MostDrawn = 3;

    private const int MostNamed = 5;

    public static IReadOnlyList<ReportBlock> Trends(PortfolioAnalysis analysis, Wording wording)
    {
        if (analysis.Trends.Count == 0)
        {
            return [wording.Body("没有对照专利集或可识别的技术领域，技术趋势待核实。", "Without a comparison set or known fields the trends are to be verified.")];
        }

        var years = analysis.Trends[0].Years.Select(y => y.Year).ToList();
        return
        [
            .. analysis.Trends.OrderByDescending(t => t.Years.Sum(y => y.All)).ThenBy(t => t.Field, StringComparer.Ordinal).Take(MostDrawn).Select(t => new StackedColumns
            {
                Title = wording.T($"{t.Field} 各年申请", $"{t.Field}: filings by year"),
                Unit = wording.T("件", "filings"),
                Sums = "#,##0",
                Labels = [.. t.Years.Select(y => $"{y.Year}")],
                Series = [new(wording.T("本企业", "the firm"), ChartColours.Deep, [.. t.Years.Select(y => (decimal?)y.Own)]), new(wording.T("他人", "others"), ChartColours.Quiet, [.. t.Years.Select(y => (decimal?)(y.All - y.Own))])],
            }),
            new ReportTable
            {
                Title = wording.T("各领域各年申请（全部／本企业，单位：件）", "Filings by field and year (all / the firm's)"),
                Columns = [new(wording.T("领域", "Field"), ColumnKind.Code), .. years.Select(y => new ReportColumn($"{y}", ColumnKind.Figure)), new(wording.T("合计", "Total"), ColumnKind.Figure)],
                Rows = [.. analysis.Trends.Select(t => ReportRow.Of([t.Field, .. t.Years.Select(y => Pair(y.All, y.Own)), Pair(t.Years.Sum(y => y.All), t.Years.Sum(y => y.Own))]))],
            },
        ];

        static ReportCell Pair(int all, int own) => new($"{all} / {own}", all == 0 ? CellMark.Zero : CellMark.None);
    }

    public static IReadOnlyList<ReportBlock> Competition(PortfolioAnalysis analysis, Wording wording)
    {
        if (analysis.Competition.Count == 0)
        {
            return [wording.Body("没有对照专利集或近年申请，竞争格局待核实。", "Without a comparison set or recent filings the competition is to be verified.")];
        }

        return
        [
            wording.Lead($"近 {analysis.Policy.RecentYears} 年各领域的申请人；集中度为申请量份额的平方和（HHI，0 至 1）。", $"Applicants of the last {analysis.Policy.RecentYears} years by field; concentration is the sum of squared shares (HHI, 0 to 1)."),
            new ReportTable
            {
                Title = wording.T("竞争格局", "Competition"),
                Columns =
                [
                    new(wording.T("领域", "Field"), ColumnKind.Code), new(wording.T("申请量", "Filings"), ColumnKind.Figure), new(wording.T("申请人", "Applicants"), ColumnKind.Figure), new(wording.T("集中度", "HHI"), ColumnKind.Figure),
                    new(wording.T("本企业占比", "The firm's part"), ColumnKind.Figure), new(wording.T("主要申请人（件）", "Main applicants (filings)"), ColumnKind.Text),
                ],
                Rows =
                [
                    .. analysis.Competition.Select(c => ReportRow.Of(
                        c.Field, $"{c.Filings:#,##0}", $"{c.Applicants.Count:#,##0}", c.Concentration.ToString("0.0000", System.Globalization.CultureInfo.InvariantCulture), new(Wording.Percent(c.OwnShare), c.OwnShare == 0 ? CellMark.Alarm : CellMark.None),
                        wording.List(c.Applicants.Take(MostNamed).Select(a => $"{Wording.Plain(a.Applicant)} {a.Filings}")) + (c.Applicants.Count > MostNamed ? wording.T(" 等", " …") : ""))),
                ],
            },
        ];
    }
}
