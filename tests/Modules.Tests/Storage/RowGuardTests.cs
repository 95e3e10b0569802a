using Npgsql;
using Xunit;
using Zhirong.Modules.Ledger.Storage;
using Zhirong.Modules.Securitization.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Storage;

/// <summary>PostgreSQL itself keeps rows from whoever may not see them, whatever the program asks.</summary>
public sealed class RowGuardTests(ITestOutputHelper output)
{
    private static readonly string[] Roots = ["ldg_book", "sec_deal", "platform_kept_answer"];
    private static readonly string[] Children = ["ldg_account", "ldg_hold", "ldg_planned", "ldg_match", "sec_deal_version", "sec_scenario", "sec_run", "evd_content"];

    [Fact]
    public async Task Role_WithoutAViewer_SeesNothingInAnyTable()
    {
        await using var place = await SharedPlace.Open(DatabaseKind.Postgres);
        await place.Grant("deal", Guid.CreateVersion7(), write: false, SharedPlace.Day);
        var owner = await Counts(place.Test.Target, "");
        var nobody = await Counts(place.Test.Target, "-c role=zhirong_app");
        Assert.All(nobody, table => Assert.Equal(0, table.Value));
        Assert.All([.. Roots, .. Children, "ldg_entry", "ldg_line", "evd_leaf", "access_share"], table => Assert.True(owner[table] > 0, table));
        Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => Count(place.Test.Target, "-c role=zhirong_app", "\"__EFMigrationsHistory\""))).SqlState);
        output.WriteLine($"{owner.Count} tables, {owner.Values.Sum()} rows; the role without a viewer: {nobody.Values.Sum()}");
    }

    [Fact]
    public async Task Role_AsAStranger_SeesNoRootAndNothingUnderOne()
    {
        await using var place = await SharedPlace.Open(DatabaseKind.Postgres);
        var stranger = $"-c role=zhirong_app -c zhirong.today=2026-06-01 -c zhirong.org={SharedPlace.Partner.Organisation}";
        var owner = $"-c role=zhirong_app -c zhirong.today=2026-06-01 -c zhirong.org={SharedPlace.Owner.Organisation}";
        foreach (var table in (string[])[.. Roots, .. Children])
        {
            Assert.True(await Count(place.Test.Target, owner, table) > 0, table);
            Assert.Equal(0, await Count(place.Test.Target, stranger, table));
        }

        await place.Grant("deal", place.Deal, write: false, SharedPlace.Day);
        Assert.Equal(1, await Count(place.Test.Target, stranger, "sec_deal"));
        Assert.Equal(1, await Count(place.Test.Target, stranger, "sec_run"));
        Assert.Equal(0, await Count(place.Test.Target, stranger, "ldg_book"));
        Assert.Equal(0, await Do(place.Test.Target, stranger, "UPDATE sec_run SET note = 'x'"));
        Assert.Equal(0, await Do(place.Test.Target, stranger, "DELETE FROM sec_scenario"));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Do(place.Test.Target, stranger, $"INSERT INTO sec_scenario VALUES ('x', '{place.Deal}', 1, 'n', 'c', 's', 1)"));
        Assert.Equal("42501", refused.SqlState);
        refused = await Assert.ThrowsAsync<PostgresException>(() => Do(place.Test.Target, stranger, $"UPDATE sec_deal SET owner_id = '{SharedPlace.Partner.Organisation}'; INSERT INTO access_share SELECT 'x', 'book', id, owner_id, '{SharedPlace.Partner.Organisation}', 1, '2026-01-01', NULL, '', 1 FROM (VALUES ('{place.Book}', '{SharedPlace.Owner.Organisation}')) AS v (id, owner_id)"));
        Assert.Equal("42501", refused.SqlState);
        await place.Grant("deal", place.Deal, write: true, SharedPlace.Day);
        Assert.Equal(1, await Do(place.Test.Target, stranger, "UPDATE sec_run SET note = 'x'"));
    }

    /// <summary>The program's own filter switched off: the database still shows a stranger nothing.</summary>
    [Fact]
    public async Task Stranger_WithoutTheProgramsFilter_IsKeptOutByTheDatabase()
    {
        await using var sqlite = await SharedPlace.Open(DatabaseKind.Sqlite);
        await using var postgres = await SharedPlace.Open(DatabaseKind.Postgres);
        (sqlite.Store.Unfiltered, postgres.Store.Unfiltered) = (true, true);
        Assert.True(await sqlite.SeesDeal(SharedPlace.Partner));
        Assert.True(await sqlite.In(SharedPlace.Partner, read => LedgerReading.Sees(read, sqlite.Book)));
        Assert.False(await postgres.SeesDeal(SharedPlace.Partner));
        Assert.False(await postgres.MayWriteDeal(SharedPlace.Partner));
        Assert.False(await postgres.In(SharedPlace.Partner, read => LedgerReading.Sees(read, postgres.Book)));
        Assert.True(await postgres.SeesDeal(SharedPlace.Owner));
    }

    /// <summary>Connections are used again and again by different viewers and never remember the one before.</summary>
    [Fact]
    public async Task Connections_UsedByOneViewerAfterAnother_ServeEachAsHimself()
    {
        await using var place = await SharedPlace.Open(DatabaseKind.Postgres);
        await Parallel.ForEachAsync(Enumerable.Range(0, 400), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (n, cancel) =>
        {
            var viewer = (n % 3) switch { 0 => SharedPlace.Owner, 1 => SharedPlace.Partner, _ => Viewer.Everything("test") };
            var (role, seen) = await place.In(viewer, read => (read.Session.First("SELECT current_user::text", row => row.Text(0)), read.Session.First("SELECT count(*) FROM sec_deal", row => row.Long(0))));
            Assert.Equal(("zhirong_app", n % 3 == 1 ? 0L : 1L), (role, seen));
            var written = await place.Store.Commits.Write(viewer, work => Task.FromResult((work.Session.First("SELECT current_user::text", row => row.Text(0)), work.Session.First("SELECT count(*) FROM sec_deal", row => row.Long(0)))), cancel);
            Assert.Equal(("zhirong_app", n % 3 == 1 ? 0L : 1L), written);
            Assert.Equal(n % 3 == 1 ? 0 : 1, await place.In(viewer, read => read.Set<Deal>().Count()));
        });
        await Assert.ThrowsAsync<InvalidOperationException>(() => place.Store.Commits.Write<int>(SharedPlace.Owner, _ => throw new InvalidOperationException("undone")));
        Assert.Equal(0, await place.Store.Commits.Write(SharedPlace.Partner, work => Task.FromResult(work.Session.First("SELECT count(*) FROM sec_deal", row => row.Long(0)))));
    }

    [Fact]
    public async Task Tables_OfTheModel_AreAllGuarded()
    {
        await using var place = await SharedPlace.Open(DatabaseKind.Postgres);
        Assert.Empty(await Unguarded(place.Test.Target));
        await TestStore.AsOwner(place.Test.Target, "ALTER TABLE ldg_hold NO FORCE ROW LEVEL SECURITY; DROP POLICY changed ON sec_run; ALTER TABLE evd_content DISABLE ROW LEVEL SECURITY; CREATE TABLE sec_new (id text)");
        Assert.Equal(["evd_content", "ldg_hold", "sec_new", "sec_run"], await Unguarded(place.Test.Target));
        await TestStore.AsOwner(place.Test.Target, "DROP TABLE sec_new; REVOKE ALL ON sec_deal FROM zhirong_app; REVOKE ALL ON SEQUENCE evd_leaf_arrival_seq FROM zhirong_app");
        await using var again = Store.Open(place.Test.Target, TestStore.Rooms);
        Assert.Empty(await Unguarded(place.Test.Target));
        await again.Commits.Write(SharedPlace.Owner, work => Task.FromResult(work.Session.Next("evd_leaf", "arrival", 1)));
        await using var read = again.Read(SharedPlace.Owner);
        Assert.Equal(1, read.Session.First("SELECT count(*) FROM sec_deal", row => row.Long(0)));
    }

    /// <summary>A server whose owner is an ordinary user: guarded, backed up, restored and checked all the same.</summary>
    [Fact]
    public async Task Database_OfAnOwnerWhoIsNoSuperuser_IsGuardedBackedUpAndRestored()
    {
        using var server = Zhirong.Host.Bench.ThrowawayPostgres.Start(durable: false)!;
        server.Do("CREATE ROLE plain LOGIN");
        var (target, fresh) = (AsPlain(server.NewDatabase()), AsPlain(server.NewDatabase()));
        Assert.False(Store.IsThere(target));
        Assert.Equal("STO-0117", Assert.Throws<StorageException>(() => Store.Open(target, TestStore.Rooms)).Refusal.Code);
        server.Do("CREATE ROLE zhirong_app NOLOGIN");
        Assert.Equal("STO-0117", Assert.Throws<StorageException>(() => Store.Open(target, TestStore.Rooms)).Refusal.Code);
        server.Do("GRANT zhirong_app TO plain");
        var folder = Directory.CreateTempSubdirectory("zhirong-guard-");
        try
        {
            await using (var store = Store.Open(target, TestStore.Rooms))
            {
                await store.Commits.Write(SharedPlace.Owner, work =>
                {
                    work.Add(new Deal { Id = Guid.CreateVersion7(), OwnerId = SharedPlace.Owner.Organisation, Code = "甲" });
                    return Task.FromResult(0);
                });
            }

            Assert.True(Store.IsThere(target));
            Assert.Equal(0, await Count(target, "", "sec_deal"));
            Assert.All(StoreCare.Verify(target, TestStore.Rooms), check => Assert.True(check.Holds, check.Name));
            var backup = Path.Combine(folder.FullName, "backup");
            StoreCare.Backup(target, backup);
            StoreCare.Restore(fresh, backup, replace: false);
            await using var restored = Store.Open(fresh, TestStore.Rooms);
            await using var read = restored.Read(SharedPlace.Owner);
            Assert.Equal(1, read.Session.First("SELECT count(*) FROM sec_deal", row => row.Long(0)));
            await using var stranger = restored.Read(SharedPlace.Partner);
            Assert.Equal(0, stranger.Session.First("SELECT count(*) FROM sec_deal", row => row.Long(0)));
        }
        finally
        {
            folder.Delete(true);
        }

        string AsPlain(string connection)
        {
            server.Do($"ALTER DATABASE {new NpgsqlConnectionStringBuilder(connection).Database} OWNER TO plain");
            return connection.Replace("Username=zhirong", "Username=plain", StringComparison.Ordinal);
        }
    }

    /// <summary>Tables on which something of the guard is missing.</summary>
    private static async Task<List<string>> Unguarded(string target)
    {
        await using var connection = await Open(target, "");
        await using var command = new NpgsqlCommand(
            """
            SELECT c.relname::text FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname NOT LIKE '\_\_EF%'
              AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid) = 4) ORDER BY 1
            """,
            connection);
        await using var reader = await command.ExecuteReaderAsync();
        var tables = new List<string>();
        while (await reader.ReadAsync())
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }

    private static async Task<Dictionary<string, long>> Counts(string target, string options)
    {
        var counts = new Dictionary<string, long>();
        await using var connection = await Open(target, options);
        var tables = new List<string>();
        await using (var command = new NpgsqlCommand("SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname NOT LIKE '\\_\\_EF%'", connection))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                tables.Add(reader.GetString(0));
            }
        }

        foreach (var table in tables)
        {
            counts[table] = await Count(target, options, table);
        }

        return counts;
    }

    private static async Task<long> Count(string target, string options, string table)
    {
        await using var connection = await Open(target, options);
        await using var command = new NpgsqlCommand($"SELECT count(*) FROM {table}", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<int> Do(string target, string options, string sql)
    {
        await using var connection = await Open(target, options);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync();
    }

    private static async Task<NpgsqlConnection> Open(string target, string options)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(target) { Options = options, Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}
