using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Storage;

/// <summary>机构自有产品: a loan product under its code; what it says lies in its texts.</summary>
internal sealed class OwnProduct : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    /// <summary>Number of its newest text.</summary>
    public int Version { get; set; }

    public required string Code { get; init; }

    public required long ChangedAt { get; set; }

    public required string ChangedBy { get; set; }
}

/// <summary>A saved text of a product; never changed.</summary>
internal sealed class ProductText
{
    public required Guid ProductId { get; init; }

    public required int Number { get; init; }

    /// <summary>The text's own version.</summary>
    public required string Name { get; init; }

    public required string Text { get; init; }

    /// <summary>SHA-256 of the text, hex.</summary>
    public required string Hash { get; init; }

    /// <summary>Number it started from; 0 is the shipped one, or none.</summary>
    public required int Parent { get; init; }

    public required string Reason { get; init; }

    public required long SavedAt { get; init; }

    public required string SavedBy { get; init; }
}
