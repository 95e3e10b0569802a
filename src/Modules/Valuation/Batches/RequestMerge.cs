using System.Text.Json.Nodes;

namespace Zhirong.Modules.Valuation.Batches;

/// <summary>Lays a template over a request: what the template states counts, what it does not mention stays.</summary>
internal static class RequestMerge
{
    /// <summary>
    /// Objects field by field. Of a list whose items have ids the template says which items there are and in which order, each laid over
    /// the item of its id; any other list is replaced whole.
    /// </summary>
    public static JsonNode Over(JsonNode under, JsonNode over) => (under, over) switch
    {
        (JsonObject a, JsonObject b) => Fields(a, b),
        (JsonArray a, JsonArray b) when b.Count > 0 && b.All(i => Id(i) is not null) => new JsonArray([.. b.Select(item => a.FirstOrDefault(i => Id(i) == Id(item)) is { } known ? Over(known, item!) : item!.DeepClone())]),
        _ => over.DeepClone(),
    };

    private static JsonObject Fields(JsonObject under, JsonObject over)
    {
        var merged = new JsonObject();
        foreach (var (key, value) in under)
        {
            merged[key] = over[key] is { } stated && value is not null ? Over(value, stated) : (over[key] ?? value)?.DeepClone();
        }

        foreach (var (key, value) in over.Where(f => !under.ContainsKey(f.Key)))
        {
            merged[key] = value?.DeepClone();
        }

        return merged;
    }

    private static string? Id(JsonNode? item) => item is JsonObject map && map["id"] is JsonValue id && id.TryGetValue<string>(out var text) ? text : null;
}
