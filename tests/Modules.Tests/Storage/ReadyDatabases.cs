using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Storage;

/// <summary>
/// Databases in which the tables of every room stand and nothing else: copies of one that is made once. What a first start makes is
/// tested on empty ones.
/// </summary>
internal static class ReadyDatabases
{
    private static readonly Lazy<string> Sqlite = new(() => Made(TestStore.NewTarget(DatabaseKind.Sqlite)));
    private static readonly Lazy<string> Postgres = new(() => Made(TestStore.NewTarget(DatabaseKind.Postgres)));

    /// <summary>A new one: its folder or connection string.</summary>
    /// <param name="folder">Where SQLite's file is put; null for a folder of its own.</param>
    public static string New(DatabaseKind kind, string? folder = null)
    {
        if (kind == DatabaseKind.Postgres)
        {
            return OwnPostgres.Server.CopyOf(Postgres.Value);
        }

        var target = folder ?? TestStore.NewTarget(kind);
        File.Copy(Path.Combine(Sqlite.Value, Store.FileName), Path.Combine(target, Store.FileName));
        return target;
    }

    /// <summary>Takes the pattern away.</summary>
    public static void Clear()
    {
        if (Sqlite.IsValueCreated)
        {
            Directory.Delete(Sqlite.Value, true);
        }
    }

    private static string Made(string target)
    {
        Store.Open(target, TestStore.Rooms).DisposeAsync().AsTask().GetAwaiter().GetResult();
        return target;
    }
}
