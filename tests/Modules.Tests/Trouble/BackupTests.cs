using Xunit;
using Zhirong.Crash.Writer;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Postgres;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Trouble;

/// <summary>Backups of a database that is being written to, and what cannot be put back.</summary>
public sealed class BackupTests(ITestOutputHelper output)
{
    private const int Seed = 4_049_000;
    private const int Clients = 8;

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Backup_WhileEightClientsPost_HoldsAllThatWasAcknowledgedBefore(DatabaseKind kind)
    {
        await using var place = CrashPlace.New(kind);
        await using var book = await SoundBook.Open(place.Target, place.Keys, Seed);
        var (next, acknowledged) = (-1, new System.Collections.Concurrent.ConcurrentDictionary<int, bool>());
        using var stop = new CancellationTokenSource();
        async Task Client()
        {
            while (!stop.IsCancellationRequested)
            {
                var number = Interlocked.Increment(ref next);
                await book.Post(number);
                acknowledged[number] = true;
            }
        }

        async Task Grow()
        {
            while (!stop.IsCancellationRequested)
            {
                await book.Sequencer.TakeIn(stop.Token);
                await Task.Delay(10);
            }
        }

        var load = Enumerable.Range(0, Clients).Select(_ => Task.Run(Client)).Append(Task.Run(Grow)).ToList();
        var backups = new List<(string File, int[] Before)>();
        for (var n = 0; n < 2; n++)
        {
            var enough = acknowledged.Count + (Repo.Long ? 5000 : 100);
            await Crashes.Soon(() => acknowledged.Count > enough);
            var (file, before) = (Path.Combine(place.Folder, $"backup{n}"), acknowledged.Keys.ToArray());
            await Task.Run(() => StoreCare.Backup(place.Target, file));
            var after = acknowledged.Count;
            await Crashes.Soon(() => acknowledged.Count > after);
            backups.Add((file, before));
        }

        await stop.CancelAsync();
        await Task.WhenAll(load.Select(task => task.ContinueWith(t => Assert.True(t.IsCompletedSuccessfully || t.Exception is null or { InnerException: OperationCanceledException }, $"{t.Exception}"), TaskScheduler.Default)));
        foreach (var (file, before) in backups)
        {
            await using var fresh = CrashPlace.New(kind);
            StoreCare.Restore(fresh.Target, file, replace: false);
            Assert.DoesNotContain(StoreCare.Verify(fresh.Target, CrashWriter.Rooms), check => !check.Holds);
            var found = await Ids(fresh.Target);
            Assert.Equal(0, before.Count(number => !found.Contains(RowValues.Of(SeededEntries.Id(Seed, number)))));
            output.WriteLine($"{kind}: {before.Length} acknowledged before the backup, {found.Count} in it, {acknowledged.Count} in all");
        }
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Restore_OfWhatCannotBePutBack_IsRefusedAndTouchesNothing(DatabaseKind kind)
    {
        await using var place = CrashPlace.New(kind);
        var backup = Path.Combine(place.Folder, "backup");
        await using (var book = await SoundBook.Open(place.Target, place.Keys, Seed))
        {
            await book.Post(Enumerable.Range(0, 5));
            StoreCare.Backup(place.Target, backup);
            await book.Post(Enumerable.Range(5, 5));
            Assert.Equal("STO-0111", Code(() => StoreCare.Restore(place.Target, backup, replace: true)));
        }

        var text = Path.Combine(place.Folder, "text");
        await File.WriteAllTextAsync(text, new string('x', 10_000));
        Assert.Equal("STO-0110", Code(() => StoreCare.Backup(place.Target, backup)));
        Assert.Equal("STO-0112", Code(() => StoreCare.Restore(place.Target, backup, replace: false)));
        Assert.Equal(kind == DatabaseKind.Sqlite ? "STO-0109" : "STO-0113", Code(() => StoreCare.Restore(place.Target, text, replace: true)));
        Assert.Equal("STO-0109", Code(() => StoreCare.Restore(place.Target, text + "?", replace: true)));
        Assert.Equal(10, (await Ids(place.Target)).Count);
        StoreCare.Restore(place.Target, backup, replace: true);
        Assert.Equal(5, (await Ids(place.Target)).Count);
    }

    /// <summary>What the backup does not know, such as a table of a later version, is not left lying beside it.</summary>
    [Fact]
    public async Task Restore_InPlaceOfWhatIsThere_LeavesNothingElse()
    {
        await using var place = CrashPlace.New(DatabaseKind.Postgres);
        var backup = Path.Combine(place.Folder, "backup");
        await using (var book = await SoundBook.Open(place.Target, place.Keys, Seed))
        {
            await book.Post(Enumerable.Range(0, 5));
            StoreCare.Backup(place.Target, backup);
        }

        await TestStore.AsOwner(place.Target, "CREATE TABLE later (id text, book_id text REFERENCES ldg_book (id)); INSERT INTO later VALUES ('kept back', NULL)");
        StoreCare.Restore(place.Target, backup, replace: true);
        Assert.Equal("42P01", (await Assert.ThrowsAsync<Npgsql.PostgresException>(() => TestStore.AsOwner(place.Target, "SELECT * FROM later"))).SqlState);

        // The server's own role may use what was put back.
        await using (var book = await SoundBook.Open(place.Target, place.Keys, Seed))
        {
            await book.Post(5);
        }

        Assert.Equal(6, (await Ids(place.Target)).Count);
        Assert.DoesNotContain(StoreCare.Verify(place.Target, CrashWriter.Rooms), check => !check.Holds);

        // A backup cut short changes nothing.
        var bytes = await File.ReadAllBytesAsync(backup);
        var half = Path.Combine(place.Folder, "half");
        await File.WriteAllBytesAsync(half, bytes[..(bytes.Length * 2 / 3)]);
        Assert.Equal("STO-0113", Code(() => StoreCare.Restore(place.Target, half, replace: true)));
        Assert.Equal(6, (await Ids(place.Target)).Count);
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Backup_OfADatabase_IsForItsOwnersEyesAlone(DatabaseKind kind)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var place = CrashPlace.New(kind);
        await using var book = await SoundBook.Open(place.Target, place.Keys, Seed);
        var modes = new System.Collections.Concurrent.ConcurrentBag<UnixFileMode>();
        using var watch = new FileSystemWatcher(place.Folder, "backup*");
        watch.Changed += (_, change) =>
        {
            if (!OperatingSystem.IsWindows() && File.Exists(change.FullPath))
            {
                modes.Add(File.GetUnixFileMode(change.FullPath));
            }
        };
        watch.EnableRaisingEvents = true;
        StoreCare.Backup(place.Target, Path.Combine(place.Folder, "backup"));
        modes.Add(File.GetUnixFileMode(Path.Combine(place.Folder, "backup")));
        Assert.All(modes, mode => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode));
    }

    [Fact]
    public void Tools_OfPostgres_AreToldHowTheConnectionIsSecured()
    {
        var told = PostgresTools.Environment(new("Host=db;Port=5433;Database=d;Username=u;Password=p;SSL Mode=VerifyFull;Root Certificate=/ca.pem;SSL Certificate=/me.pem;SSL Key=/me.key"));
        Assert.Equal(
            ("db", "5433", "d", "u", "p", "verify-full", "/ca.pem", "/me.pem", "/me.key"),
            (told["PGHOST"], told["PGPORT"], told["PGDATABASE"], told["PGUSER"], told["PGPASSWORD"], told["PGSSLMODE"], told["PGSSLROOTCERT"], told["PGSSLCERT"], told["PGSSLKEY"]));
        Assert.Equal("disable", PostgresTools.Environment(new("Host=db;SSL Mode=Disable"))["PGSSLMODE"]);
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Restore_OfANewerSchema_IsRefusedWhenItIsOpened(DatabaseKind kind)
    {
        await using var place = CrashPlace.New(kind);
        var backup = Path.Combine(place.Folder, "backup");
        await using (var store = Store.Open(place.Target, CrashWriter.Rooms))
        {
            await TestStore.AsOwner(place.Target, "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29991231_0000_later', '10')");
            StoreCare.Backup(place.Target, backup);
        }

        await using var fresh = CrashPlace.New(kind);
        StoreCare.Restore(fresh.Target, backup, replace: false);
        Assert.Equal("STO-0108", Code(() => Store.Open(fresh.Target, CrashWriter.Rooms)));
        Assert.Equal("STO-0108", Code(() => StoreCare.Verify(fresh.Target, CrashWriter.Rooms)));
    }

    private static string Code(Action action) => Assert.Throws<StorageException>(action).Refusal.Code;

    private static async Task<HashSet<string>> Ids(string target)
    {
        await using var store = Store.Open(target, CrashWriter.Rooms);
        await using var read = store.Read(Viewer.Everything("count entries"));
        return [.. read.Session.List("SELECT id FROM ldg_entry", row => row.Text(0))];
    }
}
