using Spectre.Console;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Schemes;
using Zhirong.Engine.Rules.Sharing;

namespace Zhirong.Host.Tables;

/// <summary>Risk shares for people: conditions, steps, each party's part before and after recoveries.</summary>
internal static class ShareTable
{
    public static void Print(ShareResult made, Language language)
    {
        var zh = language == Language.Zh;
        SchemeTable.Conditions(made.Conditions, Page.Plain(made.Rule.Head.Title.In(language)), language);
        SchemeTable.Conditions(made.Trigger, zh ? "触发条件（任一）" : "what makes it payable (any)", language);
        SchemeTable.Steps([.. made.Steps, .. made.Filing.Steps], zh ? "计算步骤" : "steps", language);
        if (made.Parties.Count > 0)
        {
            var table = Page.Table(zh ? "损失分担（元）" : "who bears the loss (yuan)", zh ? "参与方" : "party", zh ? "分担#" : "shared#", zh ? "另行承担#" : "outside#", zh ? "合计#" : "total#", zh ? "追偿返还#" : "returned#", zh ? "最终损失#" : "final#", zh ? "限额" : "limit");
            foreach (var part in made.Parties)
            {
                table.AddRow(Page.Plain(part.Party.Title.In(language)), Page.Yuan(part.SharedFen), Page.Yuan(part.OutsideFen), Page.Yuan(part.TotalFen), Page.Yuan(part.ReturnedFen), Page.Yuan(part.FinalFen), Page.Plain(part.LimitedBy ?? ""));
            }

            table.AddRow(zh ? "合计" : "total", Page.Yuan(made.Parties.Sum(p => p.SharedFen)), Page.Yuan(made.Parties.Sum(p => p.OutsideFen)), Page.Yuan(made.Parties.Sum(p => p.TotalFen)), Page.Yuan(made.Parties.Sum(p => p.ReturnedFen)), Page.Yuan(made.Parties.Sum(p => p.FinalFen)), "");
            Page.Write(table);
        }

        Page.Line(made.State switch
        {
            ShareState.Shared => zh ? "[green]按规则分担[/]" : "[green]Shared by the rule[/]",
            ShareState.NotCovered => zh ? "[red]不在分担范围内[/]" : "[red]Not covered[/]",
            ShareState.NotDue => zh ? "[yellow]尚未触发[/]" : "[yellow]Not payable yet[/]",
            _ => zh ? "[yellow]待核实，不列各方金额[/]" : "[yellow]Open: nobody's part is stated[/]",
        });
        SchemeTable.Foot(made.Rule.Head, [.. made.Missing, .. made.Filing.Missing], name => SchemeWanted.Of(made.Rule, name), language);
    }
}
