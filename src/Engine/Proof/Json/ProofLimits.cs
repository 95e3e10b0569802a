namespace Zhirong.Engine.Proof;

/// <summary>How much a file of evidence may ask for before it is refused.</summary>
public static class ProofLimits
{
    /// <summary>Largest file: 64 MB.</summary>
    public const int Bytes = 64 * 1024 * 1024;

    /// <summary>Deepest nesting of objects and lists.</summary>
    public const int Depth = 64;

    /// <summary>Most items of a bundle.</summary>
    public const int Items = 100_000;

    /// <summary>Most JSON values of a file; a full bundle of 64 MB has less than half as many.</summary>
    public const int Values = 4_000_000;

    /// <summary>Most hashes of one proof: a tree of 2^53 leaves needs no more.</summary>
    public const int Path = 64;

    /// <summary>Most characters of a name in a leaf (who, event, kind, id).</summary>
    public const int Name = 200;
}
