using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Securitization.Reports;

/// <summary>证券: terms of the tranches, what the run pays them, how many names they stand.</summary>
internal static class TrancheSection
{
    public static IReadOnlyList<ReportBlock> Of(ReportInput input, Wording wording) =>
    [
        Terms(input, wording), Results(input, wording), Losses(input, wording),
        wording.Note("受损户数：自第 1 期起、违约后无回收，依未偿本金从大到小停止支付多少户时该档不能足额兑付。加权平均期限按 ACT/365F；内部收益率为以设立日规模为投入的 XIRR，— 表示不存在唯一解或没有本金兑付。受损户数按无情景的条款计算。",
            "Names to loss: how many of the largest obligors must stop paying from the first date on, with nothing recovered, before the tranche is not repaid in full. Average life ACT/365F; IRR is the XIRR against the size at closing; — where there is no single rate or no principal was paid. Names to loss are those of the terms without a scenario."),
    ];

    private static ReportTable Terms(ReportInput input, Wording wording)
    {
        var tranches = input.Outline.Tranches;
        var rows = tranches.Select(t => new ReportRow(RowRole.Plain,
        [
            wording.Name(t.NameZh, t.NameEn, t.Id), Wording.YuanCell(Wording.Fen(t.Size)), Wording.Percent(t.Share), t.Residual && Wording.Number(t.Coupon) == 0 ? wording.T("剩余收益", "residual") : Wording.Rate(Wording.Number(t.Coupon)),
            Wording.Percent(t.Subordination), Wording.Plain(t.Rating), t.Holder is null ? Wording.None : ReportTerms.Role(t.Holder, wording),
        ])).ToList();
        var total = tranches.Sum(t => Wording.Fen(t.Size));
        rows.Add(new(RowRole.Total, [wording.T("合计", "Total"), Wording.YuanCell(total), Wording.Percent(tranches.Sum(t => Wording.Number(t.Share))), "", "", "", ""]));
        return new()
        {
            Title = wording.T($"分档条款（{wording.YuanUnit}）", $"Terms of the tranches ({wording.YuanUnit})"),
            Columns =
            [
                new(wording.T("档", "Tranche"), ColumnKind.Text), new(wording.T("规模", "Size"), ColumnKind.Figure), new(wording.T("占比", "Share"), ColumnKind.Figure), new(wording.T("票面利率", "Coupon"), ColumnKind.Figure),
                new(wording.T("次级占比", "Subordination"), ColumnKind.Figure), new(wording.T("评级", "Rating"), ColumnKind.Code), new(wording.T("持有人", "Holder"), ColumnKind.Text),
            ],
            Rows = rows,
        };
    }

    private static ReportTable Results(ReportInput input, Wording wording)
    {
        var summary = DealSummary.Of(input.Run);
        var names = Names(input, wording);
        var rows = summary.Select(s => new ReportRow(RowRole.Plain,
        [
            names(s.Tranche), Wording.YuanCell(s.Interest.Fen), Wording.YuanCell(s.Principal.Fen), Wording.YuanCell(s.Residual.Fen), s.Unpaid.Fen > 0 ? new(Wording.Yuan(s.Unpaid.Fen), CellMark.Alarm) : Wording.YuanCell(s.Unpaid.Fen),
            Life(s.AverageLife), Wording.Percent(s.Irr),
        ])).ToList();
        rows.Add(new(RowRole.Total,
        [
            wording.T("合计", "Total"), Wording.YuanCell(summary.Sum(s => s.Interest.Fen)), Wording.YuanCell(summary.Sum(s => s.Principal.Fen)), Wording.YuanCell(summary.Sum(s => s.Residual.Fen)), Wording.YuanCell(summary.Sum(s => s.Unpaid.Fen)), "", "",
        ]));
        var under = input.BaseRun is null ? "" : wording.T($"，情景“{ReportContents.Scenario(input, wording)}”", $", scenario “{ReportContents.Scenario(input, wording)}”");
        return new()
        {
            Title = wording.T($"兑付结果{under}（{wording.YuanUnit}）", $"What is paid{under} ({wording.YuanUnit})"),
            Columns =
            [
                new(wording.T("档", "Tranche"), ColumnKind.Text), new(wording.T("利息", "Interest"), ColumnKind.Figure), new(wording.T("本金", "Principal"), ColumnKind.Figure), new(wording.T("剩余收益", "Residual"), ColumnKind.Figure),
                new(wording.T("最终未付", "Unpaid at the end"), ColumnKind.Figure), new(wording.T("平均期限（年）", "Average life (years)"), ColumnKind.Figure), new(wording.T("内部收益率", "IRR"), ColumnKind.Figure),
            ],
            Rows = rows,
        };
    }

    private static ReportTable Losses(ReportInput input, Wording wording)
    {
        var names = Names(input, wording);
        var never = wording.T("全部违约亦不受损", "never");
        return new()
        {
            Title = wording.T("受损户数", "Names to loss"),
            Columns = [new(wording.T("档", "Tranche"), ColumnKind.Text), new(wording.T("次级占比", "Subordination"), ColumnKind.Figure), new(wording.T("计入外部增信", "With the supports"), ColumnKind.Figure), new(wording.T("不计外部增信", "Without them"), ColumnKind.Figure)],
            Rows = [.. input.Analysis.Losses.Select(loss => new ReportRow(RowRole.Plain, [names(loss.Tranche), Wording.Percent(loss.Subordination), ReportTerms.Names(loss.NamesWithSupport, never, wording), ReportTerms.Names(loss.NamesWithoutSupport, never, wording)]))],
        };
    }

    /// <summary>A tranche's name by its id; the id itself for a tranche only the scenario has.</summary>
    public static Func<string, string> Names(ReportInput input, Wording wording)
    {
        var names = input.Outline.Tranches.ToDictionary(t => t.Id, t => wording.Name(t.NameZh, t.NameEn, t.Id));
        return id => names.GetValueOrDefault(id, id);
    }

    public static string Life(decimal? years) => years is { } value ? Rounding.Decimals(value, 2).ToString("0.00", CultureInfo.InvariantCulture) : Wording.None;
}
