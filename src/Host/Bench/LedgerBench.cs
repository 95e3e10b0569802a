using System.Diagnostics;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Evidence.Log;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Platform.Storage;

namespace Zhirong.Host.Bench;

/// <summary>
/// Times the posting of entries the way rooms post them: 16 clients, each entry with two lines, their balances, the check of its id
/// and its evidence, answered when it is on the disk; beside the same disk's solo commits.
/// </summary>
internal static class LedgerBench
{
    private const int Clients = 16;
    private const int Accounts = 1000;

    public static IEnumerable<BenchLine> Run() =>
        [.. InFolder(folder => On("sqlite", folder)), .. OnPostgres(), .. InFolder(EvidenceBench.Growth), .. InFolder(EvidenceBench.Proof)];

    private static List<BenchLine> InFolder(Func<string, IEnumerable<BenchLine>> bench)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Home.Folder, ".build", "bench", $"ledger-{Guid.NewGuid():N}")).FullName;
        try
        {
            return Shown(bench(folder));
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static List<BenchLine> OnPostgres()
    {
        using var server = ThrowawayPostgres.Start(durable: true);
        return server is null ? [] : Shown(On("postgres", server.NewDatabase()));
    }

    /// <summary>Long benches tell on stderr where they are.</summary>
    private static List<BenchLine> Shown(IEnumerable<BenchLine> lines)
    {
        var shown = new List<BenchLine>();
        foreach (var line in lines)
        {
            Console.Error.WriteLine($"… {line.Id}");
            shown.Add(line);
        }

        return shown;
    }

    private static IEnumerable<BenchLine> On(string name, string target)
    {
        var solo = Solo(target);
        yield return new($"ledger.{name}.solo-commit", solo * 1e6, null, "us");
        var bench = LedgerLoad.Open(target, Accounts);
        try
        {
            bench.Post(Clients, 64, 20_000);
            foreach (var (id, flight, entries) in ((string, int, int)[])[("closed", 1, 12_000), ("flight4", 4, 40_000), ("flight64", 64, 80_000)])
            {
                var rounds = Enumerable.Range(0, 5).Select(_ => bench.Post(Clients, flight, entries)).OrderBy(r => r.PerEntry).ToList();
                yield return new($"ledger.{name}.{id}", rounds[2].PerEntry * 1e6, solo * 1e6, "us");
                yield return new($"ledger.{name}.{id}.p99", rounds[2].P99 * 1e3, null, "ms");
            }
        }
        finally
        {
            bench.Dispose();
        }
    }

    /// <summary>Seconds of one row committed alone, durable, on the same database.</summary>
    private static double Solo(string target)
    {
        var store = Store.Open(target, []);
        try
        {
            return Stopwatches.PerUnit(() => store.Commits.Write(Viewer.Local, w => Task.FromResult(w.Session.Execute("UPDATE platform_event SET delivered = 1 WHERE seq = -1") + w.Session.Execute("INSERT INTO platform_delivery (handler, event_seq, done, tries, next_at) VALUES (@p0, 1, 1, 1, 1)", Guid.NewGuid().ToString()))).GetAwaiter().GetResult(), 1).Seconds;
        }
        finally
        {
            store.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }
}

/// <summary>What a round of posting took.</summary>
/// <param name="PerEntry">Seconds, all clients together.</param>
/// <param name="P99">Seconds from asking to answer that 99 of 100 entries keep below.</param>
internal readonly record struct LoadFigures(double PerEntry, double P99);

/// <summary>Clients that post entries on a book of their own.</summary>
internal sealed class LedgerLoad : IDisposable
{
    private readonly Store store;
    private readonly LedgerBooks books;
    private readonly Guid book;
    private readonly string[] codes;
    private readonly DateOnly day = new(2026, 11, 25);

    private LedgerLoad(Store store, LedgerBooks books, Guid book, string[] codes) => (this.store, this.books, this.book, this.codes) = (store, books, book, codes);

    public static LedgerLoad Open(string target, int accounts)
    {
        var evidence = new EvidenceRoom();
        var ledger = new LedgerRoom(Home.Charts());
        var store = Store.Open(target, [evidence.Model, ledger.Model]);
        string[] codes = [.. Enumerable.Range(0, accounts).Select(i => $"9000.{i}")];
        var book = ledger.Open(store, Viewer.Local, $"bench-{Guid.NewGuid():N}"[..20], "bench", BookKind.Bank, new(2026, 11, 25), codes, TimeProvider.System).GetAwaiter().GetResult();
        return new(store, new LedgerBooks(store, TimeProvider.System), book, codes);
    }

    public LoadFigures Post(int clients, int flight, int entries)
    {
        var each = entries / (clients * flight);
        var times = new double[clients * flight][];
        var watch = Stopwatch.StartNew();
        Task.WaitAll([.. Enumerable.Range(0, clients * flight).Select(i => Task.Run(() => Client(i, times[i] = new double[each])))]);
        var seconds = watch.Elapsed.TotalSeconds;
        var all = times.SelectMany(t => t).Order().ToArray();
        return new(seconds / all.Length, all[(int)(all.Length * .99)]);
    }

    /// <summary>Takes what was posted into the evidence log.</summary>
    public void Seal(string folder)
    {
        var sequencer = new Sequencer(store, TimeProvider.System);
        sequencer.Open(Path.Combine(folder, "keys")).GetAwaiter().GetResult();
        sequencer.TakeIn().GetAwaiter().GetResult();
    }

    public void Dispose() => store.DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async Task Client(int number, double[] times)
    {
        var random = new Random(number);
        for (var i = 0; i < times.Length; i++)
        {
            var began = Stopwatch.GetTimestamp();
            var a = random.Next(codes.Length);
            var b = (a + 1 + random.Next(codes.Length - 1)) % codes.Length;
            var amount = Money.OfFen(random.Next(1, 1_000_000));
            var outcome = await books.Post(Viewer.Local, book, new()
            {
                Id = Guid.CreateVersion7(),
                Effective = day,
                Event = "Transfer",
                Memo = "bench",
                Lines = [new(codes[a], Side.Debit, amount), new(codes[b], Side.Credit, amount)],
            });
            if (outcome.Result != PostResult.Created)
            {
                throw new InvalidOperationException($"Not posted: {outcome}");
            }

            times[i] = Stopwatch.GetElapsedTime(began).TotalSeconds;
        }
    }
}
