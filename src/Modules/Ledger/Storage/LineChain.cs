using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Ledger.Storage;

/// <summary>A line as it is read back.</summary>
internal sealed record LineRow(long Id, long N, long Prev, DateOnly Effective, DateOnly BusinessDate, long Fen, long After, long Debits)
{
    public long Credits => Debits - After;
}

/// <summary>An account's debits and credits at some point.</summary>
internal readonly record struct Turnover(long Debit, long Credit)
{
    public long Net => Debit - Credit;
}

/// <summary>Reads the lines of one account along their chain, and its balance at any effective and any recorded time.</summary>
internal sealed class LineChain(Session session, long account)
{
    private const string Columns = "id, n, prev, effective, business_date, fen, after, debits";

    private (long Lines, long Last, int LastDay, Turnover Turnover)? head;

    private (long Lines, long Last, int LastDay, Turnover Turnover) Head => head ??= session.First(
        "SELECT lines, last_line, last_day, debit, credit FROM ldg_account WHERE no = @p0", row => (row.Long(0), row.Long(1), row.Int(2), new Turnover(row.Long(3), row.Long(4))), account);

    /// <summary>The account's newest line; null before the first.</summary>
    public LineRow? Last => Head.Last == 0 ? null : LineOf(Head.Last);

    /// <summary>The account's newest line recorded up to a sequence; null when there is none.</summary>
    public LineRow? LastUpTo(long sequence)
    {
        var limit = Line.IdOf(sequence + 1, 0) - 1;
        var (low, high) = (0L, Head.Lines / Mark.Every);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = MarkAt(middle) <= limit ? (middle, high) : (low, middle - 1);
        }

        var start = low < Head.Lines / Mark.Every ? MarkAt(low + 1) : Head.Last;
        LineRow? found = null;
        Back(start, line => line.Id > limit, line => found = line.Id <= limit ? line : found);
        return found;
    }

    /// <summary>Lines by their number on the account, from <paramref name="first"/> to <paramref name="last"/> inclusive, oldest first.</summary>
    public List<LineRow> Between(long first, long last)
    {
        last = Math.Min(last, Head.Lines);
        var lines = new List<LineRow>();
        if (first <= last)
        {
            var block = (last + Mark.Every - 1) / Mark.Every;
            var start = block * Mark.Every <= Head.Lines ? MarkAt(block) : Head.Last;
            Back(start, line => line.N > first, line => Keep(lines, line, line.N >= first && line.N <= last));
            lines.Reverse();
        }

        return lines;
    }

    /// <summary>Lines recorded on or after a business date, oldest first: all that can have an effective date from there on.</summary>
    public List<LineRow> Since(DateOnly businessDate, long? upTo)
    {
        var lines = new List<LineRow>();
        Visit(businessDate, upTo, lines.Add);
        lines.Reverse();
        return lines;
    }

    /// <summary>The same lines one by one, the newest first, for whoever keeps few of them.</summary>
    public void Visit(DateOnly businessDate, long? upTo, Action<LineRow> visit)
    {
        var start = upTo is { } sequence ? LastUpTo(sequence)?.Id ?? 0 : Head.Last;
        Back(start, line => line.BusinessDate >= businessDate, line =>
        {
            if (line.BusinessDate >= businessDate)
            {
                visit(line);
            }
        });
    }

    /// <summary>
    /// Debits and credits effective up to a day and recorded up to a sequence; null stands for "all". Backdated entries never
    /// change what was known before.
    /// </summary>
    public Turnover At(DateOnly? effective, long? recorded)
    {
        if (recorded is not { } sequence)
        {
            return effective is { } day ? Less(Head.Turnover, LaterDays(day.DayNumber)) : Head.Turnover;
        }

        if (LastUpTo(sequence) is not { } last)
        {
            return default;
        }

        var all = new Turnover(last.Debits, last.Credits);
        if (effective is { } date)
        {
            // Recorded later than the day are all lines effective later, since nothing is dated into the future.
            Back(last.Id, line => line.BusinessDate > date, line => all = line.BusinessDate > date && line.Effective > date ? Less(all, new(Math.Max(line.Fen, 0), Math.Max(-line.Fen, 0))) : all);
        }

        return all;
    }

    private static void Keep(List<LineRow> lines, LineRow line, bool wanted)
    {
        if (wanted)
        {
            lines.Add(line);
        }
    }

    private static Turnover Less(Turnover all, Turnover part) => new(all.Debit - part.Debit, all.Credit - part.Credit);

    /// <summary>What the days after a day sum to: one walk along their chain inside the database.</summary>
    private Turnover LaterDays(int day) => Head.LastDay <= day ? default : session.First(
        """
        WITH RECURSIVE later (prev, debit, credit) AS (
          SELECT prev, debit, credit FROM ldg_day WHERE id = @p0
          UNION ALL SELECT d.prev, d.debit, d.credit FROM later l JOIN ldg_day d ON d.id = (cast(l.prev AS bigint) << 40) + @p1 WHERE l.prev > @p2)
        SELECT cast(coalesce(sum(debit), 0) AS bigint), cast(coalesce(sum(credit), 0) AS bigint) FROM later
        """,
        row => new Turnover(row.Long(0), row.Long(1)),
        Day.IdOf(account, Head.LastDay), account, (long)day);

    private long MarkAt(long number) => session.First("SELECT line FROM ldg_mark WHERE id = @p0", row => row.Long(0), Mark.IdOf(account, number * Mark.Every));

    private LineRow LineOf(long id) => session.First($"SELECT {Columns} FROM ldg_line WHERE id = @p0", Read, id)!;

    /// <summary>
    /// Walks from a line back while it says so, the first that does not included. Lines come many at a time, more with each trip, so
    /// that a short way reads little and a long one makes few trips.
    /// </summary>
    private void Back(long start, Func<LineRow, bool> goOn, Action<LineRow> take)
    {
        for (var (id, trip) = (start, FirstTrip); id != 0; trip = Math.Min(trip * 4, LongestTrip))
        {
            foreach (var line in session.List(Trip, Read, id, (long)trip))
            {
                take(line);
                id = goOn(line) ? line.Prev : 0;
                if (id == 0)
                {
                    break;
                }
            }
        }
    }

    private const int FirstTrip = 16, LongestTrip = 1024;

    private const string Trip = $"""
        WITH RECURSIVE chain (id, n, prev, effective, business_date, fen, after, debits, step) AS (
          SELECT {Columns}, cast(1 AS bigint) FROM ldg_line WHERE id = @p0
          UNION ALL SELECT l.id, l.n, l.prev, l.effective, l.business_date, l.fen, l.after, l.debits, c.step + 1 FROM chain c JOIN ldg_line l ON l.id = c.prev WHERE c.step < @p1)
        SELECT {Columns} FROM chain ORDER BY step
        """;

    private static LineRow Read(IRow row) => new(row.Long(0), row.Long(1), row.Long(2), row.Date(3), row.Date(4), row.Long(5), row.Long(6), row.Long(7));
}
