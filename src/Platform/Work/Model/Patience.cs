namespace Zhirong.Platform.Work.Model;

/// <summary>How often a shard is tried, and how long between.</summary>
internal static class Patience
{
    /// <summary>A shard that fails this often fails its job.</summary>
    public const int Tries = 3;

    /// <summary>A shard whose process died this often is not given to another: it may be what kills them.</summary>
    public const int Deaths = 5;

    /// <summary>How long after a failed try the next may begin.</summary>
    /// <param name="tries">Tries so far, from 1.</param>
    public static TimeSpan After(int tries) => TimeSpan.FromSeconds(Math.Min(60, 1 << Math.Clamp(tries - 1, 0, 6)));
}
