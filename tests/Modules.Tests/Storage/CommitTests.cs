using Microsoft.EntityFrameworkCore;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Securitization.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Storage;

/// <summary>What a write promises: all or nothing, once for its key, never over somebody else's change, and seen by its owner alone.</summary>
public sealed class CommitTests
{
    private static readonly Viewer Other = new(new Guid("00000000-0000-7000-8000-0000000000ff"), "外人");

    private sealed record Answer(string Code);

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Write_ThatThrows_LeavesNothing(DatabaseKind kind)
    {
        await using var store = TestStore.New(kind);
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Store.Commits.Write<int>(Viewer.Local, async write =>
        {
            write.Add(Deal("A"));
            await write.SaveChangesAsync();
            throw new InvalidOperationException("broken off");
        }));
        Assert.Equal(0, await Count(store, Viewer.Local));
        await store.Store.Commits.Write(Viewer.Local, write => Task.FromResult(write.Add(Deal("B"))));
        Assert.Equal(1, await Count(store, Viewer.Local));
    }

    /// <summary>The first of a transaction has no savepoint: when it fails, the transaction begins anew for the others.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Write_SomeOfATransactionThrow_OnlyTheyLeaveNothing(DatabaseKind kind)
    {
        await using var store = TestStore.New(kind);
        foreach (var failing in (int[][])[[0], [1], [0, 1], [0, 3], [2, 3], [0, 1, 2, 3]])
        {
            // While this one holds the queue the others gather, and go into one transaction.
            var holding = store.Store.Commits.Write(Viewer.Local, _ => Task.FromResult(Wait()));
            var works = Enumerable.Range(0, 4).Select(n => store.Store.Commits.Write(Viewer.Local, work =>
            {
                work.Session.Execute("INSERT INTO ast_upload (id, owner_id, size, at) VALUES (@p0, @p1, @p2, 1)", RowValues.Of(Guid.CreateVersion7()), RowValues.Of(work.Viewer.Organisation), (long)n);
                return failing.Contains(n) ? throw new InvalidOperationException($"{n}") : Task.FromResult(n);
            })).ToList();
            await holding;
            foreach (var (n, work) in works.Index())
            {
                Assert.Equal(failing.Contains(n) ? $"{n}" : "", (await Record.ExceptionAsync(() => work))?.Message ?? "");
            }

            Assert.Equal(
                Enumerable.Range(0, 4).Except(failing).Select(n => (long)n),
                await store.Store.Commits.Write(Viewer.Everything("look"), work =>
                {
                    var there = work.Session.List("SELECT size FROM ast_upload ORDER BY size", row => row.Long(0));
                    work.Session.Execute("DELETE FROM ast_upload");
                    return Task.FromResult(there);
                }));
        }

        static int Wait()
        {
            Thread.Sleep(100);
            return 0;
        }
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Once_SameKeySameRequest_AnswersWithoutWritingAgain(DatabaseKind kind)
    {
        await using var store = TestStore.New(kind);
        var first = await Once(store, new("k", "POST /deals", "aa"));
        var again = await Once(store, new("k", "POST /deals", "aa"));
        Assert.Equal("A", first.Value!.Code);
        Assert.Equal("{\"code\":\"A\"}", again.Kept);
        Assert.Equal(1, await Count(store, Viewer.Local));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, "POST /deals", "bb", "a=1\nb=3\nc=1", "b")]
    [InlineData(DatabaseKind.Sqlite, "POST /deals", "bb", "a=1\nb=2\nc=1\nd=9", "d")]
    [InlineData(DatabaseKind.Sqlite, "POST /deals", "bb", "a=1\nb=2", "c")]
    [InlineData(DatabaseKind.Sqlite, "POST /deals", "bb", null, "a")]
    [InlineData(DatabaseKind.Sqlite, "POST /runs", "aa", "a=1\nb=2\nc=1", "route")]
    [InlineData(DatabaseKind.Postgres, "POST /deals", "bb", "a=1\nb=3\nc=1", "b")]
    public async Task Once_SameKeyOtherRequest_IsRefusedNamingTheFieldAndWritesNothing(DatabaseKind kind, string route, string body, string? fields, string differs)
    {
        await using var store = TestStore.New(kind);
        await Once(store, new("k", "POST /deals", "aa", "a=1\nb=2\nc=1"));
        var other = await Once(store, new("k", route, body, fields));
        Assert.Equal(differs, other.ReusedFor);
        Assert.Null(other.Kept);
        Assert.Equal(1, await Count(store, Viewer.Local));
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Once_Refused_RollsBackAndKeepsNoAnswer(DatabaseKind kind)
    {
        await using var store = TestStore.New(kind);
        var no = new Refusal { Code = "TST-0001", Path = "", Found = "", Expected = Words.Same(""), Message = Words.Same("") };
        var refused = await store.Store.Commits.Once<Answer>(Viewer.Local, new("k", "r", "b"), TimeProvider.System, async write =>
        {
            write.Add(Deal("A"));
            await write.SaveChangesAsync();
            return no;
        });
        Assert.Equal("TST-0001", Assert.Single(refused.Refusals).Code);
        Assert.Equal(0, await Count(store, Viewer.Local));
        Assert.NotNull((await Once(store, new("k", "r", "b"))).Value);
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Read_ByAnotherOrganisation_SeesNothing(DatabaseKind kind)
    {
        await using var store = TestStore.New(kind);
        await store.Store.Commits.Write(Viewer.Local, write => Task.FromResult(write.Add(Deal("A"))));
        Assert.Equal(0, await Count(store, Other));
        Assert.Equal(1, await Count(store, Viewer.Everything("count all deals")));

        // The twin: without the filter the stranger would see the deal, so it is the filter that hides it; PostgreSQL hides it all the same.
        await using var read = store.Store.Read(Other);
        Assert.Equal(kind == DatabaseKind.Sqlite ? 1 : 0, await read.Set<Deal>().IgnoreQueryFilters(["visible"]).CountAsync());
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Roots_OfEveryRoom_CarryOwnerAndFilter(DatabaseKind kind)
    {
        await using var store = TestStore.New(kind);
        await using var read = store.Store.Read(Viewer.Local);
        var roots = read.Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(IOwned))).ToList();
        Assert.NotEmpty(roots);
        Assert.All(roots, root => Assert.NotEmpty(root.GetDeclaredQueryFilters()));
        var children = read.Model.GetEntityTypes().Except(roots).Where(e => e.GetTableName()!.StartsWith("sec_", StringComparison.Ordinal));
        Assert.All(children, child => Assert.Contains(child.GetForeignKeys(), key => key.PrincipalEntityType.ClrType.IsAssignableTo(typeof(IOwned))));
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Write_OverAChangeSomebodyElseMade_IsRefusedByTheVersion(DatabaseKind kind)
    {
        await using var store = TestStore.New(kind);
        var deal = Deal("A");
        await store.Store.Commits.Write(Viewer.Local, write => Task.FromResult(write.Add(deal)));
        await using var stale = store.Store.Read(Viewer.Local);
        var seen = await stale.Set<Deal>().SingleAsync();
        await store.Store.Commits.Write(Viewer.Local, async write => (await write.Set<Deal>().SingleAsync()).Version = 2);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => store.Store.Commits.Write(Viewer.Local, write =>
        {
            write.Attach(seen).Entity.Version = 2;
            return Task.FromResult(0);
        }));
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Writes_ManyAtOnce_AllArriveOnce(DatabaseKind kind)
    {
        await using var store = TestStore.New(kind);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => store.Store.Commits.Write(Viewer.Local, write => Task.FromResult(write.Add(Deal($"D{i}"))))));
        await using var read = store.Store.Read(Viewer.Local);
        Assert.Equal(60, (await read.Set<Deal>().Select(d => d.Code).ToListAsync()).Distinct().Count());
    }

    private static Task<Written<Answer>> Once(TestStore store, WriteKey key) => store.Store.Commits.Once<Answer>(Viewer.Local, key, TimeProvider.System, write =>
    {
        write.Add(Deal("A"));
        return Task.FromResult<Result<Answer>>(new Answer("A"));
    });

    private static Deal Deal(string code) => new() { Id = Guid.CreateVersion7(), OwnerId = Viewer.FoundingOrganisation, Code = code, Version = 1, Closing = new(2026, 1, 20), ExpectedMaturity = new(2027, 1, 20) };

    private static async Task<int> Count(TestStore store, Viewer viewer)
    {
        await using var read = store.Store.Read(viewer);
        return await read.Set<Deal>().CountAsync();
    }
}
