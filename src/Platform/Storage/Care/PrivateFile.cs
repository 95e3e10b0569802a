namespace Zhirong.Platform.Storage.Care;

/// <summary>Files that hold a whole database.</summary>
internal static class PrivateFile
{
    /// <summary>Makes an empty file that its owner alone may read, before anything is written to it; one that is there goes.</summary>
    public static void Make(string file)
    {
        File.Delete(file);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        new FileStream(file, options).Dispose();
    }
}
