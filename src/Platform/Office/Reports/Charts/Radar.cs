using Zhirong.Platform.Office.Documents;

namespace Zhirong.Platform.Office.Reports.Charts;

/// <summary>Scores on axes around a centre, 0 in the middle.</summary>
public sealed record Radar : ReportDrawing
{
    private const decimal Width = 700;
    private const decimal Radius = 122;
    private const decimal Rings = 5;

    public required IReadOnlyList<string> Axes { get; init; }

    /// <summary>Figure of the outer ring.</summary>
    public decimal Most { get; init; } = 100;

    public required IReadOnlyList<ChartSeries> Series { get; init; }

    /// <summary>Said beside an axis on which no series has a figure.</summary>
    public required string Unknown { get; init; }

    public override string Svg(bool landscape)
    {
        var svg = new SvgText();
        var top = Series.Count > 1 ? ChartGround.Legend([.. Series.Select(s => (s.Title, s.Colour))], 62, Width, svg) : 8;
        var (x, y) = (Width / 2, top + Radius + 26);
        for (var ring = 1; ring <= Rings; ring++)
        {
            svg.Raw($"<path d=\"{Outline([.. Axes.Select((_, a) => Place(a, Radius * ring / Rings, x, y))])}\" fill=\"none\" stroke=\"{(ring == Rings ? "#8c98ad" : "#d9d9d9")}\" stroke-width=\"0.7\"/>");
        }

        for (var a = 0; a < Axes.Count; a++)
        {
            var end = Place(a, Radius, x, y);
            svg.Raw($"<path d=\"M{x:0.#} {y:0.#} L{end.X:0.#} {end.Y:0.#}\" stroke=\"#d9d9d9\" stroke-width=\"0.6\"/>");
            Label(svg, a, x, y);
        }

        foreach (var series in Series)
        {
            var points = series.Values.Select((value, a) => value is { } known ? Place(a, Radius * Math.Clamp(known / Most, 0, 1), x, y) : ((decimal X, decimal Y)?)null).OfType<(decimal X, decimal Y)>().ToList();
            svg.Raw($"<path d=\"{Outline(points)}\" fill=\"{series.Colour}\" fill-opacity=\"0.14\" stroke=\"{series.Colour}\" stroke-width=\"1.6\"/>");
            points.ForEach(p => svg.Raw($"<circle cx=\"{p.X:0.#}\" cy=\"{p.Y:0.#}\" r=\"2.6\" fill=\"{series.Colour}\"/>"));
        }

        for (var ring = 0; ring <= Rings; ring++)
        {
            svg.Line(x - 4, y - (Radius * ring / Rings) + 3, ChartGround.Figure(Most * ring / Rings), 8, "end", "fill=\"#7f7f7f\"");
        }

        return ChartGround.Whole(Width, y + Radius + 34, Title, svg);
    }

    public override DocumentChart Native() => new()
    {
        Kind = ChartKind.Radar,
        Description = Title,
        Categories = [.. Axes.Select((axis, a) => Known(a) ? axis : $"{axis} ({Unknown})")],
        Series = [.. Series.Select(s => new DocumentSeries(s.Title, s.Colour.TrimStart('#'), s.Values))],
        Least = 0,
        Most = Most,
        Height = 290,
    };

    private bool Known(int axis) => Series.Any(s => s.Values[axis] is not null);

    private void Label(SvgText svg, int axis, decimal x, decimal y)
    {
        var at = Place(axis, Radius + 12, x, y);
        var side = Math.Abs(at.X - x) < 12 ? "middle" : at.X > x ? "start" : "end";
        var known = Series.Count == 1 && Series[0].Values[axis] is { } value ? $" {ChartGround.Figure(decimal.Round(value, 1, MidpointRounding.AwayFromZero))}" : Known(axis) ? "" : $" {Unknown}";
        svg.Line(at.X, at.Y + (at.Y < y - Radius ? -2 : at.Y > y + Radius ? 9 : 3.5m), Axes[axis] + known, 10, side, Known(axis) ? "" : "fill=\"#b00020\"");
    }

    private static string Outline(List<(decimal X, decimal Y)> points) => points.Count == 0 ? "" :
        string.Join(' ', points.Select((p, i) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{p.X:0.#} {p.Y:0.#}"))) + " Z";

    /// <summary>The first axis points up, the others follow clockwise.</summary>
    private (decimal X, decimal Y) Place(int axis, decimal radius, decimal x, decimal y)
    {
        var angle = 2 * Math.PI * axis / Axes.Count;
        return (x + (radius * (decimal)Math.Sin(angle)), y - (radius * (decimal)Math.Cos(angle)));
    }
}
