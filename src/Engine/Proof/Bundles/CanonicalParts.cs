namespace Zhirong.Engine.Proof;

/// <summary>Audit paths or consistency proofs with both hashes.</summary>
public sealed record DualProof(IReadOnlyList<Digest> Sha256, IReadOnlyList<Digest> Sm3)
{
    public IReadOnlyList<Digest> Of(TreeHash hash) => hash == TreeHash.Sm3 ? Sm3 : Sha256;
}

/// <summary>The parts that several files of evidence share.</summary>
internal static class CanonicalParts
{
    public static CanonicalWriter Hashes(this CanonicalWriter writer, in DualDigest digests) =>
        writer.Begin('{').Name("sha256").Text(digests.Sha256.ToString()).Name("sm3").Text(digests.Sm3.ToString()).End('}');

    public static CanonicalWriter Proofs(this CanonicalWriter writer, DualProof proofs)
    {
        writer.Begin('{').Name("sha256").Begin('[');
        proofs.Sha256.ToList().ForEach(digest => writer.Text(digest.ToString()));
        writer.End(']').Name("sm3").Begin('[');
        proofs.Sm3.ToList().ForEach(digest => writer.Text(digest.ToString()));
        return writer.End(']').End('}');
    }

    public static CanonicalWriter Keys(this CanonicalWriter writer, IReadOnlyList<LogKey> keys)
    {
        writer.Begin('[');
        foreach (var key in keys)
        {
            writer.Begin('{').Name("algorithm").Text(key.Algorithm.Word()).Name("key").Text(key.Fingerprint).Name("public").Text(Hex.Of(key.Public.Span)).End('}');
        }

        return writer.End(']');
    }

    public static CanonicalWriter Signatures(this CanonicalWriter writer, IReadOnlyList<CheckpointSignature> signatures)
    {
        writer.Begin('[');
        foreach (var signature in signatures)
        {
            writer.Begin('{').Name("algorithm").Text(signature.Algorithm.Word()).Name("key").Text(signature.Fingerprint)
                .Name("signature").Text(Hex.Of(signature.Bytes.Span)).End('}');
        }

        return writer.End(']');
    }
}
