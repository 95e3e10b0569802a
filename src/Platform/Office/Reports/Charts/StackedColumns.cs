using System.Globalization;
using Zhirong.Platform.Office.Documents;

namespace Zhirong.Platform.Office.Reports.Charts;

/// <summary>One stacked column for each label, the first series at the bottom.</summary>
public sealed record StackedColumns : ReportDrawing
{
    private const decimal Left = 62;

    /// <summary>Unit of the figures, above the axis.</summary>
    public required string Unit { get; init; }

    public required IReadOnlyList<string> Labels { get; init; }

    public required IReadOnlyList<ChartSeries> Series { get; init; }

    /// <summary>How the sums above the columns are written.</summary>
    public string Sums { get; init; } = "#,##0.00";

    /// <summary>A document holds no chart: the table beside it shows every figure.</summary>
    public bool FiguresBeside { get; init; }

    public override string Svg(bool landscape)
    {
        var width = landscape ? 790m : 700m;
        var plot = landscape || Labels.Count < 3 ? 84m : 190m;
        var svg = new SvgText();
        var top = ChartGround.Legend([.. Series.Select(s => (s.Title, s.Colour))], Left, width, svg);
        var totals = Enumerable.Range(0, Labels.Count).Select(k => Series.Sum(s => s.Values[k] ?? 0)).ToList();
        var step = ChartGround.Step(totals.DefaultIfEmpty(0).Max());
        var most = step * Math.Max(1, Math.Ceiling(totals.DefaultIfEmpty(0).Max() / step));
        var floor = top + plot;
        for (var value = 0m; value <= most; value += step)
        {
            var y = floor - (plot * value / most);
            svg.Raw($"<path d=\"M{Left:0.#} {y:0.#} H{width - 4:0.#}\" stroke=\"{(value == 0 ? "#404040" : "#d9d9d9")}\" stroke-width=\"{(value == 0 ? 1 : 0.6):0.#}\"/>");
            svg.Line(Left - 6, y + 3.5m, ChartGround.Figure(value), 9.5m, "end", ChartGround.Ink);
        }

        svg.Line(4, top - 8, Unit, 9.5m, "start", ChartGround.Ink);
        Columns(svg, new(width, floor, plot, most), totals);
        return ChartGround.Whole(width, floor + 26, Title, svg);
    }

    public override DocumentChart? Native() => FiguresBeside ? null : new()
    {
        Kind = ChartKind.StackedColumns,
        Description = Title,
        Categories = Labels,
        Up = Unit,
        Series = [.. Series.Select(s => new DocumentSeries(s.Title, s.Colour.TrimStart('#'), s.Values))],
    };

    private void Columns(SvgText svg, Ground ground, List<decimal> totals)
    {
        var (width, floor, plot, most) = ground;
        var slot = (width - Left - 8) / Math.Max(1, Labels.Count);
        var bar = Math.Min(54, slot * 0.62m);
        var every = (int)Math.Ceiling(46 / slot);
        for (var k = 0; k < Labels.Count; k++)
        {
            var (x, y) = (Left + (slot * (k + 0.5m)), floor);
            for (var s = 0; s < Series.Count; s++)
            {
                var height = plot * Math.Max(0, Series[s].Values[k] ?? 0) / most;
                y -= height;
                if (height > 0)
                {
                    svg.Raw($"<rect x=\"{x - (bar / 2):0.##}\" y=\"{y:0.##}\" width=\"{bar:0.##}\" height=\"{height:0.##}\" fill=\"{Series[s].Colour}\" stroke=\"#ffffff\" stroke-width=\"0.4\"/>");
                }
            }

            if (k % every == 0)
            {
                svg.Line(x, floor + 14, Labels[k], 9.5m);
                if (slot >= 46)
                {
                    svg.Line(x, y - 4, totals[k].ToString(Sums, CultureInfo.InvariantCulture), 9m, "middle", ChartGround.Ink);
                }
            }
        }
    }

    /// <param name="Width">Of the drawing.</param>
    /// <param name="Floor">Where zero lies.</param>
    /// <param name="Height">Of the plot.</param>
    /// <param name="Most">The figure at the top of the plot.</param>
    private sealed record Ground(decimal Width, decimal Floor, decimal Height, decimal Most);
}
