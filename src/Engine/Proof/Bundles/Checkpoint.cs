using System.Text.Json;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Proof;

/// <summary>The state of a log in one line, <c>zhirong/checkpoint/v1</c>; its canonical bytes are what is signed.</summary>
public sealed record Checkpoint
{
    public const string Schema = "zhirong/checkpoint/v1";

    /// <summary>When it was made; kept to the microsecond in UTC.</summary>
    public required DateTimeOffset At { get; init => field = ProofInstant.Whole(value); }

    public required string Origin { get; init; }

    /// <summary>Leaves the log had.</summary>
    public required long Size { get; init; }

    /// <summary>The roots of both trees over them.</summary>
    public required DualDigest Roots { get; init; }

    /// <summary>Canonical JSON (RFC 8785).</summary>
    public byte[] ToBytes() => CanonicalWriter.Bytes(writer => Write(writer));

    internal CanonicalWriter Write(CanonicalWriter writer) => writer.Begin('{')
        .Name("at").Text(ProofInstant.Text(At)).Name("origin").Text(Origin).Name("schema").Text(Schema)
        .Name("sha256").Text(Roots.Sha256.ToString()).Name("size").Number(Size).Name("sm3").Text(Roots.Sm3.ToString()).End('}');

    public static Result<Checkpoint> Read(ReadOnlyMemory<byte> bytes) => FormFile.Read(bytes, Schema, ReadFrom);

    internal static Checkpoint ReadFrom(FormReader form, JsonElement value, string path)
    {
        var fields = form.Object(value, path, "at", "origin", "schema", "sha256", "size", "sm3");
        fields.Constant("schema", Schema);
        return new()
        {
            At = fields.Instant("at"),
            Origin = fields.Origin("origin"),
            Roots = new(fields.Hash("sha256"), fields.Hash("sm3")),
            Size = fields.Whole("size", 0),
        };
    }
}

/// <summary>A signature over the canonical bytes of a checkpoint.</summary>
/// <param name="Fingerprint">Of the key, see <see cref="LogKey"/>.</param>
/// <param name="Bytes">r ‖ s, 64 bytes.</param>
public sealed record CheckpointSignature(SignatureAlgorithm Algorithm, string Fingerprint, ReadOnlyMemory<byte> Bytes);

/// <summary>A checkpoint and its signatures; as a file of its own <c>zhirong/signed-checkpoint/v1</c>.</summary>
public sealed record SignedCheckpoint(Checkpoint Checkpoint, IReadOnlyList<CheckpointSignature> Signatures)
{
    public const string Schema = "zhirong/signed-checkpoint/v1";

    public static SignedCheckpoint Sign(Checkpoint checkpoint, IEnumerable<ICheckpointSigner> signers)
    {
        var bytes = checkpoint.ToBytes();
        return new(checkpoint, [.. signers.Select(signer => new CheckpointSignature(signer.Key.Algorithm, signer.Key.Fingerprint, signer.Sign(bytes)))]);
    }

    /// <summary>The only signature of the algorithm; null when there is none or more than one.</summary>
    public CheckpointSignature? SignatureOf(SignatureAlgorithm algorithm) => Signatures.Where(s => s.Algorithm == algorithm).ToList() is [var only] ? only : null;

    /// <summary>Whether it carries exactly one good signature of the key.</summary>
    public bool IsSignedBy(LogKey key) => SignatureOf(key.Algorithm) is { } signature && signature.Fingerprint == key.Fingerprint
        && key.Verify(Checkpoint.ToBytes(), signature.Bytes.Span);

    public byte[] ToBytes() => CanonicalWriter.Bytes(writer =>
        Checkpoint.Write(writer.Begin('{').Name("checkpoint")).Name("schema").Text(Schema).Name("signatures").Signatures(Signatures).End('}'));

    public static Result<SignedCheckpoint> Read(ReadOnlyMemory<byte> bytes) => FormFile.Read(bytes, Schema, (form, root, _) =>
    {
        var fields = form.Object(root, "", "checkpoint", "schema", "signatures");
        return ReadFrom(form, fields);
    });

    internal static SignedCheckpoint ReadFrom(FormReader form, FormFields fields)
    {
        var signatures = new List<CheckpointSignature>();
        foreach (var (value, path) in fields.List("signatures", 0, 8))
        {
            var signature = form.Object(value, path, "algorithm", "key", "signature");
            signatures.Add(new(LogIdentity.Algorithm(signature), Hex.Of(signature.Bytes("key", LogKey.FingerprintSize)), signature.Bytes("signature", Sm2.SignatureSize)));
        }

        return new(Checkpoint.ReadFrom(form, fields.Raw("checkpoint"), fields.PathOf("checkpoint")), signatures);
    }
}
