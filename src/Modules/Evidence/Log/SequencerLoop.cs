using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Zhirong.Modules.Evidence.Log;

/// <summary>Runs the sequencer while the server runs: a leaf is under a checkpoint within a second.</summary>
internal sealed partial class SequencerLoop(Sequencer sequencer, ILogger<SequencerLoop> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await sequencer.TakeIn(stoppingToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                // What waits is taken in with the next round.
                Failed(log, problem);
            }

            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The evidence log could not be grown; it is tried again")]
    private static partial void Failed(ILogger log, Exception problem);
}
