using Zhirong.Engine.Rules;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Scenarios;

namespace Zhirong.Engine.Waterfall.Run;

/// <summary>The names of the expression language, answered from the running deal.</summary>
internal sealed class MachineFacts : IRuleFacts
{
    private readonly ResolvedDeal deal;
    private readonly MachineState state;
    private readonly PoolTotals totals;
    private readonly int firstSupport;
    private readonly RuleValue[] constants;
    private long initialPool;
    private int period;
    private RuleValue ratio;
    private RuleValue rating;
    private RuleValue insolvent;

    public MachineFacts(ResolvedDeal deal, MachineState state, PoolTotals totals)
    {
        this.deal = deal;
        this.state = state;
        this.totals = totals;
        firstSupport = new DealVocabulary(deal.Definition).FirstSupport;
        var dates = deal.Definition.Dates;
        constants =
        [
            default, RuleValue.Of(dates.Closing), RuleValue.Of(dates.ExpectedMaturity), RuleValue.Of(dates.LegalMaturity),
            RuleValue.Of(deal.Definition.Size.Yuan),
        ];
    }

    public long CumulativeDefaulted { get; private set; }

    public bool SupportFailed { get; set; }

    public void Reset(ResolvedScenario scenario, long pool)
    {
        (rating, insolvent) = (scenario.ServicerRating, scenario.ServicerInsolvent);
        initialPool = pool;
        CumulativeDefaulted = 0;
        SupportFailed = false;
        ratio = RuleValue.Of(0m);
    }

    public void At(int k, long defaulted)
    {
        period = k;
        if (defaulted > 0)
        {
            CumulativeDefaulted += defaulted;
            ratio = RuleValue.Of((decimal)CumulativeDefaulted / initialPool);
        }
    }

    public RuleValue Get(int slot) => slot switch
    {
        DealVocabulary.Date => RuleValue.Of(deal.Periods[period].Date),
        < DealVocabulary.PoolBalance => constants[slot],
        DealVocabulary.PoolBalance => Yuan(totals.Balance[period]),
        DealVocabulary.CumDefaultRatio => ratio,
        DealVocabulary.PoolCount => RuleValue.Of((decimal)totals.Count[period]),
        DealVocabulary.SupportFailed => RuleValue.Of(SupportFailed),
        DealVocabulary.ServicerRating => rating,
        DealVocabulary.ServicerInsolvent => insolvent,
        _ => slot >= firstSupport ? Yuan(state.Support[slot - firstSupport]) : Tranche(slot - DealVocabulary.FirstTranche),
    };

    private RuleValue Tranche(int slot)
    {
        var (tranche, field) = (slot / 3, slot % 3);
        return Yuan(field == 0 ? state.Balance[tranche] : field == 1 ? state.Interest[tranche] : state.Principal[tranche]);
    }

    /// <summary>Fen to yuan without a division.</summary>
    private static RuleValue Yuan(long fen)
    {
        var size = (ulong)Math.Abs(fen);
        return RuleValue.Of(new decimal((int)(uint)size, (int)(uint)(size >> 32), 0, fen < 0, 2));
    }
}
