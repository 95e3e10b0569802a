using Zhirong.Engine.Proof;
using Zhirong.Modules.Evidence.Log;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Evidence.Storage;

/// <summary>
/// Compares the log with what the database cannot alter: its keys, the last checkpoint signed with them, checkpoints handed out. A
/// database that was rewritten as a whole agrees with itself; with these it does not.
/// </summary>
internal sealed class OutsideCare(Session session)
{
    private readonly EvidenceLog log = new(session);

    public IEnumerable<StoreCheck> Verify(string? keys, IReadOnlyList<string> kept)
    {
        var identity = log.Identity;
        if (keys is not null && identity is not null)
        {
            yield return Keys(keys, identity);
            yield return Head(keys, identity);
        }

        if (kept.Count > 0)
        {
            yield return new("evidence.kept", kept.Count, [.. kept.Where(file => identity is null || !Stands(file, identity)).Take(StoreCheck.Named)], new("另存的检查点仍在日志中", "Checkpoints kept elsewhere still stand in the log"));
        }
    }

    private static StoreCheck Keys(string folder, LogIdentity identity)
    {
        var wrong = new List<string>();
        try
        {
            var signers = LogKeys.Open(folder, make: false);
            wrong.AddRange(identity.Keys.Where(key => !signers.Any(signer => signer.Key.IsSame(key))).Select(key => key.Fingerprint));
        }
        catch (StorageException refused)
        {
            wrong.Add(refused.Refusal.Path);
        }

        return new("evidence.keys", identity.Keys.Count, wrong, new("日志的公钥与密钥文件相符", "The log's public keys are those of its key files"));
    }

    private StoreCheck Head(string folder, LogIdentity identity)
    {
        var (file, head) = (LogHead.FileOf(folder, identity), LogHead.Read(folder, identity));
        return new("evidence.head", head.Ok && head.Value is null ? 0 : 1, head.Ok && (head.Value is null || Stands(head.Value.Checkpoint)) ? [] : [file], new("最后签名的检查点仍在日志中", "The last checkpoint that was signed stands in the log"));
    }

    private bool Stands(string file, LogIdentity identity)
    {
        var known = File.Exists(file) ? KnownCheckpoint.Read(File.ReadAllBytes(file)) : default;
        return File.Exists(file) && known.Ok && known.Value.Checkpoint.Origin == identity.Origin && (known.Value.Signed is not { } signed || identity.Keys.All(signed.IsSignedBy)) && Stands(known.Value.Checkpoint);
    }

    private bool Stands(Checkpoint checkpoint) => log.OfSize(checkpoint.Size) is { } round && round.TryRead(out var stands) && stands.Checkpoint.Roots == checkpoint.Roots;
}
