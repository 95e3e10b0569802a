using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Platform.Storage.Postgres;

/// <summary>A PostgreSQL database (15 or newer) in UTF-8 whose order of text is that of its bytes, as on SQLite.</summary>
internal sealed class PostgresDatabase : Database
{
    private readonly NpgsqlDataSource source;
    private readonly NpgsqlDataSource owner;
    private readonly NpgsqlConnectionStringBuilder settings;
    private readonly NpgsqlConnectionStringBuilder app;
    private readonly string place;

    public PostgresDatabase(string connection)
    {
        settings = new NpgsqlConnectionStringBuilder(connection) { MaxAutoPrepare = 100, AutoPrepareMinUsages = 2, ApplicationName = "zhirong", IncludeErrorDetail = false, TcpKeepAlive = true };
        place = $"{settings.Host}:{settings.Port}/{settings.Database}";
        owner = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Options = $"{settings.Options} {AsOwner}".Trim(), Pooling = false });

        // Resetting a connection would also undo its role; every context says anew in whose name it reads. Statements are short: to
        // compile one costs more than to run it.
        app = new(settings.ConnectionString) { Options = $"{Patience} {settings.Options} -c role={RowGuard.Role} -c jit=off".Trim(), NoResetOnClose = true };
        source = NpgsqlDataSource.Create(app);
    }

    /// <summary>
    /// A server that was stopped or cut off in the middle of a transaction must not keep its locks, nor anybody waiting for them. The
    /// connection string's own options come behind and win.
    /// </summary>
    private const string Patience = "-c idle_in_transaction_session_timeout=30s -c lock_timeout=30s -c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3";

    /// <summary>The owner changes the schema and looks through all of it; the guard is forced on him too.</summary>
    internal const string AsOwner = "-c zhirong.everything=owner";

    public override DatabaseKind Kind => DatabaseKind.Postgres;

    /// <summary>Refuses a database whose text would sort or compare otherwise than on SQLite.</summary>
    public override void Prepare()
    {
        using var session = Open();
        var (collation, kinds, provider, encoding) = session.First(
            "SELECT datcollate, datctype, datlocprovider::text, pg_encoding_to_char(encoding) FROM pg_database WHERE datname = current_database()", row => (row.Text(0), row.Text(1), row.Text(2), row.Text(3)));

        // What is a letter, and its small form, must be the same too: SQLite knows those of ASCII alone.
        if (collation is not ("C" or "C.UTF-8" or "C.utf8" or "POSIX") || kinds is not ("C" or "POSIX") || provider != "c" || encoding != "UTF8")
        {
            throw new StorageException(StorageRefusals.Collation(place, $"{encoding}, {collation}, {kinds}{(provider == "c" ? "" : $", provider {provider}")}"));
        }
    }

    public override void Use(DbContextOptionsBuilder builder) => builder.UseNpgsql(source).AddInterceptors(new Speaking());

    public override void UseAsOwner(DbContextOptionsBuilder builder) => builder.UseNpgsql(owner);

    public override void Guard(ZhirongContext context)
    {
        using var session = Open();
        RowGuard.Apply(session, context, place);
    }

    public override void Speak(Session session, SpokenFor name)
    {
        using var command = Speaking.Command(session.Connection, name);
        command.ExecuteNonQuery();
    }

    public override void Use(DbContextOptionsBuilder builder, DbConnection connection) => builder.UseNpgsql(connection);

    public override Session Over(DbConnection connection) => new PostgresSession((NpgsqlConnection)connection, owned: false);

    public override Session Open() => new PostgresSession(owner.OpenConnection(), owned: true);

    /// <summary>
    /// The writer goes by index: a plan kept from the days when a table was small would read all of it when it has grown.
    /// </summary>
    public override Session OpenWriter()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(app.ConnectionString) { Pooling = false }.ConnectionString);
        connection.Open();
        var session = new PostgresSession(connection, owned: true);
        session.Execute("SET enable_seqscan = off");
        return session;
    }

    public override DbTransaction Begin(DbConnection connection) => connection.BeginTransaction(System.Data.IsolationLevel.ReadCommitted);

    public override DbTransaction BeginReading(DbConnection connection) => connection.BeginTransaction(System.Data.IsolationLevel.RepeatableRead);

    public override Refusal? Explain(Exception problem) => problem switch
    {
        PostgresException { SqlState: "53100" } => StorageRefusals.Full(place),
        PostgresException { SqlState: "42501", Routine: "ExecWithCheckOptions" } => null, // A row its viewer may not write: a bug of ours.
        PostgresException { SqlState: "25006" or "42501" } => StorageRefusals.ReadOnly(place),
        PostgresException { SqlState: "55P03" or "57014" or "40P01" } => StorageRefusals.Busy(place),
        PostgresException { SqlState: "XX001" or "XX002" } damaged => StorageRefusals.Damaged(place, damaged.MessageText),
        PostgresException { SqlState: "25P03" or ['5', '7', 'P', ..] or ['0', '8', ..] or "3D000" or ['2', '8', ..] } gone => StorageRefusals.Unreachable(place, gone.MessageText),
        NpgsqlException and not PostgresException => StorageRefusals.Unreachable(place, problem.Message),
        _ => null,
    };

    public override Refusal Lost(string found) => StorageRefusals.Unreachable(place, found);

    /// <summary>Unique violation, serialization failure.</summary>
    public override bool WorthRepeating(Exception problem) =>
        (problem as PostgresException ?? problem.InnerException as PostgresException)?.SqlState is "23505" or "40001";

    public override bool Deadlock(Exception problem) => (problem as PostgresException ?? problem.InnerException as PostgresException)?.SqlState is "40P01";

    /// <summary>The connection is gone or the server is going down.</summary>
    public override bool Breaks(Exception problem) =>
        (problem as NpgsqlException ?? problem.InnerException as NpgsqlException) is { } own && (own is not PostgresException || ((PostgresException)own).SqlState is "25P03" || ((PostgresException)own).SqlState[..2] is "57" or "53" or "58" or "XX" or "08");

    public override IEnumerable<StoreCheck> Verify(Session session) => PostgresCare.Verify(session);

    public override void Backup(string file) => PostgresCare.Backup(settings, file);

    public override void Restore(string file, bool replace) => PostgresCare.Restore(settings, Open, file, replace);

    public override void Dispose()
    {
        source.Dispose();
        owner.Dispose();
    }
}
