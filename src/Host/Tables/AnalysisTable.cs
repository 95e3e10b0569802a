using Spectre.Console;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Diligence;
using Zhirong.Engine.Diligence.Portfolios;

namespace Zhirong.Host.Tables;

/// <summary>An analysis for people: fields, competition, citations, what ends, gaps with what to file, what could not be looked at.</summary>
internal static class AnalysisTable
{
    private const int MostApplicants = 5;

    public static void Print(PortfolioAnalysis made, Language language)
    {
        var zh = language == Language.Zh;
        Map(made, zh, language);
        Competition(made, zh);
        Citations(made, zh);
        Endings(made, zh);
        Gaps(made, zh, language);
        foreach (var unknown in made.Unknowns)
        {
            Page.Line($"[yellow]{(zh ? "待核实：" : "To be verified: ")}{Page.Plain(unknown.Text.In(language))}[/]");
        }

        Page.Line($"[grey]{Page.Plain(made.Policy.Name)} · {Page.Plain(made.Policy.Statement.In(language))}[/]");
    }

    private static void Map(PortfolioAnalysis made, bool zh, Language language)
    {
        string[] heads = zh ? ["技术领域", "类别", "申请年", "有效#", "在审#", "失效#", "不详#"] : ["field", "category", "filed in", "in force#", "pending#", "over#", "unknown#"];
        var table = Page.Table($"{made.Case.FirmNames[0]} · {made.Case.Day:yyyy-MM-dd} · {(zh ? $"{made.Case.Rights.Count} 项权利" : $"{made.Case.Rights.Count} rights")}", heads);
        foreach (var row in made.Map.GroupBy(c => (c.Field, c.Kind, c.Year)))
        {
            int Count(string standing) => row.Where(c => c.Standing == standing).Sum(c => c.Count);
            table.AddRow(Page.Plain(row.Key.Field ?? "—"), DiligenceWords.KindTitle(row.Key.Kind).In(language), row.Key.Year is { } year ? $"{year}" : "—", $"{Count("in_force")}", $"{Count("pending")}", $"{Count("over")}", $"{Count("unknown")}");
        }

        Page.Write(table);
    }

    private static void Competition(PortfolioAnalysis made, bool zh)
    {
        string[] heads = zh ? ["技术领域", "近年申请#", "集中度 HHI#", "本企业占比#", "主要申请人"] : ["field", "recent filings#", "HHI#", "own share#", "applicants"];
        var table = Page.Table(zh ? "竞争" : "competition", heads);
        foreach (var c in made.Competition)
        {
            table.AddRow(Page.Plain(c.Field), $"{c.Filings}", $"{c.Concentration:0.0000}", $"{c.OwnShare:P1}", Page.Plain(string.Join(zh ? "、" : ", ", c.Applicants.Take(MostApplicants).Select(a => $"{a.Applicant} {a.Filings}"))));
        }

        Page.Write(table);
    }

    private static void Citations(PortfolioAnalysis made, bool zh)
    {
        string[] heads = zh ? ["权利", "技术领域", "申请年", "被引#", "同领域同年百分位#", "样本#"] : ["right", "field", "filed in", "cited by#", "percentile of its peers#", "sample#"];
        var table = Page.Table(zh ? "被引" : "citations", heads);
        foreach (var c in made.Citations)
        {
            table.AddRow(Page.Plain(c.RightId), Page.Plain(c.Field ?? "—"), c.Year is { } year ? $"{year}" : "—", c.CitedBy is { } cited ? $"{cited}" : "—", c.Percentile is { } percentile ? $"{percentile:P1}" : "—", $"{c.Sample}");
        }

        Page.Write(table);
    }

    private static void Endings(PortfolioAnalysis made, bool zh)
    {
        string[] heads = zh ? ["权利", "事项", "日期", "距今天数#"] : ["right", "what", "on", "days#"];
        var table = Page.Table(zh ? "临近到期" : "what ends soon", heads);
        foreach (var e in made.Endings)
        {
            table.AddRow(Page.Plain(e.RightId), e.What == "term" ? zh ? "期限届满" : "end of term" : zh ? "年费" : "annual fee", $"{e.On:yyyy-MM-dd}", $"{e.Days}");
        }

        Page.Write(table);
    }

    private static void Gaps(PortfolioAnalysis made, bool zh, Language language)
    {
        string[] heads = zh ? ["对象", "缺口", "建议", "相关权利"] : ["subject", "gap", "what to do", "rights"];
        var table = Page.Table(zh ? "布局缺口" : "gaps", heads);
        foreach (var g in made.Gaps)
        {
            table.AddRow(Page.Plain(g.Subject), Page.Plain(g.Reason.In(language)), Page.Plain(g.Advice.In(language)), Page.Plain(string.Join(", ", g.Rights)));
        }

        Page.Write(table);
    }
}
