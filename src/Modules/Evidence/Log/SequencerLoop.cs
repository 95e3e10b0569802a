using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Evidence.Log;

/// <summary>Runs the sequencer while the server runs: a leaf is under a checkpoint within a second.</summary>
internal sealed partial class SequencerLoop(Sequencer sequencer, ILogger<SequencerLoop> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        string? told = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await sequencer.TakeIn(stoppingToken);
            }
            catch (StorageException stopped) when (stopped.Refusal.Code == EvidenceRefusals.StoppedCode)
            {
                // Told once; health and page go on saying it.
                var again = told == stopped.Refusal.Found;
                told = stopped.Refusal.Found;
                if (!again)
                {
                    Stopped(log, stopped, stopped.Refusal.Path, told);
                }
            }
            catch (Exception problem) when (problem is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                // What waits is taken in with the next round.
                Failed(log, problem);
            }

            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "EVD-0107 The evidence log is not what was signed and signing has stopped ({Path}: {Found})")]
    private static partial void Stopped(ILogger log, Exception problem, string path, string found);

    [LoggerMessage(Level = LogLevel.Error, Message = "The evidence log could not be grown; it is tried again")]
    private static partial void Failed(ILogger log, Exception problem);
}
