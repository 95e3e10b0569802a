using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage;

namespace Zhirong.Platform.Work;

/// <summary>Something that takes long, as a room describes it: cut into shards that can be done in any order, by any process, again after a crash.</summary>
public interface IJobKind
{
    /// <summary>Permanent: <c>room.noun</c>.</summary>
    string Name { get; }

    /// <summary>Cuts the work into shards, before anything is written.</summary>
    /// <param name="input">JSON of the kind's own form.</param>
    /// <returns>The input of each shard, in their order.</returns>
    Result<IReadOnlyList<string>> Plan(string input);

    /// <summary>
    /// Does one shard in the name of who started the job. A refusal fails the job at once; what is thrown is tried again. It may run
    /// twice when a process dies: what it writes goes into <see cref="ShardDone.Write"/>, which happens once.
    /// </summary>
    Task<Result<ShardDone>> Run(ShardOrder order, CancellationToken cancel);

    /// <summary>The job's result from those of its shards, in their order: one JSON value.</summary>
    string Finish(string input, IReadOnlyList<string> results);
}

/// <summary>A shard to be done.</summary>
/// <param name="Viewer">Who started the job.</param>
/// <param name="Job">Id of the job.</param>
/// <param name="Input">Input of the job.</param>
/// <param name="No">Number of the shard, from 0.</param>
/// <param name="Shard">Input of the shard.</param>
public sealed record ShardOrder(Viewer Viewer, Guid Job, string Input, int No, string Shard);

/// <summary>What came of a shard.</summary>
/// <param name="Result">One JSON value.</param>
/// <param name="Write">What else is written in the transaction that keeps the result; null for nothing.</param>
public sealed record ShardDone(string Result, Func<ZhirongContext, Task>? Write = null);
