using Zhirong.Platform.Storage;

namespace Zhirong.Platform.Work.Storage;

/// <summary>任务.</summary>
internal sealed class Job : IOwned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public required string Kind { get; init; }

    public required string TitleZh { get; init; }

    public required string TitleEn { get; init; }

    public required string SubjectKind { get; init; }

    public required string SubjectId { get; init; }

    /// <summary>JSON of the kind's own form.</summary>
    public required string Input { get; init; }

    public required string InputHash { get; init; }

    /// <summary>A word of <see cref="Model.JobStates"/>; changed by conditional statements alone.</summary>
    public required string State { get; init; }

    /// <summary>Shards done.</summary>
    public int Done { get; init; }

    public required int Total { get; init; }

    /// <summary>Microseconds spent on the shards done.</summary>
    public long Worked { get; init; }

    /// <summary>When a shard of it was last taken: jobs take turns.</summary>
    public long Turn { get; init; }

    /// <summary>The kind's result, JSON.</summary>
    public string? Result { get; init; }

    /// <summary>Why it failed: refusals as <see cref="KeptRefusal"/> keeps them.</summary>
    public string? Reason { get; init; }

    /// <summary>How often it was taken up again.</summary>
    public int Retries { get; init; }

    public required string StartedBy { get; init; }

    /// <summary>Empty for the machine's own user.</summary>
    public required Guid StartedByUser { get; init; }

    public required long CreatedAt { get; init; }

    public long? StartedAt { get; init; }

    public long? FinishedAt { get; init; }

    /// <summary>Who cancelled it.</summary>
    public string? CancelledBy { get; init; }
}

/// <summary>分片: a part of a job, and who has it in hand.</summary>
internal sealed class Shard
{
    public required Guid JobId { get; init; }

    public required int No { get; init; }

    public required string Input { get; init; }

    public required string InputHash { get; init; }

    /// <summary>A word of <see cref="Model.ShardStates"/>.</summary>
    public required string State { get; init; }

    /// <summary>Times it was taken in hand, since the job was last taken up.</summary>
    public int Tries { get; init; }

    /// <summary>Not before this instant.</summary>
    public long NextAt { get; init; }

    /// <summary>Machine, process and start of who has it; null when nobody does.</summary>
    public string? Worker { get; init; }

    /// <summary>Until when it is that worker's alone.</summary>
    public long? LeaseUntil { get; init; }

    public long? TakenAt { get; init; }

    /// <summary>What went wrong last.</summary>
    public string? Error { get; init; }
}

/// <summary>A shard's result: there is one for each job, shard and input, whoever did it and however often.</summary>
internal sealed class ShardResult
{
    public required Guid JobId { get; init; }

    public required int No { get; init; }

    public required string InputHash { get; init; }

    public required string Result { get; init; }

    public required string Worker { get; init; }

    public required long At { get; init; }
}
