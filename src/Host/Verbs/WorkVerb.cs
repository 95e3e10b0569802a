using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Zhirong.Host.Serve;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Work.Worker;

namespace Zhirong.Host.Verbs;

/// <summary><c>work</c>: a worker alone, on the store of a server that runs or not; any number may run.</summary>
internal static class WorkVerb
{
    public static Command Command()
    {
        var data = ServeVerb.DataOption();
        var atOnce = ServeVerb.WorkOption("同时处理的任务分片 / shards of jobs done at once", least: 1);
        var once = new Option<bool>("--once") { Description = "无事可做即退出 / end when there is nothing to do" };
        var command = new Command("work", "只处理任务，不开放网页 / do the jobs of a store, without pages") { data, atOnce, once };
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(data)!, parsed.GetValue(atOnce), parsed.GetValue(once), cancel));
        return command;
    }

    private static async Task<int> Run(string target, int atOnce, bool once, CancellationToken cancel)
    {
        Store store;
        try
        {
            store = Store.Open(target, DeskServer.Models());
        }
        catch (StorageException refused)
        {
            return Answer.Refuse("work", [refused.Refusal], Language.Zh);
        }

        await using (store)
        await using (var parts = Parts(store, atOnce))
        {
            if (once)
            {
                var steps = await Drain(parts.GetRequiredService<JobWorker>(), atOnce, cancel);
                Console.Error.WriteLine($"已处理 {steps} 步 / {steps} steps done");
                return Exit.Done;
            }

            Console.Error.WriteLine($"正在处理任务（Ctrl-C 停止） / Working (Ctrl-C stops it)");
            using var loop = parts.GetRequiredService<WorkerLoop>();
            await loop.Work(cancel);
            return Exit.Done;
        }
    }

    private static async Task<int> Drain(JobWorker worker, int atOnce, CancellationToken cancel)
    {
        var steps = 0;
        await worker.TakeOver();
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(async _ =>
        {
            while (await worker.Step(cancel))
            {
                Interlocked.Increment(ref steps);
            }
        }));
        return steps;
    }

    private static ServiceProvider Parts(Store store, int atOnce)
    {
        var parts = new ServiceCollection().AddSingleton(store).AddSingleton(TimeProvider.System).AddSingleton(new WorkerOptions(atOnce)).AddSingleton<WorkerLoop>();
        parts.AddLogging(log => log.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning));
        parts.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        foreach (var room in DeskServer.Rooms())
        {
            room.Register(parts);
        }

        return parts.BuildServiceProvider();
    }
}
