using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Proof;

/// <summary>The JSON Canonicalization Scheme (RFC 8785), for what evidence is made of.</summary>
/// <remarks>
/// Keys in the order of their UTF-16 code units, no white space, least escaping, UTF-8. Numbers are whole and from
/// −(2^53 − 1) to 2^53 − 1 (RFC 7493), written without exponent: money and rates stand in strings. A fraction, a further
/// digit or a key that comes twice is refused, not rounded.
/// </remarks>
public static class CanonicalJson
{
    private const long Largest = (1L << 53) - 1;

    private static readonly Words WholeNumber = new("−(2^53−1) 至 2^53−1 的整数", "a whole number from -(2^53-1) to 2^53-1");

    private static readonly Words OneKey = new("每个键只出现一次", "each key once");

    /// <summary>Any JSON text in its canonical form.</summary>
    public static Result<byte[]> Of(ReadOnlyMemory<byte> json)
    {
        var opened = StrictJson.Open(json);
        return opened.Ok ? Of(opened.Value) : Result<byte[]>.Refused(opened.Refusals);
    }

    /// <summary>A value built by a program in its canonical form.</summary>
    public static Result<byte[]> Of(JsonNode? value) => Of(Encoding.UTF8.GetBytes(value?.ToJsonString() ?? "null"));

    private static Result<byte[]> Of(JsonElement value)
    {
        var problems = new List<FormProblem>();
        var bytes = Write(value, "", problems);
        return problems is [var first, ..] ? ProofRefusals.NotCanonical(first.Path, first.Found, first.Expected) : bytes;
    }

    /// <summary>The canonical form; what has none is copied as it stands and named among the problems.</summary>
    internal static byte[] Write(JsonElement value, string path, List<FormProblem> problems) =>
        CanonicalWriter.Bytes(writer => Write(writer, value, path, problems), JsonMarshal.GetRawUtf8Value(value).Length + 16);

    /// <summary>The offset where the bytes leave the canonical form of the value; null when they are it.</summary>
    internal static int? Difference(ReadOnlyMemory<byte> bytes, JsonElement value, List<FormProblem> problems)
    {
        var comparison = new ByteComparison(bytes);
        Write(new(comparison), value, "", problems);
        return comparison.Difference;
    }

    private static void Write(CanonicalWriter writer, JsonElement value, string path, List<FormProblem> problems)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(writer, value, path, problems);
                break;
            case JsonValueKind.Array:
                writer.Begin('[');
                var index = 0;
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item, $"{path}[{index++}]", problems);
                }

                writer.End(']');
                break;
            case JsonValueKind.String:
                WriteText(writer, value);
                break;
            case JsonValueKind.Number:
                WriteNumber(writer, value.GetRawText(), path, problems);
                break;
            default:
                writer.Raw(Encoding.ASCII.GetBytes(value.GetRawText()));
                break;
        }
    }

    /// <summary>Without an escape a string stands already as it has to.</summary>
    private static void WriteText(CanonicalWriter writer, JsonElement value)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value);
        _ = raw.Contains((byte)'\\') ? writer.Text(value.GetString()!) : writer.Raw(raw);
    }

    /// <summary>More of them tell nothing more.</summary>
    private static void Add(List<FormProblem> problems, string path, string found, Words expected)
    {
        if (problems.Count < FormReader.Most)
        {
            problems.Add(new(path, found, expected));
        }
    }

    private static void WriteObject(CanonicalWriter writer, JsonElement value, string path, List<FormProblem> problems)
    {
        var members = value.EnumerateObject().Select(member => (member.Name, member.Value)).OrderBy(member => member.Name, StringComparer.Ordinal).ToList();
        writer.Begin('{');
        for (var i = 0; i < members.Count; i++)
        {
            var at = path.Length == 0 ? members[i].Name : $"{path}.{members[i].Name}";
            if (i > 0 && members[i].Name == members[i - 1].Name)
            {
                Add(problems, at, "×2", OneKey);
            }

            writer.Name(members[i].Name);
            Write(writer, members[i].Value, at, problems);
        }

        writer.End('}');
    }

    private static void WriteNumber(CanonicalWriter writer, string raw, string path, List<FormProblem> problems)
    {
        if (!long.TryParse(raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number is < -Largest or > Largest || raw == "-0")
        {
            Add(problems, path, raw, WholeNumber);
        }

        writer.Raw(Encoding.ASCII.GetBytes(raw));
    }
}

/// <summary>A place of a file that is not what its format says.</summary>
/// <param name="Path">Such as <c>items[0].leafHash.sm3</c>.</param>
internal readonly record struct FormProblem(string Path, string Found, Words Expected);
