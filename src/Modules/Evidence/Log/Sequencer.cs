using System.Text;
using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Proof;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Evidence.Log;

/// <summary>
/// Takes the leaves that have arrived into the log in the order of their arrival, grows both trees and signs a checkpoint. One server
/// does it at a time; an arrival is taken only when every transaction that may hold an earlier one has ended. It signs over nothing but
/// what was signed before: see <see cref="LogFoundation"/>.
/// </summary>
public sealed class Sequencer(Store store, TimeProvider clock) : IHealth
{
    /// <summary>Leaves of one round at most.</summary>
    public const int Largest = 50_000;

    private static readonly TableShape Checkpoints = new(
        "evd_checkpoint",
        TableShape.Long("size"), TableShape.Long("size_before"), TableShape.Long("first_arrival"), TableShape.Long("last_arrival"), TableShape.Long("at"), TableShape.Text("checkpoint"), TableShape.Text("signatures"));

    private IReadOnlyList<ICheckpointSigner>? signers;
    private LogIdentity? identity;
    private LogFoundation? foundation;

    /// <summary>Called at named places of every round; set by tests that break in there.</summary>
    internal Action<string>? Stops { get; set; }

    /// <summary>Why nothing is signed any more (EVD-0107); null while all is well.</summary>
    public Refusal? Stopped { get; private set; }

    Refusal? IHealth.Trouble => Stopped;

    /// <summary>Opens the log with the keys in a folder: the first time it is founded, later the keys must be the log's.</summary>
    /// <exception cref="StorageException">The keys are not this log's (EVD-0102) or cannot be used (EVD-0101).</exception>
    public async Task Open(string keys)
    {
        signers = LogKeys.Open(keys, make: !await IsFounded());
        identity = await store.Commits.Write(Viewer.Everything("open the evidence log"), context =>
        {
            context.Session.Alone("evidence log");
            return Task.FromResult(new EvidenceLog(context.Session).Identity ?? Found(context.Session));
        });
        foreach (var key in identity.Keys)
        {
            if (!signers.Any(s => s.Key.IsSame(key)))
            {
                throw new StorageException(EvidenceRefusals.OtherKeys(signers.First(s => s.Key.Algorithm == key.Algorithm).Key.Fingerprint, key.Fingerprint));
            }
        }

        foundation = new(keys, identity);
    }

    /// <summary>Takes in what has arrived; returns how many leaves, 0 when nothing waits.</summary>
    /// <exception cref="StorageException">The database does not hold what was signed (EVD-0107): nothing is signed over it.</exception>
    public async Task<int> TakeIn(CancellationToken cancel = default)
    {
        var all = 0;
        while (await Round(cancel) is var taken && taken > 0)
        {
            all += taken;
        }

        return all;
    }

    private async Task<bool> IsFounded()
    {
        await using var read = store.Read(Viewer.Everything("open the evidence log"));
        return new EvidenceLog(read.Session).Identity is not null;
    }

    private LogIdentity Found(Session session)
    {
        var log = new LogIdentity(LogIdentity.OriginOf(Guid.CreateVersion7(clock.GetUtcNow())), [.. signers!.Select(s => s.Key)]);
        var keys = JsonNode.Parse(log.ToBytes())!["keys"]!.ToJsonString();
        session.Execute("INSERT INTO evd_log (id, origin, keys, opened_at) VALUES (1, @p0, @p1, @p2)", log.Origin, keys, Instant.Now(clock));
        return log;
    }

    private async Task<int> Round(CancellationToken cancel)
    {
        var (before, leaves) = await Arrived(cancel);
        if (leaves.Count == 0)
        {
            return 0;
        }

        Stops?.Invoke("arrived");
        await using var read = store.Read(Viewer.Everything("grow the evidence log"));
        if ((Stopped = foundation!.Fault(new(read.Session), before)) is { } fault)
        {
            throw new StorageException(fault);
        }

        var size = before?.Size ?? 0;
        var grown = (Grow(read.Session, TreeHash.Sha256, size, leaves.Select(l => l.Sha256)), Grow(read.Session, TreeHash.Sm3, size, leaves.Select(l => l.Sm3)));
        var checkpoint = SignedCheckpoint.Sign(
            new() { At = clock.GetUtcNow(), Origin = identity!.Origin, Size = size + leaves.Count, Roots = new(grown.Item1.Root, grown.Item2.Root) }, signers!);
        Stops?.Invoke("signed");
        var kept = await store.Commits.Write(Viewer.Everything("grow the evidence log"), context => Task.FromResult(Keep(context.Session, before, leaves, grown, checkpoint)), cancel);
        if (kept > 0)
        {
            foundation.Signed(checkpoint);
        }

        Stops?.Invoke("kept");
        return kept;
    }

    /// <summary>Arrivals behind the last checkpoint, read when no transaction that holds one is open.</summary>
    private async Task<(LogRound? Before, List<(long Arrival, Digest Sha256, Digest Sm3)> Leaves)> Arrived(CancellationToken cancel)
    {
        await using var context = store.Read(Viewer.Everything("read what arrived"));
        await using var transaction = store.Kind == DatabaseKind.Postgres ? await context.Database.BeginTransactionAsync(cancel) : null;
        if (!context.Session.TryAlone("evidence sequencer"))
        {
            return (null, []);
        }

        var last = Settling.Last(context.Session, "evd_leaf", "arrival", EvidenceLeaves.Arrivals, cancel);
        var before = new EvidenceLog(context.Session).Latest;
        var leaves = context.Session.List(
            "SELECT arrival, sha256, sm3 FROM evd_leaf WHERE arrival > @p0 AND arrival <= @p1 ORDER BY arrival LIMIT @p2",
            row => (row.Long(0), new Digest(row.Blob(1)), new Digest(row.Blob(2))),
            before?.LastArrival ?? 0,
            last,
            Largest);
        return (before, leaves);
    }

    private static TileGrowth Grow(Session session, TreeHash hash, long size, IEnumerable<Digest> leaves) =>
        new TileTree(hash, new StoredTiles(session, hash)).Append(size, leaves.ToArray());

    /// <summary>Stores the round unless another server is at it or was faster; it does not wait, since other works share its transaction.</summary>
    private int Keep(Session session, LogRound? before, List<(long Arrival, Digest Sha256, Digest Sm3)> leaves, (TileGrowth Sha256, TileGrowth Sm3) grown, SignedCheckpoint checkpoint)
    {
        if (!session.TryAlone("evidence log") || new EvidenceLog(session).Latest?.Size != before?.Size)
        {
            return 0;
        }

        StoredTiles.Write(session, TreeHash.Sha256, grown.Sha256.Tiles);
        StoredTiles.Write(session, TreeHash.Sm3, grown.Sm3.Tiles);
        Stops?.Invoke("tiles written");
        var signatures = JsonNode.Parse(checkpoint.ToBytes())!["signatures"]!.ToJsonString();
        session.Insert(new RowSet(Checkpoints).Add(
            checkpoint.Checkpoint.Size, before?.Size ?? 0, leaves[0].Arrival, leaves[^1].Arrival, Instant.Of(checkpoint.Checkpoint.At), Encoding.UTF8.GetString(checkpoint.Checkpoint.ToBytes()), signatures));
        return leaves.Count;
    }
}
