using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Limits;

namespace Zhirong.Engine.Tests.Credit;

/// <summary>Limits around their ceilings, and the two ratios.</summary>
public sealed class CreditLimitTests
{
    private static readonly RateSupport Guaranteed = new("甬城担保", "王审批");

    /// <summary>A value of 25 million at 92.5 % is 23,125,000: each other ceiling one fen above it, on it, one fen below.</summary>
    [Theory]
    [InlineData("23125000.01", "23125000.01", "23125000.01", "23125000.00", "Pledge")]
    [InlineData("23125000.00", "23125000.01", null, "23125000.00", "WorkingCapital Pledge")]
    [InlineData("23124999.99", "23125000.01", null, "23124999.99", "WorkingCapital")]
    [InlineData(null, "0", "5000000", "0.00", "GroupLeft")]
    [InlineData(null, null, "5000000", "5000000.00", "ProductCap")]
    [InlineData(null, null, null, "23125000.00", "Pledge")]
    public void Of_Ceilings_TheLowestBindsByName(string? need, string? group, string? product, string amount, string binding)
    {
        static Money? Yuan(string? text) => text is null ? null : Money.Cny(decimal.Parse(text));

        var limit = CreditLimit.Of(new() { WorkingCapital = Yuan(need), GroupLeft = Yuan(group), ProductCap = Yuan(product), Value = Money.Wan(2500), PledgeRate = 0.925m }).Value;

        Assert.Equal((amount, binding), (limit.Amount.ToString(), string.Join(' ', limit.Binding.Select(b => b.Ground))));
        Assert.Equal(1 + new[] { need, group, product }.Count(c => c is not null), limit.Ceilings.Count);
    }

    [Theory]
    [InlineData("1", false, "")]
    [InlineData("1.0001", false, "CRED-0502 support")]
    [InlineData("1.2019", true, "")]
    [InlineData("0", true, "CRED-0501 pledgeRate")]
    [InlineData("10.01", true, "CRED-0501 pledgeRate")]
    public void Of_PledgeRate_PassesOneOnlyWithNamedSupport(string rate, bool supported, string refused)
    {
        var limit = CreditLimit.Of(new() { Value = Money.Wan(7488), PledgeRate = decimal.Parse(rate), Support = supported ? Guaranteed : null });

        Assert.Equal(refused, string.Join(' ', limit.Refusals.Select(r => $"{r.Code} {r.Path}")));
    }

    [Fact]
    public void Of_SupportWithoutApprover_IsNone() => Assert.Equal(
        "CRED-0502", CreditLimit.Of(new() { Value = Money.Wan(1), PledgeRate = 1.5m, Support = Guaranteed with { Approver = " " } }).Refusals[0].Code);

    [Fact]
    public void Of_NegativeAmounts_AreAllNamed() => Assert.Equal(
        ["CRED-0503 groupLeft", "CRED-0503 value"],
        CreditLimit.Of(new() { GroupLeft = Money.OfFen(-1), Value = Money.OfFen(-1), PledgeRate = 0.5m }).Refusals.Select(r => $"{r.Code} {r.Path}"));

    /// <summary>lending.json L1 and L3 (golden rows 10 and 11), in percent.</summary>
    [Fact]
    public void LoanToValue_OfTheVectors_IsAsPublished()
    {
        var vectors = Repo.Golden("lending.json");
        static string Percent(Money exposure, Money value) => $"{PledgeRatios.LoanToValue(exposure, value)!.Value.Percent(2):0.00}";

        Assert.Equal(vectors.GetProperty("L1").GetProperty("abn").GetString(), Percent(Money.Wan(9_000), Money.Wan(7_488)));
        Assert.Equal(vectors.GetProperty("L1").GetProperty("hz").GetString(), Percent(Money.Wan(10_350), Money.Wan(11_300)));
        var value = Money.Cny(24_864_864.86m);
        foreach (var fall in vectors.GetProperty("L3").EnumerateObject())
        {
            var left = Money.Rounded(value.Yuan * (1 - decimal.Parse(fall.Name)));
            Assert.Equal(fall.Value.GetString(), Percent(Money.Wan(2_300), left));
        }
    }

    [Fact]
    public void Ratios_AreTwoDifferentThings()
    {
        Assert.Equal(new Fraction(1, 2), PledgeRatios.Coverage(Money.Wan(500), Money.Wan(1000)));
        Assert.Null(PledgeRatios.Coverage(Money.Wan(500), Money.Zero));
        Assert.Null(PledgeRatios.LoanToValue(Money.Wan(500), Money.Zero));
    }

    /// <summary>(100 million × 0.9 × 1.2) ÷ 4 = 27 million; less 10, 5 and 2 million leaves 10 million; never below zero.</summary>
    [Theory]
    [InlineData(200, "10000000.00")]
    [InlineData(1_200, "0.00")]
    [InlineData(1_201, "0.00")]
    public void WorkingCapital_Need_IsWhatIsLeftToFinance(decimal otherWan, string amount) => Assert.Equal(
        amount, new WorkingCapitalNeed(Money.Wan(10_000), 0.1m, 0.2m, 4, Money.Wan(1_000), Money.Wan(500), Money.Wan(otherWan)).Amount.ToString());
}
