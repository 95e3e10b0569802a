using System.Globalization;
using System.Text.Json;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Modules.Tests.Excel;

/// <summary>
/// A whole deal drawn from a seed along the published schema of <c>ipabs/v1</c>: every key sooner or later, in every spelling the schema
/// allows, with texts that hurt. Dates, ids and lengths are made to agree, so that the deal can be read.
/// </summary>
internal sealed class RandomDocument
{
    private static readonly JsonElement Schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Deals.Root, "src", "Host", "Schemas", "ipabs-v1.json"))).RootElement;

    private static readonly string[] Texts =
    [
        "优先级", "A", "001", "null", "true", "1e5", "2024-01-31", "~", "=SUM(A1:A9)", "-1+2", "@x", "a, b", "甲、乙；丙", "\"quoted\"", " blank at both ends ", "two\nlines", "tab\there",
        "# no comment", "key: value", "[x]", "{y}", "'", "it's 100% & <b>", "_x0041_", "𠮷野家", "ＦＵＬＬ", "[]", "\"\"", "- dash", "*", "&a", "50%", "A.balance == 0", "\u0001", "\u00A0nbsp", "。",
    ];

    private readonly Random random;
    private int ids;

    public RandomDocument(int seed) => random = new(seed);

    /// <summary>Every key written at least once so far, as dotted paths without positions.</summary>
    public HashSet<string> Keys { get; } = [];

    /// <summary>Every key the schema knows.</summary>
    public static IReadOnlySet<string> AllKeys { get; } = SchemaKeys(Schema, "").ToHashSet();

    public DocMap Deal()
    {
        var deal = (DocMap)Node(Schema, "", required: true)!;
        deal = deal["costs"] is DocMap costs ? Set(deal, "costs", Costs(costs)) : deal;
        var payments = random.Next(1, 7);
        deal = Set(deal, "dates", Dates((DocMap)deal["dates"]!, payments));
        deal = Set(deal, "tranches", new DocList([.. ((DocList)deal["tranches"]!).Items.Select(item => Tranche((DocMap)item, payments))], 1, 1));
        deal = Set(deal, "pool", Pool((DocMap)deal["pool"]!));
        deal = Set(deal, "waterfalls", With((DocMap)deal["waterfalls"]!, "normal", ((DocMap)deal["waterfalls"]!)["normal"]!));
        deal = deal["fees"] is DocList fees ? Set(deal, "fees", new DocList([.. fees.Items.Select(item => Fee((DocMap)item))], 1, 1)) : deal;
        return deal["triggers"] is DocList triggers
            ? Set(deal, "triggers", new DocList([.. triggers.Items.Select(item => Set((DocMap)item, "then", Plain(One("accelerated", "post_default", "termination", "notify_obligors"))))], 1, 1))
            : deal;
    }

    private static DocMap Map(params (string Key, DocNode Value)[] entries) => new([.. entries.Select(entry => new DocEntry(entry.Key, 1, 1, entry.Value))], 1, 1);

    private static DocScalar Plain(string text) => new(text, false, 1, 1);

    private DocScalar Text() => new(One(Texts), true, 1, 1);

    private T One<T>(params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];

    private static DocMap Set(DocMap map, string key, DocNode value) => With(map with { Entries = [.. map.Entries.Where(entry => entry.Key != key)] }, key, value);

    private static DocMap With(DocMap map, string key, DocNode value) =>
        map[key] is null ? map with { Entries = [.. map.Entries, new(key, 1, 1, value)] } : map;

    private DocMap Dates(DocMap dates, int payments)
    {
        var closing = new DateOnly(2020, 1, 1).AddDays(random.Next(2000));
        var days = Enumerable.Range(1, payments).Select(n => closing.AddMonths(3 * n)).ToList();
        var listed = new DocList([.. days.Select(day => (DocNode)Plain(Iso(day)))], 1, 1);
        DocNode written = random.Next(3) switch
        {
            0 => listed,
            1 => Map(("list", listed)),
            _ => Map(("every", Plain("3M")), ("first", Plain(Iso(days[0]))), ("last", Plain(Iso(days[^1])))),
        };
        dates = Set(Set(dates, "closing", Plain(Iso(closing))), "payment_dates", written);
        foreach (var (key, day) in new[] { ("cutoff", closing.AddDays(-3)), ("expected_maturity", days[^1]), ("legal_maturity", days[^1].AddYears(1)) })
        {
            dates = dates[key] is null ? dates : Set(dates, key, Plain(Iso(day)));
        }

        return dates;
    }

    private DocMap Tranche(DocMap item, int payments)
    {
        DocList list() => new([.. Enumerable.Range(0, payments).Select(_ => (DocNode)Plain($"{random.Next(0, 100_000) / 100m}"))], 1, 1);
        var amort = (item["amort"] as DocScalar)?.Text;
        item = amort == "unit_schedule" || item["unit_principal"] is not null ? Set(item, "unit_principal", list()) : item;
        return amort == "target_balance" || item["target_balance"] is not null ? Set(item, "target_balance", list()) : item;
    }

    /// <summary>A cost is a rate or an amount, never both.</summary>
    private static DocMap Costs(DocMap costs)
    {
        static DocMap items(DocMap map) => map["items"] is DocList list ? Set(map, "items", new DocList([.. list.Items.Select(item => Cost((DocMap)item))], 1, 1)) : map;
        costs = items(costs);
        return costs["quote"] is DocMap quote ? Set(costs, "quote", items(quote)) : costs;
    }

    private static DocMap Cost(DocMap item) => item["rate"] is null
        ? With(item, "amount", Plain("1200.50"))
        : With(item with { Entries = [.. item.Entries.Where(entry => entry.Key != "amount")] }, "of", Plain("interest"));

    /// <summary>A kind of fee asks for its own figure.</summary>
    private static DocMap Fee(DocMap fee) => (fee["kind"] as DocScalar)?.Text switch
    {
        "tax" => With(fee, "vat", Plain("0.03")),
        "fixed" => With(fee, "amount", Plain("30000.00")),
        _ => With(fee, "rate", Plain("0.0001")),
    };

    private static DocMap Pool(DocMap pool)
    {
        static DocNode contract(DocNode node) => node is DocMap map && (map["amort"] as DocScalar)?.Text == "schedule" && map["schedule"] is null
            ? With(map, "schedule", new DocList([Plain("40"), Plain("60")], 1, 1)) : node;
        var own = (DocList)pool["obligors"]!;
        var shared = (DocMap)pool["contract"]!;
        shared = (DocMap)contract(With(With(shared, "amort", Plain("bullet")), "rate", Plain("0.05")));
        return Set(Set(pool, "contract", shared), "obligors", new DocList([.. own.Items.Select(item => item is DocMap map && map["contract"] is { } terms ? Set(map, "contract", contract(terms)) : item)], 1, 1));
    }

    private DocNode? Node(JsonElement schema, string path, bool required)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            var name = reference.GetString()!["#/$defs/".Length..];
            return Named(name) ?? Node(Schema.GetProperty("$defs").GetProperty(name), path, required);
        }

        if (schema.TryGetProperty("oneOf", out var choices))
        {
            return Node(choices[random.Next(choices.GetArrayLength())], path, required);
        }

        if (schema.TryGetProperty("const", out var constant))
        {
            return Plain(constant.ToString());
        }

        if (schema.TryGetProperty("enum", out var words))
        {
            return Plain(words[random.Next(words.GetArrayLength())].GetString()!);
        }

        return (schema.TryGetProperty("type", out var type) ? type.ToString() : "") switch
        {
            "object" when schema.TryGetProperty("properties", out var properties) => Object(schema, properties, path),
            "object" when schema.TryGetProperty("additionalProperties", out var values) && values.ValueKind == JsonValueKind.Object =>
                Map([.. new[] { "patent", "trademark", "植物新品种" }.Take(random.Next(1, 4)).Select(key => (key, Node(values, $"{path}.{key}", true)!))]),
            "object" => Map([.. Enumerable.Range(0, 3).Select(n => ($"role {n}", (DocNode)Text()))]),
            "array" => new DocList([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Node(schema.GetProperty("items"), path, true)!)], 1, 1),
            "boolean" => Plain(One("true", "false", "yes", "No".ToLowerInvariant())),
            "string" when path.EndsWith(".id", StringComparison.Ordinal) || path == "id" => Plain($"i{++ids}"),
            "string" when path.EndsWith("period_rate", StringComparison.Ordinal) => Plain(One("nominal/4", "actual")),
            "string" => Text(),
            _ => Free(2),
        };
    }

    private DocMap Object(JsonElement schema, JsonElement properties, string path)
    {
        var required = schema.TryGetProperty("required", out var list) ? list.EnumerateArray().Select(key => key.GetString()).ToHashSet() : [];
        var entries = new List<DocEntry>();
        foreach (var property in properties.EnumerateObject().OrderBy(_ => random.Next()))
        {
            var inner = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            if (inner is "shelf.series" or "money.scale" || required.Contains(property.Name) || random.NextDouble() < 0.6)
            {
                Keys.Add(inner);
                entries.Add(new(property.Name, 1, 1, Known(inner) ?? Node(property.Value, inner, required.Contains(property.Name))!));
            }
        }

        // A cap that is written needs one of its two figures.
        return entries.Count == 0 && path.EndsWith(".cap", StringComparison.Ordinal) ? Map(("rate", Plain("0.01"))) : new(entries, 1, 1);
    }

    private static IEnumerable<string> SchemaKeys(JsonElement schema, string path)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return SchemaKeys(Schema.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]), path);
        }

        var inner = schema.TryGetProperty("oneOf", out var choices) ? choices.EnumerateArray().SelectMany(choice => SchemaKeys(choice, path)) : [];
        var items = schema.TryGetProperty("items", out var item) ? SchemaKeys(item, path) : [];
        var own = schema.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().SelectMany(property =>
            {
                var key = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
                return SchemaKeys(property.Value, key).Prepend(key);
            })
            : [];
        return [.. inner, .. items, .. own];
    }

    /// <summary>Where the readers ask for more than the schema says.</summary>
    private DocNode? Known(string path) => path switch
    {
        "shelf.series" or "shelf.used.series" or "shelf.valid_months" => Plain($"{random.Next(1, 20)}"),
        "pool.obligors.ip_kinds" => One<DocNode>(Map(("patent", Plain("9")), (One("trademark", "著作权", "a, b", "x: y", "\""), Plain("2"))), new DocList([Text(), Text()], 1, 1), new DocMap([], 1, 1)),
        "costs.items.of" or "costs.quote.items.of" => Plain(One("principal", "interest")),
        "costs.quote.spread_bp" => Plain(One("45", "-12.5")),
        "money.unit_decimals" => Plain("4"),
        "money.unit_face" => Plain("100"),
        "pool.limits.min_obligors" => Plain("3"),
        _ when path.EndsWith("contract.periods", StringComparison.Ordinal) => Plain("8"),
        _ => null,
    };

    private DocScalar? Named(string definition) => definition switch
    {
        "money" => new(One(Number(2), Number(0), Number(2), "1e6", "999999999.99", "12345678901234.56"), random.Next(4) == 0, 1, 1),
        "ratio" => new(One("0", "0.05", "0.0520", "1", "0.123456789012", "5e-3", ".25"), random.Next(4) == 0, 1, 1),
        "date" => Plain(Iso(new DateOnly(2021, 1, 1).AddDays(random.Next(3000)))),
        "whole" => Plain($"{random.Next(0, 10)}"),
        "tenor" => Plain(One("3M", "1Y", "2W", "15D")),
        "dayCount" => Plain(One("ACT/365F", "ACT/360", "ACT/364", "ACT/ACT", "30/360", "30E/360")),
        _ => null,
    };

    private DocNode Free(int depth) => random.Next(depth > 0 ? 6 : 2) switch
    {
        0 => Text(),
        1 => Plain(One("5", "true", "2024-01-31", "0.10", "word")),
        2 => new DocList([.. Enumerable.Range(0, random.Next(0, 3)).Select(_ => Free(depth - 1))], 1, 1),
        3 => new DocList([.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => (DocNode)Plain("null"))], 1, 1),
        _ => new DocMap([.. Enumerable.Range(0, random.Next(0, 3)).Select(n => new DocEntry(One("a", "b.c", "键", "x[0]", "\"") + n, 1, 1, Free(depth - 1)))], 1, 1),
    };

    private string Number(int decimals) => decimal.Round(random.Next(1, 90_000_000) / 100m, decimals).ToString(CultureInfo.InvariantCulture);

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
