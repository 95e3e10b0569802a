using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Proof;

/// <summary>Reads the fields of a format strictly, and collects what is not as it should be instead of stopping.</summary>
internal sealed class FormReader
{
    private static readonly Words Nothing = new("没有这个字段", "no such field");
    private static readonly Words Required = new("必填", "a value");

    /// <summary>So many problems tell enough: what is read after them is not looked at.</summary>
    public const int Most = 100;

    public List<FormProblem> Problems { get; } = [];

    /// <summary>There are <see cref="Most"/> problems and reading is given up.</summary>
    public bool Full => Problems.Count >= Most;

    /// <summary>The fields of an object that has exactly these names; anything else is a problem. A value that is missing was named already.</summary>
    public FormFields Object(JsonElement value, string path, params ReadOnlySpan<string> names)
    {
        var fields = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            return new(this, path, fields);
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            Wrong(path, value, new("对象", "an object"));
            return new(this, path, fields);
        }

        foreach (var member in value.EnumerateObject())
        {
            if (Full)
            {
                return new(this, path, fields);
            }

            if (!names.Contains(member.Name))
            {
                Problems.Add(new(Join(path, member.Name), Short(member.Name), Nothing));
            }
            else if (!fields.TryAdd(member.Name, member.Value))
            {
                Problems.Add(new(Join(path, member.Name), "×2", new("每个键只出现一次", "each key once")));
            }
        }

        foreach (var name in names)
        {
            if (!fields.ContainsKey(name))
            {
                Problems.Add(new(Join(path, name), "—", Required));
            }
        }

        return new(this, path, fields);
    }

    public void Wrong(string path, JsonElement value, Words expected) => Problems.Add(new(path, Short(value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText()), expected));

    public static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Short(string text) => text.Length == 0 ? "\"\"" : text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 79), "…");
}

/// <summary>The fields of one object; a missing one was named already and reads as nothing.</summary>
internal sealed partial class FormFields(FormReader form, string path, Dictionary<string, JsonElement> fields)
{
    public bool IsNull(string name) => fields.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.Null;

    public string PathOf(string name) => FormReader.Join(path, name);

    /// <summary>The field as it stands; <c>default</c> when it is missing.</summary>
    public JsonElement Raw(string name) => fields.GetValueOrDefault(name);

    public FormFields Object(string name, params ReadOnlySpan<string> names) =>
        fields.TryGetValue(name, out var value) ? form.Object(value, PathOf(name), names) : new(form, PathOf(name), []);

    public IReadOnlyList<(JsonElement Value, string Path)> List(string name, int least, int most)
    {
        if (form.Full || !fields.TryGetValue(name, out var value))
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() < least || value.GetArrayLength() > most)
        {
            var found = value.ValueKind == JsonValueKind.Array ? $"[{value.GetArrayLength()}]" : value.ValueKind.ToString();
            form.Problems.Add(new(PathOf(name), found, new($"{least} 至 {most} 项的列表", $"a list of {least} to {most} items")));
            return [];
        }

        return [.. value.EnumerateArray().Select((item, index) => (item, $"{PathOf(name)}[{index}]"))];
    }

    /// <summary>A text of 1 to <see cref="ProofLimits.Name"/> characters.</summary>
    public string Name(string name) => Text(name, text => text.Length is > 0 and <= ProofLimits.Name, new($"1 至 {ProofLimits.Name} 个字符", $"1 to {ProofLimits.Name} characters"));

    public string Constant(string name, string wanted) => Text(name, text => text == wanted, Words.Same(wanted));

    public Guid Id(string name) => Guid.TryParse(Text(name, text => Uuid().IsMatch(text), new("小写 UUID", "a UUID in lower case")), out var id) ? id : default;

    /// <summary>Origin of a log: <c>zhirong/</c> and the log's UUID.</summary>
    public string Origin(string name) => Text(
        name, text => text.StartsWith(LogIdentity.OriginPrefix, StringComparison.Ordinal) && Uuid().IsMatch(text[LogIdentity.OriginPrefix.Length..]), new("zhirong/小写 UUID", "zhirong/ and a UUID in lower case"));

    public DateTimeOffset Instant(string name)
    {
        DateTimeOffset instant = default;
        Text(name, text => ProofInstant.TryParse(text, out instant), new("UTC 时刻，微秒六位，以 Z 结尾", "a UTC instant with six digits of microseconds and Z"));
        return instant;
    }

    public long Whole(string name, long least)
    {
        if (!fields.TryGetValue(name, out var value))
        {
            return least;
        }

        if (value.ValueKind == JsonValueKind.Number && long.TryParse(value.GetRawText(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number < 1L << 53)
        {
            return number;
        }

        form.Wrong(PathOf(name), value, new($"{least} 至 2^53−1 的整数", $"a whole number from {least} to 2^53-1"));
        return least;
    }

    /// <summary>Lower-case hexadecimal of exactly so many bytes.</summary>
    public byte[] Bytes(string name, int count)
    {
        var bytes = new byte[count];
        Text(name, text => Hex.TryRead(text, bytes), HexOf(count));
        return bytes;
    }

    public Digest Hash(string name) => new(Bytes(name, Digest.Size));

    public DualDigest Hashes(string name)
    {
        var both = Object(name, "sha256", "sm3");
        return new(both.Hash("sha256"), both.Hash("sm3"));
    }

    public DualProof Proofs(string name)
    {
        var both = Object(name, "sha256", "sm3");
        return new(both.Path("sha256"), both.Path("sm3"));
    }

    private List<Digest> Path(string name)
    {
        var digests = new List<Digest>();
        foreach (var (value, at) in List(name, 0, ProofLimits.Path))
        {
            Digest digest = default;
            if (value.ValueKind != JsonValueKind.String || !Digest.TryParse(value.GetString(), out digest))
            {
                form.Wrong(at, value, HexOf(Digest.Size));
            }

            digests.Add(digest);
        }

        return digests;
    }

    public string Text(string name, Func<string, bool> fits, Words expected)
    {
        if (!fields.TryGetValue(name, out var value))
        {
            return "";
        }

        if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text && fits(text))
        {
            return text;
        }

        form.Wrong(PathOf(name), value, expected);
        return "";
    }

    private static Words HexOf(int bytes) => new($"{2 * bytes} 位小写十六进制", $"{2 * bytes} hexadecimal digits in lower case");

    [GeneratedRegex(@"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Uuid();
}
