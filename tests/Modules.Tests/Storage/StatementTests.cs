using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Sqlite;

namespace Zhirong.Modules.Tests.Storage;

/// <summary>The writer's connection lives as long as the server: what it keeps of its statements neither grows nor is thrown away by every work.</summary>
public class StatementTests
{
    [Fact]
    public async Task Works_OneAfterAnother_LeaveTheWritersStatementsPrepared()
    {
        await using var store = TestStore.New();
        var again = 0;
        for (var n = 0; n < 20; n++)
        {
            again = await store.Store.Commits.Write(Viewer.Local, work =>
            {
                work.Session.First("SELECT count(*) FROM len_loan", row => row.Long(0));
                return Task.FromResult(((SqliteSession)work.Session).Reprepared);
            });
        }

        Assert.True(again <= 1, $"{again} statements were prepared again.");
    }

    [Fact]
    public async Task Works_HaveTheFunctionsQueriesAreTranslatedInto()
    {
        await using var store = TestStore.New();
        for (var n = 0; n < 2; n++)
        {
            Assert.False(await store.Store.Commits.Write(Viewer.Local, work => work.Set<Loan>().AnyAsync(l => Regex.IsMatch(l.Number, "^J"))));
        }
    }

    [Fact]
    public async Task Texts_OfManyKinds_AreNotGatheredForEver()
    {
        await using var store = TestStore.New();
        await store.Store.Commits.Write(Viewer.Local, work =>
        {
            var session = (SqliteSession)work.Session;
            for (var n = 0; n < SqliteSession.MostStatements * 3; n++)
            {
                Assert.Equal(n, session.First($"SELECT {n}", row => row.Long(0)));
                Assert.InRange(session.Statements, 1, SqliteSession.MostStatements);
            }

            return Task.FromResult(0);
        });
    }

    /// <summary>Rows that are being read stay readable while others take the room.</summary>
    [Fact]
    public async Task Texts_MetWhileRowsAreRead_DoNotTakeThemAway()
    {
        await using var store = TestStore.New();
        var seen = await store.Store.Commits.Write(Viewer.Local, work =>
        {
            var read = new List<long>();
            work.Session.Query(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT i FROM n",
                row =>
                {
                    read.Add(row.Long(0));
                    for (var n = 0; n < SqliteSession.MostStatements; n++)
                    {
                        work.Session.First($"SELECT {row.Long(0)}, {n}", inner => inner.Long(0));
                    }
                });
            return Task.FromResult(read);
        });
        Assert.Equal([1, 2, 3], seen);
    }
}
