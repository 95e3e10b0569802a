using System.Diagnostics;
using System.Globalization;

namespace Zhirong.Host.Bench;

/// <summary>The C++ speed limit in <c>bench/limit</c>, built and run in the same call as our own figure.</summary>
internal static class Limit
{
    /// <summary>The figure of a work item's engine (such as <c>w2</c>, <c>cpp-limit</c>); null when it cannot run here.</summary>
    public static double? Figure(string item, string engine) => Lines(item).Select(l => Read(l, engine)).FirstOrDefault(f => f is not null);

    /// <summary>Every line of a work item, for items with several engines; empty when it cannot run here.</summary>
    public static IReadOnlyList<string> Lines(string item)
    {
        var script = Path.Combine(Home.Folder, "bench", "limit", "run.sh");
        if (!File.Exists(script))
        {
            return [];
        }

        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true };
        start.ArgumentList.Add(script);
        start.ArgumentList.Add(item);
        try
        {
            using var process = Process.Start(start)!;
            var lines = process.StandardOutput.ReadToEnd().Split('\n');
            process.WaitForExit();
            return lines;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return [];
        }
    }

    /// <summary>Reads <c>W2 | cpp-limit | shape | 402.0 ns/deal | checksum</c>.</summary>
    internal static double? Read(string line, string engine)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        return cells.Length >= 4 && cells[1] == engine
            && double.TryParse(cells[3].Split(' ', 2)[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var figure) ? figure : null;
    }
}
