using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Platform.Storage.Queue;

/// <summary>Works of one kind that are cheapest done together; each still stands or falls alone.</summary>
/// <remarks>
/// <see cref="Run"/> decides in memory first and writes last, so that a request refused leaves nothing. When it throws, the requests
/// are run again one by one and only the guilty one fails.
/// </remarks>
public interface IGroup<TRequest, TAnswer>
{
    /// <summary>Does the requests in their order inside the batch's transaction; as many answers as requests.</summary>
    IReadOnlyList<TAnswer> Run(Session session, IReadOnlyList<TRequest> requests);
}

/// <summary>One thing waiting to be written, with whoever waits for its answer.</summary>
internal abstract class Work
{
    /// <summary>Works with the same group run together; null runs alone.</summary>
    public virtual object? Group => null;

    /// <summary>In whose name it is done.</summary>
    public abstract Viewer Viewer { get; }

    /// <summary>Does it inside the transaction, without answering yet.</summary>
    public abstract void Run(Writer writer);

    /// <summary>Does works of its group together.</summary>
    public virtual void Run(Writer writer, IReadOnlyList<Work> works) => throw new InvalidOperationException("No group.");

    public Exception? Problem { get; set; }

    /// <summary>Tells the waiting what came of it; called once, after the commit or when there is none.</summary>
    public abstract void Answer();
}

/// <summary>A work on tracked entities in the name of a viewer.</summary>
internal sealed class EntityWork<T>(Viewer viewer, Func<ZhirongContext, Task<T>> work) : Work
{
    private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? value;

    public Task<T> Done => done.Task;

    public override Viewer Viewer => viewer;

    public override void Run(Writer writer)
    {
        using var context = writer.Context(viewer);
        value = Whole(context).GetAwaiter().GetResult();
    }

    private async Task<T> Whole(ZhirongContext context)
    {
        var result = await work(context);
        await context.SaveChangesAsync();
        return result;
    }

    public override void Answer()
    {
        if (Problem is null)
        {
            done.TrySetResult(value!);
        }
        else
        {
            done.TrySetException(Problem);
        }
    }
}

/// <summary>A request that is done together with others of its kind.</summary>
internal sealed class GroupedWork<TRequest, TAnswer>(IGroup<TRequest, TAnswer> group, TRequest request) : Work
{
    private readonly TaskCompletionSource<TAnswer> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TAnswer? answer;

    public Task<TAnswer> Done => done.Task;

    public override object Group => group;

    /// <summary>What is done together belongs to many: each request was checked in its own viewer's name before.</summary>
    public override Viewer Viewer => Together;

    private static readonly Viewer Together = Viewer.Everything($"{typeof(TRequest).Name} together");

    public override void Run(Writer writer) => answer = group.Run(writer.Session, [Request])[0];

    public override void Run(Writer writer, IReadOnlyList<Work> works)
    {
        var requests = new TRequest[works.Count];
        for (var i = 0; i < requests.Length; i++)
        {
            requests[i] = ((GroupedWork<TRequest, TAnswer>)works[i]).Request;
        }

        var answers = group.Run(writer.Session, requests);
        for (var i = 0; i < requests.Length; i++)
        {
            ((GroupedWork<TRequest, TAnswer>)works[i]).answer = answers[i];
        }
    }

    private TRequest Request { get; } = request;

    public override void Answer()
    {
        if (Problem is null)
        {
            done.TrySetResult(answer!);
        }
        else
        {
            done.TrySetException(Problem);
        }
    }
}
