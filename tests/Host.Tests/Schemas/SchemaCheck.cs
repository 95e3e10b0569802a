using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Zhirong.Host.Tests.Schemas;

/// <summary>Checks an instance against the part of JSON Schema our schemas use; returns the paths that do not fit.</summary>
internal sealed class SchemaCheck(JsonNode schema)
{
    private static readonly HashSet<string> Known =
    [
        "$schema", "$id", "$defs", "$ref", "title", "description", "type", "properties", "required", "additionalProperties", "items",
        "enum", "const", "oneOf", "pattern", "minItems", "maxLength", "examples",
    ];

    public List<string> Faults(JsonNode? instance) => [.. Faults(schema, instance, "$")];

    private IEnumerable<string> Faults(JsonNode rule, JsonNode? value, string path)
    {
        var map = rule.AsObject();
        foreach (var word in map.Select(p => p.Key).Where(k => !Known.Contains(k)))
        {
            yield return $"{path}: the schema uses {word}, which this check does not know";
        }

        if (map["$ref"] is { } reference)
        {
            foreach (var fault in Faults(schema["$defs"]![reference.GetValue<string>().Split('/')[^1]]!, value, path))
            {
                yield return fault;
            }
        }

        if (map["oneOf"] is JsonArray options && options.Count(o => !Faults(o!, value, path).Any()) != 1)
        {
            yield return $"{path}: fits not exactly one of {options.Count} forms";
        }

        if (map["const"] is { } constant && !JsonNode.DeepEquals(constant, value))
        {
            yield return $"{path}: {value} is not {constant}";
        }

        if (map["enum"] is JsonArray words && !words.Any(w => JsonNode.DeepEquals(w, value)))
        {
            yield return $"{path}: {value} is not one of {words.ToJsonString()}";
        }

        foreach (var fault in TypeFaults(map, value, path).Concat(ObjectFaults(map, value, path)).Concat(ListFaults(map, value, path)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> TypeFaults(JsonObject map, JsonNode? value, string path)
    {
        var kind = value?.GetValueKind() ?? JsonValueKind.Null;
        if (map["type"] is { } type && !(type is JsonArray many ? many.Select(t => t!.GetValue<string>()) : [type.GetValue<string>()]).Any(t => Fits(t, value, kind)))
        {
            yield return $"{path}: {kind} is not {type}";
        }

        if (map["pattern"] is { } pattern && kind == JsonValueKind.String && !Regex.IsMatch(value!.GetValue<string>(), pattern.GetValue<string>()))
        {
            yield return $"{path}: {value} does not match {pattern}";
        }
    }

    private static bool Fits(string type, JsonNode? value, JsonValueKind kind) => type switch
    {
        "object" => kind == JsonValueKind.Object,
        "array" => kind == JsonValueKind.Array,
        "string" => kind == JsonValueKind.String,
        "number" => kind == JsonValueKind.Number,
        "integer" => kind == JsonValueKind.Number && value!.ToJsonString().All(c => char.IsAsciiDigit(c) || c == '-'),
        "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
        _ => kind == JsonValueKind.Null,
    };

    private IEnumerable<string> ObjectFaults(JsonObject map, JsonNode? value, string path)
    {
        if (value is not JsonObject instance)
        {
            yield break;
        }

        foreach (var required in map["required"]?.AsArray().Select(r => r!.GetValue<string>()).Where(r => !instance.ContainsKey(r)) ?? [])
        {
            yield return $"{path}: {required} is missing";
        }

        var properties = map["properties"]?.AsObject();
        foreach (var (key, item) in instance)
        {
            var rule = properties?[key] ?? (map["additionalProperties"] as JsonObject);
            if (rule is not null)
            {
                foreach (var fault in Faults(rule, item, $"{path}.{key}"))
                {
                    yield return fault;
                }
            }
            else if (map["additionalProperties"]?.GetValueKind() == JsonValueKind.False)
            {
                yield return $"{path}: {key} is unknown";
            }
        }
    }

    private IEnumerable<string> ListFaults(JsonObject map, JsonNode? value, string path)
    {
        if (value is not JsonArray list)
        {
            yield break;
        }

        if (map["minItems"] is { } least && list.Count < least.GetValue<int>())
        {
            yield return $"{path}: {list.Count} items";
        }

        for (var i = 0; map["items"] is { } rule && i < list.Count; i++)
        {
            foreach (var fault in Faults(rule, list[i], $"{path}[{i}]"))
            {
                yield return fault;
            }
        }
    }
}
