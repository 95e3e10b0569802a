using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Engine.Waterfall.Terms;
using Zhirong.Modules.Ledger.Charts;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Securitization.Model;
using Zhirong.Modules.Securitization.Planned;
using Zhirong.Modules.Tests.Cashflow;

namespace Zhirong.Modules.Tests.Planned;

/// <summary>A deal, its run as it is kept, its planned flows, and the accounts' balances after each period (debit above zero).</summary>
internal sealed class PlanReplay
{
    public PlanReplay(string deal, string? scenario = null)
    {
        using var prepared = new PreparedDeal(deal, scenario);
        Definition = prepared.Deal.Definition;
        Run = RunView.Of(prepared.Run, "0", Language.Zh);
        Plan = PlannedFlows.Of(prepared.Deal, Run);
        PoolOpening = ObligorFlows.Of(prepared.Deal, prepared.Scenario).Sum(o => o.Opening);
        PoolBalances = [.. Enumerable.Range(0, prepared.Deal.PeriodCount).Select(k => ObligorFlows.Of(prepared.Deal, prepared.Scenario).Sum(o => o.Balance[k]))];
    }

    public DealDefinition Definition { get; }

    public RunView Run { get; }

    public FlowPlan Plan { get; set; }

    public long PoolOpening { get; }

    public IReadOnlyList<long> PoolBalances { get; }

    public static long Fen(string yuan) => (long)(decimal.Parse(yuan, CultureInfo.InvariantCulture) * 100m);

    /// <summary>Every account after the closing (index 0) and after each period.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, long>> Balances()
    {
        var accounts = new Dictionary<string, long>();
        var after = new List<IReadOnlyDictionary<string, long>>();
        for (var k = 0; k <= Run.Periods.Count; k++)
        {
            foreach (var flow in Plan.Flows.Where(f => f.Period == k))
            {
                accounts[flow.Debit] = accounts.GetValueOrDefault(flow.Debit) + flow.Fen;
                accounts[flow.Credit] = accounts.GetValueOrDefault(flow.Credit) - flow.Fen;
            }

            after.Add(new Dictionary<string, long>(accounts));
        }

        return after;
    }

    /// <summary>Everything that is not as the run says, in words; empty when the plan is true to it.</summary>
    public IReadOnlyList<string> Differences()
    {
        var (found, balances) = (new List<string>(), Balances());
        void Same(int k, string what, long expected, long actual)
        {
            if (expected != actual)
            {
                found.Add($"{k} {what}: {actual} instead of {expected}");
            }
        }

        Same(0, "custody", 0, balances[0].GetValueOrDefault(PlanAccounts.Custody));
        Same(0, "pool", PoolOpening, balances[0].GetValueOrDefault(PlanAccounts.Pool));
        foreach (var (n, period) in Run.Periods.Index())
        {
            var after = balances[n + 1];
            var last = n == Run.Periods.Count - 1;
            Same(n + 1, "custody", Fen(period.CarriedCash), after.GetValueOrDefault(PlanAccounts.Custody));
            Same(n + 1, "pool", PoolBalances[n], after.GetValueOrDefault(PlanAccounts.Pool));
            Same(n + 1, "defaulted", last ? 0 : Run.Periods.Take(n + 1).Sum(p => Fen(p.Defaulted) - Fen(p.Collected.Recovery)), after.GetValueOrDefault(PlanAccounts.Defaulted));
            foreach (var tranche in Definition.Tranches)
            {
                Same(n + 1, tranche.Id, Fen(period.Balances[tranche.Id]), -Sum(after, "2502", tranche.Id));
            }

            foreach (var support in Definition.Supports)
            {
                var reserve = support.Kind == SupportKind.CashReserve;
                var stated = Fen(period.Balances[reserve ? support.Id : $"{support.Id}.claim"]);
                Same(n + 1, support.Id, stated, reserve ? Sum(after, "100202", support.Id) : -Sum(after, "2241", support.Id) - Sum(after, "2001", support.Id));
            }

            Same(n + 1, "all accounts", 0, after.Values.Sum());
        }

        return found;
    }

    /// <summary>Accounts whose balance on the normal side is below zero after some period; only the price difference may stand on either.</summary>
    public IReadOnlyList<string> BelowZero(Chart chart) => [.. Balances().Index().SelectMany(after => after.Item
        .Where(a => a.Key != PlanAccounts.PriceDifference && Normal(chart, a) < 0)
        .Select(a => $"{after.Index} {a.Key} {a.Value}"))];

    private static long Normal(Chart chart, KeyValuePair<string, long> account) =>
        (chart.Find(account.Key) ?? chart.Find(account.Key.Split('.')[0])!).Normal == Side.Debit ? account.Value : -account.Value;

    private static long Sum(IReadOnlyDictionary<string, long> accounts, string prefix, string id) =>
        accounts.Where(a => a.Key.StartsWith(prefix, StringComparison.Ordinal) && a.Key.EndsWith($".{id}", StringComparison.Ordinal)).Sum(a => a.Value);
}
