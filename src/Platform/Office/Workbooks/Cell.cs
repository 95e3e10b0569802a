namespace Zhirong.Platform.Office.Workbooks;

/// <summary>What a cell holds.</summary>
public enum CellKind
{
    Blank,
    Text,
    Number,
    Date,
    Flag,
    Formula,
}

/// <summary>One cell to be written: a value or a formula with the value it has now, and a style.</summary>
/// <remarks><c>default(Cell)</c> is a blank cell in the general style. Text is never read as a formula.</remarks>
public readonly record struct Cell
{
    public CellKind Kind { get; private init; }

    public CellStyle Style { get; private init; }

    /// <summary>The value: <c>string</c>, <c>decimal</c>, <c>DateOnly</c>, <c>bool</c>; for a formula its present value, or null when it is not known.</summary>
    public object? Value { get; private init; }

    /// <summary>The formula without the leading equals sign; null for a value.</summary>
    public string? Expression { get; private init; }

    public static Cell Text(string text, CellStyle style = CellStyle.Text) => new() { Kind = CellKind.Text, Value = text, Style = style };

    public static Cell Number(decimal number, CellStyle style = CellStyle.General) => new() { Kind = CellKind.Number, Value = number, Style = style };

    /// <summary>A day from 1900-03-01 on; earlier days are counted wrongly by spreadsheets and throw.</summary>
    public static Cell Date(DateOnly date, CellStyle style = CellStyle.Date)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(date, CellDates.First);
        return new() { Kind = CellKind.Date, Value = date, Style = style };
    }

    public static Cell Flag(bool flag, CellStyle style = CellStyle.General) => new() { Kind = CellKind.Flag, Value = flag, Style = style };

    public static Cell Formula(string formula, decimal? cached, CellStyle style = CellStyle.General) => Computed(formula, cached, style);

    public static Cell Formula(string formula, string cached, CellStyle style = CellStyle.General) => Computed(formula, cached, style);

    public static Cell Formula(string formula, DateOnly cached, CellStyle style = CellStyle.Date) => Computed(formula, cached, style);

    public static Cell Formula(string formula, bool cached, CellStyle style = CellStyle.General) => Computed(formula, cached, style);

    public static Cell Blank(CellStyle style = CellStyle.General) => new() { Style = style };

    private static Cell Computed(string formula, object? cached, CellStyle style)
    {
        ArgumentException.ThrowIfNullOrEmpty(formula);
        return new() { Kind = CellKind.Formula, Expression = formula[0] == '=' ? formula[1..] : formula, Value = cached, Style = style };
    }
}
