using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Host.Serve;
using Zhirong.Platform.Storage.Care;

namespace Zhirong.Host.Doctor;

/// <summary>Database, data folder, keys, disk.</summary>
internal static class DataSymptoms
{
    private const long Little = 2L << 30, TooLittle = 256L << 20;

    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    public static StoreLook Look(Patient patient) => StoreLook.At(patient.Data, DeskServer.Models());

    public static Symptom Database(StoreLook look)
    {
        var title = new Words("数据库", "Database");
        return look.Refusal switch
        {
            _ when look.IsNew => new("data.database", Seriousness.Ok, title, new("尚无数据，首次启动时建立", "no data yet; the first start makes it")),
            null => Symptom.Ok("data.database", title, new($"{look.Product}，结构为最新", $"{look.Product}, schema up to date")),
            { Code: StoreLook.OlderCode } => new("data.database", Seriousness.Warning, title, new("结构较旧", "the schema is older"), new("先备份，再运行 db migrate 或直接启动服务", "Back up, then run db migrate or start the server")),
            var refusal => new("data.database", Seriousness.Failure, title, new($"{refusal.Code} {refusal.Sentence(Language.Zh)}", $"{refusal.Code} {refusal.Sentence(Language.En)}"), new("按上述原因处理后再启动服务", "Mend what it names before the server is started")),
        };
    }

    /// <summary>Whether the running user may write where the data is to lie.</summary>
    public static Symptom Folder(Patient patient)
    {
        var title = new Words("数据目录", "Data folder");
        if (!patient.IsFolder)
        {
            return Symptom.Ok("data.folder", title, new("数据在 PostgreSQL", "the data is in PostgreSQL"));
        }

        var (folder, there) = (Nearest(patient.Data), Directory.Exists(patient.Data));
        try
        {
            var probe = Path.Combine(folder, $".zhirong-{Guid.NewGuid():N}");
            using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
            }

            return Symptom.Ok("data.folder", title, there ? new($"{patient.Data}，可写", $"{patient.Data}, writable") : new($"{patient.Data} 尚不存在，可以建立", $"{patient.Data} does not exist yet and can be made"));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new("data.folder", Seriousness.Failure, title, Words.Same(problem.Message), new($"把 {folder} 的所有者改为运行服务的用户", $"Give {folder} to the user the server runs as"));
        }
    }

    public static Symptom Keys(Patient patient, StoreLook look)
    {
        var title = new Words("存证私钥", "Evidence keys");
        var files = Directory.Exists(patient.Keys) ? Directory.GetFiles(patient.Keys) : [];
        if (files.Length == 0)
        {
            return look.IsNew
                ? Symptom.Ok("data.keys", title, new("首次启动时生成", "made at the first start"))
                : new("data.keys", Seriousness.Failure, title, new($"{patient.Keys} 中没有私钥", $"no keys in {patient.Keys}"), new("从另行保管的副本恢复 keys 目录；没有私钥，服务不能续签存证日志", "Restore the folder keys from where it is kept apart; without it the server cannot go on with the log"));
        }

        var open = files.FirstOrDefault(Shared);
        return open is null
            ? Symptom.Ok("data.keys", title, new($"{patient.Keys}，{files.Length} 个文件，只有所有者可读", $"{patient.Keys}, {files.Length} files, readable by their owner only"))
            : new("data.keys", Seriousness.Failure, title, new($"{open} 其他用户可读写", $"{open} can be read or written by others"), new("运行 chmod 600，并考虑更换密钥", "Run chmod 600 on it, and consider whether the key is still secret"));
    }

    public static Symptom Space(Patient patient)
    {
        var (title, folder) = (new Words("剩余空间", "Disk space"), Nearest(patient.IsFolder ? patient.Data : Path.GetTempPath()));
        var free = new DriveInfo(folder).AvailableFreeSpace;
        var found = Words.Same(string.Create(CultureInfo.InvariantCulture, $"{folder}: {free >> 20} MiB"));
        return free < TooLittle ? new("disk.space", Seriousness.Failure, title, found, new("腾出空间：磁盘写满后不再受理写入", "Free some space: with a full disk nothing more can be written"))
            : free < Little ? new("disk.space", Seriousness.Warning, title, found, new("不足 2 GiB；请扩容或清理", "Less than 2 GiB; enlarge or tidy the disk"))
            : Symptom.Ok("disk.space", title, found);
    }

    private static bool Shared(string file) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & Others) != 0;

    private static string Nearest(string folder)
    {
        var place = Path.GetFullPath(folder);
        while (!Directory.Exists(place))
        {
            place = Path.GetDirectoryName(place)!;
        }

        return place;
    }
}
