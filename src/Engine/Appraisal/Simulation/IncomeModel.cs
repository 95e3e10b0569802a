namespace Zhirong.Engine.Appraisal.Simulation;

/// <summary>
/// A royalty income whose inputs are uncertain: a revenue that grows, an eroding market, a royalty, a share, a discount rate.
/// Every figure an estimate; deviations of 0 give the plain value.
/// </summary>
public sealed record IncomeModel
{
    /// <summary>Revenue of the year before the first.</summary>
    public required double Revenue { get; init; }

    /// <summary>Whole years of income.</summary>
    public required int Years { get; init; }

    /// <summary>Growth of the first year, normal.</summary>
    public required Uncertain Growth { get; init; }

    /// <summary>Growth of a year ÷ growth of the year before.</summary>
    public required double GrowthFade { get; init; }

    /// <summary>Median of the royalty rate; lognormal with <see cref="RoyaltySpread"/>.</summary>
    public required double Royalty { get; init; }

    /// <summary>Deviation of the logarithm of the royalty.</summary>
    public required double RoyaltySpread { get; init; }

    /// <summary>Discount rate, normal, never below <see cref="LeastRate"/>.</summary>
    public required Uncertain Rate { get; init; }

    public double LeastRate { get; init; } = 0.02;

    /// <summary>Part of the income lost each year after the first, normal, from 0 to <see cref="MostErosion"/>.</summary>
    public required Uncertain Erosion { get; init; }

    public double MostErosion { get; init; } = 0.5;

    /// <summary>Part of the royalty that these rights earn, normal, from 0 to 1.</summary>
    public required Uncertain Share { get; init; }

    /// <summary>1 − income tax.</summary>
    public required double Kept { get; init; }

    /// <summary>Income arrives in the middle of each year instead of its end.</summary>
    public bool Mid { get; init; } = true;

    /// <summary>
    /// A forecast instead of growth: income of each period at the given times. Growth then is a deviation from it, with mean 0 if
    /// the forecast is the mean; null for growth alone.
    /// </summary>
    public IReadOnlyList<(double Time, double Income)>? Forecast { get; init; }

    /// <summary>The value with every input at its middle.</summary>
    public double AtTheMiddle() => Value(Growth.Mean, Royalty, Math.Max(LeastRate, Rate.Mean), Math.Clamp(Erosion.Mean, 0, MostErosion), Math.Clamp(Share.Mean, 0, 1));

    /// <summary>The value of one draw in plain arithmetic: the reference of the vector path.</summary>
    public double Value(double growth, double royalty, double rate, double erosion, double share)
    {
        var (sum, level) = (0.0, 1.0);
        var count = Forecast?.Count ?? Years;
        for (var t = 1; t <= count; t++)
        {
            level *= (1 + growth) * (t == 1 ? 1 : 1 - erosion);
            growth *= GrowthFade;
            var (time, income) = Forecast is null ? (Mid ? t - 0.5 : t, Revenue) : Forecast[t - 1];
            sum += income * level * Math.Pow(1 + rate, -time);
        }

        return royalty * share * Kept * sum;
    }
}

/// <summary>A normal input.</summary>
public readonly record struct Uncertain(double Mean, double Deviation);

/// <summary>What thousands of draws gave; every figure an estimate.</summary>
/// <param name="Paths">Draws.</param>
/// <param name="Mean">Mean.</param>
/// <param name="Deviation">Standard deviation.</param>
/// <param name="Low">Quantile of the low part, 5 % unless said otherwise.</param>
/// <param name="Middle">Median.</param>
/// <param name="High">Quantile of the high part, 95 % unless said otherwise.</param>
public readonly record struct SimulatedValue(int Paths, double Mean, double Deviation, double Low, double Middle, double High)
{
    public double StandardError => Deviation / Math.Sqrt(Paths);
}
