namespace Zhirong.Engine.Basics.Documents;

/// <summary>How much a document may ask for before it is refused; reading never uses more than a small multiple of the file.</summary>
public sealed record DocLimits
{
    /// <summary>Largest file in bytes.</summary>
    public int MaxBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Deepest nesting of lists and maps.</summary>
    public int MaxDepth { get; init; } = 32;

    /// <summary>Most nodes, every use of an alias counted as if written out.</summary>
    public int MaxNodes { get; init; } = 400_000;

    public static DocLimits Default { get; } = new();
}
