using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;

namespace Zhirong.Platform.Storage;

/// <summary>The key a caller gives a request that writes, with what tells a repetition from a mistake.</summary>
/// <param name="Key">Chosen by the caller, unique for one intention.</param>
/// <param name="Route">Method and path.</param>
/// <param name="BodyHash">SHA-256 of the body, hex.</param>
public sealed record WriteKey(string Key, string Route, string BodyHash);

/// <summary>What a write answers; kept when the caller gave a key.</summary>
/// <param name="Value">The answer; null when it is a repetition or was refused.</param>
/// <param name="Kept">The stored answer of the first request, as JSON.</param>
/// <param name="KeyReused">The key stands for another request: its route and body differ.</param>
/// <param name="Refusals">Why nothing was written.</param>
public sealed record Written<T>(T? Value, string? Kept, bool KeyReused, IReadOnlyList<Refusal> Refusals);

/// <summary>
/// The one way to write: works wait in line, each runs in its own immediate transaction on the writer's connection and is durable
/// when answered. Validation, hashing and reading happen before; a work rechecks versions and writes.
/// </summary>
public sealed class CommitQueue : IAsyncDisposable
{
    /// <summary>A kept answer reads like the first one.</summary>
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Channel<Func<Task>> works = Channel.CreateBounded<Func<Task>>(new BoundedChannelOptions(1024) { SingleReader = true });
    private readonly Store store;
    private readonly Task writer;

    internal CommitQueue(Store store)
    {
        this.store = store;
        writer = Task.Run(WriteAll);
    }

    /// <summary>Runs a work that writes. What it throws rolls it back and reaches the caller.</summary>
    public async Task<T> Write<T>(Viewer viewer, Func<ZhirongContext, Task<T>> work, CancellationToken cancel = default)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        await works.Writer.WriteAsync(
            async () =>
            {
                try
                {
                    done.SetResult(await Commit(viewer, work));
                }
                catch (Exception problem)
                {
                    done.SetException(problem);
                }
            },
            cancel);
        return await done.Task;
    }

    /// <summary>
    /// Runs a work once for its key: the same key with the same request answers what was answered before; with another request
    /// nothing is done. The answer is kept in the work's own transaction; a refusal rolls back and is not kept.
    /// </summary>
    public async Task<Written<T>> Once<T>(Viewer viewer, WriteKey? key, TimeProvider clock, Func<ZhirongContext, Task<Result<T>>> work, CancellationToken cancel = default)
        where T : class
    {
        try
        {
            return await Write(viewer, context => Keep(context, key, clock, work), cancel);
        }
        catch (WorkRefused refused)
        {
            return new(null, null, false, refused.Refusals);
        }
    }

    private static async Task<Written<T>> Keep<T>(ZhirongContext context, WriteKey? key, TimeProvider clock, Func<ZhirongContext, Task<Result<T>>> work)
        where T : class
    {
        var owner = context.Viewer.Organisation;
        if (key is not null && await context.Set<KeptAnswer>().SingleOrDefaultAsync(a => a.OwnerId == owner && a.Key == key.Key) is { } known)
        {
            var same = known.Route == key.Route && known.BodyHash == key.BodyHash;
            return new(null, same ? known.Answer : null, !same, []);
        }

        var result = await work(context);
        if (!result.Ok)
        {
            throw new WorkRefused(result.Refusals);
        }

        if (key is not null)
        {
            var answer = JsonSerializer.Serialize(result.Value, Json);
            context.Add(new KeptAnswer { OwnerId = owner, Key = key.Key, Route = key.Route, BodyHash = key.BodyHash, Answer = answer, At = Instant.Now(clock) });
        }

        return new(result.Value, null, false, []);
    }

    private async Task WriteAll()
    {
        await foreach (var work in works.Reader.ReadAllAsync())
        {
            await work();
        }
    }

    private async Task<T> Commit<T>(Viewer viewer, Func<ZhirongContext, Task<T>> work)
    {
        await using var context = store.Write(viewer);
        await using var transaction = await context.Database.BeginTransactionAsync();
        var value = await work(context);
        await context.SaveChangesAsync();
        await transaction.CommitAsync();
        return value;
    }

    public async ValueTask DisposeAsync()
    {
        works.Writer.Complete();
        await writer;
    }

    /// <summary>Carries a refusal out of the transaction, which it rolls back.</summary>
    private sealed class WorkRefused(IReadOnlyList<Refusal> refusals) : Exception
    {
        public IReadOnlyList<Refusal> Refusals { get; } = refusals;
    }
}
