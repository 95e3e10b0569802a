using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Engine.Waterfall.Scenarios;
using Zhirong.Engine.Waterfall.Terms;
using Zhirong.Modules.Securitization.Model;

namespace Zhirong.Modules.Securitization.Planned;

/// <summary>
/// Turns a kept run into what the plan's book may expect: the closing, then every payment date with collections, defaults,
/// support, each paid line, reserves and write-downs.
/// </summary>
/// <remarks>
/// Amounts and dates are the run's. A deal states no price for its pool: the plan is taken to pay what its notes raise, and the
/// difference to the principal stands on an account of its own. Nor does it state who funds a reserve at first. Within a date
/// come collections, draws, then each line at its first place in the order of payments: a line paid in several places is one
/// flow, so that accounts are true at the end of the date, not after every flow of it.
/// </remarks>
internal sealed class PlannedFlows
{
    private readonly DealDefinition deal;
    private readonly PlanAccounts accounts;
    private readonly Dictionary<string, LineTitle> titles;
    private readonly List<PlannedFlow> flows = [];
    private PeriodView? period;

    private PlannedFlows(ResolvedDeal resolved)
    {
        deal = resolved.Definition;
        accounts = new(deal);
        titles = LineTitles.Of(resolved).GroupBy(t => t.Line).ToDictionary(g => g.Key, g => g.First());
    }

    /// <param name="deal">The deal as it ran, the scenario's changes included.</param>
    /// <param name="run">Its run.</param>
    public static FlowPlan Of(ResolvedDeal deal, RunView run)
    {
        var plan = new PlannedFlows(deal);
        plan.Closing(ObligorFlows.Of(deal, ResolvedScenario.Base).Sum(o => o.Opening));
        var balances = plan.deal.Tranches.ToDictionary(t => t.Id, t => t.Size.Fen);
        foreach (var period in run.Periods)
        {
            plan.Date(period, balances);
        }

        plan.Loss(run);
        var used = plan.flows.SelectMany(f => (string[])[f.Debit, f.Credit]).ToHashSet();
        return new(plan.flows, [.. plan.accounts.Opened.Where(a => used.Contains(a.Code))]);
    }

    private void Closing(long pool)
    {
        var raised = 0L;
        foreach (var tranche in deal.Tranches)
        {
            raised += tranche.Size.Fen;
            var name = tranche.Name ?? Words.Same(tranche.Id);
            Add(PlanAccounts.Custody, accounts.Note(tranche), tranche.Size.Fen, $"closing.{tranche.Id}", new($"募集资金：{name.Zh}", $"issue proceeds: {name.En}"));
        }

        var memo = new Words("购买基础资产，价款按募集额计", "purchase of the pool at what was raised");
        Add(PlanAccounts.Pool, PlanAccounts.Custody, Math.Min(pool, raised), "closing.pool", memo);
        Add(PlanAccounts.Pool, PlanAccounts.PriceDifference, pool - raised, "closing.discount", new("基础资产本金高于价款之数", "principal of the pool above its price"));
        Add(PlanAccounts.PriceDifference, PlanAccounts.Custody, raised - pool, "closing.premium", new("价款高于基础资产本金之数", "price above the principal of the pool"));
        foreach (var reserve in deal.Supports.Where(s => s.Kind == SupportKind.CashReserve))
        {
            Add(accounts.ReserveOf(reserve), PlanAccounts.ReserveFunding, reserve.Initial.Fen, $"closing.{reserve.Id}", new("储备金初始投入，出资方交易未载明", "initial funding of the reserve, by whom the deal does not say"));
        }
    }

    private void Date(PeriodView date, Dictionary<string, long> balances)
    {
        period = date;
        Collect(date);
        foreach (var (id, amount) in date.Drawn)
        {
            Draw(accounts.Support(id), Fen(amount));
        }

        foreach (var (line, amount) in date.Paid)
        {
            Pay(titles[line], Fen(amount));
        }

        foreach (var tranche in deal.Tranches)
        {
            var left = Fen(date.Balances[tranche.Id]);
            var writtenOff = balances[tranche.Id] - Fen(date.Paid.GetValueOrDefault($"{tranche.Id}.principal", "0")) - left;
            Add(accounts.Note(tranche), PlanAccounts.WrittenDown, writtenOff, $"{tranche.Id}.writtenOff", new("本金减记", "principal written down"));
            balances[tranche.Id] = left;
        }
    }

    private void Collect(PeriodView date)
    {
        Add(PlanAccounts.Custody, PlanAccounts.PoolInterest, Fen(date.Collected.Interest), "collected.interest", new("回收利息", "interest collected"));
        Add(PlanAccounts.Custody, PlanAccounts.Pool, Fen(date.Collected.Principal), "collected.principal", new("回收本金", "principal collected"));
        Add(PlanAccounts.Defaulted, PlanAccounts.Pool, Fen(date.Defaulted), "pool.defaulted", new("转入违约本金", "principal in default"));
        Add(PlanAccounts.Custody, PlanAccounts.Defaulted, Fen(date.Collected.Recovery), "collected.recovery", new("违约后回收", "recovery"));
    }

    private void Draw(SupportTerms support, long fen)
    {
        var name = support.Name ?? Words.Same(support.Id);
        var from = support.Kind == SupportKind.CashReserve ? accounts.ReserveOf(support) : accounts.Drawn(support);
        Add(PlanAccounts.Custody, from, fen, $"drawn.{support.Id}", new($"动用{name.Zh}", $"drawn: {name.En}"));
    }

    private void Pay(LineTitle line, long fen)
    {
        var (debit, credit) = line.Kind switch
        {
            LineKind.Tax or LineKind.Fee => (accounts.Fee(deal.Fees.First(f => f.Id == line.Owner)), PlanAccounts.Custody),
            LineKind.Repay => (accounts.Claim(accounts.Support(line.Owner)), PlanAccounts.Custody),
            LineKind.Fund => (accounts.ReserveOf(accounts.Support(line.Owner)), PlanAccounts.Custody),
            LineKind.Release => (PlanAccounts.Custody, accounts.ReserveOf(accounts.Support(line.Owner))),
            _ => (Paid(line, deal.Tranches.First(t => t.Id == line.Owner)), PlanAccounts.Custody),
        };
        Add(debit, credit, fen, line.Line, line.Title);
    }

    private string Paid(LineTitle line, TrancheTerms tranche) => line.Kind switch
    {
        LineKind.Interest => accounts.Interest(tranche),
        LineKind.Principal => accounts.Note(tranche),
        _ => accounts.ResidualOf(tranche),
    };

    /// <summary>What is still in default after the last date is lost as far as the run goes; what comes later is a recovery of its own.</summary>
    private void Loss(RunView run) =>
        Add(PlanAccounts.PoolLoss, PlanAccounts.Defaulted, run.Periods.Sum(p => Fen(p.Defaulted) - Fen(p.Collected.Recovery)), "pool.loss", new("末次兑付日仍未回收的违约本金", "principal in default not recovered by the last date"));

    private void Add(string debit, string credit, long fen, string line, Words memo)
    {
        if (fen <= 0)
        {
            return;
        }

        flows.Add(new()
        {
            Due = period is null ? deal.Dates.Closing : DateOnly.ParseExact(period.PayDate, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Period = period?.K ?? 0,
            Debit = debit,
            Credit = credit,
            Fen = fen,
            Line = line,
            Memo = period is null ? memo : new($"第 {period.K} 期 {memo.Zh}", $"Date {period.K}: {memo.En}"),
            Provisional = period?.Provisional ?? false,
        });
    }

    private static long Fen(string yuan) => Money.Cny(decimal.Parse(yuan, NumberStyles.Float, CultureInfo.InvariantCulture)).Fen;
}
