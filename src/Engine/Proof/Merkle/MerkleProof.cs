using System.Numerics;

namespace Zhirong.Engine.Proof;

/// <summary>Checks the proofs of RFC 6962, 2.1 (RFC 9162, 2.1.3 and 2.1.4) from the proof alone.</summary>
/// <remarks>Nothing throws: a proof that is too short, too long or for an impossible index is no proof.</remarks>
public static class MerkleProof
{
    /// <summary>Whether the leaf stands at that index of the tree with that size and root.</summary>
    public static bool VerifyInclusion(TreeHash hash, long index, long size, in Digest leaf, IReadOnlyList<Digest> proof, in Digest root) =>
        InclusionRoot(hash, index, size, leaf, proof) == root;

    /// <summary>The root the audit path leads to; null when the path does not fit index and size.</summary>
    public static Digest? InclusionRoot(TreeHash hash, long index, long size, in Digest leaf, IReadOnlyList<Digest> proof)
    {
        if (index < 0 || index >= size)
        {
            return null;
        }

        var inner = Inner(index, size);
        if (proof.Count != inner + Border(index, inner))
        {
            return null;
        }

        return Right(hash, Inside(hash, leaf, proof, 0, inner, index, bothSides: true), proof, inner);
    }

    /// <summary>Whether the tree of the first root is the beginning of the tree of the second.</summary>
    /// <remarks>A proof from the empty tree proves nothing and is refused; equal sizes take an empty proof and equal roots.</remarks>
    public static bool VerifyConsistency(TreeHash hash, long from, long to, IReadOnlyList<Digest> proof, in Digest fromRoot, in Digest toRoot) =>
        ConsistencyRoots(hash, from, to, proof, fromRoot, toRoot) is { } roots && roots.From == fromRoot && roots.To == toRoot;

    /// <summary>The two roots the proof leads to; null when it does not fit the sizes.</summary>
    public static (Digest From, Digest To)? ConsistencyRoots(TreeHash hash, long from, long to, IReadOnlyList<Digest> proof, in Digest fromRoot, in Digest toRoot)
    {
        if (from == to && from >= 0)
        {
            return proof.Count == 0 ? (toRoot, fromRoot) : null;
        }

        if (from <= 0 || from > to || proof.Count == 0)
        {
            return null;
        }

        // The proof begins with the largest full subtree at the end of the older tree, unless that is the older tree itself.
        var shift = BitOperations.TrailingZeroCount(from);
        var inner = Inner(from - 1, to) - shift;
        var start = from == 1L << shift ? 0 : 1;
        var seed = start == 0 ? fromRoot : proof[0];
        if (proof.Count != start + inner + Border(from - 1, inner + shift))
        {
            return null;
        }

        var path = (from - 1) >> shift;
        var older = Inside(hash, seed, proof, start, inner, path, bothSides: false);
        var newer = Inside(hash, seed, proof, start, inner, path, bothSides: true);
        return (Right(hash, older, proof, start + inner), Right(hash, newer, proof, start + inner));
    }

    /// <summary>Levels below the node where the path leaves the right edge of the tree.</summary>
    private static int Inner(long index, long size) => 64 - BitOperations.LeadingZeroCount((ulong)(index ^ (size - 1)));

    /// <summary>Left siblings along the right edge above it.</summary>
    private static int Border(long index, int inner) => inner > 62 ? 0 : BitOperations.PopCount((ulong)(index >> inner));

    private static Digest Inside(TreeHash hash, Digest seed, IReadOnlyList<Digest> proof, int start, int count, long index, bool bothSides)
    {
        for (var i = 0; i < count; i++)
        {
            var sibling = proof[start + i];
            var isRight = ((index >> i) & 1) != 0;
            seed = isRight ? hash.Node(sibling, seed) : bothSides ? hash.Node(seed, sibling) : seed;
        }

        return seed;
    }

    private static Digest Right(TreeHash hash, Digest seed, IReadOnlyList<Digest> proof, int start)
    {
        for (var i = start; i < proof.Count; i++)
        {
            seed = hash.Node(proof[i], seed);
        }

        return seed;
    }
}
