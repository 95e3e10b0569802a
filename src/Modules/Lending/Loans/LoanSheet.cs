using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Lending.Loans;

/// <summary>A list of the room as one sheet: title, facts, headings that every page repeats, rows, totals by formula.</summary>
internal static class LoanSheet
{
    private const int Head = 4;

    /// <param name="Width">In characters.</param>
    /// <param name="Total">Whether the column's money is summed.</param>
    public readonly record struct Column(Words Title, double Width, bool Total = false);

    /// <summary>Cells: fen as <c>long</c>, counts as <c>int</c>, days, percentages as <c>decimal</c>, texts; null is blank.</summary>
    public static byte[] Write(Words title, string fact, IReadOnlyList<Column> columns, IReadOnlyList<IReadOnlyList<object?>> rows, Language language)
    {
        var book = new Workbook { Title = title.In(language), Subject = fact };
        var sheet = book.Add(title.In(language));
        sheet.PrintSetup(landscape: true, repeatRows: Head);
        sheet.Height(1, 24);
        sheet.Set(1, 1, Cell.Text(title.In(language), CellStyle.Title));
        sheet.Set(2, 1, Cell.Text(fact, CellStyle.Subtle));
        foreach (var (n, column) in columns.Index())
        {
            sheet.Width(n + 1, column.Width);
            sheet.Set(Head, n + 1, Cell.Text(column.Title.In(language), CellStyle.Header));
        }

        sheet.Freeze(Head, 1);
        foreach (var (r, row) in rows.Index())
        {
            for (var c = 0; c < columns.Count; c++)
            {
                sheet.Set(Head + 1 + r, c + 1, Of(row[c]));
            }
        }

        if (columns.Any(c => c.Total))
        {
            var last = Head + Math.Max(1, rows.Count);
            for (var c = 0; c < columns.Count; c++)
            {
                sheet.Set(last + 1, c + 1, columns[c].Total ? Cell.Formula($"ROUND(SUM({CellAddress.Range(Head + 1, c + 1, last, c + 1)}),2)", rows.Sum(r => (long)(r[c] ?? 0L)) / 100m, CellStyle.Total) : Cell.Blank(CellStyle.TotalText));
            }

            sheet.Set(last + 1, 1, Cell.Text(new Words("合计", "Total").In(language), CellStyle.TotalText));
        }

        return WorkbookWriter.Write(book);
    }

    private static Cell Of(object? value) => value switch
    {
        long fen => Cell.Number(fen / 100m, CellStyle.Money),
        int whole => Cell.Number(whole, CellStyle.Whole),
        DateOnly day => Cell.Date(day, CellStyle.CentredDate),
        null => Cell.Blank(CellStyle.Text),
        _ => Cell.Text(Convert.ToString(value, CultureInfo.InvariantCulture)!, CellStyle.Wrapped),
    };
}
