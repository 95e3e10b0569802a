using System.Security.Cryptography;

namespace Zhirong.Engine.Proof;

/// <summary>Which hash a Merkle tree is built with; every log keeps one tree of each over the same leaves.</summary>
public enum TreeHash
{
    /// <summary>SHA-256 (FIPS 180-4).</summary>
    Sha256,

    /// <summary>SM3 (GB/T 32905).</summary>
    Sm3,
}

/// <summary>The hashes of RFC 6962, 2.1: a leaf is H(0x00 ‖ data), a node H(0x01 ‖ left ‖ right), the empty tree H("").</summary>
/// <remarks>0x02 separates a third use, the salted commitment to a content, from both.</remarks>
public static class TreeHashes
{
    private const byte LeafPrefix = 0, NodePrefix = 1;

    /// <summary>The root of a tree without leaves.</summary>
    public static Digest Empty(this TreeHash hash) => hash.Of([]);

    public static Digest Leaf(this TreeHash hash, ReadOnlySpan<byte> data) => hash.Of([LeafPrefix], data);

    public static Digest Node(this TreeHash hash, in Digest left, in Digest right)
    {
        if (hash == TreeHash.Sm3)
        {
            return Sm3.Pair(NodePrefix, left, right);
        }

        Span<byte> message = stackalloc byte[1 + (2 * Digest.Size)];
        message[0] = NodePrefix;
        left.CopyTo(message[1..]);
        right.CopyTo(message[(1 + Digest.Size)..]);
        Span<byte> digest = stackalloc byte[Digest.Size];
        SHA256.HashData(message, digest);
        return new(digest);
    }

    /// <summary>The plain hash of up to three pieces, one after the other.</summary>
    internal static Digest Of(this TreeHash hash, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second = default, ReadOnlySpan<byte> third = default)
    {
        if (hash == TreeHash.Sm3)
        {
            var sm3 = new Sm3();
            sm3.Append(first);
            sm3.Append(second);
            sm3.Append(third);
            return sm3.Finish();
        }

        Span<byte> digest = stackalloc byte[Digest.Size];
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha256.AppendData(first);
        sha256.AppendData(second);
        sha256.AppendData(third);
        sha256.GetHashAndReset(digest);
        return new(digest);
    }
}
