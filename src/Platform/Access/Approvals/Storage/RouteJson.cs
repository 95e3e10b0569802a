using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Approvals.Routes;

namespace Zhirong.Platform.Access.Approvals.Storage;

/// <summary>The level a case began under, as it is stored with it.</summary>
internal static class RouteJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static string Text(RouteLevel level) => new JsonObject
    {
        ["upTo"] = level.UpTo?.Fen,
        ["decideDays"] = level.DecideDays,
        ["validDays"] = level.ValidDays,
        ["steps"] = JsonSerializer.SerializeToNode(level.Steps, Options),
    }.ToJsonString(Options);

    public static RouteLevel Level(string text)
    {
        var level = JsonNode.Parse(text)!;
        return new()
        {
            UpTo = level["upTo"] is { } fen ? Money.OfFen(fen.GetValue<long>()) : null,
            DecideDays = level["decideDays"]!.GetValue<int>(),
            ValidDays = level["validDays"]!.GetValue<int>(),
            Steps = level["steps"].Deserialize<List<RouteStep>>(Options)!,
        };
    }
}
