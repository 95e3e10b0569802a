using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;
using Zhirong.Crash.Writer;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Work;
using Zhirong.Platform.Work.Storage;
using Zhirong.Platform.Work.UseCases;
using Zhirong.Platform.Work.Worker;

namespace Zhirong.Modules.Tests.Work;

/// <summary>A store with the seeded job, and workers whose shards the test holds in hand.</summary>
internal sealed class WorkBench : IAsyncDisposable
{
    public static readonly Viewer Banker = new(new("00000000-0000-7000-8000-0000000000b1"), "某行信贷员") { User = new("00000000-0000-7000-8000-0000000000c1") };

    private readonly bool folder;

    private WorkBench(DatabaseKind kind)
    {
        (folder, Target) = (kind == DatabaseKind.Sqlite, TestStore.NewTarget(kind));
        Store = Store.Open(Target, SeededJob.Rooms);
    }

    public Store Store { get; }

    public string Target { get; }

    /// <summary>Shards that began, in their order, by whichever worker.</summary>
    public ConcurrentQueue<int> Begun { get; } = new();

    /// <summary>What a shard does when it begins.</summary>
    public Func<int, CancellationToken, Task> Begins { get; set; } = (_, _) => Task.CompletedTask;

    public static async Task<WorkBench> New(DatabaseKind kind)
    {
        var bench = new WorkBench(kind);
        await TestStore.AsOwner(bench.Target, kind == DatabaseKind.Sqlite ? SeededJob.Table : $"{SeededJob.Table}; GRANT ALL ON seeded_mark TO zhirong_app");
        return bench;
    }

    public JobWorker Worker(string name, TimeSpan? lease = null, TimeSpan? look = null) => new(Store, [Kind()], TimeProvider.System, NullLogger<JobWorker>.Instance, name)
    {
        Lease = lease ?? TimeSpan.FromSeconds(30),
        Look = look ?? TimeSpan.FromMilliseconds(20),
        After = _ => TimeSpan.Zero,
    };

    public Task<JobRow> Start(int shards, bool refusing = false)
    {
        var jobs = new Jobs([Kind()], TimeProvider.System);
        var prepared = jobs.Prepare(new(SeededJob.Kind, new("试算", "A trial"), "deal", "d-1", $"{shards}{(refusing ? " " : "")}")).Value;
        return Store.Commits.Write(Banker, work => jobs.Start(work, prepared));
    }

    public async Task<JobDetail> Job(Guid id)
    {
        await using var read = Store.Read(Banker);
        return await OpenJob.View(read, await read.Set<Job>().SingleAsync(j => j.Id == id), Language.En);
    }

    public async Task<Refusal?> Cancel(Guid id)
    {
        var written = await Store.Commits.Once(Banker, null, TimeProvider.System, work => CancelJob.Cancel(work, id, Language.En, TimeProvider.System));
        return written.Refusals.Count > 0 ? written.Refusals[0] : null;
    }

    public async Task<Refusal?> Retry(Guid id)
    {
        var written = await Store.Commits.Once(Banker, null, TimeProvider.System, work => RetryJob.Retry(work, id, Language.En));
        return written.Refusals.Count > 0 ? written.Refusals[0] : null;
    }

    /// <summary>Works until there is nothing to do.</summary>
    public static async Task Drain(JobWorker worker, int atOnce = 1, CancellationToken cancel = default) => await Task.WhenAll(Enumerable.Range(0, atOnce).Select(async _ =>
    {
        await Task.Yield();
        while (await worker.Step(cancel))
        {
        }
    }));

    /// <summary>The marks shards have left, in the order of their numbers.</summary>
    public async Task<List<int>> Marks()
    {
        await using var read = Store.Read(Viewer.Everything("look at the marks"));
        Assert.Equal(0, read.Session.First("SELECT count(*) FROM seeded_mark WHERE organisation <> @p0 OR person <> @p1", row => row.Long(0), RowValues.Of(Banker.Organisation), Banker.Person));
        return read.Session.List("SELECT no FROM seeded_mark ORDER BY no", row => row.Int(0));
    }

    public static string Squares(int shards) => JsonSerializer.Serialize(Enumerable.Range(0, shards).Select(n => n * n));

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        if (folder)
        {
            Directory.Delete(Target, true);
        }
    }

    private SeededJob Kind() => new(async (no, cancel) =>
    {
        Begun.Enqueue(no);
        await Begins(no, cancel);
    });
}
