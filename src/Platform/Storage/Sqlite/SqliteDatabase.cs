using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Platform.Storage.Sqlite;

/// <summary>One SQLite file in a data folder: WAL, every commit on the disk before it is answered.</summary>
internal sealed class SqliteDatabase : Database
{
    /// <summary>
    /// Bytes of the log from which it is moved into the file: in a pause, and under load. A long log is dear twice: every page is looked for
    /// in it, and moving it keeps the disk, and with it every commit, busy for as long as it is.
    /// </summary>
    private const long SmallLog = 1 << 20, LargeLog = 64L << 20;

    private static readonly TimeSpan BetweenMoves = TimeSpan.FromSeconds(1);

    private readonly string folder, file;
    private readonly SqliteReaders readers;
    private FileStream? inUse;
    private long moved;
    private Task? mover;

    /// <summary>SQLite does not count its own memory: each count takes a lock, for every small piece that is taken or given back.</summary>
    static SqliteDatabase()
    {
        SQLitePCL.Batteries_V2.Init();
        SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    public SqliteDatabase(string folder)
    {
        (this.folder, file) = (folder, Path.Combine(folder, Store.FileName));
        readers = new(New);
    }

    public override DatabaseKind Kind => DatabaseKind.Sqlite;

    private string ConnectionText => new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 30 }.ToString();

    public override void Prepare()
    {
        Share();
        using var connection = new SqliteConnection(ConnectionText);
        connection.Open();
        Set(connection, "PRAGMA journal_mode = WAL");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    /// <summary>
    /// The migrations' own lock is a row that a killed program leaves for ever. A lock on a file goes with the program; whoever holds
    /// it takes away the row.
    /// </summary>
    public override IDisposable? AloneToMigrate(DbContext context)
    {
        var alone = DataLock.Migrating(folder);
        context.Database.ExecuteSqlRaw("DROP TABLE IF EXISTS \"__EFMigrationsLock\"");
        return alone;
    }

    private void Share()
    {
        try
        {
            Directory.CreateDirectory(folder);
            inUse = DataLock.Share(folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // EROFS and EACCES; anything else, such as a restore that holds the folder, is told in the system's words.
            throw new StorageException(problem is UnauthorizedAccessException || problem.HResult == 30 ? StorageRefusals.ReadOnly(folder) : StorageRefusals.File(problem.Message), problem);
        }
    }

    public override void Use(DbContextOptionsBuilder builder) => builder.UseSqlite(ConnectionText).AddInterceptors(new DurableCommits());

    /// <summary>
    /// The connection is handed to each context by itself: one named in the options is given EF's functions anew with every context, and each
    /// of them makes SQLite prepare all statements of the connection again. A connection that stays open is given them once, when it is opened.
    /// </summary>
    public override void Use(DbContextOptionsBuilder builder, DbConnection connection) => builder.UseSqlite();

    public override Session Over(DbConnection connection) => new SqliteSession((SqliteConnection)connection, owned: false);

    public override Session Open() => New();

    public override LentSession Lend() => readers.Lend();

    private SqliteSession New()
    {
        var connection = new KeptConnection(ConnectionText + ";Pooling=False");
        connection.Open();
        Set(connection, Durable);
        return new SqliteSession(connection, owned: true);
    }

    /// <summary>The writer keeps the pages it works on in memory and moves the write-ahead log when it tends to it.</summary>
    public override Session OpenWriter()
    {
        var session = Open();
        Set(session.Connection, "PRAGMA cache_size = -131072");

        // A work's savepoint keeps every page it changes: in memory, where an import changes thousands of them.
        Set(session.Connection, "PRAGMA temp_store = MEMORY");

        // What is erased is overwritten, not only taken out of the tables.
        Set(session.Connection, "PRAGMA secure_delete = ON");
        Set(session.Connection, "PRAGMA wal_autocheckpoint = 0");
        Set(session.Connection, "PRAGMA journal_size_limit = 0");
        SqliteReaders.GiveFunctions(session);
        return session;
    }

    /// <summary>
    /// Moves what the log before the writes has gathered into the file, so that the next commit begins it anew unless a reader still
    /// needs it. In a pause at once; under a load without any, beside the writer first, so that the writer itself only moves the rest.
    /// </summary>
    public override void Tend(Session session, bool idle)
    {
        var log = new FileInfo(file + "-wal");
        if (!log.Exists || log.Length <= (idle ? SmallLog : LargeLog) || Stopwatch.GetElapsedTime(moved) < BetweenMoves || mover is { IsCompleted: false })
        {
            return;
        }

        if (idle || mover is not null)
        {
            session.Query(Move, _ => { });
            (mover, moved) = (null, Stopwatch.GetTimestamp());
            return;
        }

        mover = Task.Run(MoveBeside);
    }

    /// <summary>Twice: the second time only what came in during the first.</summary>
    private void MoveBeside()
    {
        try
        {
            using var beside = Open();
            beside.Query(Move, _ => { });
            beside.Query(Move, _ => { });
        }
        catch (SqliteException)
        {
            // Nothing is lost by it; the writer moves what is left.
        }
    }

    public override DbTransaction Begin(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: false);

    public override DbTransaction BeginReading(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: true);

    public override Refusal? Explain(Exception problem) => problem is not SqliteException sqlite ? null : (sqlite.SqliteErrorCode, sqlite.SqliteExtendedErrorCode) switch
    {
        (13, _) => StorageRefusals.Full(file),
        (8, _) or (14, _) => StorageRefusals.ReadOnly(file),
        (5 or 6, _) => StorageRefusals.Busy(file),
        (10, _) => StorageRefusals.Disk(file, sqlite.Message),
        (11 or 26, _) => StorageRefusals.Damaged(file, sqlite.Message),
        _ => null,
    };

    public override Refusal Lost(string found) => StorageRefusals.Disk(file, found);

    public override bool WorthRepeating(Exception problem) => false;

    public override bool Deadlock(Exception problem) => false;

    /// <summary>A full disk, an input/output error or a damaged file may have undone the transaction.</summary>
    public override bool Breaks(Exception problem) => (problem as SqliteException ?? problem.InnerException as SqliteException)?.SqliteErrorCode is 13 or 10 or 11 or 26 or 8 or 7;

    public override IEnumerable<StoreCheck> Verify(Session session) => SqliteCare.Verify(session);

    public override void Backup(string file) => SqliteCare.Backup(this.file, file);

    public override void Restore(string file, bool replace)
    {
        Directory.CreateDirectory(folder);
        SqliteCare.Restore(file, folder, this.file, replace);
    }

    public override void Dispose()
    {
        mover?.Wait();
        readers.Dispose();
        SqliteConnection.ClearPool(new SqliteConnection(ConnectionText));
        inUse?.Dispose();
    }

    private const string Move = "PRAGMA wal_checkpoint(PASSIVE)";

    private const string Durable = "PRAGMA synchronous = FULL";

    private static void Set(DbConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragma;
        command.ExecuteNonQuery();
    }

    /// <summary>A commit is on the disk before it is answered; SQLite keeps this per connection.</summary>
    private sealed class DurableCommits : Microsoft.EntityFrameworkCore.Diagnostics.DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, Microsoft.EntityFrameworkCore.Diagnostics.ConnectionEndEventData eventData) => Set(connection, Durable);

        public override Task ConnectionOpenedAsync(DbConnection connection, Microsoft.EntityFrameworkCore.Diagnostics.ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Set(connection, Durable);
            return Task.CompletedTask;
        }
    }
}

/// <summary>Who uses a data folder: many programs may share it, a restore takes it alone.</summary>
internal static class DataLock
{
    private const string Name = "zhirong.lock";

    public static FileStream Share(string folder)
    {
        var path = Path.Combine(folder, Name);
        using (File.Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite))
        {
        }

        return File.Open(path, FileMode.Open, FileAccess.Read, FileShare.Read);
    }

    /// <summary>Waits while another program changes the schema.</summary>
    public static FileStream Migrating(string folder)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return File.Open(Path.Combine(folder, "zhirong.migrate.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (tries < 600)
            {
                Thread.Sleep(100);
            }
        }
    }

    /// <summary>Throws <see cref="IOException"/> while a program uses the folder.</summary>
    public static FileStream Alone(string folder) => File.Open(Path.Combine(folder, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
}
