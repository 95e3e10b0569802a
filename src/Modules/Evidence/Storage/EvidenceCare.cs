using System.Text;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Proof;
using Zhirong.Modules.Evidence.Log;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Evidence.Storage;

/// <summary>Recomputes the whole log: every leaf, every commitment, both trees, every checkpoint.</summary>
internal sealed class EvidenceCare(Session session)
{
    /// <summary>Leaves read at a time.</summary>
    private const int Step = 5000;

    /// <summary>Checkpoints read at a time.</summary>
    private const int Some = 1000;

    private readonly Findings leaves = new(), contents = new(), roots = new(), signatures = new(), tiles = new();

    public IEnumerable<StoreCheck> Verify()
    {
        var log = new EvidenceLog(session);
        var identity = log.Identity;
        var (growing, before) = (new GrowingLog(), (LogRound?)null);
        foreach (var round in Rounds())
        {
            var first = TakeIn(growing, before?.LastArrival ?? long.MinValue, round);
            roots.Look(round.SizeBefore == (before?.Size ?? 0) && round.FirstArrival == first, $"checkpoint {round.Size}");
            Judge(round, growing, identity);
            before = round;
        }

        Rest(before?.LastArrival ?? long.MinValue);
        foreach (var (hash, id, bytes) in growing.Finished())
        {
            Tile(hash, id, bytes);
        }

        yield return leaves.Check("evidence.leaves", new("存证与其散列、列值一致", "Leaves agree with their hashes and columns"));
        yield return contents.Check("evidence.contents", new("内容与承诺一致，缺失者均有删除记录", "Contents open their commitments; those not there were erased on record"));
        yield return roots.Check("evidence.roots", new("重算的树根与检查点一致", "Roots computed anew are those of the checkpoints"));
        yield return signatures.Check("evidence.signatures", new("检查点签名有效", "Checkpoints are signed by the log's keys"));
        yield return tiles.Check("evidence.tiles", new("树的瓦片与重算一致", "Tiles are those computed anew"));
    }

    private IEnumerable<LogRound> Rounds()
    {
        var log = new EvidenceLog(session);
        for (var rounds = log.After(long.MinValue, Some); rounds.Count > 0; rounds = log.After(rounds[^1].Size, Some))
        {
            foreach (var round in rounds)
            {
                yield return round;
            }
        }
    }

    /// <summary>Takes in every leaf behind the round before, whatever the round says of its first; returns the first arrival found.</summary>
    private long? TakeIn(GrowingLog growing, long after, LogRound round)
    {
        long? first = null;
        while (after < round.LastArrival)
        {
            var rows = Read(after, round.LastArrival);
            if (rows.Count == 0)
            {
                roots.Wrong($"checkpoint {round.Size}: arrivals {after + 1}–{round.LastArrival}");
                return first;
            }

            first ??= rows[0].Arrival;

            foreach (var filled in growing.Append([.. rows.Select(Judge)]))
            {
                Tile(filled.Hash, filled.Id, filled.Bytes);
            }

            after = rows[^1].Arrival;
        }

        return first;
    }

    /// <summary>Leaves no checkpoint covers yet.</summary>
    private void Rest(long after)
    {
        for (var rows = Read(after, long.MaxValue); rows.Count > 0; rows = Read(rows[^1].Arrival, long.MaxValue))
        {
            rows.ForEach(row => Judge(row));
        }
    }

    private DualDigest Judge(StoredRow row)
    {
        var bytes = Encoding.UTF8.GetBytes(row.Leaf);
        var digest = DualDigest.Leaf(bytes);
        var leaf = EvidenceLeaf.Read(bytes);
        leaves.Look(leaf.Ok && row.Says(leaf.Value) && digest.Sha256 == new Digest(row.Sha256) && digest.Sm3 == new Digest(row.Sm3), row.Id);
        contents.Look(row.Content is { } content
            ? leaf.Ok && row.Salt is { Length: Commitment.SaltSize } salt && Commitment.Of(salt, Encoding.UTF8.GetBytes(content)) == leaf.Value.Commitment
            : row.Erased, row.Id);

        return digest;
    }

    private void Judge(LogRound round, GrowingLog growing, LogIdentity? identity)
    {
        var read = Checkpoint.Read(Encoding.UTF8.GetBytes(round.Checkpoint));
        roots.Look(read.Ok && read.Value.Size == round.Size && growing.Size == round.Size && read.Value.Roots == growing.Roots, $"checkpoint {round.Size}");
        signatures.Look(read.Ok && identity is not null && read.Value.Origin == identity.Origin && Signed(round, identity), $"checkpoint {round.Size}");
    }

    private static bool Signed(LogRound round, LogIdentity identity)
    {
        try
        {
            var signed = round.Signed;
            return identity.Keys.All(signed.IsSignedBy);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private void Tile(TreeHash hash, TileId id, ReadOnlyMemory<byte> bytes)
    {
        var stored = new StoredTiles(session, hash).Read(id);
        tiles.Look(stored.Length >= bytes.Length && stored.Span[..bytes.Length].SequenceEqual(bytes.Span), $"{hash} {id.Level}/{id.Number}");
    }

    /// <summary>A content that is gone must have been erased by a leaf that says so.</summary>
    private List<StoredRow> Read(long after, long last)
    {
        var rows = Rows(after, last);
        var erased = EvidenceLeaves.Erased(session, [.. rows.Where(row => row.Content is null).Select(row => row.Id)]);
        return erased.Count == 0 ? rows : [.. rows.Select(row => row with { Erased = erased.Contains(row.Id) })];
    }

    private List<StoredRow> Rows(long after, long last) => session.List(
        $"SELECT l.arrival, l.id, l.owner_id, l.event, l.subject_kind, l.subject_id, l.at, l.by, l.leaf, l.sha256, l.sm3, c.salt, c.content FROM evd_leaf l LEFT JOIN evd_content c ON c.arrival = l.arrival WHERE l.arrival > @p0 AND l.arrival <= @p1 ORDER BY l.arrival LIMIT {Step}",
        row => new StoredRow(row.Long(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.Long(6), row.Text(7), row.Text(8), row.Blob(9), row.Blob(10), row.IsNull(11) ? null : row.Blob(11), row.TextOrNull(12)),
        after,
        last);

    private sealed record StoredRow(long Arrival, string Id, string Owner, string Event, string Kind, string Subject, long At, string By, string Leaf, byte[] Sha256, byte[] Sm3, byte[]? Salt, string? Content)
    {
        public bool Erased { get; init; }

        public bool Says(EvidenceLeaf leaf) => Id == RowValues.Of(leaf.Id) && Owner == RowValues.Of(leaf.Org) && Event == leaf.Event && Kind == leaf.Subject.Kind
            && Subject == leaf.Subject.Id && At == Instant.Of(leaf.At) && By == leaf.By;
    }

    private sealed class Findings
    {
        private readonly List<string> wrong = [];
        private long looked;

        public void Look(bool right, string name)
        {
            looked++;
            if (!right)
            {
                Wrong(name);
            }
        }

        public void Wrong(string name)
        {
            if (wrong.Count < StoreCheck.Named)
            {
                wrong.Add(name);
            }
        }

        public StoreCheck Check(string name, Words title) => new(name, looked, wrong, title);
    }
}
