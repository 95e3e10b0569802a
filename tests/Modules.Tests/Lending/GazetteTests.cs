using Xunit;
using Zhirong.Modules.Tests.Assets;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Lending;

/// <summary>A pledge of this house that a gazette tells again.</summary>
public sealed class GazetteTests
{
    private static readonly DateOnly Day = new(2026, 4, 1);

    /// <summary>Under the registration's number it is the same pledge; under another it is another one.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Pledge_ToldAgainByAGazette_IsShownOnce(DatabaseKind kind)
    {
        await using var house = LendingStore.New(kind);
        var right = (await house.Patents(1))[0];
        var (_, registration) = await house.Pledged("GB-1", "1000000.00", [right]);
        await house.Registered(registration, new(2026, 3, 2));
        await Told(house, $"Y{registration:N}");
        Assert.Equal([$"Y{registration:N}"], await house.Lying(right, Day));
        Assert.Equal([("registration", true)], await Shown(house, right));

        await Told(house, "Y2020330000001");
        Assert.Equal(2, (await house.Lying(right, Day)).Count);
        Assert.Equal(2, (await Shown(house, right)).Count);
    }

    private static async Task Told(LendingStore house, string number) => await Records.Take(house.Store, $"gazette-{number}.xml", $"{house.Desk.Today.AddDays(-1):yyyy-MM-dd}", LendingStore.Bank, [Records.Patent(LendingStore.Number(1), "一种阀门 1", "甲公司", "2018-02-15", "2020-06-20") with { Events = [Records.Event("PE01", "2026-03-05", "2026-03-20", ("registration_number", number), ("pledgee", "乙银行"))] }]);

    private static async Task<List<(string Origin, bool Stands)>> Shown(LendingStore house, Guid right)
    {
        await using var read = house.Store.Read(LendingStore.Bank);
        return [.. house.Desk.Rights.Profile(read, right, Day)!.Encumbrances.Select(e => (e.Origin, e.Stands))];
    }
}
