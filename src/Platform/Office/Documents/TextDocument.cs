namespace Zhirong.Platform.Office.Documents;

/// <summary>A text document for people: A4 pages with headings, paragraphs and tables, in sections upright or lying.</summary>
public sealed record TextDocument
{
    public required string Title { get; init; }

    public required string Subject { get; init; }

    /// <summary>BCP 47 tag of the text: <c>zh-CN</c> or <c>en-GB</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The day the core properties state; the writer reads no clock.</summary>
    public required DateOnly Created { get; init; }

    /// <summary>Small line at the top of every page.</summary>
    public required string Head { get; init; }

    /// <summary>What stands around the page's number and the number of pages: <c>第 | 页 共 | 页</c>.</summary>
    public required PageNumberWords PageNumbers { get; init; }

    public required IReadOnlyList<DocumentSection> Sections { get; init; }

    /// <summary>Text across every page, behind what stands on it; null for none.</summary>
    public string? Watermark { get; init; }
}

/// <param name="Before">Before the page's number.</param>
/// <param name="Between">Between it and the number of pages.</param>
/// <param name="After">After the number of pages.</param>
public sealed record PageNumberWords(string Before, string Between, string After);

/// <summary>Pages of one orientation.</summary>
public sealed record DocumentSection(bool Landscape, IReadOnlyList<DocumentBlock> Blocks);

/// <summary>Something that stands on a page.</summary>
public abstract record DocumentBlock;

/// <summary>How a paragraph looks.</summary>
public enum ParagraphStyle
{
    Title,

    /// <summary>Centred under the title.</summary>
    Subtitle,

    /// <summary>First level; kept with what follows.</summary>
    Heading,

    /// <summary>Second level; kept with what follows.</summary>
    Subheading,
    Body,

    /// <summary>Like the body; kept with what follows.</summary>
    Lead,

    /// <summary>Above a table; kept with it.</summary>
    Caption,

    /// <summary>Small print under a table.</summary>
    Note,

    /// <summary>A line of a list, close to its neighbours.</summary>
    Listed,
}

public sealed record DocumentParagraph(ParagraphStyle Style, string Text) : DocumentBlock
{
    /// <summary>Begins a page.</summary>
    public bool FreshPage { get; init; }
}

/// <summary>How a table is ruled.</summary>
public enum TableRules
{
    /// <summary>三线表 with light lines between the rows.</summary>
    Figures,

    /// <summary>A box around every cell.</summary>
    Boxes,
}

/// <summary>A table over the whole width; its head is repeated on every page, its rows are never torn.</summary>
public sealed record DocumentTable : DocumentBlock
{
    public required IReadOnlyList<DocumentColumn> Columns { get; init; }

    /// <summary>Titles, where a line end begins a new line; empty: the table has no head.</summary>
    public required IReadOnlyList<string> Head { get; init; }

    public required IReadOnlyList<DocumentRow> Rows { get; init; }

    /// <summary>Half points.</summary>
    public int TextSize { get; init; } = 18;

    /// <summary>Kept on one page; for tables that fit one.</summary>
    public bool Whole { get; init; }

    public TableRules Rules { get; init; } = TableRules.Figures;

    /// <summary>Least height of a row in twentieths of a point; 0 = as the text asks.</summary>
    public int RowHeight { get; init; }
}

/// <param name="Share">Share of the table's width, 0 to 1.</param>
/// <param name="Right">Figures: to the right, never wrapped.</param>
public sealed record DocumentColumn(decimal Share, bool Right);

/// <summary>What a row is for the eye.</summary>
public enum RowWeight
{
    Plain,

    /// <summary>A line that names the rows below it; its first cell takes the whole width.</summary>
    Group,

    /// <summary>A sum.</summary>
    Total,
}

public sealed record DocumentRow(RowWeight Weight, IReadOnlyList<DocumentCell> Cells)
{
    /// <summary>Goes on over the end of a page.</summary>
    public bool Breaks { get; init; }
}

/// <summary>How a cell differs from its neighbours.</summary>
public enum CellTone
{
    Plain,

    /// <summary>A zero: there, but quiet.</summary>
    Quiet,

    /// <summary>Below zero, refused or breached.</summary>
    Alarm,

    /// <summary>Worth a look: changed, provisional.</summary>
    Marked,

    /// <summary>A label beside a value.</summary>
    Label,
}

public sealed record DocumentCell(string Text, CellTone Tone = CellTone.Plain)
{
    /// <summary>Ground of the cell as six hexadecimal digits; null for the tone's own.</summary>
    public string? Ground { get; init; }
}
