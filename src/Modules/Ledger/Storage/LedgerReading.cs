using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.Posting;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;

namespace Zhirong.Modules.Ledger.Storage;

/// <summary>What is read of an account beside its balances.</summary>
internal sealed record AccountFacts(long No, Guid Id, Guid BookId, string Code, string Zh, string En, string Class, string Normal, string Rule, long? LimitFen, bool Closed, int Version, Turnover Posted, Turnover Pending, long Lines)
{
    public Side Side => Normal == "debit" ? Side.Debit : Side.Credit;

    public long OnNormalSide(long net) => Side == Side.Debit ? net : -net;
}

/// <summary>Which state of the books is asked for: null stands for "all".</summary>
/// <param name="Effective">Entries effective up to this day.</param>
/// <param name="Sequence">Entries recorded up to this one.</param>
internal readonly record struct AsOf(DateOnly? Effective, long? Sequence)
{
    public bool Now => Effective is null && Sequence is null;
}

/// <summary>Reads of books and accounts, in the name of a viewer: what he may not see is not there.</summary>
internal static class LedgerReading
{
    private const string Columns = "no, id, book_id, code, zh, en, class, normal, rule, limit_fen, closed, version, debit, credit, pending_debit, pending_credit, lines";

    /// <summary>The kind of root under which a book is shared.</summary>
    public const string Book = "book";

    /// <summary>Whether the viewer may see the book; in a work whether he may write to it.</summary>
    public static bool Sees(ZhirongContext context, Guid book) => context.Sees(Book, book);

    /// <summary>What a work answers about a record it may not write to: shared for reading only, or not there for this viewer.</summary>
    /// <param name="book">The record's book; null when there is no such record.</param>
    public static Refusal Missing(ZhirongContext work, string what, Guid id, Guid? book) =>
        book is { } known && work.Reads(Book, known) ? StorageRefusals.SharedToRead(what, $"{id}") : Platform.Web.WebRefusals.NotFound(what, $"{id}");

    public static List<AccountFacts> Accounts(Session session, Guid book) =>
        session.List($"SELECT {Columns} FROM ldg_account WHERE book_id = @p0 ORDER BY code", Read, RowValues.Of(book));

    public static AccountFacts? Account(ZhirongContext context, Guid id) => AnyAccount(context.Session, id) is { } account && Sees(context, account.BookId) ? account : null;

    /// <summary>An account whoever may see it; not for answers.</summary>
    public static AccountFacts? AnyAccount(Session session, Guid id) => session.First($"SELECT {Columns} FROM ldg_account WHERE id = @p0", Read, RowValues.Of(id));

    public static AccountFacts? Account(ZhirongContext context, Guid book, string code) =>
        context.Session.First($"SELECT {Columns} FROM ldg_account WHERE book_id = @p0 AND code = @p1", Read, RowValues.Of(book), code);

    /// <summary>The book's opening and business date.</summary>
    public static BookDates Dates(Session session, Guid book) =>
        session.First("SELECT opened_on, business_date FROM ldg_book WHERE id = @p0", row => new BookDates(row.Date(0), row.Date(1)), RowValues.Of(book))!;

    /// <summary>The same, unmoved until the transaction ends.</summary>
    public static BookDates StillDates(Session session, Guid book) => session.First(
        $"SELECT opened_on, business_date FROM ldg_book WHERE id = @p0{(session.Kind == DatabaseKind.Postgres ? " FOR SHARE" : "")}", row => new BookDates(row.Date(0), row.Date(1)), RowValues.Of(book))!;

    /// <summary>What a transaction holds while it has numbers of entries that nobody else sees yet.</summary>
    public const string Numbering = "ledger entries";

    /// <summary>
    /// The last sequence recorded up to an instant, 0 before the first; asked again about a time that has passed, the answer is the
    /// same, since what other servers have under way is waited for.
    /// </summary>
    public static long SequenceAt(Session session, long recorded)
    {
        var settled = Settling.Last(session, "ldg_entry", "seq", Numbering);
        return session.First("SELECT seq FROM ldg_entry WHERE recorded_at <= @p0 AND seq <= @p1 ORDER BY recorded_at DESC LIMIT 1", row => row.Long(0), recorded, settled);
    }

    private static AccountFacts Read(IRow row) => new(
        row.Long(0), row.Id(1), row.Id(2), row.Text(3), row.Text(4), row.Text(5), row.Text(6), row.Text(7), row.Text(8), row.LongOrNull(9), row.Long(10) != 0, row.Int(11), new(row.Long(12), row.Long(13)), new(row.Long(14), row.Long(15)), row.Long(16));
}

/// <summary>Query values of ledger endpoints.</summary>
internal static class LedgerQuery
{
    /// <summary>A day as text; null when absent, a refusal when it is none.</summary>
    public static Result<DateOnly?> Day(string name, string? text) =>
        string.IsNullOrEmpty(text) ? Result<DateOnly?>.Of(null)
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? Result<DateOnly?>.Of(day)
        : Platform.Web.WebRefusals.Query(name, text, Words.Same("yyyy-MM-dd"));

    /// <summary>What was recorded up to an instant or a day; null when absent, a refusal when it is none.</summary>
    public static Result<long?> Moment(string name, string? text) => Platform.Web.QueryMoment.UpTo(name, text);
}
