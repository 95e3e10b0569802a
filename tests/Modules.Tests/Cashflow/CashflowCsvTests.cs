using System.Text;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Securitization.Cashflow;

namespace Zhirong.Modules.Tests.Cashflow;

public sealed class CashflowCsvTests
{
    private static string[][] Rows(PreparedDeal deal, CashflowOptions options)
    {
        var bytes = CashflowCsv.Write(deal.Deal, deal.Scenario, deal.Run, options);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        return [.. Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','))];
    }

    [Fact]
    public void Write_AnyDeal_HoldsTheRunWithoutRounding()
    {
        using var deal = new PreparedDeal(PreparedDeal.Case("S05"), PreparedDeal.Default("C01", 2));
        var (yuan, wan) = (Rows(deal, new()), Rows(deal, new() { Unit = AmountUnit.Wan, Language = Language.En }));
        Assert.Equal(deal.Deal.PeriodCount + 1, yuan.Length);
        var paid = Array.IndexOf(yuan[0], "按顺序支付 · 优先级利息（元）");
        var line = deal.Run.Line("A.interest");
        for (var k = 0; k < deal.Deal.PeriodCount; k++)
        {
            Assert.Equal(Money.FenText(deal.Run.PaidFen(k, line)), yuan[k + 1][paid]);
            Assert.Equal(decimal.Parse(yuan[k + 1][paid]), decimal.Parse(wan[k + 1][paid]) * 10_000);
        }
    }

    [Fact]
    public void Write_NameThatLooksLikeAFormula_IsNeutral()
    {
        using var deal = new PreparedDeal(PreparedDeal.Case("S05").Replace("zh: 准备金", "zh: '=1+1'", StringComparison.Ordinal));
        Assert.All(Rows(deal, new())[0], heading => Assert.DoesNotMatch("^[=+@-]", heading));
    }
}
