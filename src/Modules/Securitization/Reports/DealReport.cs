using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Securitization.Reports;

/// <summary>交易概要: everything the printed page and the text document say, in one language, already worded and rounded.</summary>
internal sealed record DealReport
{
    public required Language Language { get; init; }

    /// <summary>What kind of paper it is.</summary>
    public required string Kind { get; init; }

    /// <summary>The deal's name.</summary>
    public required string Name { get; init; }

    /// <summary>The deal's id and the scenario, for heads of pages.</summary>
    public required string Head { get; init; }

    /// <summary>The title block: label and value.</summary>
    public required IReadOnlyList<ReportFact> Facts { get; init; }

    public required IReadOnlyList<ReportSection> Sections { get; init; }

    public required string Disclaimer { get; init; }

    /// <summary>How to print the page; stands on the screen only.</summary>
    public required string PrintHint { get; init; }

    /// <summary>The day given by the caller.</summary>
    public required DateOnly AsOf { get; init; }

    public static DealReport Of(ReportInput input) => ReportContents.Of(input);
}

/// <summary>A label and its value.</summary>
internal sealed record ReportFact(string Label, string Value);

/// <param name="Id">Fixed word, for addresses inside the page.</param>
/// <param name="Title">With its number: 一、交易概览.</param>
/// <param name="Landscape">Stands on lying pages because a table needs them.</param>
/// <param name="Blocks">What stands below the title.</param>
internal sealed record ReportSection(string Id, string Title, bool Landscape, IReadOnlyList<ReportBlock> Blocks);

internal abstract record ReportBlock;

internal enum TextRole
{
    Body,

    /// <summary>Belongs to what follows and stays with it.</summary>
    Lead,
    Subheading,

    /// <summary>Small print below a table or picture.</summary>
    Note,
}

internal sealed record ReportText(TextRole Role, string Text) : ReportBlock;

/// <summary>Labels and values in two pairs to a line.</summary>
internal sealed record ReportFacts(IReadOnlyList<ReportFact> Facts) : ReportBlock;

/// <summary>Where seals and signatures go: one place for each name.</summary>
internal sealed record ReportSeals(IReadOnlyList<ReportSeal> Places) : ReportBlock;

/// <param name="Role">计划管理人（盖章）.</param>
/// <param name="Name">The party's name; empty = to be written.</param>
/// <param name="Signature">Label of the line for the signature.</param>
/// <param name="Date">Label of the line for the date.</param>
internal sealed record ReportSeal(string Role, string Name, string Signature, string Date);

/// <summary>How the cells of a column are to be read.</summary>
internal enum ColumnKind
{
    /// <summary>Wraps.</summary>
    Text,

    /// <summary>A short word or id that stays on one line.</summary>
    Code,
    Date,

    /// <summary>A figure: to the right, on one line.</summary>
    Figure,
}

internal sealed record ReportColumn(string Title, ColumnKind Kind);

internal enum CellMark
{
    None,

    /// <summary>A true zero among figures.</summary>
    Zero,

    /// <summary>Below zero, refused or breached.</summary>
    Alarm,

    /// <summary>Differs from the base, provisional, fired.</summary>
    Marked,
}

internal sealed record ReportCell(string Text, CellMark Mark = CellMark.None)
{
    public static implicit operator ReportCell(string text) => new(text);
}

internal enum RowRole
{
    Plain,

    /// <summary>Names the rows below it.</summary>
    Group,
    Total,
}

internal sealed record ReportRow(RowRole Role, IReadOnlyList<ReportCell> Cells);

/// <summary>A table; the unit stands once in its title.</summary>
internal sealed record ReportTable : ReportBlock
{
    public required string Title { get; init; }

    public required IReadOnlyList<ReportColumn> Columns { get; init; }

    public required IReadOnlyList<ReportRow> Rows { get; init; }

    /// <summary>Leading columns that are repeated when the table is split.</summary>
    public int Keep { get; init; } = 1;

    public string? Note { get; init; }

    /// <summary>Whether the table is short enough to stand on one page whole.</summary>
    public bool Whole(bool landscape) => Rows.Count <= (landscape ? 34 : 16);
}

/// <summary>分期资金去向: payments of every period, stacked; the figures stand in the table beside it.</summary>
internal sealed record ReportChart : ReportBlock
{
    public required string Title { get; init; }

    /// <summary>万元.</summary>
    public required string Unit { get; init; }

    /// <summary>One for each period.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    public required IReadOnlyList<ReportSeries> Series { get; init; }
}

/// <param name="Title">Name in the legend.</param>
/// <param name="Colour">Of the ordered palette, the same in every report: <c>#1f3864</c>.</param>
/// <param name="Fen">Paid in each period.</param>
internal sealed record ReportSeries(string Title, string Colour, IReadOnlyList<long> Fen);

/// <summary>交易结构: who owes, sells, holds, supports.</summary>
internal sealed record ReportStructure : ReportBlock
{
    public required string Title { get; init; }

    public required StructureBox Obligors { get; init; }

    /// <summary>Null when the deal names no originator.</summary>
    public required StructureBox? Originator { get; init; }

    /// <summary>In the order written; at least one.</summary>
    public required IReadOnlyList<StructureBox> Vehicles { get; init; }

    public required IReadOnlyList<StructureBox> Tranches { get; init; }

    public required IReadOnlyList<StructureBox> Supports { get; init; }

    /// <summary>Everybody else.</summary>
    public required IReadOnlyList<StructureBox> Parties { get; init; }

    /// <summary>What flows along each arrow.</summary>
    public required StructureFlows Flows { get; init; }

    /// <summary>The same as a table, where no picture can stand.</summary>
    public required ReportTable Table { get; init; }
}

/// <param name="Role">Small line above the name.</param>
/// <param name="Name">Who.</param>
/// <param name="Detail">Amount, limit, rating.</param>
internal sealed record StructureBox(string Role, string Name, string Detail);

internal sealed record StructureFlows(string Collections, string Transfer, string Payments, string Support, string Others);
