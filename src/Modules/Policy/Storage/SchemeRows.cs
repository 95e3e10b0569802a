using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Policy.Storage;

/// <summary>机构自有方案: a scheme under its code; what it says lies in its texts.</summary>
internal sealed class OwnScheme : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    /// <summary>Number of its newest text.</summary>
    public int Version { get; set; }

    /// <summary><c>subsidy</c> or <c>share</c>.</summary>
    public required string Kind { get; init; }

    public required string Code { get; init; }

    public required long ChangedAt { get; set; }

    public required string ChangedBy { get; set; }
}

/// <summary>A saved text of a scheme; never changed.</summary>
internal sealed class SchemeText
{
    public required Guid SchemeId { get; init; }

    public required int Number { get; init; }

    /// <summary>The text's own version.</summary>
    public required string Name { get; init; }

    public required string Text { get; init; }

    /// <summary>SHA-256, hex.</summary>
    public required string Hash { get; init; }

    /// <summary>Number it started from; 0 is the shipped one, or none.</summary>
    public required int Parent { get; init; }

    public required string Reason { get; init; }

    public required long SavedAt { get; init; }

    public required string SavedBy { get; init; }
}
