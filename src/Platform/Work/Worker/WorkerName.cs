using System.Globalization;

namespace Zhirong.Platform.Work.Worker;

/// <summary>Machine, process and its start: tells a dead worker of this machine from a living one that got its number.</summary>
internal sealed record WorkerName(string Machine, int Process, long Started)
{
    public static WorkerName Own()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return new(Environment.MachineName, process.Id, process.StartTime.Ticks / TimeSpan.TicksPerSecond);
    }

    public static WorkerName? Read(string text) =>
        text.Split('/') is [var machine, var id, var started] && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var process)
            && long.TryParse(started, NumberStyles.None, CultureInfo.InvariantCulture, out var second) ? new(machine, process, second) : null;

    /// <summary>True when the process ran on this machine and runs no more; of another machine nothing is known.</summary>
    public bool Dead()
    {
        if (Machine != Environment.MachineName)
        {
            return false;
        }

        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(Process);
            return process.HasExited || Math.Abs((process.StartTime.Ticks / TimeSpan.TicksPerSecond) - Started) > 2;
        }
        catch (ArgumentException)
        {
            return true;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Machine.Replace('/', '-')}/{Process}/{Started}");
}
