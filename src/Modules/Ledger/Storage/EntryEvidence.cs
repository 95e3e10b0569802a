using System.Text;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Ledger.Storage;

/// <summary>Every entry says in the books what its evidence says: who alters the books, balances and all, is found by the log.</summary>
internal static class EntryEvidence
{
    private const int Step = 2000;

    public static StoreCheck Verify(Session session)
    {
        var (looked, wrong) = (0L, new List<string>());
        for (var entries = Read(session, 0); entries.Count > 0; entries = Read(session, entries[^1].Sequence))
        {
            var stated = EvidenceLeaves.ContentsOf(session, "entry", [.. entries.Select(e => RowValues.Of(e.Draft.Id))]);
            foreach (var entry in entries)
            {
                looked++;
                if (!Agrees(entry, stated) && wrong.Count < StoreCheck.Named)
                {
                    wrong.Add($"{entry.Draft.Id}");
                }
            }
        }

        wrong.AddRange(Gone(session).Take(StoreCheck.Named - wrong.Count));
        return new("ledger.evidence", looked, wrong, new("分录与其存证一致", "Entries say what their evidence says"));
    }

    /// <summary>Entries whose evidence is there while they are not.</summary>
    private static IEnumerable<string> Gone(Session session)
    {
        for (var stated = EvidenceLeaves.SubjectsOf(session, "EntryPosted", "entry", long.MinValue, Step); stated.Count > 0; stated = EvidenceLeaves.SubjectsOf(session, "EntryPosted", "entry", stated[^1].Arrival, Step))
        {
            var missing = stated.Select(s => s.Subject).ToHashSet(StringComparer.Ordinal);
            session.Find(EntryIds, "id", [.. missing.Select(id => (object)id)], row => missing.Remove(row.Text(0)));
            foreach (var id in missing)
            {
                yield return id;
            }
        }
    }

    private static readonly TableShape EntryIds = new("ldg_entry", TableShape.Text("id"));

    /// <summary>An entry whose evidence was erased cannot be compared, but it must have some.</summary>
    private static bool Agrees(StoredEntry entry, IReadOnlyDictionary<string, string?> stated) =>
        stated.TryGetValue(RowValues.Of(entry.Draft.Id), out var content)
        && (content is null || content == Encoding.UTF8.GetString(EntryStatement.Of(entry.Book, entry.Draft, entry.Hold)));

    private static List<StoredEntry> Read(Session session, long after)
    {
        var entries = session.List(
            $"SELECT seq, id, book_id, effective, event, subject_kind, subject_id, memo, reverses, hold FROM ldg_entry WHERE seq > @p0 ORDER BY seq LIMIT {Step}",
            row => new StoredEntry(
                row.Long(0),
                row.Id(2),
                row.IdOrNull(9),
                new() { Id = row.Id(1), Effective = row.Date(3), Event = row.Text(4), Subject = row.IsNull(6) ? null : new(row.Text(5), row.Text(6)), Memo = row.Text(7), Reverses = row.IdOrNull(8), Lines = [] }),
            after);
        if (entries.Count == 0)
        {
            return entries;
        }

        var lines = session.List(
            "SELECT l.id, a.code, l.fen FROM ldg_line l JOIN ldg_account a ON a.no = l.account_no WHERE l.id >= @p0 AND l.id < @p1 ORDER BY l.id",
            row => (Sequence: Line.SequenceOf(row.Long(0)), Line: new LineDraft(row.Text(1), row.Long(2) > 0 ? Side.Debit : Side.Credit, Money.OfFen(Math.Abs(row.Long(2))))),
            Line.IdOf(entries[0].Sequence, 0),
            Line.IdOf(entries[^1].Sequence + 1, 0)).ToLookup(l => l.Sequence, l => l.Line);
        return [.. entries.Select(e => e with { Draft = e.Draft with { Lines = [.. lines[e.Sequence]] } })];
    }

    private sealed record StoredEntry(long Sequence, Guid Book, Guid? Hold, EntryDraft Draft);
}
