using Zhirong.Modules.Ledger.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Ledger.UseCases;

/// <summary>The planned entries of sets that replace each other, and what was paid of one carried over to the next.</summary>
internal static class PlannedSeries
{
    private static readonly TableShape Locked = new(
        "ldg_planned",
        TableShape.Text("id"), TableShape.Text("set_id"), TableShape.Text("due"), TableShape.Long("debit_no"), TableShape.Long("credit_no"), TableShape.Text("line"), TableShape.Long("fen"), TableShape.Long("matched_fen"), TableShape.Int("cancelled"));

    private static readonly TableShape Matches = new("ldg_match", TableShape.Text("planned_id"), TableShape.Text("entry_id"), TableShape.Long("fen"), TableShape.Long("at"), TableShape.Text("by"))
    {
        Conflict = "ON CONFLICT (planned_id, entry_id) DO UPDATE SET fen = ldg_match.fen + excluded.fen",
    };

    /// <summary>All of a series, locked, so that nobody matches one while it changes.</summary>
    public static List<SeriesRow> Load(Session session, Guid book, string series)
    {
        var ids = session.List("SELECT id FROM ldg_planned WHERE book_id = @p0 AND series = @p1", row => row.Text(0), RowValues.Of(book), series);
        var rows = new List<SeriesRow>(ids.Count);
        session.Find(Locked, "id", [.. ids], row => rows.Add(new(row.Id(0), row.Text(1), new(row.Text(2), row.Long(3), row.Long(4), row.Text(5)), row.Long(6), row.Long(7), row.Int(8) != 0)), locked: true);
        return rows;
    }

    /// <summary>
    /// What real entries have fulfilled of the other sets, they fulfil of this one: the same day, accounts and line, as far as its
    /// amounts reach. What it does not expect stays with the set that did.
    /// </summary>
    public static void Carry(ZhirongContext work, Guid book, string series, string setId, TimeProvider clock)
    {
        var rows = Load(work.Session, book, series);
        var open = rows.Where(r => r.SetId == setId).ToLookup(r => r.Key);
        var left = rows.Where(r => r.SetId == setId).ToDictionary(r => r.Id, r => r.OpenFen);
        List<SeriesRow> paid = [.. rows.Where(r => r.SetId != setId && r.MatchedFen > 0 && open.Contains(r.Key)).OrderBy(r => r.Id)];
        var matches = PlannedReading.MatchesOf(work.Session, paid.Select(r => r.Id));
        foreach (var row in paid)
        {
            foreach (var match in matches[row.Id])
            {
                var rest = match.Fen;
                foreach (var to in open[row.Key].OrderBy(r => r.Id).Where(_ => rest > 0))
                {
                    var fen = Math.Min(rest, left[to.Id]);
                    if (fen > 0)
                    {
                        Move(work, match with { Fen = fen }, to.Id, whole: fen == match.Fen, clock);
                        (rest, left[to.Id]) = (rest - fen, left[to.Id] - fen);
                    }
                }
            }
        }
    }

    private static void Move(ZhirongContext work, MatchFacts match, Guid to, bool whole, TimeProvider clock)
    {
        var (from, entry, target) = (RowValues.Of(match.PlannedId), RowValues.Of(match.EntryId), RowValues.Of(to));
        if (whole)
        {
            work.Session.Execute("DELETE FROM ldg_match WHERE planned_id = @p0 AND entry_id = @p1", from, entry);
        }
        else
        {
            work.Session.Execute("UPDATE ldg_match SET fen = fen - @p0 WHERE planned_id = @p1 AND entry_id = @p2", match.Fen, from, entry);
            work.Session.Execute("DELETE FROM ldg_match WHERE planned_id = @p0 AND entry_id = @p1 AND fen = 0", from, entry);
        }

        work.Session.Insert(new RowSet(Matches).Add(target, entry, match.Fen, match.At, match.By));
        work.Session.Execute("UPDATE ldg_planned SET matched_fen = matched_fen - @p0 WHERE id = @p1", match.Fen, from);
        work.Session.Execute("UPDATE ldg_planned SET matched_fen = matched_fen + @p0 WHERE id = @p1", match.Fen, target);
        Matching.Record(work, "PlannedUnmatched", match.PlannedId, match.EntryId, match.Fen, clock);
        Matching.Record(work, "PlannedMatched", to, match.EntryId, match.Fen, clock);
    }
}

/// <summary>A planned entry of a series.</summary>
internal sealed record SeriesRow(Guid Id, string SetId, SeriesKey Key, long Fen, long MatchedFen, bool Cancelled)
{
    public long OpenFen => Cancelled ? 0 : Fen - MatchedFen;
}

/// <summary>What makes planned entries of two sets the same expectation.</summary>
internal readonly record struct SeriesKey(string Due, long Debit, long Credit, string Line);
