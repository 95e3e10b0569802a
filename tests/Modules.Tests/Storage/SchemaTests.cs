using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Xunit;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Storage;

/// <summary>The hand-written migrations give exactly the schema the model describes, from nothing and from the version before.</summary>
public sealed class SchemaTests
{
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Migrations_FromEmpty_GiveTheSchemaOfTheModel(DatabaseKind kind)
    {
        await using var migrated = TestStore.New(kind);
        await using var built = await Built(kind);
        await using var connection = await Open(kind, migrated.Target);
        Assert.Equal(Schema(built), Schema(connection));
        Assert.Contains(kind == DatabaseKind.Sqlite ? "sec_deal.size_fen INTEGER NOT NULL" : "sec_deal.size_fen bigint NOT NULL", Schema(built));
    }

    /// <summary>The twin: a column too few, a column of another kind, a missing index are seen.</summary>
    [Theory]
    [InlineData(DatabaseKind.Sqlite, "ALTER TABLE sec_deal DROP COLUMN obligors")]
    [InlineData(DatabaseKind.Sqlite, "ALTER TABLE sec_run ADD COLUMN extra TEXT")]
    [InlineData(DatabaseKind.Sqlite, "DROP INDEX IX_sec_deal_owner_id_case_id")]
    [InlineData(DatabaseKind.Sqlite, "DROP INDEX IX_sec_scenario_deal_id_name; CREATE INDEX IX_sec_scenario_deal_id_name ON sec_scenario (deal_id, name)")]
    [InlineData(DatabaseKind.Postgres, "ALTER TABLE sec_deal DROP COLUMN obligors")]
    [InlineData(DatabaseKind.Postgres, "ALTER TABLE sec_deal ALTER COLUMN obligors TYPE bigint")]
    [InlineData(DatabaseKind.Postgres, "DROP INDEX \"IX_sec_deal_owner_id_case_id\"")]
    public async Task Schema_OfADatabaseThatDiffers_IsReportedAsDifferent(DatabaseKind kind, string change)
    {
        await using var built = await Built(kind);
        var before = Schema(built);
        await using var command = built.CreateCommand();
        command.CommandText = change;
        await command.ExecuteNonQueryAsync();
        Assert.NotEqual(before, Schema(built));
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Migrations_RunAgain_ChangeNothing(DatabaseKind kind)
    {
        await using var store = TestStore.New(kind);
        await using var connection = await Open(kind, store.Target);
        var before = Schema(connection);
        await using var again = Store.Open(store.Target, TestStore.Rooms);
        Assert.Equal(before, Schema(connection));
    }

    /// <summary>A database of version 0.2.0 with a kept answer and a deal in it.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Migrations_FromThePreviousVersionWithData_KeepTheData(DatabaseKind kind)
    {
        const string Previous = "20261125_0200_deal_desk";
        var target = TestStore.NewTarget(kind);
        await using (var connection = await Open(kind, target))
        await using (var context = Store.OfModel(connection, TestStore.Rooms))
        {
            await context.GetService<IMigrator>().MigrateAsync(Previous);
            await context.Database.ExecuteSqlRawAsync("INSERT INTO platform_kept_answer (owner_id, key, route, body_hash, answer, at) VALUES ('00000000-0000-7000-8000-000000000001', 'k', 'r', 'b', '{\"code\":\"旧\"}', 1)".Replace("{", "{{").Replace("}", "}}"));
            await context.Database.ExecuteSqlRawAsync("INSERT INTO sec_deal (id, owner_id, version, code, name_zh, name_en, market, structure, size_fen, pool_fen, obligors, closing, expected_maturity, errors, warnings, saved_at, saved_by) VALUES ('00000000-0000-7000-8000-0000000000aa', '00000000-0000-7000-8000-000000000001', 3, 'OLD', '旧项目', 'Old', 'sse', 'loan', 100, 100, 1, '2026-01-20', '2027-01-20', 0, 0, 1, '某人')");
        }

        await using var store = Store.Open(target, TestStore.Rooms);
        await using var read = store.Read(Viewer.Local);
        Assert.Equal(["OLD 旧项目 3"], read.Session.List("SELECT code, name_zh, version FROM sec_deal", row => $"{row.Text(0)} {row.Text(1)} {row.Int(2)}"));
        var kept = await store.Commits.Once<object>(Viewer.Local, new("k", "r", "b"), TimeProvider.System, _ => throw new InvalidOperationException("not again"));
        Assert.Equal("{\"code\":\"旧\"}", kept.Kept);
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Open_ADatabaseOfANewerVersion_IsRefused(DatabaseKind kind)
    {
        var target = TestStore.NewTarget(kind);
        await Store.Open(target, TestStore.Rooms).DisposeAsync();
        await TestStore.AsOwner(target, "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101_0000_later', '99')");

        Assert.Equal("STO-0108", Assert.Throws<StorageException>(() => Store.Open(target, TestStore.Rooms)).Refusal.Code);
    }

    [Fact]
    public async Task Tables_OfEveryRoom_CarryItsPrefix()
    {
        await using var store = TestStore.New();
        await using var read = store.Store.Read(Viewer.Local);
        string[] prefixes = ["platform_", "access_share", .. TestStore.Rooms.Select(r => r.Prefix)];
        Assert.All(read.Model.GetEntityTypes(), entity => Assert.Contains(prefixes, prefix => entity.GetTableName()!.StartsWith(prefix, StringComparison.Ordinal)));
    }

    private static async Task<DbConnection> Open(DatabaseKind kind, string target)
    {
        DbConnection connection = kind == DatabaseKind.Postgres
            ? new NpgsqlConnection(target + ";Pooling=False")
            : new SqliteConnection($"Data Source={Path.Combine(target, Store.FileName)};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>A database made from the model alone.</summary>
    private static async Task<DbConnection> Built(DatabaseKind kind)
    {
        var connection = kind == DatabaseKind.Postgres ? await Open(kind, OwnPostgres.Server.NewDatabase()) : new SqliteConnection("Data Source=:memory:");
        if (kind == DatabaseKind.Sqlite)
        {
            await connection.OpenAsync();
        }

        await using var context = Store.OfModel(connection, TestStore.Rooms);
        if (kind == DatabaseKind.Postgres)
        {
            await context.Database.ExecuteSqlRawAsync(context.Database.GenerateCreateScript().Replace("{", "{{").Replace("}", "}}"));
        }
        else
        {
            await context.Database.EnsureCreatedAsync();
        }

        return connection;
    }

    /// <summary>Columns with type and nullability, keys and indexes, one a line, sorted; the history table and full-text indexes, which no model describes, left out.</summary>
    private static string Schema(DbConnection connection) => string.Join('\n', (connection is NpgsqlConnection ? OfPostgres(connection) : OfSqlite(connection)).Order(StringComparer.Ordinal));

    private static List<string> OfSqlite(DbConnection connection)
    {
        var lines = new List<string>();
        foreach (var table in Rows(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '__EF%' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'ast_search%'"))
        {
            lines.AddRange(Rows(connection, $"SELECT '{table}.' || name || ' ' || type || CASE WHEN \"notnull\" THEN ' NOT NULL' ELSE '' END || CASE WHEN pk THEN ' KEY' || pk ELSE '' END FROM pragma_table_info('{table}')"));
            lines.AddRange(Rows(connection, $"SELECT '{table} refers to ' || \"table\" || ' by ' || \"from\" || ' ' || on_delete FROM pragma_foreign_key_list('{table}')"));
            lines.AddRange(Rows(connection, $"SELECT '{table} index ' || l.name || ' unique=' || l.\"unique\" || ' (' || (SELECT group_concat(name) FROM pragma_index_info(l.name)) || ')' || CASE WHEN l.partial THEN ' partial' ELSE '' END FROM pragma_index_list('{table}') l WHERE l.origin = 'c'"));
        }

        return lines;
    }

    private static List<string> OfPostgres(DbConnection connection) =>
    [
        .. Rows(connection, "SELECT table_name || '.' || column_name || ' ' || data_type || CASE is_nullable WHEN 'NO' THEN ' NOT NULL' ELSE '' END || coalesce(' default ' || column_default, '') FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\\_\\_EF%'"),
        .. Rows(connection, "SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE '%EFMigrations%'"),
        .. Rows(connection, "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\\_\\_EF%' AND indexdef NOT LIKE '%USING gin%'"),
    ];

    private static List<string> Rows(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
