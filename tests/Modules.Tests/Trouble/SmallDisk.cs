using System.Diagnostics;

namespace Zhirong.Modules.Tests.Trouble;

/// <summary>A disk of a few megabytes that goes with the test; there is none where this user may not mount.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly bool mounted;

    private SmallDisk(string folder, bool mounted) => (Folder, this.mounted) = (folder, mounted);

    public string Folder { get; }

    public static SmallDisk? New(int megabytes)
    {
        var folder = NewFolder();
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "zhirong-test", folder))
        {
            return new(folder, mounted: true);
        }

        Directory.Delete(folder);
        return null;
    }

    /// <summary>A folder that can only be made read-only; for whoever may not mount, which also keeps him from writing to one.</summary>
    public static SmallDisk Folders() => new(NewFolder(), mounted: false);

    public void Grow(int megabytes) => Run("mount", "-o", $"remount,size={megabytes}m", Folder);

    /// <summary>Nothing on it may be open for writing.</summary>
    public void ReadOnly(bool value) => _ = mounted ? Run("mount", "-o", value ? "remount,ro" : "remount,rw", Folder) : Run("chmod", "-R", value ? "a-w" : "u+w", Folder);

    public void GiveTo(string user) => Run("chown", user, Folder);

    public void Dispose()
    {
        if (mounted)
        {
            Run("umount", "-l", Folder);
        }

        Directory.Delete(Folder, true);
    }

    private static string NewFolder() => Directory.CreateTempSubdirectory("zhirong-disk-").FullName;

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
