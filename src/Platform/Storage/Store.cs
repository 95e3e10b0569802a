using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage.Migrations;

namespace Zhirong.Platform.Storage;

/// <summary>The database of an installation: one SQLite file, opened for reading by many and for writing by one queue.</summary>
public sealed class Store : IAsyncDisposable
{
    /// <summary>The database's file name inside the data folder.</summary>
    public const string FileName = "zhirong.db";

    private readonly IReadOnlyList<IRoomModel> rooms;
    private readonly DbContextOptions<ZhirongContext> options;

    private Store(string connection, IReadOnlyList<IRoomModel> rooms)
    {
        this.rooms = rooms;
        options = Options(builder => builder.UseSqlite(connection));
        Commits = new(this);
    }

    /// <summary>All writes go through here.</summary>
    public CommitQueue Commits { get; }

    /// <summary>Opens (and creates) the database file in a folder, and brings its schema up to date.</summary>
    /// <param name="folder">Created when missing; readable by its owner only.</param>
    /// <param name="rooms">The rooms whose tables it holds.</param>
    public static Store Open(string folder, IEnumerable<IRoomModel> rooms)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, FileName);
        var connection = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 30 }.ToString();
        var store = new Store(connection, [new StorageRoom(), .. rooms]);
        store.Prepare();
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return store;
    }

    /// <summary>A unit of work that only reads.</summary>
    public ZhirongContext Read(Viewer viewer)
    {
        var context = new ZhirongContext(options, rooms, viewer);
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return context;
    }

    /// <summary>A context over an open connection that holds what the model says, for comparing it with what the migrations made.</summary>
    public static ZhirongContext OfModel(DbConnection connection, IEnumerable<IRoomModel> rooms) =>
        new(Options(builder => builder.UseSqlite(connection)), [new StorageRoom(), .. rooms], Viewer.Everything("compare the schema with the model"));

    private static DbContextOptions<ZhirongContext> Options(Action<DbContextOptionsBuilder<ZhirongContext>> database)
    {
        var builder = new DbContextOptionsBuilder<ZhirongContext>();
        database(builder);
        return builder
            .AddInterceptors(new DurableCommits())
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning))
            .ReplaceService<IModelCacheKeyFactory, RoomModelKey>()
            .ReplaceService<IMigrationsAssembly, RoomMigrations>()
            .Options;
    }

    internal ZhirongContext Write(Viewer viewer) => new(options, rooms, viewer);

    public async ValueTask DisposeAsync()
    {
        await Commits.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    private void Prepare()
    {
        using var context = Write(Viewer.Everything("bring the schema up to date"));
        context.Database.OpenConnection();
        context.Database.ExecuteSqlRaw("PRAGMA journal_mode = WAL");
        context.Database.Migrate();
    }

    /// <summary>A commit is on the disk before it is answered; SQLite keeps this per connection.</summary>
    private sealed class DurableCommits : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Set(connection);
            return Task.CompletedTask;
        }

        private static void Set(DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous = FULL";
            command.ExecuteNonQuery();
        }
    }
}
