using Zhirong.Engine.Basics;

namespace Zhirong.Platform.Office.Reports;

/// <summary>Everything the printed page and the text document say, in one language, already worded and rounded.</summary>
public sealed record Report
{
    public required Language Language { get; init; }

    /// <summary>What kind of paper it is.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is about.</summary>
    public required string Name { get; init; }

    /// <summary>Line at the top of every page.</summary>
    public required string Head { get; init; }

    /// <summary>The title block: label and value.</summary>
    public required IReadOnlyList<ReportFact> Facts { get; init; }

    public required IReadOnlyList<ReportSection> Sections { get; init; }

    public required string Disclaimer { get; init; }

    /// <summary>How to print the page; stands on the screen only.</summary>
    public required string PrintHint { get; init; }

    /// <summary>The day given by the caller.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Text across every page; null for none.</summary>
    public string? Watermark { get; init; }

    /// <summary>Title of a list of the sections after the title block; null for no list.</summary>
    public string? ContentsTitle { get; init; }
}

/// <summary>A label and its value.</summary>
public sealed record ReportFact(string Label, string Value);

/// <param name="Id">Fixed word, for addresses inside the page.</param>
/// <param name="Title">With its number.</param>
/// <param name="Landscape">Stands on lying pages because a table needs them.</param>
/// <param name="Blocks">What stands below the title.</param>
public sealed record ReportSection(string Id, string Title, bool Landscape, IReadOnlyList<ReportBlock> Blocks)
{
    /// <summary>Begins a page of its own.</summary>
    public bool FreshPage { get; init; }
}
