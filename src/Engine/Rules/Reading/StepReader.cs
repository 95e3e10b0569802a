using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Rules.Policies;

namespace Zhirong.Engine.Rules.Reading;

/// <summary>Reads the steps of a policy.</summary>
internal static class StepReader
{
    private static readonly string[] Kinds = ["table", "scorecard", "map", "decision"];
    private static readonly string[] Missing = ["refer", "leave_out"];

    public static PolicyStep? Step(FieldReader item, List<Refusal> refusals)
    {
        var (id, title, place) = (PolicyFields.Name(item, refusals, "id"), PolicyFields.Title(item), PolicyFields.Here(item));
        return item.OneOf("kind", Kinds, required: true) switch
        {
            "table" => Table(item, refusals, id, title, place),
            "scorecard" => Scorecard(item, refusals, id, title, place),
            "map" => new MapStep(id, title, place, FileFields.Items(item, "values", refusals, v => new MapValue(PolicyFields.Name(v, refusals), PolicyFields.Text(v, "is", required: true) ?? default, PolicyFields.TitleOrNone(v)), required: true, named: "name")),
            "decision" => new DecisionStep(id, title, place, PolicyFields.Text(item, "policy", required: true) ?? default, With(item), item.Flag("counts") ?? true),
            _ => null,
        };
    }

    private static List<KeyValuePair<string, Placed>> With(FieldReader item)
    {
        if (item.Map("with") is not { } map)
        {
            return [];
        }

        return [.. map.Entries.Select(e => KeyValuePair.Create(e.Key, new Placed(map.TextOf(e.Value, map.Join(e.Key)) ?? "", map.Join(e.Key), e.Value.Line, e.Value.Column)))];
    }

    private static TableStep Table(FieldReader item, List<Refusal> refusals, string id, Words title, Placed place)
    {
        var hit = item.OneOf("hit", HitPolicies.Letters, required: true) is { } letter ? (HitPolicy)HitPolicies.Letters.ToList().IndexOf(letter) : HitPolicy.Unique;
        var inputs = FileFields.Items(item, "inputs", refusals, i =>
        {
            var name = i.Text("id", required: true) ?? "";
            return new TableInput(name, PolicyFields.Text(i, "is") ?? new(name, i.Join("id"), i.Line, i.Column), PolicyFields.TitleOrNone(i));
        }, required: true, max: 64);
        var outputs = FileFields.Items(item, "outputs", refusals, o => new TableOutput(PolicyFields.Name(o, refusals), PolicyFields.Type(o), PolicyFields.Text(o, "default"), PolicyFields.Texts(o, "values")), max: 64, named: "name");
        var (at, rows) = (0, new List<TableRow>());
        FileFields.Items(item, "rows", refusals, r =>
        {
            rows.Add(Row(r, ++at, inputs, outputs, refusals));
            return 0;
        }, required: true, max: PolicyReader.MaxRows);
        return new(id, title, place, hit, inputs, outputs, rows);
    }

    private static TableRow Row(FieldReader item, int number, List<TableInput> inputs, List<TableOutput> outputs, List<Refusal> refusals) => new(
        item.Text("id") ?? $"{number}",
        Cells(item, "when", [.. inputs.Select(i => i.Id)], refusals),
        Cells(item, "then", [.. outputs.Select(o => o.Name)], refusals),
        PolicyFields.Outcome(item),
        PolicyFields.Texts(item, "reason"),
        PolicyFields.Here(item),
        item.Text("note") ?? "");

    /// <summary>A list by position, or a map by the columns' names; what is absent or null is open.</summary>
    private static Placed?[] Cells(FieldReader item, string key, string[] columns, List<Refusal> refusals)
    {
        var (cells, path) = (new Placed?[columns.Length], item.Join(key));
        if (item.Node(key) is DocMap map)
        {
            foreach (var entry in map.Entries)
            {
                if (Array.IndexOf(columns, entry.Key) is var at and >= 0)
                {
                    cells[at] = Cell(item, entry.Value, $"{path}.{entry.Key}");
                }
                else
                {
                    refusals.Add(PolicyRefusals.UnknownColumn($"{path}.{entry.Key}", entry.Key, columns).At(entry.KeyLine, entry.KeyColumn));
                }
            }

            return cells;
        }

        var list = item.List(key);
        if (item.Node(key) is DocList node && list.Count != columns.Length)
        {
            refusals.Add(PolicyRefusals.Columns(path, list.Count, columns.Length).At(node.Line, node.Column));
        }

        for (var i = 0; i < Math.Min(list.Count, columns.Length); i++)
        {
            cells[i] = Cell(item, list[i], $"{path}.{columns[i]}");
        }

        return cells;
    }

    private static Placed? Cell(FieldReader item, DocNode node, string path) =>
        node is DocScalar { IsNull: true } ? null : item.TextOf(node, path) is { } text && text.Trim() is not ("-" or "") ? new(text, path, node.Line, node.Column) : null;

    private static ScorecardStep Scorecard(FieldReader item, List<Refusal> refusals, string id, Words title, Placed place)
    {
        var additive = item.OneOf("combine", ["weighted", "sum"]) == "sum";
        var groups = FileFields.Items(item, "groups", refusals, g => Group(g, additive, refusals), required: true, max: 64);
        if (!additive || groups.Count == 0)
        {
            Sum(groups.Select(g => g.Weight), item.Join("groups"), item, refusals);
        }

        var bands = FileFields.Items(item, "bands", refusals, b => new ScoreBand(b.Text("grade", required: true) ?? "", Points(b, "from", required: true) ?? 0), max: 64, named: "grade");
        if (bands.Zip(bands.Skip(1)).Any(p => p.First.From <= p.Second.From))
        {
            refusals.Add(PolicyRefusals.Bands(item.Join("bands")).At(item.Line, item.Column));
        }

        return new(id, title, place, additive, Points(item, "offset") ?? 0, item.Whole("places", 0, 12) ?? 2, item.Ratio("coverage", 0, 1) ?? 1, groups, bands);
    }

    private static ScoreGroup Group(FieldReader item, bool additive, List<Refusal> refusals)
    {
        var (id, title) = (PolicyFields.Name(item, refusals, "id"), PolicyFields.Title(item));
        var weight = additive ? 1 : item.Ratio("weight", 0, 1, required: true) ?? 0;
        var indicators = FileFields.Items(item, "indicators", refusals, i => Indicator(i, additive, refusals), required: true, max: 256);
        if (!additive || indicators.Count == 0)
        {
            Sum(indicators.Select(i => i.Weight), item.Join("indicators"), item, refusals);
        }

        return new(id, title, weight, indicators, PolicyFields.Here(item));
    }

    private static ScoreIndicator Indicator(FieldReader item, bool additive, List<Refusal> refusals)
    {
        var id = FileFields.Id(item, refusals);
        var line = item.Map("line") is { } map ? Line(map, refusals) : null;
        var (at, bins) = (0, new List<ScoreBin>());
        FileFields.Items(item, "bins", refusals, b =>
        {
            bins.Add(new(PolicyFields.Text(b, "when") ?? new("-", $"{b.Path}.when", b.Line, b.Column), Points(b, "points", required: true) ?? 0));
            return at++;
        }, max: 1000);
        if (line is null == (bins.Count == 0))
        {
            refusals.Add(PolicyRefusals.Bins(item.Path).At(item.Line, item.Column));
        }

        var (min, max) = (Points(item, "min") ?? 0, Points(item, "max") ?? 100);
        if (max < min)
        {
            refusals.Add(PolicyRefusals.Backwards(item.Join("max"), PolicyRefusals.Text(max), PolicyRefusals.Text(min)).At(item.Line, item.Column));
        }

        var title = PolicyFields.Title(item);
        return new(id, title, PolicyFields.Text(item, "is", required: true) ?? default, additive ? 1 : item.Ratio("weight", 0, 1, required: true) ?? 0, min, Math.Max(min, max), line, bins,
            item.OneOf("missing", Missing) == "leave_out", PolicyFields.Texts(item, "reason"), PolicyFields.Here(item));
    }

    private static ScoreLine Line(FieldReader map, List<Refusal> refusals)
    {
        var made = new ScoreLine(Ends(map, "from") ?? 0, Ends(map, "to") ?? 1);
        if (made.From == made.To)
        {
            refusals.Add(FieldRefusals.Type(map.Join("to"), map.Node("to") ?? new DocScalar("", false, map.Line, map.Column), new("与 from 不同的值", "a value other than from")));
        }

        map.Finish();
        return made;
    }

    /// <summary>Points within a million, so that no sum of them overflows.</summary>
    private static decimal? Points(FieldReader item, string key, bool required = false) => item.Ratio(key, -1_000_000, 1_000_000, required);

    /// <summary>The ends of a straight line, within 10^15.</summary>
    private static decimal? Ends(FieldReader item, string key) => item.Ratio(key, -1_000_000_000_000_000m, 1_000_000_000_000_000m, required: true);

    private static void Sum(IEnumerable<decimal> weights, string path, FieldReader item, List<Refusal> refusals)
    {
        if (weights.Sum() is var sum && sum != 1)
        {
            refusals.Add(PolicyRefusals.Weights(path, sum).At(item.Line, item.Column));
        }
    }
}
