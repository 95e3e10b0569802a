using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Products;
using Zhirong.Engine.Rules;

namespace Zhirong.Modules.Lending.Products.Matching;

/// <summary>Facts as a request types them: by name, each a value or <c>{value, source, date}</c>; null is not known.</summary>
internal static class TypedFacts
{
    private static readonly Words Typed = new("录入", "typed");

    /// <summary>Refused (LEN-0504): a name products do not know, a value of another type, a word that is none of the fact's.</summary>
    public static void Read(JsonElement? given, LendingForm form, Dictionary<string, ProductFactValue> facts)
    {
        if (given is not { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } map)
        {
            return;
        }

        if (map.ValueKind != JsonValueKind.Object)
        {
            form.Faults.Add(OriginationRefusals.Fact("facts", $"{map.ValueKind}", new("一组键值", "a map of keys")));
            return;
        }

        foreach (var entry in map.EnumerateObject())
        {
            var path = $"facts.{entry.Name}";
            if (ProductFacts.Find(entry.Name) is not { } fact || entry.Name.StartsWith("loan.", StringComparison.Ordinal))
            {
                form.Faults.Add(OriginationRefusals.Fact(path, entry.Name, Words.Same(string.Join(" | ", ProductFacts.All.Select(f => f.Name).Where(n => !n.StartsWith("loan.", StringComparison.Ordinal))))));
                continue;
            }

            var whole = entry.Value.ValueKind == JsonValueKind.Object;
            var value = whole ? entry.Value.TryGetProperty("value", out var inner) ? inner : default : entry.Value;
            var source = whole && entry.Value.TryGetProperty("source", out var from) && from.ValueKind == JsonValueKind.String ? form.Text($"{path}.source", from.GetString(), 300, required: false) : "";
            DateOnly? dated = whole && entry.Value.TryGetProperty("date", out var on) && on.ValueKind == JsonValueKind.String && DateOnly.TryParse(on.GetString(), out var day) ? day : null;
            if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            {
                facts.Remove(entry.Name);
            }
            else if (Value(fact, value) is { } read)
            {
                facts[entry.Name] = new(read, source.Length > 0 ? source : Typed.Zh, dated);
            }
            else
            {
                form.Faults.Add(OriginationRefusals.Fact(path, value.GetRawText(), Expected(fact)));
            }
        }
    }

    private static RuleValue? Value(ProductFact fact, JsonElement value)
    {
        if (fact.Type == RuleType.Texts)
        {
            var words = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(w => w.ValueKind == JsonValueKind.String ? w.GetString()! : "").ToList() : null;
            return words is { Count: <= 50 } && words.TrueForAll(w => fact.Values.Any(v => v.Key == w)) ? RuleValue.Of(words.Distinct(StringComparer.Ordinal)) : null;
        }

        var text = value.ValueKind switch { JsonValueKind.String => value.GetString()!.Trim(), JsonValueKind.Number => value.GetRawText(), JsonValueKind.True => "true", JsonValueKind.False => "false", _ => "" };
        return text.Length is > 0 and <= 100 && RuleValue.Parse(fact.Type, text) is { } read && Fits(fact, read) ? read : null;
    }

    private static bool Fits(ProductFact fact, RuleValue read) => fact.Type switch
    {
        RuleType.Text => fact.Values.Count == 0 || fact.Values.Any(v => v.Key == read.Text),
        RuleType.Number => fact.Unit.En switch { "CNY" => Math.Abs(read.Raw) <= Money.Limit.Yuan && decimal.Round(read.Raw, 2) == read.Raw, "%" => Math.Abs(read.Raw) <= 1_000_000m, _ => read.Raw is >= 0 and <= 1_000_000m },
        RuleType.Date => read.Raw is >= 0 and < 3_652_059m,
        _ => true,
    };

    private static Words Expected(ProductFact fact) => fact.Values.Count > 0
        ? Words.Same(string.Join(" | ", fact.Values.Select(v => v.Key)))
        : fact.Type switch { RuleType.Number => new("数值（金额以元计，比例以小数计）", "a number (yuan, or a fraction)"), RuleType.Date => Words.Same("yyyy-MM-dd"), RuleType.Flag => Words.Same("true | false"), _ => new("文字", "a text") };
}
