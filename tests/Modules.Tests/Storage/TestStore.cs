using Xunit;
using Zhirong.Host.Bench;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Modules.Evidence.Storage;
using Zhirong.Modules.Ledger.Storage;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Modules.Policy.Storage;
using Zhirong.Modules.Securitization.Storage;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Access.Approvals.Storage;
using Zhirong.Platform.Access.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Work.Storage;

[assembly: AssemblyFixture(typeof(Zhirong.Modules.Tests.Storage.OwnPostgres))]

namespace Zhirong.Modules.Tests.Storage;

/// <summary>The PostgreSQL server of this test run, started by the first test that needs it.</summary>
public sealed class OwnPostgres : IDisposable
{
    private static readonly Lazy<ThrowawayPostgres> Running = new(() =>
        ThrowawayPostgres.Start(durable: false) ?? throw new InvalidOperationException("PostgreSQL is not installed; ./test installs it."));

    internal static ThrowawayPostgres Server => Running.Value;

    public void Dispose()
    {
        ReadyDatabases.Clear();
        if (Running.IsValueCreated)
        {
            Running.Value.Dispose();
        }
    }
}

/// <summary>A store of its own that goes with the test, on either database.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    private readonly string? folder;

    private TestStore(string target, string? folder, TimeProvider? clock)
    {
        (Target, this.folder) = (target, folder);
        Store = Store.Open(target, Rooms, clock);
    }

    /// <summary>Both databases: what is said of one is tested on both.</summary>
    public static TheoryData<DatabaseKind> Both => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    public static IReadOnlyList<IRoomModel> Rooms => [new AccessTables(), new ApprovalTables(), new EvidenceTables(), new LedgerTables(), new LendingTables(), new PaymentTables(), new RegisterTables(Assets.Records.Law), new PolicyTables(), new SecuritizationTables(), new ValuationTables(), new WorkTables()];

    public string Target { get; }

    public string Folder => folder ?? throw new InvalidOperationException("PostgreSQL has no folder.");

    public Store Store { get; }

    public static TestStore New(DatabaseKind kind = DatabaseKind.Sqlite, TimeProvider? clock = null)
    {
        var target = ReadyDatabases.New(kind);
        return new(target, kind == DatabaseKind.Sqlite ? target : null, clock);
    }

    /// <summary>An empty place: the first to open it makes the tables.</summary>
    public static string NewTarget(DatabaseKind kind) =>
        kind == DatabaseKind.Sqlite ? Directory.CreateTempSubdirectory("zhirong-test-").FullName : OwnPostgres.Server.NewDatabase();

    /// <summary>Runs a statement as whoever owns the database.</summary>
    public static async Task AsOwner(string target, string sql)
    {
        await using System.Data.Common.DbConnection connection = target.Contains('=', StringComparison.Ordinal)
            ? new Npgsql.NpgsqlConnection(target + ";Pooling=False")
            : new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(target, Platform.Storage.Store.FileName)};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        if (folder is not null)
        {
            Directory.Delete(folder, true);
        }
    }
}
