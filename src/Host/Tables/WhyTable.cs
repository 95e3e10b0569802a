using Spectre.Console;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Host.Tables;

/// <summary>Why a line was paid, for people.</summary>
internal static class WhyTable
{
    public static void Print(DealRun run, IReadOnlyList<LineReason> reasons, Language language)
    {
        var zh = language == Language.Zh;
        foreach (var reason in reasons)
        {
            var table = Page.Table($"{run.Deal.Definition.Id} · {(zh ? "第" : "date")} {reason.Period} {(zh ? "期" : "")} {reason.Date:yyyy-MM-dd} · {reason.Line}", zh ? "项目" : "item", zh ? "元#" : "yuan#", zh ? "说明" : "reason");
            table.AddRow(zh ? "应付" : "due", Page.Yuan(reason.Due.Fen), Page.Plain(reason.Formula.In(language)));
            if (reason.Owed != reason.Due)
            {
                table.AddRow(zh ? "当期必付" : "owed on the date", Page.Yuan(reason.Owed.Fen), zh ? "超出部分有余才付，不计欠付" : "what goes beyond is paid if there is cash, and is not short");
            }

            table.AddRow(zh ? "上限" : "cap", reason.Cap is { } cap ? Page.Yuan(cap.Fen) : "—", "");
            table.AddRow(zh ? "轮到时可用资金" : "cash at its turn", Page.Yuan(reason.Available.Fen), Before(reason, zh));
            table.AddRow(zh ? "其中增信支付" : "from support", Page.Yuan(reason.FromSupport.Fen), "");
            table.AddRow(zh ? "[bold]实付[/]" : "[bold]paid[/]", Page.Yuan(reason.Paid.Fen), reason.Skipped ? zh ? "条件不满足，未执行" : "the condition did not hold" : "");
            table.AddRow(zh ? "不足" : "shortage", Page.Yuan(reason.Shortage.Fen), "");
            table.AddRow(zh ? "规则" : "rule", "", Page.Plain(Rule(reason, zh)));
            Page.Write(table);
        }
    }

    private static string Rule(LineReason reason, bool zh)
    {
        var place = zh ? $"{reason.Rule}（{reason.Mode.Title().Zh}，{reason.Position}/{reason.Positions}）" : $"{reason.Rule} ({reason.Mode.Title().En}, {reason.Position}/{reason.Positions})";
        return reason.Condition is { } when ? $"{place} when {when}" : place;
    }

    private static string Before(LineReason reason, bool zh)
    {
        var taken = reason.Before.Where(b => b.Value.Fen > 0).ToList();
        return taken.Count == 0 ? "" : Page.Plain((zh ? "前序已付 " : "paid before: ") + string.Join(zh ? "、" : ", ", taken.Select(b => $"{b.Key} {b.Value.Yuan:#,##0.00}")));
    }
}
