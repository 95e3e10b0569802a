using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Zhirong.Modules.Lending.Decisions;

/// <summary>JSON in one form for one content: keys by their letters, no white space, characters as they are.</summary>
internal static class CanonicalText
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(JsonNode node)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, Plain))
        {
            Sorted(node)!.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>What a writer writes, as text.</summary>
    public static string Written(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, Plain))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>SHA-256, hex.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, Sorted(p.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        null => null,
        _ => node.DeepClone(),
    };
}
