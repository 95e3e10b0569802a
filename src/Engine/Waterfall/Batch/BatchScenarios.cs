using Zhirong.Engine.Rules;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Scenarios;

namespace Zhirong.Engine.Waterfall.Batch;

/// <summary>
/// Thousands of scenarios in columns: annual default and prepayment rates by group of obligors, and single defaults.
/// All figures are estimates in <c>double</c>; the exact run is the reference.
/// </summary>
public sealed class BatchScenarios
{
    private readonly double[][] defaultRates;
    private readonly double[][] prepaymentRates;
    private readonly double[][] recoveries;
    private readonly List<BatchDefault>?[] defaults;

    /// <param name="deal">The deal the scenarios are for.</param>
    /// <param name="count">How many.</param>
    /// <param name="groupOf">Group number of each obligor in pool order, from 0; null = the whole pool is one group.</param>
    public BatchScenarios(ResolvedDeal deal, int count, IReadOnlyList<int>? groupOf = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        Deal = deal;
        Count = count;
        GroupOf = [.. groupOf ?? new int[deal.Loans.Length]];
        ArgumentOutOfRangeException.ThrowIfNotEqual(GroupOf.Length, deal.Loans.Length);
        Groups = GroupOf.Max() + 1;
        defaultRates = Columns();
        prepaymentRates = Columns();
        recoveries = Columns();
        Lags = new int[Groups];
        defaults = new List<BatchDefault>?[count];
    }

    public ResolvedDeal Deal { get; }

    public int Count { get; }

    public int Groups { get; }

    /// <summary>Facts about the servicer, the same for all scenarios.</summary>
    public RuleValue ServicerRating { get; init; } = RuleValue.Unknown(RuleType.Grade);

    public RuleValue ServicerInsolvent { get; init; } = RuleValue.Unknown(RuleType.Flag);

    internal int[] GroupOf { get; }

    internal int[] Lags { get; }

    internal bool HasSingleDefaults { get; private set; }

    /// <summary>Annual default rates of a group, one for each scenario, 0 to 1.</summary>
    public Span<double> DefaultRates(int group = 0) => defaultRates[group];

    /// <summary>Annual prepayment rates of a group, one for each scenario, 0 to 1.</summary>
    public Span<double> PrepaymentRates(int group = 0) => prepaymentRates[group];

    /// <summary>Recovery shares on what defaults by rate, one for each scenario, 0 to 1.</summary>
    public Span<double> Recoveries(int group = 0) => recoveries[group];

    /// <summary>Periods until recoveries on rate defaults arrive.</summary>
    public void SetLag(int group, int periods) => Lags[group] = periods;

    /// <summary>One obligor (zero-based) pays nothing from a one-based period on.</summary>
    public void AddDefault(int scenario, int obligor, int period, double recovery, int lag)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(period, Deal.PeriodCount);
        (defaults[scenario] ??= []).Add(new(obligor, period - 1, recovery, lag));
        HasSingleDefaults = true;
    }

    internal IReadOnlyList<BatchDefault> DefaultsOf(int scenario) => defaults[scenario] ?? (IReadOnlyList<BatchDefault>)[];

    /// <summary>The same scenario for the exact run.</summary>
    public ScenarioDefinition Exact(int scenario)
    {
        var assumptions = new List<RateAssumption>();
        for (var loan = 0; loan < GroupOf.Length; loan++)
        {
            var group = GroupOf[loan];
            assumptions.Add(new()
            {
                Scope = AssumptionScope.Obligor,
                Of = Deal.Loans[loan].Terms.Id,
                DefaultRates = defaultRates[group][scenario] > 0 ? [(decimal)defaultRates[group][scenario]] : [],
                PrepaymentRates = prepaymentRates[group][scenario] > 0 ? [(decimal)prepaymentRates[group][scenario]] : [],
                Recovery = Math.Round((decimal)recoveries[group][scenario], 12),
                Lag = Lags[group],
            });
        }

        var facts = new Dictionary<string, RuleValue>();
        if (ServicerRating.Known)
        {
            facts["servicer.rating"] = ServicerRating;
        }

        if (ServicerInsolvent.Known)
        {
            facts["servicer.insolvent"] = ServicerInsolvent;
        }

        return new()
        {
            Id = $"{scenario}",
            Defaults = [.. DefaultsOf(scenario).Select(d => new DefaultEvent(Deal.Loans[d.Obligor].Terms.Id, d.Period + 1, Math.Round((decimal)d.Recovery, 12), d.Lag))],
            Assumptions = assumptions,
            Facts = facts,
        };
    }

    private double[][] Columns() => [.. Enumerable.Range(0, Groups).Select(_ => new double[Count])];
}

internal readonly record struct BatchDefault(int Obligor, int Period, double Recovery, int Lag);
