using Zhirong.Engine.Basics.Documents;
using Zhirong.Modules.Securitization.Excel.Template;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Securitization.Excel.Cells;

/// <summary>Reads the rows of one table or form below its key row.</summary>
internal sealed class BlockReader(SheetGrid grid, Block block, ReadCell mark, CellValue cells, Findings findings)
{
    private static readonly string[] FormKeys = ["label", "value", "key", "note"];
    private readonly Dictionary<int, int> columns = [];

    public IReadOnlyList<BlockRow> Read()
    {
        var keys = block.IsForm ? FormKeys : [.. block.Fields.Select(field => field.Key)];
        Columns(keys);
        foreach (var key in block.IsForm ? ["value", "key"] : block.Fields.Where(field => field.Required).Select(field => field.Key))
        {
            if (!columns.ContainsValue(Array.IndexOf(keys, key)))
            {
                findings.Add(ExcelRefusals.MissingKey(cells.At(mark), key));
            }
        }

        var rows = grid.Below(mark).Where(row => row.Cells.Any(Holds)).ToList();
        if (rows.Count > block.MaxRows)
        {
            findings.Add(ExcelRefusals.TooManyRows(cells.At(rows[block.MaxRows].Cells[0]), rows.Count, block.MaxRows));
            return [];
        }

        Merges(rows);
        Strays();
        return block.IsForm ? Form(rows) : [.. rows.Select(row => Row(row.Row, row.Cells)).Where(row => row.Values.Any(value => value is not null))];
    }

    private bool Holds(ReadCell cell) => columns.ContainsKey(cell.Column) && (cell.Kind != ReadKind.Text || cell.Text.AsSpan().Trim().Length > 0);

    private void Columns(string[] keys)
    {
        var first = new Dictionary<string, ReadCell>();
        foreach (var cell in grid.Row(mark.Row))
        {
            var key = cell.Text.Trim();
            if (cell.Column == mark.Column || key.Length == 0)
            {
                continue;
            }

            var at = Array.IndexOf(keys, key);
            if (at < 0)
            {
                findings.Add(ExcelRefusals.UnknownKey(cells.At(cell), key, FieldRefusals.Nearest(key, keys), keys));
            }
            else if (first.TryGetValue(key, out var before))
            {
                findings.Add(ExcelRefusals.KeyTwice(cells.At(cell), key, before.Address));
            }
            else
            {
                first[key] = cell;
                columns[cell.Column] = at;
            }
        }
    }

    /// <summary>A merged range over data hides values: the first cell's value is read, the range is refused.</summary>
    private void Merges(List<(int Row, IReadOnlyList<ReadCell> Cells)> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        foreach (var range in grid.Sheet.Merged)
        {
            var across = range.LastRow > mark.Row && range.FirstRow <= rows[^1].Row && columns.Keys.Any(column => column >= range.FirstColumn && column <= range.LastColumn);
            if (across)
            {
                findings.Add(ExcelRefusals.Merged($"{grid.Sheet.Name}!{CellAddress.Of(range.FirstRow, range.FirstColumn)}", range));
            }
        }
    }

    /// <summary>The first value below each column without a key.</summary>
    private void Strays()
    {
        var seen = grid.Row(mark.Row).Select(cell => cell.Column).Append(mark.Column).ToHashSet();
        foreach (var (_, row) in grid.Below(mark))
        {
            foreach (var cell in row)
            {
                if (seen.Add(cell.Column))
                {
                    findings.Add(ExcelRefusals.Stray(cells.At(cell), cell.Text));
                }
            }
        }
    }

    private BlockRow Row(int number, IReadOnlyList<ReadCell> row)
    {
        var values = new DocNode?[block.Fields.Count];
        foreach (var cell in row)
        {
            if (columns.TryGetValue(cell.Column, out var at))
            {
                values[at] = cells.Read(block.Fields[at], cell);
            }
        }

        return new(number, values);
    }

    private List<BlockRow> Form(List<(int Row, IReadOnlyList<ReadCell> Cells)> rows)
    {
        var values = new DocNode?[block.Fields.Count];
        var first = new Dictionary<int, ReadCell>();
        var keys = block.Fields.Select(field => field.Key).ToList();
        foreach (var (_, row) in rows)
        {
            var (key, value) = (Cell(row, "key"), Cell(row, "value"));
            if (key is not { } named)
            {
                if (value is { } lost)
                {
                    findings.Add(ExcelRefusals.NoKey(cells.At(lost), lost.Text));
                }

                continue;
            }

            var at = keys.IndexOf(named.Text.Trim());
            if (at < 0)
            {
                findings.Add(ExcelRefusals.UnknownKey(cells.At(named), named.Text.Trim(), FieldRefusals.Nearest(named.Text.Trim(), keys), keys));
            }
            else if (!first.TryAdd(at, named))
            {
                findings.Add(ExcelRefusals.KeyTwice(cells.At(named), keys[at], first[at].Address));
            }
            else if (value is { } given)
            {
                values[at] = cells.Read(block.Fields[at], given);
            }
        }

        foreach (var field in block.Fields.Where((field, i) => field.Required && !first.ContainsKey(i)))
        {
            findings.Add(ExcelRefusals.MissingKey(cells.At(mark), field.Key));
        }

        return [new(mark.Row, values)];
    }

    private ReadCell? Cell(IReadOnlyList<ReadCell> row, string key)
    {
        var at = Array.IndexOf(FormKeys, key);
        foreach (var cell in row)
        {
            if (columns.TryGetValue(cell.Column, out var column) && column == at && Holds(cell))
            {
                return cell;
            }
        }

        return null;
    }
}
