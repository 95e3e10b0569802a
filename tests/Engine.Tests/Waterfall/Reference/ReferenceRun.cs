using Zhirong.Engine.Waterfall.Scenarios;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Tests.Waterfall.Reference;

/// <summary>
/// A second, slow interpreter of <c>ipabs/v1</c>, written from the contract text: decimal yuan, names instead of indices, a
/// covered line that is short draws at its turn. It reads the deal's terms and uses none of the engine's resolved or run code.
/// </summary>
internal sealed class ReferenceRun
{
    private readonly DealDefinition deal;
    private readonly ReferenceFacts facts;
    private readonly ReferenceDues dues;
    private ReferenceState state;

    public ReferenceRun(DealDefinition deal, ScenarioDefinition scenario)
    {
        this.deal = deal;
        Pool = new(deal, scenario);
        facts = new(deal, scenario, Pool);
        dues = new(deal, Pool);
        state = ReferenceState.Opening(deal);
        var mode = OrderMode.Normal;
        for (var k = 0; k < deal.Dates.PaymentDates.Count; k++)
        {
            Dates.Add(Date(k, mode));
            mode = Dates[^1].Mode;
        }
    }

    public ReferencePool Pool { get; }

    public List<ReferenceDate> Dates { get; } = [];

    private ReferenceDate Date(int k, OrderMode mode)
    {
        facts.Date = k;
        facts.State = state;
        Collect("interest", Pool.Interest[k]);
        Collect("principal", Pool.Principal[k]);
        Collect("recovery", Pool.Recovery[k]);
        foreach (var trigger in deal.Triggers.Where(t => t.Then is not null && facts.True(t.When)))
        {
            mode = trigger.Then > mode ? trigger.Then.Value : mode;
        }

        dues.At(k, mode, state, Steps(mode));
        var date = Settle(mode, k);
        for (var round = 0; round < 12 && dues.Rebase(date, k, state); round++)
        {
            date = Settle(mode, k);
        }

        state = date.After.Copy();
        foreach (var fee in deal.Fees.Where(f => !f.Arrears))
        {
            state.Fee[fee.Id] = 0;
        }

        facts.SupportFailed |= date.Failed;
        return date;
    }

    private void Collect(string kind, decimal amount)
    {
        var account = deal.Accounts.FirstOrDefault(a => a.Receives.Contains(kind))?.Id ?? state.Cash.Keys.First();
        state.Cash[account] += amount;
    }

    private IReadOnlyList<StepTerms> Steps(OrderMode mode) => deal.Orders.TryGetValue(mode, out var own) ? own
        : mode > OrderMode.Accelerated && deal.Orders.TryGetValue(OrderMode.Accelerated, out var accelerated) ? accelerated
        : deal.Orders[OrderMode.Normal];

    /// <summary>Tries the date in the order of the mode; when a provider falls short, once more in the accelerated one.</summary>
    private ReferenceDate Settle(OrderMode mode, int k)
    {
        var earlier = facts.SupportFailed;
        var date = Try(mode, k, s => s.DrawIn.Contains(mode) ? Room(s) : 0);
        if (date.Failed && mode == OrderMode.Normal)
        {
            // The switch of the same day: what was drawn may still pay; who may draw in the accelerated order draws there.
            facts.SupportFailed = true;
            date = Try(OrderMode.Accelerated, k, s => s.DrawIn.Contains(OrderMode.Accelerated) ? Room(s) : date.Drawn[s.Id]);
            date.Failed = true;
        }

        facts.SupportFailed = earlier;
        return date;
    }

    private decimal Room(SupportTerms support) => support.Kind == SupportKind.CashReserve ? state.Support[support.Id]
        : support.Limit is not { } limit ? decimal.MaxValue
        : Math.Max(0, limit.Yuan - (support.Kind == SupportKind.Liquidity ? state.Support[support.Id] : state.Drawn[support.Id]));

    private ReferenceDate Try(OrderMode mode, int k, Func<SupportTerms, decimal> room)
    {
        var rooms = deal.Supports.ToDictionary(s => s.Id, room);
        var payer = new ReferencePayer(deal, facts, state.Copy(), rooms, mode) { PoolBalance = Pool.Balance[k], Days = dues.Days(k) };
        facts.State = payer.State;
        payer.Run(Steps(mode));
        facts.State = state;
        return payer.Date;
    }
}
