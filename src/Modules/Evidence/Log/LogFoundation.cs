using Zhirong.Engine.Basics;
using Zhirong.Engine.Proof;

namespace Zhirong.Modules.Evidence.Log;

/// <summary>
/// What the next signature stands on. Before the log grows, what the database says of it must be what was signed: the same log, a last
/// checkpoint signed by its keys over the tiles that are there, and behind it everything signed before, whatever server signed it.
/// </summary>
internal sealed class LogFoundation(string keys, LogIdentity identity)
{
    private Result<SignedCheckpoint?> head = LogHead.Read(keys, identity);

    /// <summary>Why nothing may be signed over what is there; null when it may.</summary>
    /// <param name="before">The last round as the database has it; null when it has none.</param>
    public Refusal? Fault(EvidenceLog log, LogRound? before)
    {
        if (!head.Ok)
        {
            // Somebody may have put it right meanwhile.
            head = LogHead.Read(keys, identity);
        }

        return !head.Ok ? head.Refusals[0] : Identity(log) ?? Last(log, before) ?? Earlier(log, before);
    }

    /// <summary>Remembers a checkpoint that was signed and stored.</summary>
    public void Signed(SignedCheckpoint checkpoint)
    {
        head = Result<SignedCheckpoint?>.Of(checkpoint);
        LogHead.Write(keys, identity, checkpoint);
    }

    private Refusal? Identity(EvidenceLog log)
    {
        var stands = log.Identity;
        return stands is not null && stands.Origin == identity.Origin && stands.Keys.Count == identity.Keys.Count && identity.Keys.All(key => stands.Keys.Any(key.IsSame))
            ? null : EvidenceRefusals.Stopped("evd_log", stands?.Origin ?? "—", Words.Same(identity.Origin));
    }

    private Refusal? Last(EvidenceLog log, LogRound? before)
    {
        if (before is null)
        {
            return null;
        }

        var (signed, path) = (Read(before), $"evd_checkpoint.{before.Size}");
        return signed is null || signed.Checkpoint.Origin != identity.Origin || signed.Checkpoint.Size != before.Size || !(Known(signed) || identity.Keys.All(signed.IsSignedBy))
            ? EvidenceRefusals.Stopped(path, signed?.Checkpoint.Origin ?? "—", new("由本日志密钥签名的检查点", "a checkpoint signed by the keys of this log"))
            : Roots(log, signed.Checkpoint, path);
    }

    /// <summary>The last checkpoint signed here still stands in the log, and the tiles still lead to it.</summary>
    private Refusal? Earlier(EvidenceLog log, LogRound? before)
    {
        if (head.Value is not { } kept)
        {
            return null;
        }

        var (size, path) = (kept.Checkpoint.Size, LogHead.FileOf(keys, identity));
        var stands = before is not null && before.Size >= size ? before.Size == size ? before : log.OfSize(size) : null;
        return stands is null ? EvidenceRefusals.Stopped(path, $"{before?.Size ?? 0}", new($"含有已签名的 {size} 条的日志", $"a log that holds the {size} leaves signed before"))
            : Read(stands)?.Checkpoint.Roots != kept.Checkpoint.Roots ? EvidenceRefusals.Stopped(path, Read(stands)?.Checkpoint.Roots.Sha256.ToString() ?? "—", Words.Same(kept.Checkpoint.Roots.Sha256.ToString()))
            : ReferenceEquals(stands, before) ? null : Roots(log, kept.Checkpoint, path);
    }

    private static Refusal? Roots(EvidenceLog log, Checkpoint checkpoint, string path)
    {
        try
        {
            var roots = log.Roots(checkpoint.Size);
            return roots == checkpoint.Roots ? null : EvidenceRefusals.Stopped(path, roots.Sha256.ToString(), Words.Same(checkpoint.Roots.Sha256.ToString()));
        }
        catch (Exception missing) when (missing is InvalidOperationException or ArgumentException)
        {
            return EvidenceRefusals.Stopped(path, "evd_tile", new("完整的瓦片", "tiles that are all there"));
        }
    }

    /// <summary>What was signed here need not be verified again.</summary>
    private bool Known(SignedCheckpoint signed) => head.Value is { } kept && kept.ToBytes().AsSpan().SequenceEqual(signed.ToBytes());

    private static SignedCheckpoint? Read(LogRound round) => round.TryRead(out var signed) ? signed : null;
}
