using System.Numerics;
using Xunit;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Tests.Basics;

public sealed class AnnuityTests
{
    [Theory]
    [InlineData(100, 3, 33)]
    [InlineData(101, 2, 51)] // 50.5: half goes up
    [InlineData(0, 7, 0)]
    public void LevelPayment_ZeroRate_DividesEvenly(long fen, int periods, long expected) =>
        Assert.Equal(expected, Annuity.LevelPayment(fen, Fraction.Zero, periods));

    [Theory]
    [InlineData(RoundingMode.HalfUp, 3)]
    [InlineData(RoundingMode.HalfEven, 2)]
    [InlineData(RoundingMode.Down, 2)]
    public void LevelPayment_ExactHalf_FollowsTheNamedMode(RoundingMode mode, long expected) =>
        Assert.Equal(expected, Annuity.LevelPayment(2, new Fraction(1, 4), 1, mode)); // 2 × 1.25 = 2.5

    /// <summary>The rounded payment is the nearest whole fen: checked against the defining equation, without division.</summary>
    [Theory]
    [InlineData(23_000_000_00, 3, 200, 20)]
    [InlineData(99_999_999_999_999_999, 49, 12000, 600)]
    [InlineData(1, 49, 12000, 600)]
    [InlineData(1_000_000_00, 123456789, 10_000_000_000, 600)]
    [InlineData(5_000_000_00, 36, 1000, 1200)]
    public void LevelPayment_ManyPeriods_IsTheNearestFen(long fen, long p, long q, int periods)
    {
        var payment = Annuity.LevelPayment(fen, new Fraction(p, q), periods);

        // |2·A·q·(g − q^n) − 2·P·p·g| ≤ q·(g − q^n), g = (p + q)^n
        var grown = BigInteger.Pow(p + q, periods);
        var unit = q * (grown - BigInteger.Pow(q, periods));
        Assert.True(BigInteger.Abs((2 * payment * unit) - (2 * (BigInteger)fen * p * grown)) <= unit);
    }

    [Theory]
    [InlineData(-1, 20)]
    [InlineData(100, 0)]
    [InlineData(100, 1201)]
    public void LevelPayment_OutsideItsRange_Throws(long fen, int periods) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Annuity.LevelPayment(fen, new Fraction(1, 100), periods));

    [Fact]
    public void Split_AnyAmountAndWeights_ConservesAndStaysWithinAFen()
    {
        const int seed = 20260807;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var round = 0; round < 2_000; round++)
        {
            var weights = new long[random.Next(1, 12)];
            for (var i = 0; i < weights.Length; i++)
            {
                weights[i] = random.NextInt64(0, 1L << random.Next(1, 50));
            }

            weights[0]++;
            var amount = random.NextInt64(0, Money.Limit.Fen);
            var parts = new long[weights.Length];

            Rounding.Split(amount, weights, parts);

            var total = weights.Aggregate(BigInteger.Zero, (sum, weight) => sum + weight);
            Assert.Equal(amount, parts.Sum());
            Assert.All(weights.Zip(parts), pair =>
                Assert.True(BigInteger.Abs((pair.Second * total) - ((BigInteger)amount * pair.First)) < total));
        }
    }
}
