namespace Zhirong.Platform.Work.Model;

/// <summary>An estimate of how long a job will still take.</summary>
internal static class TimeLeft
{
    /// <summary>Whole seconds, from the mean time of the shards done and how many are being done now; null while nothing is known.</summary>
    /// <param name="done">Shards done.</param>
    /// <param name="total">Shards of the job.</param>
    /// <param name="worked">Microseconds spent on those done.</param>
    /// <param name="atOnce">Shards being done now.</param>
    public static long? Seconds(int done, int total, long worked, int atOnce) =>
        done == 0 || atOnce == 0 || total < done ? null : (long)Math.Ceiling((double)worked / done * (total - done) / atOnce / 1_000_000);
}
