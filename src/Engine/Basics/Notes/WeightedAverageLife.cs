using System.Numerics;

namespace Zhirong.Engine.Basics;

/// <summary>Weighted average life (加权平均期限) of principal payments.</summary>
public static class WeightedAverageLife
{
    /// <summary><c>Σ principal × days ÷ 365 ÷ Σ principal</c> in years, exact until the rounding.</summary>
    /// <param name="from">The day counted from; no payment lies before it.</param>
    /// <param name="principal">Principal payments, none negative, one positive at least, in any order.</param>
    /// <param name="places">Decimals of the result, 0 to 18.</param>
    /// <param name="mode">How the result is rounded.</param>
    public static decimal Act365(
        DateOnly from, IEnumerable<DatedAmount> principal, int places = 4, RoundingMode mode = RoundingMode.HalfUp)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(places);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(places, 18);
        BigInteger weighted = 0;
        BigInteger total = 0;
        foreach (var (date, amount) in principal)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(date, from, nameof(principal));
            ArgumentOutOfRangeException.ThrowIfNegative(amount.Fen, nameof(principal));
            weighted += (BigInteger)amount.Fen * (date.DayNumber - from.DayNumber);
            total += amount.Fen;
        }

        ArgumentOutOfRangeException.ThrowIfZero(total, nameof(principal));
        var scale = BigInteger.Pow(10, places);
        return (decimal)Rounding.Div(weighted * scale, total * 365, mode) / (decimal)scale;
    }
}
