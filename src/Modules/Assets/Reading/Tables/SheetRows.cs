using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Assets.Reading.Tables;

/// <summary>A worksheet as rows, joined cells filled with the text of their first.</summary>
internal static class SheetRows
{
    /// <summary>Joined cells are filled up to this many; whole columns joined by mistake are not.</summary>
    private const int MostFilled = 200_000;

    public static IReadOnlyList<TableRow> Of(SheetContent sheet)
    {
        var rows = new SortedDictionary<int, List<string>>();
        var widest = 0;
        foreach (var cell in sheet.Cells.Where(c => c.Column <= CsvRecords.MostFields))
        {
            var text = cell.Kind is ReadKind.Error or ReadKind.Pending ? "" : cell.Text;
            Set(rows.TryGetValue(cell.Row, out var found) ? found : rows[cell.Row] = [], cell.Column, text);
            widest = Math.Max(widest, cell.Column);
        }

        var filled = 0;
        foreach (var range in sheet.Merged)
        {
            if (!rows.TryGetValue(range.FirstRow, out var first) || range.FirstColumn > first.Count || first[range.FirstColumn - 1].Length == 0)
            {
                continue;
            }

            var text = first[range.FirstColumn - 1];
            for (var row = range.FirstRow; row <= range.LastRow && filled < MostFilled; row++, filled++)
            {
                for (var column = range.FirstColumn; column <= Math.Min(range.LastColumn, widest) && rows.TryGetValue(row, out var cells); column++, filled++)
                {
                    Set(cells, column, text);
                }
            }
        }

        return [.. rows.Where(r => r.Value.Exists(t => t.Length > 0)).Select(r => new TableRow(r.Key, r.Value, null))];
    }

    private static void Set(List<string> cells, int column, string text)
    {
        while (cells.Count < column)
        {
            cells.Add("");
        }

        cells[column - 1] = text;
    }
}
