using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Income;
using Zhirong.Modules.Valuation.Reports.Requests;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Valuation.Reports.Appraisals;

/// <summary>评估方法: the three approaches considered, why one is not used, each method with its figures and result.</summary>
internal static class MethodParts
{
    public static IReadOnlyList<ReportBlock> Of(AppraisalReportInput input, Wording wording, RequestLabels labels) =>
    [
        wording.Lead("资产评估的基本方法有收益法、成本法和市场法。三种方法的适用性考虑如下。", "The three basic approaches are income, cost and market; how each was considered:"),
        Considered(input, wording, labels),
        .. input.Value.Methods.SelectMany(m => Used(m, input, wording, labels)),
        .. Open(input, wording, labels),
        Results(input, wording, labels),
    ];

    private static ReportTable Considered(AppraisalReportInput input, Wording wording, RequestLabels labels)
    {
        var of = input.Value.Case;
        Approach[] shown = [Approach.Income, Approach.Cost, Approach.Market, .. of.Methods.Any(m => m.Method.ApproachOf() == Approach.Option) ? new[] { Approach.Option } : []];
        return new()
        {
            Title = wording.T("方法的考虑", "Approaches considered"),
            Columns = [new(wording.T("方法", "Approach"), ColumnKind.Code), new(wording.T("是否采用", "Used"), ColumnKind.Code), new(wording.T("具体方法或不采用的理由", "Methods, or why not"), ColumnKind.Text)],
            Rows =
            [
                .. shown.Select(approach =>
                {
                    var used = of.Methods.Where(m => m.Method.ApproachOf() == approach).ToList();
                    return used.Count > 0
                        ? ReportRow.Of(wording.T(Methods.Title(approach)), wording.T("采用", "used"), wording.List(used.Select(m => labels.Method(m.Id))))
                        : ReportRow.Of(wording.T(Methods.Title(approach)), wording.T("不采用", "not used"), Sources.Known(of.NotUsed.GetValueOrDefault(approach), wording));
                }),
            ],
        };
    }

    private static IEnumerable<ReportBlock> Used(MethodValue method, AppraisalReportInput input, Wording wording, RequestLabels labels)
    {
        yield return new ReportText(TextRole.Subheading, labels.Method(method.Id));
        yield return wording.Body($"公式：{MethodFormulas.Of(method.Method)}。{MethodFormulas.Meaning(method.Method).Zh}。", $"Formula: {MethodFormulas.Of(method.Method)}; {MethodFormulas.Meaning(method.Method).En}.");
        if (input.Value.Case.Methods.OfType<IncomeCase>().FirstOrDefault(m => m.Id == method.Id) is { } income)
        {
            yield return new ReportFacts(Income(income, method, wording));
        }

        if (method.Steps.Count > 0)
        {
            yield return new ReportTable
            {
                Title = wording.T($"{labels.Method(method.Id)}：计算步骤", $"{labels.Method(method.Id)}: steps"),
                Columns = [new(wording.T("步骤", "Step"), ColumnKind.Text), new(wording.T("算式", "Formula"), ColumnKind.Text), new(wording.T("结果", "Result"), ColumnKind.Figure)],
                Rows = [.. method.Steps.Select(s => ReportRow.Of(wording.T(s.Name), RequestLabels.Formula(s.Formula), Figures(s.Result)))],
            };
        }

        yield return wording.Body($"{labels.Method(method.Id)}结果：{AppraisalReport.Amount(method.Value, wording)}。", $"Result of {labels.Method(method.Id)}: {AppraisalReport.Amount(method.Value, wording)}.");
    }

    private static IReadOnlyList<ReportFact> Income(IncomeCase income, MethodValue method, Wording wording) =>
    [
        new(wording.T("分成率", "Share rate"), Wording.Rate(Decimals(income.Share.Rate))),
        new(wording.T("折现率", "Discount rate"), $"{Wording.Rate(Decimals(income.Discount.Rate))}{wording.T("（", " (")}{wording.T(TermWords.Title(income.Discount.Tax))}{wording.T("）", ")")}"),
        new(wording.T("取得方式", "Way to the rate"), wording.T(RequestWords.Value("way", Engine.Appraisal.Discounting.DiscountRate.WayWords[(int)income.Discount.Way]) ?? new("录入", "typed in"))),
        new(wording.T("剩余经济寿命", "Remaining life"), wording.T($"{Figure.Text(income.Life.Years)} 年", $"{Figure.Text(income.Life.Years)} years") + Bound(income, wording)),
        new(wording.T("计入的收益期", "Income taken in"), method.Horizon is { } years ? wording.T($"{Figure.Text(Decimals(years))} 年", $"{Figure.Text(Decimals(years))} years") : Wording.None),
        new(wording.T("所得税率", "Income tax"), income.Tax is { } tax ? Wording.Rate(tax.Value) : wording.T("不扣除", "not taken")),
    ];

    private static string Bound(IncomeCase income, Wording wording) => income.Life.Bound switch
    {
        Engine.Appraisal.Life.LifeBound.Legal => wording.T("，以法定期限为限", ", bound by the legal term"),
        Engine.Appraisal.Life.LifeBound.Technical => wording.T("，以技术寿命为限", ", bound by technology"),
        _ => wording.T("，以合同期限为限", ", bound by contract"),
    };

    /// <summary>Methods that gave no value, with what they lack.</summary>
    private static IEnumerable<ReportBlock> Open(AppraisalReportInput input, Wording wording, RequestLabels labels)
    {
        if (input.Value.Open.Count > 0)
        {
            yield return new ReportTable
            {
                Title = wording.T("待核实、未能计算的方法", "Methods left open"),
                Columns = [new(wording.T("方法", "Method"), ColumnKind.Text), new(wording.T("缺少的数据", "What is missing"), ColumnKind.Text), new(wording.T("须补充", "To be given"), ColumnKind.Text)],
                Rows = [.. input.Value.Open.SelectMany(o => o.Refusals.Select(r => ReportRow.Of(labels.Method(o.Id), new ReportCell(labels.Of(r.Path), CellMark.Alarm), labels.Spoken(wording.T(r.Expected)))))],
            };
        }
    }

    private static ReportTable Results(AppraisalReportInput input, Wording wording, RequestLabels labels)
    {
        var conclusion = input.Value.Conclusion;
        return new()
        {
            Title = wording.T("各方法结果（单位：元）", "Results of the methods (CNY)"),
            Columns = [new(wording.T("方法", "Method"), ColumnKind.Text), new(wording.T("所属途径", "Approach"), ColumnKind.Code), new(wording.T("结果", "Value"), ColumnKind.Figure), new(wording.T("权重", "Weight"), ColumnKind.Figure)],
            Rows =
            [
                .. input.Value.Methods.Select(m => ReportRow.Of(labels.Method(m.Id), wording.T(Methods.Title(m.Method.ApproachOf())), Wording.YuanCell(m.Value.Fen),
                    conclusion is null ? Wording.None : Wording.Percent(conclusion.Weights.GetValueOrDefault(m.Id)))),
                .. conclusion is null ? Array.Empty<ReportRow>() : [ReportRow.Total(wording.T("结论", "Conclusion"), "", Wording.YuanCell(conclusion.Value.Fen), Wording.Percent(conclusion.Weights.Values.Sum()))],
            ],
        };
    }

    /// <summary>A result with at most six decimals, its thousands apart.</summary>
    public static string Figures(decimal value) => Decimals(value).ToString("#,##0.######", System.Globalization.CultureInfo.InvariantCulture);

    public static decimal Decimals(decimal value) => Engine.Basics.Rounding.Decimals(value, 6);
}
