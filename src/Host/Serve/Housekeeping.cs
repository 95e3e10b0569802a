using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Kept;
using Zhirong.Platform.Storage.Outbox;
using Zhirong.Platform.Web;

namespace Zhirong.Host.Serve;

/// <summary>What the server does beside answering: tells rooms of others' events, and forgets answers nobody asks for again.</summary>
internal sealed class Housekeeping : IRoom
{
    public IRoomModel? Model => null;

    public void Register(IServiceCollection parts) => parts.AddHostedService<HousekeepingLoop>().AddSingleton<IBacklog, UntoldEvents>();

    public void Map(IEndpointRouteBuilder api)
    {
    }
}

/// <summary>Runs while the server runs; a round that fails is tried again with the next.</summary>
internal sealed partial class HousekeepingLoop(Store store, IEnumerable<IEventHandler> handlers, TimeProvider clock, ILogger<HousekeepingLoop> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var pump = new OutboxPump(store, [.. handlers], clock);
        for (var forget = DateTimeOffset.MinValue; !stoppingToken.IsCancellationRequested;)
        {
            try
            {
                await pump.Deliver(stoppingToken);
                if (clock.GetUtcNow() >= forget)
                {
                    await KeptAnswers.Forget(store, Instant.Of(clock.GetUtcNow() - KeptAnswers.Kept));
                    forget = clock.GetUtcNow().AddDays(1);
                }
            }
            catch (Exception problem) when (problem is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                Failed(log, problem);
            }

            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Housekeeping failed; it is tried again")]
    private static partial void Failed(ILogger log, Exception problem);
}
