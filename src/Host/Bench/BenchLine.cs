using System.Diagnostics;
using System.Globalization;

namespace Zhirong.Host.Bench;

/// <summary>One printed figure: ours beside an anchor, always a time or a size per unit of work.</summary>
internal sealed record BenchLine(string Id, double Ours, double? Anchor, string Unit)
{
    public override string ToString() => Anchor is { } anchor && anchor > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Id} | ours {Ours:0.###} {Unit} | anchor {anchor:0.###} {Unit} | ratio {Ours / anchor:0.0000}")
        : string.Create(CultureInfo.InvariantCulture, $"{Id} | ours {Ours:0.###} {Unit} | anchor - | ratio -");
}

/// <summary>Times a piece of work: warmed up, median of several rounds, allocation beside it.</summary>
internal static class Stopwatches
{
    private const int Rounds = 9;

    /// <summary>Seconds and bytes for one call of <paramref name="work"/> doing <paramref name="units"/> units: medians per unit.</summary>
    public static (double Seconds, double Bytes) PerUnit(Action work, int units)
    {
        var warm = Stopwatch.StartNew();
        while (warm.ElapsedMilliseconds < 600)
        {
            work();
        }

        var (times, sizes) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            work();
            times.Add(watch.Elapsed.TotalSeconds / units);
            sizes.Add((GC.GetAllocatedBytesForCurrentThread() - before) / (double)units);
        }

        return (Median(times), Median(sizes));
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
