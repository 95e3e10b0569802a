using System.Text.Json;

namespace Zhirong.Engine.Tests;

/// <summary>Finds the repository's own files from wherever the tests run.</summary>
internal static class Repo
{
    /// <summary>The folder that holds Zhirong.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>ZHIRONG_LONG=1 switches on larger counts.</summary>
    public static bool Long { get; } = Environment.GetEnvironmentVariable("ZHIRONG_LONG") == "1";

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path]));

    /// <summary>A golden vector file under tests/golden.</summary>
    public static JsonElement Golden(string name) => JsonDocument.Parse(Read("tests", "golden", name)).RootElement;

    /// <summary>The data rows of a comma-separated file, cells as text, without the header.</summary>
    public static IEnumerable<string[]> Csv(params string[] path) =>
        Read(path).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Skip(1)
            .Select(line => line.Split(','));

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
