namespace Zhirong.Platform.Office.Documents;

/// <summary>The charts a document can hold as charts of its own.</summary>
public enum ChartKind
{
    Radar,

    /// <summary>Bars lying, one series over the other.</summary>
    Bars,

    /// <summary>Standing columns that touch: a distribution.</summary>
    Columns,
    StackedColumns,

    /// <summary>Points by two figures, each with its name.</summary>
    Points,
}

/// <summary>A chart drawn by the word processor from the values inside; nothing lies outside the document.</summary>
public sealed record DocumentChart : DocumentBlock
{
    public required ChartKind Kind { get; init; }

    /// <summary>Said to those who cannot see it.</summary>
    public required string Description { get; init; }

    /// <summary>Names along the axis; empty for points.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    public required IReadOnlyList<DocumentSeries> Series { get; init; }

    /// <summary>Title and unit of the axis of categories, or of the points' first figure.</summary>
    public string? Across { get; init; }

    /// <summary>Title and unit of the axis of values.</summary>
    public string? Up { get; init; }

    /// <summary>Ends of the axis of values; null for the word processor's choice. Points: ends of both.</summary>
    public decimal? Least { get; init; }

    public decimal? Most { get; init; }

    /// <summary>Height in points.</summary>
    public int Height { get; init; } = 230;
}

/// <param name="Name">In the legend.</param>
/// <param name="Colour">Six hexadecimal digits.</param>
/// <param name="Values">One for each category; null where there is none.</param>
public sealed record DocumentSeries(string Name, string Colour, IReadOnlyList<decimal?> Values)
{
    /// <summary>First figures of points.</summary>
    public IReadOnlyList<decimal> At { get; init; } = [];

    /// <summary>Columns in another colour, by index.</summary>
    public IReadOnlyDictionary<int, string> Picked { get; init; } = new Dictionary<int, string>();
}
