using Spectre.Console;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Host.Tables;

/// <summary>A run as cash-flow tables for people.</summary>
internal static class RunTable
{
    public static void Print(DealRun run, IReadOnlyList<Refusal> warnings, Language language)
    {
        var deal = run.Deal.Definition;
        var zh = language == Language.Zh;
        Page.Line($"[bold]{Page.Plain(deal.Name.In(language))}[/]  {deal.Id} · {deal.Market} · {ChineseAmount.Short(deal.Size, language)} · {(zh ? "情景" : "scenario")} {Page.Plain(run.Scenario)}");
        Flows(run, language);
        Summary(run, language);
        Page.Notes(warnings, language);
    }

    private static void Flows(DealRun run, Language language)
    {
        var zh = language == Language.Zh;
        var names = LineTitles.Of(run.Deal, language);
        var lines = Enumerable.Range(0, run.Deal.Lines.Count).Where(l => Enumerable.Range(0, run.Deal.PeriodCount).Any(k => run.PaidFen(k, l) > 0)).ToList();
        var supports = Enumerable.Range(0, run.Deal.Definition.Supports.Count).Where(i => Enumerable.Range(0, run.Deal.PeriodCount).Any(k => run.DrawnFen(k, i) > 0)).ToList();
        List<string> heads = ["k#", zh ? "兑付日" : "pay date", zh ? "顺序" : "order", zh ? "收息#" : "interest in#", zh ? "收本#" : "principal in#"];
        var recovery = Enumerable.Range(0, run.Deal.PeriodCount).Any(k => run.Period(k).Recovery > 0);
        if (recovery)
        {
            heads.Add(zh ? "回收#" : "recovery#");
        }

        heads.AddRange(supports.Select(i => (zh ? "支取 " : "drawn ") + (run.Deal.Definition.Supports[i].Name?.In(language) ?? run.Deal.Definition.Supports[i].Id) + "#"));
        heads.AddRange(lines.Select(l => names[l] + "#"));
        heads.Add(zh ? "留存#" : "carried#");
        heads.AddRange(run.Deal.Definition.Tranches.Select(t => $"{t.Id} {(zh ? "余额" : "balance")}#"));
        var rows = Enumerable.Range(0, run.Deal.PeriodCount).Select(k => Row(run, k, lines, supports, recovery, language).ToArray()).ToList();
        Page.Wide(zh ? "现金流（元）" : "Cash flow (yuan)", heads, rows, keep: 3);
    }

    private static IEnumerable<string> Row(DealRun run, int k, List<int> lines, List<int> supports, bool recovery, Language language)
    {
        var (period, row) = (run.Deal.Periods[k], run.Period(k));
        yield return $"{period.Number}";
        yield return $"{period.PayDate:yyyy-MM-dd}{(period.Provisional ? language == Language.Zh ? " 暂定" : " prov." : "")}";
        yield return row.Mode == OrderMode.Normal ? row.Mode.Title().In(language) : $"[yellow]{row.Mode.Title().In(language)}[/]";
        yield return Page.Yuan(row.Interest);
        yield return Page.Yuan(row.Principal);
        if (recovery)
        {
            yield return Page.Yuan(row.Recovery);
        }

        foreach (var i in supports)
        {
            yield return Page.Yuan(run.DrawnFen(k, i));
        }

        foreach (var line in lines)
        {
            var unpaid = run.UnpaidFen(k, line);
            yield return Page.Yuan(run.PaidFen(k, line)) + (unpaid > 0 ? $" [red]({(language == Language.Zh ? "欠" : "short")} {Page.Yuan(unpaid)})[/]" : "");
        }

        yield return Page.Yuan(row.Carried);
        for (var t = 0; t < run.Deal.Definition.Tranches.Count; t++)
        {
            yield return Page.Yuan(run.BalanceFen(k, t));
        }
    }

    private static void Summary(DealRun run, Language language)
    {
        var zh = language == Language.Zh;
        var table = Page.Table(zh ? "各档合计（元）" : "Tranches (yuan)", zh ? "档" : "tranche", zh ? "利息#" : "interest#", zh ? "本金#" : "principal#",
            zh ? "剩余收益#" : "residual#", zh ? "加权期限（年）#" : "WAL (years)#", zh ? "收益率#" : "IRR#", zh ? "未付#" : "unpaid#");
        foreach (var tranche in DealSummary.Of(run))
        {
            table.AddRow(
                Page.Plain(run.Deal.Definition.Tranches.First(t => t.Id == tranche.Tranche) is { Name: { } name } ? $"{tranche.Tranche} {name.In(language)}" : tranche.Tranche),
                Page.Yuan(tranche.Interest.Fen), Page.Yuan(tranche.Principal.Fen), Page.Yuan(tranche.Residual.Fen),
                tranche.AverageLife?.ToString("0.0000") ?? "—", tranche.Irr is { } irr ? Page.Percent(irr) : "—",
                tranche.Unpaid.Fen > 0 ? $"[red]{Page.Yuan(tranche.Unpaid.Fen)}[/]" : "—");
        }

        Page.Write(table);
    }
}
