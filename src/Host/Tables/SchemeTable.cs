using Spectre.Console;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Schemes;

namespace Zhirong.Host.Tables;

/// <summary>What the pages of both kinds of schemes print in one way.</summary>
internal static class SchemeTable
{
    public static void Conditions(IReadOnlyList<ConditionAnswer> answers, string title, Language language)
    {
        if (answers.Count == 0)
        {
            return;
        }

        var zh = language == Language.Zh;
        var table = Page.Table(title, zh ? "条件" : "condition", zh ? "结果" : "holds", zh ? "依据" : "why");
        foreach (var answer in answers)
        {
            table.AddRow(Page.Plain(answer.Condition.Title.In(language)), Holds(answer.Holds, zh), Page.Plain(string.Join(" · ", answer.Facts.Select(f => $"{f.Title.In(language)} {f.Value ?? (zh ? "待核实" : "to be verified")}"))));
        }

        Page.Write(table);
    }

    public static void Steps(IReadOnlyList<SchemeStep> steps, string title, Language language)
    {
        if (steps.Count == 0)
        {
            return;
        }

        var zh = language == Language.Zh;
        var table = Page.Table(title, zh ? "步骤" : "step", zh ? "数值#" : "value#", zh ? "说明" : "details");
        foreach (var step in steps)
        {
            table.AddRow(Page.Plain(step.Text.In(language)), Page.Plain(step.Value ?? ""), Page.Plain(string.Join(zh ? "；" : "; ", step.Details.Where(d => d.Value.Length > 0).Select(d => StepWords.Detail(d.Key, d.Value, language)))));
        }

        Page.Write(table);
    }

    public static void Foot(SchemeHead head, IReadOnlyList<string> missing, Func<string, Words> title, Language language)
    {
        var zh = language == Language.Zh;
        if (missing.Count > 0)
        {
            Page.Line($"[yellow]{(zh ? "待核实：" : "To be verified: ")}[/]{Page.Plain(string.Join(zh ? "、" : ", ", missing.Select(m => $"{title(m).In(language)} ({m})")))}");
        }

        foreach (var words in head.Open)
        {
            Page.Line($"[yellow]{(zh ? "未公布：" : "Not published: ")}[/]{Page.Plain(words.In(language))}");
        }

        Page.Line($"[grey]{Page.Plain($"{head.Name} · {head.Jurisdiction} · {head.Source} · {head.Dated:yyyy-MM-dd}")}{(head.Verified ? "" : zh ? " · 未与发文核对" : " · not compared with the issuing text")}[/]");
    }

    public static string Holds(bool? holds, bool zh) => holds switch
    {
        true => zh ? "[green]符合[/]" : "[green]yes[/]",
        false => zh ? "[red]不符合[/]" : "[red]no[/]",
        _ => zh ? "[yellow]待核实[/]" : "[yellow]unknown[/]",
    };
}
