using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit;

namespace Zhirong.Engine.Tests.Credit;

public sealed class IssueCostSplitTests
{
    [Theory]
    [InlineData("0.01", "1,1,1", "0.01,0.00,0.00")]
    [InlineData("100.00", "1,1,1", "33.34,33.33,33.33")]
    [InlineData("100.00", "2,1,0", "66.67,33.33,0.00")]
    [InlineData("435000.00", "21000000,124000000", "63000.00,372000.00")]
    [InlineData("0.00", "5,6", "0.00,0.00")]
    public void Of_ByPrincipal_GivesOddFenToTheLargestRemainder(string total, string principals, string parts) => Assert.Equal(
        parts,
        string.Join(',', IssueCostSplit.Of(Money.Cny(decimal.Parse(total)), Yuan(principals), SplitRule.ByPrincipal)));

    [Fact]
    public void Of_Equally_IgnoresThePrincipals() =>
        Assert.Equal("33.34,33.33,33.33", string.Join(',', IssueCostSplit.Of(Money.Cny(100), Yuan("1,5,9"), SplitRule.Equally)));

    [Fact]
    public void Of_AnyAmounts_ConservesTheSum()
    {
        const int Seed = 20260120;
        var random = new Random(Seed);
        for (var round = 0; round < 500; round++)
        {
            var principals = Enumerable.Range(0, random.Next(1, 30)).Select(_ => Money.OfFen(random.NextInt64(1, 5_000_000_000))).ToList();
            var total = Money.OfFen(random.NextInt64(0, 1_000_000_000));

            var parts = IssueCostSplit.Of(total, principals, SplitRule.ByPrincipal);

            Assert.True(parts.Sum(p => p.Fen) == total.Fen, $"seed {Seed}, round {round}");
            var whole = (decimal)principals.Sum(p => p.Fen);
            Assert.True(parts.Zip(principals).All(p => Math.Abs(p.First.Fen - (total.Fen * (p.Second.Fen / whole))) < 1), $"seed {Seed}, round {round}");
        }
    }

    [Fact]
    public void Statement_OfEachRule_SpeaksBothLanguages() =>
        Assert.All(Enum.GetValues<SplitRule>(), rule => Assert.True(IssueCostSplit.Statement(rule) is { Zh.Length: > 0, En.Length: > 0 }));

    private static List<Money> Yuan(string list) => [.. list.Split(',').Select(y => Money.Cny(decimal.Parse(y)))];
}
