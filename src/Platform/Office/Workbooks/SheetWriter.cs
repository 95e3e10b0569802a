using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Zhirong.Platform.Office.Workbooks;

/// <summary>Streams one sheet: view, columns, rows, merges, conditions, validations and page set-up in the order the format asks for.</summary>
internal static class SheetWriter
{
    private const int LongestHint = 255;

    public static void Write(WorksheetPart part, Sheet sheet, WordLists words, bool selected)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new S.Worksheet());
        writer.WriteElement(new S.SheetProperties(new S.PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new S.SheetViews(View(sheet, selected)));
        writer.WriteElement(new S.SheetFormatProperties { DefaultRowHeight = 16.5 });
        if (sheet.Widths.Count > 0)
        {
            writer.WriteElement(new S.Columns(sheet.Widths.Select(width => new S.Column { Min = (uint)width.Key, Max = (uint)width.Key, Width = width.Value, CustomWidth = true })));
        }

        writer.WriteStartElement(new S.SheetData());
        foreach (var (row, cells) in sheet.Rows)
        {
            Row(writer, sheet, row, cells);
        }

        writer.WriteEndElement();
        After(writer, sheet, words);
        writer.WriteEndElement();
    }

    private static S.SheetView View(Sheet sheet, bool selected)
    {
        var view = new S.SheetView { WorkbookViewId = 0u, ShowGridLines = false, TabSelected = selected ? true : null };
        var (rows, columns) = sheet.Frozen;
        if (rows > 0 || columns > 0)
        {
            var pane = rows > 0 && columns > 0 ? S.PaneValues.BottomRight : rows > 0 ? S.PaneValues.BottomLeft : S.PaneValues.TopRight;
            view.Append(new S.Pane
            {
                HorizontalSplit = columns > 0 ? columns : null,
                VerticalSplit = rows > 0 ? rows : null,
                TopLeftCell = CellAddress.Of(rows + 1, columns + 1),
                ActivePane = pane,
                State = S.PaneStateValues.Frozen,
            });
            view.Append(new S.Selection { Pane = pane });
        }

        return view;
    }

    private static void Row(OpenXmlWriter writer, Sheet sheet, int row, SortedList<int, Cell> cells)
    {
        var attributes = new List<OpenXmlAttribute> { Attribute("r", Number(row)) };
        if (sheet.Heights.TryGetValue(row, out var height))
        {
            attributes.Add(Attribute("ht", height.ToString(CultureInfo.InvariantCulture)));
            attributes.Add(Attribute("customHeight", "1"));
        }
        else if (RowHeight.Of(sheet, cells) is { } fitting)
        {
            attributes.Add(Attribute("ht", fitting.ToString(CultureInfo.InvariantCulture)));
        }

        if (sheet.HiddenRows.Contains(row))
        {
            attributes.Add(Attribute("hidden", "1"));
        }

        writer.WriteStartElement(new S.Row(), attributes);
        foreach (var (column, cell) in cells)
        {
            Write(writer, CellAddress.Of(row, column), cell);
        }

        writer.WriteEndElement();
    }

    private static void Write(OpenXmlWriter writer, string address, Cell cell)
    {
        var text = cell.Value as string;
        var quoted = cell.Kind == CellKind.Text && CellText.StartsFormula(text!);
        var attributes = new List<OpenXmlAttribute>(3) { Attribute("r", address), Attribute("s", StyleTable.Index(cell.Style, quoted).ToString(CultureInfo.InvariantCulture)) };
        var type = cell.Kind == CellKind.Text ? "inlineStr" : text is not null ? "str" : cell.Value is bool ? "b" : null;
        if (type is not null)
        {
            attributes.Add(Attribute("t", type));
        }

        writer.WriteStartElement(new S.Cell(), attributes);
        if (cell.Expression is { } formula)
        {
            writer.WriteElement(new S.CellFormula(formula));
        }

        if (cell.Kind == CellKind.Text)
        {
            writer.WriteElement(new S.InlineString(new S.Text(CellText.Escape(text!)) { Space = SpaceProcessingModeValues.Preserve }));
        }
        else if (Value(cell.Value) is { } value)
        {
            writer.WriteElement(new S.CellValue(value));
        }

        writer.WriteEndElement();
    }

    private static string? Value(object? value) => value switch
    {
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        DateOnly date => Number(CellDates.Serial(date)),
        bool flag => flag ? "1" : "0",
        string text => CellText.Escape(text),
        _ => null,
    };

    private static void After(OpenXmlWriter writer, Sheet sheet, WordLists words)
    {
        if (sheet.Merges.Count > 0)
        {
            writer.WriteElement(new S.MergeCells(sheet.Merges.Select(range => new S.MergeCell { Reference = range })));
        }

        for (var i = 0; i < sheet.Conditions.Count; i++)
        {
            var (range, formula, style) = sheet.Conditions[i];
            var rule = new S.ConditionalFormattingRule(new S.Formula(formula)) { Type = S.ConditionalFormatValues.Expression, FormatId = (uint)style, Priority = i + 1 };
            writer.WriteElement(new S.ConditionalFormatting(rule) { SequenceOfReferences = References(range) });
        }

        if (sheet.ChoiceRanges.Count > 0)
        {
            writer.WriteElement(new S.DataValidations(sheet.ChoiceRanges.Select(choice => Validation(choice, words))) { Count = (uint)sheet.ChoiceRanges.Count });
        }

        writer.WriteElement(new S.PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new S.PageSetup { PaperSize = 9u, Orientation = sheet.Landscape ? S.OrientationValues.Landscape : S.OrientationValues.Portrait, FitToWidth = (uint)sheet.PagesWide, FitToHeight = 0u });
        writer.WriteElement(new S.HeaderFooter(new S.OddFooter("&L&A&R&P / &N")));
    }

    private static S.DataValidation Validation(SheetChoice choice, WordLists words)
    {
        var validation = new S.DataValidation
        {
            AllowBlank = true,
            SequenceOfReferences = References(choice.Range),
            ShowErrorMessage = choice.Strict,
            ShowInputMessage = choice.Hint.Length > 0,
            Prompt = choice.Hint.Length > 0 ? CellText.Escape(choice.Hint.Length <= LongestHint ? choice.Hint : choice.Hint[..LongestHint]) : null,
        };
        if (choice.Values.Count > 0)
        {
            validation.Type = S.DataValidationValues.List;
            validation.Append(new S.Formula1(words.Formula(choice.Values)));
        }

        return validation;
    }

    private static ListValue<StringValue> References(string range) => new() { InnerText = range };

    private static OpenXmlAttribute Attribute(string name, string value) => new(name, "", value);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
