using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using Zhirong.Host.Serve;
using Zhirong.Modules.Evidence;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Care;

namespace Zhirong.Host.Bench;

/// <summary>
/// Times an instant loan through the desk's own HTTP door on SQLite: application, index and decision, contract, the platform's receipt of the
/// signature, line, loan, payment, entry in the bank's book and evidence, all durable when it is answered. Borrowers come at 50 a second whatever
/// the desk does (an open loop), and each one's time is counted from the moment he was to come, so that a desk that stands still is not spared.
/// </summary>
/// <remarks>The signature in the browser is the platform's and is not timed. Every tenth borrower clicks twice.</remarks>
internal static class InstantBench
{
    private const int PerSecond = 50;
    private const int WarmSeconds = 12;
    private const int Seconds = 24;
    private const int Twice = 10;

    /// <summary>As asked: 99 of 100 in less than 300 ms at 50 a second.</summary>
    private const double Milliseconds = 300;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static IEnumerable<BenchLine> Run()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Home.Folder, ".build", "bench", $"instant-{Guid.NewGuid():N}")).FullName;
        try
        {
            return In(folder).GetAwaiter().GetResult();
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static async Task<IReadOnlyList<BenchLine>> In(string folder)
    {
        const int Warm = WarmSeconds * PerSecond, Measured = Seconds * PerSecond;
        var (store, server) = await DeskServer.Start(new(0, folder) { Founding = [] }, CancellationToken.None);
        InstantLoad.Times[] times;
        (long Paid, long Loans, long Entries, long Fen) kept;
        double worked;
        try
        {
            using var load = await InstantLoad.Open(store, DeskServer.Address(server), Warm + Measured);
            await Paced(load, 0, Warm);

            // What the warm-up set going, the compiler above all, comes to rest.
            await Task.Delay(TimeSpan.FromSeconds(3));
            var (before, collected, compiled, watch) = (Environment.CpuUsage.TotalTime, GC.GetTotalPauseDuration(), JitInfo.GetCompilationTime(), Stopwatch.StartNew());
            times = await Paced(load, Warm, Measured);
            worked = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Measured;
            Note(string.Create(CultureInfo.InvariantCulture, $"lending.instant: {watch.Elapsed.TotalSeconds:0.0} s by the clock, {(GC.GetTotalPauseDuration() - collected).TotalMilliseconds:0} ms of collections, {(JitInfo.GetCompilationTime() - compiled).TotalMilliseconds:0} ms of compiling"));
            kept = await Kept(store);
        }
        finally
        {
            await server.StopAsync();
            await server.DisposeAsync();
            await store.DisposeAsync();
        }

        TiesOut(folder);
        return Told(times, worked, kept, Warm + Measured);
    }

    /// <summary>Sends borrowers at their moments, never waiting for an answer.</summary>
    private static async Task<InstantLoad.Times[]> Paced(InstantLoad load, int from, int count)
    {
        var loans = new Task<InstantLoad.Times>[count];
        var start = Stopwatch.GetTimestamp() + (Stopwatch.Frequency / 10);
        var pacer = new Thread(() =>
        {
            for (var i = 0; i < count; i++)
            {
                var (no, planned) = (from + i, start + (i * Stopwatch.Frequency / PerSecond));
                while (Stopwatch.GetTimestamp() < planned)
                {
                    Thread.Sleep(1);
                }

                loans[i] = Task.Run(() => load.Loan(no, planned, no % Twice == 0));
            }
        });
        pacer.Start();
        await Task.Run(pacer.Join);
        return await Task.WhenAll(loans);
    }

    /// <summary>What the database holds of it, once every loan has heard of its payment.</summary>
    private static async Task<(long Paid, long Loans, long Entries, long Fen)> Kept(Store store)
    {
        using var read = store.Read(Viewer.Local);
        long Count(string sql) => read.Session.First(sql, row => row.Long(0));
        var watch = Stopwatch.StartNew();
        while (Count("SELECT count(*) FROM len_loan WHERE state <> 'active'") > 0 && watch.Elapsed < Patience)
        {
            await Task.Delay(100);
        }

        Note(string.Create(CultureInfo.InvariantCulture, $"lending.instant: all loans live {watch.Elapsed.TotalSeconds:0.0} s after the last answer"));
        return (
            Count("SELECT count(*) FROM len_instant WHERE state = 'paid'"), Count("SELECT count(*) FROM len_loan WHERE state = 'active'"), Count("SELECT count(*) FROM pay_attempt WHERE entry_id IS NOT NULL"), Count("SELECT sum(used_fen) FROM len_mandate"));
    }

    /// <summary>Books, mandates and the log of evidence tie out; else there is no figure.</summary>
    private static void TiesOut(string folder)
    {
        var keys = new ServeOptions(0, folder).KeyFolder;
        if (StoreCare.Verify(folder, DeskServer.Models(), session => EvidenceRoom.Against(session, keys, [])).FirstOrDefault(c => !c.Holds) is { } broken)
        {
            throw new InvalidOperationException($"{broken}");
        }
    }

    private static List<BenchLine> Told(InstantLoad.Times[] times, double worked, (long Paid, long Loans, long Entries, long Fen) kept, int asked)
    {
        static double At(IEnumerable<double> all, double share)
        {
            var sorted = all.Order().ToList();
            return sorted[(int)Math.Ceiling(sorted.Count * share) - 1];
        }

        foreach (var (part, of) in ((string, Func<InstantLoad.Times, double>)[])[("sent late", t => t.Late), ("ask", t => t.Asked - t.Late), ("sign", t => t.Paid - t.Asked)])
        {
            Note(string.Create(CultureInfo.InvariantCulture, $"lending.instant {part}: p50 {At(times.Select(of), 0.5):0.0} ms, p99 {At(times.Select(of), 0.99):0.0} ms, most {times.Max(of):0.0} ms"));
        }

        var (lost, doubled) = (asked - Math.Min(kept.Loans, kept.Paid), Math.Max(kept.Loans, kept.Entries) - asked);
        if (lost != 0 || doubled != 0 || kept.Entries != asked || kept.Fen != asked * InstantLoad.Fen)
        {
            throw new InvalidOperationException($"{asked} asked, {kept} kept.");
        }

        return
        [
            new("lending.instant.p50", At(times.Select(t => t.Paid), 0.5), null, "ms"), new("lending.instant.p99", At(times.Select(t => t.Paid), 0.99), Milliseconds, "ms"), new("lending.instant.most", times.Max(t => t.Paid), null, "ms"), new("lending.instant.cpu", worked, null, "ms"),
            new("lending.instant.asked", asked, null, "loans"), new("lending.instant.lost", lost, null, "loans"), new("lending.instant.doubled", doubled, null, "loans"),
        ];
    }

    /// <summary>Where the time goes, when it is asked for.</summary>
    private static void Note(string text)
    {
        if (Environment.GetEnvironmentVariable("ZHIRONG_BENCH_NOTES") == "1")
        {
            Console.Error.WriteLine(text);
        }
    }
}
