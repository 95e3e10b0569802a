using Zhirong.Modules.Ledger.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Ledger.Posting;

/// <summary>A book's dates as a transaction sees them.</summary>
internal sealed record BookDates(DateOnly OpenedOn, DateOnly BusinessDate);

/// <summary>Where a line stands on its account.</summary>
/// <param name="N">1 for the account's first line.</param>
/// <param name="After">Debits less credits after it.</param>
/// <param name="Debits">Debits alone after it.</param>
internal readonly record struct LinePlace(long N, long After, long Debits);

/// <summary>What the ledger holds of the entries a transaction speaks of: those with its ids, those it reverses, their books.</summary>
internal sealed class Standing
{
    private static readonly TableShape Books = new("ldg_book", TableShape.Text("id"), TableShape.Text("opened_on"), TableShape.Text("business_date"));

    private static readonly TableShape Entries = new(
        "ldg_entry",
        TableShape.Long("seq"), TableShape.Text("id"), TableShape.Long("recorded_at"), TableShape.Text("book_id"), TableShape.Text("effective"), TableShape.Text("event"), TableShape.Text("subject_kind"), TableShape.Text("subject_id"), TableShape.Text("memo"), TableShape.Text("reverses"));

    private readonly Dictionary<Guid, BookDates> books = [];
    private readonly Dictionary<Guid, StandingEntry> entries = [];
    private readonly Dictionary<Guid, LinePlace[]> places = [];
    private readonly HashSet<Guid> reversed = [];

    public static Standing Load(Session session, IReadOnlyList<PreparedEntry> requests)
    {
        var standing = new Standing();
        session.Find(Books, "id", [.. requests.Select(r => r.BookId).Distinct().Select(RowValues.Of)], row => standing.books[row.Id(0)] = new(row.Date(1), row.Date(2)));
        session.Find(Entries, "id", [.. requests.Select(r => RowValues.Of(r.Draft.Id))], row => standing.Take(row));
        object[] targets = [.. requests.Where(r => r.Draft.Reverses is not null).Select(r => RowValues.Of(r.Draft.Reverses!.Value)).Distinct()];
        if (targets.Length > 0)
        {
            session.Find(Entries, "id", targets, row => standing.Take(row));
            session.Find(Entries, "reverses", targets, row => standing.reversed.Add(row.Id(9)));
        }

        foreach (var (id, entry) in standing.entries.ToList())
        {
            standing.entries[id] = entry with { Lines = LinesOf(session, entry.Sequence) };
        }

        return standing;
    }

    public BookDates? Book(Guid id) => books.GetValueOrDefault(id);

    public StandingEntry? Find(Guid id) => entries.GetValueOrDefault(id);

    public bool IsReversed(Guid id) => reversed.Contains(id);

    /// <summary>Takes in an entry of this transaction; its number follows.</summary>
    public void Add(PreparedEntry entry, LinePlace[] linePlaces)
    {
        var draft = entry.Draft;
        entries[draft.Id] = new(0, 0, entry.BookId, draft.Effective, draft.Event, draft.Subject?.Kind, draft.Subject?.Id, draft.Memo, draft.Reverses) { Lines = entry.Lines };
        places[draft.Id] = linePlaces;
        if (draft.Reverses is { } target)
        {
            reversed.Add(target);
        }
    }

    /// <summary>Gives an entry of this transaction its number; returns its lines' places on their accounts.</summary>
    public LinePlace[] Number(Guid id, long sequence, long recordedAt)
    {
        entries[id] = entries[id] with { Sequence = sequence, RecordedAt = recordedAt };
        return places[id];
    }

    private static List<SignedLine> LinesOf(Session session, long sequence) => session.List(
        "SELECT account_no, fen FROM ldg_line WHERE id >= @p0 AND id < @p1 ORDER BY id",
        row => new SignedLine(row.Long(0), row.Long(1)),
        Line.IdOf(sequence, 0),
        Line.IdOf(sequence + 1, 0));

    private void Take(IRow row)
    {
        var id = row.Id(1);
        if (!entries.ContainsKey(id))
        {
            entries[id] = new(row.Long(0), row.Long(2), row.Id(3), row.Date(4), row.Text(5), row.TextOrNull(6), row.TextOrNull(7), row.Text(8), row.IdOrNull(9)) { Lines = [] };
        }
    }
}
