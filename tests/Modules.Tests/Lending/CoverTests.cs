using Xunit;
using Zhirong.Modules.Assets;
using Zhirong.Modules.Tests.Assets;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Lending;

/// <summary>What the rights of a pledge carry on a day.</summary>
public sealed class CoverTests
{
    private static readonly DateOnly March = new(2026, 3, 2);

    /// <summary>
    /// One right in force, one past its twenty years, one of which no source is new enough: the first alone carries, the third is neither carried nor lost.
    /// Parts are 1 000 000.01 by 70, 20 and 10, the fen left over to the largest remainder.
    /// </summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Cover_OfRightsThatEndedOrNobodyKnows_CountsOnlyTheOneInForce(DatabaseKind kind)
    {
        await using var house = LendingStore.New(kind);
        var rights = new List<Guid>
        {
            (await house.Patents(1))[0],
            await Taken(house, 901, "2005-02-15", house.Desk.Today.AddDays(-1)),
            await Taken(house, 902, "2018-02-15", house.Desk.Today.AddDays(-400)),
        };
        var (pledge, registration) = await house.Pledged("FG-1", "1000000.01", rights, ["1400000.00", "400000.00", "200000.00"]);
        await house.Registered(registration, March);
        var open = await house.Open(pledge);

        Assert.Equal(["in_force", "over", "unverified"], open.Cover.Standings.Select(s => s.Counts));
        Assert.Equal(["700000.01", "200000.00", "100000.00"], open.Items.Select(i => i.Allocated));
        Assert.Equal(("1000000.01", "700000.01", "100000.00"), (open.Cover.Allocated, open.Cover.Carried, open.Cover.Unverified));

        // 1 400 000.00 / 1 000 000.01 = 1.39999998…: never shown better than it is.
        Assert.Equal(("1400000.00", "1.3999"), (open.Cover.InForce, open.Cover.Coverage));
        Assert.Equal("2000000.00", open.Value);
        Assert.Equal(["register", "accept", "submit", "sign"], open.Changes.Select(c => c.Step.Act));
    }

    /// <summary>Where nobody knows of any right, nothing is said; that is not the same as nothing.</summary>
    [Fact]
    public async Task Cover_WhereNobodyKnows_IsNotZero()
    {
        await using var house = LendingStore.New(DatabaseKind.Sqlite);
        var right = await Taken(house, 903, "2018-02-15", house.Desk.Today.AddDays(-400));
        var (pledge, registration) = await house.Pledged("FG-2", "100.00", [right], ["150.00"]);
        Assert.Equal((null, null), await Shown(house, pledge));
        await house.Registered(registration, March);
        Assert.Equal((null, null), await Shown(house, pledge));
        Assert.Equal("100.00", (await house.Open(pledge)).Cover.Unverified);
    }

    /// <summary>A right in force without a value: what it carries is known, what it covers is not.</summary>
    [Fact]
    public async Task Cover_WithoutAValue_HasNoCoverage()
    {
        await using var house = LendingStore.New(DatabaseKind.Sqlite);
        var (pledge, registration) = await house.Pledged("FG-3", "100.00", await house.Patents(2));
        await house.Registered(registration, March);
        Assert.Equal((null, null), await Shown(house, pledge));
        Assert.Equal("100.00", (await house.Open(pledge)).Cover.Carried);
    }

    private static async Task<(string? InForce, string? Coverage)> Shown(LendingStore house, Guid pledge)
    {
        var cover = (await house.Open(pledge)).Cover;
        return (cover.InForce, cover.Coverage);
    }

    private static async Task<Guid> Taken(LendingStore house, int n, string filed, DateOnly asOf)
    {
        var number = LendingStore.Number(n);
        await Records.Take(house.Store, $"rights-{n}.xlsx", $"{asOf:yyyy-MM-dd}", LendingStore.Bank, [Records.Patent(number, $"一种阀门 {n}", "甲公司", filed, $"{filed[..3]}{filed[3] - '0' + 1}-06-20")]);
        await using var read = house.Store.Read(LendingStore.Bank);
        return RightDoor.ByNumber(read, [number]).Single().Rights.Single();
    }
}
