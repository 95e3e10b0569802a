namespace Zhirong.Modules.Tests.Trouble;

/// <summary>When a writer is killed.</summary>
/// <param name="Halt">At this named stop; null at a moment of its own.</param>
/// <param name="Nth">At which arrival there.</param>
/// <param name="After">So long after it is ready; below zero so long after it was started.</param>
/// <param name="Broken">The guard taken away.</param>
internal sealed record CrashPlan(string? Halt, int Nth, TimeSpan After, string? Broken = null)
{
    /// <summary>Every place the commit queue and the sequencer can be halted at.</summary>
    public static readonly IReadOnlyList<string> Stops = ["work done", "before commit", "after commit", "arrived", "signed", "tiles written", "kept"];

    public static CrashPlan At(string stop, Random random) => new(stop, random.Next(1, 30), default);

    /// <summary>Mostly while it writes, one in six while it starts.</summary>
    public static CrashPlan Moment(Random random) =>
        new(null, 1, random.Next(6) == 0 ? -TimeSpan.FromMilliseconds(random.Next(100, 900)) : TimeSpan.FromMilliseconds(random.Next(5, 250)));

    /// <summary>While it starts on a folder that holds nothing yet, or on what an earlier start left.</summary>
    public static CrashPlan Start(Random random) => new(null, 1, -TimeSpan.FromMilliseconds(random.Next(250, 900)));

    public override string ToString() => Halt is not null ? $"{Halt} #{Nth}" : After < TimeSpan.Zero ? $"{-After.TotalMilliseconds} ms after start" : $"{After.TotalMilliseconds} ms";
}
