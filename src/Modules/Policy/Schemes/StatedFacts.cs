using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Rules.Schemes;

namespace Zhirong.Modules.Policy.Schemes;

/// <summary>The facts of a request as <c>zhirong/scheme-facts/v1</c>, in one form for one content.</summary>
internal static class StatedFacts
{
    private const int MostCharacters = 200_000;

    /// <summary>The document of a request; keys in the order of their letters.</summary>
    public static Result<string> Document(JsonElement facts, JsonElement? used = null, JsonElement? pool = null, JsonElement? balances = null)
    {
        if (facts.ValueKind != JsonValueKind.Object)
        {
            return FieldRefusals.Type("facts", new DocScalar(facts.ValueKind.ToString(), false, 1, 1), new("一组键值", "a map of keys"));
        }

        var whole = new JsonObject { ["schema"] = FactsReader.Schema, ["facts"] = Sorted(facts) };
        foreach (var (name, part) in new[] { ("used", used), ("pool", pool), ("balances", balances) })
        {
            if (part is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } given)
            {
                whole[name] = Sorted(given);
            }
        }

        var text = PolicyDesk.Written(writer => whole.WriteTo(writer));
        return text.Length <= MostCharacters ? text : PolicyRefusals.Text("facts", $"{text.Length}", MostCharacters);
    }

    /// <summary>The document with the day of filing in it, in place of whatever was stated.</summary>
    public static string Filed(string document, DateOnly day)
    {
        var whole = JsonNode.Parse(document)!.AsObject();
        var facts = whole["facts"]!.AsObject();
        facts.Remove("application.filed");
        var filed = new JsonObject { ["date"] = $"{day:yyyy-MM-dd}", ["source"] = "提交 submitted", ["value"] = $"{day:yyyy-MM-dd}" };
        if (facts["application"] is JsonObject nested)
        {
            nested["filed"] = filed;
        }
        else
        {
            facts["application.filed"] = filed;
        }

        using var parsed = JsonDocument.Parse(whole.ToJsonString());
        whole["facts"] = Sorted(parsed.RootElement.GetProperty("facts"));
        return PolicyDesk.Written(writer => whole.WriteTo(writer));
    }

    public static Result<FactSheet> Read(string document, SchemeVocabulary vocabulary, IReadOnlyCollection<string> caps) => FactsReader.Read(Encoding.UTF8.GetBytes(document), vocabulary, caps);

    private static JsonNode? Sorted(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new JsonObject(element.EnumerateObject().GroupBy(p => p.Name, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => KeyValuePair.Create(g.Key, Sorted(g.Last().Value)))),
        JsonValueKind.Array => new JsonArray([.. element.EnumerateArray().Select(Sorted)]),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => JsonNode.Parse(element.GetRawText()),
    };
}
