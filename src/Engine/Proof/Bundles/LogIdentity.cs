using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Proof;

/// <summary>Which log, and by which keys it signs: what a reader pins, <c>zhirong/evidence-log/v1</c>.</summary>
/// <param name="Origin"><c>zhirong/</c> and the log's UUID.</param>
/// <param name="Keys">One key for each algorithm.</param>
public sealed record LogIdentity(string Origin, IReadOnlyList<LogKey> Keys)
{
    public const string Schema = "zhirong/evidence-log/v1";

    public const string OriginPrefix = "zhirong/";

    public static string OriginOf(Guid log) => OriginPrefix + log;

    /// <summary>The only key of the algorithm; null when there is none or more than one.</summary>
    public LogKey? KeyOf(SignatureAlgorithm algorithm) => Keys.Where(key => key.Algorithm == algorithm).ToList() is [var only] ? only : null;

    /// <summary>The log key file: canonical JSON.</summary>
    public byte[] ToBytes() => CanonicalWriter.Bytes(writer =>
        writer.Begin('{').Name("keys").Keys(Keys).Name("origin").Text(Origin).Name("schema").Text(Schema).End('}'));

    /// <summary>Reads a log key file strictly; keys must lie on their curves and match their fingerprints.</summary>
    public static Result<LogIdentity> Read(ReadOnlyMemory<byte> bytes) => FormFile.Read(bytes, Schema, (form, root, _) =>
    {
        var fields = form.Object(root, "", "keys", "origin", "schema");
        var log = new LogIdentity(fields.Origin("origin"), KeysFrom(form, fields));
        foreach (var key in log.Keys.Where(key => form.Problems.Count == 0 && (!key.IsOnCurve || LogKey.FingerprintOf(key.Public.Span) != key.Fingerprint)))
        {
            form.Problems.Add(new("keys", key.Fingerprint, new("曲线上的点及其指纹", "a point of the curve with its fingerprint")));
        }

        return log;
    });

    internal static LogIdentity ReadFrom(FormReader form, FormFields bundle)
    {
        var fields = bundle.Object("log", "keys", "origin");
        return new(fields.Origin("origin"), KeysFrom(form, fields));
    }

    private static List<LogKey> KeysFrom(FormReader form, FormFields fields)
    {
        var keys = new List<LogKey>();
        foreach (var (value, path) in fields.List("keys", 1, 8))
        {
            var key = form.Object(value, path, "algorithm", "key", "public");
            keys.Add(new(Algorithm(key), Hex.Of(key.Bytes("key", LogKey.FingerprintSize)), key.Bytes("public", Sm2.PublicSize)));
        }

        return keys;
    }

    internal static SignatureAlgorithm Algorithm(FormFields fields) => SignatureAlgorithms.Parse(fields.Text(
        "algorithm", word => SignatureAlgorithms.Parse(word) is not null, Words.Same(string.Join(" | ", SignatureAlgorithms.All.Select(a => a.Word()))))) ?? default;
}
