using Zhirong.Engine.Credit;
using Zhirong.Engine.Waterfall.Terms;
using Zhirong.Modules.Securitization.Analysis;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Securitization.Reports;

/// <summary>费用与企业综合融资成本: what the deal costs, and what borrowing through it costs beside an ordinary loan.</summary>
internal static class CostSection
{
    public static IReadOnlyList<ReportBlock> Of(ReportInput input, Wording wording)
    {
        var blocks = new List<ReportBlock> { input.Deal.Definition.Fees.Count == 0 ? wording.Body("交易文本未设税费。", "The deal states no taxes or fees.") : Fees(input, wording) };
        if (input.Analysis.Costs is not { } costs)
        {
            blocks.Add(wording.Body("交易文本未载明企业在债务之外的费用与补贴（或比价所需的报价利率未知），综合融资成本从略。", "The deal does not state what borrowers pay and receive beside the debt (or the prime rate to compare with is not known); the all-in cost is left out."));
            return blocks;
        }

        if (costs.Quote is { } quote)
        {
            blocks.Add(wording.Body($"比较基准为普通质押贷款：{quote.Published} 公布的贷款市场报价利率 {Wording.Rate(Wording.Number(quote.Lpr))} 加 {quote.SpreadBp} 个基点，年利率 {Wording.Rate(Wording.Number(quote.Rate))}。",
                $"Compared with an ordinary pledge loan at the loan prime rate of {quote.Published}, {Wording.Rate(Wording.Number(quote.Lpr))}, plus {quote.SpreadBp} basis points: {Wording.Rate(Wording.Number(quote.Rate))} a year."));
        }

        blocks.Add(Items(input, costs, wording));
        blocks.Add(Borrowers(input, costs, wording));
        blocks.Add(wording.Note("各成本为全部现金流（含费用、保证金与补贴，各按其日期）的年化内部收益率（XIRR）；实际成本只计已到账补贴；降幅 = 1 − 实际成本 ÷ 普通质押贷款成本。",
            "Each cost is the yearly internal rate (XIRR) of all flows with fees, deposits and subsidies on their own dates; net counts only subsidies received; reduction = 1 − net ÷ ordinary loan."));
        if (input.BaseRun is not null)
        {
            blocks.Add(wording.Note("综合融资成本按合同约定的现金流计算，不受情景影响。", "The all-in cost rests on the contracts' own flows; the scenario does not change it."));
        }

        return blocks;
    }

    private static ReportTable Fees(ReportInput input, Wording wording)
    {
        var run = new RunFigures(input.Run);
        var titles = input.Outline.Lines.ToDictionary(l => l.Name, l => Wording.Plain(wording.En ? l.En : l.Zh));
        var fees = input.Deal.Definition.Fees;
        var rows = fees.Select((fee, i) => new ReportRow(RowRole.Plain,
            [titles.GetValueOrDefault(fee.Id, fee.Id), ReportTerms.FeeKind(input.Outline.Fees[i].Kind, wording), Rule(fee, wording), Basis(input, fee, wording), Wording.YuanCell(run.PaidInAll(fee.Id))])).ToList();
        rows.Add(new(RowRole.Total, [wording.T("合计", "Total"), "", "", "", Wording.YuanCell(fees.Sum(fee => run.PaidInAll(fee.Id)))]));
        return new()
        {
            Title = wording.T($"税费（{wording.YuanUnit}）", $"Taxes and fees ({wording.YuanUnit})"),
            Columns =
            [
                new(wording.T("项目", "Item"), ColumnKind.Text), new(wording.T("方式", "Kind"), ColumnKind.Text), new(wording.T("标准", "Rate or amount"), ColumnKind.Text), new(wording.T("计费基础", "Basis"), ColumnKind.Text), new(wording.T("全期支付", "Paid in all"), ColumnKind.Figure),
            ],
            Rows = rows,
        };
    }

    private static string Rule(FeeTerms fee, Wording wording) => fee.Kind switch
    {
        FeeKind.Fixed => Wording.Yuan(fee.Amount.Fen),
        FeeKind.Tax => wording.T($"增值税 {Wording.Rate(fee.Vat)}，附加 {Wording.Rate(fee.Surcharge)}", $"VAT {Wording.Rate(fee.Vat)}, surcharges {Wording.Rate(fee.Surcharge)} of it"),
        _ => Wording.Rate(fee.Rate),
    };

    private static string Basis(ReportInput input, FeeTerms fee, Wording wording)
    {
        var names = TrancheSection.Names(input, wording);
        return fee.Kind switch
        {
            FeeKind.Fixed => Wording.None,
            FeeKind.PayoutRate => fee.Basis.Count == 0 ? wording.T("计划兑付的本息", "planned principal and interest") : wording.List(fee.Basis.Select(names)),
            _ => fee.Basis.Count == 0 ? Wording.None : wording.List(fee.Basis.Select(Part)),
        };

        string Part(string basis) => basis switch
        {
            "size" => wording.T("发行规模", "issue size"),
            "pool.balance" => wording.T("资产池余额", "pool balance"),
            "interest_collected" or "interest" => wording.T("利息回收款", "interest collected"),
            "principal_collected" or "principal" => wording.T("本金回收款", "principal collected"),
            "recovery_collected" or "recovery" => wording.T("违约后回收", "recoveries"),
            _ => basis.EndsWith(".balance", StringComparison.Ordinal) ? wording.T($"{names(basis[..^8])}余额", $"{names(basis[..^8])} balance") : Wording.Plain(basis),
        };
    }

    private static ReportTable Items(ReportInput input, CostsView costs, Wording wording)
    {
        var all = costs.Borrowers.Count == input.Deal.Definition.Pool.Obligors.Count;
        var terms = input.Deal.Definition.Costs?.Items.ToDictionary(i => i.Id) ?? [];
        var rows = costs.Items.Select(item => new ReportRow(RowRole.Plain,
        [
            Wording.Plain(!wording.En ? item.Zh : item.En == item.Zh ? item.Id : item.En), CostKinds.Parse(item.Kind) is { } kind ? wording.T(kind.Title()) : Wording.Plain(item.Kind),
            Payer(terms.GetValueOrDefault(item.Id)), Wording.Plain(terms.GetValueOrDefault(item.Id)?.Source),
            all ? Wording.YuanCell(costs.Borrowers.Sum(b => b.Amounts.TryGetValue(item.Id, out var amount) ? Wording.Fen(amount) : 0)) : Wording.None,
        ]));
        return new()
        {
            Title = wording.T($"企业在债务之外的费用与补贴（{wording.YuanUnit}）", $"What borrowers pay and receive beside the debt ({wording.YuanUnit})"),
            Columns =
            [
                new(wording.T("项目", "Item"), ColumnKind.Text), new(wording.T("类别", "Kind"), ColumnKind.Text), new(wording.T("付款方", "Payer"), ColumnKind.Text), new(wording.T("依据", "Source"), ColumnKind.Text), new(wording.T("各户合计", "All borrowers"), ColumnKind.Figure),
            ],
            Rows = [.. rows],
        };

        string Payer(CostItemTerms? item) => item is null || item.Payer == CostItem.Borrower ? wording.T("企业", "borrower") : Wording.Plain(item.Payer);
    }

    private static ReportTable Borrowers(ReportInput input, CostsView costs, Wording wording)
    {
        var shown = costs.Borrowers.Take(PoolSection.MostRows).ToList();
        var left = input.Deal.Definition.Pool.Obligors.Count - shown.Count;
        var rows = shown.Select(b => new ReportRow(RowRole.Plain,
        [
            Wording.Plain(b.Id), Wording.YuanCell(Wording.Fen(b.Principal)), Wording.Percent(b.Gross), Wording.Percent(b.Net), Wording.Percent(b.NetIfGranted), Wording.Percent(b.Quote),
            new(Wording.Percent(b.Reduction), b.Reduction is not null && Wording.Number(b.Reduction) < 0 ? CellMark.Alarm : CellMark.None),
        ])).ToList();
        rows.Add(new(RowRole.Total,
            [wording.T("资产池合计", "Pool"), Wording.YuanCell(input.Deal.Definition.Pool.Obligors.Sum(o => o.Principal.Fen)), Wording.Percent(costs.Pool.Gross), Wording.Percent(costs.Pool.Net), Wording.Percent(costs.Pool.NetIfGranted), Wording.None, Wording.None]));
        return new()
        {
            Title = wording.T($"企业综合融资成本（本金{wording.YuanUnit}；成本为年化）", $"Borrowers' all-in cost (principal: {wording.YuanUnit}; cost a year)"),
            Columns =
            [
                new(wording.T("企业", "Borrower"), ColumnKind.Code), new(wording.T("本金", "Principal"), ColumnKind.Figure), new(wording.T("补贴前", "Gross"), ColumnKind.Figure), new(wording.T("实际（扣已到账补贴）", "Net of subsidies received"), ColumnKind.Figure),
                new(wording.T("申请中的也获批", "If those applied for are granted"), ColumnKind.Figure), new(wording.T("普通质押贷款", "Ordinary pledge loan"), ColumnKind.Figure), new(wording.T("降幅", "Reduction"), ColumnKind.Figure),
            ],
            Rows = rows,
            Note = left > 0 ? wording.T($"另有 {left} 户未逐一列示，已计入资产池合计。", $"{left} more borrowers are not listed; the pool's figures include them.") : null,
        };
    }
}
