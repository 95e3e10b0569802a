using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Migrations;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;

namespace Zhirong.Platform.Storage;

/// <summary>The database of an installation, opened for reading by many and for writing by one queue.</summary>
public sealed class Store : IAsyncDisposable
{
    /// <summary>The SQLite database's file name inside the data folder.</summary>
    public const string FileName = "zhirong.db";

    private readonly Database database;
    private readonly IReadOnlyList<IRoomModel> rooms;
    private readonly DbContextOptions<ZhirongContext> options;
    private readonly Lazy<DbContextOptions<ZhirongContext>> lentOptions;

    private readonly TimeProvider clock;

    private Store(Database database, IReadOnlyList<IRoomModel> rooms, TimeProvider clock)
    {
        (this.database, this.rooms, this.clock) = (database, rooms, clock);
        options = Options(database.Use);
        lentOptions = new(() => Options(builder => builder.UseSqlite()));
        Commits = new(database, NewWriter);
    }

    /// <summary>All writes go through here.</summary>
    public CommitQueue Commits { get; }

    public DatabaseKind Kind => database.Kind;

    /// <summary>Set by tests that show what would be seen without the filter.</summary>
    internal bool Unfiltered { private get; set; }

    /// <summary>The day in Asia/Shanghai.</summary>
    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    /// <summary>Opens the database and brings its schema up to date.</summary>
    /// <param name="target">A folder (SQLite; created when missing, its file readable by the owner only) or a PostgreSQL connection string.</param>
    /// <param name="rooms">The rooms whose tables it holds.</param>
    /// <param name="clock">Tells the day on which shares must be valid; the system's clock when null.</param>
    /// <exception cref="StorageException">The database cannot be used, with the reason.</exception>
    public static Store Open(string target, IEnumerable<IRoomModel> rooms, TimeProvider? clock = null)
    {
        var database = Database.At(target);
        try
        {
            var all = All(rooms);
            database.Prepare();
            Migrate(database, all);
            return new(database, all, clock ?? TimeProvider.System);
        }
        catch (Exception problem)
        {
            database.Dispose();
            if (problem is not StorageException && (database.Explain(problem) ?? (problem.InnerException is { } inner ? database.Explain(inner) : null)) is { } refusal)
            {
                throw new StorageException(refusal, problem);
            }

            throw;
        }
    }

    /// <summary>Whether a database of the product is there already.</summary>
    /// <param name="target">As for <see cref="Open"/>.</param>
    /// <exception cref="StorageException">The database cannot be reached.</exception>
    public static bool IsThere(string target)
    {
        using var database = Database.At(target);
        if (database.Kind == DatabaseKind.Sqlite)
        {
            return File.Exists(Path.Combine(target, FileName));
        }

        try
        {
            using var context = new ZhirongContext(Options(database.UseAsOwner), [new StorageRoom()], Viewer.Everything("whether there is a database"));
            return context.Database.GetAppliedMigrations().Any();
        }
        catch (Exception problem) when (database.Explain(problem) is { } refusal)
        {
            throw new StorageException(refusal, problem);
        }
    }

    /// <summary>Opens a database that is there and up to date, to look through it.</summary>
    internal static CheckedStore OpenToCheck(string target, IEnumerable<IRoomModel> rooms)
    {
        var database = Database.At(target);
        try
        {
            if (database.Kind == DatabaseKind.Sqlite && !File.Exists(Path.Combine(target, FileName)))
            {
                throw new StorageException(StorageRefusals.Missing(target));
            }

            var all = All(rooms);
            using var context = new ZhirongContext(Options(database.UseAsOwner), all, Viewer.Everything("check the database"));
            var (known, applied) = (context.Database.GetMigrations().ToList(), context.Database.GetAppliedMigrations().ToList());
            return applied.Except(known).FirstOrDefault() is { } newer ? throw new StorageException(StorageRefusals.Newer(newer))
                : known.Except(applied).FirstOrDefault() is { } missing ? throw new StorageException(StorageRefusals.Older(missing))
                : new(database, all);
        }
        catch (Exception problem)
        {
            database.Dispose();
            if (problem is not StorageException && (database.Explain(problem) ?? (problem.InnerException is { } inner ? database.Explain(inner) : null)) is { } refusal)
            {
                throw new StorageException(refusal, problem);
            }

            throw;
        }
    }

    /// <summary>A unit of work that only reads.</summary>
    public ZhirongContext Read(Viewer viewer)
    {
        var lent = database.Lend();
        var context = new ZhirongContext(lent is null ? options : lentOptions.Value, rooms, viewer) { Commands = database.Over, Lent = lent, Today = Today, Unfiltered = Unfiltered };
        if (lent is not null)
        {
            context.Database.SetDbConnection(lent.Session.Connection);
        }

        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return context;
    }

    /// <summary>What an error of the database means to the user; null when it is a bug of ours.</summary>
    public Refusal? Explain(Exception problem) => database.Explain(problem) ?? (problem.InnerException is { } inner ? database.Explain(inner) : null);

    /// <summary>A context over an open connection that holds what the model says, for comparing it with what the migrations made.</summary>
    public static ZhirongContext OfModel(DbConnection connection, IEnumerable<IRoomModel> rooms) =>
        new(
            Options(connection is Npgsql.NpgsqlConnection ? builder => builder.UseNpgsql(connection) : builder => builder.UseSqlite(connection)),
            All(rooms),
            Viewer.Everything("compare the schema with the model"));

    public async ValueTask DisposeAsync()
    {
        await Commits.DisposeAsync();
        database.Dispose();
    }

    private static DbContextOptions<ZhirongContext> Options(Action<DbContextOptionsBuilder> use)
    {
        var builder = new DbContextOptionsBuilder<ZhirongContext>();
        use(builder);
        return builder
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning))
            .ReplaceService<IModelCacheKeyFactory, RoomModelKey>()
            .ReplaceService<IMigrationsAssembly, RoomMigrations>()
            .Options;
    }

    private static void Migrate(Database database, IReadOnlyList<IRoomModel> rooms)
    {
        using var context = new ZhirongContext(Options(database.UseAsOwner), rooms, Viewer.Everything("bring the schema up to date"));
        var known = context.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = context.Database.GetAppliedMigrations().ToHashSet(StringComparer.Ordinal);
        if (applied.FirstOrDefault(id => !known.Contains(id)) is { } newer)
        {
            throw new StorageException(StorageRefusals.Newer(newer));
        }

        if (!known.IsSubsetOf(applied))
        {
            using var alone = database.AloneToMigrate(context);
            context.Database.Migrate();
        }

        database.Guard(context);
    }

    /// <summary>The platform's own tables are in every installation.</summary>
    private static IReadOnlyList<IRoomModel> All(IEnumerable<IRoomModel> rooms) => [new StorageRoom(), new ShareTables(), .. rooms];

    private Queue.Writer NewWriter()
    {
        var session = database.OpenWriter();
        return new(
            database,
            session,
            (viewer, own, commands) => new(own, rooms, viewer) { Writing = commands, Today = Today, Unfiltered = Unfiltered },
            Options(builder => database.Use(builder, session.Connection)),
            () => Today);
    }
}
