using System.Numerics;
using Zhirong.Engine.Rules.Deciding;

namespace Zhirong.Engine.Rules.Tables;

/// <summary>The rows that fail by one condition alone, for each ordered column the next below and the next above the value.</summary>
internal static class NearRows
{
    private const int Most = 8;

    public static List<int> Of(ResolvedTable table, DecisionRun run, RuleValue[] cells)
    {
        var columns = table.Columns;
        if (columns.Length == 0)
        {
            return [];
        }

        var words = columns[0].Words;
        Span<ulong> sets = stackalloc ulong[2 * words];
        var once = sets[..words];
        var more = sets[words..];
        sets.Clear();
        for (var c = 0; c < columns.Length; c++)
        {
            if (!cells[c].Known)
            {
                // A row that waits for a fact is doubtful or lost, not near.
                Fail(once, more, columns[c].Open, columns[c].Opaque);
                Fail(once, more, columns[c].Open, columns[c].Opaque);
                continue;
            }

            Fail(once, more, columns[c].MetBy(columns[c].ClassOf(cells[c])), default);
        }

        var near = new List<int>();
        for (var c = 0; c < columns.Length && near.Count < Most; c++)
        {
            if (cells[c].Known && columns[c].IsOrdered)
            {
                Search(table, c, run, cells, once, more, near);
            }
        }

        Asked(table, run, cells, once, near);
        return near;
    }

    private static void Fail(Span<ulong> once, Span<ulong> more, ulong[] met, ReadOnlySpan<ulong> asked)
    {
        for (var w = 0; w < once.Length; w++)
        {
            var failed = ~(met[w] | (asked.IsEmpty ? 0 : asked[w]));
            more[w] |= once[w] & failed;
            once[w] |= failed;
        }
    }

    /// <summary>Outward from the value's class, one row below and one above.</summary>
    private static void Search(ResolvedTable table, int c, DecisionRun run, RuleValue[] cells, Span<ulong> once, Span<ulong> more, List<int> near)
    {
        var column = table.Columns[c];
        var at = column.ClassOf(cells[c]);
        var own = column.MetBy(at);
        foreach (var direction in (ReadOnlySpan<int>)[1, -1])
        {
            var found = false;
            for (var kind = at + direction; !found && kind >= 0 && kind < column.Classes; kind += direction)
            {
                var met = column.MetBy(kind);
                for (var w = 0; !found && w < once.Length; w++)
                {
                    for (var rows = met[w] & ~own[w] & once[w] & ~more[w]; !found && rows != 0; rows &= rows - 1)
                    {
                        var row = (w << 6) + BitOperations.TrailingZeroCount(rows);
                        if (!near.Contains(row) && row < table.Table.Rows.Count && AsksWell(table, row, run, cells))
                        {
                            near.Add(row);
                            found = true;
                        }
                    }
                }
            }
        }
    }

    /// <summary>Rows that all columns let pass and one computed cell refuses.</summary>
    private static void Asked(ResolvedTable table, DecisionRun run, RuleValue[] cells, Span<ulong> once, List<int> near)
    {
        for (var row = 0; row < table.Table.Rows.Count && near.Count < Most; row++)
        {
            if (!TableColumn.Has(once, row) && Refused(table, row, run, cells) == 1)
            {
                near.Add(row);
            }
        }
    }

    private static bool AsksWell(ResolvedTable table, int row, DecisionRun run, RuleValue[] cells) => Refused(table, row, run, cells) == 0;

    /// <summary>How many computed cells of the row do not hold.</summary>
    private static int Refused(ResolvedTable table, int row, DecisionRun run, RuleValue[] cells)
    {
        var refused = 0;
        for (var c = 0; c < table.Columns.Length; c++)
        {
            refused += TableColumn.Has(table.Columns[c].Opaque, row) && !table.Columns[c].Cells[row]!.Test(cells[c], run).IsTrue ? 1 : 0;
        }

        return refused;
    }
}
