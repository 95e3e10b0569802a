using System.Text;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Evidence.Model;
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
        var findings = new EvidenceFindings();
        for (var entries = Read(session, 0); entries.Count > 0; entries = Read(session, entries[^1].Sequence))
        {
            var stated = EvidenceLeaves.Stated(session, "entry", [.. entries.Select(e => RowValues.Of(e.Draft.Id))]);
            foreach (var entry in entries)
            {
                findings.Take($"{entry.Draft.Id}", Agrees(entry, stated));
            }
        }

        return findings.Check(session, "ledger.evidence", new("分录与其存证一致", "Entries say what their evidence says"), "EntryPosted", "entry", "ldg_entry");
    }

    /// <summary>
    /// An entry is stated once, and the first word counts: a second statement, or one whose content is gone without a record of its
    /// erasure, is as wrong as another content.
    /// </summary>
    private static Agreement Agrees(StoredEntry entry, IReadOnlyDictionary<string, IReadOnlyList<Stated>> stated)
    {
        List<Stated> posted = [.. stated.GetValueOrDefault(RowValues.Of(entry.Draft.Id), []).Where(s => s.Event == "EntryPosted")];
        return posted is not [var only] || !Signer.Names(only.By, entry.By) || entry.RecordedAt < only.At ? Agreement.No
            : only.Content is not null ? only.Content == Encoding.UTF8.GetString(EntryStatement.Of(entry.Book, entry.Draft, entry.Hold)) ? Agreement.Yes : Agreement.No
            : only.Erased ? Agreement.Unknown : Agreement.No;
    }

    private static List<StoredEntry> Read(Session session, long after)
    {
        var entries = session.List(
            $"SELECT seq, id, book_id, effective, event, subject_kind, subject_id, memo, reverses, hold, recorded_at, recorded_by FROM ldg_entry WHERE seq > @p0 ORDER BY seq LIMIT {Step}",
            row => new StoredEntry(
                row.Long(0),
                row.Id(2),
                row.IdOrNull(9),
                row.Long(10),
                row.Text(11),
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

    private sealed record StoredEntry(long Sequence, Guid Book, Guid? Hold, long RecordedAt, string By, EntryDraft Draft);
}
