using System.Numerics;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Credit.Schedules;

/// <summary>The instalment that repays a balance in periods of different length, exact until the one rounding.</summary>
internal static class LevelInstalment
{
    /// <summary><c>P · Π(1 + fᵢ) ÷ Fₙ</c> with F₁ = 1, Fᵢ = 1 + Fᵢ₋₁(1 + fᵢ).</summary>
    /// <param name="balance">Fen, not negative.</param>
    /// <param name="factors">One for each period, at least one.</param>
    /// <param name="mode">How it becomes whole fen.</param>
    public static long Of(long balance, IReadOnlyList<InterestFactor> factors, RoundingMode mode)
    {
        // Over one denominator D the formula is P · Π(D + nᵢ) ÷ (D · Gₙ), G₁ = 1, Gᵢ = Dⁱ⁻¹ + Gᵢ₋₁(D + nᵢ).
        var shared = factors.Aggregate(BigInteger.One, (d, f) => d / BigInteger.GreatestCommonDivisor(d, f.Denominator) * f.Denominator);
        BigInteger product = 1, sum = 0, power = 1;
        foreach (var factor in factors)
        {
            var grown = shared + (factor.Numerator * (shared / factor.Denominator));
            sum = sum.IsZero ? 1 : power + (sum * grown);
            product *= grown;
            power *= shared;
        }

        return (long)Rounding.Div(balance * product, shared * sum, mode);
    }

    /// <summary>A level amount rounded to whole multiples, half up or half to even as everything else; null: as it is.</summary>
    public static long Multiple(long fen, Money? multiple, RoundingMode mode) =>
        multiple is { } whole ? checked(Rounding.MulDiv(fen, 1, whole.Fen, mode) * whole.Fen) : fen;
}
