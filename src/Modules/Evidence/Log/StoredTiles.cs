using Zhirong.Engine.Proof;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Evidence.Log;

/// <summary>The tiles of one tree as the database holds them.</summary>
internal sealed class StoredTiles(Session session, TreeHash hash) : ITileReader
{
    private static readonly TableShape Shape = new("evd_tile", TableShape.Long("id"), TableShape.Blob("hashes"))
    {
        Conflict = "ON CONFLICT (id) DO UPDATE SET hashes = excluded.hashes",
    };

    public ReadOnlyMemory<byte> Read(TileId id) =>
        session.First("SELECT hashes FROM evd_tile WHERE id = @p0", row => row.Blob(0), IdOf(hash, id)) ?? [];

    public static void Write(Session session, TreeHash hash, IEnumerable<Tile> tiles)
    {
        var rows = new RowSet(Shape);
        foreach (var tile in tiles)
        {
            rows.Add(IdOf(hash, tile.Id), tile.Hashes.ToArray());
        }

        session.Insert(rows);
    }

    private static long IdOf(TreeHash hash, TileId id) => ((long)hash << 56) + ((long)id.Level << 48) + id.Number;
}
