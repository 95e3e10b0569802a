using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Storage;

/// <summary>What can be seen of a database from outside without changing it.</summary>
public sealed class StoreLookTests
{
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Look_BeforeAndAfterTheFirstStart_TellsThemApartAndMakesNothing(DatabaseKind kind)
    {
        var target = TestStore.NewTarget(kind);
        var look = StoreLook.At(target, TestStore.Rooms);
        Assert.True(look.IsNew, look.Refusal?.Code);
        Assert.True(StoreLook.At(target, TestStore.Rooms).IsNew);

        await using var store = Store.Open(target, TestStore.Rooms);
        look = StoreLook.At(target, TestStore.Rooms);
        Assert.Equal((null, false, null), (look.Refusal, look.IsNew, look.Newest));
        Assert.StartsWith(kind == DatabaseKind.Postgres ? "PostgreSQL " : "SQLite 3.", look.Product, StringComparison.Ordinal);
        Assert.Equal(kind == DatabaseKind.Postgres, look.Clock is not null);

        var before = Instant.Now(TimeProvider.System);
        await store.Commits.Once<object>(Viewer.Local, new("k", "r", "b"), TimeProvider.System, _ => Task.FromResult<Result<object>>(new { done = true }));
        Assert.InRange(StoreLook.At(target, TestStore.Rooms).Newest!.Value, before, Instant.Now(TimeProvider.System));
    }

    [Fact]
    public void Look_AtAServerThatIsAway_SaysWhy() =>
        Assert.Equal("STO-0106", StoreLook.At("Host=127.0.0.1;Port=1;Database=x;Username=x;Timeout=2", TestStore.Rooms).Refusal!.Code);
}
