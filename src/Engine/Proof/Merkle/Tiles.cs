namespace Zhirong.Engine.Proof;

/// <summary>Which tile: tree level 8·<paramref name="Level"/>, node hashes from index 256·<paramref name="Number"/> on (c2sp.org/tlog-tiles).</summary>
public readonly record struct TileId(int Level, long Number)
{
    /// <summary>Hashes of a full tile; a tile spans eight levels of the tree.</summary>
    public const int Width = 256;

    /// <summary>Levels of the tree between two levels of tiles.</summary>
    public const int Height = 8;

    /// <summary>How many hashes the tile holds in a tree of that many leaves: 0 to 256. Only full subtrees have one.</summary>
    public int CountAt(long size) => (int)Math.Clamp((size >> (Height * Level)) - (Width * Number), 0, Width);
}

/// <summary>A tile as it is stored: its hashes one after the other, 32 bytes each, at most 256; fewer in a partial tile.</summary>
public sealed record Tile(TileId Id, ReadOnlyMemory<byte> Hashes)
{
    public int Count => Hashes.Length / Digest.Size;

    public bool IsFull => Count == TileId.Width;
}

/// <summary>Where stored tiles come from.</summary>
public interface ITileReader
{
    /// <summary>The tile's hashes as stored last; it may hold more than an older tree had, never fewer than the tree asked about.</summary>
    ReadOnlyMemory<byte> Read(TileId id);
}

/// <summary>What an append changes.</summary>
/// <param name="Size">Leaves after it.</param>
/// <param name="Root">The root after it.</param>
/// <param name="Tiles">Every tile that is new or holds more than before, lowest level first; nothing else is to be stored.</param>
public sealed record TileGrowth(long Size, Digest Root, IReadOnlyList<Tile> Tiles);
