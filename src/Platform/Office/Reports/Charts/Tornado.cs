using Zhirong.Platform.Office.Documents;

namespace Zhirong.Platform.Office.Reports.Charts;

/// <summary>What one input moves: from the figure at its low end to the figure at its high end.</summary>
/// <param name="Label">The input, with how far it is moved.</param>
/// <param name="AtLow">The figure when the input is low.</param>
/// <param name="AtHigh">The figure when the input is high.</param>
public sealed record TornadoLine(string Label, decimal AtLow, decimal AtHigh);

/// <summary>Lying bars around a middle, the widest at the top.</summary>
public sealed record Tornado : ReportDrawing
{
    private const decimal Left = 168;
    private const decimal Width = 700;
    private const decimal Slot = 27;

    public required string Unit { get; init; }

    /// <summary>The figure with nothing moved.</summary>
    public required decimal Middle { get; init; }

    public required IReadOnlyList<TornadoLine> Lines { get; init; }

    /// <summary>Names in the legend.</summary>
    public required (string Low, string High) Ends { get; init; }

    /// <summary>Title of the axis in documents, where bars start at the middle.</summary>
    public required string Change { get; init; }

    public override string Svg(bool landscape)
    {
        var svg = new SvgText();
        var top = ChartGround.Legend([(Ends.Low, ChartColours.Quiet), (Ends.High, ChartColours.Deep)], Left, Width, svg) - 8;
        var ticks = ChartGround.Ticks(Lines.SelectMany(l => new[] { l.AtLow, l.AtHigh }).Append(Middle).Min(), Lines.SelectMany(l => new[] { l.AtLow, l.AtHigh }).Append(Middle).Max());
        var (least, span, floor) = (ticks[0], ticks[^1] - ticks[0], top + (Slot * Lines.Count));
        foreach (var tick in ticks)
        {
            svg.Raw($"<path d=\"M{X(tick):0.#} {top:0.#} V{floor:0.#}\" stroke=\"#d9d9d9\" stroke-width=\"0.6\"/>");
            svg.Line(X(tick), floor + 14, ChartGround.Figure(tick), 9.5m, "middle", ChartGround.Ink);
        }

        for (var i = 0; i < Lines.Count; i++)
        {
            var y = top + (Slot * i) + 5;
            svg.Line(Left - 8, y + 12, Lines[i].Label, 10, "end");
            Bar(Lines[i].AtLow, y, ChartColours.Quiet);
            Bar(Lines[i].AtHigh, y, ChartColours.Deep);
        }

        svg.Raw($"<path d=\"M{X(Middle):0.#} {top - 4:0.#} V{floor + 2:0.#}\" stroke=\"{ChartColours.Warm}\" stroke-width=\"1.2\"/>");
        svg.Line(Width - 4, floor + 30, Unit, 9.5m, "end", ChartGround.Ink);
        return ChartGround.Whole(Width, floor + 36, Title, svg);

        decimal X(decimal value) => Left + ((Width - Left - 24) * (value - least) / span);

        void Bar(decimal value, decimal y, string colour)
        {
            var (from, to) = (Math.Min(X(value), X(Middle)), Math.Max(X(value), X(Middle)));
            svg.Raw($"<rect x=\"{from:0.##}\" y=\"{y:0.##}\" width=\"{to - from:0.##}\" height=\"17\" fill=\"{colour}\"/>");
        }
    }

    public override DocumentChart Native() => new()
    {
        Kind = ChartKind.Bars,
        Description = Title,
        Categories = [.. Lines.Select(l => l.Label)],
        Up = Change,
        Series =
        [
            new(Ends.Low, ChartColours.Quiet.TrimStart('#'), [.. Lines.Select(l => (decimal?)(l.AtLow - Middle))]),
            new(Ends.High, ChartColours.Deep.TrimStart('#'), [.. Lines.Select(l => (decimal?)(l.AtHigh - Middle))]),
        ],
        Height = 90 + (24 * Lines.Count),
    };
}
