using Spectre.Console;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Diligence;
using Zhirong.Engine.Diligence.Checklists;
using Zhirong.Engine.Diligence.Judging;
using Zhirong.Engine.Diligence.Writing;

namespace Zhirong.Host.Tables;

/// <summary>Due diligence for people: rights, findings, what is open, the effect on value, the conclusion.</summary>
internal static class DiligenceTable
{
    public static void Print(DiligenceResult made, Language language)
    {
        var zh = language == Language.Zh;
        Rights(made, zh, language);
        Findings(made, zh, language);
        Unknowns(made, zh, language);
        if (made.Effects is { } effects)
        {
            Values(made, effects, zh);
        }

        var colour = made.Conclusion.Answer switch { ConclusionAnswer.No => "red", ConclusionAnswer.Yes => "green", _ => "yellow" };
        Page.Line($"[{colour}]{(zh ? "结论：" : "Conclusion: ")}{Conclusion.Title(made.Conclusion.Answer).In(language)}[/] {Page.Plain(made.Conclusion.Text.In(language))}");
        Page.Line($"[grey]{Page.Plain($"{made.Checklist.Title.In(language)} {made.Checklist.Name}")} · {Page.Plain(made.Checklist.Statement.In(language))}[/]");
    }

    private static void Rights(DiligenceResult made, bool zh, Language language)
    {
        string[] heads = zh ? ["权利", "号码", "类别", "结论", "致命#", "重大#", "一般#", "待核实#"] : ["right", "number", "category", "conclusion", "fatal#", "major#", "minor#", "unknown#"];
        var table = Page.Table($"{Name(made)} · {DiligenceWords.Title(made.Case.Purpose).In(language)} · {made.Case.Day:yyyy-MM-dd}", heads);
        foreach (var (right, tally, conclusion) in made.Rights)
        {
            table.AddRow(Page.Plain(right.Title.In(language)), Page.Plain(right.Number), DiligenceWords.KindTitle(right.Kind).In(language), Page.Plain(Conclusion.Title(conclusion.Answer).In(language)), $"{tally.Fatal}", $"{tally.Major}", $"{tally.Minor}", $"{tally.Unknown}");
        }

        Page.Write(table);
    }

    private static void Findings(DiligenceResult made, bool zh, Language language)
    {
        var table = Page.Table(zh ? "发现" : "findings", zh ? "等级" : "grade", zh ? "对象" : "subject", zh ? "章节" : "chapter", zh ? "问题" : "finding", zh ? "依据" : "ground", zh ? "影响参数" : "parameter", zh ? "系数#" : "factor#", zh ? "措施" : "what to do");
        foreach (var f in made.Findings.OrderByDescending(f => f.Grade).ThenBy(f => f.RightId, StringComparer.Ordinal))
        {
            var colour = f.Grade switch { RiskGrade.Fatal => "red", RiskGrade.Major => "yellow", _ => "grey" };
            table.AddRow(
                $"[{colour}]{DiligenceWords.Title(f.Grade!.Value).In(language)}[/]", Page.Plain(f.RightId ?? Name(made)), Page.Plain(f.Chapter.Title.In(language)), Page.Plain(f.Finding!.Text.In(language)),
                Page.Plain(string.Join("; ", f.Facts.Select(x => $"{made.Checklist.Fact(x.Name)?.Title.In(language)} {x.Value} ({(x.From.Source.Length == 0 ? zh ? "无来源" : "no source" : x.From.Source)}{(x.From.Date is { } day ? $" {day:yyyy-MM-dd}" : "")})"))),
                Page.Plain(made.Checklist.Parameter(f.Item.Touches)!.Title.In(language)), f.Factor is { } factor ? $"{factor:0.####}" : "—", Page.Plain(f.Finding.Advice.In(language)));
        }

        Page.Write(table);
    }

    /// <summary>One line for each question that is open, with the rights it is open for.</summary>
    private static void Unknowns(DiligenceResult made, bool zh, Language language)
    {
        var table = Page.Table(zh ? "待核实" : "to be verified", zh ? "检查项" : "item", zh ? "原因" : "why", zh ? "对象" : "subjects", zh ? "需要的资料" : "what to bring");
        foreach (var open in made.Unknowns.GroupBy(u => (u.Item, u.Why)))
        {
            var subjects = open.Select(u => u.RightId ?? Name(made)).ToList();
            var shown = subjects.Count <= 6 ? string.Join(", ", subjects) : $"{string.Join(", ", subjects.Take(6))} … ({subjects.Count})";
            table.AddRow(
                Page.Plain($"{(open.Key.Item.Must ? "* " : "")}{open.Key.Item.Title.In(language)}"), ItemAnswer.Title(open.Key.Why!.Value).In(language), Page.Plain(shown),
                Page.Plain(string.Join("; ", open.SelectMany(u => DiligenceJson.Asks(made, u, language)).Distinct(StringComparer.Ordinal))));
        }

        Page.Write(table);
    }

    private static void Values(DiligenceResult made, ValueEffects effects, bool zh)
    {
        var table = Page.Table(zh ? "对价值的影响（元）" : "effect on value (yuan)", zh ? "权利" : "right", zh ? "尽调前#" : "before#", zh ? "系数#" : "factor#", zh ? "尽调后#" : "after#", zh ? "原因" : "why");
        foreach (var line in effects.Lines)
        {
            table.AddRow(Page.Plain(line.RightId), Page.Yuan(line.Before.Fen), $"{line.Factor:0.####}", Page.Yuan(line.After.Fen), Page.Plain(string.Join("; ", line.Reasons.Where(r => r.Counts).Select(r => $"{r.Answer.Item.Id} × {r.Factor:0.####}"))));
        }

        table.AddRow(zh ? "合计" : "total", Page.Yuan(effects.Before.Fen), "", Page.Yuan(effects.After.Fen), Page.Plain(made.Checklist.Name));
        Page.Write(table);
    }

    private static string Name(DiligenceResult made) => made.Case.Firm.Names.Count == 0 ? made.Case.Firm.Id : made.Case.Firm.Names[0];
}
