using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Rules;

namespace Zhirong.Engine.Waterfall.Scenarios;

/// <summary>What is supposed to happen to a deal (<c>ipabs-scenario/v1</c>): contract form.</summary>
public sealed record ScenarioDefinition
{
    public static ScenarioDefinition Base { get; } = new() { Id = "base" };

    public required string Id { get; init; }

    public IReadOnlyList<DefaultEvent> Defaults { get; init; } = [];

    public IReadOnlyList<PrepaymentEvent> Prepayments { get; init; } = [];

    public IReadOnlyList<RateAssumption> Assumptions { get; init; } = [];

    /// <summary>Facts about outside parties, by name of the expression language.</summary>
    public IReadOnlyDictionary<string, RuleValue> Facts { get; init; } = new Dictionary<string, RuleValue>();

    /// <summary>Replacements in the deal file, applied before it is read.</summary>
    public IReadOnlyList<KeyValuePair<string, DocNode>> Set { get; init; } = [];
}

/// <summary>From period <paramref name="Period"/> on the obligor pays nothing.</summary>
/// <param name="Obligor">Obligor id.</param>
/// <param name="Period">One-based payment period.</param>
/// <param name="Recovery">Share of the balance before that period's instalment that comes back.</param>
/// <param name="Lag">Periods until it arrives; 0 = at once.</param>
public sealed record DefaultEvent(string Obligor, int Period, decimal Recovery, int Lag);

/// <summary>After the instalments of the period the share of the balance is prepaid; the term is kept.</summary>
public sealed record PrepaymentEvent(string Obligor, int Period, decimal Share);

/// <summary>What a rate assumption applies to; the narrower scope wins.</summary>
public enum AssumptionScope
{
    Pool,
    Industry,
    Obligor,
}

/// <summary>Annual default and prepayment rates by payment period; the last value goes on.</summary>
public sealed record RateAssumption
{
    public required AssumptionScope Scope { get; init; }

    /// <summary>Industry name or obligor id; empty for the pool.</summary>
    public required string Of { get; init; }

    public IReadOnlyList<decimal> DefaultRates { get; init; } = [];

    public IReadOnlyList<decimal> PrepaymentRates { get; init; } = [];

    public decimal Recovery { get; init; }

    public int Lag { get; init; }
}
