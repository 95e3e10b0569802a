using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Zhirong.Platform.Storage.Kept;

/// <summary>A short print of every field of a JSON body, so that a key used for another body can say which field differs.</summary>
/// <remarks>Two levels deep, at most 200 fields; <c>name=print</c> one a line in the order of the body.</remarks>
public static class FieldPrints
{
    private const int Most = 200;

    /// <summary>Null when the body is no JSON object.</summary>
    public static string? Of(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.ValueKind == JsonValueKind.Object ? string.Join('\n', Fields(document.RootElement, "", 1).Take(Most)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The first field that differs or stands on one side only; null when none does.</summary>
    public static string? FirstDifference(string? before, string? after)
    {
        var (old, now) = (Read(before), Read(after));
        return now.Concat(old).Select(f => f.Key).FirstOrDefault(name => old.GetValueOrDefault(name) != now.GetValueOrDefault(name));
    }

    private static IEnumerable<string> Fields(JsonElement parent, string path, int depth)
    {
        foreach (var field in parent.EnumerateObject())
        {
            var name = path + field.Name.Replace('\n', ' ').Replace('=', ' ');
            if (field.Value.ValueKind == JsonValueKind.Object && depth < 2)
            {
                foreach (var inner in Fields(field.Value, name + ".", depth + 1))
                {
                    yield return inner;
                }
            }
            else
            {
                yield return $"{name}={Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(field.Value.GetRawText())).AsSpan(0, 6))}";
            }
        }
    }

    private static Dictionary<string, string> Read(string? prints)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in (prints ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split('=', 2);
            fields[parts[0]] = parts[^1];
        }

        return fields;
    }
}
