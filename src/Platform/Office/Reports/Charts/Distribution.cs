using Zhirong.Platform.Office.Documents;

namespace Zhirong.Platform.Office.Reports.Charts;

/// <summary>A line across a distribution.</summary>
public sealed record DistributionMark(string Label, decimal At);

/// <summary>How often figures fall between equal steps, with marks such as P5, P50 and P95.</summary>
public sealed record Distribution : ReportDrawing
{
    private const decimal Left = 62;
    private const decimal Width = 700;
    private const decimal Plot = 180;

    /// <summary>Title and unit of the figures.</summary>
    public required string Across { get; init; }

    /// <summary>Title of the shares, per cent.</summary>
    public required string Up { get; init; }

    /// <summary>Ends of the steps: one more than shares.</summary>
    public required IReadOnlyList<decimal> Edges { get; init; }

    /// <summary>Per cent of all between each two edges.</summary>
    public required IReadOnlyList<decimal> Shares { get; init; }

    public required IReadOnlyList<DistributionMark> Marks { get; init; }

    public override string Svg(bool landscape)
    {
        var svg = new SvgText();
        var (least, span, top) = (Edges[0], Edges[^1] - Edges[0], 50m);
        var ticks = ChartGround.Ticks(0, Shares.Max());
        var floor = top + Plot;
        foreach (var tick in ticks)
        {
            var y = floor - (Plot * tick / ticks[^1]);
            svg.Raw($"<path d=\"M{Left:0.#} {y:0.#} H{Width - 8:0.#}\" stroke=\"{(tick == 0 ? "#404040" : "#d9d9d9")}\" stroke-width=\"0.7\"/>");
            svg.Line(Left - 6, y + 3.5m, ChartGround.Figure(tick), 9.5m, "end", ChartGround.Ink);
        }

        for (var i = 0; i < Shares.Count; i++)
        {
            var (from, to, height) = (X(Edges[i]), X(Edges[i + 1]), Plot * Shares[i] / ticks[^1]);
            svg.Raw($"<rect x=\"{from:0.##}\" y=\"{floor - height:0.##}\" width=\"{to - from:0.##}\" height=\"{height:0.##}\" fill=\"{ChartColours.Quiet}\" stroke=\"#ffffff\" stroke-width=\"0.5\"/>");
        }

        foreach (var tick in ChartGround.Ticks(least, Edges[^1]).Where(t => t >= least && t <= Edges[^1]))
        {
            svg.Line(X(tick), floor + 14, ChartGround.Figure(tick), 9.5m, "middle", ChartGround.Ink);
        }

        DrawMarks(svg, floor, X);
        svg.Line(4, 44, Up, 9.5m, "start", ChartGround.Ink);
        svg.Line(Width - 8, floor + 30, Across, 9.5m, "end", ChartGround.Ink);
        return ChartGround.Whole(Width, floor + 36, Title, svg);

        decimal X(decimal value) => Left + ((Width - Left - 12) * (value - least) / span);
    }

    public override DocumentChart Native() => new()
    {
        Kind = ChartKind.Columns,
        Description = $"{Title}: {string.Join(", ", Marks.Select(m => $"{m.Label} {ChartGround.Figure(m.At)}"))}",
        Categories = [.. Shares.Select((_, i) => ChartGround.Figure(decimal.Round((Edges[i] + Edges[i + 1]) / 2, 1, MidpointRounding.AwayFromZero)))],
        Across = Across,
        Up = Up,
        Series = [new(Up, ChartColours.Quiet.TrimStart('#'), [.. Shares.Select(s => (decimal?)s)]) { Picked = Marks.Select(m => Bin(m.At)).Where(b => b >= 0).Distinct().ToDictionary(b => b, _ => ChartColours.Warm.TrimStart('#')) }],
    };

    private int Bin(decimal at) => Enumerable.Range(0, Shares.Count).FirstOrDefault(i => at >= Edges[i] && at <= Edges[i + 1], -1);

    /// <summary>Labels on three levels, so that marks close to each other stay readable.</summary>
    private void DrawMarks(SvgText svg, decimal floor, Func<decimal, decimal> x)
    {
        var order = Marks.Where(m => m.At >= Edges[0] && m.At <= Edges[^1]).OrderBy(m => m.At).ToList();
        var ends = new decimal[3];
        foreach (var mark in order)
        {
            var text = $"{mark.Label} {ChartGround.Figure(mark.At)}";
            var half = TableFit.Em(text) * 4.9m;
            var centre = Math.Clamp(x(mark.At), half, Width - half - 2);
            var level = Array.FindIndex(ends, end => centre - half > end + 4) is var free && free >= 0 ? free : 2;
            ends[level] = centre + half;
            svg.Raw($"<path d=\"M{x(mark.At):0.#} {14 + (level * 13):0.#} V{floor:0.#}\" stroke=\"{ChartColours.Warm}\" stroke-width=\"1.1\"/>");
            svg.Line(centre, 11 + (level * 13), text, 9.5m, "middle", "fill=\"#843c0c\" paint-order=\"stroke\" stroke=\"#ffffff\" stroke-width=\"3\"");
        }
    }
}
