using Zhirong.Modules.Ledger.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Ledger.Storage;

/// <summary>An account as lines name it.</summary>
internal sealed record AccountName(long No, Guid Id, string Code, string Zh, string En);

/// <param name="N">Place in the entry, from 1.</param>
/// <param name="Fen">Debit above zero, credit below.</param>
internal sealed record EntryLineFacts(int N, AccountName Account, long Fen);

/// <summary>An entry read back with its lines and what corrects it.</summary>
internal sealed record EntryFacts(long Seq, Guid Id, Guid BookId, DateOnly Effective, DateOnly BusinessDate, long RecordedAt, string By, string Event, SubjectRef? Subject, string Memo, long AmountFen, Guid? Reverses, Guid? Hold)
{
    public IReadOnlyList<EntryLineFacts> Lines { get; init; } = [];

    /// <summary>The entry that takes this one back.</summary>
    public (Guid Id, long Seq)? ReversedBy { get; init; }

    /// <summary>Sequence of the entry this one takes back.</summary>
    public long? ReversesSeq { get; init; }

    /// <summary>Sum of the lines of an account on one side.</summary>
    public long On(long account, Side side) => Lines.Where(l => l.Account.No == account && (l.Fen > 0) == (side == Side.Debit)).Sum(l => Math.Abs(l.Fen));
}

/// <summary>Reads entries, many at a time, each with a few look-ups by key.</summary>
internal static class EntryReading
{
    /// <summary>Entries whose lines one query fetches.</summary>
    private const int Chunk = 64;

    private static readonly TableShape Entries = new(
        "ldg_entry",
        TableShape.Long("seq"), TableShape.Text("id"), TableShape.Text("book_id"), TableShape.Text("effective"), TableShape.Text("business_date"), TableShape.Long("recorded_at"), TableShape.Text("recorded_by"), TableShape.Text("event"), TableShape.Text("subject_kind"), TableShape.Text("subject_id"), TableShape.Text("memo"), TableShape.Long("amount_fen"), TableShape.Text("reverses"), TableShape.Text("hold"));

    private static readonly TableShape Links = new("ldg_entry", TableShape.Long("seq"), TableShape.Text("id"), TableShape.Text("reverses"));

    private static readonly TableShape Accounts = new("ldg_account", TableShape.Long("no"), TableShape.Text("id"), TableShape.Text("code"), TableShape.Text("zh"), TableShape.Text("en"));

    /// <summary>The lines of as many entries as there are place holders; the small list drives, so that each is one seek.</summary>
    private static readonly string LinesOf =
        $"WITH wanted (seq) AS (VALUES {string.Join(", ", Enumerable.Range(0, Chunk).Select(i => $"(@p{i})"))}) SELECT l.id, l.account_no, l.fen FROM wanted w CROSS JOIN ldg_line l WHERE l.id >= w.seq * 1024 AND l.id < (w.seq + 1) * 1024 ORDER BY l.id";

    /// <summary>An entry of a book the viewer may see; in a work of one he may write to.</summary>
    public static EntryFacts? Seen(ZhirongContext context, Guid id) =>
        BookOf(context.Session, id) is { } book && LedgerReading.Sees(context, book) ? One(context.Session, id) : null;

    /// <summary>The book an entry stands in, whoever may see it; null when there is no such entry.</summary>
    public static Guid? BookOf(Session session, Guid id) =>
        session.First("SELECT book_id FROM ldg_entry WHERE id = @p0", row => row.Id(0), RowValues.Of(id)) is var book && book != Guid.Empty ? book : null;

    /// <summary>An entry of a book the viewer is known to see.</summary>
    public static EntryFacts? One(Session session, Guid id) =>
        session.First("SELECT seq FROM ldg_entry WHERE id = @p0", row => row.Long(0), RowValues.Of(id)) is var seq and not 0 ? Of(session, [seq])[0] : null;

    /// <summary>Entries by their sequences, in the order given.</summary>
    public static List<EntryFacts> Of(Session session, IReadOnlyList<long> sequences)
    {
        var found = new Dictionary<long, EntryFacts>();
        session.Find(Entries, "seq", [.. sequences.Distinct().Select(s => (object)s)], row => found[row.Long(0)] = Read(row));
        var lines = Lines(session, [.. found.Keys]);
        var names = Names(session, lines.Select(l => l.Account));
        var reversals = new Dictionary<Guid, (Guid, long)>();
        session.Find(Links, "reverses", [.. found.Values.Select(e => (object)RowValues.Of(e.Id))], row => reversals[row.Id(2)] = (row.Id(1), row.Long(0)));
        var originals = new Dictionary<Guid, long>();
        session.Find(Links, "id", [.. found.Values.Where(e => e.Reverses is not null).Select(e => (object)RowValues.Of(e.Reverses!.Value))], row => originals[row.Id(1)] = row.Long(0));
        var of = lines.ToLookup(l => Line.SequenceOf(l.Id), l => new EntryLineFacts((int)(l.Id & 1023) + 1, names[l.Account], l.Fen));
        return
        [
            .. sequences.Where(found.ContainsKey).Select(s => found[s] with
            {
                Lines = [.. of[s]],
                ReversedBy = reversals.TryGetValue(found[s].Id, out var by) ? by : null,
                ReversesSeq = found[s].Reverses is { } reverses ? originals[reverses] : null,
            }),
        ];
    }

    /// <summary>Names of accounts by their numbers.</summary>
    public static Dictionary<long, AccountName> Names(Session session, IEnumerable<long> numbers)
    {
        var names = new Dictionary<long, AccountName>();
        session.Find(Accounts, "no", [.. numbers.Distinct().Select(no => (object)no)], row => names[row.Long(0)] = new(row.Long(0), row.Id(1), row.Text(2), row.Text(3), row.Text(4)));
        return names;
    }

    private static List<(long Id, long Account, long Fen)> Lines(Session session, long[] sequences)
    {
        var lines = new List<(long, long, long)>();
        foreach (var chunk in sequences.Order().Chunk(Chunk))
        {
            var values = new object?[Chunk];
            for (var i = 0; i < Chunk; i++)
            {
                // No entry has the sequence 0.
                values[i] = i < chunk.Length ? chunk[i] : 0L;
            }

            session.Query(LinesOf, row => lines.Add((row.Long(0), row.Long(1), row.Long(2))), values);
        }

        return lines;
    }

    private static EntryFacts Read(IRow row) => new(
        row.Long(0), row.Id(1), row.Id(2), row.Date(3), row.Date(4), row.Long(5), row.Text(6), row.Text(7), row.IsNull(8) ? null : new(row.Text(8), row.Text(9)), row.Text(10), row.Long(11), row.IdOrNull(12), row.IdOrNull(13));
}
