using System.Diagnostics;
using System.Threading.Channels;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage.Kept;
using Zhirong.Platform.Storage.Queue;

namespace Zhirong.Platform.Storage;

/// <summary>
/// The one way to write. The writer takes what waits, up to <see cref="Largest"/> works or <see cref="Longest"/>, into one
/// transaction; every work that fails is undone alone; after the commit, which is durable, all are answered. Validation, hashing and
/// reading happen before; a work rechecks versions and writes.
/// </summary>
public sealed class CommitQueue : IAsyncDisposable
{
    /// <summary>Works of one transaction at most.</summary>
    public const int Largest = 256;

    /// <summary>How long a transaction goes on taking what arrives while it runs.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(2);

    /// <summary>How often a transaction is tried that stands in the way of another server's.</summary>
    private const int Times = 6;

    /// <summary>How long nobody writes before the database is tended.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly Channel<Work> works = Channel.CreateBounded<Work>(new BoundedChannelOptions(8192) { SingleReader = true });
    private readonly Database database;
    private readonly Func<Writer> open;
    private readonly TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Writer? writer;

    internal CommitQueue(Database database, Func<Writer> open)
    {
        (this.database, this.open) = (database, open);
        new Thread(Work) { IsBackground = true, Name = "commit queue" }.Start();
    }

    /// <summary>Called at named places of every transaction with the works in it; set by tests that break in there.</summary>
    internal Action<string, IReadOnlyList<Work>>? Stops { get; set; }

    /// <summary>Runs a work that writes. What it throws undoes it and reaches the caller.</summary>
    public async Task<T> Write<T>(Viewer viewer, Func<ZhirongContext, Task<T>> work, CancellationToken cancel = default)
    {
        var waiting = new EntityWork<T>(viewer, work);
        await works.Writer.WriteAsync(waiting, cancel);
        return await waiting.Done;
    }

    /// <summary>Adds a request to those of its group; done together with the others that wait.</summary>
    public async ValueTask<TAnswer> Together<TRequest, TAnswer>(IGroup<TRequest, TAnswer> group, TRequest request, CancellationToken cancel = default)
    {
        var waiting = new GroupedWork<TRequest, TAnswer>(group, request);
        if (!works.Writer.TryWrite(waiting))
        {
            await works.Writer.WriteAsync(waiting, cancel);
        }

        return await waiting.Done;
    }

    /// <summary>
    /// Runs a work once for its key: the same key with the same request answers what was answered before; with another request
    /// nothing is done. The answer is kept in the work's own transaction; a refusal undoes the work and is not kept.
    /// </summary>
    public async Task<Written<T>> Once<T>(Viewer viewer, WriteKey? key, TimeProvider clock, Func<ZhirongContext, Task<Result<T>>> work, CancellationToken cancel = default)
        where T : class
    {
        try
        {
            return await Write(viewer, context => KeptAnswers.Once(context, key, clock, work), cancel);
        }
        catch (WorkRefused refused)
        {
            return new() { Refusals = refused.Refusals };
        }
    }

    public async ValueTask DisposeAsync()
    {
        works.Writer.Complete();
        await stopped.Task;
    }

    private void Work()
    {
        var batch = new List<Work>(Largest);
        while (Wait())
        {
            batch.Clear();
            Commit(batch);
            Tend(idle: false);
        }

        writer?.Dispose();
        stopped.SetResult();
    }

    /// <summary>False when there will be no more works.</summary>
    private bool Wait()
    {
        var more = works.Reader.WaitToReadAsync().AsTask();
        if (!more.Wait(Pause))
        {
            Tend(idle: true);
        }

        return more.GetAwaiter().GetResult();
    }

    private void Tend(bool idle)
    {
        try
        {
            if (writer is not null)
            {
                database.Tend(writer.Session, idle);
            }
        }
        catch (System.Data.Common.DbException)
        {
            // Nothing is lost by it; the next pause tries again.
        }
    }

    private void Commit(List<Work> batch)
    {
        for (var time = 1; !Whole(batch, time); time++)
        {
            Thread.Sleep(Random.Shared.Next(1, 10 * time));
        }

        foreach (var work in batch)
        {
            work.Answer();
        }
    }

    /// <summary>One transaction, done or failed; false when all of it is to be done again.</summary>
    private bool Whole(List<Work> batch, int time)
    {
        try
        {
            Begin();
            var began = Stopwatch.GetTimestamp();
            for (var first = time > 1 ? 0 : Take(batch); ; first = Take(batch))
            {
                Run(batch, first);
                if (batch.Count >= Largest || Stopwatch.GetElapsedTime(began) >= Longest || !works.Reader.TryPeek(out _))
                {
                    break;
                }
            }

            Stops?.Invoke("before commit", batch);
            writer!.Commit();
            Stops?.Invoke("after commit", batch);
        }
        catch (Exception problem) when (time < Times && database.Deadlock(problem))
        {
            Undo();
            batch.ForEach(work => work.Problem = null);
            return false;
        }
        catch (Exception problem)
        {
            Fail(batch, problem);
        }

        return true;
    }

    /// <summary>A connection that cannot begin is given up: the next transaction tries a new one.</summary>
    private void Begin()
    {
        writer ??= open();
        try
        {
            writer.Begin();
        }
        catch
        {
            writer.Dispose();
            writer = null;
            throw;
        }
    }

    /// <summary>Moves what waits into the batch; returns where it begins there.</summary>
    private int Take(List<Work> batch)
    {
        var first = batch.Count;
        while (batch.Count < Largest && works.Reader.TryRead(out var work))
        {
            batch.Add(work);
        }

        return first;
    }

    private void Run(List<Work> batch, int first)
    {
        while (first < batch.Count)
        {
            var next = first + 1;
            while (batch[first].Group is { } group && next < batch.Count && ReferenceEquals(batch[next].Group, group))
            {
                next++;
            }

            Part(batch.GetRange(first, next - first));
            Stops?.Invoke("work done", batch);
            first = next;
        }
    }

    /// <summary>Works of one group together; when that fails, each alone.</summary>
    private void Part(List<Work> part)
    {
        if (part.Count > 1 && Try(part[0].Viewer, () => part[0].Run(writer!, part)) is null)
        {
            return;
        }

        foreach (var work in part)
        {
            work.Problem = Try(work.Viewer, () => work.Run(writer!));
        }
    }

    /// <summary>Does a part, once more when somebody on another server was faster; what it threw, or null.</summary>
    private Exception? Try(Viewer viewer, Action part)
    {
        for (var again = false; ; again = true)
        {
            try
            {
                writer!.Part(viewer, part);
                return null;
            }
            catch (Exception problem) when (!writer!.Lost && writer.Session.Connection.State == System.Data.ConnectionState.Open && !database.Breaks(problem) && !database.Deadlock(problem))
            {
                if (again || !database.WorthRepeating(problem))
                {
                    return Told(problem);
                }
            }
        }
    }

    private void Undo()
    {
        if (writer?.Rollback() == false)
        {
            writer.Dispose();
            writer = null;
        }
    }

    /// <summary>The transaction as a whole failed: nothing of it was written.</summary>
    private void Fail(List<Work> batch, Exception problem)
    {
        var told = Told(problem);
        Undo();
        if (batch.Count == 0)
        {
            Take(batch);
        }

        foreach (var work in batch)
        {
            work.Problem ??= told;
        }
    }

    private Exception Told(Exception problem)
    {
        var refusal = database.Explain(problem) ?? (problem.InnerException is { } inner ? database.Explain(inner) : null);
        var lost = writer is null || writer.Session.Connection.State != System.Data.ConnectionState.Open;
        return refusal is not null ? new StorageException(refusal, problem)
            : lost ? new StorageException(database.Lost(problem.Message), problem)
            : problem;
    }
}
