using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Ledger.UseCases;

/// <summary>A book in a list.</summary>
/// <param name="BusinessDate">The day the book is at.</param>
/// <param name="Accounts">Accounts opened.</param>
/// <param name="Entries">Entries recorded.</param>
/// <param name="Debits">Sum of all debits, which is that of all credits.</param>
/// <param name="PendingHolds">Holds not yet posted, voided or expired.</param>
/// <param name="OpenPlanned">Planned entries not wholly matched.</param>
public sealed record BookRow(Guid Id, string Code, string Name, string Kind, string BusinessDate, string OpenedOn, int Accounts, int Entries, string Debits, string Credits, int PendingHolds, int OpenPlanned);

/// <summary>Reads books with what stands in them.</summary>
internal static class BookRows
{
    private const string Stands = """
        SELECT b.id, b.code, b.name, b.kind, b.business_date, b.opened_on,
          (SELECT count(*) FROM ldg_account a WHERE a.book_id = b.id),
          ENTRIES,
          (SELECT cast(coalesce(sum(a.debit), 0) AS bigint) FROM ldg_account a WHERE a.book_id = b.id),
          (SELECT cast(coalesce(sum(a.credit), 0) AS bigint) FROM ldg_account a WHERE a.book_id = b.id),
          (SELECT count(*) FROM ldg_hold h WHERE h.book_id = b.id AND h.state = 'pending'),
          (SELECT count(*) FROM ldg_planned p WHERE p.book_id = b.id AND p.cancelled = 0 AND p.matched_fen < p.fen)
        FROM ldg_book b
        """;

    private static readonly string Columns = Stands.Replace("ENTRIES", "(SELECT count(*) FROM ldg_entry e WHERE e.book_id = b.id)", StringComparison.Ordinal);

    public static BookRow? One(Session session, Guid id) => session.First($"{Columns} WHERE b.id = @p0", Read, RowValues.Of(id));

    /// <summary>Entries of a book; takes as long as there are many, so that no work on the commit queue asks it.</summary>
    public static long Entries(Session session, Guid id) => session.First("SELECT count(*) FROM ldg_entry WHERE book_id = @p0", row => row.Long(0), RowValues.Of(id));

    /// <summary>The row inside a work, with the entries counted before it.</summary>
    public static BookRow? Within(Session session, Guid id, long entries) =>
        session.First(Stands.Replace("ENTRIES", "cast(@p0 AS bigint)", StringComparison.Ordinal) + " WHERE b.id = @p1", Read, entries, RowValues.Of(id));

    public static List<BookRow> Some(Session session, IReadOnlyList<Guid> ids)
    {
        var rows = ids.Select(id => One(session, id)!).ToList();
        return rows;
    }

    private static BookRow Read(IRow row) => new(
        row.Id(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.Int(6), row.Int(7), Money.FenText(row.Long(8)), Money.FenText(row.Long(9)), row.Int(10), row.Int(11));
}
