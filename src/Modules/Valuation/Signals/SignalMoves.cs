using System.Globalization;
using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Valuation.Drafting;
using Zhirong.Modules.Valuation.Storage;

namespace Zhirong.Modules.Valuation.Signals;

/// <summary>Lays a rule over the request of an appraisal.</summary>
internal static class SignalMoves
{
    public static IEnumerable<SignalMove> Of(SignalRule rule, AppraisalVersion? newest, Language language)
    {
        var request = newest is null ? null : JsonNode.Parse(newest.Request) as JsonObject;
        foreach (var (path, stated) in Places(rule.Parameter, request))
        {
            var from = request is null ? null : Figure(stated) ?? rule.Unstated;
            decimal? to = from is { } known ? rule.Times ? known * rule.By : known + rule.By : null;
            yield return new(path, Text(from), Text(to), rule.Id, rule.Title.In(language), newest?.AppraisalId, newest?.Number);
        }
    }

    /// <summary>The path, or the path in each method that has what stands around the parameter.</summary>
    private static IEnumerable<(string Path, JsonNode? Stated)> Places(string parameter, JsonObject? request)
    {
        const string Every = "methods.*.";
        if (request is null || !parameter.StartsWith(Every, StringComparison.Ordinal))
        {
            yield return (parameter, At(request, parameter));
            yield break;
        }

        var rest = parameter[Every.Length..];
        foreach (var method in request["methods"] as JsonArray ?? [])
        {
            if (method is JsonObject map && map[rest.Split('.')[0]] is JsonObject)
            {
                yield return ($"methods.{map["id"]}.{rest}", At(map, rest));
            }
        }
    }

    private static JsonNode? At(JsonObject? from, string path)
    {
        JsonNode? at = from;
        foreach (var step in path.Split('.'))
        {
            at = (at as JsonObject)?[step];
        }

        return at;
    }

    private static decimal? Figure(JsonNode? stated) =>
        (stated is JsonObject figure ? figure["value"] : stated) is JsonValue value && decimal.TryParse($"{value}", NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Text(decimal? number) => number is { } known ? Stated.Number(known) : null;
}
