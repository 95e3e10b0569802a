using Zhirong.Engine.Diligence;
using Zhirong.Engine.Diligence.Portfolios;
using Zhirong.Platform.Office.Reports;
using Zhirong.Platform.Office.Reports.Charts;

namespace Zhirong.Modules.Valuation.Reports.Analyses;

/// <summary>组合地图: kind × field × year of filing as a heat map, and what stands in each field.</summary>
internal static class MapParts
{
    /// <summary>Years drawn; what is older stands together in the first column.</summary>
    private const int MostYears = 15;

    public static IReadOnlyList<ReportBlock> Of(PortfolioAnalysis analysis, Wording wording)
    {
        if (analysis.Map.Count == 0)
        {
            return [wording.Body("登记中没有该企业的权利。", "The register holds no right of the firm.")];
        }

        var years = Years(analysis.Map);
        var lines = analysis.Map.GroupBy(c => (c.Kind, c.Field)).ToList();
        var heat = new HeatMap
        {
            Title = wording.T("类别、领域与申请年份", "Kind, field and year of filing"),
            Unit = wording.T("件", "rights"),
            Columns = [.. years.Select(y => y.Title), .. Unknown(analysis.Map) ? [wording.T("不详", "n/a")] : Array.Empty<string>()],
            Rows = [.. lines.Select(l => new HeatRow(Line(l.Key.Kind, l.Key.Field, wording), [.. years.Select(y => (decimal?)l.Where(c => c.Year is { } at && at >= y.From && at <= y.To).Sum(c => c.Count)), .. Unknown(analysis.Map) ? [l.Where(c => c.Year is null).Sum(c => c.Count)] : Array.Empty<decimal?>()]))],
        };
        return
        [
            heat with { Table = heat.AsTable(wording.T("类别、领域与申请年份（单位：件）", "Kind, field and year of filing"), wording.T("类别与领域", "Kind and field")) },
            new ReportTable
            {
                Title = wording.T("组合现状（单位：件）", "What stands (rights)"),
                Columns =
                [
                    new(wording.T("类别", "Kind"), ColumnKind.Text), new(wording.T("领域", "Field"), ColumnKind.Code), new(wording.T("有效", "In force"), ColumnKind.Figure), new(wording.T("在审", "Pending"), ColumnKind.Figure),
                    new(wording.T("失效", "Over"), ColumnKind.Figure), new(wording.T("待核实", "Unknown"), ColumnKind.Figure), new(wording.T("合计", "Total"), ColumnKind.Figure),
                ],
                Rows =
                [
                    .. lines.Select(l => ReportRow.Of([wording.T(DiligenceWords.KindTitle(l.Key.Kind)), l.Key.Field ?? wording.Unknown, .. Counts([.. l])])),
                    ReportRow.Total([wording.T("合计", "Total"), "", .. Counts(analysis.Map)]),
                ],
            },
        ];
    }

    private static ReportCell[] Counts(IReadOnlyList<MapCell> cells)
    {
        return [Of("in_force"), Of("pending"), Of("over"), Of("unknown"), $"{cells.Sum(c => c.Count)}"];

        ReportCell Of(string standing) => cells.Where(c => c.Standing == standing).Sum(c => c.Count) is var count && count == 0 ? new("0", CellMark.Zero) : new($"{count}");
    }

    private static string Line(string kind, string? field, Wording wording) => $"{wording.T(DiligenceWords.KindTitle(kind))} {field ?? wording.T("领域待核实", "field unknown")}";

    private static bool Unknown(IEnumerable<MapCell> map) => map.Any(c => c.Year is null);

    private static List<(string Title, int From, int To)> Years(IReadOnlyList<MapCell> map)
    {
        var known = map.Select(c => c.Year).OfType<int>().ToList();
        if (known.Count == 0)
        {
            return [];
        }

        var (first, last) = (known.Min(), known.Max());
        var from = Math.Max(first, last - MostYears + 1);
        return [.. first < from ? [($"≤{from - 1}", first, from - 1)] : Array.Empty<(string, int, int)>(), .. Enumerable.Range(from, last - from + 1).Select(y => ($"{y}", y, y))];
    }
}
