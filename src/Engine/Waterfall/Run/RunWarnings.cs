using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Run;

/// <summary>What a reader of the figures must know beside them.</summary>
public static class RunWarnings
{
    /// <summary>Warnings of resolving, then of the run, in a fixed order.</summary>
    public static IReadOnlyList<Refusal> Of(DealRun run)
    {
        var warnings = new List<Refusal>(run.Deal.Warnings);
        foreach (var index in run.UnknownTriggers)
        {
            warnings.Add(Unknown(run.Deal.Triggers[index]));
        }

        foreach (var index in run.UnknownConditions)
        {
            warnings.Add(UnknownStep(run.Deal, index));
        }

        foreach (var fired in run.Fired)
        {
            warnings.Add(Fired(run, fired));
        }

        if (run.LateRecovery > 0)
        {
            warnings.Add(Make("RUN-0101", Severity.Warning, "pool", Money.FenText(run.LateRecovery), new("最后兑付日之前到账", "arriving by the last payment date"),
                new($"最后兑付日之后的回收款 {Money.FenText(run.LateRecovery)} 元未分配", $"Recoveries of {Money.FenText(run.LateRecovery)} arrive after the last payment date and are not paid out")));
        }

        return warnings;
    }

    private static Refusal Unknown(ResolvedTrigger trigger)
    {
        var names = Missing(trigger.When);
        return Make("TRG-0101", Severity.Warning, $"triggers.{trigger.Terms.Id}.when", names, new("情景 facts 中给出", "given under facts of a scenario"),
            new($"触发条件 {trigger.Terms.Id} 所需事实未知（{names}），视为未触发", $"The trigger {trigger.Terms.Id} needs facts that are not known ({names}); it did not fire"));
    }

    private static Refusal UnknownStep(ResolvedDeal deal, int condition)
    {
        var (mode, step) = Enumerable.Range(0, deal.Orders.Length)
            .SelectMany(m => deal.Orders[m].Where(o => o.When == condition).Select(o => (Mode: (OrderMode)m, o.Step))).First();
        var path = $"waterfalls.{mode.Word()}.{step}.when";
        var names = Missing(deal.Conditions[condition]);
        return Make("TRG-0104", Severity.Warning, path, names, new("情景 facts 中给出", "given under facts of a scenario"),
            new($"步骤条件 {path} 所需事实未知（{names}），视为不成立", $"The condition {path} needs facts that are not known ({names}); the step did not run"));
    }

    /// <summary>The outside facts a condition reads, or its text when it fails for another reason, such as a division by zero.</summary>
    private static string Missing(RuleExpression condition)
    {
        var names = condition.Names.Where(n => DealVocabulary.OutsideFacts.ContainsKey(n.Text)).Select(n => n.Text).ToList();
        return names.Count == 0 ? condition.Text : string.Join(", ", names);
    }

    private static Refusal Fired(DealRun run, TriggerFired fired)
    {
        var (period, terms) = (fired.Period, run.Deal.Triggers[fired.Trigger].Terms);
        var date = $"{run.Deal.Periods[period].Date:yyyy-MM-dd}";
        var name = terms.Name ?? Words.Same(terms.Id);
        return terms.Then is { } mode
            ? Make("TRG-0102", Severity.Warning, $"triggers.{terms.Id}", date, Words.Same("—"),
                new($"第 {period + 1} 期（{date}）{name.Zh}触发，转{mode.Title().Zh}顺序：{fired.Reason}", $"{name.En} fired on date {period + 1} ({date}); the order is now {mode.Title().En}: {fired.Reason}"))
            : Make("TRG-0103", Severity.Info, $"triggers.{terms.Id}", date, Words.Same("—"),
                new($"第 {period + 1} 期（{date}）{name.Zh}触发，应执行 {terms.Act}（不动款）：{fired.Reason}", $"{name.En} fired on date {period + 1} ({date}); act: {terms.Act} (moves no money): {fired.Reason}"));
    }

    private static Refusal Make(string code, Severity severity, string path, string found, Words expected, Words message) => new()
    {
        Code = code,
        Severity = severity,
        Path = path,
        Found = found,
        Expected = expected,
        Message = message,
    };
}
