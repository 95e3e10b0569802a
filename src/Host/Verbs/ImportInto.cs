using System.Security.Cryptography;
using Zhirong.Engine.Basics;
using Zhirong.Host.Serve;
using Zhirong.Modules.Assets.Reading;
using Zhirong.Modules.Assets.Taking;
using Zhirong.Platform.Storage;

namespace Zhirong.Host.Verbs;

/// <summary>The register that <c>--into</c> names, open while files are taken into it in the name of the local organisation.</summary>
internal sealed class ImportInto : IDisposable
{
    private readonly Store store;

    private ImportInto(Store store) => this.store = store;

    /// <param name="target">A data folder, its <c>zhirong.db</c>, or a PostgreSQL connection string; a folder that is not there is made.</param>
    public static Result<ImportInto> Open(string target)
    {
        var postgres = target.Contains('=', StringComparison.Ordinal);
        var place = !postgres && Path.GetFileName(target) == Store.FileName ? Path.GetDirectoryName(Path.GetFullPath(target))! : target;
        if (!postgres && File.Exists(place))
        {
            return Unfit(target);
        }

        try
        {
            return new ImportInto(Store.Open(place, DeskServer.Models()));
        }
        catch (StorageException refused)
        {
            return Result<ImportInto>.Refused([refused.Refusal]);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or System.Data.Common.DbException)
        {
            return Unfit(target);
        }
    }

    /// <summary>Takes a file in; what it gives goes by <paramref name="seen"/> as well. A file taken before changes nothing.</summary>
    public IntakeReport Take(string name, byte[] sha256, string format, DateOnly asOf, IEnumerable<ReadItem> items, Action<ReadItem> seen) =>
        new Intake(store, Home.Register(), TimeProvider.System).Take(Viewer.Local, new(name, Convert.ToHexStringLower(sha256), format, asOf), Passing(items, seen)).GetAwaiter().GetResult();

    /// <summary>Hash of what is read, and the stream at its beginning again; what comes from a pipe is kept in a file until it is closed.</summary>
    public static (Stream File, byte[] Sha256) Hashed(Stream file)
    {
        if (!file.CanSeek)
        {
            var kept = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 128 * 1024, FileOptions.DeleteOnClose);
            file.CopyTo(kept);
            file = kept;
        }

        file.Position = 0;
        var hash = SHA256.HashData(file);
        file.Position = 0;
        return (file, hash);
    }

    public void Dispose() => store.DisposeAsync().AsTask().GetAwaiter().GetResult();

    private static IEnumerable<ReadItem> Passing(IEnumerable<ReadItem> items, Action<ReadItem> seen)
    {
        foreach (var item in items)
        {
            seen(item);
            yield return item;
        }
    }

    private static Refusal Unfit(string found) => new()
    {
        Code = "IMP-0602",
        Path = "--into",
        Found = found,
        Expected = new("数据目录、其中的 zhirong.db，或 PostgreSQL 连接串", "a data folder, the zhirong.db in it, or a PostgreSQL connection string"),
        Message = new("不能存入这里，未写入任何内容", "Nothing can be stored there; nothing was written"),
    };
}
