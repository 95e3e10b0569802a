using Zhirong.Modules.Ledger.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Ledger.Posting;

/// <summary>The day sums a transaction changes; a day new to its account is linked in where it belongs, however late it comes.</summary>
internal sealed class DaySums
{
    private static readonly TableShape Shape = new("ldg_day", TableShape.Long("id"), TableShape.Long("debit"), TableShape.Long("credit"), TableShape.Int("prev"))
    {
        Conflict = "ON CONFLICT (id) DO UPDATE SET debit = excluded.debit, credit = excluded.credit, prev = excluded.prev",
    };

    private readonly Dictionary<long, Sum> known = [];

    private sealed class Sum
    {
        public long Debit { get; set; }

        public long Credit { get; set; }

        public int Prev { get; set; }

        public bool Changed { get; set; }
    }

    public void Add(Session session, IReadOnlyDictionary<long, AccountState> accounts, IEnumerable<(SignedLine Line, DateOnly Effective)> lines)
    {
        var all = lines.Select(l => (l.Line, Day: l.Effective.DayNumber)).ToList();
        Load(session, all.Where(l => l.Day <= accounts[l.Line.AccountNo].LastDay).Select(l => Day.IdOf(l.Line.AccountNo, l.Day)));
        foreach (var (line, day) in all)
        {
            var sum = Of(session, accounts[line.AccountNo], day);
            sum.Debit = checked(sum.Debit + Math.Max(line.Fen, 0));
            sum.Credit = checked(sum.Credit + Math.Max(-line.Fen, 0));
            sum.Changed = true;
        }
    }

    public void Save(Session session)
    {
        var rows = new RowSet(Shape);
        foreach (var (id, sum) in known.Where(k => k.Value.Changed))
        {
            rows.Add(id, sum.Debit, sum.Credit, sum.Prev);
        }

        session.Insert(rows);
    }

    private Sum Of(Session session, AccountState account, int day)
    {
        var id = Day.IdOf(account.No, day);
        if (known.TryGetValue(id, out var sum))
        {
            return sum;
        }

        known[id] = sum = new();
        if (day > account.LastDay)
        {
            (sum.Prev, account.LastDay) = (account.LastDay, day);
            return sum;
        }

        // A day between two others: its successor now points to it.
        var later = account.LastDay;
        while (At(session, account.No, later, day).Prev > day)
        {
            later = At(session, account.No, later, day).Prev;
        }

        var successor = At(session, account.No, later, day);
        (sum.Prev, successor.Prev, successor.Changed) = (successor.Prev, day, true);
        return sum;
    }

    /// <summary>A day of the account; where it is not known, it comes with all before it down to the one that follows a day.</summary>
    private Sum At(Session session, long account, int day, int downTo)
    {
        var id = Day.IdOf(account, day);
        if (!known.TryGetValue(id, out var sum))
        {
            session.Query(
                """
                WITH RECURSIVE chain (id, debit, credit, prev) AS (
                  SELECT id, debit, credit, prev FROM ldg_day WHERE id = @p0
                  UNION ALL SELECT d.id, d.debit, d.credit, d.prev FROM chain c JOIN ldg_day d ON d.id = (cast(c.prev AS bigint) << 40) + @p1 WHERE c.prev > @p2)
                SELECT id, debit, credit, prev FROM chain
                """,
                row => known.TryAdd(row.Long(0), Read(row)),
                id, account, (long)downTo);
            sum = known[id];
        }

        return sum;
    }

    private static Sum Read(IRow row) => new() { Debit = row.Long(1), Credit = row.Long(2), Prev = row.Int(3) };

    private void Load(Session session, IEnumerable<long> ids) => session.Find(
        Shape, "id", [.. ids.Where(id => !known.ContainsKey(id)).Distinct().Select(id => (object)id)], row => known[row.Long(0)] = Read(row));
}
