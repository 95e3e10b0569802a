using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Securitization.Excel.Cells;

/// <summary>A sheet by rows, and where its tables begin.</summary>
internal sealed class SheetGrid
{
    private static readonly List<ReadCell> None = [];
    private readonly SortedDictionary<int, List<ReadCell>> rows = [];
    private readonly Dictionary<string, List<ReadCell>> marks = [];

    public SheetGrid(SheetContent sheet)
    {
        Sheet = sheet;
        foreach (var cell in sheet.Cells)
        {
            if (!rows.TryGetValue(cell.Row, out var row))
            {
                rows[cell.Row] = row = [];
            }

            row.Add(cell);
            if (cell is { Kind: ReadKind.Text, Text: ['#', _, ..] })
            {
                var mark = cell.Text.Trim();
                if (!marks.TryGetValue(mark, out var places))
                {
                    marks[mark] = places = [];
                }

                places.Add(cell);
            }
        }
    }

    public SheetContent Sheet { get; }

    public IReadOnlyList<ReadCell> Marked(string mark) => marks.TryGetValue(mark, out var places) ? places : [];

    public IReadOnlyList<ReadCell> Row(int row) => rows.TryGetValue(row, out var cells) ? cells : None;

    /// <summary>The rows below a key row up to the next row whose first column is marked.</summary>
    public IEnumerable<(int Row, IReadOnlyList<ReadCell> Cells)> Below(ReadCell mark)
    {
        foreach (var (row, cells) in rows)
        {
            if (row <= mark.Row)
            {
                continue;
            }

            if (cells.Exists(cell => cell.Column == mark.Column && cell.Kind == ReadKind.Text && cell.Text.StartsWith('#')))
            {
                yield break;
            }

            yield return (row, cells);
        }
    }
}
