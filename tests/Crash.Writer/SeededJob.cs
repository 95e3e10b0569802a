using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Work;
using Zhirong.Platform.Work.Storage;
using Zhirong.Platform.Work.Worker;

namespace Zhirong.Crash.Writer;

/// <summary>A job whose shards each leave one mark in the database, and say aloud when they begin.</summary>
/// <param name="begins">Told when a shard begins; may throw, or wait.</param>
internal sealed class SeededJob(Func<int, CancellationToken, Task> begins) : IJobKind
{
    public const string Kind = "test.seeded";

    public static IReadOnlyList<IRoomModel> Rooms => [.. CrashWriter.Rooms, new WorkTables()];

    public string Name => Kind;

    public Result<IReadOnlyList<string>> Plan(string input) => Result<IReadOnlyList<string>>.Of([.. Enumerable.Range(0, JsonSerializer.Deserialize<int>(input)).Select(n => $"{n}")]);

    public async Task<Result<ShardDone>> Run(ShardOrder order, CancellationToken cancel)
    {
        await begins(order.No, cancel);
        return order.Shard == "13" && order.Input.EndsWith(' ')
            ? WorkRefusals.Shards(13, 12)
            : new ShardDone($"{order.No * order.No}", work =>
            {
                work.Session.Execute("INSERT INTO seeded_mark (job_id, no, organisation, person) VALUES (@p0, @p1, @p2, @p3)", RowValues.Of(order.Job), order.No, RowValues.Of(work.Viewer.Organisation), work.Viewer.Person);
                return Task.CompletedTask;
            });
    }

    public string Finish(string input, IReadOnlyList<string> results) => $"[{string.Join(',', results)}]";

    /// <summary>Makes the table the marks lie in; by whoever owns the database.</summary>
    public const string Table = "CREATE TABLE IF NOT EXISTS seeded_mark (job_id TEXT NOT NULL, no INTEGER NOT NULL, organisation TEXT NOT NULL, person TEXT NOT NULL)";

    /// <summary>Works on a store until it is killed; prints <c>begin NUMBER</c> for every shard.</summary>
    public static async Task Work(string target)
    {
        await using var store = Store.Open(target, Rooms);
        var output = new Lock();
        var kind = new SeededJob(async (no, cancel) =>
        {
            lock (output)
            {
                Console.Out.WriteLine($"begin {no}");
            }

            await Task.Delay(20, cancel);
        });
        var worker = new JobWorker(store, [kind], TimeProvider.System, NullLogger<JobWorker>.Instance);
        await worker.TakeOver();
        Console.Out.WriteLine("ready");
        await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            while (true)
            {
                if (!await worker.Step(CancellationToken.None))
                {
                    await Task.Delay(10);
                }
            }
        }));
    }
}
