using System.Diagnostics;
using System.Text;

namespace Zhirong.Host.Tests.Cli;

/// <summary>What the real program said and how it ended.</summary>
internal sealed record Said(int Code, string Out, string Err, TimeSpan Took);

/// <summary>Starts the program as a script does: a process of its own, with little memory and a terminal's settings around a pipe.</summary>
internal static class Cli
{
    /// <summary>The folder that holds Zhirong.slnx.</summary>
    public static string Root { get; } = FindRoot();

    public static string Ningbo => Path.Combine(Root, "cases", "S01", "deal.yaml");

    public static string Ctex => Path.Combine(Root, "cases", "S05", "deal.yaml");

    private static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "zhirong.dll");

    private static string Dotnet { get; } =
        Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet";

    public static Said Run(params string[] arguments) => RunWith(null, arguments);

    public static Said RunWith(byte[]? input, params string[] arguments)
    {
        var start = new ProcessStartInfo(Dotnet, [Program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["ZHIRONG_HOME"] = Root;
        start.Environment["TERM"] = "xterm-256color";
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x18000000"; // 384 MB
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["ZHIRONG_CHROMIUM"] = "no-browser"; // A browser takes longer than everything else together.
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.BaseStream.Write(input ?? []);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program may refuse before it has read all of it.
        }

        if (!process.WaitForExit(TimeSpan.FromSeconds(30)))
        {
            process.Kill();
            throw new TimeoutException($"zhirong {string.Join(' ', arguments)} did not end in 30 s");
        }

        return new(process.ExitCode, output.Result, error.Result, clock.Elapsed);
    }

    /// <summary>A file that lives as long as the test.</summary>
    public static Kept Keep(string text, string name = "deal.yaml") => Keep(Encoding.UTF8.GetBytes(text), name);

    public static Kept Keep(byte[] bytes, string name = "deal.yaml")
    {
        var folder = Directory.CreateTempSubdirectory("zhirong-test-").FullName;
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return new(folder, path);
    }

    public static string With(this string deal, string found, string replacement) =>
        deal.Contains(found, StringComparison.Ordinal) ? deal.Replace(found, replacement, StringComparison.Ordinal)
            : throw new ArgumentException($"'{found}' does not stand in the deal.", nameof(found));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Zhirong.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Zhirong.slnx above {AppContext.BaseDirectory}.");
    }
}

internal sealed record Kept(string Folder, string Path) : IDisposable
{
    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
