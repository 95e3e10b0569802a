using Microsoft.Data.Sqlite;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Platform.Storage.Sqlite;

/// <summary>Copies, puts back and checks a SQLite file.</summary>
internal static class SqliteCare
{
    public static IEnumerable<StoreCheck> Verify(Session session)
    {
        var pages = session.First("PRAGMA page_count", row => row.Long(0));
        yield return new("database.pages", pages, [.. session.List($"PRAGMA integrity_check({StoreCheck.Named})", row => row.Text(0)).Where(line => line != "ok")], new("数据库页与索引完好", "Pages and indexes are sound"));
        var strays = session.List("PRAGMA foreign_key_check", row => $"{row.Text(0)} {row.Long(1)}");
        yield return new("database.references", pages, [.. strays.Take(StoreCheck.Named)], new("引用的记录都在", "Records that are referred to are there"));
    }

    /// <summary>VACUUM INTO reads one committed state; the writer goes on.</summary>
    public static void Backup(string database, string file)
    {
        if (File.Exists(file))
        {
            throw new StorageException(StorageRefusals.Exists(file));
        }

        var part = file + ".part";
        PrivateFile.Make(part);
        using (var connection = Open(database))
        {
            using var command = connection.CreateCommand();
            command.CommandText = "VACUUM INTO $file";
            command.Parameters.AddWithValue("$file", part);
            command.ExecuteNonQuery();
        }

        Finish(part, file);
    }

    public static void Restore(string backup, string folder, string database, bool replace)
    {
        Check(backup);
        using var alone = Alone(folder);
        if (File.Exists(database) && !replace)
        {
            throw new StorageException(StorageRefusals.NotEmpty(database));
        }

        var part = database + ".part";
        File.Copy(backup, part, true);
        if (File.Exists(database))
        {
            // What was there is kept beside, under the time it was put away.
            Move(database, $"{database}.before-{DateTime.UtcNow:yyyyMMddHHmmssfff}");
        }

        Finish(part, database);
    }

    private static void Move(string database, string away)
    {
        foreach (var tail in (ReadOnlySpan<string>)["", "-wal", "-shm"])
        {
            if (File.Exists(database + tail))
            {
                File.Move(database + tail, away + tail);
            }
        }
    }

    /// <summary>A backup is a sound SQLite file with this program's history in it.</summary>
    private static void Check(string backup)
    {
        if (!File.Exists(backup))
        {
            throw new StorageException(StorageRefusals.Backup(backup, "—"));
        }

        try
        {
            using var connection = Open(backup);
            using var session = new SqliteSession(connection, owned: false);
            var faults = session.List("PRAGMA integrity_check(1)", row => row.Text(0));
            var history = session.First("SELECT count(*) FROM \"__EFMigrationsHistory\"", row => row.Long(0));
            if (faults is not ["ok"] || history == 0)
            {
                throw new StorageException(StorageRefusals.Backup(backup, faults[0]));
            }
        }
        catch (SqliteException problem)
        {
            throw new StorageException(StorageRefusals.Backup(backup, problem.Message), problem);
        }
    }

    private static FileStream Alone(string folder)
    {
        try
        {
            return DataLock.Alone(folder);
        }
        catch (IOException problem)
        {
            throw new StorageException(StorageRefusals.InUse(folder), problem);
        }
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = 30 }.ToString());
        connection.Open();
        return connection;
    }

    private static void Finish(string part, string file)
    {
        using (var stream = new FileStream(part, FileMode.Open, FileAccess.ReadWrite))
        {
            stream.Flush(flushToDisk: true);
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(part, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        File.Move(part, file);
    }
}
