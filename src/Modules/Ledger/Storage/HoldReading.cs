using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Ledger.Storage;

/// <summary>A hold read back, its accounts by number.</summary>
internal sealed record HoldFacts(Guid Id, Guid BookId, long DebitNo, long CreditNo, long Fen, long? PostedFen, string State, DateOnly CreatedOn, DateOnly? Expires, long? ClosedAt, string Event, string Memo, Guid? Entry)
{
    public bool Pending => State == HoldReading.Pending;
}

/// <summary>Reads holds.</summary>
internal static class HoldReading
{
    public const string Pending = "pending";
    public const string Posted = "posted";
    public const string Voided = "voided";
    public const string Expired = "expired";

    private const string Columns = "h.id, h.book_id, h.debit_no, h.credit_no, h.fen, h.posted_fen, h.state, h.created_on, h.expires, h.closed_at, h.event, h.memo, h.entry";

    public static IReadOnlyList<string> States { get; } = [Pending, Posted, Voided, Expired];

    public static HoldFacts? One(Session session, Guid id) => session.First($"SELECT {Columns} FROM ldg_hold h WHERE h.id = @p0", Read, RowValues.Of(id));

    /// <summary>Pending holds whose last day lies before a date.</summary>
    public static List<HoldFacts> Before(Session session, Guid book, DateOnly date) => session.List(
        $"SELECT {Columns} FROM ldg_hold h WHERE h.book_id = @p0 AND h.state = 'pending' AND h.expires < @p1 ORDER BY h.expires, h.id", Read, RowValues.Of(book), RowValues.Of(date));

    /// <summary>A page of a book's holds, newest first, with how many there are.</summary>
    public static (List<HoldFacts> Holds, int Total) Page(Session session, Guid book, string? state, int skip, int take)
    {
        var conditions = new Conditions();
        conditions.And($"h.book_id = {conditions.Value(RowValues.Of(book))}");
        if (state is not null)
        {
            conditions.And($"h.state = {conditions.Value(state)}");
        }

        var total = session.First($"SELECT count(*) FROM ldg_hold h{conditions.Where}", row => row.Int(0), conditions.Values);
        var holds = session.List($"SELECT {Columns} FROM ldg_hold h{conditions.Where} ORDER BY h.created_at DESC, h.id DESC LIMIT {conditions.Value((long)take)} OFFSET {conditions.Value((long)skip)}", Read, conditions.Values);
        return (holds, total);
    }

    private static HoldFacts Read(IRow row) => new(
        row.Id(0), row.Id(1), row.Long(2), row.Long(3), row.Long(4), row.LongOrNull(5), row.Text(6), row.Date(7), row.DateOrNull(8), row.LongOrNull(9), row.Text(10), row.Text(11), row.IdOrNull(12));
}
