using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Waterfall;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Engine.Waterfall.Scenarios;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Modules.Securitization.Analysis;

/// <summary>What happened when the n largest names stopped paying in the first period, with nothing recovered.</summary>
/// <param name="Names">How many names.</param>
/// <param name="Share">Their share of the pool, six decimals.</param>
/// <param name="Fired">Ids of the triggers that fired.</param>
/// <param name="Short">Ids of the tranches that are not repaid in full.</param>
internal sealed record StressStep(int Names, decimal Share, IReadOnlySet<string> Fired, IReadOnlySet<string> Short);

/// <summary>触发户数: how many of the largest names must stop paying until something gives.</summary>
/// <remarks>
/// Every count is found by exact runs. Up to <see cref="Linear"/> names each count is tried in turn; in larger pools the count is
/// searched by halving, which takes for granted that one more default never heals a deal.
/// </remarks>
internal sealed class Stress
{
    /// <summary>Pools up to this size are tried name by name.</summary>
    private const int Linear = 60;

    private readonly ResolvedDeal deal;
    private readonly ExactMachine machine;
    private readonly List<ObligorTerms> largest;
    private readonly decimal pool;
    private readonly Dictionary<int, StressStep> known = [];

    public Stress(ResolvedDeal deal)
    {
        this.deal = deal;
        machine = new(deal);
        largest = [.. deal.Definition.Pool.Obligors.OrderByDescending(o => o.Principal.Fen).ThenBy(o => o.Id, StringComparer.Ordinal)];
        pool = largest.Sum(o => (decimal)o.Principal.Fen);
    }

    /// <summary>The steps that were tried, by rising number of names.</summary>
    public IReadOnlyList<StressStep> Steps => [.. known.Values.OrderBy(s => s.Names)];

    /// <summary>Names until a trigger fires; 0 when it fires without a default, null when it never does.</summary>
    public int? Trips(string trigger) => First(step => step.Fired.Contains(trigger));

    /// <summary>Names until a tranche is not repaid in full; 0 when it is not even without a default, null when it always is.</summary>
    public int? Breaks(string tranche) => First(step => step.Short.Contains(tranche));

    /// <summary>The same deal with every support switched off; null when the deal cannot be resolved without them.</summary>
    public static ResolvedDeal? WithoutSupport(DealDefinition definition, HolidayTable holidays)
    {
        var set = new List<KeyValuePair<string, DocNode>>();
        foreach (var support in definition.Supports)
        {
            var keys = support.Kind == SupportKind.CashReserve ? new[] { "initial", "target" } : ["limit"];
            set.AddRange(keys.Select(key => KeyValuePair.Create<string, DocNode>($"support.{support.Id}.{key}", new DocScalar("0", false, 1, 1))));
        }

        return DealPreparation.From(definition.Source, ScenarioDefinition.Base with { Set = set }, null, holidays).Deal;
    }

    private int? First(Func<StressStep, bool> happened)
    {
        if (largest.Count <= Linear)
        {
            for (var n = 0; n <= largest.Count; n++)
            {
                if (happened(Step(n)))
                {
                    return n;
                }
            }

            return null;
        }

        var (low, high) = (0, largest.Count);
        if (!happened(Step(high)))
        {
            return null;
        }

        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = happened(Step(middle)) ? (low, middle) : (middle + 1, high);
        }

        return high;
    }

    private StressStep Step(int names)
    {
        if (known.TryGetValue(names, out var step))
        {
            return step;
        }

        var scenario = new ScenarioDefinition { Id = $"top-{names}", Defaults = [.. largest.Take(names).Select(o => new DefaultEvent(o.Id, 1, 0, 0))] };
        using var run = machine.Run(ResolvedScenario.Bind(scenario, deal).Value);
        var share = pool == 0 ? 0 : largest.Take(names).Sum(o => (decimal)o.Principal.Fen) / pool;
        step = new(
            names,
            Rounding.Decimals(share, 6),
            run.FiredTriggers.Select(f => f.Trigger).ToHashSet(),
            DealSummary.Of(run).Where(t => t.Unpaid.Fen > 0).Select(t => t.Tranche).ToHashSet());
        return known[names] = step;
    }
}
