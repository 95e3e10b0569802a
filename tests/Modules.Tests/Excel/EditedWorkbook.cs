using System.IO.Compression;
using System.Text;
using Zhirong.Modules.Securitization.Excel;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Tests.Excel;

/// <summary>A written deal as a person would change it: cells by address, sheets by name.</summary>
internal sealed class EditedWorkbook
{
    private readonly List<(string Name, Dictionary<(int Row, int Column), Cell> Cells, List<CellRange> Merges)> sheets = [];

    public EditedWorkbook(byte[] bytes)
    {
        foreach (var sheet in WorkbookReader.Read(bytes).Value.Sheets.Where(sheet => !sheet.Hidden))
        {
            sheets.Add((sheet.Name, sheet.Cells.ToDictionary(cell => (cell.Row, cell.Column), Of), [.. sheet.Merged]));
        }
    }

    public static EditedWorkbook Case() => new(DealWorkbook.Write(Deals.Of("S05")));

    public EditedWorkbook Set(string sheet, string address, Cell cell)
    {
        CellAddress.TryRead(address, out var row, out var column);
        Find(sheet).Cells[(row, column)] = cell;
        return this;
    }

    public EditedWorkbook Clear(string sheet, string address)
    {
        CellAddress.TryRead(address, out var row, out var column);
        Find(sheet).Cells.Remove((row, column));
        return this;
    }

    public EditedWorkbook Merge(string sheet, CellRange range)
    {
        Find(sheet).Merges.Add(range);
        return this;
    }

    public EditedWorkbook Rename(string sheet, string name)
    {
        var at = sheets.FindIndex(s => s.Name == sheet);
        sheets[at] = (name, sheets[at].Cells, sheets[at].Merges);
        return this;
    }

    public EditedWorkbook Remove(string sheet)
    {
        sheets.RemoveAll(s => s.Name == sheet);
        return this;
    }

    public EditedWorkbook Add(string sheet)
    {
        sheets.Add((sheet, new() { [(1, 1)] = Cell.Text("自己的算式") }, []));
        return this;
    }

    /// <summary>The columns of a sheet the other way round.</summary>
    public EditedWorkbook Mirror(string sheet, int columns)
    {
        var cells = Find(sheet).Cells;
        var turned = cells.ToDictionary(cell => (cell.Key.Row, columns + 1 - cell.Key.Column), cell => cell.Value);
        cells.Clear();
        foreach (var (place, cell) in turned)
        {
            cells[place] = cell;
        }

        return this;
    }

    public byte[] Bytes()
    {
        var book = new Workbook();
        foreach (var (name, cells, merges) in sheets)
        {
            var sheet = book.Add(name);
            foreach (var ((row, column), cell) in cells)
            {
                sheet.Set(row, column, cell);
            }

            merges.ForEach(range => sheet.Merge(range.FirstRow, range.FirstColumn, range.LastRow, range.LastColumn));
        }

        return WorkbookWriter.Write(book);
    }

    /// <summary>The parts of a file changed as text, or added.</summary>
    public static byte[] Patch(byte[] bytes, string part, Func<string, string> change)
    {
        using var memory = new MemoryStream();
        memory.Write(bytes);
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            var text = "";
            if (zip.GetEntry(part) is { } old)
            {
                using (var reader = new StreamReader(old.Open()))
                {
                    text = reader.ReadToEnd();
                }

                old.Delete();
            }

            using var stream = zip.CreateEntry(part).Open();
            stream.Write(Encoding.UTF8.GetBytes(change(text)));
        }

        return memory.ToArray();
    }

    private static Cell Of(ReadCell cell) => cell.Kind switch
    {
        ReadKind.Number => Cell.Number(decimal.Parse(cell.Text)),
        ReadKind.Date => Cell.Date(DateOnly.Parse(cell.Text)),
        _ => Cell.Text(cell.Text),
    };

    private (string Name, Dictionary<(int Row, int Column), Cell> Cells, List<CellRange> Merges) Find(string sheet) => sheets.Find(s => s.Name == sheet);
}
