using System.Numerics;

namespace Zhirong.Engine.Basics;

/// <summary>How much of a pool rests on few debtors (集中度). Every figure is exact until its own rounding.</summary>
public sealed class Concentration
{
    private readonly long[] descending;
    private readonly BigInteger total;
    private readonly BigInteger squares;

    private Concentration(long[] descending)
    {
        this.descending = descending;
        foreach (var fen in descending)
        {
            total += fen;
            squares += (BigInteger)fen * fen;
        }
    }

    /// <summary>Debtors counted; one with nothing outstanding counts too.</summary>
    public int Count => descending.Length;

    /// <summary>Measures a pool.</summary>
    /// <param name="perDebtor">One amount per debtor (already added up over his contracts), none negative, one positive at least.</param>
    public static Concentration Of(IEnumerable<Money> perDebtor)
    {
        var fen = perDebtor.Select(amount => amount.Fen).OrderDescending().ToArray();
        ArgumentOutOfRangeException.ThrowIfZero(fen.Length, nameof(perDebtor));
        ArgumentOutOfRangeException.ThrowIfNegative(fen[^1], nameof(perDebtor));
        ArgumentOutOfRangeException.ThrowIfZero(fen[0], nameof(perDebtor));
        return new(fen);
    }

    /// <summary>The largest debtor's share, 0 to 1.</summary>
    public decimal MaxShare(int places) => TopShare(1, places);

    /// <summary>The share of the <paramref name="n"/> largest debtors, 0 to 1; all of them when there are fewer.</summary>
    public decimal TopShare(int n, int places)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        BigInteger top = 0;
        foreach (var fen in descending.AsSpan(0, Math.Min(n, descending.Length)))
        {
            top += fen;
        }

        return Rounded(top, total, places);
    }

    /// <summary>Herfindahl–Hirschman index <c>Σ share²</c>, above 0, at most 1.</summary>
    public decimal Hhi(int places) => Rounded(squares, total * total, places);

    /// <summary>Effective number of debtors <c>1 ÷ HHI</c>: as many equal ones would be as concentrated.</summary>
    public decimal EffectiveNumber(int places) => Rounded(total * total, squares, places);

    private static decimal Rounded(BigInteger numerator, BigInteger denominator, int places)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(places);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(places, 18);
        var scale = BigInteger.Pow(10, places);
        return (decimal)Rounding.Div(numerator * scale, denominator) / (decimal)scale;
    }
}
