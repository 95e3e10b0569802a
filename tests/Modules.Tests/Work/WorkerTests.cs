using System.Diagnostics;
using Xunit;
using Zhirong.Crash.Writer;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Work.Model;
using Zhirong.Platform.Work.Storage;
using Zhirong.Platform.Work.Worker;

namespace Zhirong.Modules.Tests.Work;

/// <summary>Several workers on one store, and workers that die.</summary>
public sealed class WorkerTests(ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Work_TwoStoresAtOnce_DoEachShardOnce(DatabaseKind kind)
    {
        const int Shards = 120;
        await using var bench = await WorkBench.New(kind);
        var job = await bench.Start(Shards);
        // The first waits with its first shards until the second has one in hand: else a small job may be over before that.
        var both = new TaskCompletionSource();
        bench.Begins = async (_, cancel) =>
        {
            await both.Task.WaitAsync(TimeSpan.FromSeconds(30), cancel);
            await Task.Delay(2, cancel);
        };
        await using var other = Store.Open(bench.Target, SeededJob.Rooms);
        var second = new JobWorker(other, [new SeededJob((no, cancel) =>
        {
            bench.Begun.Enqueue(no);
            both.TrySetResult();
            return Task.Delay(2, cancel);
        })], TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<JobWorker>.Instance, "second");
        await Task.WhenAll(WorkBench.Drain(bench.Worker("first"), 3), WorkBench.Drain(second, 3));
        await WorkBench.Drain(bench.Worker("first"));
        Assert.Equal(Enumerable.Range(0, Shards), await bench.Marks());
        Assert.Equal(Enumerable.Range(0, Shards), bench.Begun.Order());
        var done = await bench.Job(job.Id);
        Assert.Equal((WorkBench.Squares(Shards), "done"), (done.Result!.Value.GetRawText(), done.Job.State));
        await using var read = bench.Store.Read(Viewer.Everything("who did what"));
        var by = read.Session.List("SELECT worker, count(*) FROM work_result GROUP BY worker ORDER BY worker", row => $"{row.Text(0)} {row.Long(1)}");
        output.WriteLine($"{kind}: {string.Join(", ", by)}");
        // SQLite gives its lock to whoever asks again first: one of the two may do all that is left.
        Assert.InRange(by.Count, kind == DatabaseKind.Sqlite ? 1 : 2, 2);
    }

    /// <summary>A worker that hangs loses its shard to another; what it says afterwards counts no more.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Work_AWorkerThatHangsBeyondItsLease_IsPassedByAndWritesNothing(DatabaseKind kind)
    {
        await using var bench = await WorkBench.New(kind);
        var job = await bench.Start(1);
        var (hangs, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        bench.Begins = async (_, _) =>
        {
            if (bench.Begun.Count == 1)
            {
                hangs.SetResult();
                await goOn.Task;
            }
        };
        var late = bench.Worker("late", TimeSpan.FromMilliseconds(50), look: TimeSpan.FromMinutes(1)).Step(default);
        await hangs.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await Task.Delay(80);
        await WorkBench.Drain(bench.Worker("quick"));
        Assert.Equal("done", (await bench.Job(job.Id)).Job.State);
        goOn.SetResult();
        await late.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal([0], await bench.Marks());
        Assert.Equal((1, 2), ((await bench.Job(job.Id)).Job.Done, bench.Begun.Count));
    }

    /// <summary>A worker that lives keeps its shard however long it takes.</summary>
    [Fact]
    public async Task Work_LongerThanTheLease_KeepsTheShard()
    {
        await using var bench = await WorkBench.New(DatabaseKind.Sqlite);
        await bench.Start(1);
        bench.Begins = (_, cancel) => Task.Delay(900, cancel);
        var working = bench.Worker("long", TimeSpan.FromMilliseconds(300)).Step(default);
        for (var n = 0; n < 12; n++)
        {
            await bench.Worker("envious").Step(default);
            await Task.Delay(50);
        }

        await working;
        Assert.Equal([0], bench.Begun);
        Assert.Equal([0], await bench.Marks());
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Work_StoppedInTheMiddle_GivesTheShardBackAsIfUntouched(DatabaseKind kind)
    {
        await using var bench = await WorkBench.New(kind);
        var job = await bench.Start(1);
        var hangs = new TaskCompletionSource();
        bench.Begins = (_, cancel) =>
        {
            hangs.TrySetResult();
            return Task.Delay(Timeout.Infinite, cancel);
        };
        using var stop = new CancellationTokenSource();
        var working = bench.Worker("one").Step(stop.Token);
        await hangs.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await stop.CancelAsync();
        await working.WaitAsync(TimeSpan.FromSeconds(20));
        bench.Begins = (_, _) => Task.CompletedTask;
        await WorkBench.Drain(bench.Worker("two"));
        Assert.Equal("done", (await bench.Job(job.Id)).Job.State);
        await using var read = bench.Store.Read(Viewer.Everything("count the tries"));
        Assert.Equal(1, read.Session.First("SELECT tries FROM work_shard", row => row.Int(0)));
    }

    /// <summary>What kills every process that touches it is not given to a sixth.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Take_AShardOnWhichFiveProcessesDied_FailsTheJob(DatabaseKind kind)
    {
        await using var bench = await WorkBench.New(kind);
        var job = await bench.Start(2);
        for (var death = 1; death <= Patience.Deaths; death++)
        {
            var taken = await bench.Store.Commits.Write(Viewer.Everything("take and die"), work => Task.FromResult(new JobBoard(work.Session).Take(new HashSet<string> { SeededJob.Kind }, "dying", death * 10, (death * 10) + 1)));
            Assert.Equal((0, death), (taken!.No, taken.Tries));
        }

        await WorkBench.Drain(bench.Worker("sixth"));
        var failed = await bench.Job(job.Id);
        Assert.Equal(("failed", "WRK-0105"), (failed.Job.State, failed.Findings.Single().Code));
        Assert.Empty(bench.Begun);
    }

    /// <summary>Processes killed in the middle, one after another: finished shards are not done again, none is done twice, none is lost.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Work_ProcessesKilledInTheMiddle_ResumesWithoutDoingAnythingTwice(DatabaseKind kind)
    {
        var (shards, kills) = Repo.Long ? (400, 25) : (60, 4);
        await using var bench = await WorkBench.New(kind);
        var job = await bench.Start(shards);
        var again = 0;
        for (var kill = 0; kill < kills; kill++)
        {
            var before = (await bench.Marks()).ToHashSet();
            var begun = await Killed(bench.Target, after: 3 + (kill % 5));
            again += begun.Count(before.Contains);
        }

        var left = (await bench.Marks()).ToHashSet();
        Assert.InRange(left.Count, 1, shards - 1);
        var last = bench.Worker("last");
        await last.TakeOver();
        await WorkBench.Drain(last, 2);
        Assert.Equal(0, again + bench.Begun.Count(left.Contains));
        Assert.Equal(Enumerable.Range(0, shards), await bench.Marks());
        var done = await bench.Job(job.Id);
        Assert.Equal(("done", shards, WorkBench.Squares(shards)), (done.Job.State, done.Job.Done, done.Result!.Value.GetRawText()));
        output.WriteLine($"{kind}: {kills} kills, {left.Count} of {shards} shards done before the last process, none twice");
    }

    [Fact]
    public void WorkerName_OfADeadProcess_IsKnownAsDead()
    {
        var own = WorkerName.Own();
        Assert.False(own.Dead());
        Assert.Equal(own with { Machine = own.Machine.Replace('/', '-') }, WorkerName.Read($"{own}"));
        Assert.True((own with { Started = own.Started - 100 }).Dead());
        Assert.True((own with { Process = int.MaxValue }).Dead());
        Assert.False((own with { Machine = "elsewhere", Process = int.MaxValue }).Dead());
        Assert.Null(WorkerName.Read("one"));
    }

    [Theory]
    [InlineData(0, 10, 0, 1, null)]
    [InlineData(5, 10, 10_000_000, 1, 10L)]
    [InlineData(5, 10, 10_000_000, 2, 5L)]
    [InlineData(5, 10, 10_000_000, 0, null)]
    [InlineData(10, 10, 10_000_000, 1, 0L)]
    [InlineData(3, 4, 100, 1, 1L)]
    public void TimeLeft_FromMeanTimeAndHowManyAtOnce_IsWholeSeconds(int done, int total, long worked, int atOnce, long? expected) =>
        Assert.Equal(expected, TimeLeft.Seconds(done, total, worked, atOnce));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(40, 60)]
    public void Patience_AfterMoreTries_WaitsLonger(int tries, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), Patience.After(tries));

    /// <summary>A process that works until it has begun so many shards; then it is killed. Returns what it began.</summary>
    private static async Task<List<int>> Killed(string target, int after)
    {
        var program = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        using var process = Process.Start(new ProcessStartInfo(program, [Path.Combine(AppContext.BaseDirectory, "Zhirong.Crash.Writer.dll"), "work", target]) { RedirectStandardOutput = true })!;
        var begun = new List<int>();
        try
        {
            while (begun.Count < after && await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)) is { } line)
            {
                if (line.Split(' ') is ["begin", var no])
                {
                    begun.Add(int.Parse(no, System.Globalization.CultureInfo.InvariantCulture));
                }
            }
        }
        finally
        {
            process.Kill();
        }

        Assert.Equal(after, begun.Count);
        await process.WaitForExitAsync();
        while (await process.StandardOutput.ReadLineAsync() is { } rest)
        {
            begun.AddRange(rest.Split(' ') is ["begin", var no] && int.TryParse(no, out var number) ? [number] : Array.Empty<int>());
        }

        return begun;
    }
}
