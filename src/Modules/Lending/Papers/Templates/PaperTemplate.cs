using Zhirong.Engine.Basics;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Lending.Papers.Templates;

/// <summary>A document of a loan as data, <c>zhirong/loan-document/v1</c>: words with places that a record fills.</summary>
internal sealed record PaperTemplate
{
    public const string Schema = "zhirong/loan-document/v1";

    public required string Id { get; init; }

    public required string Version { get; init; }

    public required Words Title { get; init; }

    /// <summary>What kind of record it is of: a word of <see cref="PaperSubjects"/>.</summary>
    public required string About { get; init; }

    /// <summary>Whether it is there in English as well; contracts are made in Chinese alone.</summary>
    public required bool English { get; init; }

    public required bool Verified { get; init; }

    public required Words Source { get; init; }

    /// <summary>The title block.</summary>
    public required IReadOnlyList<PaperFact> Facts { get; init; }

    public required IReadOnlyList<PaperSection> Sections { get; init; }

    public required Words Disclaimer { get; init; }

    /// <summary>The first day documents are made by it; null of a shipped one.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last such day; null without end.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>A label and what stands beside it.</summary>
/// <param name="Is">Text with places: <c>{amount|money}</c>.</param>
/// <param name="When">A field that must be there, or with <c>!</c> must not; null always.</param>
internal sealed record PaperFact(Words Label, string Is, string? When);

/// <summary>A section with what stands in it.</summary>
/// <param name="When">A field or list that must be there, or with <c>!</c> must not; null always.</param>
internal sealed record PaperSection(string Id, Words Title, bool Landscape, string? When, IReadOnlyList<PaperBlock> Blocks);

/// <summary>A part of a section.</summary>
/// <param name="Each">A list it stands once for each item of; null once.</param>
internal abstract record PaperBlock(string? Each, string? When);

internal sealed record PaperText(TextRole Role, Words Text, string? Each, string? When) : PaperBlock(Each, When);

internal sealed record PaperFacts(IReadOnlyList<PaperFact> Facts, string? Each, string? When) : PaperBlock(Each, When);

/// <param name="Rows">The list whose items are the rows.</param>
/// <param name="Empty">What stands in place of a table without rows.</param>
internal sealed record PaperTable(string Rows, Words Title, IReadOnlyList<PaperColumn> Columns, Words Empty, string? When) : PaperBlock(null, When);

/// <param name="Sum">Amounts of the column are summed in a last row.</param>
internal sealed record PaperColumn(Words Title, ColumnKind Kind, string Is, bool Sum);

internal sealed record PaperSeals(IReadOnlyList<PaperSeal> Places, string? Each, string? When) : PaperBlock(Each, When);

/// <param name="Role">Who seals, as what.</param>
/// <param name="Name">Text with places.</param>
internal sealed record PaperSeal(Words Role, string Name);

/// <summary>A template with its text, as it is kept with what was made by it.</summary>
internal sealed record ShelvedTemplate(PaperTemplate Template, string Text, string Hash);
