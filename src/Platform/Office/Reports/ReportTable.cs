namespace Zhirong.Platform.Office.Reports;

/// <summary>How the cells of a column are to be read.</summary>
public enum ColumnKind
{
    /// <summary>Wraps.</summary>
    Text,

    /// <summary>A short word or id that stays on one line.</summary>
    Code,
    Date,

    /// <summary>A figure: to the right, on one line.</summary>
    Figure,
}

public sealed record ReportColumn(string Title, ColumnKind Kind);

public enum CellMark
{
    None,

    /// <summary>A true zero among figures.</summary>
    Zero,

    /// <summary>Below zero, refused or breached.</summary>
    Alarm,

    /// <summary>To be looked at: differs, provisional, not verified.</summary>
    Marked,
}

public sealed record ReportCell(string Text, CellMark Mark = CellMark.None)
{
    /// <summary>Ground of a cell of a heat map: <c>#d9e2f1</c>; null for none.</summary>
    public string? Ground { get; init; }

    public static implicit operator ReportCell(string text) => new(text);
}

public enum RowRole
{
    Plain,

    /// <summary>Names the rows below it.</summary>
    Group,
    Total,
}

public sealed record ReportRow(RowRole Role, IReadOnlyList<ReportCell> Cells)
{
    public static ReportRow Of(params ReportCell[] cells) => new(RowRole.Plain, cells);

    public static ReportRow Total(params ReportCell[] cells) => new(RowRole.Total, cells);

    public static ReportRow Group(string title) => new(RowRole.Group, [title]);
}

/// <summary>A table; the unit stands once in its title.</summary>
public sealed record ReportTable : ReportBlock
{
    public required string Title { get; init; }

    public required IReadOnlyList<ReportColumn> Columns { get; init; }

    public required IReadOnlyList<ReportRow> Rows { get; init; }

    /// <summary>Leading columns that are repeated when the table is split.</summary>
    public int Keep { get; init; } = 1;

    public string? Note { get; init; }
}
