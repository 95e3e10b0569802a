using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Zhirong.Platform.Storage;

namespace Zhirong.Platform.Work.Worker;

/// <summary>How much work is done at once.</summary>
/// <param name="AtOnce">Shards at the same time.</param>
public sealed record WorkerOptions(int AtOnce)
{
    /// <summary>Jobs that ended this long ago are forgotten with their results.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    /// <summary>One less than the machine has, so that pages are answered while jobs run.</summary>
    public static int OfMachine => Math.Max(1, Environment.ProcessorCount - 1);
}

/// <summary>Works while the server runs; a round that fails is tried again with the next.</summary>
public sealed partial class WorkerLoop(JobWorker worker, Store store, WorkerOptions options, TimeProvider clock, ILogger<WorkerLoop> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400), Longer = TimeSpan.FromSeconds(5);

    /// <summary>Works until it is told to stop.</summary>
    public Task Work(CancellationToken stop) => ExecuteAsync(stop);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await Task.WhenAll([Tend(stoppingToken), .. Enumerable.Range(0, options.AtOnce).Select(_ => Lane(stoppingToken))]);
    }

    private async Task Lane(CancellationToken stop)
    {
        await Task.Yield();
        while (!stop.IsCancellationRequested)
        {
            var pause = Pause;
            try
            {
                pause = await worker.Step(stop) ? TimeSpan.Zero : Pause;
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                Failed(log, problem);
                pause = Longer;
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Takes over from dead workers, and forgets what ended long ago.</summary>
    private async Task Tend(CancellationToken stop)
    {
        for (var forget = DateTimeOffset.MinValue; !stop.IsCancellationRequested;)
        {
            try
            {
                await worker.TakeOver();
                if (clock.GetUtcNow() >= forget)
                {
                    var before = Instant.Of(clock.GetUtcNow() - WorkerOptions.Kept);
                    await store.Commits.Write(Viewer.Everything("forget jobs that ended long ago"), work => Task.FromResult(work.Session.Execute("DELETE FROM work_job WHERE finished_at < @p0", before)), stop);
                    forget = clock.GetUtcNow().AddDays(1);
                }
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                Failed(log, problem);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(Longer, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The worker failed; it goes on")]
    private static partial void Failed(ILogger log, Exception problem);
}
