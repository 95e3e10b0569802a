using System.Diagnostics;

namespace Zhirong.House.Tests;

/// <summary>Something the house does not allow, with the place where it stands.</summary>
/// <param name="File">Path from the root, with forward slashes.</param>
/// <param name="Line">One-based; 0 when the whole file is meant.</param>
/// <param name="What">What was found, in words.</param>
internal sealed record Breach(string File, int Line, string What)
{
    public override string ToString() => $"{File}:{Line} {What}";
}

/// <summary>The repository on disk.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(string file) => Path.Combine(Root, file);

    public static string Read(string file) => File.ReadAllText(PathOf(file));

    /// <summary>Files under a folder as paths from the root, build output left out; empty when the folder is not there.</summary>
    public static IReadOnlyList<string> FilesUnder(string folder, string pattern = "*") => Directory.Exists(PathOf(folder))
        ? [.. Directory.EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)]
        : [];

    /// <summary>What belongs to the repository: tracked files and new ones that are not ignored.</summary>
    public static IReadOnlyList<string> Tracked()
    {
        var start = new ProcessStartInfo("git", "ls-files -z --cached --others --exclude-standard")
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start)!;
        var names = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return [.. names.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(name => File.Exists(PathOf(name)))];
    }

    public static void AssertNone(IEnumerable<Breach> breaches)
    {
        var found = breaches.ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Zhirong.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Zhirong.slnx is in no folder above the tests.");
    }
}
