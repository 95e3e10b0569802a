using System.Text;
using Zhirong.Crash.Writer;
using Zhirong.Engine.Proof;

namespace Zhirong.Modules.Tests.Trouble;

/// <summary>One database that is written to by one process after another, each of them killed; what was promised is kept in mind.</summary>
internal sealed class CrashRun(string target, string keys, int seed)
{
    private const int Flight = 24;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HashSet<int> acknowledged = [];

    public int Kills { get; private set; }

    public int Acknowledged => acknowledged.Count;

    /// <summary>The newest checkpoint anybody was given; the log must go on from it for ever.</summary>
    public SignedCheckpoint? HandedOut { get; private set; }

    /// <summary>The log's keys as they were first seen.</summary>
    public LogIdentity? Pinned { get; private set; }

    /// <summary>Numbers that may stand in the database: everything ever sent.</summary>
    public int Sent => (acknowledged.Count == 0 ? 0 : acknowledged.Max() + 1) + Flight;

    /// <summary>Starts a writer, kills it as planned, and judges what it leaves; empty when every promise is kept.</summary>
    public async Task<IReadOnlyList<string>> Kill(CrashPlan plan)
    {
        using var writer = Start(plan);
        await Until(writer, plan);
        var ended = await writer.Kill();
        Kills++;
        var found = Take(writer);
        if (ended.Length > 0)
        {
            found.Add(ended);
        }

        found.AddRange(await Judge());
        return [.. found.Select(f => $"seed {seed}, kill {Kills} ({plan}): {f}")];
    }

    public RunningWriter Start(CrashPlan plan)
    {
        var from = acknowledged.Count == 0 ? 0 : acknowledged.Max() + 1;
        // What was never answered is sent again, and some of what was.
        var again = Enumerable.Range(0, from).Where(n => !acknowledged.Contains(n)).Concat(acknowledged.Order().Where((_, i) => i % 97 == Kills % 97));
        return new(new()
        {
            Target = target,
            Keys = keys,
            Seed = seed,
            From = from,
            Again = [.. again.Take(200)],
            Flight = Flight,
            Halt = plan.Halt,
            Nth = plan.Nth,
            Broken = plan.Broken,
        });
    }

    /// <summary>Takes over what a dead writer had promised; names promises that contradict earlier ones.</summary>
    public List<string> Take(RunningWriter writer)
    {
        var found = writer.Refused.Select(r => $"refused: {r}").ToList();
        found.AddRange(writer.Acknowledged.Where(a => a.Value == "Created" && acknowledged.Contains(a.Key)).Select(a => $"entry {a.Key} was lost: it could be created again"));
        acknowledged.UnionWith(writer.Acknowledged.Keys);
        if (writer.Checkpoint is { } text)
        {
            HandedOut = SignedCheckpoint.Read(Encoding.UTF8.GetBytes(text)).Value;
        }

        return found;
    }

    public async Task<IReadOnlyList<string>> Judge()
    {
        var judge = new CrashJudge(target, seed);
        var found = judge.Verify(nothingPromised: acknowledged.Count == 0);
        if (found is null)
        {
            return [];
        }

        await using var store = Platform.Storage.Store.Open(target, CrashWriter.Rooms);
        await using var read = store.Read(Platform.Storage.Viewer.Everything("judge what a crash left"));
        Pinned ??= CrashJudge.Identity(read.Session);
        return [.. found, .. judge.Entries(read.Session, acknowledged, Sent), .. HandedOut is { } given ? CrashJudge.Log(read.Session, given, Pinned!) : []];
    }

    /// <summary>The planned moment. On a machine so busy that half of the kills came before any answer, it counts from the first answer.</summary>
    private async Task Until(RunningWriter writer, CrashPlan plan)
    {
        if (plan.After < TimeSpan.Zero)
        {
            await Task.Delay(-plan.After);
            return;
        }

        await (plan.Halt is null ? writer.Ready : writer.Stopped).WaitAsync(Patience);
        if (plan.Halt is null && acknowledged.Count == 0 && Kills >= 4)
        {
            await Crashes.Soon(() => writer.Acknowledged.Count > 0);
        }

        await Task.Delay(plan.After);
    }
}
