namespace Zhirong.Platform.Work.Model;

/// <summary>The states of a job, as they are stored and shown.</summary>
internal static class JobStates
{
    public const string Waiting = "waiting";
    public const string Running = "running";
    public const string Done = "done";
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";

    public static IReadOnlyList<string> All => [Waiting, Running, Done, Failed, Cancelled];

    /// <summary>Whether somebody may still work on it.</summary>
    public static bool Active(string state) => state is Waiting or Running;

    /// <summary>Whether it ended without a result, so that it can be taken up again.</summary>
    public static bool Resumable(string state) => state is Failed or Cancelled;
}

/// <summary>The states of a shard.</summary>
internal static class ShardStates
{
    public const string Waiting = "waiting";
    public const string Running = "running";
    public const string Done = "done";
    public const string Failed = "failed";
}
