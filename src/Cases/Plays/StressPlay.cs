using Zhirong.Cases.Reading;
using Zhirong.Cases.Values;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Engine.Waterfall.Scenarios;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Cases.Plays;

/// <summary>
/// Runs the deal with the named defaults, and once more for every single obligor: <c>stress.defaulted</c>,
/// <c>stress.mode</c>, <c>stress.topup.drawn</c>, <c>stress.A.interest|principal|unpaid</c>, <c>stress.each.A.unpaid</c>, and what whoever
/// carries the debts stands for, firm by firm: <c>stress.exposure.before|after|claim</c>, <c>stress.exposure.N01.before|after|claim</c>.
/// </summary>
internal sealed class StressPlay : IPlay
{
    public string Name => "stress";

    public void Play(Stage stage, FieldReader parameters, List<Refusal> refusals)
    {
        var defaults = Defaults(stage, parameters, refusals);
        if (refusals.Count > 0)
        {
            return;
        }

        var prepared = stage.Prepare(new ScenarioDefinition { Id = "stress", Defaults = [.. defaults.Select(d => d.Value)] });
        if (stage.LintError is { } error)
        {
            stage.Outputs.Refuse(Name, error);
            return;
        }

        using var run = new ExactMachine(prepared.Deal!).Run(prepared.Scenario!);
        Publish(stage, run, defaults);
        Exposure(stage, ObligorFlows.Of(prepared.Deal!, prepared.Scenario!), defaults);
        EachAlone(stage);
    }

    private static List<Traced<DefaultEvent>> Defaults(Stage stage, FieldReader parameters, List<Refusal> refusals)
    {
        var events = new List<Traced<DefaultEvent>>();
        foreach (var (_, item) in Rows.Of(parameters.Required("defaults"), parameters.Join("defaults"), refusals))
        {
            var obligor = stage.Text(item, "obligor", refusals);
            var period = item.Whole("period", 1, 600, required: true) ?? 1;
            var lag = item.Whole("lag", 0, 600) ?? 0;
            var recovery = stage.Ratio(item, "recovery", 1, refusals);
            item.Finish();
            if (obligor is { } who && recovery is { } share)
            {
                events.Add(new(new(who.Value, period, share.Value, lag), [.. who.From, .. share.From]));
            }
        }

        return events;
    }

    private static void Publish(Stage stage, DealRun run, List<Traced<DefaultEvent>> defaults)
    {
        var (deal, outputs) = (run.Deal.Definition, stage.Outputs);
        var periods = Enumerable.Range(0, run.Deal.PeriodCount).ToList();
        var from = defaults.SelectMany(d => d.From).ToList();
        var who = string.Join("、", defaults.Select(d => d.Value.Obligor));
        var fired = RunWarnings.Of(run).Where(w => w.Code.StartsWith("TRG-0102", StringComparison.Ordinal)).ToList();
        outputs.Add("stress.defaulted", CaseValue.Of(Money.OfFen(periods.Sum(k => run.Period(k).Defaulted))), new($"{who} 违约时的本金", $"principal of {who} at default"),
            defaults.SelectMany(d => stage.Origins($"deal.pool.obligors.{d.Value.Obligor}.principal").Concat(d.From.Take(1))));
        outputs.Add("stress.mode", CaseValue.Of(run.Period(periods[^1]).Mode.Word()), fired.Count == 0 ? new("没有触发事件", "no trigger fired") : fired[0].Message, from.Take(1));
        for (var i = 0; i < deal.Supports.Count; i++)
        {
            var drawn = Money.OfFen(periods.Sum(k => run.DrawnFen(k, i)));
            outputs.Add($"stress.{deal.Supports[i].Id}.drawn", CaseValue.Of(drawn), Drawn(run, who), [.. from, .. Coupons(stage, deal), .. Terms(stage, deal.Supports[i])]);
        }

        foreach (var tranche in DealSummary.Of(run))
        {
            var limits = deal.Supports.SelectMany(s => Terms(stage, s));
            outputs.Add($"stress.{tranche.Tranche}.unpaid", CaseValue.Of(tranche.Unpaid), new($"{who} 违约，末次兑付后的本金余额与欠息", $"{who} defaults; principal and interest left after the last date"), limits);
            outputs.Add($"stress.{tranche.Tranche}.interest", CaseValue.Of(tranche.Interest), new($"{who} 违约时实付利息", $"interest paid although {who} defaults"), stage.Origins($"deal.tranches.{tranche.Tranche}.coupon"));
            outputs.Add($"stress.{tranche.Tranche}.principal", CaseValue.Of(tranche.Principal), new($"{who} 违约时实付本金", $"principal paid although {who} defaults"), stage.Origins($"deal.tranches.{tranche.Tranche}.size"));
        }
    }

    /// <summary>Principal behind each firm before and after the date of the first default: what still runs, and what has become a claim.</summary>
    private static void Exposure(Stage stage, IReadOnlyList<ObligorFlow> flows, List<Traced<DefaultEvent>> defaults)
    {
        if (defaults.Count == 0)
        {
            return;
        }

        var (date, who, from) = (defaults.Min(d => d.Value.Period) - 1, defaults.SelectMany(d => d.From.Take(1)).ToList(), defaults.SelectMany(d => d.From).ToList());
        var sums = new long[3];
        void Publish(string name, ReadOnlySpan<long> fen, IEnumerable<string> origins)
        {
            var of = origins.ToList();
            stage.Outputs.Add($"stress.exposure.{name}before", CaseValue.Of(Money.OfFen(fen[0])), new("违约前的未偿本金", "principal outstanding before the default"), of);
            stage.Outputs.Add($"stress.exposure.{name}after", CaseValue.Of(Money.OfFen(fen[1])), new("违约后仍正常的未偿本金", "principal that still runs after the default"), [.. of, .. who]);
            stage.Outputs.Add($"stress.exposure.{name}claim", CaseValue.Of(Money.OfFen(fen[2])), new("违约转为代偿债权的本金减回收", "principal in default less recoveries"), [.. of, .. from]);
        }

        foreach (var flow in flows)
        {
            long[] fen = [date == 0 ? flow.Opening : flow.Balance[date - 1], flow.Balance[date], flow.Defaulted.Take(date + 1).Sum() - flow.Recovery.Sum()];
            for (var i = 0; i < fen.Length; i++)
            {
                sums[i] += fen[i];
            }

            Publish($"{flow.Obligor}.", fen, stage.Origins($"deal.pool.obligors.{flow.Obligor}.principal"));
        }

        Publish("", sums, stage.Origins("deal.pool.obligors"));
    }

    private static IEnumerable<string> Coupons(Stage stage, DealDefinition deal) =>
        deal.Tranches.Where(t => t.Coupon > 0).SelectMany(t => stage.Origins($"deal.tranches.{t.Id}.coupon")).Concat(stage.Origins("deal.pool.contract.rate"));

    /// <summary>Limit and modes of a support, where the file writes them.</summary>
    private static IEnumerable<string> Terms(Stage stage, SupportTerms support)
    {
        var path = $"deal.support.{support.Id}";
        return stage.Origins(((string[])["limit", "draw_in"]).Select(key => $"{path}.{key}").Where(p => stage.Tree.Find(p) is not null));
    }

    private static Words Drawn(DealRun run, string who)
    {
        var periods = Enumerable.Range(0, run.Deal.PeriodCount).ToList();
        var collected = Money.OfFen(periods.Sum(k => run.Period(k).Interest + run.Period(k).Principal + run.Period(k).Recovery));
        var paid = Money.OfFen(periods.Sum(k => Enumerable.Range(0, run.Deal.Lines.Count).Sum(l => run.PaidFen(k, l))));
        return new($"{who} 违约：实付 {paid} − 收款 {collected}", $"{who} defaults: paid {paid} − collected {collected}");
    }

    /// <summary>Every obligor defaults alone on the first date without recovery; the worst of these runs.</summary>
    private static void EachAlone(Stage stage)
    {
        var deal = stage.Deal.Deal!;
        var machine = new ExactMachine(deal);
        var worst = deal.Definition.Tranches.ToDictionary(t => t.Id, _ => (Unpaid: Money.Zero, Who: ""));
        for (var i = 0; i < deal.Definition.Pool.Obligors.Count; i++)
        {
            using var run = machine.Run(ResolvedScenario.OneDefault(i, 1));
            foreach (var tranche in DealSummary.Of(run).Where(t => t.Unpaid > worst[t.Tranche].Unpaid))
            {
                worst[tranche.Tranche] = (tranche.Unpaid, deal.Definition.Pool.Obligors[i].Id);
            }
        }

        var count = deal.Definition.Pool.Obligors.Count;
        var limits = deal.Definition.Supports.SelectMany(s => Terms(stage, s)).ToList();
        foreach (var (tranche, (unpaid, who)) in worst)
        {
            var formula = who.Length == 0
                ? new Words($"{count} 户逐一违约（回收 0），{tranche} 档未付的最大值", $"the most {tranche} is left unpaid when each of {count} firms defaults alone, recovery 0")
                : new Words($"{count} 户逐一违约（回收 0），{who} 违约时最大", $"each of {count} firms defaults alone, recovery 0; worst when {who} does");
            stage.Outputs.Add($"stress.each.{tranche}.unpaid", CaseValue.Of(unpaid), formula, limits);
        }
    }
}
