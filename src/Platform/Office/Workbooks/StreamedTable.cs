using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Zhirong.Platform.Office.Workbooks;

/// <summary>A column of a streamed table.</summary>
/// <param name="Width">In characters.</param>
public readonly record struct StreamedColumn(string Title, double Width);

/// <summary>
/// Writes one table as xlsx while its rows come, in memory that does not grow with them; the bytes depend on the content alone. For lists
/// too long to be held as a <see cref="Workbook"/>.
/// </summary>
public static class StreamedTable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="to">Stays open.</param>
    /// <param name="sheet">Name of the sheet.</param>
    /// <param name="above">Lines above the titles of the columns; the first is the table's title.</param>
    /// <param name="rows">As many cells as there are columns.</param>
    public static void Write(Stream to, string sheet, IReadOnlyList<string> above, IReadOnlyList<StreamedColumn> columns, IEnumerable<IReadOnlyList<Cell>> rows)
    {
        ArgumentNullException.ThrowIfNull(above);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        using var package = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        Text(package, "[Content_Types].xml", """
            <?xml version="1.0" encoding="utf-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>
            """);
        Text(package, "_rels/.rels", $"""
            <?xml version="1.0" encoding="utf-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """);
        Text(package, "xl/_rels/workbook.xml.rels", $"""
            <?xml version="1.0" encoding="utf-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Relations}/styles" Target="styles.xml"/></Relationships>
            """);
        Text(package, "xl/styles.xml", $"""<?xml version="1.0" encoding="utf-8"?>{StyleTable.Stylesheet().OuterXml}""");
        using (var writer = Part(package, "xl/workbook.xml"))
        {
            Contents(writer, sheet, above.Count + 1);
        }

        using (var writer = Part(package, "xl/worksheets/sheet1.xml"))
        {
            Sheet(writer, above, columns, rows);
        }
    }

    private static void Contents(XmlWriter writer, string sheet, int titles)
    {
        writer.WriteStartElement("workbook", Main);
        writer.WriteStartElement("sheets", Main);
        writer.WriteStartElement("sheet", Main);
        writer.WriteAttributeString("name", sheet);
        writer.WriteAttributeString("sheetId", "1");
        writer.WriteAttributeString("id", Relations, "rId1");
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteStartElement("definedNames", Main);
        writer.WriteStartElement("definedName", Main);
        writer.WriteAttributeString("name", "_xlnm.Print_Titles");
        writer.WriteAttributeString("localSheetId", "0");
        writer.WriteString($"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!${titles}:${titles}");
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void Sheet(XmlWriter writer, IReadOnlyList<string> above, IReadOnlyList<StreamedColumn> columns, IEnumerable<IReadOnlyList<Cell>> rows)
    {
        var head = above.Count + 1;
        writer.WriteStartElement("worksheet", Main);
        writer.WriteStartElement("sheetViews", Main);
        writer.WriteStartElement("sheetView", Main);
        writer.WriteAttributeString("showGridLines", "0");
        writer.WriteAttributeString("workbookViewId", "0");
        writer.WriteStartElement("pane", Main);
        writer.WriteAttributeString("xSplit", "1");
        writer.WriteAttributeString("ySplit", Number(head));
        writer.WriteAttributeString("topLeftCell", CellAddress.Of(head + 1, 2));
        writer.WriteAttributeString("activePane", "bottomRight");
        writer.WriteAttributeString("state", "frozen");
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteStartElement("cols", Main);
        foreach (var (c, column) in columns.Index())
        {
            writer.WriteStartElement("col", Main);
            writer.WriteAttributeString("min", Number(c + 1));
            writer.WriteAttributeString("max", Number(c + 1));
            writer.WriteAttributeString("width", column.Width.ToString(CultureInfo.InvariantCulture));
            writer.WriteAttributeString("customWidth", "1");
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteStartElement("sheetData", Main);
        foreach (var (r, line) in above.Index())
        {
            Row(writer, r + 1, [Cell.Text(line, r == 0 ? CellStyle.Title : CellStyle.Subtle)]);
        }

        Row(writer, head, [.. columns.Select(c => Cell.Text(c.Title, CellStyle.Header))]);
        foreach (var (r, row) in rows.Index())
        {
            Row(writer, head + 1 + r, row);
        }

        writer.WriteEndElement();
        writer.WriteStartElement("pageSetup", Main);
        writer.WriteAttributeString("paperSize", "9");
        writer.WriteAttributeString("orientation", "landscape");
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void Row(XmlWriter writer, int row, IReadOnlyList<Cell> cells)
    {
        writer.WriteStartElement("row", Main);
        writer.WriteAttributeString("r", Number(row));
        foreach (var (c, cell) in cells.Index())
        {
            var text = cell.Value as string;
            writer.WriteStartElement("c", Main);
            writer.WriteAttributeString("r", CellAddress.Of(row, c + 1));
            writer.WriteAttributeString("s", StyleTable.Index(cell.Style, cell.Kind == CellKind.Text && CellText.StartsFormula(text!)).ToString(CultureInfo.InvariantCulture));
            if (cell.Kind == CellKind.Text)
            {
                writer.WriteAttributeString("t", "inlineStr");
                writer.WriteStartElement("is", Main);
                writer.WriteStartElement("t", Main);
                writer.WriteAttributeString("xml", "space", null, "preserve");
                writer.WriteString(CellText.Escape(text!));
                writer.WriteEndElement();
                writer.WriteEndElement();
            }
            else if (Value(cell.Value) is { } value)
            {
                writer.WriteElementString("v", Main, value);
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static string? Value(object? value) => value switch
    {
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        DateOnly date => CellDates.Serial(date).ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    private static XmlWriter Part(ZipArchive package, string name) => XmlWriter.Create(Entry(package, name), new() { Encoding = new UTF8Encoding(false), CloseOutput = true });

    private static void Text(ZipArchive package, string name, string content)
    {
        using var writer = new StreamWriter(Entry(package, name), new UTF8Encoding(false));
        writer.Write(content);
    }

    private static Stream Entry(ZipArchive package, string name)
    {
        var entry = package.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = EntryTime;
        return entry.Open();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
