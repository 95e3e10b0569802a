using System.Text.Json.Nodes;

namespace Zhirong.Host.Tests.Schemas;

/// <summary>Builds a document that holds every property a schema names, and finds the objects in it.</summary>
internal sealed class SchemaSample(JsonNode schema)
{
    private static readonly Dictionary<string, string> Scalars = new()
    {
        ["money"] = "100",
        ["ratio"] = "0.05",
        ["date"] = "2026-01-20",
        ["whole"] = "1",
        ["tenor"] = "3M",
        ["dayCount"] = "ACT/365F",
        ["name"] = "x",
    };

    public JsonNode? Of(JsonNode rule)
    {
        if (rule["$ref"] is { } reference)
        {
            var name = reference.GetValue<string>().Split('/')[^1];
            return Scalars.TryGetValue(name, out var text) ? text : Of(schema["$defs"]![name]!);
        }

        if (rule["properties"] is JsonObject properties)
        {
            return new JsonObject(properties.Select(p => KeyValuePair.Create(p.Key, Of(p.Value!))));
        }

        if (rule["oneOf"] is JsonArray options)
        {
            return Of(options.LastOrDefault(o => o!["properties"] is not null) ?? options[^1]!);
        }

        if (rule["items"] is { } items)
        {
            return new JsonArray(Of(items));
        }

        return rule["const"]?.DeepClone() ?? rule["enum"]?[0]?.DeepClone() ?? Scalar(rule);
    }

    private static JsonNode? Scalar(JsonNode rule) => rule["type"] switch
    {
        JsonValue type when type.GetValue<string>() == "boolean" => true,
        JsonValue type when type.GetValue<string>() == "object" => new JsonObject(),
        null => new JsonArray(),
        _ => rule["pattern"]?.GetValue<string>().Contains("nominal", StringComparison.Ordinal) == true ? "actual" : "x",
    };

    /// <summary>Every object of the sample whose keys the schema closes, with its path (list items by position) and keys.</summary>
    public static IEnumerable<(string[] Path, IReadOnlyList<string> Keys)> Objects(JsonNode schema, JsonNode full) => Objects(schema, schema, full, []);

    private static IEnumerable<(string[] Path, IReadOnlyList<string> Keys)> Objects(JsonNode schema, JsonNode rule, JsonNode? value, string[] path)
    {
        if (rule["$ref"] is { } reference)
        {
            rule = schema["$defs"]![reference.GetValue<string>().Split('/')[^1]]!;
        }

        if (rule["oneOf"] is JsonArray options)
        {
            rule = options.LastOrDefault(o => o!["properties"] is not null) ?? rule;
        }

        if (rule["properties"] is JsonObject properties && value is JsonObject map)
        {
            yield return (path, [.. properties.Select(p => p.Key)]);
            foreach (var found in properties.SelectMany(p => Objects(schema, p.Value!, map[p.Key], [.. path, p.Key])))
            {
                yield return found;
            }
        }
        else if (rule["items"] is { } items && value is JsonArray list)
        {
            foreach (var found in Objects(schema, items, list[0], [.. path, "0"]))
            {
                yield return found;
            }
        }
    }

    public static JsonNode With(JsonNode full, string[] path, string key)
    {
        var copy = full.DeepClone();
        var at = copy;
        foreach (var step in path)
        {
            at = at is JsonArray list ? list[0]! : at[step]!;
        }

        at.AsObject()[key] = "1";
        return copy;
    }
}
