using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Deciding;
using Zhirong.Engine.Rules.Policies;
using Zhirong.Engine.Rules.Tables;

namespace Zhirong.Engine.Rules.Checking;

/// <summary>Gaps, overlaps, rows never reached, conditions that never hold: each with an input that shows it.</summary>
internal sealed class TableCheck
{
    /// <summary>Steps of the search for gaps in one table.</summary>
    private const int Budget = 200_000;

    /// <summary>Steps for one row's reach.</summary>
    private const int RowBudget = 20_000;

    private const int MostPairs = 1_000_000;
    private const int MostGaps = 5;

    private readonly ResolvedTable table;
    private readonly List<Kind>[] kinds;
    private readonly bool[] opaque;
    private readonly List<PolicyFinding> findings = [];
    private readonly int words;
    private int spent;

    private TableCheck(ResolvedTable table, ResolvedPolicy policy)
    {
        this.table = table;
        words = Math.Max(1, (table.Table.Rows.Count + 63) / 64);
        opaque = [.. Enumerable.Range(0, table.Table.Rows.Count).Select(row => table.Columns.Any(c => TableColumn.Has(c.Opaque, row)))];
        kinds = [.. table.Columns.Select(c => Kinds(c, ColumnDomain.Of(c.Input, policy)))];
    }

    public static List<PolicyFinding> Of(ResolvedTable table, ResolvedPolicy policy)
    {
        var check = new TableCheck(table, policy);
        check.Rows();
        if (table.Columns.Select(c => c.Input.Text.Trim()).Distinct().Count() == table.Columns.Length)
        {
            check.Gaps();
            check.Pairs();
            check.Reached();
        }

        if (check.opaque.Contains(true))
        {
            var rows = string.Join(", ", table.Table.Rows.Where((_, i) => check.opaque[i]).Take(20).Select(r => r.Id));
            check.findings.Add(new(PolicyFindings.NotJudged(table.Table.Place.Path, rows).At(table.Table.Place.Line, table.Table.Place.Column), []));
        }

        return check.findings;
    }

    private static List<Kind> Kinds(TableColumn column, ColumnDomain domain)
    {
        var (made, seen) = (new List<Kind>(), new HashSet<string>(StringComparer.Ordinal));
        for (var kind = 0; kind < column.Classes; kind++)
        {
            if (domain.ValueOf(column, kind) is { } value)
            {
                var met = column.MetBy(kind);
                if (seen.Add(Key(met)))
                {
                    made.Add(new(met, value));
                }
            }
        }

        return made;
    }

    private void Rows()
    {
        for (var row = 0; row < table.Table.Rows.Count; row++)
        {
            var own = table.Table.Rows[row];
            for (var c = 0; c < table.Columns.Length; c++)
            {
                if (own.When[c] is { } cell && !TableColumn.Has(table.Columns[c].Opaque, row) && !kinds[c].Exists(k => TableColumn.Has(k.Met, row)))
                {
                    findings.Add(new(PolicyFindings.Never(cell.Path, cell.Text).At(cell.Line, cell.Column), []));
                }
            }

            if (own.Outcome is not null && own.Reasons.Count == 0)
            {
                Add(PolicyFindings.NoReason($"{own.Place.Path}.reason"), own.Place, []);
            }

            for (var o = 0; o < own.Then.Count; o++)
            {
                if (own.Then[o] is null && own.Outcome is null)
                {
                    Add(PolicyFindings.NoResult($"{own.Place.Path}.then", table.Table.Outputs[o].Name), own.Place, []);
                }
            }
        }
    }

    private void Gaps()
    {
        if (table.Table.Hit.IsMany() || (table.Defaults.Length > 0 && table.Defaults.All(d => d is not null)))
        {
            return;
        }

        var found = new List<RuleValue[]>();
        Search(0, Everything(row => !opaque[row]), new RuleValue[table.Columns.Length], [], found);
        foreach (var example in found.Where(e => !CoveredByOpaque(e)))
        {
            Add(PolicyFindings.Gap(table.Table.Place.Path, Text(example)), table.Table.Place, example);
        }

        if (spent > Budget)
        {
            Add(PolicyFindings.TooLarge(table.Table.Place.Path, Budget), table.Table.Place, null);
        }
    }

    /// <summary>Inputs that meet no row left, column by column; a set of rows known to leave none is not searched twice.</summary>
    private void Search(int c, ulong[] alive, RuleValue[] path, HashSet<(int, string)> covered, List<RuleValue[]> found)
    {
        if (found.Count >= MostGaps || ++spent > Budget)
        {
            return;
        }

        if (Array.TrueForAll(alive, w => w == 0))
        {
            found.Add([.. path.Select((v, i) => i < c ? v : kinds[i].Count > 0 ? kinds[i][0].Value : v)]);
            return;
        }

        if (c == kinds.Length || !covered.Add((c, Key(alive))) || IsOpenFrom(c, alive))
        {
            return;
        }

        foreach (var kind in kinds[c])
        {
            path[c] = kind.Value;
            Search(c + 1, Both(alive, kind.Met), path, covered, found);
        }
    }

    /// <summary>One of the rows left is met by anything in all columns to come.</summary>
    private bool IsOpenFrom(int c, ulong[] alive)
    {
        for (var w = 0; w < alive.Length; w++)
        {
            var open = alive[w];
            for (var i = c; i < kinds.Length && open != 0; i++)
            {
                open &= table.Columns[i].Open[w];
            }

            if (open != 0)
            {
                return true;
            }
        }

        return false;
    }

    private bool CoveredByOpaque(RuleValue[] example) => opaque.Where((own, row) => own && table.Columns.Select((c, i) => TableColumn.Has(c.MetBy(c.ClassOf(example[i])), row)).All(m => m)).Any();

    /// <summary>Two rows of U, or of A where they differ, that one input meets.</summary>
    private void Pairs()
    {
        if (table.Table.Hit is not (HitPolicy.Unique or HitPolicy.Any))
        {
            return;
        }

        if ((long)opaque.Length * opaque.Length / 2 > MostPairs)
        {
            Add(PolicyFindings.TooLarge(table.Table.Place.Path, MostPairs), table.Table.Place, null);
            return;
        }

        var cells = Enumerable.Range(0, opaque.Length).Select(row => kinds.Select(column => column.ConvertAll(k => TableColumn.Has(k.Met, row))).ToArray()).ToArray();
        var told = 0;
        for (var a = 0; a < opaque.Length; a++)
        {
            for (var b = a + 1; b < opaque.Length && told < 20; b++)
            {
                if (!opaque[a] && !opaque[b] && Meeting(cells[a], cells[b]) is { } example && (table.Table.Hit == HitPolicy.Unique || !table.Same(a, b, Undecided.One)))
                {
                    var rows = $"{table.Table.Rows[a].Id} + {table.Table.Rows[b].Id}";
                    var place = table.Table.Rows[b].Place;
                    Add(table.Table.Hit == HitPolicy.Unique ? PolicyFindings.Overlap(place.Path, rows, Text(example)) : PolicyFindings.Disagree(place.Path, rows, Text(example)), place, example);
                    told++;
                }
            }
        }
    }

    private RuleValue[]? Meeting(List<bool>[] a, List<bool>[] b)
    {
        var example = new RuleValue[kinds.Length];
        for (var c = 0; c < kinds.Length; c++)
        {
            var at = -1;
            for (var k = 0; k < kinds[c].Count && at < 0; k++)
            {
                at = a[c][k] && b[c][k] ? k : -1;
            }

            if (at < 0)
            {
                return null;
            }

            example[c] = kinds[c][at].Value;
        }

        return example;
    }

    /// <summary>Rows of F and P that rows before them leave nothing to.</summary>
    private void Reached()
    {
        if (table.Table.Hit is not (HitPolicy.First or HitPolicy.Priority))
        {
            return;
        }

        for (var row = 1; row < opaque.Length; row++)
        {
            var first = kinds.Select(column => column.Find(k => TableColumn.Has(k.Met, row))).ToArray();
            if (first.Contains(null))
            {
                continue;
            }

            var before = Everything(other => !opaque[other] && (table.Table.Hit == HitPolicy.First ? other < row : table.Rank(other) < table.Rank(row)));
            (spent, var free) = (0, new List<RuleValue[]>());
            Within(row, 0, before, [], free);
            if (free.Count == 0 && spent <= RowBudget)
            {
                RuleValue[] example = [.. first.Select(k => k!.Value)];
                var by = Enumerable.Range(0, opaque.Length).First(other => TableColumn.Has(before, other) && table.Columns.Select((c, i) => TableColumn.Has(c.MetBy(c.ClassOf(example[i])), other)).All(m => m));
                Add(PolicyFindings.Hidden(table.Table.Rows[row].Place.Path, $"{table.Table.Rows[row].Id} ← {table.Table.Rows[by].Id}", Text(example)), table.Table.Rows[row].Place, example);
            }
        }
    }

    private void Within(int row, int c, ulong[] alive, HashSet<(int, string)> covered, List<RuleValue[]> free)
    {
        if (free.Count > 0 || ++spent > RowBudget)
        {
            return;
        }

        if (Array.TrueForAll(alive, w => w == 0))
        {
            free.Add([]);
            return;
        }

        if (c == kinds.Length || !covered.Add((c, Key(alive))) || IsOpenFrom(c, alive))
        {
            return;
        }

        foreach (var kind in kinds[c].Where(k => TableColumn.Has(k.Met, row)))
        {
            Within(row, c + 1, Both(alive, kind.Met), covered, free);
        }
    }

    private ulong[] Everything(Func<int, bool> of)
    {
        var bits = new ulong[words];
        for (var row = 0; row < opaque.Length; row++)
        {
            if (of(row))
            {
                TableColumn.Set(bits, row);
            }
        }

        return bits;
    }

    private static ulong[] Both(ulong[] a, ulong[] b) => [.. a.Select((w, i) => w & b[i])];

    private static string Key(ulong[] bits) => string.Join(',', bits);

    private string Text(RuleValue[] example) => string.Join(", ", example.Select((v, i) => $"{table.Columns[i].Input.Text.Trim()} = {v}"));

    private void Add(Refusal what, Placed place, RuleValue[]? example) =>
        findings.Add(new(what.At(place.Line, place.Column), example is null ? [] : [.. example.Select((v, i) => KeyValuePair.Create(table.Columns[i].Input.Text.Trim(), v.ToString()))]));

    private sealed record Kind(ulong[] Met, RuleValue Value);

    /// <summary>Facts when there is no application: nothing is known.</summary>
    private sealed class Undecided : IRuleFacts
    {
        public static readonly Undecided One = new();

        public RuleValue Get(int slot) => default;
    }
}
