using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;

namespace Zhirong.Modules.Assets.Storage;

/// <summary>Recorded trades of the rights a viewer may see.</summary>
internal static class TradeSearch
{
    public static IReadOnlyList<RecordedTrade> Of(ZhirongContext read, TradeQuery query)
    {
        var conditions = new Conditions();
        conditions.Given("r.kind", "=", query.Kind).Given("t.signed", "<=", RowValues.Of(query.SignedUntil));
        if (query.IpcPrefix is { Length: > 0 } ipc)
        {
            conditions.And($"substr(r.ipc, 1, {ipc.Length}) = {conditions.Value(ipc)}");
        }

        conditions.Visible(read, "right", "r");
        return read.Session.List(
            $"SELECT t.id, t.kind, r.id, r.number, r.kind, r.title, r.ipc, r.filed, t.signed, t.fen, t.royalty, t.related, t.registration_no, t.note FROM ast_trade t JOIN ast_right r ON r.no = t.right_no{conditions.Where} ORDER BY t.signed DESC, t.id LIMIT {Math.Clamp(query.Take, 1, 100_000)}",
            row => new RecordedTrade(
                row.Id(0), row.Text(1), row.Id(2), row.Text(3), row.Text(4), row.Text(5), row.TextOrNull(6), row.DateOrNull(7), row.Date(8), row.IsNull(9) ? null : row.Long(9), row.IsNull(10) ? null : row.Long(10) / 1_000_000m, row.Int(11) == 1, row.Text(12), row.Text(13)),
            conditions.Values);
    }
}
