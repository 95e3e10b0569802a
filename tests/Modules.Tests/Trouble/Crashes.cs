using System.Diagnostics;
using Xunit;
using Zhirong.Crash.Writer;
using Zhirong.Engine.Proof;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Trouble;

/// <summary>Kills in a row on databases of their own.</summary>
internal static class Crashes
{
    /// <summary>After so many kills a new database is begun, so that judging stays quick.</summary>
    public const int Each = 20;

    public static async Task Survive(DatabaseKind kind, int firstSeed, int kills, Func<int, Random, CrashPlan> plan, ITestOutputHelper output)
    {
        var (acknowledged, seeds, watch) = (0, 0, Stopwatch.StartNew());
        for (var begun = 0; begun < kills; begun += Each, seeds++)
        {
            var random = new Random(firstSeed + seeds);
            await using var place = CrashPlace.New(kind);
            var run = new CrashRun(place.Target, place.Keys, firstSeed + seeds);
            for (var n = begun; n < Math.Min(kills, begun + Each); n++)
            {
                Assert.Empty(await run.Kill(plan(n, random)));
            }

            Assert.True(run.Acknowledged > 0, "nothing was acknowledged: the kills prove nothing");
            acknowledged += run.Acknowledged;
        }

        output.WriteLine($"{kind}: {kills} kills, {acknowledged} acknowledged, seeds {firstSeed}..{firstSeed + seeds - 1}, {watch.Elapsed.TotalSeconds:F1} s");
    }

    public static async Task<List<string>> LogAgainst(CrashPlace place, SignedCheckpoint given, LogIdentity pinned)
    {
        await using var store = Store.Open(place.Target, CrashWriter.Rooms);
        await using var read = store.Read(Viewer.Everything("judge the log"));
        return [.. CrashJudge.Log(read.Session, given, pinned)];
    }

    /// <summary>Waits until something has become true.</summary>
    public static async Task Soon(Func<bool> done)
    {
        for (var watch = Stopwatch.StartNew(); !done(); await Task.Delay(20))
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), "it did not come true within a minute");
        }
    }
}

/// <summary>A place to write to, with the keys of its log beside it.</summary>
internal sealed class CrashPlace : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("zhirong-crash-");

    private CrashPlace(string? target) => Target = target ?? Path.Combine(folder.FullName, "data");

    public string Target { get; }

    public string Keys => Path.Combine(folder.FullName, "keys");

    public string Folder => folder.FullName;

    public static CrashPlace New(DatabaseKind kind) => new(kind == DatabaseKind.Sqlite ? null : OwnPostgres.Server.NewDatabase());

    public static CrashPlace On(string target) => new(target);

    /// <summary>The same data once more, while nobody uses it.</summary>
    public CrashPlace Copy()
    {
        if (Target.Contains('=', StringComparison.Ordinal))
        {
            return new(OwnPostgres.Server.CopyOf(Target));
        }

        var copy = new CrashPlace(null);
        Directory.CreateDirectory(copy.Target);
        File.Copy(Path.Combine(Target, Store.FileName), Path.Combine(copy.Target, Store.FileName));
        return copy;
    }

    public ValueTask DisposeAsync()
    {
        folder.Delete(true);
        return ValueTask.CompletedTask;
    }
}
