namespace Zhirong.Platform.Office.Workbooks;

/// <summary>How high a row must be for its broken lines; not every program fits rows by itself when it opens a file.</summary>
internal static class RowHeight
{
    private const double Line = 15;
    private const double Margin = 3;
    private const double Highest = 400;
    private const double OrdinaryWidth = 8.43;

    /// <summary>The height in points; null when one line is enough.</summary>
    public static double? Of(Sheet sheet, SortedList<int, Cell> cells)
    {
        var lines = 1;
        foreach (var (column, cell) in cells)
        {
            if (cell.Value is string text && StyleTable.Wraps(cell.Style))
            {
                var width = sheet.Widths.TryGetValue(column, out var own) ? own : OrdinaryWidth;
                lines = Math.Max(lines, text.Split('\n').Sum(line => (int)Math.Ceiling(Math.Max(1, Characters(line)) / Math.Max(1, width - 1.5))));
            }
        }

        return lines == 1 ? null : Math.Min(Highest, (lines * Line) + Margin);
    }

    /// <summary>Chinese characters and full-width signs count two.</summary>
    private static int Characters(string text) => text.Sum(c => c >= '\u1100' ? 2 : 1);
}
