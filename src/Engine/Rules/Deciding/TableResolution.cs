using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Policies;
using Zhirong.Engine.Rules.Tables;

namespace Zhirong.Engine.Rules.Deciding;

/// <summary>Compiles and indexes one table.</summary>
internal static class TableResolution
{
    public static ResolvedTable? Of(TableStep table, ResolutionTerms terms)
    {
        var before = terms.Vocabulary.Slots;
        var columns = new TableColumn?[table.Inputs.Count];
        for (var c = 0; c < columns.Length; c++)
        {
            columns[c] = Column(table, c, terms);
        }

        var rows = table.Rows.Select(row => row.Then.Select((then, o) => then is { } text ? terms.Compile(text, table.Outputs[o].Type, table.Outputs[o].Values) : null).ToArray()).ToArray();
        var defaults = table.Outputs.Select(o => o.Default is { } text ? terms.Compile(text, o.Type, o.Values) : null).ToArray();
        var types = table.Outputs.Select((o, i) => o.Type ?? rows.Select(r => r[i]).Append(defaults[i]).FirstOrDefault(e => e is not null)?.Root.Type ?? RuleType.Number).ToArray();
        Check(table, rows, types, terms);
        foreach (var row in table.Rows)
        {
            terms.Reasons(row.Reasons, row.Place);
        }

        var made = columns.Contains(null) ? null : new ResolvedTable(table, columns!, rows, defaults, types, Terms(table, before, terms));
        for (var o = 0; o < types.Length; o++)
        {
            terms.Add(table, table.Outputs[o].Name, made?.Gives(types[o]) ?? types[o], Words.Same(table.Outputs[o].Name));
            terms.Values($"{table.Id}.{table.Outputs[o].Name}", table.Outputs[o].Values);
        }

        return made;
    }

    private static TableColumn? Column(TableStep table, int c, ResolutionTerms terms)
    {
        if (terms.Compile(table.Inputs[c].Is) is not { } input)
        {
            return null;
        }

        var words = terms.WordsOf(input);
        var cells = new RuleExpression?[table.Rows.Count];
        for (var row = 0; row < cells.Length; row++)
        {
            cells[row] = table.Rows[row].When[c] is { } text ? terms.Cell(text, input.Root.Type, words) : null;
        }

        return TableColumn.Of(input, cells);
    }

    private static TableTerms Terms(TableStep table, int firstSlot, ResolutionTerms terms) => new(
        firstSlot,
        [.. table.Inputs.Select(i => i.Title ?? terms.Vocabulary.Title(i.Is.Text))],
        [.. table.Rows.Select(row => row.When.Select(w => w is { } text ? terms.Vocabulary.WithValues(text.Text) : "-").ToArray())],
        terms.Sentences);

    private static void Check(TableStep table, RuleExpression?[][] rows, RuleType[] types, ResolutionTerms terms)
    {
        for (var o = 0; o < types.Length; o++)
        {
            for (var row = 0; row < rows.Length; row++)
            {
                if (rows[row][o] is { } result)
                {
                    Check(table, table.Outputs[o], result, table.Rows[row].Then[o]!.Value, types[o], terms);
                }
            }
        }

        if (table.Hit >= HitPolicy.Sum && (types.Length != 1 || (table.Hit != HitPolicy.Count && types[0] != RuleType.Number)))
        {
            terms.Refuse(table.Place, PolicyRefusals.Aggregate($"{table.Place.Path}.outputs", $"{types.Length}"));
        }

        if (table.Hit is HitPolicy.Priority or HitPolicy.OutputOrder && table.Outputs.All(o => o.Values.Count == 0))
        {
            terms.Refuse(table.Place, PolicyRefusals.NoValues($"{table.Place.Path}.outputs"));
        }

        if (table.Hit.IsList() && types.Any(t => t is not (RuleType.Number or RuleType.Text)))
        {
            terms.Refuse(table.Place, PolicyRefusals.OutputType($"{table.Place.Path}.outputs", string.Join(", ", types), "number | text"));
        }
    }

    private static void Check(TableStep table, TableOutput output, RuleExpression result, Placed place, RuleType type, ResolutionTerms terms)
    {
        if (result.Root.Type != type)
        {
            terms.Refuse(place, PolicyRefusals.OutputType(place.Path, result.Root.Type.ToString(), type.ToString()));
        }

        var constant = RuleEvaluation.Constant(result.Root);
        if (output.Values.Count > 0 && (constant is { } value ? !output.Values.Contains(value.ToString()) : table.Hit is HitPolicy.Priority or HitPolicy.OutputOrder))
        {
            terms.Refuse(place, PolicyRefusals.NotAmong(place.Path, result.Text, output.Values));
        }
    }
}
