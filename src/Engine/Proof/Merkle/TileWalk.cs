using System.Numerics;
using System.Runtime.InteropServices;

namespace Zhirong.Engine.Proof;

/// <summary>One question to the tiles; each tile is read once.</summary>
internal sealed class TileWalk(TreeHash hash, ITileReader tiles)
{
    private readonly Dictionary<TileId, ReadOnlyMemory<byte>> read = [];

    /// <summary>The hash over the leaves from <paramref name="begin"/> to before <paramref name="end"/>, as RFC 6962 splits them.</summary>
    public Digest Subtree(long begin, long end)
    {
        var count = end - begin;
        if (BitOperations.IsPow2(count))
        {
            return Node(BitOperations.Log2((ulong)count), begin / count);
        }

        var middle = begin + TileTree.Split(count);
        return hash.Node(Subtree(begin, middle), Subtree(middle, end));
    }

    /// <summary>The node above a full subtree.</summary>
    private Digest Node(int level, long index)
    {
        var rows = level % TileId.Height;
        var first = index << rows;
        var id = new TileId(level / TileId.Height, first / TileId.Width);
        var (offset, count) = ((int)(first % TileId.Width), 1 << rows);
        if (!read.TryGetValue(id, out var bytes))
        {
            read.Add(id, bytes = tiles.Read(id));
        }

        return Fold(hash, Hashes(bytes, id, offset + count).Slice(offset, count));
    }

    /// <summary>The hashes of a stored tile, at least as many as are needed.</summary>
    public static ReadOnlySpan<Digest> Hashes(ReadOnlyMemory<byte> bytes, TileId id, int needed) => bytes.Length >= needed * Digest.Size
        ? MemoryMarshal.Cast<byte, Digest>(bytes.Span)
        : throw new InvalidOperationException($"Tile {id.Level}/{id.Number} holds {bytes.Length / Digest.Size} hashes, {needed} are needed.");

    /// <summary>The node above a power of two of hashes, at most 256.</summary>
    public static Digest Fold(TreeHash hash, ReadOnlySpan<Digest> hashes)
    {
        if (hashes.Length == 1)
        {
            return hashes[0];
        }

        Span<Digest> row = stackalloc Digest[TileId.Width / 2];
        var count = hashes.Length / 2;
        for (var i = 0; i < count; i++)
        {
            row[i] = hash.Node(hashes[2 * i], hashes[(2 * i) + 1]);
        }

        while (count > 1)
        {
            count /= 2;
            for (var i = 0; i < count; i++)
            {
                row[i] = hash.Node(row[2 * i], row[(2 * i) + 1]);
            }
        }

        return row[0];
    }
}
