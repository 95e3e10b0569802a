using Zhirong.Engine.Appraisal.Concluding;
using Zhirong.Engine.Appraisal.Facts;

namespace Zhirong.Engine.Appraisal.Groups;

/// <summary>How a conclusion is asked for.</summary>
public sealed record ConclusionRequest(IReadOnlyDictionary<string, decimal> Weights, string Reason);

/// <summary>What a pledge value is asked with; null figures are 待核实.</summary>
/// <param name="Valid">Probability that the right is still valid when sold.</param>
/// <param name="FireSale">变现折扣.</param>
/// <param name="SellYears">Time to sell.</param>
/// <param name="Rate">Rate over that time.</param>
/// <param name="ByQuality">The probability comes from the score of quality.</param>
public sealed record PledgeRequest(Figure Valid, Figure FireSale, Figure? SellYears, Figure? Rate, bool ByQuality);

/// <summary>Sensitivity of one income method.</summary>
public sealed record SensitivityRequest(string Method, decimal Part, IReadOnlyList<decimal> Shares, IReadOnlyList<decimal> Rates);

/// <summary>Deviations for a Monte Carlo run of one income method.</summary>
public sealed record SimulationRequest
{
    public required string Method { get; init; }

    public int Paths { get; init; } = 10_000;

    public ulong Seed { get; init; } = 1;

    /// <summary>Deviation of the yearly growth around the forecast.</summary>
    public double GrowthSpread { get; init; }

    /// <summary>Deviation of the logarithm of the share rate.</summary>
    public double ShareSpread { get; init; }

    public double RateSpread { get; init; }

    /// <summary>Mean and deviation of a yearly erosion that the forecast does not hold.</summary>
    public double Erosion { get; init; }

    public double ErosionSpread { get; init; }

    /// <summary>Growth of a year's deviation ÷ that of the year before.</summary>
    public double Fade { get; init; } = 0.9;
}

/// <summary>A later base date with what happened until then.</summary>
public sealed record RollForwardRequest(string Method, DateOnly To, IReadOnlyList<ValueEvent> Events);

/// <summary>Everything one appraisal of a group is asked with.</summary>
public sealed record GroupCase
{
    public required string Id { get; init; }

    public required ProductGroup Group { get; init; }

    public required AppraisalTerms Terms { get; init; }

    public required IReadOnlyList<IMethodCase> Methods { get; init; }

    public ConclusionRequest? Conclusion { get; init; }

    /// <summary>Why an approach is not used, by approach.</summary>
    public IReadOnlyDictionary<Approach, string> NotUsed { get; init; } = new Dictionary<Approach, string>();

    public string? QualityConfirmed { get; init; }

    public FirmFigures? Firm { get; init; }

    public IReadOnlyList<StatedValue> Stated { get; init; } = [];

    public PledgeRequest? Pledge { get; init; }

    public SensitivityRequest? Sensitivity { get; init; }

    public SimulationRequest? Simulation { get; init; }

    public RollForwardRequest? RollForward { get; init; }
}
