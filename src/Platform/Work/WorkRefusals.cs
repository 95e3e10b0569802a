using Zhirong.Engine.Basics;

namespace Zhirong.Platform.Work;

/// <summary>The numbered refusals of long work.</summary>
public static class WorkRefusals
{
    /// <summary>The job has ended already.</summary>
    public const string EndedCode = "WRK-0102";

    /// <summary>The job needs no new try.</summary>
    public const string NothingToRetryCode = "WRK-0103";

    /// <summary>The same work is under way in another job.</summary>
    public const string UnderWayCode = "WRK-0106";

    public static Refusal Shards(int found, int limit) => Make("WRK-0101", "input", $"{found}", new($"1 到 {limit} 个分片", $"1 to {limit} shards"),
        new("任务没有可做的内容，或分得过细", "There is nothing to do, or it is cut into too many shards"));

    public static Refusal Ended(string state) => Make(EndedCode, "state", state, Words.Same("waiting | running"),
        new("任务已结束，不能取消", "The job has ended and cannot be cancelled"));

    public static Refusal NothingToRetry(string state) => Make(NothingToRetryCode, "state", state, Words.Same("failed | cancelled"),
        new("只有失败或已取消的任务可以重试", "Only a job that failed or was cancelled can be tried again"));

    public static Refusal ShardFailed(int shard, int tries, string found) => Make("WRK-0104", $"shards.{shard}", found, new($"{tries} 次之内成功", $"success within {tries} tries"),
        new($"第 {shard + 1} 个分片 {tries} 次均未成功", $"Shard {shard + 1} failed {tries} times"));

    public static Refusal ShardKills(int shard, int times) => Make("WRK-0105", $"shards.{shard}", $"{times}", new("处理进程不中断", "a process that lives"),
        new($"处理第 {shard + 1} 个分片的进程 {times} 次中断，不再分派", $"{times} processes died on shard {shard + 1}; it is not given to another"));

    public static Refusal UnderWay(Guid other) => Make(UnderWayCode, "id", $"{other}", new("没有进行中的同一任务", "no job under way that does the same"),
        new("相同的任务正在进行", "A job that does the same is under way"));

    public static Refusal NoResult(string found) => Make("WRK-0107", "result", found, new("各分片结果可以汇总", "shards whose results can be put together"),
        new("各分片已完成，但汇总出错", "All shards are done, but their results could not be put together"));

    private static Refusal Make(string code, string path, string found, Words expected, Words message) => new()
    {
        Code = code,
        Path = path,
        Found = found,
        Expected = expected,
        Message = message,
    };
}
