using Xunit;
using Zhirong.Crash.Writer;
using Zhirong.Modules.Evidence.Log;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Trouble;

/// <summary>Many at once: clients on both databases, and two servers on one.</summary>
public sealed class TogetherTests(ITestOutputHelper output)
{
    private const int Seed = 4_050_000;

    [Fact]
    public async Task Post_TheSameEntriesByEightClients_EndsEqualOnBothDatabases()
    {
        var ends = new List<(string Balances, string Days, string Entries)>();
        foreach (var kind in TestStore.Both)
        {
            await using var place = CrashPlace.New(kind.Data);
            await using var book = await SoundBook.Open(place.Target, place.Keys, Seed);
            await Task.WhenAll(Enumerable.Range(0, 8).Select(client => Task.Run(async () =>
            {
                for (var number = client; number < 800; number += 8)
                {
                    Assert.Equal(PostResult.Created, (await book.Post(number)).Result);
                }
            })));
            ends.Add(await End(book.Store));
        }

        Assert.Equal(ends[0], ends[1]);
        Assert.Equal(800, ends[0].Entries.Split('\n').Length);
    }

    [Fact]
    public async Task Post_TheSameIdsByTwoServers_IsDoneOnceAndTheLogIsDense()
    {
        var entries = Repo.Long ? 20_000 : 1_500;
        await using var place = CrashPlace.New(DatabaseKind.Postgres);
        await using var one = await SoundBook.Open(place.Target, place.Keys, Seed);
        await using var other = await SoundBook.Open(place.Target, place.Keys, Seed);
        using var stop = new CancellationTokenSource();
        var growing = Task.WhenAll(Grow(one, stop.Token), Grow(other, stop.Token));
        var answers = await Task.WhenAll(Send(one, entries, 1), Send(other, entries, 2));
        await stop.CancelAsync();
        await growing;
        await one.Sequencer.TakeIn();
        Assert.All(Enumerable.Range(0, entries), n => Assert.Equal([PostResult.Created, PostResult.Exists], [.. answers.Select(a => a[n]).Order()]));
        Assert.DoesNotContain(StoreCare.Verify(place.Target, CrashWriter.Rooms), check => !check.Holds);
        await using var read = one.Store.Read(Viewer.Everything("look at the log"));
        var (log, places) = (new EvidenceLog(read.Session), new List<long>());
        foreach (var round in log.Page(0, int.MaxValue))
        {
            places.AddRange(read.Session.List("SELECT arrival FROM evd_leaf WHERE arrival BETWEEN @p0 AND @p1", row => row.Long(0), round.FirstArrival, round.LastArrival).Select(arrival => log.IndexIn(round, arrival)));
        }

        Assert.Equal(Enumerable.Range(0, entries).Select(i => (long)i), places.Order());
        output.WriteLine($"two servers: {entries} entries sent to each, {answers[0].Count(a => a == PostResult.Created)} done by the first, {log.Checkpoints} checkpoints, seed {Seed}");
    }

    /// <summary>All entries in an order of its own, 64 at a time.</summary>
    private static async Task<PostResult[]> Send(SoundBook book, int entries, int order)
    {
        var results = new PostResult[entries];
        int[] numbers = [.. Enumerable.Range(0, entries)];
        for (var begin = 0; begin < entries; begin += 200)
        {
            // Near enough to each other that both servers ask for the same ids at the same time.
            new Random(order).Shuffle(numbers.AsSpan(begin, Math.Min(200, entries - begin)));
        }

        await Parallel.ForEachAsync(numbers, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (number, _) => results[number] = (await book.Post(number)).Result);
        return results;
    }

    private static async Task Grow(SoundBook book, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await book.Sequencer.TakeIn(CancellationToken.None);
            await Task.Delay(5, CancellationToken.None);
        }
    }

    private static async Task<(string Balances, string Days, string Entries)> End(Store store)
    {
        await using var read = store.Read(Viewer.Everything("read the end"));
        string All(string sql) => string.Join('\n', read.Session.List(sql, row => row.Text(0)));
        return (
            All("SELECT code || ' ' || debit || ' ' || credit || ' ' || lines FROM ldg_account ORDER BY code"),
            All("SELECT a.code || ' ' || (d.id >> 40) || ' ' || d.debit || ' ' || d.credit FROM ldg_day d JOIN ldg_account a ON a.no = d.id & 1099511627775 ORDER BY a.code, d.id"),
            All("SELECT id || ' ' || effective || ' ' || amount_fen FROM ldg_entry ORDER BY id"));
    }
}
