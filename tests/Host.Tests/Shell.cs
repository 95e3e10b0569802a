using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Zhirong.Host.Tests;

/// <summary>The program as a user starts it, with the repository as its installation.</summary>
internal static class Shell
{
    /// <param name="Exit">Exit code of the contract.</param>
    public sealed record Answer(int Exit, string Out, string Error)
    {
        public JsonElement Json => JsonDocument.Parse(Out).RootElement;
    }

    private static readonly ConcurrentDictionary<string, Lazy<Answer>> Asked = new(StringComparer.Ordinal);

    public static Answer Run(params string[] args) => Run(args, null);

    /// <summary>As <see cref="Run(string[])"/>, but started once for all who ask the same: for answers that take long and leave nothing behind.</summary>
    public static Answer Known(params string[] args) => Asked.GetOrAdd(string.Join('\n', args), _ => new(() => Run(args))).Value;

    public static Answer Run(string[] args, string? stdin)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "zhirong.dll"), .. args])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repo.Root,
        };
        start.Environment["ZHIRONG_HOME"] = Repo.Root;
        using var process = Process.Start(start)!;
        process.StandardInput.Write(stdin ?? "");
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, error.Result);
    }
}
