using System.Text.Json;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Proof;

/// <summary>A leaf with what proves that it stands in the log.</summary>
public sealed record BundleItem
{
    public required EvidenceLeaf Leaf { get; init; }

    /// <summary>The leaf hashes as the bundle states them.</summary>
    public required DualDigest LeafHash { get; init; }

    /// <summary>Zero-based place in the log.</summary>
    public required long Index { get; init; }

    public required DualProof Inclusion { get; init; }

    /// <summary>Canonical JSON of the content; null when it was erased, and then the salt is null too.</summary>
    public required byte[]? Content { get; init; }

    public required byte[]? Salt { get; init; }
}

/// <summary>An older state of the log, and the proof that the newer one begins with it.</summary>
public sealed record EarlierCheckpoint(SignedCheckpoint Signed, DualProof Consistency);

/// <summary>Everything needed to check evidence without the log, <c>zhirong/evidence-bundle/v1</c>.</summary>
/// <remarks>One canonical JSON object (RFC 8785), so that no byte of it can change unseen.</remarks>
public sealed record EvidenceBundle
{
    public const string Schema = "zhirong/evidence-bundle/v1";

    private static ReadOnlySpan<byte> Null => "null"u8;

    public required LogIdentity Log { get; init; }

    public required SignedCheckpoint Signed { get; init; }

    public required IReadOnlyList<BundleItem> Items { get; init; }

    public required EarlierCheckpoint? Earlier { get; init; }

    /// <summary>Canonical JSON without a line end.</summary>
    public byte[] ToBytes() => CanonicalWriter.Bytes(Write);

    private void Write(CanonicalWriter writer)
    {
        Signed.Checkpoint.Write(writer.Begin('{').Name("checkpoint")).Name("earlier");
        if (Earlier is { } earlier)
        {
            earlier.Signed.Checkpoint.Write(writer.Begin('{').Name("checkpoint"));
            writer.Name("consistency").Proofs(earlier.Consistency).Name("signatures").Signatures(earlier.Signed.Signatures).End('}');
        }
        else
        {
            writer.Raw(Null);
        }

        writer.Name("items").Begin('[');
        Items.ToList().ForEach(item => Write(writer, item));
        writer.End(']').Name("log").Begin('{').Name("keys").Keys(Log.Keys).Name("origin").Text(Log.Origin).End('}');
        writer.Name("schema").Text(Schema).Name("signatures").Signatures(Signed.Signatures).End('}');
    }

    private static void Write(CanonicalWriter writer, BundleItem item)
    {
        writer.Begin('{').Name("content").Raw(item.Content ?? Null);
        writer.Name("inclusion").Proofs(item.Inclusion).Name("index").Number(item.Index);
        writer.Name("leaf").Raw(item.Leaf.ToBytes()).Name("leafHash").Hashes(item.LeafHash).Name("salt");
        _ = item.Salt is { } salt ? writer.Text(Hex.Of(salt)) : writer.Raw(Null);
        writer.End('}');
    }

    /// <summary>Reads a bundle that is wholly in form; to learn what is wrong with one that is not, use <see cref="BundleVerification"/>.</summary>
    public static Result<EvidenceBundle> Read(ReadOnlyMemory<byte> bytes) => FormFile.Read(bytes, Schema, (form, root, _) => ReadFrom(form, root));

    internal static EvidenceBundle ReadFrom(FormReader form, JsonElement root)
    {
        var fields = form.Object(root, "", "checkpoint", "earlier", "items", "log", "schema", "signatures");
        var items = new List<BundleItem>();
        foreach (var (value, path) in fields.List("items", 1, ProofLimits.Items).TakeWhile(_ => !form.Full))
        {
            items.Add(Item(form, value, path));
        }

        return new()
        {
            Earlier = fields.IsNull("earlier") ? null : EarlierFrom(form, fields),
            Items = items,
            Log = LogIdentity.ReadFrom(form, fields),
            Signed = SignedCheckpoint.ReadFrom(form, fields),
        };
    }

    private static EarlierCheckpoint EarlierFrom(FormReader form, FormFields bundle)
    {
        var fields = bundle.Object("earlier", "checkpoint", "consistency", "signatures");
        return new(SignedCheckpoint.ReadFrom(form, fields), fields.Proofs("consistency"));
    }

    private static BundleItem Item(FormReader form, JsonElement value, string path)
    {
        var fields = form.Object(value, path, "content", "inclusion", "index", "leaf", "leafHash", "salt");
        var (content, erased) = (fields.Raw("content"), fields.IsNull("content"));
        if (erased != fields.IsNull("salt"))
        {
            form.Problems.Add(new(fields.PathOf("salt"), erased ? "salt" : "null", new("内容与随机数同在或同无", "content and salt both there or both null")));
        }
        else if (!erased && content.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined))
        {
            form.Wrong(fields.PathOf("content"), content, new("对象或 null", "an object or null"));
        }

        return new()
        {
            Content = erased || content.ValueKind == JsonValueKind.Undefined ? null : CanonicalJson.Write(content, fields.PathOf("content"), []),
            Inclusion = fields.Proofs("inclusion"),
            Index = fields.Whole("index", 0),
            Leaf = EvidenceLeaf.ReadFrom(form, fields.Raw("leaf"), fields.PathOf("leaf")),
            LeafHash = fields.Hashes("leafHash"),
            Salt = fields.IsNull("salt") ? null : fields.Bytes("salt", Commitment.SaltSize),
        };
    }
}
