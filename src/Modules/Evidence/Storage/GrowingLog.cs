using Zhirong.Engine.Proof;

namespace Zhirong.Modules.Evidence.Storage;

/// <summary>A tile computed anew.</summary>
internal readonly record struct ComputedTile(TreeHash Hash, TileId Id, ReadOnlyMemory<byte> Bytes);

/// <summary>Both trees grown in memory from the leaves on; only the right edge is kept.</summary>
internal sealed class GrowingLog
{
    private readonly Edge sha256 = new(TreeHash.Sha256), sm3 = new(TreeHash.Sm3);

    public long Size { get; private set; }

    public DualDigest Roots { get; private set; } = new(TreeHash.Sha256.Empty(), TreeHash.Sm3.Empty());

    /// <summary>Appends leaves; gives the tiles this filled.</summary>
    public IEnumerable<ComputedTile> Append(IReadOnlyList<DualDigest> leaves)
    {
        var (left, right) = (sha256.Append(Size, [.. leaves.Select(l => l.Sha256)]), sm3.Append(Size, [.. leaves.Select(l => l.Sm3)]));
        Size += leaves.Count;
        Roots = new(left.Root, right.Root);
        return left.Full.Concat(right.Full);
    }

    /// <summary>The tiles of the right edge that are not full.</summary>
    public IEnumerable<ComputedTile> Finished() => sha256.Partial.Concat(sm3.Partial);

    private sealed class Edge(TreeHash hash) : ITileReader
    {
        /// <summary>The newest tiles of each level: a root looks at no others.</summary>
        private const int Kept = 2;

        private readonly Dictionary<int, List<Tile>> newest = [];

        public IEnumerable<ComputedTile> Partial => newest.Values.Select(level => level[^1]).Where(tile => !tile.IsFull).Select(Computed);

        public (Digest Root, IEnumerable<ComputedTile> Full) Append(long size, Digest[] leaves)
        {
            var growth = new TileTree(hash, this).Append(size, leaves);
            foreach (var tile in growth.Tiles)
            {
                var level = newest.TryGetValue(tile.Id.Level, out var known) ? known : newest[tile.Id.Level] = [];
                level.RemoveAll(t => t.Id == tile.Id);
                level.Add(tile);
                level.RemoveRange(0, Math.Max(0, level.Count - Kept));
            }

            return (growth.Root, growth.Tiles.Where(tile => tile.IsFull).Select(Computed));
        }

        public ReadOnlyMemory<byte> Read(TileId id) => newest[id.Level].First(tile => tile.Id == id).Hashes;

        private ComputedTile Computed(Tile tile) => new(hash, tile.Id, tile.Hashes);
    }
}
