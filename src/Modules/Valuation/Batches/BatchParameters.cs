using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Zhirong.Modules.Valuation.Batches;

/// <summary>A parameter of a template as a line of a sheet.</summary>
/// <param name="Path">Dotted; items of a list by their <c>id</c>: <c>methods.revenue_share.tax</c>.</param>
/// <param name="Value">A figure, a word, <c>true</c> or <c>false</c>; a list without ids as JSON.</param>
/// <param name="Kind">Of the figure's origin: evidence, contract, published, assumption, computed; empty where it is stated bare.</param>
/// <param name="Date">The day of the source, <c>yyyy-MM-dd</c>; empty for none.</param>
internal sealed record BatchParameter(string Path, string Value, string Kind = "", string Source = "", string Date = "");

/// <summary>A template between its two forms: a part of a request, and lines that people fill in. What goes one way comes back the same.</summary>
internal static class BatchParameters
{
    private static readonly string[] OfFigure = ["value", "kind", "source", "date", "sheet"];

    public static IReadOnlyList<BatchParameter> Lines(JsonObject? template)
    {
        var lines = new List<BatchParameter>();
        foreach (var (key, value) in template ?? [])
        {
            Into(lines, key, value);
        }

        return lines;
    }

    /// <summary>Null where there is no line.</summary>
    public static JsonObject? Template(IReadOnlyList<BatchParameter> lines)
    {
        var made = new JsonObject();
        foreach (var line in lines)
        {
            Put(made, line.Path.Split('.'), Value(line));
        }

        return lines.Count == 0 ? null : made;
    }

    private static void Into(List<BatchParameter> lines, string path, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject figure when figure["value"] is JsonValue && figure.All(f => OfFigure.Contains(f.Key)) && figure["sheet"] is null:
                lines.Add(new(path, Text(figure["value"]), Text(figure["kind"]), Text(figure["source"]), Text(figure["date"])));
                break;
            case JsonObject map when map.Count > 0:
                foreach (var (key, value) in map)
                {
                    Into(lines, $"{path}.{key}", value);
                }

                break;
            case JsonArray list when list.Count > 0 && list.All(i => Named(i) is not null):
                foreach (var item in list)
                {
                    foreach (var (key, value) in item!.AsObject().Where(f => f.Key != "id"))
                    {
                        Into(lines, $"{path}.{Named(item)}.{key}", value);
                    }
                }

                break;
            default:
                lines.Add(new(path, node is JsonValue ? Text(node) : node?.ToJsonString() ?? "null"));
                break;
        }
    }

    /// <summary>Below <c>methods</c> the next step is an item's id; elsewhere a field.</summary>
    private static void Put(JsonObject at, string[] path, JsonNode? value)
    {
        for (var i = 0; i < path.Length - 1; i++)
        {
            if (path[i] == "methods" && i + 1 < path.Length - 1)
            {
                var list = at["methods"] as JsonArray ?? [];
                at["methods"] ??= list;
                var item = list.FirstOrDefault(m => Named(m) == path[i + 1]) as JsonObject;
                if (item is null)
                {
                    list.Add((JsonNode)(item = new() { ["id"] = path[i + 1] }));
                }

                at = item;
                i++;
                continue;
            }

            var next = at[path[i]] as JsonObject ?? [];
            at[path[i]] ??= next;
            at = next;
        }

        at[path[^1]] = value;
    }

    private static JsonNode? Value(BatchParameter line)
    {
        var text = line.Value.Trim();
        if (line.Kind.Length + line.Source.Length + line.Date.Length > 0)
        {
            var figure = new JsonObject { ["value"] = text };
            foreach (var (key, said) in new[] { ("kind", line.Kind), ("source", line.Source), ("date", line.Date) }.Where(f => f.Item2.Trim().Length > 0))
            {
                figure[key] = said.Trim();
            }

            return figure;
        }

        if (text is "true" or "false" or "null" || text.StartsWith('[') || text.StartsWith('{'))
        {
            try
            {
                return JsonNode.Parse(text);
            }
            catch (JsonException)
            {
                return text;
            }
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) && text == whole.ToString(CultureInfo.InvariantCulture) ? whole : text;
    }

    private static string Text(JsonNode? node) => node switch { null => "", JsonValue value when value.TryGetValue<string>(out var text) => text, _ => node.ToJsonString() };

    private static string? Named(JsonNode? item) => item is JsonObject map && map["id"] is JsonValue id && id.TryGetValue<string>(out var text) && !text.Contains('.', StringComparison.Ordinal) ? text : null;
}
