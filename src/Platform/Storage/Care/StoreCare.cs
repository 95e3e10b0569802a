namespace Zhirong.Platform.Storage.Care;

/// <summary>Care of a database from outside: backup while it is used, restore, and checking that all in it agrees.</summary>
public static class StoreCare
{
    /// <summary>Copies one committed state to a new file; whoever writes goes on writing.</summary>
    /// <exception cref="StorageException">With the reason; nothing is left behind under the file's name.</exception>
    public static void Backup(string target, string file) => Told(target, database =>
    {
        Known(database, target);
        database.Backup(file);
        return 0;
    });

    /// <summary>Puts a backup in the database's place.</summary>
    /// <param name="replace">Data that is there is put away beside (SQLite) or dropped (PostgreSQL); without it such data refuses.</param>
    /// <exception cref="StorageException">With the reason; the database is as it was.</exception>
    public static void Restore(string target, string file, bool replace) => Told(target, database =>
    {
        database.Restore(file, replace);
        return 0;
    });

    /// <summary>Checks the database's structures and what every room keeps in it; reads one committed state, also while it is used.</summary>
    /// <param name="outside">Checks of what the database holds against what lies elsewhere.</param>
    public static IReadOnlyList<StoreCheck> Verify(string target, IEnumerable<IRoomModel> rooms, Func<Rows.Session, IEnumerable<StoreCheck>>? outside = null)
    {
        try
        {
            using var store = Store.OpenToCheck(target, rooms);
            return store.Verify(outside);
        }
        catch (Microsoft.Data.Sqlite.SqliteException problem)
        {
            throw new StorageException(StorageRefusals.Damaged(target, problem.Message), problem);
        }
    }

    /// <summary>What the rooms keep is looked at only where the database's own structures are sound.</summary>
    internal static IEnumerable<StoreCheck> Checks(IReadOnlyList<StoreCheck> own, IReadOnlyList<IRoomModel> rooms, Rows.Session session, Func<Rows.Session, IEnumerable<StoreCheck>>? outside) =>
        own.All(check => check.Holds) ? [.. own, .. rooms.SelectMany(room => Checks(room.Prefix, room.Verify, session)), .. outside is null ? [] : Checks("outside", outside, session)] : own;

    /// <summary>A record that cannot be read at all is a finding, not a fault of the check.</summary>
    private static List<StoreCheck> Checks(string place, Func<Rows.Session, IEnumerable<StoreCheck>> verify, Rows.Session session)
    {
        var checks = new List<StoreCheck>();
        try
        {
            checks.AddRange(verify(session));
        }
        catch (Exception problem) when (Unreadable(problem))
        {
            checks.Add(new("database.records", 1, [$"{place}*: {problem.Message}"], new("每条记录都能读出", "Every record can be read")));
        }

        return checks;
    }

    /// <summary>A value no column of its kind holds, or a statement that a sound schema would take.</summary>
    private static bool Unreadable(Exception problem) =>
        problem is FormatException or InvalidOperationException or ArgumentException or OverflowException or System.Text.Json.JsonException
        || problem is Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 1 or 20 };

    private static void Known(Database database, string target)
    {
        if (database.Kind == Rows.DatabaseKind.Sqlite && !File.Exists(Path.Combine(target, Store.FileName)))
        {
            throw new StorageException(StorageRefusals.Missing(target));
        }
    }

    private static T Told<T>(string target, Func<Database, T> work)
    {
        using var database = Database.At(target);
        try
        {
            return work(database);
        }
        catch (Exception problem) when (problem is not StorageException && database.Explain(problem) is { } refusal)
        {
            throw new StorageException(refusal, problem);
        }
        catch (Exception problem) when (problem is UnauthorizedAccessException or IOException)
        {
            throw new StorageException(StorageRefusals.File(problem.Message), problem);
        }
    }
}

/// <summary>A database opened to be looked through, without changing a byte of it.</summary>
internal sealed class CheckedStore(Database database, IReadOnlyList<IRoomModel> rooms) : IDisposable
{
    public IReadOnlyList<StoreCheck> Verify(Func<Rows.Session, IEnumerable<StoreCheck>>? outside)
    {
        try
        {
            using var session = database.Open();
            using var transaction = database.BeginReading(session.Connection);
            return [.. StoreCare.Checks([.. database.Verify(session)], rooms, session, outside)];
        }
        catch (Exception problem) when (database.Explain(problem) is { } refusal)
        {
            throw new StorageException(refusal, problem);
        }
    }

    public StoreLook Look()
    {
        using var session = database.Open();
        using var transaction = database.BeginReading(session.Connection);
        return StoreLook.Of(session);
    }

    public void Dispose() => database.Dispose();
}
