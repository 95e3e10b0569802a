using System.Text.Encodings.Web;
using System.Text.Json;

namespace Zhirong.Modules.Assets.Storage;

/// <summary>The facts of an event as they are kept.</summary>
internal static class FactsJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(IReadOnlyDictionary<string, string> facts) => facts.Count == 0 ? "{}" : JsonSerializer.Serialize(facts.OrderBy(f => f.Key, StringComparer.Ordinal).ToDictionary(f => f.Key, f => f.Value), Options);

    public static IReadOnlyDictionary<string, string> Read(string json) => json == "{}" ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(json, Options)!;
}
