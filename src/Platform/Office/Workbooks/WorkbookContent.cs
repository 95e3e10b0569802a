namespace Zhirong.Platform.Office.Workbooks;

/// <summary>What a workbook that was read holds: plain cells, nothing to be executed or followed.</summary>
/// <param name="Sheets">The worksheets in the order of their tabs; chart sheets are left out.</param>
/// <param name="Macros">The file carries macros; they were not read.</param>
/// <param name="Links">The file refers to other workbooks; they were not opened, stored values stand.</param>
public sealed record WorkbookContent(IReadOnlyList<SheetContent> Sheets, bool Macros, bool Links);

/// <summary>One worksheet that was read.</summary>
/// <param name="Cells">The cells that hold something, in file order.</param>
/// <param name="Merged">Ranges of joined cells.</param>
public sealed record SheetContent(string Name, bool Hidden, IReadOnlyList<ReadCell> Cells, IReadOnlyList<CellRange> Merged);

/// <summary>A rectangle of cells, both ends included.</summary>
public readonly record struct CellRange(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    public override string ToString() => CellAddress.Range(FirstRow, FirstColumn, LastRow, LastColumn);
}

/// <summary>What was found in a cell.</summary>
public enum ReadKind
{
    Text,

    /// <summary>A number; the text is its plain decimal form with at most 15 significant digits, as spreadsheets show it.</summary>
    Number,

    /// <summary>A number shown as a date: <c>yyyy-MM-dd</c>, with <c> HH:mm:ss</c> when it is not a whole day.</summary>
    Date,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>An error value such as <c>#REF!</c>.</summary>
    Error,

    /// <summary>A formula nobody has computed; the text is the formula.</summary>
    Pending,
}

/// <param name="Formula">The value was computed by a formula when the file was saved.</param>
public readonly record struct ReadCell(int Row, int Column, ReadKind Kind, string Text, bool Formula)
{
    /// <summary><c>C12</c>.</summary>
    public string Address => CellAddress.Of(Row, Column);
}

/// <summary>How much a workbook may ask for before it is refused.</summary>
public sealed record WorkbookLimits
{
    /// <summary>Largest file in bytes.</summary>
    public int MaxBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>Most entries of the archive.</summary>
    public int MaxEntries { get; init; } = 2_000;

    /// <summary>Most bytes the parts that are read may inflate to, together.</summary>
    public long MaxInflated { get; init; } = 60L * 1024 * 1024;

    /// <summary>Largest ratio of inflated to packed bytes of one part above one megabyte.</summary>
    public int MaxRatio { get; init; } = 400;

    public int MaxSheets { get; init; } = 200;

    /// <summary>Most cells with a value, all sheets together.</summary>
    public int MaxCells { get; init; } = 1_500_000;

    public static WorkbookLimits Default { get; } = new();
}
