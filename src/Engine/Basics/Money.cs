using System.Globalization;

namespace Zhirong.Engine.Basics;

/// <summary>A currency by its ISO 4217 code and the size of its smallest unit.</summary>
public enum Currency
{
    /// <summary>No currency: only <c>default(Money)</c> has it, and every operation on that throws.</summary>
    None = 0,

    /// <summary>人民币, smallest unit 分 (1/100).</summary>
    Cny = 156,
}

/// <summary>An exact amount of one currency, held in its smallest unit.</summary>
/// <remarks><c>default(Money)</c> has no currency; every operation on it throws.</remarks>
public readonly record struct Money : IComparable<Money>
{
    private readonly long fen;

    private Money(long fen, Currency currency)
    {
        this.fen = fen;
        Currency = currency;
    }

    /// <summary>The largest amount read from outside: below 10^15 yuan, so that sums of any pool fit in 64 bits.</summary>
    public static readonly Money Limit = OfFen(99_999_999_999_999_999);

    /// <summary>Zero yuan.</summary>
    public static readonly Money Zero = OfFen(0);

    public Currency Currency { get; }

    /// <summary>The amount in 分.</summary>
    public long Fen => Currency == Currency.None ? throw new InvalidOperationException("Money without a currency.") : fen;

    /// <summary>The amount in 元, exact.</summary>
    public decimal Yuan => Fen / 100m;

    public static Money OfFen(long fen) => new(fen, Currency.Cny);

    /// <summary>An amount already exact: 12.345 yuan is refused (throws), not rounded.</summary>
    public static Money Cny(decimal yuan)
    {
        var scaled = yuan * 100m;
        return scaled == decimal.Truncate(scaled)
            ? OfFen(checked((long)scaled))
            : throw new ArgumentException($"{yuan} yuan is not a whole number of fen.", nameof(yuan));
    }

    /// <summary>An amount quoted in 万元: <c>Wan(2300)</c> is CNY 23,000,000.00.</summary>
    public static Money Wan(decimal wan) => Cny(wan * 10_000m);

    /// <summary>The one place an unrounded yuan figure becomes money. 四舍五入 unless another mode is named.</summary>
    public static Money Rounded(decimal unroundedYuan, RoundingMode mode = RoundingMode.HalfUp) =>
        OfFen(Rounding.Whole(unroundedYuan * 100m, mode));

    public static Money operator +(Money left, Money right) => new(checked(left.Fen + right.Fen), Same(left, right));

    public static Money operator -(Money left, Money right) => new(checked(left.Fen - right.Fen), Same(left, right));

    public static Money operator -(Money amount) => new(checked(-amount.Fen), amount.Currency);

    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    public int CompareTo(Money other)
    {
        Same(this, other);
        return fen.CompareTo(other.fen);
    }

    /// <summary>Decimal string of the contract: yuan with two decimals, no separators: <c>145000000.00</c>.</summary>
    public override string ToString() => FenText(Fen);

    /// <summary>The same text for a bare count of fen.</summary>
    public static string FenText(long fen)
    {
        var size = fen < 0 ? (ulong)(-(fen + 1)) + 1 : (ulong)fen;
        var text = string.Create(CultureInfo.InvariantCulture, $"{size / 100}.{size % 100:00}");
        return fen < 0 ? "-" + text : text;
    }

    private static Currency Same(Money left, Money right) =>
        left.Currency == right.Currency && left.Currency != Currency.None
            ? left.Currency
            : throw new InvalidOperationException($"Currencies differ: {left.Currency} and {right.Currency}.");
}
