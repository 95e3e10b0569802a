using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Zhirong.Host.Bench;

/// <summary>Time this thread has spent computing: what the anchors in C++ count, so that other work on the machine is not counted on either side.</summary>
internal static class ThreadClock
{
    private const int Rounds = 9;
    private const int ThreadCpuTime = 3;

    /// <summary>Median seconds of one call for each of its units, after a warm-up.</summary>
    public static double PerUnit(Action work, int units, double warmSeconds = 1)
    {
        for (var until = Now() + warmSeconds; Now() < until;)
        {
            work();
        }

        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var start = Now();
            work();
            times.Add((Now() - start) / units);
        }

        times.Sort();
        return times[times.Count / 2];
    }

    private static double Now() => OperatingSystem.IsLinux() && clock_gettime(ThreadCpuTime, out var time) == 0
        ? time.Seconds + (time.Nanoseconds * 1e-9)
        : Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency;

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int clock_gettime(int clock, out TimeSpec time);
}
