using Zhirong.Engine.Basics;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Securitization.Cashflow;

/// <summary>One cell of a sheet under construction: a value or a formula, evaluated once when asked.</summary>
internal sealed class LiveCell
{
    private readonly Formula? formula;
    private CellValue? known;

    public LiveCell(LiveSheet sheet, int row, int column, CellStyle style, CellValue value)
    {
        (Sheet, Row, Column, Style) = (sheet, row, column, style);
        known = value;
    }

    public LiveCell(LiveSheet sheet, int row, int column, CellStyle style, Formula formula)
    {
        (Sheet, Row, Column, Style) = (sheet, row, column, style);
        this.formula = formula;
    }

    public LiveSheet Sheet { get; }

    public int Row { get; }

    public int Column { get; }

    public CellStyle Style { get; }

    /// <summary>How formulas name the cell: a term of the deal absolutely, a figure of a date relatively, so that rows read alike.</summary>
    public string Address => CellAddress.Of(Row, Column, absolute: Sheet.Terms);

    public CellValue Value => known ??= FormulaValue.Of(formula!);

    public Cell Written()
    {
        var value = Value;
        if (formula is not null)
        {
            var text = FormulaText.Of(formula, Sheet);
            return formula is Formula.Call { Name: "AND" } ? Cell.Formula(text, value.Number != 0, Style)
                : value.Text is { } words ? Cell.Formula(text, words, Style)
                : Cell.Formula(text, value.Number, Style);
        }

        return value.Blank ? Cell.Blank(Style)
            : value.Text is { } word ? Cell.Text(word, Style)
            : Style is CellStyle.Date or CellStyle.InputDate ? Cell.Date(CellDates.Day(value.Number, from1904: false)!.Value, Style)
            : Cell.Number(value.Number, Style);
    }
}

/// <summary>One sheet under construction. Rows and columns count from 1.</summary>
/// <param name="name">The tab's name.</param>
/// <param name="language">Language of every heading.</param>
/// <param name="terms">The sheet holds terms of the deal, which formulas name absolutely.</param>
internal sealed class LiveSheet(string name, Language language, bool terms = false)
{
    private const double LineHeight = 16.5;

    private readonly Dictionary<(int Row, int Column), LiveCell> cells = [];

    public string Name => name;

    public Language Language => language;

    public bool Terms => terms;

    /// <summary>Widths in characters by column, where the sheet's maker knows better than what the column holds.</summary>
    public SortedDictionary<int, double> Widths { get; } = [];

    public (int Rows, int Columns) Frozen { get; set; }

    public int RepeatRows { get; set; }

    /// <summary>Ranges to turn red where the formula holds.</summary>
    public List<(string Range, string Formula, CellStyle Style)> Marks { get; } = [];

    /// <summary>Titles that run over several columns: row, first and last column.</summary>
    public List<(int Row, int First, int Last)> Spans { get; } = [];

    public IEnumerable<LiveCell> Cells => cells.Values.OrderBy(c => c.Row).ThenBy(c => c.Column);

    public LiveCell? Find(int row, int column) => cells.GetValueOrDefault((row, column));

    public LiveCell Put(int row, int column, CellValue value, CellStyle style) => cells[(row, column)] = new(this, row, column, style, value);

    public LiveCell Live(int row, int column, Formula formula, CellStyle style) => cells[(row, column)] = new(this, row, column, style, formula);

    public LiveCell Day(int row, int column, DateOnly date, CellStyle style = CellStyle.Date) => Put(row, column, CellDates.Serial(date), style);

    public LiveCell Say(int row, int column, Words words, CellStyle style) => Put(row, column, words.In(language), style);

    /// <summary>Writes the sheet into a workbook.</summary>
    public void WriteTo(Workbook book)
    {
        var sheet = book.Add(name);
        foreach (var cell in Cells)
        {
            sheet.Set(cell.Row, cell.Column, cell.Written());
        }

        var (total, widths) = (0.0, new Dictionary<int, double>());
        foreach (var column in cells.Values.GroupBy(c => c.Column).OrderBy(c => c.Key))
        {
            var width = Widths.TryGetValue(column.Key, out var given) ? given : ColumnWidth.Of(column);
            sheet.Width(column.Key, widths[column.Key] = width);
            total += width;
        }

        foreach (var row in cells.Values.Where(c => c.Style is CellStyle.Header or CellStyle.Wrapped).GroupBy(c => c.Row))
        {
            var lines = row.Where(c => !Spans.Exists(s => s.Row == c.Row)).Select(c => ColumnWidth.Lines(c, widths[c.Column])).DefaultIfEmpty(1).Max();
            sheet.Height(row.Key, lines * LineHeight);
        }

        Spans.Where(s => s.Last > s.First).ToList().ForEach(s => sheet.Merge(s.Row, s.First, s.Row, s.Last));
        Marks.ForEach(m => sheet.Conditional(m.Range, m.Formula, m.Style));
        sheet.Freeze(Frozen.Rows, Frozen.Columns);
        sheet.PrintSetup(landscape: true, RepeatRows);
        sheet.RepeatColumns = RepeatRows > 0 ? Frozen.Columns : 0;
        sheet.PagesWide = Math.Max(1, (int)Math.Ceiling(total / ColumnWidth.Page));
    }
}

/// <summary>How wide a column must be for what it shows.</summary>
internal static class ColumnWidth
{
    /// <summary>Characters on one page of A4 on its side, still readable.</summary>
    public const double Page = 230;

    private const double Least = 7;
    private const double Most = 60;

    public static double Of(IEnumerable<LiveCell> cells) => Math.Clamp(cells.Max(Needed), Least, Most);

    /// <summary>Lines a text takes at a width.</summary>
    public static int Lines(LiveCell cell, double width) => Math.Max(1, (int)Math.Ceiling(Shown(cell.Value.Text ?? "") / Math.Max(1, width - 2)));

    private static double Needed(LiveCell cell) => cell.Style switch
    {
        CellStyle.Title or CellStyle.Subtitle or CellStyle.Note => 0,
        // Headings break over two lines.
        CellStyle.Header => (Shown(cell.Value.Text ?? "") / 2) + 3,
        CellStyle.Date or CellStyle.InputDate => 12,
        CellStyle.Money or CellStyle.Total or CellStyle.Check or CellStyle.InputMoney => Shown($"{cell.Value.Number:#,##0.00}") + 2,
        CellStyle.Whole => Shown($"{cell.Value.Number:#,##0}") + 2,
        CellStyle.Percent4 or CellStyle.InputPercent => 11,
        _ => Shown(cell.Value.Text ?? $"{cell.Value.Number}") + 2,
    };

    /// <summary>A Chinese character takes two.</summary>
    private static double Shown(string text) => text.Sum(c => c > '\u2E7F' ? 2 : 1);
}
