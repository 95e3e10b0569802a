using System.Diagnostics;
using System.Globalization;
using System.Text;
using Zhirong.Crash.Writer;

namespace Zhirong.Modules.Tests.Trouble;

/// <summary>The writer as a process of its own, and what it has promised.</summary>
internal sealed class RunningWriter : IDisposable
{
    private readonly Process process;
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously), stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task read;
    private readonly Task<string> faults;
    private int acknowledged;

    public RunningWriter(WriterOrders orders)
    {
        var program = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        var start = new ProcessStartInfo(program, [Path.Combine(AppContext.BaseDirectory, "Zhirong.Crash.Writer.dll"), .. orders.Words()]) { RedirectStandardOutput = true, RedirectStandardError = true };
        process = Process.Start(start)!;
        read = Task.Run(Read);
        faults = process.StandardError.ReadToEndAsync();
    }

    public Task Ready => ready.Task;

    public Task Stopped => stopped.Task;

    /// <summary>Entries acknowledged so far, with what was answered; complete after <see cref="Kill"/>.</summary>
    public Dictionary<int, string> Acknowledged { get; } = [];

    public int Count => Volatile.Read(ref acknowledged);

    /// <summary>The newest checkpoint handed out.</summary>
    public string? Checkpoint { get; private set; }

    public List<string> Refused { get; } = [];

    /// <summary>Codes of the refusals of storage it met.</summary>
    public HashSet<string> Troubles { get; } = [];

    /// <summary>SIGKILL; returns what it complained of, empty when it was still running.</summary>
    public async Task<string> Kill()
    {
        var ended = process.HasExited;
        process.Kill();
        await process.WaitForExitAsync();
        await read;
        return ended ? $"ended by itself: {await faults}" : "";
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private void Read()
    {
        // A line that was cut off by the kill promised nothing.
        var line = new StringBuilder();
        for (int sign; (sign = process.StandardOutput.Read()) >= 0;)
        {
            if (sign != '\n')
            {
                line.Append((char)sign);
                continue;
            }

            Take(line.ToString().Split(' ', 2));
            line.Clear();
        }

        // A writer that ends wakes whoever waits for it.
        ready.TrySetResult();
        stopped.TrySetResult();
    }

    private void Take(string[] line)
    {
        switch (line)
        {
            case ["ready"]:
                ready.TrySetResult();
                break;
            case ["stopped", _]:
                stopped.TrySetResult();
                break;
            case ["checkpoint", var checkpoint]:
                Checkpoint = checkpoint;
                break;
            case ["ack", var answer]:
                var parts = answer.Split(' ');
                Acknowledged[int.Parse(parts[0], CultureInfo.InvariantCulture)] = parts[1];
                Interlocked.Increment(ref acknowledged);
                break;
            case ["refused", var refusal]:
                Refused.Add(refusal);
                break;
            case ["trouble", var code]:
                lock (Troubles)
                {
                    Troubles.Add(code);
                }

                break;
        }
    }
}
