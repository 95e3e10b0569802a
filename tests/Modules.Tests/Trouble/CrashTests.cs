using Microsoft.Data.Sqlite;
using Xunit;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Trouble;

/// <summary>A writer killed from outside on SQLite: at each named stop, and at moments of chance.</summary>
public sealed class SqliteStopTests(ITestOutputHelper output)
{
    [Fact]
    public Task Kill_AtEveryNamedStop_KeepsEveryPromise() =>
        Crashes.Survive(DatabaseKind.Sqlite, 4_041_000, CrashPlan.Stops.Count * (Repo.Long ? 16 : 1), (n, random) => CrashPlan.At(CrashPlan.Stops[n % CrashPlan.Stops.Count], random), output);

    [Fact]
    public async Task Kill_OfAWriterThatAnswersBeforeItCommits_LosesWhatItAcknowledged()
    {
        await using var place = CrashPlace.New(DatabaseKind.Sqlite);
        var run = new CrashRun(place.Target, place.Keys, 4_044_000);
        Assert.Empty(await run.Kill(CrashPlan.At("kept", new(1))));
        var found = await run.Kill(new("before commit", 3, default, "ack-early"));
        Assert.Contains(found, f => f.Contains("was acknowledged and is lost", StringComparison.Ordinal));
        output.WriteLine(found[0]);
    }

    [Fact]
    public async Task Kill_OfAWriterThatSignsAnotherPast_IsFoundByTheCheckpointHandedOut()
    {
        await using var place = CrashPlace.New(DatabaseKind.Sqlite);
        var run = new CrashRun(place.Target, place.Keys, 4_045_000);
        Assert.Empty(await run.Kill(new("kept", 3, default)));
        var given = run.HandedOut!;
        await run.Kill(new("kept", 3, default, "fork"));
        Assert.NotEqual(given, run.HandedOut);
        var found = await Crashes.LogAgainst(place, given, run.Pinned!);
        Assert.Contains("does not begin with the log", Assert.Single(found), StringComparison.Ordinal);
        // Within the store the log agrees with itself; only what was kept of the contents does not open it.
        Assert.Equal(["evidence.contents", "ledger.evidence"], Platform.Storage.Care.StoreCare.Verify(place.Target, Zhirong.Crash.Writer.CrashWriter.Rooms).Where(check => !check.Holds).Select(check => check.Name));
    }
}

public sealed class SqliteMomentTests(ITestOutputHelper output)
{
    /// <summary>A start that was killed while it brought the schema up to date leaves its lock in the file.</summary>
    [Fact]
    public async Task Open_AfterAKillWhileTheSchemaWasChanged_Goes()
    {
        await using var place = CrashPlace.New(DatabaseKind.Sqlite);
        Directory.CreateDirectory(place.Target);
        await using (var left = new SqliteConnection($"Data Source={Path.Combine(place.Target, Platform.Storage.Store.FileName)};Pooling=False"))
        {
            await left.OpenAsync();
            await using var command = left.CreateCommand();
            command.CommandText = "CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-11-25')";
            await command.ExecuteNonQueryAsync();
        }

        await using var store = await Task.Run(() => Platform.Storage.Store.Open(place.Target, Zhirong.Crash.Writer.CrashWriter.Rooms)).WaitAsync(TimeSpan.FromSeconds(60));
        await store.Commits.Write(Viewer.Local, _ => Task.FromResult(0));
        Assert.All(StoreCare.Verify(place.Target, Zhirong.Crash.Writer.CrashWriter.Rooms), check => Assert.True(check.Holds, check.Name));
    }

    [Fact]
    public Task Kill_AtRandomMoments_KeepsEveryPromise() =>
        Crashes.Survive(DatabaseKind.Sqlite, 4_042_000, Repo.Long ? 200 : 13, (n, random) => n % Crashes.Each < 2 ? CrashPlan.Start(random) : CrashPlan.Moment(random), output);
}

/// <summary>The same on PostgreSQL, and its server killed under a writer.</summary>
public sealed class PostgresCrashTests(ITestOutputHelper output)
{
    [Fact]
    public Task Kill_OnPostgres_KeepsEveryPromise() => Crashes.Survive(
        DatabaseKind.Postgres, 4_043_000, Repo.Long ? 60 : 5, (n, random) => n % 2 == 0 ? CrashPlan.Moment(random) : CrashPlan.At(CrashPlan.Stops[n / 2 * 2 % CrashPlan.Stops.Count], random), output);

    [Fact]
    public async Task Kill_OfThePostgresServer_LosesNothingAndTheWriterGoesOn()
    {
        using var server = Host.Bench.ThrowawayPostgres.Start(durable: true)!;
        await using var place = CrashPlace.On(server.NewDatabase());
        var run = new CrashRun(place.Target, place.Keys, 4_046_000);
        using var writer = run.Start(new(null, 1, default));
        await writer.Ready;
        var random = new Random(4_046_000);
        var (kills, before) = (Repo.Long ? 10 : 1, 0);
        for (var kill = 0; kill < kills; kill++)
        {
            await Task.Delay(random.Next(50, 400));
            server.Crash();
            before = writer.Count;
            await Task.Delay(100);
            server.StartAgain();
            await Crashes.Soon(() => writer.Count > before + 100);
        }

        Assert.Equal("", await writer.Kill());
        Assert.Contains("STO-0106", writer.Troubles);
        Assert.Empty(run.Take(writer));
        Assert.Empty(await run.Judge());
        output.WriteLine($"PostgreSQL server: {kills} kills, {run.Acknowledged} acknowledged, seed 4046000");
    }
}
