using Spectre.Console;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Reading.Firms;

namespace Zhirong.Host.Tables;

/// <summary>Firms that were read, for people.</summary>
internal static class FirmTable
{
    private static readonly string[] Main = ["revenue", "net_profit", "total_assets", "total_liabilities", "equity"];

    public static void Print(IReadOnlyList<(string File, FirmItem Item)> items, Language language)
    {
        var zh = language == Language.Zh;
        var table = Page.Table(zh ? "企业" : "firms", zh ? "企业" : "firm", zh ? "期间" : "period", zh ? "营业收入#" : "revenue#", zh ? "净利润#" : "net profit#", zh ? "资产总计#" : "assets#", zh ? "负债合计#" : "liabilities#", zh ? "所有者权益#" : "equity#", zh ? "产品#" : "products#");
        foreach (var firm in items.Select(i => i.Item).OfType<FirmItem.Taken>().Select(t => t.Record))
        {
            foreach (var statement in firm.Statements)
            {
                table.AddRow([Page.Plain(firm.Name.Length > 0 ? firm.Name : firm.Code ?? ""), statement.Period.ToString(), .. Main.Select(f => statement.Figures.TryGetValue(f, out var amount) ? Page.Yuan(amount.Fen) : ""), $"{firm.Products.Count(p => p.Period == statement.Period)}"]);
            }
        }

        Page.Write(table);
        List<(string, Refusal)> refused = [.. items.Where(i => i.Item is FirmItem.Refused).Select(i => (i.File, ((FirmItem.Refused)i.Item).Reason))];
        List<(string, Refusal)> warned = [.. items.Where(i => i.Item is FirmItem.Warned).Select(i => (i.File, ((FirmItem.Warned)i.Item).Reason))];
        ImportTable.Reasons(zh ? "拒绝" : "refused", refused, refused.Count, language);
        ImportTable.Reasons(zh ? "提示" : "warnings", warned, warned.Count, language);
        ImportTable.Unused(FirmJson.Unused(items), language);
    }
}
