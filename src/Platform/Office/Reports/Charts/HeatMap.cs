namespace Zhirong.Platform.Office.Reports.Charts;

/// <param name="Title">Name of the line.</param>
/// <param name="Values">One for each column; null for none.</param>
public sealed record HeatRow(string Title, IReadOnlyList<decimal?> Values);

/// <summary>Figures in rows and columns on a ground the deeper the higher they are; a document holds them as a table with grounds.</summary>
public sealed record HeatMap : ReportDrawing
{
    private const decimal Width = 700;
    private const decimal Left = 150;
    private const decimal Cell = 22;

    /// <summary>What the figures count, with the unit.</summary>
    public required string Unit { get; init; }

    public required IReadOnlyList<string> Columns { get; init; }

    public required IReadOnlyList<HeatRow> Rows { get; init; }

    /// <summary>The same as a table.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="corner">Title of the names' column.</param>
    public ReportTable AsTable(string title, string corner)
    {
        var most = Most();
        return new()
        {
            Title = title,
            Columns = [new(corner, ColumnKind.Text), .. Columns.Select(c => new ReportColumn(c, ColumnKind.Figure))],
            Rows = [.. Rows.Select(r => new ReportRow(RowRole.Plain, [r.Title, .. r.Values.Select(v => new ReportCell(v is { } known ? ChartGround.Figure(known) : "—") { Ground = v is null ? null : Pale(v.Value / most) })]))],
        };
    }

    public override string Svg(bool landscape)
    {
        var (svg, most, width) = (new SvgText(), Most(), (Width - Left - 6) / Math.Max(1, Columns.Count));
        svg.Line(4, 22, Unit, 9.5m, "start", ChartGround.Ink);
        var every = (int)Math.Ceiling(Columns.Select(c => TableFit.Em(c) * 10).DefaultIfEmpty(0).Max() / width);
        for (var c = 0; c < Columns.Count; c += Math.Max(1, every))
        {
            svg.Line(Left + (width * (c + 0.5m)), 22, Columns[c], 9.5m, "middle", ChartGround.Ink);
        }

        for (var r = 0; r < Rows.Count; r++)
        {
            var y = 30 + (Cell * r);
            svg.Line(Left - 8, y + 15, SvgText.Wrap(Rows[r].Title, Left - 14, 10, 1)[0], 10, "end");
            for (var c = 0; c < Columns.Count; c++)
            {
                var (value, x) = (Rows[r].Values[c], Left + (width * c));
                var part = (value ?? 0) / most;
                svg.Raw($"<rect x=\"{x:0.##}\" y=\"{y:0.#}\" width=\"{width - 1:0.##}\" height=\"{Cell - 1:0.#}\" fill=\"{(value is null ? "#ffffff" : ChartColours.Heat(part))}\" stroke=\"#e3e7ee\" stroke-width=\"0.5\"/>");
                if (value is > 0 && width >= 14)
                {
                    svg.Line(x + (width / 2), y + 15, ChartGround.Figure(value.Value), 9.5m, "middle", part > 0.55m ? "fill=\"#ffffff\"" : "");
                }
            }
        }

        return ChartGround.Whole(Width, 34 + (Cell * Rows.Count), Title, svg);
    }

    private decimal Most() => Math.Max(1, Rows.SelectMany(r => r.Values).Max() ?? 1);

    /// <summary>Half as deep: the figures of a table are dark.</summary>
    private static string Pale(decimal part) => ChartColours.Heat(part * 0.45m);
}
