using Xunit;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Work;

/// <summary>A job from start to result: progress, cancelling, trying again.</summary>
public sealed class JobTests
{
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Work_AllShards_GivesTheResultsInOrderAndShowsProgress(DatabaseKind kind)
    {
        await using var bench = await WorkBench.New(kind);
        var job = await bench.Start(20);
        Assert.Equal(("waiting", 0, 20, true), (job.State, job.Done, job.Total, job.Mine));
        var worker = bench.Worker("one");
        for (var n = 1; n <= 5; n++)
        {
            Assert.True(await worker.Step(default));
        }

        var half = await bench.Job(job.Id);
        Assert.Equal(("running", 5), (half.Job.State, half.Job.Done));
        Assert.NotNull(half.Job.StartedAt);
        await WorkBench.Drain(worker, 3);
        var done = await bench.Job(job.Id);
        Assert.Equal(("done", 20), (done.Job.State, done.Job.Done));
        Assert.Equal(WorkBench.Squares(20), done.Result!.Value.GetRawText());
        Assert.Equal(Enumerable.Range(0, 20), await bench.Marks());
        Assert.False(await worker.Step(default));
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Start_TheSameWhileUnderWay_IsTheSameJob(DatabaseKind kind)
    {
        await using var bench = await WorkBench.New(kind);
        var jobs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => bench.Start(3)));
        Assert.Single(jobs.Select(j => j.Id).Distinct());
        Assert.NotEqual(jobs[0].Id, (await bench.Start(4)).Id);
        await WorkBench.Drain(bench.Worker("one"));
        Assert.NotEqual(jobs[0].Id, (await bench.Start(3)).Id);
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Cancel_WhileAShardRuns_StopsItAndWritesNothingMore(DatabaseKind kind)
    {
        await using var bench = await WorkBench.New(kind);
        var job = await bench.Start(6);
        var hanging = new TaskCompletionSource();
        bench.Begins = async (no, cancel) =>
        {
            if (no == 3)
            {
                hanging.TrySetResult();
                await Task.Delay(Timeout.Infinite, cancel);
            }
        };
        var working = WorkBench.Drain(bench.Worker("one"));
        await hanging.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Null(await bench.Cancel(job.Id));
        await working.WaitAsync(TimeSpan.FromSeconds(20));
        var cancelled = await bench.Job(job.Id);
        Assert.Equal(("cancelled", 3, WorkBench.Banker.Person), (cancelled.Job.State, cancelled.Job.Done, cancelled.CancelledBy));
        Assert.Equal([0, 1, 2], await bench.Marks());
        Assert.Equal("WRK-0102", (await bench.Cancel(job.Id))!.Code);

        bench.Begins = (_, _) => Task.CompletedTask;
        bench.Begun.Clear();
        Assert.Null(await bench.Retry(job.Id));
        await WorkBench.Drain(bench.Worker("two"));
        Assert.Equal([3, 4, 5], bench.Begun);
        Assert.Equal(Enumerable.Range(0, 6), await bench.Marks());
        var done = await bench.Job(job.Id);
        Assert.Equal(("done", 6, 1), (done.Job.State, done.Job.Done, done.Retries));
        Assert.Equal("WRK-0103", (await bench.Retry(job.Id))!.Code);
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Work_AShardThatThrows_IsTriedThreeTimesAndThenFailsTheJobWithItsReason(DatabaseKind kind)
    {
        await using var bench = await WorkBench.New(kind);
        var job = await bench.Start(4);
        bench.Begins = (no, _) => no == 2 ? throw new InvalidOperationException("no such rate") : Task.CompletedTask;
        await WorkBench.Drain(bench.Worker("one"));
        var failed = await bench.Job(job.Id);
        Assert.Equal("failed", failed.Job.State);
        var finding = Assert.Single(failed.Findings);
        Assert.Equal(("WRK-0104", "shards.2", "InvalidOperationException: no such rate"), (finding.Code, finding.Path, finding.Found));
        Assert.Equal(3, bench.Begun.Count(no => no == 2));

        bench.Begins = (_, _) => Task.CompletedTask;
        bench.Begun.Clear();
        Assert.Null(await bench.Retry(job.Id));
        Assert.Empty((await bench.Job(job.Id)).Findings);
        await WorkBench.Drain(bench.Worker("one"));
        Assert.Equal("done", (await bench.Job(job.Id)).Job.State);
        Assert.Equal(Enumerable.Range(0, 4), await bench.Marks());
        Assert.DoesNotContain(0, bench.Begun);
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Work_AShardThatThrowsOnce_IsDoneAtItsSecondTry(DatabaseKind kind)
    {
        await using var bench = await WorkBench.New(kind);
        var job = await bench.Start(3);
        bench.Begins = (no, _) => no == 1 && bench.Begun.Count(n => n == 1) == 1 ? throw new IOException("away") : Task.CompletedTask;
        await WorkBench.Drain(bench.Worker("one"));
        Assert.Equal("done", (await bench.Job(job.Id)).Job.State);
        Assert.Equal([0, 1, 2], await bench.Marks());
    }

    /// <summary>An answer that is no comes to the same however often it is asked for.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Work_AShardThatIsRefused_FailsTheJobAtOnce(DatabaseKind kind)
    {
        await using var bench = await WorkBench.New(kind);
        var job = await bench.Start(20, refusing: true);
        await WorkBench.Drain(bench.Worker("one"));
        var failed = await bench.Job(job.Id);
        Assert.Equal(("failed", "WRK-0101"), (failed.Job.State, failed.Findings.Single().Code));
        Assert.Equal(1, bench.Begun.Count(no => no == 13));
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Retry_WhileTheSameIsUnderWay_IsRefused(DatabaseKind kind)
    {
        await using var bench = await WorkBench.New(kind);
        var job = await bench.Start(3);
        Assert.Null(await bench.Cancel(job.Id));
        var other = await bench.Start(3);
        Assert.Equal(("WRK-0106", $"{other.Id}"), (await bench.Retry(job.Id)) is { } refusal ? (refusal.Code, refusal.Found) : default);
    }

    /// <summary>A long job that was first does not keep a short one waiting.</summary>
    [Fact]
    public async Task Work_TwoJobs_TakeTurns()
    {
        await using var bench = await WorkBench.New(DatabaseKind.Sqlite);
        await bench.Start(10);
        var small = await bench.Start(2);
        var worker = bench.Worker("one");
        for (var n = 0; n < 5; n++)
        {
            await worker.Step(default);
        }

        Assert.Equal("done", (await bench.Job(small.Id)).Job.State);
    }
}
