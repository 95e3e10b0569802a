using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Rules;
using Zhirong.Engine.Waterfall.Reading;
using Zhirong.Engine.Waterfall.Resolve;

namespace Zhirong.Engine.Waterfall.Scenarios;

/// <summary>A scenario bound to one resolved deal: obligors by index, rates by period.</summary>
public sealed class ResolvedScenario
{
    private ResolvedScenario()
    {
    }

    public required string Id { get; init; }

    /// <summary>Loans whose cash differs from the base case, with what happens to each.</summary>
    internal LoanEvents[] Events { get; init; } = [];

    /// <summary>The servicer's rating as the scenario gives it; unknown when it does not.</summary>
    public RuleValue ServicerRating { get; private init; } = RuleValue.Unknown(RuleType.Grade);

    /// <summary>Whether the servicer is insolvent; unknown when the scenario does not say.</summary>
    public RuleValue ServicerInsolvent { get; private init; } = RuleValue.Unknown(RuleType.Flag);

    /// <summary>Nothing happens.</summary>
    public static ResolvedScenario Base { get; } = new() { Id = "base" };

    /// <summary>One obligor (zero-based index) defaults; the shortest way to run one default after another.</summary>
    public static ResolvedScenario OneDefault(int obligor, int period, decimal recovery = 0, int lag = 0) => new()
    {
        Id = "one default",
        Events = [new(obligor) { DefaultPeriod = period - 1, Recovery = Fraction.FromDecimal(recovery), Lag = lag }],
    };

    /// <summary>Binds a scenario; unknown obligors and periods outside the deal are refused (SCEN-0101 … SCEN-0103, SCEN-0106, SCEN-0107).</summary>
    public static Result<ResolvedScenario> Bind(ScenarioDefinition scenario, ResolvedDeal deal)
    {
        var refusals = new List<Refusal>();
        var events = new SortedDictionary<int, LoanEvents>();
        LoanEvents Of(int loan) => events.TryGetValue(loan, out var known) ? known : events[loan] = new(loan);

        Scopes(scenario, deal, refusals);
        RateEvents.Bind(scenario, deal, Of);
        for (var i = 0; i < scenario.Defaults.Count; i++)
        {
            var (path, item) = ($"defaults.{i}", scenario.Defaults[i]);
            if (Find(deal, item.Obligor, item.Period, path, refusals) is not { } loan)
            {
                continue;
            }

            if (Of(loan).DefaultPeriod >= 0)
            {
                refusals.Add(DealRefusals.DefaultTwice(path, item.Obligor, Nowhere));
            }

            (Of(loan).DefaultPeriod, Of(loan).Recovery, Of(loan).Lag) = (item.Period - 1, Fraction.FromDecimal(item.Recovery), item.Lag);
        }

        for (var i = 0; i < scenario.Prepayments.Count; i++)
        {
            var item = scenario.Prepayments[i];
            if (Find(deal, item.Obligor, item.Period, $"prepayments.{i}", refusals) is { } loan)
            {
                if (scenario.Prepayments.Take(i).Any(p => p.Obligor == item.Obligor && p.Period == item.Period))
                {
                    refusals.Add(DealRefusals.PrepaidTwice($"prepayments.{i}", item.Obligor, item.Period, Nowhere));
                }

                Of(loan).Prepay(deal.PeriodCount)[item.Period - 1] = Fraction.FromDecimal(item.Share);
            }
        }

        return refusals.Count > 0
            ? Result<ResolvedScenario>.Refused(refusals)
            : new ResolvedScenario
            {
                Id = scenario.Id,
                Events = [.. events.Values],
                ServicerRating = scenario.Facts.TryGetValue("servicer.rating", out var rating) ? rating : RuleValue.Unknown(RuleType.Grade),
                ServicerInsolvent = scenario.Facts.TryGetValue("servicer.insolvent", out var insolvent) ? insolvent : RuleValue.Unknown(RuleType.Flag),
            };
    }

    /// <summary>An assumption about nobody would run the base case under another name.</summary>
    private static void Scopes(ScenarioDefinition scenario, ResolvedDeal deal, List<Refusal> refusals)
    {
        for (var i = 0; i < scenario.Assumptions.Count; i++)
        {
            var item = scenario.Assumptions[i];
            if (item.Scope == AssumptionScope.Obligor && !deal.ObligorIndex.ContainsKey(item.Of))
            {
                refusals.Add(DealRefusals.UnknownObligor($"assumptions.{i}.scope", item.Of, Nowhere, deal.ObligorIndex.Keys));
            }
            else if (item.Scope == AssumptionScope.Industry && deal.Loans.All(l => l.Terms.Industry != item.Of))
            {
                refusals.Add(DealRefusals.UnknownIndustry($"assumptions.{i}.scope", item.Of, Nowhere, deal.Loans.Select(l => l.Terms.Industry).OfType<string>().Distinct()));
            }
        }
    }

    private static DocScalar Nowhere { get; } = new("", false, 0, 0);

    private static int? Find(ResolvedDeal deal, string obligor, int period, string path, List<Refusal> refusals)
    {
        if (!deal.ObligorIndex.TryGetValue(obligor, out var loan))
        {
            refusals.Add(DealRefusals.UnknownObligor($"{path}.obligor", obligor, Nowhere, deal.ObligorIndex.Keys));
            return null;
        }

        if (period < 1 || period > deal.PeriodCount)
        {
            refusals.Add(DealRefusals.PeriodOutOfRange($"{path}.period", period, deal.PeriodCount, Nowhere));
            return null;
        }

        return loan;
    }
}

/// <summary>What happens to one loan; rates are per payment period.</summary>
internal sealed class LoanEvents(int loan)
{
    private Fraction[]? prepayments;

    public int Loan { get; } = loan;

    /// <summary>Zero-based period of default, -1 for none.</summary>
    public int DefaultPeriod { get; set; } = -1;

    public Fraction Recovery { get; set; }

    public int Lag { get; set; }

    /// <summary>Share of the balance that defaults at the start of each period; null for none.</summary>
    public Fraction[]? DefaultRates { get; set; }

    public Fraction RateRecovery { get; set; }

    public int RateLag { get; set; }

    /// <summary>Share of the balance prepaid at the end of each period by assumption; null for none.</summary>
    public Fraction[]? PrepaymentRates { get; set; }

    public Fraction[]? Prepayments => prepayments;

    public Fraction[] Prepay(int periods) => prepayments ??= new Fraction[periods];
}
