using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Groups;
using Zhirong.Modules.Valuation.Reports.Requests;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Valuation.Reports.Appraisals;

/// <summary>Who asked for what, about which rights, under which notion of value, as of when.</summary>
internal static class SubjectParts
{
    public static IReadOnlyList<ReportBlock> Parties(AppraisalReportInput input, Wording wording) =>
    [
        new ReportFacts(
        [
            new(wording.T("委托方", "Client"), input.Parties.Client ?? wording.Unknown),
            new(wording.T("产权持有者", "Owner"), input.Parties.Owner ?? wording.Unknown),
            new(wording.T("其他报告使用者", "Other users"), input.Parties.Users ?? wording.T("委托方书面同意的使用者；具体名单待核实", "those the client agrees to in writing; names to be verified")),
        ]),
        wording.Body("除委托方和上列使用者外，任何单位和个人不因得到本报告而成为报告使用者。", "Nobody else becomes a user of this report by receiving it."),
    ];

    public static IReadOnlyList<ReportBlock> Purpose(AppraisalReportInput input, Wording wording) => [input.Value.Case.Terms.Purpose switch
    {
        Engine.Appraisal.Facts.Purpose.Pledge => wording.Body(
            "本次分析为知识产权质押融资提供价值参考，供资金方确定质押物价值、质押率和融资额度，供出质人和增信方商定条件。质押价值另按权利维持有效的概率和变现折扣计算，与市场价值分别列示。",
            "The analysis serves lending against pledged intellectual property: the lender sets the pledge's value, the pledge rate and the amount by it, pledgor and support providers agree on terms. The pledge value takes in the chance that the rights stand and a fire-sale discount, and is shown apart from the value."),
        Engine.Appraisal.Facts.Purpose.Transfer => wording.Body(
            "本次分析为知识产权转让、许可或作价入股提供价值参考，供交易双方协商价格和许可费率。",
            "The analysis serves a transfer, licence or contribution of intellectual property: the parties negotiate price or royalty by it."),
        Engine.Appraisal.Facts.Purpose.BalanceSheet => wording.Body(
            "本次分析为无形资产、数据资源等入账和后续计量提供价值参考；是否确认、如何计量由会计主体按照会计准则判断，成本须可靠计量。",
            "The analysis serves recognition and later measurement of intangibles and data in the accounts; whether and how they are recognised is for the reporting entity under its accounting standards, and cost has to be measured reliably."),
        _ => wording.Body(
            "本次分析为知识产权证券化入池提供价值参考，供计划管理人、原始权益人和投资者判断基础资产及其现金流；入池须有外部评估价值，许可合同收益单独列示。",
            "The analysis serves securitization: manager, originator and investors judge the pool and its cash flow by it. An outside appraisal is required for the pool, and contracted fees are shown on their own."),
    }];

    public static IReadOnlyList<ReportBlock> Object(AppraisalReportInput input, Wording wording)
    {
        var of = input.Value.Case;
        return
        [
            wording.Lead($"评估对象为“{Wording.Plain(wording.T(of.Group.Title))}”产品组所含权利的财产权；收益来源为{Wording.Plain(of.Group.Stream)}。同一收益来源下每项权利只计一次，逐项列明如下。",
                $"The object is the property in the rights of the product group “{Wording.Plain(wording.T(of.Group.Title))}”; the income stream is {Wording.Plain(of.Group.Stream)}. Each right is counted once within its income stream; they are, one by one:"),
            new ReportTable
            {
                Title = wording.T("评估范围内的权利", "Rights within the scope"),
                Columns =
                [
                    new(wording.T("序号", "No."), ColumnKind.Code), new(wording.T("编号", "Number"), ColumnKind.Code), new(wording.T("名称", "Title"), ColumnKind.Text), new(wording.T("类别", "Kind"), ColumnKind.Text),
                    new(wording.T("权利人", "Owner"), ColumnKind.Text), new(wording.T("到期日", "Expiry"), ColumnKind.Date), new(wording.T("法律状态", "Legal state"), ColumnKind.Text), new(wording.T("权利负担", "Burdens"), ColumnKind.Text),
                ],
                Rows = [.. of.Group.Rights.Select((right, i) => Row(right, i, input, wording))],
                Note = wording.T("“核心”指收益不能脱离该权利；法律状态取自权利登记，括号内为登记信息的日期；登记中没有的列为待核实。", "Core: the income cannot outlast the right. Legal states come from the register as of the day in brackets; what the register does not hold is to be verified."),
                Keep = 2,
            },
        ];
    }

    public static IReadOnlyList<ReportBlock> ValueType(AppraisalReportInput input, Wording wording)
    {
        var standard = input.Value.Case.Terms.Standard;
        return
        [
            wording.Body($"根据评估目的，价值类型为{wording.T(TermWords.Title(standard))}。", $"For this purpose the type of value is {wording.T(TermWords.Title(standard))}."),
            standard switch
            {
                ValueStandard.Market => wording.Body("市场价值是自愿买方和自愿卖方在各自理性行事且未受任何强迫的情况下，评估对象在基准日进行正常公平交易的价值估计数额。", "Market value is the estimated amount for which the object would change hands on the base date between a willing buyer and a willing seller, each acting rationally and without compulsion, in a fair and ordinary transaction."),
                ValueStandard.Investment => wording.Body("投资价值是评估对象对具有明确投资目标的特定投资者或某一类投资者所具有的价值估计数额。", "Investment value is the estimated worth of the object to a given investor or kind of investors with a definite aim."),
                ValueStandard.InUse => wording.Body("在用价值是评估对象作为企业组成部分，按其正在使用的方式和程度对所属企业所贡献的价值估计数额。", "Value in use is the estimated amount the object contributes to the firm it belongs to, in the way and to the degree it is used."),
                ValueStandard.Liquidation => wording.Body("清算价值是评估对象处于被迫出售、快速变现等非正常市场条件下的价值估计数额。", "Liquidation value is the estimated amount under a forced or quick sale."),
                _ => wording.Body("残余价值是评估对象不能继续使用时，其可利用部分的价值估计数额。", "Residual value is the estimated amount of what can still be used when the object itself cannot."),
            },
        ];
    }

    public static IReadOnlyList<ReportBlock> BaseDate(AppraisalReportInput input, Wording wording)
    {
        var terms = input.Value.Case.Terms;
        return
        [
            wording.Body($"基准日为 {wording.Day(terms.BaseDate)}，由委托确定。各项取价以基准日有效的数据为准；各期收益按{(terms.Timing == TimingConvention.MidPeriod ? "期中" : "期末")}到达折现。",
                $"The base date is {wording.Day(terms.BaseDate)}, set by the request. Figures are those valid on it; the income of a period is taken to arrive at its {(terms.Timing == TimingConvention.MidPeriod ? "middle" : "end")}."),
        ];
    }

    private static ReportRow Row(GroupRight right, int index, AppraisalReportInput input, Wording wording)
    {
        var detail = input.Details.GetValueOrDefault(right.Id);
        var state = detail?.Status is { } status ? wording.T(status) + (detail.AsOf is { } day ? wording.T($"（{Wording.Iso(day)}）", $" ({Wording.Iso(day)})") : "") : null;
        return ReportRow.Of(
            $"{index + 1}", Sources.Known(right.Number, wording), Wording.Plain(wording.T(right.Title)), Kind(right.Kind, wording) + (right.IsCore ? wording.T("，核心", ", core") : ""),
            Sources.Known(detail?.Owner, wording), Sources.Known(right.Expires, wording), Sources.Known(state, wording),
            detail is null ? Sources.Known((string?)null, wording) : detail.Burdens is { Length: > 0 } burdens ? new ReportCell(Wording.Plain(burdens), CellMark.Marked) : wording.T("登记中没有", "none registered"));
    }

    public static string Kind(string word, Wording wording) => RequestWords.Word(word) is { } words ? wording.T(words) : Wording.Plain(word);
}
