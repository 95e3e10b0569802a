using Spectre.Console;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Schemes;
using Zhirong.Engine.Rules.Subsidies;

namespace Zhirong.Host.Tables;

/// <summary>Aid for people: conditions, each item with its steps, the total.</summary>
internal static class SubsidyTable
{
    public static void Print(SubsidyResult made, Language language)
    {
        var zh = language == Language.Zh;
        SchemeTable.Conditions(made.Conditions, Page.Plain(made.Rule.Head.Title.In(language)), language);
        foreach (var aid in made.Items)
        {
            SchemeTable.Conditions(aid.Conditions, Page.Plain(aid.Item.Title.In(language)), language);
            SchemeTable.Steps(aid.Steps, Page.Plain(aid.Item.Title.In(language)), language);
        }

        SchemeTable.Steps(made.Steps, zh ? "整体" : "as a whole", language);
        var table = Page.Table(zh ? "补助（元）" : "aid (yuan)", zh ? "项目" : "item", zh ? "结论" : "state", zh ? "金额#" : "amount#", zh ? "至多#" : "at most#");
        foreach (var aid in made.Items)
        {
            table.AddRow(Page.Plain(aid.Item.Title.In(language)), State(aid.State, zh), Yuan(aid.AmountFen), Yuan(aid.AtMostFen));
        }

        table.AddRow(zh ? "合计" : "total", State(made.State, zh), Yuan(made.TotalFen), Yuan(made.AtMostFen));
        Page.Write(table);
        SchemeTable.Foot(made.Rule.Head, made.Missing, name => SchemeWanted.Of(made.Rule, name), language);
    }

    private static string Yuan(long? fen) => fen is { } known ? Page.Yuan(known) : "—";

    private static string State(AidState state, bool zh) => state switch
    {
        AidState.Granted => zh ? "[green]可补助[/]" : "[green]granted[/]",
        AidState.Refused => zh ? "[red]不予补助[/]" : "[red]refused[/]",
        _ => zh ? "[yellow]待核实[/]" : "[yellow]open[/]",
    };
}
