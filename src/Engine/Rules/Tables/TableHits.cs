using System.Numerics;
using Zhirong.Engine.Rules.Deciding;
using Zhirong.Engine.Rules.Policies;

namespace Zhirong.Engine.Rules.Tables;

/// <summary>Which rows count, by the hit policy; and which could, if more were known.</summary>
internal readonly ref struct TableHits
{
    public TableHits(ResolvedTable table, DecisionRun run, ReadOnlySpan<ulong> sure, ReadOnlySpan<ulong> possible)
    {
        (Fired, Doubtful) = (Rows(sure, default), Rows(possible, sure));
        var hit = table.Table.Hit;
        if (hit is HitPolicy.OutputOrder && Fired.Count > 1)
        {
            Fired = [.. Fired.OrderBy(table.Rank)];
        }

        if (hit.IsMany())
        {
            return;
        }

        switch (hit)
        {
            case HitPolicy.Unique:
                Conflict = Fired.Count > 1;
                break;
            case HitPolicy.Any:
                Conflict = !AllSame(table, run, Fired);
                break;
            case HitPolicy.First:
                Narrow(table, row => row);
                break;
            default:
                Narrow(table, table.Rank);
                break;
        }

        if (Conflict)
        {
            Fired = [];
            Doubtful = [];
        }
        else if (Doubtful.Count > 0)
        {
            Settle(table, run);
        }
    }

    /// <summary>Rows that count.</summary>
    public List<int> Fired { get; private init; }

    /// <summary>Rows that would change the answer if what is not known turned out so.</summary>
    public List<int> Doubtful { get; private init; }

    /// <summary>Rows that may not be met together are.</summary>
    public bool Conflict { get; }

    private static List<int> Rows(ReadOnlySpan<ulong> bits, ReadOnlySpan<ulong> without)
    {
        List<int>? rows = null;
        for (var w = 0; w < bits.Length; w++)
        {
            for (var open = without.IsEmpty ? bits[w] : bits[w] & ~without[w]; open != 0; open &= open - 1)
            {
                rows ??= new(4);
                rows.Add((w << 6) + BitOperations.TrailingZeroCount(open));
            }
        }

        return rows ?? [];
    }

    /// <summary>One sure row counts, the first by its rank; a possible row matters only before it.</summary>
    private void Narrow(ResolvedTable table, Func<int, int> rank)
    {
        if (Fired.Count == 0)
        {
            return;
        }

        var best = Fired.MinBy(rank);
        Fired.Clear();
        Fired.Add(best);
        Doubtful.RemoveAll(row => rank(row) > rank(best) || (rank(row) == rank(best) && (table.Table.Hit == HitPolicy.Priority)));
    }

    /// <summary>If all that could be met say the same, that is the answer; else none is.</summary>
    private void Settle(ResolvedTable table, DecisionRun run)
    {
        if (Fired.Count > 0 && AllSame(table, run, Doubtful, Fired[0]))
        {
            Doubtful.Clear();
            return;
        }

        Doubtful.AddRange(Fired);
        Doubtful.Sort();
        Fired.Clear();
    }

    private static bool AllSame(ResolvedTable table, DecisionRun run, List<int> rows, int first = -1)
    {
        first = first < 0 && rows.Count > 0 ? rows[0] : first;
        foreach (var row in rows)
        {
            if (!table.Same(first, row, run))
            {
                return false;
            }
        }

        return true;
    }
}
