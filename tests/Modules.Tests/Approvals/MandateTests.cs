using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Access.Approvals.Mandates;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Approvals;

/// <summary>What is counted against a mandate is exact, whoever counts at once.</summary>
public sealed class MandateTests
{
    private static readonly UseMandate Mandates = new([], TimeProvider.System);
    private static readonly Guid Id = new("00000000-0000-7000-8000-00000000aaaa");

    [Theory]
    [InlineData("50.00", true)]
    [InlineData("100.00", true)]
    [InlineData("100.01", false)]
    [InlineData("0.00", false)]
    public async Task Use_AroundTheLimitOfOneAct_IsExactToTheFen(string amount, bool inside)
    {
        await using var test = TestStore.New();
        await Make(test.Store, limit: 100_00, daily: 1_000_00);
        Assert.Equal(inside, await Use(test.Store, "1", decimal.Parse(amount)) is { Fresh: true });
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Use_ToTheDailyCap_IsExactToTheFen(DatabaseKind kind)
    {
        await using var test = TestStore.New(kind);
        await Make(test.Store, limit: 100_00, daily: 250_00);
        Assert.NotNull(await Use(test.Store, "1", 100m));
        Assert.NotNull(await Use(test.Store, "2", 100m));
        Assert.Null(await Use(test.Store, "3", 50.01m));
        Assert.NotNull(await Use(test.Store, "4", 50m));
        Assert.Null(await Use(test.Store, "5", 0.01m));

        // The same record is counted once, with another amount it is another act; what was given back is free again.
        Assert.Equal(false, (await Use(test.Store, "1", 100m))?.Fresh);
        Assert.Null(await Use(test.Store, "1", 99m));
        var used = (await Use(test.Store, "2", 100m))!;
        Assert.True(await test.Store.Commits.Write(Viewer.Local, work => Task.FromResult(UseMandate.GiveBack(work, used))));
        Assert.False(await test.Store.Commits.Write(Viewer.Local, work => Task.FromResult(UseMandate.GiveBack(work, used))));
        Assert.NotNull(await Use(test.Store, "6", 100m));
        Assert.Null(await Use(test.Store, "7", 0.01m));
    }

    /// <summary>Sixty at once, two servers on one PostgreSQL: 33 of 30.00 fit into 1000.00, never 34.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Use_ManyAtOnce_NeverPassesTheCap(DatabaseKind kind)
    {
        await using var test = TestStore.New(kind);
        await using var other = kind == DatabaseKind.Postgres ? Store.Open(test.Target, TestStore.Rooms) : null;
        await Make(test.Store, limit: 100_00, daily: 1_000_00);
        var uses = await Task.WhenAll(Enumerable.Range(0, 60).Select(n => Task.Run(() => Use(n % 2 == 0 || other is null ? test.Store : other, $"{n}", 30m))));
        Assert.Equal(33, uses.Count(u => u is not null));
        using var read = test.Store.Read(Viewer.Local);
        Assert.Equal((990_00, 33), read.Session.First("SELECT fen, uses FROM access_mandate_day", row => (row.Long(0), row.Int(1))));
        Assert.Equal((990_00, 33), read.Session.First("SELECT cast(sum(fen) AS bigint), count(*) FROM access_mandate_use", row => (row.Long(0), row.Int(1))));
    }

    [Theory]
    [InlineData("act = 'other.act'")]
    [InlineData("product = 'B'")]
    [InlineData("until_on = '2026-01-01'")]
    [InlineData("first_on = '2199-01-01'")]
    [InlineData("ended_at = 1")]
    [InlineData("owner_id = '00000000-0000-7000-8000-00000000bbbb'")]
    public async Task Use_OfAMandateThatDoesNotCover_IsNone(string change)
    {
        await using var test = TestStore.New();
        await Make(test.Store, limit: 100_00, daily: 1_000_00);
        Assert.NotNull(await Use(test.Store, "1", 1m));
        await test.Store.Commits.Write(Viewer.Local, work => Task.FromResult(work.Session.Execute($"UPDATE access_mandate SET {change}")));
        Assert.Null(await Use(test.Store, "2", 1m));
    }

    private static Task<MandateUsed?> Use(Store store, string subject, decimal yuan) =>
        store.Commits.Write(Viewer.Local, work => Task.FromResult(Mandates.Use(work, "payments.batch.approve", "A", "batch", subject, Money.Cny(yuan))));

    private static Task<int> Make(Store store, long limit, long daily) => store.Commits.Write(Viewer.Local, work => Task.FromResult(work.Session.Execute(
        "INSERT INTO access_mandate (id, owner_id, version, act, product, title, limit_fen, daily_fen, first_on, until_on, note, made_at, made_by) VALUES (@p0, @p1, 1, 'payments.batch.approve', 'A', 't', @p2, @p3, '2026-01-01', '2199-12-31', '', 1, 'x')",
        RowValues.Of(Id),
        RowValues.Of(Viewer.Local.Organisation),
        limit,
        daily)));
}
