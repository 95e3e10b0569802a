namespace Zhirong.Engine.Basics;

/// <summary>How interest bears interest.</summary>
public enum CompoundingKind
{
    /// <summary>单利: interest bears none.</summary>
    Simple,

    /// <summary>年化实际利率: interest is added once a year, parts of a year as powers.</summary>
    AnnualEffective,

    /// <summary>名义利率: the annual rate is divided over m periods, interest is added at the end of each.</summary>
    Nominal,
}

/// <summary>A kind of compounding; the number of periods belongs to nominal rates only.</summary>
public readonly record struct Compounding
{
    private Compounding(CompoundingKind kind, int periodsPerYear)
    {
        Kind = kind;
        PeriodsPerYear = periodsPerYear;
    }

    /// <summary>Also <c>default(Compounding)</c>.</summary>
    public static Compounding Simple => default;

    public static Compounding AnnualEffective => new(CompoundingKind.AnnualEffective, 0);

    public CompoundingKind Kind { get; }

    /// <summary>Periods in a year of a nominal rate; 0 for the others.</summary>
    public int PeriodsPerYear { get; }

    /// <param name="periodsPerYear">1 to 366.</param>
    public static Compounding Nominal(int periodsPerYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(periodsPerYear, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(periodsPerYear, 366);
        return new(CompoundingKind.Nominal, periodsPerYear);
    }
}

/// <summary>An annual interest rate with everything that is needed to compute interest from it.</summary>
/// <param name="Annual">As a decimal: 0.022 is 2.2 %. Above −1 when it compounds.</param>
/// <param name="DayCount">How days become years.</param>
/// <param name="Compounding">How interest bears interest.</param>
public readonly record struct Rate(decimal Annual, DayCountConvention DayCount, Compounding Compounding)
{
    /// <summary>A simple rate.</summary>
    public static Rate Simple(decimal annual, DayCountConvention dayCount) => new(annual, dayCount, Compounding.Simple);

    /// <summary>Interest on a constant balance.</summary>
    /// <remarks>
    /// Simple: <c>balance × annual × year fraction</c>, exact until the one rounding. Compounding: balance × (growth − 1), the
    /// growth as in <see cref="Growth"/>.
    /// </remarks>
    /// <param name="balance">The balance over the whole time.</param>
    /// <param name="from">First day, counted.</param>
    /// <param name="to">Last day, not counted.</param>
    /// <param name="mode">How the interest becomes whole fen.</param>
    /// <param name="reference">For ACT/ACT ICMA.</param>
    /// <param name="termination">For 30E/360 ISDA.</param>
    public Money Interest(
        Money balance,
        DateOnly from,
        DateOnly to,
        RoundingMode mode = RoundingMode.HalfUp,
        ReferencePeriod? reference = null,
        DateOnly? termination = null)
    {
        var years = DayCounts.YearFraction(DayCount, from, to, reference, termination);
        return Compounding.Kind == CompoundingKind.Simple
            ? (Fraction.FromDecimal(Annual) * years).Of(balance, mode)
            : Money.Rounded(balance.Yuan * (Growth(years) - 1m), mode);
    }

    /// <summary>What 1 grows to.</summary>
    /// <remarks>
    /// Over a whole number of compounding periods rounded only by the 28 digits of decimal; over parts of a period at least
    /// 20 significant digits while the result stays below 10^6.
    /// </remarks>
    /// <param name="years">Not negative.</param>
    public decimal Growth(Fraction years)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(years, Fraction.Zero);
        return Compounding.Kind switch
        {
            CompoundingKind.Simple => 1m + (Annual * years.ToDecimal()),
            CompoundingKind.AnnualEffective => DecimalPower.Pow(1m + Annual, years),
            _ => DecimalPower.Pow(1m + (Annual / Compounding.PeriodsPerYear), years * Periods(Compounding)),
        };
    }

    /// <summary>The rate of another compounding that grows to the same over a time; the day count stays.</summary>
    /// <remarks>At least 18 significant digits. Between effective and nominal rates the time does not matter.</remarks>
    /// <param name="target">The compounding wanted.</param>
    /// <param name="years">The time over which both grow to the same, positive; one year unless named.</param>
    public Rate To(Compounding target, Fraction? years = null)
    {
        var time = years ?? Fraction.One;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, Fraction.Zero, nameof(years));
        var growth = Growth(time);
        var annual = target.Kind switch
        {
            CompoundingKind.Simple => (growth - 1m) / time.ToDecimal(),
            CompoundingKind.AnnualEffective => DecimalPower.Pow(growth, Inverse(time)) - 1m,
            _ => (DecimalPower.Pow(growth, Inverse(time * Periods(target))) - 1m) * target.PeriodsPerYear,
        };
        return this with { Annual = annual, Compounding = target };
    }

    private static Fraction Periods(Compounding compounding) => new(compounding.PeriodsPerYear, 1);

    private static Fraction Inverse(Fraction value) => new(value.Denominator, value.Numerator);
}

/// <summary>Default and prepayment speeds of one period: estimates for projections, never money due.</summary>
public static class PeriodRate
{
    /// <summary><c>1 − (1 − annual)^(days ÷ 365)</c>: CDR to the period's default rate, CPR to its prepayment rate.</summary>
    /// <param name="annual">0 to 1.</param>
    /// <param name="days">Days of the period, not negative.</param>
    public static double EstimateFromAnnual(double annual, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(annual);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(annual, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        return 1 - Math.Pow(1 - annual, days / 365.0);
    }

    /// <summary><c>1 − (1 − period)^(365 ÷ days)</c>: the way back.</summary>
    /// <param name="period">0 to 1.</param>
    /// <param name="days">Days of the period, positive.</param>
    public static double EstimateToAnnual(double period, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(period);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(period, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        return 1 - Math.Pow(1 - period, 365.0 / days);
    }
}
