using System.Text.Json.Nodes;
using Zhirong.Modules.Assets.UseCases;

namespace Zhirong.Modules.Valuation.Drafting;

/// <summary>The firm's figures of the last whole year at the base date, each with its source.</summary>
internal sealed class FirmFigureDraft(FirmProfile firm, DateOnly baseDate, List<Lack> missing)
{
    private static readonly (string Key, string Figure, string Zh, string En)[] Figures =
        [("revenue", "revenue", "营业收入", "revenue"), ("profit", "net_profit", "净利润", "net profit"), ("net_assets", "equity", "所有者权益", "equity")];

    public JsonObject? Write()
    {
        if (firm.Statements.Where(s => s.Months == 12 && s.PeriodEnd <= baseDate).MaxBy(s => s.PeriodEnd) is not { } last)
        {
            missing.Add(new("firm", new("企业最近一年的收入、利润与净资产：登记簿没有基准日前的年度报表", "the firm's revenue, profit and net assets: the register holds no yearly statement before the base date")));
            return null;
        }

        var written = new JsonObject { ["year"] = last.PeriodEnd.Year };
        foreach (var (key, figure, zh, en) in Figures)
        {
            if (last.Figures.TryGetValue(figure, out var value))
            {
                written[key] = Stated.Figure(value, last.Audited ? last.Source : $"{last.Source}（未经审计）", "evidence", last.PeriodEnd);
            }
            else
            {
                missing.Add(new($"firm.{key}", new($"{last.PeriodEnd.Year} 年{zh}", $"{en} of {last.PeriodEnd.Year}")));
            }
        }

        return written;
    }
}
