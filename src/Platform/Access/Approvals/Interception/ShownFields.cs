using System.Globalization;
using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;

namespace Zhirong.Platform.Access.Approvals.Interception;

/// <summary>What of a request is shown where no room says more: its fields by name, secrets as dots.</summary>
internal static class ShownFields
{
    /// <summary>Most fields shown; the rest is counted.</summary>
    private const int Most = 200;

    /// <summary>Longest value shown, in characters.</summary>
    private const int Longest = 500;

    private static readonly string[] Secrets = ["password", "secret", "pin"];

    public static ShownChange Of(ActRequest request, Words title) => new()
    {
        Title = title,
        Amount = Amount(request.Body),
        SubjectId = request.Values.GetValueOrDefault("id"),
        SubjectKind = request.Values.ContainsKey("id") ? Kind(request.Path) : null,
        Fields = [.. Fields(request)],
    };

    /// <summary>Whether a text is JSON with a secret in it.</summary>
    public static bool HasSecret(string text)
    {
        try
        {
            return text.Length > 0 && JsonNode.Parse(text) is { } node && HasSecret(node);
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }

    public static bool HasSecret(JsonNode body) => Leaves(body, "").Any(leaf => Secret(leaf.Path));

    private static IEnumerable<FieldChange> Fields(ActRequest request)
    {
        foreach (var (name, value) in request.Values)
        {
            yield return new(name, Words.Same(name), null, value);
        }

        if (request.Body is null)
        {
            yield break;
        }

        var leaves = Leaves(request.Body, "").ToList();
        foreach (var (path, text) in leaves.Take(Most))
        {
            yield return new(path, Words.Same(path), null, Secret(path) ? "••••••" : text.Length <= Longest ? text : text[..Longest] + "…");
        }

        if (leaves.Count > Most)
        {
            yield return new("…", new("其余字段", "further fields"), null, $"{leaves.Count - Most}");
        }
    }

    private static IEnumerable<(string Path, string Text)> Leaves(JsonNode? node, string path) => node switch
    {
        JsonObject map => map.SelectMany(field => Leaves(field.Value, path.Length == 0 ? field.Key : $"{path}.{field.Key}")),
        JsonArray list => list.Index().SelectMany(item => Leaves(item.Item, $"{path}[{item.Index}]")),
        null => [],
        _ => [(path, node.GetValueKind() == System.Text.Json.JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString())],
    };

    private static bool Secret(string path)
    {
        var name = path.Split('.')[^1];
        return Secrets.Any(secret => name.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A top-level <c>amount</c> in yuan.</summary>
    private static Money? Amount(JsonNode? body) =>
        body is JsonObject map && map["amount"] is JsonValue value && value.TryGetValue<string>(out var text)
        && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) && yuan * 100 == decimal.Truncate(yuan * 100) && yuan <= Money.Limit.Yuan
            ? Money.Cny(yuan)
            : null;

    /// <summary>The word before the id in the path, singular: <c>/api/v1/payments/batches/…</c> gives <c>batch</c>.</summary>
    private static string Kind(string path)
    {
        var parts = path.Split('/');
        var at = Array.FindIndex(parts, part => Guid.TryParse(part, out _));
        var word = at > 0 ? parts[at - 1] : "";
        return word.EndsWith("ches", StringComparison.Ordinal) ? word[..^2] : word.TrimEnd('s');
    }
}
