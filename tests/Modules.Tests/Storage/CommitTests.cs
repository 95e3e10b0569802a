using Microsoft.EntityFrameworkCore;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Securitization.Model;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Tests.Storage;

/// <summary>What a write promises: all or nothing, once for its key, never over somebody else's change, and seen by its owner alone.</summary>
public sealed class CommitTests
{
    private static readonly Viewer Other = new(new Guid("00000000-0000-7000-8000-0000000000ff"), "外人");

    private sealed record Answer(string Code);

    [Fact]
    public async Task Write_ThatThrows_LeavesNothing()
    {
        await using var store = TestStore.New();
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

    [Fact]
    public async Task Once_SameKeySameRequest_AnswersWithoutWritingAgain()
    {
        await using var store = TestStore.New();
        var first = await Once(store, new("k", "POST /deals", "aa"));
        var again = await Once(store, new("k", "POST /deals", "aa"));
        Assert.Equal("A", first.Value!.Code);
        Assert.Equal("{\"code\":\"A\"}", again.Kept);
        Assert.Equal(1, await Count(store, Viewer.Local));
    }

    [Theory]
    [InlineData("POST /deals", "bb")]
    [InlineData("POST /runs", "aa")]
    public async Task Once_SameKeyOtherRequest_IsRefusedAndWritesNothing(string route, string body)
    {
        await using var store = TestStore.New();
        await Once(store, new("k", "POST /deals", "aa"));
        var other = await Once(store, new("k", route, body));
        Assert.True(other.KeyReused);
        Assert.Null(other.Kept);
        Assert.Equal(1, await Count(store, Viewer.Local));
    }

    [Fact]
    public async Task Once_Refused_RollsBackAndKeepsNoAnswer()
    {
        await using var store = TestStore.New();
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

    [Fact]
    public async Task Read_ByAnotherOrganisation_SeesNothing()
    {
        await using var store = TestStore.New();
        await store.Store.Commits.Write(Viewer.Local, write => Task.FromResult(write.Add(Deal("A"))));
        Assert.Equal(0, await Count(store, Other));
        Assert.Equal(1, await Count(store, Viewer.Everything("count all deals")));

        // The twin: without the filter the stranger would see the deal, so it is the filter that hides it.
        await using var read = store.Store.Read(Other);
        Assert.Equal(1, await read.Set<Deal>().IgnoreQueryFilters(["visible"]).CountAsync());
    }

    [Fact]
    public async Task Roots_OfEveryRoom_CarryOwnerAndFilter()
    {
        await using var store = TestStore.New();
        await using var read = store.Store.Read(Viewer.Local);
        var roots = read.Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(IOwned))).ToList();
        Assert.NotEmpty(roots);
        Assert.All(roots, root => Assert.NotEmpty(root.GetDeclaredQueryFilters()));
        var children = read.Model.GetEntityTypes().Except(roots).Where(e => e.GetTableName()!.StartsWith("sec_", StringComparison.Ordinal));
        Assert.All(children, child => Assert.Contains(child.GetForeignKeys(), key => key.PrincipalEntityType.ClrType.IsAssignableTo(typeof(IOwned))));
    }

    [Fact]
    public async Task Write_OverAChangeSomebodyElseMade_IsRefusedByTheVersion()
    {
        await using var store = TestStore.New();
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

    [Fact]
    public async Task Writes_ManyAtOnce_AllArriveOnce()
    {
        await using var store = TestStore.New();
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
