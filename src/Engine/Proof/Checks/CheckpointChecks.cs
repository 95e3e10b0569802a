namespace Zhirong.Engine.Proof;

/// <summary>Are the checkpoints signed by the log's keys, of one log, and does the newer begin with the older?</summary>
internal static class CheckpointChecks
{
    public static IEnumerable<ProofCheck> Signatures(ExaminedBundle examined, string prefix, SignedCheckpoint? signed)
    {
        foreach (var algorithm in SignatureAlgorithms.All)
        {
            var name = $"{prefix}signature.{algorithm.Word()}";
            if (examined.Bundle is not { } bundle)
            {
                if (prefix.Length == 0)
                {
                    yield return ProofCheck.Left(name, LogChecks.Unread);
                }
            }
            else if (signed is not null)
            {
                yield return Signature(name, bundle.Log, signed, algorithm);
            }
        }
    }

    private static ProofCheck Signature(string name, LogIdentity log, SignedCheckpoint signed, SignatureAlgorithm algorithm)
    {
        if (log.KeyOf(algorithm) is not { } key)
        {
            return ProofCheck.Failed(name, "—", algorithm.Word(), new("日志没有唯一的此类公钥", "The log has no single key of this kind"));
        }

        if (signed.Signatures.Count != SignatureAlgorithms.All.Count || signed.SignatureOf(algorithm) is not { } signature)
        {
            return ProofCheck.Failed(name, $"{signed.Signatures.Count}", $"{SignatureAlgorithms.All.Count}", new("每个公钥应恰有一个签名", "There must be exactly one signature for each key"));
        }

        if (signature.Fingerprint != key.Fingerprint)
        {
            return ProofCheck.Failed(name, signature.Fingerprint, key.Fingerprint, new("签名指向另一个公钥", "The signature names another key"));
        }

        return key.Verify(signed.Checkpoint.ToBytes(), signature.Bytes.Span)
            ? ProofCheck.Passed(name, new($"检查点（{signed.Checkpoint.Size} 条）的签名有效", $"The signature of the checkpoint ({signed.Checkpoint.Size} leaves) is good"))
            : ProofCheck.Failed(name, Hex.Of(signature.Bytes.Span), key.Fingerprint, new(
                "签名与检查点不符：检查点、签名或公钥被改动", "The signature does not fit the checkpoint: checkpoint, signature or key was changed"));
    }

    public static IEnumerable<ProofCheck> Origin(ExaminedBundle examined)
    {
        if (examined.Bundle is not { } bundle)
        {
            yield return ProofCheck.Left("origin", LogChecks.Unread);
            yield break;
        }

        string[] origins = [bundle.Signed.Checkpoint.Origin, .. bundle.Earlier is { } earlier ? [earlier.Signed.Checkpoint.Origin] : Array.Empty<string>()];
        yield return origins.FirstOrDefault(origin => origin != bundle.Log.Origin) is { } other
            ? ProofCheck.Failed("origin", other, bundle.Log.Origin, new("检查点来自另一本日志", "A checkpoint is of another log"))
            : ProofCheck.Passed("origin", new("检查点与日志同源", "The checkpoints are of this log"));
    }

    public static IEnumerable<ProofCheck> Consistency(ExaminedBundle examined)
    {
        if (examined.Bundle is not { Earlier: { } earlier } bundle)
        {
            yield break;
        }

        foreach (var hash in ItemChecks.Hashes)
        {
            var (older, newer) = (earlier.Signed.Checkpoint, bundle.Signed.Checkpoint);
            var (from, to) = (older.Roots.Of(hash), newer.Roots.Of(hash));
            var name = $"earlier.consistency.{ItemChecks.Word(hash)}";
            var roots = MerkleProof.ConsistencyRoots(hash, older.Size, newer.Size, earlier.Consistency.Of(hash), from, to);
            yield return roots is { } reached && reached == (from, to)
                ? ProofCheck.Passed(name, new($"前 {older.Size} 条原封不动地在 {newer.Size} 条之首", $"The first {older.Size} leaves begin the {newer.Size} unchanged"))
                : ProofCheck.Failed(name, roots is { } wrong ? $"{wrong.From}, {wrong.To}" : $"{older.Size} → {newer.Size}, {earlier.Consistency.Of(hash).Count} hashes", $"{from}, {to}", new(
                    "新检查点不是从旧检查点延续而来：日志分叉，或证明被改动", "The newer checkpoint does not continue the older: the log forked, or the proof was changed"));
        }
    }

    /// <summary>The bundle's checkpoints beside those the reader kept: one size has one pair of roots.</summary>
    public static IEnumerable<ProofCheck> Known(ExaminedBundle examined)
    {
        for (var i = 0; i < examined.Known.Count; i++)
        {
            yield return examined.Bundle is { } bundle ? Known($"known[{i}]", bundle, examined.Known[i]) : ProofCheck.Left($"known[{i}]", LogChecks.Unread);
        }
    }

    private static ProofCheck Known(string name, EvidenceBundle bundle, KnownCheckpoint known)
    {
        var kept = known.Checkpoint;
        if (kept.Origin != bundle.Log.Origin)
        {
            return ProofCheck.Failed(name, bundle.Log.Origin, kept.Origin, new("所留检查点来自另一本日志", "The checkpoint that was kept is of another log"));
        }

        if (known.Signed is { } signed && !bundle.Log.Keys.All(signed.IsSignedBy))
        {
            return ProofCheck.Failed(name, "—", string.Join(", ", bundle.Log.Keys.Select(key => key.Fingerprint)), new(
                "所留检查点不是由这些公钥签名", "The checkpoint that was kept is not signed by these keys"));
        }

        Checkpoint[] ours = [bundle.Signed.Checkpoint, .. bundle.Earlier is { } earlier ? [earlier.Signed.Checkpoint] : Array.Empty<Checkpoint>()];
        if (ours.FirstOrDefault(checkpoint => checkpoint.Size == kept.Size) is not { } same)
        {
            return ProofCheck.Left(name, new(
                $"证据里没有到 {kept.Size} 条的检查点，无法比较：请取带 earlier={kept.Size} 的证据", $"The bundle has no checkpoint of {kept.Size} leaves to compare with: fetch one with earlier={kept.Size}"));
        }

        return same.Roots == kept.Roots
            ? ProofCheck.Passed(name, new($"与所留 {kept.Size} 条的检查点相同", $"The same as the checkpoint kept of {kept.Size} leaves"))
            : ProofCheck.Failed(name, $"{same.Roots.Sha256}, {same.Roots.Sm3}", $"{kept.Roots.Sha256}, {kept.Roots.Sm3}", new(
                $"同为 {kept.Size} 条而根不同：日志分叉", $"Both are of {kept.Size} leaves and their roots differ: the log forked"));
    }
}
