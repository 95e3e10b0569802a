using Xunit;
using Zhirong.Crash.Writer;
using Zhirong.Host.Bench;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Trouble;

/// <summary>A disk that is full, that may not be written, or that has changed what it was given.</summary>
public sealed class DiskTests(ITestOutputHelper output)
{
    private const int Seed = 4_048_000;

    [Fact]
    public async Task Post_WhenTheFileMayNotGrow_RefusesAndGoesOnWhenItMay()
    {
        await using var place = CrashPlace.New(DatabaseKind.Sqlite);
        await using var book = await SoundBook.Open(place.Target, place.Keys, Seed);
        await book.Post(Enumerable.Range(0, 20));
        await Limit(book, pages => pages + 4);
        await FullThenFree(book, place.Target, () => Limit(book, _ => 1_000_000));
    }

    /// <summary>A disk of four megabytes for the file; for PostgreSQL one for the tables, whose log lies elsewhere.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Post_OnAFullDisk_RefusesAndGoesOnWhenThereIsRoom(DatabaseKind kind)
    {
        using var disk = SmallDisk.New(kind == DatabaseKind.Sqlite ? 4 : 16);
        if (disk is null)
        {
            // Where nobody may mount, the limit on the file stands for the disk.
            await Post_WhenTheFileMayNotGrow_RefusesAndGoesOnWhenItMay();
            return;
        }

        // A server of its own: one whose tables have no room may give up altogether.
        using var server = kind == DatabaseKind.Postgres ? ThrowawayPostgres.Start(durable: false) : null;
        await using var place = CrashPlace.On(server is null ? disk.Folder : OnPostgres(server, disk));
        await using var book = await SoundBook.Open(place.Target, place.Keys, Seed);
        await FullThenFree(book, place.Target, () =>
        {
            disk.Grow(200);
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Post_ThenAPause_DoesNotLetTheLogBeforeTheWritesGrowForEver()
    {
        await using var place = CrashPlace.New(DatabaseKind.Sqlite);
        await using var book = await SoundBook.Open(place.Target, place.Keys, Seed);
        var log = new FileInfo(Path.Combine(place.Target, Store.FileName + "-wal"));
        var (number, largest) = (0, 0L);
        for (; largest < 2 << 20; number += 100, log.Refresh(), largest = log.Length)
        {
            await book.Post(Enumerable.Range(number, 100));
        }

        await Task.Delay(1500);
        await book.Post(number);
        log.Refresh();
        Assert.True(log.Length < largest / 4, $"{log.Length} bytes after {largest}");
    }

    [Fact]
    public async Task Open_OnAReadOnlyDisk_SaysSo()
    {
        using var disk = SmallDisk.New(8) ?? SmallDisk.Folders();
        await using var place = CrashPlace.On(disk.Folder);
        await using (var book = await SoundBook.Open(place.Target, place.Keys, Seed))
        {
            await book.Post(Enumerable.Range(0, 10));
        }

        disk.ReadOnly(true);
        Assert.Equal("STO-0102", Assert.Throws<StorageException>(() => Store.Open(place.Target, CrashWriter.Rooms)).Refusal.Code);
        disk.ReadOnly(false);
        await using var again = await SoundBook.Open(place.Target, place.Keys, Seed);
        Assert.Equal(PostResult.Created, (await again.Post(10)).Result);
    }

    /// <summary>One byte or a run of them anywhere: a check that fails, a refusal, or a place nothing is kept in; never anything else.</summary>
    [Fact]
    public async Task Verify_OfADamagedFile_NamesTheDamage()
    {
        await using var place = CrashPlace.New(DatabaseKind.Sqlite);
        await using (var book = await SoundBook.Open(place.Target, place.Keys, Seed))
        {
            await book.Post(Enumerable.Range(0, 200));
            await book.Sequencer.TakeIn();
        }

        var (random, whole, outcomes) = (new Random(Seed), File.ReadAllBytes(Path.Combine(place.Target, Store.FileName)), new Dictionary<string, int>());
        for (var n = 0; n < (Repo.Long ? 2000 : 25); n++)
        {
            await using var copy = place.Copy();
            var bytes = (byte[])whole.Clone();
            var at = n == 0 ? 0 : random.Next(bytes.Length);
            var run = n == 0 ? 16 : n % 3 == 0 ? random.Next(2, 600) : 1;
            random.NextBytes(bytes.AsSpan(at, Math.Min(run, bytes.Length - at)));
            File.WriteAllBytes(Path.Combine(copy.Target, Store.FileName), bytes);
            var outcome = Outcome(copy.Target);
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            Assert.True(n > 0 || outcome == "STO-0105", outcome);
        }

        output.WriteLine($"damage: {string.Join(", ", outcomes.Select(o => $"{o.Key} {o.Value}"))}, seed {Seed}");
        Assert.True(outcomes.GetValueOrDefault("database.pages") > 0);
    }

    private static string Outcome(string target)
    {
        try
        {
            return StoreCare.Verify(target, CrashWriter.Rooms).FirstOrDefault(check => !check.Holds)?.Name ?? "nothing";
        }
        catch (StorageException refused)
        {
            return refused.Refusal.Code;
        }
    }

    /// <summary>Fills the disk, frees it: what was refused left nothing, what was acknowledged is there, the rest can be sent again.</summary>
    private static async Task FullThenFree(SoundBook book, string target, Func<Task> free)
    {
        var (acknowledged, refused) = (new List<int>(), new List<int>());
        for (var number = 100; refused.Count < 60; number += 40)
        {
            foreach (var (n, code) in await Task.WhenAll(Enumerable.Range(number, 40).Select(n => Asked(book, n))))
            {
                (code is null ? acknowledged : refused).Add(n);
                Assert.True(code is null or "STO-0101", code);
            }

            Assert.True(number < 20_000, "the disk never filled");
        }

        await free();
        var lost = (await book.Post(acknowledged)).Count(outcome => outcome.Result != PostResult.Exists);
        var halves = (await book.Post(refused)).Count(outcome => outcome.Result != PostResult.Created);
        Assert.Equal((0, 0), (lost, halves));
        await book.Sequencer.TakeIn();
        Assert.DoesNotContain(StoreCare.Verify(target, CrashWriter.Rooms), check => !check.Holds);
    }

    private static async Task<(int Number, string? Code)> Asked(SoundBook book, int number)
    {
        try
        {
            Assert.Equal(PostResult.Created, (await book.Post(number)).Result);
            return (number, null);
        }
        catch (StorageException refused)
        {
            return (number, refused.Refusal.Code);
        }
    }

    private static Task<long> Limit(SoundBook book, Func<long, long> pages) => book.Store.Commits.Write(Viewer.Everything("limit the file"), work =>
    {
        var now = work.Session.First("PRAGMA page_count", row => row.Long(0));
        return Task.FromResult(work.Session.First($"PRAGMA max_page_count = {pages(now)}", row => row.Long(0)));
    });

    private static string OnPostgres(ThrowawayPostgres server, SmallDisk disk)
    {
        disk.GiveTo("postgres");
        server.Do($"CREATE TABLESPACE small_disk LOCATION '{disk.Folder}'");
        return server.NewDatabase("small_disk");
    }
}
