namespace Zhirong.Engine.Basics;

/// <summary>Fees that are a rate on an amount.</summary>
public static class Fees
{
    /// <summary><c>min(cap, round(amount × perMille ÷ 1000))</c>.</summary>
    /// <param name="amount">The amount charged on.</param>
    /// <param name="perMille">Parts in a thousand (‰): 0.0004 takes 8 yuan of 20 million.</param>
    /// <param name="cap">The most that is taken; null: no cap.</param>
    /// <param name="mode">How the fee becomes whole fen.</param>
    public static Money PerMille(Money amount, decimal perMille, Money? cap = null, RoundingMode mode = RoundingMode.HalfUp)
    {
        var fee = (Fraction.FromDecimal(perMille) * new Fraction(1, 1000)).Of(amount, mode);
        return cap < fee ? cap.Value : fee;
    }
}
