using Npgsql;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Platform.Storage.Postgres;

/// <summary>Copies and puts back a PostgreSQL database with its own programs, and checks it.</summary>
internal static class PostgresCare
{
    public static IEnumerable<StoreCheck> Verify(Session session)
    {
        yield return new(
            "database.indexes",
            session.First("SELECT count(*) FROM pg_index", row => row.Long(0)),
            session.List($"SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid LIMIT {StoreCheck.Named}", row => row.Text(0)),
            new("索引有效", "Indexes are valid"));
        yield return new(
            "database.references",
            session.First("SELECT count(*) FROM pg_constraint WHERE contype = 'f'", row => row.Long(0)),
            session.List($"SELECT conname::text FROM pg_constraint WHERE contype = 'f' AND NOT convalidated LIMIT {StoreCheck.Named}", row => row.Text(0)),
            new("引用约束有效", "References are enforced"));
    }

    public static void Backup(NpgsqlConnectionStringBuilder to, string file)
    {
        if (File.Exists(file))
        {
            throw new StorageException(StorageRefusals.Exists(file));
        }

        var part = file + ".part";
        PrivateFile.Make(part);
        PostgresTools.Run(to, "pg_dump", "--format=custom", "--enable-row-security", "--no-owner", "--no-privileges", $"--file={part}");
        File.Move(part, file);
    }

    public static void Restore(NpgsqlConnectionStringBuilder to, Func<Session> open, string file, bool replace)
    {
        if (!File.Exists(file))
        {
            throw new StorageException(StorageRefusals.Backup(file, "—"));
        }

        using (var session = open())
        {
            if (session.First("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'zhirong' AND pid <> pg_backend_pid()", row => row.Long(0)) > 0)
            {
                throw new StorageException(StorageRefusals.InUse($"{to.Host}/{to.Database}"));
            }

            if (!replace && session.First("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'", row => row.Long(0)) > 0)
            {
                throw new StorageException(StorageRefusals.NotEmpty($"{to.Host}/{to.Database}"));
            }
        }

        if (replace)
        {
            PostgresTools.Replace(to, file);
        }
        else
        {
            PostgresTools.Run(to, "pg_restore", "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", $"--dbname={to.Database}", file);
        }
    }
}
