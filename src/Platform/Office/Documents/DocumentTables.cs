using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Zhirong.Platform.Office.Documents;

/// <summary>Tables of a document: fixed columns, head repeated, rows kept whole.</summary>
internal static class DocumentTables
{
    /// <param name="table">The table.</param>
    /// <param name="width">Width of the text in twentieths of a point.</param>
    public static Table Of(DocumentTable table, int width)
    {
        var widths = Widths(table.Columns, width);
        var written = new Table(Properties(table, width), new TableGrid(widths.Select(w => new GridColumn { Width = $"{w}" })));
        if (table.Head.Count > 0)
        {
            written.Append(Head(table, widths));
        }

        for (var i = 0; i < table.Rows.Count; i++)
        {
            written.Append(Row(table, table.Rows[i], widths, KeepsWithNext(table, i)));
        }

        return written;
    }

    /// <summary>A group's line never ends a page, and a last line is never alone on the next.</summary>
    private static bool KeepsWithNext(DocumentTable table, int row) =>
        row + 1 < table.Rows.Count && !table.Rows[row].Breaks && (table.Whole || table.Rows[row].Weight == RowWeight.Group || row + 2 == table.Rows.Count || (row == 0 && table.Rows.Count > 1));

    private static int[] Widths(IReadOnlyList<DocumentColumn> columns, int width)
    {
        var widths = columns.Select(c => (int)(c.Share * width)).ToArray();
        widths[^1] += width - widths.Sum();
        return widths;
    }

    private static TableProperties Properties(DocumentTable table, int width)
    {
        var boxes = table.Rules == TableRules.Boxes;
        var outer = boxes ? 4u : 10u;
        return new(
            new TableWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa },
            new TableJustification { Val = TableRowAlignmentValues.Left },
            new TableBorders(
                new TopBorder { Val = BorderValues.Single, Size = outer, Color = boxes ? "A6A6A6" : DocumentStyles.Accent },
                boxes ? new LeftBorder { Val = BorderValues.Single, Size = 4u, Color = "A6A6A6" } : new LeftBorder { Val = BorderValues.Nil },
                new BottomBorder { Val = BorderValues.Single, Size = outer, Color = boxes ? "A6A6A6" : DocumentStyles.Accent },
                boxes ? new RightBorder { Val = BorderValues.Single, Size = 4u, Color = "A6A6A6" } : new RightBorder { Val = BorderValues.Nil },
                new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4u, Color = boxes ? "A6A6A6" : "D9D9D9" },
                boxes ? new InsideVerticalBorder { Val = BorderValues.Single, Size = 4u, Color = "A6A6A6" } : new InsideVerticalBorder { Val = BorderValues.Nil }),
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCellMarginDefault(
                new TopMargin { Width = "28", Type = TableWidthUnitValues.Dxa },
                new TableCellLeftMargin { Width = 50, Type = TableWidthValues.Dxa },
                new BottomMargin { Width = "28", Type = TableWidthUnitValues.Dxa },
                new TableCellRightMargin { Width = 50, Type = TableWidthValues.Dxa }));
    }

    private static TableRow Head(DocumentTable table, int[] widths)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        for (var c = 0; c < widths.Length; c++)
        {
            var cell = Cell(table.Head[c], widths[c], 1, table.Columns[c].Right, new Look(table.TextSize, Type.Head, Colour: null, Fill: "E9EDF4", KeepNext: true), Apart(table, c));
            cell.TableCellProperties!.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Bottom });
            row.Append(cell);
        }

        return row;
    }

    private static TableRow Row(DocumentTable table, DocumentRow row, int[] widths, bool keepNext)
    {
        var properties = row.Breaks ? new TableRowProperties() : new TableRowProperties(new CantSplit());
        if (table.RowHeight > 0)
        {
            properties.Append(new TableRowHeight { Val = (uint)table.RowHeight, HeightType = HeightRuleValues.AtLeast });
        }

        var written = new TableRow(properties);
        if (row.Weight == RowWeight.Group)
        {
            written.Append(Cell(row.Cells[0].Text, widths.Sum(), widths.Length, right: false, new Look(table.TextSize, Type.Head, Colour: DocumentStyles.Accent, Fill: "F5F7FA", KeepNext: keepNext)));
            return written;
        }

        for (var c = 0; c < widths.Length; c++)
        {
            var cell = row.Cells[c];
            written.Append(Cell(cell.Text, widths[c], 1, table.Columns[c].Right, Of(table, row, cell, keepNext), Apart(table, c)));
        }

        return written;
    }

    /// <summary>Words right of a figure keep a distance.</summary>
    private static bool Apart(DocumentTable table, int column) => column > 0 && table.Columns[column - 1].Right && !table.Columns[column].Right;

    private static Look Of(DocumentTable table, DocumentRow row, DocumentCell cell, bool keepNext) => new(
        table.TextSize,
        cell.Tone == CellTone.Label ? Type.Head : row.Weight == RowWeight.Total || cell.Tone == CellTone.Marked ? Type.Bold : Type.Plain,
        cell.Tone switch { CellTone.Quiet => "8C8C8C", CellTone.Alarm => "B00020", CellTone.Label => "404040", _ => null },
        cell.Ground ?? cell.Tone switch { CellTone.Marked => "FFF1CC", CellTone.Label => "F2F4F8", _ => row.Weight == RowWeight.Total ? "F5F7FA" : null },
        keepNext);

    private static TableCell Cell(string text, int width, int span, bool right, Look look, bool apart = false)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa });
        if (span > 1)
        {
            properties.Append(new GridSpan { Val = span });
        }

        if (look.Fill is { } fill)
        {
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = fill });
        }

        if (apart)
        {
            properties.Append(new TableCellMargin(new LeftMargin { Width = "160", Type = TableWidthUnitValues.Dxa }));
        }

        var paragraph = new ParagraphProperties();
        if (look.KeepNext)
        {
            paragraph.Append(new KeepNext());
        }

        paragraph.Append(new SpacingBetweenLines { Line = "240", LineRule = LineSpacingRuleValues.Auto }, new Justification { Val = right ? JustificationValues.Right : JustificationValues.Left });
        return new(properties, new Paragraph(paragraph, Lines(text, look)));
    }

    /// <summary>The text of a cell; a line end in a head begins a new line.</summary>
    private static Run Lines(string text, Look look)
    {
        var run = new Run(look.Properties());
        foreach (var line in look.Type == Type.Head ? text.Split('\n') : [text])
        {
            if (run.Elements<Text>().Any())
            {
                run.Append(new Break());
            }

            run.Append(new Text(DocumentText.Printable(line)) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    /// <summary>Bold figures keep the text's font: a wider one would break them.</summary>
    private enum Type
    {
        Plain,
        Bold,
        Head,
    }

    private sealed record Look(int Size, Type Type, string? Colour, string? Fill, bool KeepNext)
    {
        public RunProperties Properties()
        {
            var run = new RunProperties();
            if (Type == Type.Head)
            {
                run.Append(DocumentStyles.Fonts(heading: true));
            }

            if (Type != Type.Plain)
            {
                run.Append(new Bold());
            }

            if (Colour is not null)
            {
                run.Append(new Color { Val = Colour });
            }

            run.Append(new FontSize { Val = $"{Size}" }, new FontSizeComplexScript { Val = $"{Size}" });
            return run;
        }
    }
}
