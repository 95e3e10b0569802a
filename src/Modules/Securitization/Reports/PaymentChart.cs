using System.Globalization;

namespace Zhirong.Modules.Securitization.Reports;

/// <summary>Draws 分期资金去向: one stacked bar for each period, the first series at the bottom.</summary>
internal static class PaymentChart
{
    private const decimal Left = 62;

    public static string Draw(ReportChart chart, bool landscape)
    {
        var width = landscape ? 790m : 700m;
        var plot = landscape || chart.Labels.Count < 3 ? 84m : 190m;
        var svg = new SvgText();
        var top = Legend(chart, width, svg);
        var totals = Enumerable.Range(0, chart.Labels.Count).Select(k => chart.Series.Sum(s => s.Fen[k] / 1_000_000m)).ToList();
        var step = Step(totals.DefaultIfEmpty(0).Max());
        var most = step * Math.Max(1, Math.Ceiling(totals.DefaultIfEmpty(0).Max() / step));
        var floor = top + plot;
        for (var value = 0m; value <= most; value += step)
        {
            var y = floor - (plot * value / most);
            svg.Raw($"<path d=\"M{Left:0.#} {y:0.#} H{width - 4:0.#}\" stroke=\"{(value == 0 ? "#404040" : "#d9d9d9")}\" stroke-width=\"{(value == 0 ? 1 : 0.6):0.#}\"/>");
            svg.Line(Left - 6, y + 3.5m, value.ToString("#,##0.####", CultureInfo.InvariantCulture), 9.5m, "end", "fill=\"#404040\"");
        }

        svg.Line(4, top - 8, chart.Unit, 9.5m, "start", "fill=\"#404040\"");
        Bars(chart, svg, new(width, floor, plot, most), totals);
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:0} {floor + 26:0}\" role=\"img\" aria-label=\"{DealReportPage.Text(chart.Title)}\" font-family=\"'Times New Roman', 'Liberation Serif', 'Noto Serif CJK SC', SimSun, serif\" fill=\"#1a1a1a\">\n{svg}</svg>\n";
    }

    private static void Bars(ReportChart chart, SvgText svg, Ground ground, List<decimal> totals)
    {
        var (width, floor, plot, most) = ground;
        var slot = (width - Left - 8) / Math.Max(1, chart.Labels.Count);
        var bar = Math.Min(54, slot * 0.62m);
        var every = (int)Math.Ceiling(46 / slot);
        for (var k = 0; k < chart.Labels.Count; k++)
        {
            var (x, y) = (Left + (slot * (k + 0.5m)), floor);
            for (var s = 0; s < chart.Series.Count; s++)
            {
                var height = plot * Math.Max(0, chart.Series[s].Fen[k] / 1_000_000m) / most;
                y -= height;
                if (height > 0)
                {
                    svg.Raw($"<rect x=\"{x - (bar / 2):0.##}\" y=\"{y:0.##}\" width=\"{bar:0.##}\" height=\"{height:0.##}\" fill=\"{chart.Series[s].Colour}\" stroke=\"#ffffff\" stroke-width=\"0.4\"/>");
                }
            }

            if (k % every == 0)
            {
                svg.Line(x, floor + 14, chart.Labels[k], 9.5m);
                if (slot >= 46)
                {
                    svg.Line(x, y - 4, totals[k].ToString("#,##0.00", CultureInfo.InvariantCulture), 9m, "middle", "fill=\"#404040\"");
                }
            }
        }
    }

    /// <summary>The legend above the plot; returns where the plot begins.</summary>
    private static decimal Legend(ReportChart chart, decimal width, SvgText svg)
    {
        var (x, y) = (Left, 12m);
        for (var s = 0; s < chart.Series.Count; s++)
        {
            var room = (TableFit.Em(chart.Series[s].Title) * 10.5m) + 32;
            if (x > Left && x + room > width)
            {
                (x, y) = (Left, y + 17);
            }

            svg.Raw($"<rect x=\"{x:0.#}\" y=\"{y - 9:0.#}\" width=\"11\" height=\"11\" fill=\"{chart.Series[s].Colour}\"/>");
            svg.Line(x + 16, y, chart.Series[s].Title, 10, "start");
            x += room;
        }

        return y + 28;
    }

    /// <summary>1, 2 or 5 times a power of ten, so that about five lines stand.</summary>
    private static decimal Step(decimal most)
    {
        if (most <= 0)
        {
            return 1;
        }

        var rough = most / 5;
        var power = 1m;
        for (; power * 10 <= rough; power *= 10)
        {
        }

        for (; power > rough && power > 0.0001m; power /= 10)
        {
        }

        return rough <= power ? power : rough <= power * 2 ? power * 2 : rough <= power * 5 ? power * 5 : power * 10;
    }

    /// <param name="Width">Of the drawing.</param>
    /// <param name="Floor">Where zero lies.</param>
    /// <param name="Height">Of the plot.</param>
    /// <param name="Most">The figure at the top of the plot.</param>
    private sealed record Ground(decimal Width, decimal Floor, decimal Height, decimal Most);
}
