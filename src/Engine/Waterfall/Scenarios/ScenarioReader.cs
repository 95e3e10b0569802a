using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Rules;
using Zhirong.Engine.Waterfall.Reading;
using Zhirong.Engine.Waterfall.Resolve;

namespace Zhirong.Engine.Waterfall.Scenarios;

/// <summary>Reads a scenario file (JSON or YAML).</summary>
public static class ScenarioReader
{
    public const string Schema = "ipabs-scenario/v1";
    private const int MaxPeriod = 600;

    public static Result<ScenarioDefinition> Read(ReadOnlyMemory<byte> bytes)
    {
        var document = DocReader.Read(bytes);
        return document.Ok ? Read(document.Value) : Result<ScenarioDefinition>.Refused(document.Refusals);
    }

    public static Result<ScenarioDefinition> Read(DocNode document)
    {
        var refusals = new List<Refusal>();
        if (FieldReader.Open(document, "", refusals) is not { } root)
        {
            return Result<ScenarioDefinition>.Refused(refusals);
        }

        root.OneOf("schema", [Schema], required: true);
        var scenario = new ScenarioDefinition
        {
            Id = root.Text("id") ?? "scenario",
            Defaults = Defaults(root, refusals),
            Prepayments = Prepayments(root, refusals),
            Assumptions = Assumptions(root, refusals),
            Facts = Facts(root, refusals),
            Set = Sets(root, refusals),
        };
        DealReader.Named(root, "name", refusals);
        root.Text("note");
        root.Finish();
        return refusals.Count == 0 ? scenario : Result<ScenarioDefinition>.Refused(refusals);
    }

    private static List<DefaultEvent> Defaults(FieldReader root, List<Refusal> refusals)
    {
        var events = new List<DefaultEvent>();
        foreach (var item in DealReader.Items(root, "defaults", refusals))
        {
            var obligor = item.Text("obligor", required: true) ?? "";
            var period = item.Whole("period", 1, MaxPeriod, required: true) ?? 1;
            events.Add(new(obligor, period, item.Ratio("recovery", 0, 1) ?? 0, item.Whole("lag", 0, MaxPeriod) ?? 0));
            item.Finish();
        }

        return events;
    }

    private static List<PrepaymentEvent> Prepayments(FieldReader root, List<Refusal> refusals)
    {
        var events = new List<PrepaymentEvent>();
        foreach (var item in DealReader.Items(root, "prepayments", refusals))
        {
            var obligor = item.Text("obligor", required: true) ?? "";
            var period = item.Whole("period", 1, MaxPeriod, required: true) ?? 1;
            events.Add(new(obligor, period, item.Ratio("share", 0, 1, required: true) ?? 0));
            item.Finish();
        }

        return events;
    }

    private static List<RateAssumption> Assumptions(FieldReader root, List<Refusal> refusals)
    {
        var assumptions = new List<RateAssumption>();
        foreach (var item in DealReader.Items(root, "assumptions", refusals))
        {
            var scope = item.Text("scope", required: true) ?? "pool";
            var parts = scope.Split(':', 2);
            AssumptionScope? kind = (parts[0], parts.Length) switch
            {
                ("pool", 1) => AssumptionScope.Pool,
                ("industry", 2) => AssumptionScope.Industry,
                ("obligor", 2) => AssumptionScope.Obligor,
                _ => null,
            };
            if (kind is null)
            {
                refusals.Add(DealRefusals.Scope(item.Join("scope"), scope, item.Node("scope")!));
            }

            assumptions.Add(new()
            {
                Scope = kind ?? AssumptionScope.Pool,
                Of = parts.Length == 2 ? parts[1].Trim() : "",
                DefaultRates = Rates(item, "cdr", refusals),
                PrepaymentRates = Rates(item, "cpr", refusals),
                Recovery = item.Ratio("recovery", 0, 1) ?? 0,
                Lag = item.Whole("lag", 0, MaxPeriod) ?? 0,
            });
            item.Finish();
        }

        return assumptions;
    }

    private static List<decimal> Rates(FieldReader item, string key, List<Refusal> refusals)
    {
        var rates = item.Node(key) is DocScalar single ? (item.NumberOf(single, item.Join(key)) is { } one ? [one] : []) : PoolReader.Decimals(item, key);
        if (rates.Exists(r => r is < 0 or > 1))
        {
            refusals.Add(FieldRefusals.Type(item.Join(key), item.Node(key)!, new("0 到 1 之间的年率", "annual rates between 0 and 1")));
        }

        return rates;
    }

    private static Dictionary<string, RuleValue> Facts(FieldReader root, List<Refusal> refusals)
    {
        var facts = new Dictionary<string, RuleValue>();
        foreach (var entry in Entries(root, "facts", refusals))
        {
            var path = $"facts.{entry.Key}";
            if (!DealVocabulary.OutsideFacts.TryGetValue(entry.Key, out var type))
            {
                refusals.Add(DealRefusals.Fact(path, entry.Key, Words.Same(string.Join(" | ", DealVocabulary.OutsideFacts.Keys)), entry.Value));
            }
            else if (Value(type, (entry.Value as DocScalar)?.Text) is { } value)
            {
                facts[entry.Key] = value;
            }
            else
            {
                refusals.Add(DealRefusals.Fact(path, entry.Value.Describe(), type == RuleType.Grade ? Words.Same("AAA | AA+ | AA | AA- | …") : Words.Same("true | false"), entry.Value));
            }
        }

        return facts;
    }

    private static RuleValue? Value(RuleType type, string? text) => type switch
    {
        RuleType.Grade when Grade.TryParse(text, out var grade) => RuleValue.Of(grade),
        RuleType.Flag when text is "true" or "false" => RuleValue.Of(text == "true"),
        _ => null,
    };

    private static List<KeyValuePair<string, DocNode>> Sets(FieldReader root, List<Refusal> refusals) =>
        [.. Entries(root, "set", refusals).Select(e => new KeyValuePair<string, DocNode>(e.Key, e.Value))];

    private static IReadOnlyList<DocEntry> Entries(FieldReader root, string key, List<Refusal> refusals)
    {
        switch (root.Node(key))
        {
            case null:
                return [];
            case DocMap map:
                return map.Entries;
            case { } other:
                refusals.Add(FieldRefusals.Type(key, other, new("一组键值", "a map of keys")));
                return [];
        }
    }
}
