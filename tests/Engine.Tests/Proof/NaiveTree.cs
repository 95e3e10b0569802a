using Zhirong.Engine.Proof;

namespace Zhirong.Engine.Tests.Proof;

/// <summary>The definitions of RFC 6962, 2.1 to 2.1.2, written down as they stand there; slow and sure.</summary>
internal sealed class NaiveTree(TreeHash hash, Digest[] leaves)
{
    public Digest Root(int size) => size == 0 ? hash.Empty() : Mth(0, size);

    public List<Digest> Path(int index, int size) => Path(index, 0, size);

    public List<Digest> Proof(int from, int to) => SubProof(from, 0, to, true);

    private Digest Mth(int begin, int end) => end - begin == 1 ? leaves[begin] : hash.Node(Mth(begin, Split(begin, end)), Mth(Split(begin, end), end));

    private List<Digest> Path(int m, int begin, int end)
    {
        if (end - begin == 1)
        {
            return [];
        }

        var k = Split(begin, end);
        return m < k ? [.. Path(m, begin, k), Mth(k, end)] : [.. Path(m, k, end), Mth(begin, k)];
    }

    private List<Digest> SubProof(int m, int begin, int end, bool whole)
    {
        if (m == end)
        {
            return whole ? [] : [Mth(begin, end)];
        }

        var k = Split(begin, end);
        return m <= k ? [.. SubProof(m, begin, k, whole), Mth(k, end)] : [.. SubProof(m, k, end, false), Mth(begin, k)];
    }

    private static int Split(int begin, int end)
    {
        var k = 1;
        while (k * 2 < end - begin)
        {
            k *= 2;
        }

        return begin + k;
    }
}

/// <summary>Tiles in memory that count how often they are read.</summary>
internal sealed class MemoryTiles : ITileReader
{
    public Dictionary<TileId, Tile> Stored { get; } = [];

    public int Reads { get; set; }

    public ReadOnlyMemory<byte> Read(TileId id)
    {
        Reads++;
        return Stored[id].Hashes;
    }

    public TileGrowth Keep(TileGrowth growth)
    {
        growth.Tiles.ToList().ForEach(tile => Stored[tile.Id] = tile);
        return growth;
    }
}
