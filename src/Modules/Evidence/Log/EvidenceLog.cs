using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Proof;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Evidence.Log;

/// <summary>A round of the sequencer: which arrivals brought the log from one size to the next.</summary>
internal sealed record LogRound(long Size, long SizeBefore, long FirstArrival, long LastArrival, long At, string Checkpoint, string Signatures)
{
    public SignedCheckpoint Signed => Read().Value;

    /// <summary>False when what is stored cannot be read as a checkpoint.</summary>
    public bool TryRead([NotNullWhen(true)] out SignedCheckpoint? signed)
    {
        var read = Read();
        signed = read.Ok ? read.Value : null;
        return read.Ok;
    }

    private Result<SignedCheckpoint> Read() =>
        SignedCheckpoint.Read(Encoding.UTF8.GetBytes($"{{\"checkpoint\":{Checkpoint},\"schema\":\"{SignedCheckpoint.Schema}\",\"signatures\":{Signatures}}}"));
}

/// <summary>Reads the log: its identity, its checkpoints, where a leaf stands, and proofs about it.</summary>
internal sealed class EvidenceLog(Session session)
{
    private const string Rounds = "SELECT size, size_before, first_arrival, last_arrival, at, checkpoint, signatures FROM evd_checkpoint";

    /// <summary>Null until the log has been opened.</summary>
    public LogIdentity? Identity => session.First("SELECT origin, keys FROM evd_log WHERE id = 1", row => (Origin: row.Text(0), Keys: row.Text(1))) is { Origin: { } origin } found
        ? LogIdentity.Read(Encoding.UTF8.GetBytes($"{{\"keys\":{found.Keys},\"origin\":{JsonSerializer.Serialize(origin)},\"schema\":\"{LogIdentity.Schema}\"}}")).Value
        : null;

    public LogRound? Latest => session.First($"{Rounds} ORDER BY size DESC LIMIT 1", Read);

    public LogRound? OfSize(long size) => session.First($"{Rounds} WHERE size = @p0", Read, size);

    /// <summary>The round that took in an arrival; null while it waits.</summary>
    public LogRound? Covering(long arrival) => session.First($"{Rounds} WHERE last_arrival >= @p0 ORDER BY last_arrival LIMIT 1", Read, arrival);

    public List<LogRound> Page(int skip, int take) => session.List($"{Rounds} ORDER BY size DESC LIMIT @p0 OFFSET @p1", Read, take, skip);

    /// <summary>Rounds behind a size, smallest first.</summary>
    public List<LogRound> After(long size, int most) => session.List($"{Rounds} WHERE size > @p0 ORDER BY size LIMIT @p1", Read, size, most);

    public long Checkpoints => session.First("SELECT count(*) FROM evd_checkpoint", row => row.Long(0));

    /// <summary>Leaves that no checkpoint covers yet.</summary>
    public long Pending => session.First("SELECT count(*) FROM evd_leaf WHERE arrival > @p0", row => row.Long(0), Latest?.LastArrival ?? 0);

    /// <summary>Zero-based place of a leaf; null while it waits.</summary>
    public long? IndexOf(long arrival) => Covering(arrival) is { } round ? IndexIn(round, arrival) : null;

    /// <summary>Arrivals of a round without gaps give the place by counting on; with gaps (a transaction that failed) they are counted.</summary>
    public long IndexIn(LogRound round, long arrival) => round.LastArrival - round.FirstArrival + 1 == round.Size - round.SizeBefore
        ? round.SizeBefore + arrival - round.FirstArrival
        : round.SizeBefore + session.First("SELECT count(*) FROM evd_leaf WHERE arrival >= @p0 AND arrival < @p1", row => row.Long(0), round.FirstArrival, arrival);

    /// <summary>Proof that the leaf at an index stands in the log of a size, over both trees.</summary>
    public DualProof Inclusion(long index, long size) => new(Tree(TreeHash.Sha256).Inclusion(index, size), Tree(TreeHash.Sm3).Inclusion(index, size));

    public DualProof Consistency(long from, long to) => new(Tree(TreeHash.Sha256).Consistency(from, to), Tree(TreeHash.Sm3).Consistency(from, to));

    public DualDigest Roots(long size) => new(Tree(TreeHash.Sha256).Root(size), Tree(TreeHash.Sm3).Root(size));

    public TileTree Tree(TreeHash hash) => new(hash, new StoredTiles(session, hash));

    private static LogRound Read(IRow row) => new(row.Long(0), row.Long(1), row.Long(2), row.Long(3), row.Long(4), row.Text(5), row.Text(6));
}
