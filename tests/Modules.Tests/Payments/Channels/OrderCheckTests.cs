using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Channels;

namespace Zhirong.Modules.Tests.Payments.Channels;

public sealed class OrderCheckTests
{
    public static TheoryData<string, string, string> Faults => new()
    {
        { "no items", "PAY-0501", "items" },
        { "id empty", "PAY-0502", "messageId" },
        { "id of 36", "PAY-0502", "messageId" },
        { "id with blank", "PAY-0502", "items[1].endToEndId" },
        { "id beginning with slash", "PAY-0502", "messageId" },
        { "id with line end", "PAY-0502", "messageId" },
        { "name empty", "PAY-0503", "items[0].payeeName" },
        { "name of 141", "PAY-0503", "items[0].payeeName" },
        { "account of 35", "PAY-0503", "items[0].payeeAccount" },
        { "remittance of 141", "PAY-0503", "items[0].remittance" },
        { "name with control", "PAY-0504", "items[0].payeeName" },
        { "name with half a pair", "PAY-0504", "items[0].payeeName" },
        { "name ending in a blank", "PAY-0504", "items[0].payeeName" },
        { "name turned round", "PAY-0504", "items[0].payeeName" },
        { "amount zero", "PAY-0505", "items[0].amount" },
        { "amount below zero", "PAY-0505", "items[0].amount" },
        { "id twice", "PAY-0506", "items[1].endToEndId" },
        { "bank number of 11", "PAY-0507", "items[0].agentCnaps" },
        { "bank number missing", "PAY-0507", "items[0].agentCnaps" },
        { "bank number full width", "PAY-0507", "debtorAgentCnaps" },
        { "wallet", "PAY-0508", "items[0].accountKind" },
        { "operator for an account", "PAY-0509", "items[0].operatingBank" },
        { "total too large", "PAY-0510", "items" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Write_OfAFaultyOrder_NamesCodeAndField(string fault, string code, string path)
    {
        foreach (var channel in Shelves.Channels.All.Where(c => c.Pays(PayeeAccountKind.Bank)))
        {
            if (fault == "wallet" && channel.Pays(PayeeAccountKind.EcnyWallet))
            {
                continue;
            }

            var refusals = channel.Write(Spoilt(fault)).Refusals;
            Assert.Contains(refusals, r => r.Code == code && r.Path == path);
        }
    }

    [Theory]
    [InlineData(140, 35, 34)]
    [InlineData(1, 1, 1)]
    public void Write_AtTheLimits_Writes(int name, int id, int account)
    {
        var order = Orders.Sample();
        order = order with { MessageId = new string('A', id), Items = [order.Items[0] with { PayeeName = new string('名', name), Remittance = new string('附', name), PayeeAccount = new string('9', account), EndToEndId = new string('B', id), Amount = Money.OfFen(1) }] };
        Assert.All(Shelves.Channels.All.Where(c => c.Pays(PayeeAccountKind.Bank)), c => Assert.True(c.Write(order).Ok));
    }

    [Fact]
    public void Write_ToAWalletWithoutOperator_IsRefused()
    {
        var order = Orders.Sample(PayeeAccountKind.EcnyWallet);
        order = order with { Items = [order.Items[0] with { OperatingBank = null }] };
        var refusal = Assert.Single(Shelves.Channels.Find("ecny")!.Write(order).Refusals);
        Assert.Equal(("PAY-0509", "items[0].operatingBank"), (refusal.Code, refusal.Path));
    }

    [Theory]
    [InlineData("102100099996", true)]
    [InlineData("104100000004", true)]
    [InlineData("105100000017", true)]
    [InlineData("102100099997", false)]
    [InlineData("314653617115", false)]
    [InlineData("10210009999", false)]
    [InlineData("１02100099996", false)]
    public void ChecksOut_OfBankNumbers_FollowsIso7064(string number, bool good) => Assert.Equal(good, CnapsNumber.ChecksOut(number));

    private static PaymentOrder Spoilt(string fault)
    {
        var order = Orders.Sample();
        var first = order.Items[0];
        PaymentOrder with(PaymentOrderItem item) => order with { Items = [item, .. order.Items.Skip(1)] };
        return fault switch
        {
            "no items" => order with { Items = [] },
            "id empty" => order with { MessageId = "" },
            "id of 36" => order with { MessageId = new string('A', 36) },
            "id with blank" => order with { Items = [first, order.Items[1] with { EndToEndId = "A B" }] },
            "id beginning with slash" => order with { MessageId = "/A" },
            "id with line end" => order with { MessageId = "A\n" },
            "name empty" => with(first with { PayeeName = "" }),
            "name of 141" => with(first with { PayeeName = new string('名', 141) }),
            "account of 35" => with(first with { PayeeAccount = new string('1', 35) }),
            "remittance of 141" => with(first with { Remittance = new string('a', 141) }),
            "name with control" => with(first with { PayeeName = "甲\u0001乙" }),
            "name with half a pair" => with(first with { PayeeName = "甲\uD842" }),
            "name ending in a blank" => with(first with { PayeeName = "甲公司 " }),
            "name turned round" => with(first with { PayeeName = "甲\u202E乙" }),
            "amount zero" => with(first with { Amount = Money.Zero }),
            "amount below zero" => with(first with { Amount = Money.OfFen(-1) }),
            "id twice" => order with { Items = [first, order.Items[1] with { EndToEndId = first.EndToEndId }] },
            "bank number of 11" => with(first with { AgentCnaps = "10310000002" }),
            "bank number missing" => with(first with { AgentCnaps = null }),
            "bank number full width" => order with { DebtorAgentCnaps = "１０２１０００９９９９６" },
            "wallet" => with(first with { AccountKind = PayeeAccountKind.EcnyWallet, OperatingBank = "中国银行" }),
            "operator for an account" => with(first with { OperatingBank = "中国银行" }),
            "total too large" => order with { Items = [first with { Amount = Money.Limit }, order.Items[1] with { Amount = Money.OfFen(1) }] },
            _ => throw new ArgumentOutOfRangeException(nameof(fault)),
        };
    }
}
