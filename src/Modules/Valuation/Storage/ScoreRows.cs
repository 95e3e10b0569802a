using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Valuation.Storage;

/// <summary>评分单: one right scored by one rubric on a day; never changed, a further scoring is a further sheet.</summary>
internal sealed class ScoreSheet : IOwned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public required Guid RightId { get; init; }

    public required string RightNumber { get; init; }

    /// <summary>Code of the rubric.</summary>
    public required string Rubric { get; init; }

    /// <summary>The version the rubric's text names.</summary>
    public required string RubricVersion { get; init; }

    /// <summary>SHA-256 of that version's text; null on sheets kept before it was written down.</summary>
    public string? RubricHash { get; init; }

    public required string Scenario { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>Canonical JSON of <c>zhirong/score-request/v1</c> with the one subject.</summary>
    public required string Request { get; init; }

    public required string InputHash { get; init; }

    public required string ResultZh { get; init; }

    public required string ResultEn { get; init; }

    /// <summary><c>graded</c>, <c>insufficient</c> or <c>vetoed</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>In millionths of a point; null where a side has no score or a veto stops it.</summary>
    public long? Total { get; init; }

    public string? Grade { get; init; }

    /// <summary>Part of the weights that has a score, in millionths.</summary>
    public required long Coverage { get; init; }

    /// <summary>Names of the facts that were typed in and not read from the register, one a line.</summary>
    public required string Typed { get; init; }

    public required string Reason { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }
}

/// <summary>评分表: an organisation's own texts of a rubric.</summary>
internal sealed class OwnRubric : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    /// <summary>Equals the newest text's number.</summary>
    public int Version { get; set; }

    public required string Code { get; init; }

    public required long ChangedAt { get; set; }

    public required string ChangedBy { get; set; }
}

/// <summary>A text of a rubric; never changed.</summary>
internal sealed class RubricText
{
    public required Guid RubricId { get; init; }

    public required int Number { get; init; }

    /// <summary>The version the text itself names.</summary>
    public required string Name { get; init; }

    public required string Text { get; init; }

    public required string Hash { get; init; }

    /// <summary>0 for the one shipped with the product.</summary>
    public required int Parent { get; init; }

    public required string Reason { get; init; }

    public required long SavedAt { get; init; }

    public required string SavedBy { get; init; }

    /// <summary>Its first day; null on texts kept before it was written down: they count from the beginning.</summary>
    public DateOnly? EffectiveFrom { get; init; }

    /// <summary>Names of those who approved it, by 、; null on texts kept before.</summary>
    public string? CheckedBy { get; init; }

    public Guid? ApprovalId { get; init; }
}
