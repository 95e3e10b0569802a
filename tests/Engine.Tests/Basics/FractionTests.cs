using Xunit;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Tests.Basics;

public sealed class FractionTests
{
    [Theory]
    [InlineData(6, 4, "3/2")]
    [InlineData(6, -4, "-3/2")]
    [InlineData(-6, -4, "3/2")]
    [InlineData(0, 7, "0")]
    [InlineData(0, -7, "0")]
    [InlineData(long.MaxValue, long.MaxValue, "1")]
    public void New_AnyRatio_IsInLowestTerms(long numerator, long denominator, string expected) =>
        Assert.Equal(expected, new Fraction(numerator, denominator).ToString());

    [Theory]
    [InlineData("0.042", "21/500")]
    [InlineData("-0.5", "-1/2")]
    [InlineData("3.000", "3")]
    [InlineData("0.0000000000000001", "1/10000000000000000")]
    public void FromDecimal_AnyRate_IsExact(string rate, string expected) =>
        Assert.Equal(expected, Fraction.FromDecimal(decimal.Parse(rate)).ToString());

    [Fact]
    public void FromDecimal_TooManyDigits_Overflows() =>
        Assert.Throws<OverflowException>(() => Fraction.FromDecimal(0.1234567890123456789012345m));

    [Fact]
    public void New_ZeroDenominator_Throws() => Assert.Throws<DivideByZeroException>(() => new Fraction(1, 0));

    [Fact]
    public void Default_IsZero()
    {
        Assert.Equal(Fraction.Zero, new Fraction(0, 5));
        Assert.Equal(1, default(Fraction).Denominator);
    }

    [Theory]
    [InlineData("1/365", "1/366", "731/133590")]
    [InlineData("1/2", "-1/2", "0")]
    [InlineData("1/6", "1/3", "1/2")]
    public void Add_TwoFractions_IsExact(string left, string right, string sum) =>
        Assert.Equal(sum, (Parse(left) + Parse(right)).ToString());

    [Fact]
    public void Multiply_ReducesBeforeItMultiplies()
    {
        var large = new Fraction(long.MaxValue, 3);

        Assert.Equal(new Fraction(long.MaxValue, 1), large * new Fraction(3, 1));
        Assert.Throws<OverflowException>(() => large * new Fraction(2, 1));
    }

    [Theory]
    [InlineData(10, "1/4", RoundingMode.HalfUp, 3)]
    [InlineData(10, "1/4", RoundingMode.HalfEven, 2)]
    [InlineData(10, "1/4", RoundingMode.Down, 2)]
    [InlineData(-10, "1/4", RoundingMode.HalfUp, -3)]
    public void Of_HalfFen_FollowsTheNamedMode(long fen, string part, RoundingMode mode, long expected) =>
        Assert.Equal(expected, Parse(part).Of(fen, mode));

    [Fact]
    public void Rounded_Half_GoesAwayFromZero()
    {
        Assert.Equal(0.13m, new Fraction(1, 8).Rounded(2));
        Assert.Equal(-0.13m, new Fraction(-1, 8).Rounded(2));
        Assert.Equal(0.12m, new Fraction(1, 8).Rounded(2, RoundingMode.HalfEven));
    }

    [Fact]
    public void Compare_NearEqualFractions_IsExact() =>
        Assert.True(new Fraction(long.MaxValue - 1, long.MaxValue) < Fraction.One);

    private static Fraction Parse(string text)
    {
        var parts = text.Split('/');
        return new(long.Parse(parts[0]), long.Parse(parts[1]));
    }
}
