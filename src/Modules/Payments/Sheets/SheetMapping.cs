using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Channels;

namespace Zhirong.Modules.Payments.Sheets;

/// <summary>What a mapped sheet is for.</summary>
public enum SheetKind
{
    /// <summary>Written: a bank's template for a batch of payments.</summary>
    Payout,

    /// <summary>Read: what became of a batch.</summary>
    Result,

    /// <summary>Read: a bank statement.</summary>
    Statement,

    /// <summary>Read: balances of loans or accounts in the core system.</summary>
    Balance,
}

/// <summary>How columns of a bank's sheet stand for our fields (<c>zhirong/sheet/v1</c>): data, versioned and dated.</summary>
public sealed record SheetMapping
{
    /// <summary>Permanent word: small letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    public required SheetKind Kind { get; init; }

    public required Words Name { get; init; }

    /// <summary>Rises with every change of the file.</summary>
    public required int Version { get; init; }

    public required DateOnly Dated { get; init; }

    public required Words Source { get; init; }

    /// <summary><c>published</c>, or <c>assumption</c>: a layout of our own, to be agreed with the bank.</summary>
    public required string Origin { get; init; }

    /// <summary>For writing: <c>xlsx</c>, <c>csv</c> or both, in this order.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>For writing csv: <c>utf-8</c> (with a mark, as spreadsheets want it), <c>gbk</c> or <c>gb18030</c>. Reading tells by itself.</summary>
    public string Encoding { get; init; } = "utf-8";

    /// <summary>For writing xlsx: the sheet's name.</summary>
    public string Sheet { get; init; } = "Sheet1";

    public required IReadOnlyList<MappedColumn> Columns { get; init; }

    /// <summary>Labels above or below the table, whose value stands in the next cell or behind a colon.</summary>
    public IReadOnlyList<MappedLabel> Labels { get; init; } = [];

    /// <summary>For results: the bank's words and what they mean.</summary>
    public IReadOnlyDictionary<string, AnswerStatus> Statuses { get; init; } = new Dictionary<string, AnswerStatus>();

    /// <summary>For statements: the bank's words for money in (+1) and out (-1).</summary>
    public IReadOnlyDictionary<string, int> Directions { get; init; } = new Dictionary<string, int>();
}

/// <param name="Titles">The first is written, all are recognised.</param>
/// <param name="Field">Our field; null for a column with a fixed value.</param>
/// <param name="Required">A sheet without the column is not of this mapping.</param>
/// <param name="Value">The fixed value written.</param>
public sealed record MappedColumn(IReadOnlyList<string> Titles, string? Field, bool Required, string? Value);

/// <param name="Texts">The first is written, all are recognised.</param>
public sealed record MappedLabel(IReadOnlyList<string> Texts, string Field);

/// <summary>The mappings an installation has.</summary>
public sealed class SheetShelf(IReadOnlyList<SheetMapping> mappings)
{
    /// <summary>In the order of their ids.</summary>
    public IReadOnlyList<SheetMapping> All { get; } = [.. mappings.OrderBy(m => m.Id, StringComparer.Ordinal)];

    public IEnumerable<SheetMapping> Of(SheetKind kind) => All.Where(m => m.Kind == kind);
}
