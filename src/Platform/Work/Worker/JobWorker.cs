using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Work.Model;
using Zhirong.Platform.Work.Storage;

namespace Zhirong.Platform.Work.Worker;

/// <summary>
/// Takes shards, has them done, writes each result once. A shard is leased: who dies loses it to another, who lives keeps it. Any
/// number of workers may run on one store.
/// </summary>
public sealed partial class JobWorker
{
    private readonly Store store;
    private readonly Dictionary<string, IJobKind> kinds;
    private readonly IReadOnlySet<string> names;
    private readonly TimeProvider clock;
    private readonly ILogger<JobWorker> log;
    private readonly string name;

    public JobWorker(Store store, IEnumerable<IJobKind> kinds, TimeProvider clock, ILogger<JobWorker> log)
        : this(store, kinds, clock, log, WorkerName.Own().ToString())
    {
    }

    internal JobWorker(Store store, IEnumerable<IJobKind> kinds, TimeProvider clock, ILogger<JobWorker> log, string name)
    {
        (this.store, this.clock, this.log, this.name) = (store, clock, log, name);
        this.kinds = kinds.ToDictionary(k => k.Name);
        names = this.kinds.Keys.ToHashSet();
    }

    /// <summary>How long a shard is a worker's alone without a sign of life.</summary>
    internal TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a worker looks whether its shard is still wanted.</summary>
    internal TimeSpan Look { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Time between the failed tries of a shard; the test's own where it cannot wait.</summary>
    internal Func<int, TimeSpan> After { get; init; } = Patience.After;

    private static Viewer Everybody => Viewer.Everything("take shards of whichever job is next");

    /// <summary>Lets others take at once what workers of this machine had in hand when they were killed.</summary>
    public async Task TakeOver()
    {
        await using var read = store.Read(Everybody);
        foreach (var worker in new JobBoard(read.Session).Workers().Where(w => w != name && WorkerName.Read(w) is { } known && known.Dead()))
        {
            await store.Commits.Write(Everybody, work =>
            {
                new JobBoard(work.Session).Release(worker);
                return Task.FromResult(0);
            });
        }
    }

    /// <summary>Does one shard, or puts one result together; false when there is nothing to do.</summary>
    public async Task<bool> Step(CancellationToken cancel)
    {
        bool anything;
        await using (var read = store.Read(Everybody))
        {
            anything = new JobBoard(read.Session).Anything;
        }

        if (!anything)
        {
            return false;
        }

        var now = Instant.Now(clock);
        var shard = await store.Commits.Write(Everybody, work => Task.FromResult(new JobBoard(work.Session).Take(names, name, now, now + Micro(Lease))), cancel);
        if (shard is not null)
        {
            await Do(shard, cancel);
        }

        return await Close() || shard is not null;
    }

    private async Task Do(TakenShard shard, CancellationToken cancel)
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var ended = new CancellationTokenSource();
        var keeping = Keep(shard, lost, ended.Token);
        var began = Stopwatch.GetTimestamp();
        Result<ShardDone>? outcome = null;
        Exception? fault = null;
        try
        {
            var viewer = new Viewer(shard.Owner, shard.By) { User = shard.User };
            outcome = await Task.Run(() => kinds[shard.Kind].Run(new(viewer, shard.Job, shard.Input, shard.No, shard.Shard), lost.Token), CancellationToken.None);
        }
        catch (Exception problem)
        {
            fault = problem;
        }

        await ended.CancelAsync();
        await keeping;
        await Write(shard, outcome, fault, Stopwatch.GetElapsedTime(began), stopping: cancel.IsCancellationRequested, lost: lost.IsCancellationRequested);
    }

    /// <summary>What came of a shard is written even when the worker is being stopped.</summary>
    private async Task Write(TakenShard shard, Result<ShardDone>? outcome, Exception? fault, TimeSpan took, bool stopping, bool lost)
    {
        try
        {
            if (outcome is { Ok: true } done)
            {
                await store.Commits.Write(new Viewer(shard.Owner, shard.By) { User = shard.User }, async work =>
                {
                    if (new JobBoard(work.Session).Finish(shard, name, done.Value.Result, Instant.Now(clock), Micro(took)) && done.Value.Write is { } write)
                    {
                        await write(work);
                        await work.SaveChangesAsync();
                    }

                    return 0;
                });
                return;
            }
        }
        catch (Exception problem)
        {
            fault = problem;
        }

        if (fault is not null and not OperationCanceledException)
        {
            Failed(log, fault, shard.Kind, shard.Job, shard.No, shard.Tries);
        }

        await store.Commits.Write(Everybody, work =>
        {
            GiveBack(new(work.Session), shard, outcome is { Ok: false } refused ? refused.Refusals : null, fault, stopping, lost);
            return Task.FromResult(0);
        });
    }

    private void GiveBack(JobBoard board, TakenShard shard, IReadOnlyList<Refusal>? refusals, Exception? fault, bool stopping, bool lost)
    {
        var (job, now) = (shard.Job.ToString("D"), Instant.Now(clock));
        if (refusals is not null)
        {
            board.Fail(job, shard.No, refusals, now);
        }
        else if (fault is OperationCanceledException && stopping)
        {
            board.Untouched(shard, name);
        }
        else if (fault is OperationCanceledException && lost)
        {
            // Cancelled, or another worker's by now.
        }
        else if (shard.Tries >= Patience.Tries)
        {
            board.Fail(job, shard.No, [WorkRefusals.ShardFailed(shard.No, shard.Tries, Told(fault!))], now);
        }
        else
        {
            board.Again(shard, name, Told(fault!), now + Micro(After(shard.Tries)));
        }
    }

    /// <summary>Renews the lease while a shard is being done; gives up when it is no longer wanted.</summary>
    private async Task Keep(TakenShard shard, CancellationTokenSource lost, CancellationToken ended)
    {
        var renewed = Stopwatch.GetTimestamp();
        while (!ended.IsCancellationRequested)
        {
            await Task.Delay(Look, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                if (!ended.IsCancellationRequested && !await Kept(shard, Stopwatch.GetElapsedTime(renewed) > Lease / 3))
                {
                    await lost.CancelAsync();
                    return;
                }

                renewed = Stopwatch.GetElapsedTime(renewed) > Lease / 3 ? Stopwatch.GetTimestamp() : renewed;
            }
            catch (StorageException)
            {
                // The store is away for a moment; the lease tells whether that was too long.
            }
        }
    }

    private async Task<bool> Kept(TakenShard shard, bool renew)
    {
        if (renew)
        {
            return await store.Commits.Write(Everybody, work => Task.FromResult(new JobBoard(work.Session).Keep(shard, name, Instant.Now(clock) + Micro(Lease))));
        }

        await using var read = store.Read(Everybody);
        return new JobBoard(read.Session).Wanted(shard, name);
    }

    /// <summary>Puts together the results of jobs whose shards are all done.</summary>
    private async Task<bool> Close()
    {
        var any = false;
        await using var read = store.Read(Everybody);
        var board = new JobBoard(read.Session);
        foreach (var (id, kind, input) in board.Complete().Where(c => kinds.ContainsKey(c.Kind)))
        {
            string? result = null;
            IReadOnlyList<Refusal> refusals = [];
            try
            {
                result = kinds[kind].Finish(input, board.ResultsOf(id));
            }
            catch (Exception problem)
            {
                NoResult(log, problem, kind, id);
                refusals = [WorkRefusals.NoResult(Told(problem))];
            }

            await store.Commits.Write(Everybody, work =>
            {
                var own = new JobBoard(work.Session);
                if (result is not null)
                {
                    own.Close(id, result, Instant.Now(clock));
                }
                else
                {
                    own.Fail(id.ToString("D"), refusals, Instant.Now(clock));
                }

                return Task.FromResult(0);
            });
            any = true;
        }

        return any;
    }

    private static long Micro(TimeSpan time) => time.Ticks / TimeSpan.TicksPerMicrosecond;

    private static string Told(Exception problem) => $"{problem.GetType().Name}: {problem.Message}" is { Length: > 500 } text ? text[..500] : $"{problem.GetType().Name}: {problem.Message}";

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Kind} {Job} shard {Shard} failed at try {Tries}")]
    private static partial void Failed(ILogger log, Exception problem, string kind, Guid job, int shard, int tries);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Kind} {Job}: the results cannot be put together")]
    private static partial void NoResult(ILogger log, Exception problem, string kind, Guid job);
}
