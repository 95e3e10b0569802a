namespace Zhirong.Engine.Proof;

/// <summary>The same thing hashed twice: what one hash says, the other must say too.</summary>
/// <param name="Sha256">SHA-256 (FIPS 180-4).</param>
/// <param name="Sm3">SM3 (GB/T 32905).</param>
public readonly record struct DualDigest(Digest Sha256, Digest Sm3)
{
    public Digest Of(TreeHash hash) => hash == TreeHash.Sm3 ? Sm3 : Sha256;

    /// <summary>The leaf hash of RFC 6962 with both hashes.</summary>
    public static DualDigest Leaf(ReadOnlySpan<byte> data) => new(TreeHash.Sha256.Leaf(data), TreeHash.Sm3.Leaf(data));

    /// <summary>The node above two subtrees, with both hashes.</summary>
    public static DualDigest Node(in DualDigest left, in DualDigest right) =>
        new(TreeHash.Sha256.Node(left.Sha256, right.Sha256), TreeHash.Sm3.Node(left.Sm3, right.Sm3));
}
