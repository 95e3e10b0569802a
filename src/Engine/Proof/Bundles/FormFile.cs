using System.Text.Json;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Proof;

/// <summary>Reads a file that must be wholly in form: canonical bytes and at most one line end after them.</summary>
internal static class FormFile
{
    public static Result<T> Read<T>(ReadOnlyMemory<byte> bytes, string schema, Func<FormReader, JsonElement, string, T> read)
    {
        var opened = StrictJson.Open(bytes);
        if (!opened.Ok)
        {
            return Result<T>.Refused(opened.Refusals);
        }

        if (SchemaOf(opened.Value) != schema)
        {
            return ProofRefusals.OtherSchema(SchemaOf(opened.Value), schema);
        }

        var form = new FormReader();
        var value = read(form, opened.Value, "");
        Canonical(bytes, opened.Value, form.Problems);
        return form.Problems is [var first, ..] ? ProofRefusals.Form(first.Path, first.Found, first.Expected) : value;
    }

    /// <summary>What the file says it is; a dash when it does not say.</summary>
    public static string SchemaOf(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("schema", out var schema) && schema.ValueKind == JsonValueKind.String ? schema.GetString()! : "—";

    /// <summary>Adds a problem when the bytes are not the canonical form of the value.</summary>
    public static void Canonical(ReadOnlyMemory<byte> bytes, JsonElement root, List<FormProblem> problems)
    {
        if (problems.Count >= FormReader.Most)
        {
            return;
        }

        var before = problems.Count;
        var body = bytes.Length > 0 && bytes.Span[^1] == (byte)'\n' ? bytes[..^1] : bytes;
        if (CanonicalJson.Difference(body, root, problems) is { } offset && problems.Count == before)
        {
            problems.Add(new("", $"byte {offset}", new("规范 JSON（RFC 8785）的逐字节写法", "the very bytes of canonical JSON (RFC 8785)")));
        }
    }
}
