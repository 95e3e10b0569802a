namespace Zhirong.Platform.Office.Workbooks;

/// <summary>One sheet to be written. Rows and columns count from 1.</summary>
public sealed class Sheet
{
    private readonly SortedDictionary<int, SortedList<int, Cell>> rows = [];

    internal Sheet(string name) => Name = name;

    public string Name { get; }

    public bool Hidden { get; set; }

    /// <summary>Printed on its side.</summary>
    public bool Landscape { get; set; }

    /// <summary>How many pages the print is wide.</summary>
    public int PagesWide { get; set; } = 1;

    /// <summary>How many of the first rows are printed again on every page.</summary>
    public int RepeatRows { get; set; }

    /// <summary>How many of the first columns are printed again on every page beside the first.</summary>
    public int RepeatColumns { get; set; }

    internal IEnumerable<KeyValuePair<int, SortedList<int, Cell>>> Rows => rows;

    internal SortedDictionary<int, double> Widths { get; } = [];

    internal Dictionary<int, double> Heights { get; } = [];

    internal HashSet<int> HiddenRows { get; } = [];

    internal (int Rows, int Columns) Frozen { get; private set; }

    internal List<SheetChoice> ChoiceRanges { get; } = [];

    internal List<string> Merges { get; } = [];

    internal List<SheetCondition> Conditions { get; } = [];

    public void Set(int row, int column, Cell cell)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(row, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(row, CellAddress.LastRow);
        ArgumentOutOfRangeException.ThrowIfLessThan(column, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(column, CellAddress.LastColumn);
        if (!rows.TryGetValue(row, out var cells))
        {
            rows[row] = cells = [];
        }

        cells[column] = cell;
    }

    /// <summary>The width of a column in characters of the ordinary font; a Chinese character takes two.</summary>
    public void Width(int column, double characters) => Widths[column] = Math.Clamp(characters, 1, 255);

    /// <summary>The height of a row in points; rows without one fit their text.</summary>
    public void Height(int row, double points) => Heights[row] = points;

    public void HideRow(int row) => HiddenRows.Add(row);

    /// <summary>Keeps the first rows and columns in view.</summary>
    public void Freeze(int rows, int columns) => Frozen = (rows, columns);

    /// <summary>The words a column offers from a drop-down, with a hint shown when a cell is chosen (at most 255 characters).</summary>
    /// <param name="strict">Whether the spreadsheet refuses other words while typing.</param>
    public void Choices(int firstRow, int lastRow, int column, IReadOnlyList<string> values, string hint = "", bool strict = true)
    {
        ArgumentOutOfRangeException.ThrowIfZero(values.Count);
        ChoiceRanges.Add(new(CellAddress.Range(firstRow, column, lastRow, column), values, hint, strict));
    }

    /// <summary>A hint shown when a cell of the column is chosen; anything may be entered.</summary>
    public void Hint(int firstRow, int lastRow, int column, string hint) =>
        ChoiceRanges.Add(new(CellAddress.Range(firstRow, column, lastRow, column), [], hint, false));

    /// <summary>Joins cells of a title; data is never merged.</summary>
    public void Merge(int firstRow, int firstColumn, int lastRow, int lastColumn) =>
        Merges.Add(CellAddress.Range(firstRow, firstColumn, lastRow, lastColumn));

    /// <summary>Where the formula (relative to the range's first cell) is true, the range looks like the style: <c>Conditional("C5:C40", "C5&lt;&gt;0", CellStyle.Bad)</c>.</summary>
    public void Conditional(string range, string formula, CellStyle style) => Conditions.Add(new(range, formula, style));

    /// <summary>Landscape and repeated heading rows.</summary>
    public void PrintSetup(bool landscape, int repeatRows)
    {
        Landscape = landscape;
        RepeatRows = repeatRows;
    }
}

internal sealed record SheetChoice(string Range, IReadOnlyList<string> Values, string Hint, bool Strict);

internal sealed record SheetCondition(string Range, string Formula, CellStyle Style);
