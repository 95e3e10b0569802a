using System.Text;
using Zhirong.Modules.Evidence.Log;
using Zhirong.Modules.Evidence.Storage;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Queue;

namespace Zhirong.Crash.Writer;

/// <summary>
/// Posts seeded entries and grows the evidence log until it is killed. Each line it prints is a promise to whoever started it:
/// <c>ready</c>, <c>ack NUMBER RESULT</c>, <c>checkpoint JSON</c>, <c>stopped NAME</c>, <c>trouble CODE</c>.
/// </summary>
internal sealed class CrashWriter(WriterOrders orders)
{
    private readonly Queue<int> again = new(orders.Again);
    private readonly Lock output = new();
    private int next = orders.From, arrivals;

    public static IReadOnlyList<IRoomModel> Rooms => [new EvidenceTables(), new LedgerTables()];

    public async Task Run()
    {
        await using var store = Store.Open(orders.Target, Rooms);
        await SeededBook.Open(store);
        if (orders.Broken == "fork")
        {
            await Fork(store);
            Array.ForEach(Directory.GetFiles(orders.Keys, "head-*.json"), File.Delete);
        }

        var sequencer = new Sequencer(store, TimeProvider.System);
        await sequencer.Open(orders.Keys);

        store.Commits.Stops = At;
        sequencer.Stops = name =>
        {
            if (name == "kept")
            {
                HandOut(store);
            }

            Stop(name);
        };
        Say("ready");
        var books = new LedgerBooks(store, TimeProvider.System);
        await Task.WhenAll([Grow(store, sequencer), .. Enumerable.Range(0, orders.Flight).Select(_ => Client(store, books))]);
    }

    private async Task Client(Store store, LedgerBooks books)
    {
        await Task.Yield();
        while (true)
        {
            var number = Next();
            PostOutcome? outcome;
            while ((outcome = await Post(store, books, number)) is null)
            {
                await Task.Delay(50);
            }

            Say(outcome.Result == PostResult.Refused ? $"refused {number} {outcome.Refusals[0].Code}" : $"ack {number} {outcome.Result}");
        }
    }

    /// <summary>Null when the database is away or has no room, so that it is sent again.</summary>
    private async Task<PostOutcome?> Post(Store store, LedgerBooks books, int number)
    {
        try
        {
            return await books.Post(Viewer.Local, SeededEntries.Book, SeededEntries.Draft(orders.Seed, number));
        }
        catch (Exception problem) when (((problem as StorageException)?.Refusal ?? store.Explain(problem)) is { } refusal)
        {
            Say($"trouble {refusal.Code}");
            return null;
        }
    }

    private int Next()
    {
        lock (again)
        {
            return again.TryDequeue(out var number) ? number : next++;
        }
    }

    private async Task Grow(Store store, Sequencer sequencer)
    {
        await Task.Yield();
        while (true)
        {
            try
            {
                await sequencer.TakeIn();
            }
            catch (Exception problem) when (((problem as StorageException)?.Refusal ?? store.Explain(problem)) is { } refusal)
            {
                Say($"trouble {refusal.Code}");
            }

            await Task.Delay(20);
        }
    }

    private void HandOut(Store store)
    {
        using var read = store.Read(Viewer.Everything("hand out the checkpoint"));
        Say($"checkpoint {Encoding.UTF8.GetString(new EvidenceLog(read.Session).Latest!.Signed.ToBytes())}");
    }

    private void At(string name, IReadOnlyList<Work> works)
    {
        if (orders.Broken == "ack-early" && name == "before commit" && orders.Halt == name)
        {
            foreach (var work in works)
            {
                work.Answer();
            }

            Thread.Sleep(100);
        }

        Stop(name);
    }

    private void Stop(string name)
    {
        if (name == orders.Halt && Interlocked.Increment(ref arrivals) == orders.Nth)
        {
            Say($"stopped {name}");
            Thread.Sleep(Timeout.Infinite);
        }
    }

    /// <summary>
    /// Founds the past anew: two leaves change places and everything is signed again, so that the database agrees with itself and
    /// only who kept a checkpoint can tell. Whoever does that has the folder of the keys too: with the last signed checkpoint left in
    /// it, nothing would be signed.
    /// </summary>
    private static Task<int> Fork(Store store) => store.Commits.Write(Viewer.Everything("rewrite history"), work =>
    {
        foreach (var change in (ReadOnlySpan<string>)[
            "DELETE FROM evd_checkpoint", "DELETE FROM evd_tile", "DELETE FROM evd_content WHERE arrival IN (1, 2)",
            "UPDATE evd_leaf SET arrival = -1 WHERE arrival = 1", "UPDATE evd_leaf SET arrival = 1 WHERE arrival = 2", "UPDATE evd_leaf SET arrival = 2 WHERE arrival = -1"])
        {
            work.Session.Execute(change);
        }

        return Task.FromResult(0);
    });

    private void Say(string line)
    {
        lock (output)
        {
            Console.Out.WriteLine(line);
        }
    }
}
