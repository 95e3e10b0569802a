using Spectre.Console;
using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Groups;
using Zhirong.Engine.Basics;

namespace Zhirong.Host.Tables;

/// <summary>An appraisal for people.</summary>
internal static class ValueTable
{
    public static void Print(GroupValue value, Language language)
    {
        var (zh, of) = (language == Language.Zh, value.Case);
        var table = Page.Table(
            $"{Page.Printable(of.Id)} · {Page.Printable(of.Group.Title.In(language))} · {of.Terms.BaseDate:yyyy-MM-dd} · {TermWords.Title(of.Terms.Standard).In(language)} · {TermWords.Title(of.Terms.Purpose).In(language)}",
            zh ? "方法" : "method", zh ? "途径" : "approach", zh ? "评估值（元）#" : "value, yuan#", zh ? "权重#" : "weight#", zh ? "期限（年）#" : "years#");
        foreach (var method in value.Methods)
        {
            table.AddRow(Page.Plain($"{method.Id} {method.Method.Title().In(language)}"), Methods.Title(method.Method.ApproachOf()).In(language), Page.Yuan(method.Value.Fen),
                value.Conclusion?.Weights.TryGetValue(method.Id, out var weight) == true ? Figure.Text(weight) : "—", method.Horizon is { } years ? Figure.Text(years) : "—");
        }

        foreach (var open in value.Open)
        {
            table.AddRow(Page.Plain($"{open.Id} {open.Method.Title().In(language)}"), Methods.Title(open.Method.ApproachOf()).In(language), zh ? "[yellow]待核实[/]" : "[yellow]to be verified[/]", "—", "—");
        }

        Page.Write(table);
        value.Methods.Where(m => m.CashFlows.Count > 0).ToList().ForEach(m => Flows(m, zh, language));
        Conclusion(value, zh, language);
        Extras(value, zh, language);
        Page.Notes([.. value.Open.SelectMany(o => o.Refusals), .. value.Methods.SelectMany(m => m.Warnings), .. value.Warnings], language);
        Page.Line(zh ? "[grey]价值分析意见，非法定资产评估报告；经两名资产评估师签名后方可作为评估报告使用。[/]" : "[grey]An analysis of value and no statutory appraisal report unless two appraisers sign it.[/]");
    }

    private static void Flows(MethodValue method, bool zh, Language language)
    {
        string[] heads = zh
            ? ["期", "年度", "时点#", "收益#", "分成#", "税后系数#", "折现系数#", "现值#"]
            : ["no", "year", "time#", "income#", "share#", "kept#", "factor#", "present value#"];
        var table = Page.Table($"{Page.Printable(method.Id)} {method.Method.Title().In(language)}", heads);
        foreach (var flow in method.CashFlows)
        {
            table.AddRow($"{flow.Period}", $"{flow.Year}", Figure.Text(flow.Time), $"{flow.Income:#,##0.00}", $"{flow.Share:0.000000}", Figure.Text(Rounding.Decimals(flow.Kept, 6)), $"{flow.Factor:0.000000}", $"{flow.PresentValue:#,##0.00}");
        }

        Page.Write(table);
    }

    private static void Conclusion(GroupValue value, bool zh, Language language)
    {
        if (value.Conclusion is not { } conclusion)
        {
            return;
        }

        Page.Line(zh ? $"[bold]评估结论 {Page.Yuan(conclusion.Value.Fen)} 元[/] · {Page.Plain(conclusion.Reason)}" : $"[bold]Concluded value {Page.Yuan(conclusion.Value.Fen)} yuan[/] · {Page.Plain(conclusion.Reason)}");
        var rights = Page.Table(zh ? "分摊到各项权利" : "over the rights", zh ? "权利" : "right", zh ? "号码" : "number", zh ? "权重#" : "weight#", zh ? "价值（元）#" : "value, yuan#");
        foreach (var right in value.Rights)
        {
            rights.AddRow(Page.Plain(right.Right.Title.In(language)), Page.Plain(right.Right.Number), Figure.Text(right.Right.Weight), Page.Yuan(right.Value.Fen));
        }

        Page.Write(rights);
        var bases = Page.Table(zh ? "各口径并列" : "bases side by side", zh ? "口径" : "basis", zh ? "出具方" : "by", zh ? "日期" : "on", zh ? "价值（元）#" : "value, yuan#", zh ? "上限（元）#" : "limit, yuan#");
        foreach (var basis in value.Bases)
        {
            bases.AddRow(TermWords.Title(basis.Basis).In(language), Page.Plain(basis.By), $"{basis.Date:yyyy-MM-dd}", Page.Yuan(basis.Value.Fen), basis.Limit is { } limit ? Page.Yuan(limit.Fen) : "—");
        }

        Page.Write(bases);
    }

    private static void Extras(GroupValue value, bool zh, Language language)
    {
        if (value.Pledge is { } pledge)
        {
            Page.Line(zh ? $"质押价值 {Page.Yuan(pledge.Value.Fen)} 元" : $"Pledge value {Page.Yuan(pledge.Value.Fen)} yuan");
        }

        if (value.Tornado.Count > 0)
        {
            var table = Page.Table(zh ? "敏感性" : "sensitivity", zh ? "参数" : "input", zh ? "低值#" : "low#", zh ? "高值#" : "high#", zh ? "评估值（低）#" : "value at low#", zh ? "评估值（高）#" : "value at high#");
            foreach (var bar in value.Tornado)
            {
                table.AddRow(bar.Input.In(language), Figure.Text(bar.LowInput), Figure.Text(bar.HighInput), $"{bar.AtLow:#,##0.00}", $"{bar.AtHigh:#,##0.00}");
            }

            Page.Write(table);
        }

        if (value.Simulated is { } s)
        {
            Page.Line(zh
                ? $"模拟 {s.Paths} 次：均值 {s.Mean:#,##0.00}，5% 分位 {s.Low:#,##0.00}，中位 {s.Middle:#,##0.00}，95% 分位 {s.High:#,##0.00}"
                : $"{s.Paths} draws: mean {s.Mean:#,##0.00}, P5 {s.Low:#,##0.00}, P50 {s.Middle:#,##0.00}, P95 {s.High:#,##0.00}");
        }

        if (value.Rolled is { } rolled && value.Case.RollForward is { } asked)
        {
            Page.Line(zh
                ? $"动态重估至 {asked.To:yyyy-MM-dd}：仅时间推移 {Page.Yuan(rolled.TimeOnly.Value.Fen)} 元，计入事件后 {Page.Yuan(rolled.Value.Fen)} 元"
                : $"Rolled forward to {asked.To:yyyy-MM-dd}: time alone {Page.Yuan(rolled.TimeOnly.Value.Fen)} yuan, after events {Page.Yuan(rolled.Value.Fen)} yuan");
        }
    }
}
