using System.Diagnostics;
using System.Security.Cryptography;
using Zhirong.Engine.Proof;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Evidence.Log;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Host.Bench;

/// <summary>Times what grows with the years: posting on a full ledger, a proof from a log of ten million leaves, checking a whole log.</summary>
internal static class EvidenceBench
{
    private const int Million = 1_000_000;

    /// <summary>Posting with 64 in flight at 10 000, 100 000 and a million entries, then the log of that million checked.</summary>
    public static IEnumerable<BenchLine> Growth(string folder)
    {
        using (var load = LedgerLoad.Open(folder, 1000))
        {
            var posted = 0;
            foreach (var (id, size) in ((string, int)[])[("0.1x", Million / 100), ("1x", Million / 10), ("10x", Million)])
            {
                for (; posted < size; posted += 10_240)
                {
                    load.Post(16, 64, 10_240);
                }

                yield return new($"ledger.growth.{id}", load.Post(16, 64, 10_240).PerEntry * 1e6, null, "us");
                posted += 10_240;
            }

            load.Seal(folder);
        }

        foreach (var room in (IRoomModel[])[new EvidenceRoom().Model, new Modules.Ledger.LedgerRoom(Home.Charts()).Model])
        {
            var watch = Stopwatch.StartNew();
            var checks = StoreCare.Verify(folder, room.Prefix == "evd_" ? [room, Unchecked.Of(new Modules.Ledger.LedgerRoom(Home.Charts()).Model)] : [Unchecked.Of(new EvidenceRoom().Model), room]);
            var records = checks.First(c => c.Name is "evidence.leaves" or "ledger.entries").Looked;
            if (!checks.All(c => c.Holds))
            {
                throw new InvalidOperationException($"The bench's own store does not hold: {string.Join(", ", checks.Where(c => !c.Holds).Select(c => c.Name))}");
            }

            yield return new(room.Prefix == "evd_" ? "evidence.verify.leaf" : "ledger.verify.entry", watch.Elapsed.TotalMicroseconds / records, null, "us");
        }
    }

    /// <summary>Both proofs of one among ten million leaves, read from the database.</summary>
    public static IEnumerable<BenchLine> Proof(string folder)
    {
        var store = Store.Open(folder, [new EvidenceRoom().Model]);
        try
        {
            const long Size = 10L * Million;
            Fill(store, Size);
            var random = new Random(1);
            using var read = store.Read(Viewer.Everything("bench"));
            var log = new EvidenceLog(read.Session);
            yield return new("evidence.proof.10m", Stopwatches.PerUnit(() => log.Inclusion(random.NextInt64(Size), Size), 1).Seconds * 1e3, 5, "ms");
        }
        finally
        {
            store.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private static void Fill(Store store, long size)
    {
        var leaves = new Digest[Million];
        var bytes = new byte[8];
        for (var done = 0L; done < size; done += leaves.Length)
        {
            for (var i = 0; i < leaves.Length; i++)
            {
                BitConverter.TryWriteBytes(bytes, done + i);
                leaves[i] = new(SHA256.HashData(bytes));
            }

            foreach (var hash in (TreeHash[])[TreeHash.Sha256, TreeHash.Sm3])
            {
                using var read = store.Read(Viewer.Everything("bench"));
                var grown = new TileTree(hash, new StoredTiles(read.Session, hash)).Append(done, leaves);
                store.Commits.Write(Viewer.Everything("bench"), work =>
                {
                    StoredTiles.Write(work.Session, hash, grown.Tiles);
                    return Task.FromResult(0);
                }).GetAwaiter().GetResult();
            }
        }
    }

    /// <summary>A room's tables without its checks, to time the other's.</summary>
    private sealed class Unchecked(IRoomModel room) : IRoomModel
    {
        public string Prefix => room.Prefix;

        public IReadOnlyList<Type> Migrations => room.Migrations;

        public static Unchecked Of(IRoomModel room) => new(room);

        public void Configure(Microsoft.EntityFrameworkCore.ModelBuilder model) => room.Configure(model);

        public IEnumerable<StoreCheck> Verify(Session session) => [];
    }
}
