using Zhirong.Platform.Office.Documents;

namespace Zhirong.Platform.Office.Reports;

/// <summary>What stands in a section, one below the other.</summary>
public abstract record ReportBlock;

public enum TextRole
{
    Body,

    /// <summary>Belongs to what follows and stays with it.</summary>
    Lead,
    Subheading,

    /// <summary>Small print below a table or picture.</summary>
    Note,
}

public sealed record ReportText(TextRole Role, string Text) : ReportBlock;

/// <summary>Labels and values in two pairs to a line.</summary>
public sealed record ReportFacts(IReadOnlyList<ReportFact> Facts) : ReportBlock;

/// <summary>Where seals and signatures go: one place for each name.</summary>
public sealed record ReportSeals(IReadOnlyList<ReportSeal> Places) : ReportBlock;

/// <param name="Role">Who seals or signs, as what.</param>
/// <param name="Name">The party's name; empty = to be written.</param>
/// <param name="Signature">Label of the line for the signature.</param>
/// <param name="Date">Label of the line for the date.</param>
public sealed record ReportSeal(string Role, string Name, string Signature, string Date);

/// <summary>A picture: drawn as SVG in the page; in a document a chart of its own, else a table.</summary>
public abstract record ReportDrawing : ReportBlock
{
    public required string Title { get; init; }

    /// <summary>The same as a table, where no picture can stand; null where the figures stand in a table beside it anyway.</summary>
    public ReportTable? Table { get; init; }

    /// <summary>Small print below the picture.</summary>
    public string? Note { get; init; }

    /// <summary>Class of the figure in the page.</summary>
    public virtual string Look => "chart";

    public abstract string Svg(bool landscape);

    /// <summary>The chart of a document; null for a kind that documents have no chart for.</summary>
    public virtual DocumentChart? Native() => null;
}
