using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Loans.Lines;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Lending.Loans;

/// <summary>A further pledge secures a line once its registration stands, and the line then carries what it did not before.</summary>
public sealed class TopUpTests
{
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task TopUp_WithARegisteredPledge_LetsTheLineCarryMore(DatabaseKind kind)
    {
        await using var house = await LoanHouse.Open(kind);
        var rights = await house.Pledges.Patents(2);
        var (first, one) = await house.Pledges.Pledged("ZY-1", "100.00", [rights[0]], ["150.00"]);
        await house.Pledges.Registered(one, house.Today.AddDays(-10));
        var line = await house.Line("ED-1", "100.00", r => r with { Pledges = [first], MostLtv = "0.5" });
        var id = line.Row.Id;
        Assert.Equal("LEN-0707", await house.Refused(id, "J-1", "100.00"));

        var (second, two) = await house.Pledges.Pledged("ZY-2", "100.00", [rights[1]], ["50.00"]);
        var order = new TopUpRequest(second, "补充质押协议 1", 1);
        async Task<string> Asked(TopUpRequest asked) => (await TopUp.Add(house.Desk, LoanHouse.Bank, id, asked, null, Language.Zh)).Refusals is [var no, ..] ? no.Code : "";
        Assert.Equal("LEN-0705", await Asked(order));
        await house.Pledges.Registered(two, house.Today.AddDays(-5));
        Assert.Equal("LEN-0007", await Asked(order with { BaseVersion = 9 }));
        Assert.Equal("", await Asked(order));
        Assert.Equal("LEN-0611", await Asked(order with { BaseVersion = 2 }));
        Assert.Equal(("200.00", "100.00"), ((await house.Facility(id)).Coverage.Value, (await house.Facility(id)).Coverage.Most));
        Assert.Equal("", await house.Refused(id, "J-1", "100.00"));
        Assert.Empty(await house.Wrong());
    }
}
