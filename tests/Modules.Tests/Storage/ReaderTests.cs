using Microsoft.EntityFrameworkCore;
using Xunit;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Sqlite;

namespace Zhirong.Modules.Tests.Storage;

/// <summary>Units of work that read borrow a connection on SQLite: its statements stay prepared, and nothing of the one before is seen by the next.</summary>
public class ReaderTests
{
    private const string Count = "SELECT count(*) FROM platform_kept_answer";

    [Fact]
    public async Task Queries_OneUnitAfterAnother_ArePreparedOnce()
    {
        await using var store = TestStore.New();
        var made = new List<int>();
        for (var n = 0; n < 20; n++)
        {
            await using var read = store.Store.Read(Viewer.Local);
            Assert.Equal(0, await read.Set<Loan>().CountAsync(l => l.Number == $"{n}"));
            made.Add(Lent(read).Made);
        }

        Assert.Equal(made[1], made[^1]);

        // A text nobody has met is prepared: the count is not blind.
        await using var other = store.Store.Read(Viewer.Local);
        Assert.Equal(0, await other.Set<Loan>().CountAsync(l => l.Number.Length == 3));
        Assert.Equal(made[^1] + 1, Lent(other).Made);
    }

    [Fact]
    public async Task UnitsAtOnce_HaveConnectionsOfTheirOwn()
    {
        await using var store = TestStore.New();
        await using var one = store.Store.Read(Viewer.Local);
        await using var two = store.Store.Read(Viewer.Local);
        Assert.NotSame(Lent(one), Lent(two));
        var within = new List<long>();
        one.Session.Query("SELECT 1 UNION ALL SELECT 2", row => within.Add(row.Long(0) * 10 + two.Session.First("SELECT 7", inner => inner.Long(0))));
        Assert.Equal([17, 27], within);
    }

    /// <summary>An open transaction, or rows half read, hold the state of the database they began with.</summary>
    [Theory]
    [InlineData("transaction")]
    [InlineData("rows")]
    [InlineData("scalar over")]
    public async Task WhatAUnitLeftOpen_IsNotLentOn(string left)
    {
        await using var store = TestStore.New();
        KeptConnection before;
        var read = store.Store.Read(Viewer.Local);
        await using (read)
        {
            before = Lent(read);
            if (left == "transaction")
            {
                before.BeginTransaction(deferred: true);
            }

            var command = ((System.Data.Common.DbConnection)before).CreateCommand();
            command.CommandText = left == "rows" ? "SELECT 1 FROM sqlite_master" : Count;
            if (left == "rows")
            {
                Assert.True(command.ExecuteReader().Read());
            }
            else
            {
                Assert.Equal(0L, command.ExecuteScalar());
                command.Dispose();
            }
        }

        await store.Store.Commits.Write(Viewer.Local, work => Task.FromResult(work.Session.Execute("INSERT INTO platform_kept_answer (owner_id, key, route, body_hash, answer, at) VALUES ('o', 'k', 'r', 'h', '{}', 1)")));
        await using var next = store.Store.Read(Viewer.Local);
        Assert.Equal(left == "scalar over", ReferenceEquals(before, Lent(next)));
        Assert.Equal(1, next.Session.First(Count, row => row.Long(0)));
        Assert.Equal(1, await next.Database.SqlQueryRaw<long>($"{Count} AS n").CountAsync());
    }

    [Fact]
    public void ABurst_LeavesNoMoreThanSomeWaiting()
    {
        var folder = Directory.CreateTempSubdirectory("zhirong-readers-");
        try
        {
            using (var readers = new SqliteReaders(() => new(Open(folder.FullName), owned: true)))
            {
                var lent = Enumerable.Range(0, SqliteReaders.Most * 2).Select(_ => readers.Lend()).ToList();
                lent.ForEach(l => l.Dispose());
                lent.ForEach(l => l.Dispose());
                Assert.Equal(SqliteReaders.Most, readers.Waiting);
            }
        }
        finally
        {
            folder.Delete(true);
        }
    }

    [Fact]
    public void Texts_OfManyKinds_AreNotGatheredForEver()
    {
        var folder = Directory.CreateTempSubdirectory("zhirong-readers-");
        try
        {
            using var connection = Open(folder.FullName);
            for (var n = 0; n < KeptConnection.Most * 3; n++)
            {
                using var command = ((System.Data.Common.DbConnection)connection).CreateCommand();
                command.CommandText = $"SELECT {n} + $p";
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = ("$p", 1);
                command.Parameters.Add(parameter);
                Assert.Equal(n + 1L, command.ExecuteScalar());
                Assert.InRange(connection.Kept, 0, KeptConnection.Most);
            }

            Assert.Equal(0, connection.Out);
        }
        finally
        {
            folder.Delete(true);
        }
    }

    private static KeptConnection Lent(ZhirongContext read) => Assert.IsType<KeptConnection>(read.Session.Connection);

    private static KeptConnection Open(string folder)
    {
        var connection = new KeptConnection($"Data Source={Path.Combine(folder, "a.db")};Pooling=False");
        connection.Open();
        return connection;
    }
}
