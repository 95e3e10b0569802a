using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Ledger.Storage;

/// <summary>A planned entry read back, its accounts by number.</summary>
internal sealed record PlannedFacts(Guid Id, Guid BookId, string SetId, string Title, DateOnly Due, bool Provisional, long DebitNo, long CreditNo, long Fen, long MatchedFen, bool Cancelled, string Line, string MemoZh, string MemoEn)
{
    /// <summary>What is still expected of it.</summary>
    public long OpenFen => Cancelled ? 0 : Fen - MatchedFen;

    public string State => MatchedFen >= Fen ? "matched" : Cancelled ? "cancelled" : MatchedFen > 0 ? "partly" : "open";
}

/// <summary>What a real entry fulfils of a planned one.</summary>
internal sealed record MatchFacts(Guid PlannedId, Guid EntryId, long Fen, long At, string By);

/// <summary>Planned entries of a book, summed.</summary>
internal readonly record struct PlannedSums(int Count, long Planned, long Matched);

/// <summary>Reads planned entries and their matches.</summary>
internal static class PlannedReading
{
    private const string Columns = "p.id, p.book_id, p.set_id, p.title, p.due, p.provisional, p.debit_no, p.credit_no, p.fen, p.matched_fen, p.cancelled, p.line, p.memo_zh, p.memo_en";

    private static readonly TableShape Matches = new("ldg_match", TableShape.Text("planned_id"), TableShape.Text("entry_id"), TableShape.Long("fen"), TableShape.Long("at"), TableShape.Text("by"));

    public static IReadOnlyList<string> States { get; } = ["open", "matched", "cancelled"];

    public static PlannedFacts? One(Session session, Guid id) => session.First($"SELECT {Columns} FROM ldg_planned p WHERE p.id = @p0", Read, RowValues.Of(id));

    /// <summary>A page in the order of due dates, and the sums of all that fits. What was cancelled counts with what was matched of it.</summary>
    public static (List<PlannedFacts> Rows, PlannedSums Sums) Page(Session session, Guid book, string? state, DateOnly? from, DateOnly? to, int skip, int take)
    {
        var conditions = new Conditions();
        conditions.And($"p.book_id = {conditions.Value(RowValues.Of(book))}");
        if (from is { } first)
        {
            conditions.And($"p.due >= {conditions.Value(RowValues.Of(first))}");
        }

        if (to is { } last)
        {
            conditions.And($"p.due <= {conditions.Value(RowValues.Of(last))}");
        }

        _ = state switch
        {
            "open" => conditions.And("p.cancelled = 0").And("p.matched_fen < p.fen"),
            "matched" => conditions.And("p.matched_fen >= p.fen"),
            "cancelled" => conditions.And("p.cancelled = 1").And("p.matched_fen < p.fen"),
            _ => conditions,
        };
        var sums = session.First(
            $"SELECT count(*), cast(coalesce(sum(CASE WHEN p.cancelled = 1 THEN p.matched_fen ELSE p.fen END), 0) AS bigint), cast(coalesce(sum(p.matched_fen), 0) AS bigint) FROM ldg_planned p{conditions.Where}",
            row => new PlannedSums(row.Int(0), row.Long(1), row.Long(2)),
            conditions.Values);
        var rows = session.List($"SELECT {Columns} FROM ldg_planned p{conditions.Where} ORDER BY p.due, p.id LIMIT {conditions.Value((long)take)} OFFSET {conditions.Value((long)skip)}", Read, conditions.Values);
        return (rows, sums);
    }

    /// <summary>The matches of planned entries, oldest first.</summary>
    public static ILookup<Guid, MatchFacts> MatchesOf(Session session, IEnumerable<Guid> planned) => Find(session, "planned_id", planned).ToLookup(m => m.PlannedId);

    /// <summary>The matches an entry takes part in.</summary>
    public static List<MatchFacts> MatchesWith(Session session, Guid entry) => Find(session, "entry_id", [entry]);

    /// <summary>What of an entry's amounts on two accounts is matched already: on the debit account, on the credit account.</summary>
    public static (long Debit, long Credit) Taken(Session session, Guid entry, long debit, long credit) => session.First(
        "SELECT cast(coalesce(sum(CASE WHEN p.debit_no = @p0 THEN m.fen ELSE 0 END), 0) AS bigint), cast(coalesce(sum(CASE WHEN p.credit_no = @p1 THEN m.fen ELSE 0 END), 0) AS bigint) FROM ldg_match m JOIN ldg_planned p ON p.id = m.planned_id WHERE m.entry_id = @p2",
        row => (row.Long(0), row.Long(1)),
        debit, credit, RowValues.Of(entry));

    private static List<MatchFacts> Find(Session session, string key, IEnumerable<Guid> ids)
    {
        var matches = new List<MatchFacts>();
        session.Find(Matches, key, [.. ids.Distinct().Select(id => (object)RowValues.Of(id))], row => matches.Add(new(row.Id(0), row.Id(1), row.Long(2), row.Long(3), row.Text(4))));
        return [.. matches.OrderBy(m => m.At).ThenBy(m => m.EntryId)];
    }

    private static PlannedFacts Read(IRow row) => new(
        row.Id(0), row.Id(1), row.Text(2), row.Text(3), row.Date(4), row.Long(5) != 0, row.Long(6), row.Long(7), row.Long(8), row.Long(9), row.Long(10) != 0, row.Text(11), row.Text(12), row.Text(13));
}
