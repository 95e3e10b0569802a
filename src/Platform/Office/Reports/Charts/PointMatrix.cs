using Zhirong.Platform.Office.Documents;

namespace Zhirong.Platform.Office.Reports.Charts;

/// <param name="Label">Short: a number of the table beside it.</param>
/// <param name="X">0 to 100.</param>
/// <param name="Y">0 to 100.</param>
public sealed record MatrixPoint(string Label, decimal X, decimal Y);

/// <summary>Points by two scores of 0 to 100 in four fields: chance against risk.</summary>
public sealed record PointMatrix : ReportDrawing
{
    private const decimal Left = 150;
    private const decimal Side = 300;
    private const decimal Top = 16;

    public required string Across { get; init; }

    public required string Up { get; init; }

    /// <summary>Names of the fields: above left, above right, below left, below right.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    public required IReadOnlyList<MatrixPoint> Points { get; init; }

    public override string Svg(bool landscape)
    {
        var svg = new SvgText();
        string[] grounds = ["#f7f9fc", "#e6edf7", "#f5f5f5", "#fbf1e9"];
        for (var f = 0; f < 4; f++)
        {
            var (x, y) = (Left + (Side / 2 * (f % 2)), Top + (Side / 2 * (f / 2)));
            svg.Raw($"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{Side / 2:0.#}\" height=\"{Side / 2:0.#}\" fill=\"{grounds[f]}\" stroke=\"#bfc7d5\" stroke-width=\"0.7\"/>");
            svg.Line(x + (Side / 4), y + 15, Fields[f], 9.5m, "middle", "fill=\"#7f7f7f\"");
        }

        for (var tick = 0m; tick <= 100; tick += 20)
        {
            svg.Line(Left + (Side * tick / 100), Top + Side + 14, ChartGround.Figure(tick), 9.5m, "middle", ChartGround.Ink);
            svg.Line(Left - 6, Top + Side - (Side * tick / 100) + 3.5m, ChartGround.Figure(tick), 9.5m, "end", ChartGround.Ink);
        }

        foreach (var place in Points.GroupBy(p => (decimal.Round(p.X, 1), decimal.Round(p.Y, 1))))
        {
            var (x, y) = (Left + (Side * Math.Clamp(place.Key.Item1, 0, 100) / 100), Top + Side - (Side * Math.Clamp(place.Key.Item2, 0, 100) / 100));
            svg.Raw($"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"4\" fill=\"{ChartColours.Deep}\" stroke=\"#ffffff\" stroke-width=\"0.8\"/>");
            var names = string.Join(", ", place.Select(p => p.Label));
            svg.Line(x > Left + Side - 60 ? x - 7 : x + 7, y - 3, names.Length > 24 ? names[..23] + "…" : names, 9, x > Left + Side - 60 ? "end" : "start");
        }

        svg.Line(Left + (Side / 2), Top + Side + 32, Across, 10, "middle", ChartGround.Ink);
        svg.Line(0, 0, Up, 10, "middle", System.FormattableString.Invariant($"{ChartGround.Ink} transform=\"translate({Left - 38:0.#} {Top + (Side / 2):0.#}) rotate(-90)\""));
        return ChartGround.Whole(600, Top + Side + 42, Title, svg);
    }

    public override DocumentChart Native() => new()
    {
        Kind = ChartKind.Points,
        Description = Title,
        Across = Across,
        Up = Up,
        Least = 0,
        Most = 100,
        Series = [.. Points.Select(p => new DocumentSeries(p.Label, ChartColours.Deep.TrimStart('#'), [p.Y]) { At = [p.X] })],
        Height = 300,
    };
}
