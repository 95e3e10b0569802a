using System.Text.Json;
using System.Text.Unicode;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Proof;

/// <summary>Opens JSON within limits, or says where it is broken: line, column and the path of the field before the break.</summary>
internal static class StrictJson
{
    public static Result<JsonElement> Open(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > ProofLimits.Bytes)
        {
            return ProofRefusals.TooLarge(bytes.Length, ProofLimits.Bytes);
        }

        if (!Utf8.IsValid(bytes.Span))
        {
            return At(ProofRefusals.NotUtf8(FirstInvalid(bytes.Span)), bytes.Span, FirstInvalid(bytes.Span));
        }

        if (Scan(bytes.Span) is { } refusal)
        {
            return refusal;
        }

        return JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = ProofLimits.Depth }).RootElement;
    }

    /// <summary>Walks the tokens once without keeping them.</summary>
    private static Refusal? Scan(ReadOnlySpan<byte> bytes)
    {
        // One level more than allowed, so that too deep is not mistaken for broken.
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = ProofLimits.Depth + 1 });
        var path = new JsonPath();
        var values = 0;
        try
        {
            while (reader.Read())
            {
                path.Step(ref reader);
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= ProofLimits.Depth)
                {
                    return At(ProofRefusals.TooDeep(path.ToString(), ProofLimits.Depth), bytes, (int)reader.TokenStartIndex);
                }

                if (reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject or JsonTokenType.PropertyName) && ++values > ProofLimits.Values)
                {
                    return ProofRefusals.TooMany(ProofLimits.Values);
                }

                if (reader.TokenType == JsonTokenType.String && reader.ValueIsEscaped)
                {
                    _ = reader.GetString();
                }
            }
        }
        catch (JsonException problem)
        {
            var text = problem.Message.ReplaceLineEndings(" ");
            var cut = text.IndexOf(" LineNumber:", StringComparison.Ordinal);
            return ProofRefusals.Syntax(path.ToString(), cut > 0 ? text[..cut] : text)
                .At((int)(problem.LineNumber ?? 0) + 1, (int)(problem.BytePositionInLine ?? 0) + 1);
        }
        catch (InvalidOperationException)
        {
            // An escape that is half of a surrogate pair cannot become text.
            return At(ProofRefusals.Syntax(path.ToString(), "half of a surrogate pair"), bytes, (int)reader.TokenStartIndex);
        }

        return null;
    }

    private static Refusal At(Refusal refusal, ReadOnlySpan<byte> bytes, int offset)
    {
        var before = bytes[..offset];
        return refusal.At(before.Count((byte)'\n') + 1, offset - before.LastIndexOf((byte)'\n'));
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            if (System.Text.Rune.DecodeFromUtf8(bytes[at..], out _, out var used) != System.Buffers.OperationStatus.Done)
            {
                return at;
            }

            at += used;
        }

        return bytes.Length;
    }

    /// <summary>Where a reader stands, written like <c>items[0].leaf.by</c>.</summary>
    private sealed class JsonPath
    {
        private readonly List<(string? Name, int Index)> steps = [];

        public void Step(ref Utf8JsonReader reader)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    steps[^1] = (reader.GetString(), 0);
                    return;
                case JsonTokenType.EndArray or JsonTokenType.EndObject:
                    steps.RemoveAt(steps.Count - 1);
                    return;
            }

            if (steps.Count > 0 && steps[^1].Name is null)
            {
                steps[^1] = (null, steps[^1].Index + 1);
            }

            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
            {
                steps.Add(reader.TokenType == JsonTokenType.StartArray ? (null, -1) : ("", 0));
            }
        }

        public override string ToString()
        {
            var path = "";
            foreach (var (name, index) in steps)
            {
                path += name is null ? $"[{Math.Max(0, index)}]" : path.Length == 0 || name.Length == 0 ? name : "." + name;
            }

            return path;
        }
    }
}
