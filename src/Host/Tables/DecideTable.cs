using Spectre.Console;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Checking;
using Zhirong.Engine.Rules.Deciding;
using Zhirong.Engine.Rules.Policies;
using Zhirong.Engine.Rules.Replaying;
using Zhirong.Engine.Rules.Writing;

namespace Zhirong.Host.Tables;

/// <summary>Decisions, findings and replays for people.</summary>
internal static class DecideTable
{
    public static void Print(Decision decision, Language language)
    {
        var zh = language == Language.Zh;
        var colour = decision.Outcome switch { Outcome.Decline => "red", Outcome.Refer => "yellow", _ => "green" };
        Page.Line($"[bold]{Page.Plain(decision.Policy.Title.In(language))}[/] {Page.Plain(decision.Policy.Name)} · {Page.Plain(decision.Facts.Id)} · {decision.Facts.Day:yyyy-MM-dd} · [{colour}]{PolicyWords.Title(decision.Outcome).In(language)}[/]");
        if (decision.Reasons.Count > 0)
        {
            var table = Page.Table(zh ? "理由" : "reasons", zh ? "结论" : "outcome", zh ? "理由码" : "code", zh ? "理由" : "reason", zh ? "步骤" : "step", zh ? "条件与余量" : "conditions and margins");
            foreach (var reason in decision.Reasons)
            {
                table.AddRow(PolicyWords.Title(reason.Outcome).In(language), Page.Plain(reason.Code), Page.Plain(reason.Sentence.In(language)), Page.Plain(reason.Row.Length == 0 ? reason.Step : $"{reason.Step} · {reason.Row}"), Page.Plain(string.Join(zh ? "；" : "; ", reason.Conditions.Select(c => PolicyWords.Sentence(c, reason.Outcome).In(language)))));
            }

            Page.Write(table);
        }

        if (decision.Missing.Count > 0)
        {
            var table = Page.Table(zh ? "待核实的事实" : "facts to be verified", zh ? "事实" : "fact", zh ? "名称" : "title", zh ? "原因" : "why", zh ? "来源" : "source");
            decision.Missing.ToList().ForEach(m => table.AddRow(Page.Plain(m.Fact.Name), Page.Plain(m.Fact.Title.In(language)), PolicyWords.Title(m.Why).In(language), Page.Plain(m.Fact.Source)));
            Page.Write(table);
        }

        Figures(decision, language);
        decision.Steps.ToList().ForEach(s => Step(s, language, ""));
        Page.Line($"[grey]{(zh ? "政策" : "policy")} {Page.Plain(decision.Policy.Hash)} · {(zh ? "事实" : "facts")} {Page.Plain(decision.Facts.Hash)}[/]");
        var open = decision.Policy.Parameters.Count(p => !p.Verified);
        if (open > 0)
        {
            Page.Line($"[yellow]{(zh ? $"{open} 个参数未经核对" : $"{open} parameters are not verified")}[/]");
        }
    }

    public static void Print(PolicyCheck check, Language language)
    {
        var zh = language == Language.Zh;
        var policy = check.Policy.Definition;
        Page.Line($"[bold]{Page.Plain(policy.Title.In(language))}[/] {Page.Plain(policy.Name)} · {(check.Passes ? zh ? "[green]可以发布[/]" : "[green]may be published[/]" : zh ? "[red]不可发布[/]" : "[red]may not be published[/]")} · {(zh ? "测试" : "tests")} {check.Tests.Count(t => t.Differences.Count == 0)}/{check.Tests.Count}");
        var table = Page.Table(zh ? "发现" : "findings", zh ? "行" : "line", zh ? "代码" : "code", zh ? "位置" : "path", zh ? "发现" : "finding", zh ? "例子" : "example");
        foreach (var finding in check.Findings)
        {
            var colour = finding.What.Severity switch { Severity.Error => "red", Severity.Warning => "yellow", _ => "grey" };
            table.AddRow($"{Math.Max(1, finding.What.Line)}", $"[{colour}]{finding.What.Code}[/]", Page.Plain(finding.What.Path), Page.Plain(finding.What.Sentence(language)), Page.Plain(string.Join(", ", finding.Example.Select(e => $"{e.Key} = {e.Value}"))));
        }

        Page.Write(table);
        Page.Line($"[grey]{Page.Plain(policy.Hash)}[/]");
    }

    public static void Print(PolicyReplay replay, Language language)
    {
        var zh = language == Language.Zh;
        Page.Line($"[bold]{Page.Plain(replay.Before.Definition.Name)} → {Page.Plain(replay.After.Definition.Name)}[/] · {replay.Applications} {(zh ? "份申请" : "applications")} · {replay.Changes.Count} {(zh ? "份有变化" : "change")}");
        var outcomes = Page.Table(zh ? "结论" : "outcomes", zh ? "现行" : "before", zh ? "新版" : "after", zh ? "份数#" : "applications#");
        replay.Outcomes.ToList().ForEach(o => outcomes.AddRow(PolicyWords.Title(o.Before).In(language), PolicyWords.Title(o.After).In(language), $"{o.Applications}"));
        Page.Write(outcomes);
        var reasons = Page.Table(zh ? "理由" : "reasons", zh ? "理由码" : "code", zh ? "理由" : "reason", zh ? "现行#" : "before#", zh ? "新版#" : "after#", zh ? "差#" : "difference#");
        replay.Reasons.ToList().ForEach(r => reasons.AddRow(Page.Plain(r.Code), Page.Plain(r.Sentence.In(language)), $"{r.Before}", $"{r.After}", $"{r.After - r.Before:+0;-0;0}"));
        Page.Write(reasons);
        var changes = Page.Table(zh ? "变化" : "changes", zh ? "申请" : "application", zh ? "现行" : "before", zh ? "新版" : "after", zh ? "新增理由" : "gained", zh ? "消失理由" : "lost", zh ? "数值" : "figures");
        foreach (var change in replay.Changes)
        {
            changes.AddRow(Page.Plain(change.Application), PolicyWords.Title(change.Before).In(language), PolicyWords.Title(change.After).In(language), Page.Plain(string.Join(", ", change.Gained)), Page.Plain(string.Join(", ", change.Lost)),
                Page.Plain(string.Join(", ", change.Figures.Select(f => $"{f.Name} {(f.Before is { } b ? PolicyWords.Text(b) : "—")} → {(f.After is { } a ? PolicyWords.Text(a) : "—")}"))));
        }

        Page.Write(changes);
    }

    private static void Figures(Decision decision, Language language)
    {
        if (decision.Figures.Count == 0)
        {
            return;
        }

        var zh = language == Language.Zh;
        var table = Page.Table(zh ? "数值" : "figures", zh ? "名称" : "name", zh ? "项目" : "title", zh ? "值#" : "value#", zh ? "单位" : "unit");
        decision.Figures.ToList().ForEach(f => table.AddRow(Page.Plain(f.Figure.Name), Page.Plain(f.Figure.Title.In(language)), Page.Plain(PolicyWords.Text(f) ?? "—"), Page.Plain(f.Figure.Unit)));
        Page.Write(table);
    }

    private static void Step(StepTrace step, Language language, string above)
    {
        var zh = language == Language.Zh;
        var gives = string.Join(", ", step.Given.Select(g => $"{g.Name} {PolicyWords.Text(g.Value) ?? "?"}"));
        var table = Page.Table($"{above}{step.Step.Title.In(language)} → {gives}", zh ? "行" : "row", zh ? "情形" : "how", zh ? "条件与余量" : "conditions and margins");
        void Rows(IReadOnlyList<RowTrace> rows, string how) => rows.ToList().ForEach(r => table.AddRow(Page.Plain(r.Row.Id), how, Page.Plain(Conditions(r.Conditions, language))));
        Rows(step.Fired, zh ? "命中" : "fired");
        Rows(step.Doubtful, zh ? "[yellow]取决于未知[/]" : "[yellow]depends on unknowns[/]");
        Rows(step.Near, zh ? "[grey]最接近[/]" : "[grey]nearest[/]");
        foreach (var indicator in step.Indicators)
        {
            table.AddRow(Page.Plain(indicator.Indicator.Title.In(language)), $"{PolicyWords.Text(indicator.Indicator.Weight)}", Page.Plain(indicator.Points is { } points
                ? $"{PolicyWords.Text(indicator.Has)} → {PolicyWords.Text(points)} / {PolicyWords.Text(indicator.Indicator.Max)}{(indicator.Lost > 0 ? zh ? $"，失 {PolicyWords.Text(indicator.Lost.Value)}" : $", costs {PolicyWords.Text(indicator.Lost.Value)}" : "")}"
                : zh ? "待核实，不计分" : "to be verified, not scored"));
        }

        Page.Write(table);
        step.Inner?.Steps.ToList().ForEach(s => Step(s, language, $"{above}{step.Step.Title.In(language)} / "));
    }

    private static string Conditions(IReadOnlyList<ConditionTrace> conditions, Language language) =>
        string.Join(language == Language.Zh ? "；" : "; ", conditions.Select(c => PolicyWords.Sentence(c).In(language)));
}
