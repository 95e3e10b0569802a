using System.Numerics;
using System.Runtime.InteropServices;

namespace Zhirong.Engine.Proof;

/// <summary>A Merkle tree of RFC 6962 kept as tiles (c2sp.org/tlog-tiles): appends, roots and proofs of any size it has had.</summary>
/// <remarks>
/// Nothing is kept between calls. A proof or root reads at most two tiles for each eight levels, each once. A size or an
/// index outside the tree is a caller's bug and throws; so does a stored tile that holds less than the tree needs.
/// </remarks>
public sealed class TileTree(TreeHash hash, ITileReader tiles)
{
    /// <summary>The root of the first <paramref name="size"/> leaves (RFC 6962, 2.1).</summary>
    public Digest Root(long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return size == 0 ? hash.Empty() : new TileWalk(hash, tiles).Subtree(0, size);
    }

    /// <summary>The audit path of a leaf among the first <paramref name="size"/> (RFC 6962, 2.1.1), the leaf's sibling first.</summary>
    public IReadOnlyList<Digest> Inclusion(long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var (walk, path) = (new TileWalk(hash, tiles), new List<Digest>());
        for (long begin = 0, end = size; end - begin > 1;)
        {
            var middle = begin + Split(end - begin);
            if (index < middle)
            {
                path.Add(walk.Subtree(middle, end));
                end = middle;
            }
            else
            {
                path.Add(walk.Subtree(begin, middle));
                begin = middle;
            }
        }

        path.Reverse();
        return path;
    }

    /// <summary>That the first <paramref name="from"/> leaves are the beginning of the first <paramref name="to"/> (RFC 6962, 2.1.2); from 1 on.</summary>
    public IReadOnlyList<Digest> Consistency(long from, long to)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, to);
        var (walk, proof) = (new TileWalk(hash, tiles), new List<Digest>());
        var (begin, end) = (0L, to);
        while (end != from)
        {
            var middle = begin + Split(end - begin);
            if (from <= middle)
            {
                proof.Add(walk.Subtree(middle, end));
                end = middle;
            }
            else
            {
                proof.Add(walk.Subtree(begin, middle));
                begin = middle;
            }
        }

        if (begin > 0)
        {
            proof.Add(walk.Subtree(begin, end));
        }

        proof.Reverse();
        return proof;
    }

    /// <summary>Puts leaf hashes after the first <paramref name="size"/>; reads only the partial tiles at the right edge.</summary>
    /// <param name="leaves">Leaf hashes in order, see <see cref="TreeHashes.Leaf"/>.</param>
    public TileGrowth Append(long size, ReadOnlySpan<Digest> leaves)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        var changed = new Dictionary<TileId, Tile>();
        var (held, after) = (size, size + leaves.Length);
        for (var level = 0; leaves.Length > 0; level++, held >>= TileId.Height)
        {
            leaves = AppendLevel(level, held, leaves, changed);
        }

        var root = after == 0 ? hash.Empty() : new TileWalk(hash, new Overlay(changed, tiles)).Subtree(0, after);
        return new(after, root, [.. changed.Values]);
    }

    /// <summary>Appends hashes to one level of tiles; gives the roots of the tiles this fills, which go to the next level.</summary>
    private Digest[] AppendLevel(int level, long held, ReadOnlySpan<Digest> hashes, Dictionary<TileId, Tile> changed)
    {
        var full = new List<Digest>((hashes.Length / TileId.Width) + 1);
        while (hashes.Length > 0)
        {
            var id = new TileId(level, held / TileId.Width);
            var before = (int)(held % TileId.Width);
            var added = Math.Min(TileId.Width - before, hashes.Length);
            var bytes = new byte[(before + added) * Digest.Size];
            var tile = MemoryMarshal.Cast<byte, Digest>(bytes.AsSpan());
            if (before > 0)
            {
                TileWalk.Hashes(tiles.Read(id), id, before)[..before].CopyTo(tile);
            }

            hashes[..added].CopyTo(tile[before..]);
            changed.Add(id, new(id, bytes));
            if (tile.Length == TileId.Width)
            {
                full.Add(TileWalk.Fold(hash, tile));
            }

            hashes = hashes[added..];
            held += added;
        }

        return [.. full];
    }

    /// <summary>The largest power of two below n, for n of at least 2.</summary>
    internal static long Split(long n) => 1L << BitOperations.Log2((ulong)(n - 1));

    /// <summary>Changed tiles in front of the stored ones.</summary>
    private sealed class Overlay(Dictionary<TileId, Tile> changed, ITileReader stored) : ITileReader
    {
        public ReadOnlyMemory<byte> Read(TileId id) => changed.TryGetValue(id, out var tile) ? tile.Hashes : stored.Read(id);
    }
}
