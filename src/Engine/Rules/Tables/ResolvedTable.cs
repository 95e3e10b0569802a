using System.Numerics;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Deciding;
using Zhirong.Engine.Rules.Policies;

namespace Zhirong.Engine.Rules.Tables;

/// <summary>A table that can decide: one look-up for each column, one intersection of row sets, then the hit policy.</summary>
/// <remarks>
/// A row is sure when all its conditions are known to hold, possible when none is known to fail. Where possible rows could change
/// the answer, nothing is answered and the missing facts are named.
/// </remarks>
internal sealed class ResolvedTable : ResolvedStep
{
    private readonly int firstSlot;
    private readonly Words[] titles;
    private readonly string[][] needs;
    private readonly int[]? ranks;
    private readonly RuleValue?[][] constants;
    private readonly GivenReason[][] said;
    private readonly int words;

    /// <param name="step">The table as agreed.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="outputs">The rows' results; null where open.</param>
    /// <param name="defaults">When no row is met; null without.</param>
    /// <param name="types">The outputs' types, one value's.</param>
    /// <param name="terms">Names, sentences and first slot.</param>
    public ResolvedTable(TableStep step, TableColumn[] columns, RuleExpression?[][] outputs, RuleExpression?[] defaults, RuleType[] types, TableTerms terms)
        : base(step)
    {
        (Table, Columns, Outputs, Defaults, Types) = (step, columns, outputs, defaults, types);
        (firstSlot, titles, needs) = (terms.FirstSlot, terms.Titles, terms.Needs);
        words = Math.Max(1, (step.Rows.Count + 63) / 64);
        constants = [.. outputs.Select(row => row.Select(o => o is null ? null : RuleEvaluation.Constant(o.Root)).ToArray())];
        ranks = step.Hit is HitPolicy.Priority or HitPolicy.OutputOrder ? Ranks() : null;
        said = [.. step.Rows.Select(row => row.Outcome is not { } outcome ? [] : Said(row, outcome, terms.Reasons))];
        Says = step.Rows.Any(r => r.Outcome is not null);
    }

    public TableStep Table { get; }

    public TableColumn[] Columns { get; }

    public RuleExpression?[][] Outputs { get; }

    public RuleExpression?[] Defaults { get; }

    public RuleType[] Types { get; }

    public override bool Says { get; }

    /// <summary>A row's place by the order of the outputs' values; 0 stands first. Null where the hit policy has no order.</summary>
    public int Rank(int row) => ranks?[row] ?? row;

    /// <summary>Whether two rows say the same: results, outcome and reasons.</summary>
    public bool Same(int a, int b, IRuleFacts facts)
    {
        if (a == b)
        {
            return true;
        }

        for (var o = 0; o < Types.Length; o++)
        {
            if (!Result(a, o, facts).Equals(Result(b, o, facts)))
            {
                return false;
            }
        }

        return Table.Rows[a].Outcome == Table.Rows[b].Outcome && Table.Rows[a].Reasons.SequenceEqual(Table.Rows[b].Reasons);
    }

    public override void Run(DecisionRun run)
    {
        Span<ulong> sets = stackalloc ulong[2 * words];
        var sure = sets[..words];
        var possible = sets[words..];
        var cells = new RuleValue[Columns.Length];
        Match(run, cells, sure, possible);
        var hits = new TableHits(this, run, sure, possible);
        if (hits.Conflict)
        {
            run.Give(BuiltInReasons.Conflict, Step.Id);
        }

        foreach (var row in hits.Fired)
        {
            foreach (var reason in said[row])
            {
                run.Give(run.Explain ? reason with { Conditions = Conditions(row, run, cells) } : reason);
            }
        }

        foreach (var row in hits.Doubtful)
        {
            Miss(row, run, cells);
        }

        Answer(run, hits);
        if (run.Explain)
        {
            Trace(run, cells, hits);
        }
    }

    internal RuleValue Result(int row, int output, IRuleFacts facts) =>
        constants[row][output] ?? Outputs[row][output]?.Evaluate(facts) ?? RuleValue.Unknown(Types[output]);

    private static GivenReason[] Said(TableRow row, Outcome outcome, IReadOnlyDictionary<string, Words> reasons, string step = "") => row.Reasons.Count == 0
        ? [new("", Words.Same(""), outcome, step, row.Id, [])]
        : [.. row.Reasons.Select(code => new GivenReason(code, reasons.GetValueOrDefault(code), outcome, step, row.Id, []))];

    private GivenReason[] Said(TableRow row, Outcome outcome, IReadOnlyDictionary<string, Words> reasons) => Said(row, outcome, reasons, Step.Id);

    private int[] Ranks()
    {
        var ranks = new long[Table.Rows.Count];
        for (var o = 0; o < Table.Outputs.Count; o++)
        {
            var values = Table.Outputs[o].Values;
            for (var row = 0; row < ranks.Length && values.Count > 0; row++)
            {
                var at = constants[row][o] is { } text ? values.ToList().IndexOf(text.Text) : -1;
                ranks[row] = (ranks[row] * (values.Count + 1)) + (at < 0 ? values.Count : at);
            }
        }

        var order = ranks.Distinct().Order().ToList();
        return [.. ranks.Select(r => order.BinarySearch(r))];
    }

    private void Match(DecisionRun run, RuleValue[] cells, Span<ulong> sure, Span<ulong> possible)
    {
        sure.Fill(ulong.MaxValue);
        possible.Fill(ulong.MaxValue);
        sure[^1] = possible[^1] = Table.Rows.Count == 0 ? 0 : ulong.MaxValue >>> ((64 * words) - Table.Rows.Count);
        for (var c = 0; c < Columns.Length; c++)
        {
            var column = Columns[c];
            cells[c] = column.Input.Evaluate(run);
            var met = cells[c].Known ? column.MetBy(column.ClassOf(cells[c])) : null;
            for (var w = 0; w < words; w++)
            {
                sure[w] &= met is null ? column.Open[w] | column.Opaque[w] : met[w];
                possible[w] &= met?[w] ?? ulong.MaxValue;
            }
        }

        for (var c = 0; c < Columns.Length; c++)
        {
            if (Columns[c].Asks)
            {
                Ask(c, run, cells, sure, possible);
            }
        }
    }

    /// <summary>The cells that no index answers.</summary>
    private void Ask(int c, DecisionRun run, RuleValue[] cells, Span<ulong> sure, Span<ulong> possible)
    {
        for (var w = 0; w < words; w++)
        {
            for (var open = possible[w] & Columns[c].Opaque[w]; open != 0; open &= open - 1)
            {
                var bit = open & (~open + 1);
                var met = Columns[c].Cells[(w << 6) + BitOperations.TrailingZeroCount(open)]!.Test(cells[c], run);
                if (!met.IsTrue)
                {
                    sure[w] &= ~bit;
                    possible[w] &= met.Known ? ~bit : ulong.MaxValue;
                }
            }
        }
    }

    private void Miss(int row, DecisionRun run, RuleValue[] cells)
    {
        for (var c = 0; c < Columns.Length; c++)
        {
            if (Columns[c].Cells[row] is { } cell && !cell.Test(cells[c], run).Known)
            {
                run.Miss(Columns[c].Input.Names);
                run.Miss(cell.Names);
            }
        }
    }

    private void Answer(DecisionRun run, TableHits hits)
    {
        for (var o = 0; o < Types.Length; o++)
        {
            var value = hits.Conflict || hits.Doubtful.Count > 0 ? RuleValue.Unknown(Gives(Types[o]))
                : hits.Fired.Count == 0 ? WithoutRow(o, run)
                : Table.Hit.IsMany() ? Many(o, hits.Fired, run) : Result(hits.Fired[0], o, run);
            run.Set(firstSlot + o, value);
            if (!value.Known && hits.Fired.Count > 0)
            {
                hits.Fired.ForEach(row => run.Miss(Outputs[row][o]?.Names ?? []));
            }
        }
    }

    /// <summary>The type later steps see.</summary>
    public RuleType Gives(RuleType type) => Table.Hit == HitPolicy.Count ? RuleType.Number
        : !Table.Hit.IsList() ? type : type == RuleType.Number ? RuleType.Numbers : RuleType.Texts;

    private RuleValue WithoutRow(int output, DecisionRun run)
    {
        if (Defaults[output] is { } other)
        {
            var value = other.Evaluate(run);
            return !Table.Hit.IsList() || !value.Known ? value : value.Type == RuleType.Number ? RuleValue.Of([value.Raw]) : RuleValue.Of([value.Text]);
        }

        return Table.Hit switch
        {
            HitPolicy.Count or HitPolicy.Sum => RuleValue.Of(0m),
            _ when Table.Hit.IsList() => Types[output] == RuleType.Number ? RuleValue.Of(Array.Empty<decimal>()) : RuleValue.Of(Array.Empty<string>()),
            _ => RuleValue.Unknown(Types[output]),
        };
    }

    private RuleValue Many(int output, List<int> fired, DecisionRun run)
    {
        if (Table.Hit == HitPolicy.Count)
        {
            return RuleValue.Of((decimal)fired.Count);
        }

        var values = fired.ConvertAll(row => Result(row, output, run));
        if (values.Exists(v => !v.Known))
        {
            return RuleValue.Unknown(Gives(Types[output]));
        }

        try
        {
            return Table.Hit switch
            {
                HitPolicy.Sum => RuleValue.Of(values.Sum(v => v.Raw)),
                HitPolicy.Min => RuleValue.Of(values.Min(v => v.Raw)),
                HitPolicy.Max => RuleValue.Of(values.Max(v => v.Raw)),
                _ => Types[output] == RuleType.Number ? RuleValue.Of(values.Select(v => v.Raw)) : RuleValue.Of(values.Select(v => v.Text)),
            };
        }
        catch (OverflowException)
        {
            return RuleValue.Unknown(Gives(Types[output]));
        }
    }

    private ConditionTrace[] Conditions(int row, DecisionRun run, RuleValue[] cells)
    {
        var made = new ConditionTrace[Columns.Count(c => c.Cells[row] is not null)];
        for (var (c, at) = (0, 0); c < Columns.Length; c++)
        {
            if (Columns[c].Cells[row] is { } cell)
            {
                made[at++] = Condition(c, row, cell, run, cells);
            }
        }

        return made;
    }

    private ConditionTrace Condition(int c, int row, RuleExpression cell, DecisionRun run, RuleValue[] cells)
    {
        var column = Columns[c];
        var met = TableColumn.Has(column.Opaque, row) ? cell.Test(cells[c], run)
            : cells[c].Known ? RuleValue.Of(TableColumn.Has(column.MetBy(column.ClassOf(cells[c])), row)) : RuleValue.Unknown(RuleType.Flag);
        return new(titles[c], cell.Names.Count == 0 ? needs[row][c] : cell.WithValues(needs[row][c], run), cells[c], RuleMargin.Of(cell.Root, run, cells[c]), met.Known ? met.IsTrue : null);
    }

    private void Trace(DecisionRun run, RuleValue[] cells, TableHits hits)
    {
        RowTrace Row(int row) => new(Table.Rows[row], Conditions(row, run, cells));
        var near = NearRows.Of(this, run, cells);
        run.Trace(new(Step, hits.Fired.Count == 0 ? [] : hits.Fired.ConvertAll(Row), hits.Doubtful.Count == 0 ? [] : hits.Doubtful.ConvertAll(Row), near.Count == 0 ? [] : near.ConvertAll(Row), [],
            [.. Table.Outputs.Select((o, i) => new GivenValue(o.Name, Words.Same(o.Name), run.Get(firstSlot + i)))], null));
    }
}

/// <summary>Names and sentences a resolved table is made with.</summary>
/// <param name="FirstSlot">The slot of its first output.</param>
/// <param name="Titles">Of its columns.</param>
/// <param name="Needs">By row and column: the cell, parameters by their values.</param>
/// <param name="Reasons">The policy's, by code.</param>
internal sealed record TableTerms(int FirstSlot, Words[] Titles, string[][] Needs, IReadOnlyDictionary<string, Words> Reasons);
