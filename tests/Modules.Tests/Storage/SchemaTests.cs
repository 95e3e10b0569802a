using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Tests.Storage;

/// <summary>The hand-written migrations give exactly the schema the model describes.</summary>
public sealed class SchemaTests
{
    [Fact]
    public async Task Migrations_FromEmpty_GiveTheSchemaOfTheModel()
    {
        await using var migrated = TestStore.New();
        await using var built = Built();
        Assert.Equal(Schema(built), Schema(Open(migrated)));
        Assert.Contains("sec_deal.size_fen INTEGER NOT NULL", Schema(built));
    }

    /// <summary>The twin: a column too few, a column of another kind, a missing index are seen.</summary>
    [Theory]
    [InlineData("ALTER TABLE sec_deal DROP COLUMN obligors")]
    [InlineData("ALTER TABLE sec_run ADD COLUMN extra TEXT")]
    [InlineData("DROP INDEX IX_sec_deal_owner_id_case_id")]
    [InlineData("DROP INDEX IX_sec_scenario_deal_id_name; CREATE INDEX IX_sec_scenario_deal_id_name ON sec_scenario (deal_id, name)")]
    public async Task Schema_OfADatabaseThatDiffers_IsReportedAsDifferent(string change)
    {
        await using var built = Built();
        var before = Schema(built);
        using (var command = built.CreateCommand())
        {
            command.CommandText = change;
            command.ExecuteNonQuery();
        }

        Assert.NotEqual(before, Schema(built));
    }

    [Fact]
    public async Task Migrations_RunAgain_ChangeNothing()
    {
        await using var store = TestStore.New();
        var before = Schema(Open(store));
        await store.Store.Commits.Write(Viewer.Local, _ => Task.FromResult(0));
        await using (var again = Store.Open(store.Folder, TestStore.Rooms))
        {
            Assert.Equal(before, Schema(Open(store)));
        }
    }

    [Fact]
    public async Task Tables_OfEveryRoom_CarryItsPrefix()
    {
        await using var store = TestStore.New();
        await using var read = store.Store.Read(Viewer.Local);
        string[] prefixes = ["platform_", .. TestStore.Rooms.Select(r => r.Prefix)];
        Assert.All(read.Model.GetEntityTypes(), entity => Assert.Contains(prefixes, prefix => entity.GetTableName()!.StartsWith(prefix, StringComparison.Ordinal)));
    }

    private static SqliteConnection Open(TestStore store)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(store.Folder, Store.FileName)};Pooling=False");
        connection.Open();
        return connection;
    }

    /// <summary>A database made from the model alone.</summary>
    private static SqliteConnection Built()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var context = Store.OfModel(connection, TestStore.Rooms);
        context.Database.EnsureCreated();
        return connection;
    }

    /// <summary>Columns with type and nullability, keys and indexes, one a line, sorted; the history table left out.</summary>
    private static string Schema(SqliteConnection connection)
    {
        var lines = new List<string>();
        foreach (var table in Rows(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '__EF%' AND name NOT LIKE 'sqlite_%'"))
        {
            lines.AddRange(Rows(connection, $"SELECT '{table}.' || name || ' ' || type || CASE WHEN \"notnull\" THEN ' NOT NULL' ELSE '' END || CASE WHEN pk THEN ' KEY' || pk ELSE '' END FROM pragma_table_info('{table}')"));
            lines.AddRange(Rows(connection, $"SELECT '{table} refers to ' || \"table\" || ' by ' || \"from\" || ' ' || on_delete FROM pragma_foreign_key_list('{table}')"));
            lines.AddRange(Rows(connection, $"SELECT '{table} index ' || l.name || ' unique=' || l.\"unique\" || ' (' || (SELECT group_concat(name) FROM pragma_index_info(l.name)) || ')' FROM pragma_index_list('{table}') l WHERE l.origin = 'c'"));
        }

        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    private static List<string> Rows(SqliteConnection connection, string sql)
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
