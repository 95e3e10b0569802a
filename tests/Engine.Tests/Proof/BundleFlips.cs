using System.Text.Json;
using Zhirong.Engine.Proof;

namespace Zhirong.Engine.Tests.Proof;

/// <summary>Where each byte of a bundle lies, and which checks are there to find it changed.</summary>
internal sealed class BundleFlips
{
    private readonly string[] paths;

    public BundleFlips(byte[] bundle)
    {
        paths = new string[bundle.Length];
        var reader = new Utf8JsonReader(bundle);
        var steps = new List<(string? Name, int Index)>();
        var from = 0;
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else if (reader.TokenType == JsonTokenType.PropertyName)
            {
                steps[^1] = (reader.GetString(), 0);
            }
            else if (steps.Count > 0 && steps[^1].Name is null)
            {
                steps[^1] = (null, steps[^1].Index + 1);
            }

            var isValue = reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.StartArray or JsonTokenType.StartObject or JsonTokenType.EndArray or JsonTokenType.EndObject);
            var path = string.Concat(steps.Select(s => s.Name is null ? $"[{s.Index}]" : "." + s.Name)).TrimStart('.');
            var to = (int)reader.BytesConsumed;
            paths.AsSpan(from, to - from).Fill(isValue || path.Contains(".content", StringComparison.Ordinal) ? path : "");
            from = to;
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
            {
                steps.Add(reader.TokenType == JsonTokenType.StartArray ? (null, -1) : ("", 0));
            }
        }
    }

    public string PathOf(int at) => paths[at];

    /// <summary>Beginnings of the names of checks that fit the byte; the form fits every one.</summary>
    public IEnumerable<string> Fitting(int at)
    {
        var path = paths[at];
        var item = path.StartsWith("items[", StringComparison.Ordinal) ? path[..(path.IndexOf(']') + 2)] : "";
        var rest = path[item.Length..];
        return path switch
        {
            "" => ["form"],
            "log.origin" => ["form", "origin"],
            "checkpoint.origin" => ["form", "origin"],
            "earlier.checkpoint.origin" => ["form", "origin"],
            _ when path.StartsWith("log.keys", StringComparison.Ordinal) => ["form", "keys"],
            _ when path.StartsWith("checkpoint.", StringComparison.Ordinal) => ["form", "signature."],
            _ when path.StartsWith("signatures", StringComparison.Ordinal) => ["form", "signature."],
            _ when path.StartsWith("earlier.consistency.", StringComparison.Ordinal) => ["form", path[..path.IndexOf('[')]],
            _ when path.StartsWith("earlier.", StringComparison.Ordinal) => ["form", "earlier.signature."],
            _ when rest.StartsWith("content", StringComparison.Ordinal) || rest == "salt" => ["form", item + "content"],
            _ when rest.StartsWith("leafHash.", StringComparison.Ordinal) => ["form", $"{item}leaf.{rest[9..]}"],
            _ when rest.StartsWith("leaf.", StringComparison.Ordinal) => ["form", item + "leaf."],
            _ when rest == "index" => ["form", item + "inclusion."],
            _ when rest.StartsWith("inclusion.", StringComparison.Ordinal) => ["form", item + rest[..rest.IndexOf('[')]],
            _ => [],
        };
    }

    /// <summary>Every byte with its lowest, its highest and its case bit turned.</summary>
    public static IEnumerable<(int At, byte[] Bytes)> All(byte[] bundle)
    {
        for (var at = 0; at < bundle.Length; at++)
        {
            foreach (var mask in (byte[])[0x01, 0x20, 0x80])
            {
                byte[] flipped = [.. bundle];
                flipped[at] ^= mask;
                yield return (at, flipped);
            }
        }
    }

    /// <summary>The families that failed, by the name of <see cref="BundleCheck.Family"/>.</summary>
    public static HashSet<string> Families(ProofReport report) => [.. report.Failing.Select(name =>
        name.StartsWith("items[", StringComparison.Ordinal) ? name[(name.IndexOf(']') + 2)..].Split('.')[0]
        : name.StartsWith("earlier.", StringComparison.Ordinal) ? string.Join('.', name.Split('.').Take(2))
        : name.Split('.', '[')[0])];
}
