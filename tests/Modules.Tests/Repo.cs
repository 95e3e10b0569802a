namespace Zhirong.Modules.Tests;

/// <summary>Finds the repository's own files from wherever the tests run.</summary>
internal static class Repo
{
    /// <summary>The folder that holds Zhirong.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>ZHIRONG_LONG=1 switches on larger counts.</summary>
    public static bool Long { get; } = Environment.GetEnvironmentVariable("ZHIRONG_LONG") == "1";

    public static string At(params string[] path) => Path.Combine([Root, .. path]);

    public static string Read(params string[] path) => File.ReadAllText(At(path));

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
