using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Rules.Policies;

namespace Zhirong.Engine.Rules.Reading;

/// <summary>Reads <c>zhirong/policy/v1</c>.</summary>
public static class PolicyReader
{
    public const string Schema = "zhirong/policy/v1";

    /// <summary>Most rows of a table.</summary>
    public const int MaxRows = 2_000;

    private static readonly string[] States = ["draft", "published"];

    public static Result<PolicyDefinition> Read(ReadOnlyMemory<byte> bytes)
    {
        var document = DocReader.Read(bytes);
        return document.Ok ? Read(document.Value) : Result<PolicyDefinition>.Refused(document.Refusals);
    }

    public static Result<PolicyDefinition> Read(DocNode document) =>
        FileFields.Node(document, Schema, (root, refusals) => Root(root, refusals, DocumentHash.Of(document)));

    private static PolicyDefinition Root(FieldReader root, List<Refusal> refusals, string hash)
    {
        var (from, to) = Effective(root, refusals);
        return new()
        {
            Id = FileFields.Id(root, refusals),
            Version = root.Text("version", required: true) ?? "",
            Title = PolicyFields.Title(root),
            Source = root.Text("source", required: true) ?? "",
            Verified = root.Flag("verified") ?? false,
            Published = root.OneOf("status", States) == "published",
            Author = Signature(root, "author"),
            Checker = Signature(root, "checker"),
            Change = root.Text("change") ?? "",
            From = from,
            To = to,
            Parent = Parent(root, refusals),
            Hash = hash,
            Facts = FileFields.Items(root, "facts", refusals, f => Fact(f, refusals), required: true, named: "name"),
            Parameters = FileFields.Items(root, "parameters", refusals, p => Parameter(p, refusals), named: "name"),
            Reasons = FileFields.Items(root, "reasons", refusals, r => new Reason(FileFields.Id(r, refusals, "code"), PolicyFields.Title(r), PolicyFields.Here(r)), named: "code"),
            Steps = FileFields.Items(root, "steps", refusals, s => StepReader.Step(s, refusals), required: true).OfType<PolicyStep>().ToList(),
            Figures = FileFields.Items(root, "figures", refusals, f => Figure(f, refusals), named: "name"),
            Tests = FileFields.Items(root, "tests", refusals, t => Test(t, refusals)),
        };
    }

    private static (DateOnly? From, DateOnly? To) Effective(FieldReader root, List<Refusal> refusals)
    {
        if (root.Map("effective") is not { } map)
        {
            return (null, null);
        }

        var (from, to) = (map.Date("from"), map.Date("to"));
        if (to < from)
        {
            refusals.Add(PolicyRefusals.Backwards("effective.to", PolicyRefusals.Day(to.Value), PolicyRefusals.Day(from.Value)).At(map.Line, map.Column));
        }

        map.Finish();
        return (from, to);
    }

    private static Signature? Signature(FieldReader root, string key)
    {
        if (root.Map(key) is not { } map)
        {
            return null;
        }

        var made = new Signature(map.Text("name", required: true) ?? "", map.Date("date", required: true) ?? default);
        map.Finish();
        return made;
    }

    private static string Parent(FieldReader root, List<Refusal> refusals)
    {
        if (root.Text("parent") is not { } parent)
        {
            return "";
        }

        if (parent.Length != 71 || !parent.StartsWith("sha256:", StringComparison.Ordinal) || !parent[7..].All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f')))
        {
            var node = root.Node("parent")!;
            refusals.Add(PolicyRefusals.Parent("parent", parent).At(node.Line, node.Column));
        }

        return parent;
    }

    private static FactDeclaration Fact(FieldReader item, List<Refusal> refusals)
    {
        var made = new FactDeclaration(PolicyFields.Name(item, refusals), PolicyFields.Type(item, required: true) ?? RuleType.Number, PolicyFields.Title(item), item.Text("unit") ?? "", item.Text("source") ?? "",
            PolicyFields.Texts(item, "values"), item.Number("min"), item.Number("max"), item.Whole("places", 0, 12), item.Whole("fresh", 1, 36_500));
        if (made.Max < made.Min)
        {
            refusals.Add(PolicyRefusals.Backwards(item.Join("max"), PolicyRefusals.Text(made.Max.Value), PolicyRefusals.Text(made.Min.Value)).At(item.Line, item.Column));
        }

        foreach (var key in (string[])[.. made.Type == RuleType.Number ? [] : (string[])["min", "max", "places"], .. made.Type is RuleType.Text or RuleType.Texts ? [] : (string[])["values"]])
        {
            if (item.Node(key) is { } node)
            {
                refusals.Add(FieldRefusals.Type(item.Join(key), node, new($"{PolicyFields.Word(made.Type)} 类事实没有此项", $"nothing: a fact of type {PolicyFields.Word(made.Type)} has none")));
            }
        }

        return made;
    }

    private static Parameter Parameter(FieldReader item, List<Refusal> refusals)
    {
        var (name, type) = (PolicyFields.Name(item, refusals), PolicyFields.Type(item) ?? RuleType.Number);
        var value = RuleValue.Unknown(type);
        if (item.Text("value", required: true) is { } text)
        {
            if (RuleValue.Parse(type, text) is { } read)
            {
                value = read;
            }
            else
            {
                var node = item.Node("value")!;
                refusals.Add(PolicyRefusals.Value(item.Join("value"), text, type).At(node.Line, node.Column));
            }
        }

        return new(name, value, PolicyFields.Title(item), item.Text("unit") ?? "", item.Text("source", required: true) ?? "", item.Flag("verified") ?? false);
    }

    private static Figure Figure(FieldReader item, List<Refusal> refusals)
    {
        var (name, unit) = (PolicyFields.Name(item, refusals), item.Text("unit") ?? "");
        var money = unit == "CNY";
        var places = item.Whole("places", 0, 12, required: false) ?? (money ? 2 : null);
        return new(name, PolicyFields.Text(item, "from", required: true) ?? default, PolicyFields.Title(item), unit, places, PolicyFields.Rounding(item, required: places is not null) ?? RoundingMode.HalfUp);
    }

    private static PolicyTest Test(FieldReader item, List<Refusal> refusals)
    {
        var id = FileFields.Id(item, refusals);
        var title = PolicyFields.TitleOrNone(item) ?? Words.Same(id);
        var day = item.Date("day", required: true) ?? default;
        var facts = item.Map("facts", required: true) is { } map ? FactsReader.Entries(map, day, refusals) : [];
        var expected = new Expectation(null, null, null, []);
        if (item.Map("expect", required: true) is { } expect)
        {
            expected = new(
                expect.OneOf("outcome", [.. PolicyFields.Outcomes, "computed"]) is { } word ? word == "computed" ? Outcome.Computed : (Outcome)(1 + Array.IndexOf(PolicyFields.Outcomes, word)) : null,
                expect.Node("reasons") is null ? null : PolicyFields.Texts(expect, "reasons"),
                expect.Node("missing") is null ? null : PolicyFields.Texts(expect, "missing"),
                Expected(expect));
            expect.Finish();
        }

        return new(id, title, day, facts, expected, PolicyFields.Here(item));
    }

    private static List<KeyValuePair<string, string>> Expected(FieldReader expect)
    {
        if (expect.Map("figures") is not { } figures)
        {
            return [];
        }

        return [.. figures.Entries.Select(e => KeyValuePair.Create(e.Key, figures.TextOf(e.Value, figures.Join(e.Key)) ?? ""))];
    }
}
