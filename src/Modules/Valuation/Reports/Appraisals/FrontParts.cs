using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Modules.Valuation.Reports.Requests;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Valuation.Reports.Appraisals;

/// <summary>声明 and 摘要.</summary>
internal static class FrontParts
{
    public static IReadOnlyList<ReportBlock> Declaration(AppraisalReportInput input, Wording wording)
    {
        var signers = wording.List(input.Signatures.Select(s => wording.T($"{Wording.Plain(s.Name)}（证书编号 {Wording.Plain(s.Certificate)}）", $"{Wording.Plain(s.Name)} (certificate {Wording.Plain(s.Certificate)})")));
        return
        [
            input.IsSigned
                ? wording.Body($"1. 本报告为价值分析报告，由评估师 {signers} 签名；签名人对其专业判断负责。", $"1. This is a value analysis, signed by the appraisers {signers}, who answer for their professional judgement.")
                : wording.Body("1. 本报告为价值分析报告，未经两名评估师签名，不是法定评估业务的评估报告，不得作为该类报告使用；每页水印标明此性质。", "1. This is a value analysis. Two appraisers have not signed it, it is no report of a statutory appraisal and must not be used as one; a watermark says so on every page."),
            wording.Body("2. 报告所依据的资料由委托方及相关方提供或取自登记、公开渠道，其真实、合法、完整由提供方负责；每项数据均在附件列明性质、来源和日期。", "2. The material comes from the client and others, the register and published sources; whoever gave it answers for its truth, lawfulness and completeness. The annexes name ground, source and date of every figure."),
            wording.Body("3. 没有证据的数据列为“待核实”，缺少的数据不以默认值代替；相关方法在补齐前不出结果。", "3. Figures without evidence are listed as to be verified; missing figures are not replaced by defaults, and a method that lacks one gives no value."),
            wording.Body("4. 所用参数、指标层级和权重由平台自定或由使用者录入，均列明版本；对平台未持有其表格的标准，本报告不作符合性声明。", "4. Parameters, indicators and weights are the platform's own or the user's, each with its version; no conformity is claimed to any standard whose table is not held."),
            wording.Body("5. 结论仅对所载目的、基准日和假设成立；使用者应当按照使用限制说明使用本报告。", "5. The conclusion holds for the stated purpose, base date and assumptions only; readers keep to the limits of use."),
        ];
    }

    public static IReadOnlyList<ReportBlock> Summary(AppraisalReportInput input, Wording wording, RequestLabels labels)
    {
        var (value, of) = (input.Value, input.Value.Case);
        List<ReportFact> facts =
        [
            new(wording.T("评估对象", "Object"), Wording.Plain(wording.T(of.Group.Title))),
            new(wording.T("权利", "Rights"), wording.T($"{of.Group.Rights.Count} 项", $"{of.Group.Rights.Count}")),
            new(wording.T("收益来源", "Income stream"), Wording.Plain(of.Group.Stream)),
            new(wording.T("采用的方法", "Methods used"), value.Methods.Count == 0 ? Wording.None : wording.List(value.Methods.Select(m => labels.Method(m.Id)))),
            new(wording.T("评估结论", "Conclusion"), value.Conclusion is { } conclusion ? AppraisalReport.Amount(conclusion.Value, wording) : wording.T("未出结论", "none")),
        ];
        if (value.Simulated is { } simulated)
        {
            facts.Add(new(wording.T("模拟区间（P5 至 P95，万元）", "Simulated range (P5 to P95, CNY 10,000)"), $"{Estimate(simulated.Low)} – {Estimate(simulated.High)}"));
        }

        if (value.Pledge is { } pledge)
        {
            facts.Add(new(wording.T("质押价值", "Pledge value"), AppraisalReport.Amount(pledge.Value, wording)));
        }

        facts.Add(new(wording.T("尽调后价值", "Value after diligence"), input.After is { } after ? after.Total is { } total ? AppraisalReport.Amount(total, wording) : wording.T("待核实：部分权利没有尽职调查", "to be verified: some rights were not examined") : wording.T("待核实：没有报告日及以前的尽职调查", "to be verified: no diligence on or before the day of the report")));
        var unverified = value.Methods.SelectMany(m => m.Inputs).Count(i => i.Origin.Kind == OriginKind.Unverified);
        return
        [
            wording.Body($"本次分析以 {wording.Day(of.Terms.BaseDate)} 为基准日，为{wording.T(TermWords.Title(of.Terms.Purpose))}目的，对“{Wording.Plain(wording.T(of.Group.Title))}”所含 {of.Group.Rights.Count} 项权利的{wording.T(TermWords.Title(of.Terms.Standard))}进行分析。",
                $"As of {wording.Day(of.Terms.BaseDate)} and for {wording.T(TermWords.Title(of.Terms.Purpose))}, the {wording.T(TermWords.Title(of.Terms.Standard))} of the {of.Group.Rights.Count} right(s) in “{Wording.Plain(wording.T(of.Group.Title))}” was analysed."),
            new ReportFacts(facts),
            wording.Body($"计算所用数据中待核实 {unverified} 项，未能计算的方法 {value.Open.Count} 个，提醒 {value.Warnings.Count} 项，见特别事项说明。阅读结论时应当同时阅读评估假设、特别事项说明和使用限制说明。",
                $"Of the figures used {unverified} are to be verified, {value.Open.Count} method(s) stay open and {value.Warnings.Count} warning(s) were raised; see the special matters. Read the conclusion together with the assumptions, the special matters and the limits of use."),
        ];
    }

    /// <summary>万元 of an estimate in yuan.</summary>
    public static string Estimate(double yuan) => double.IsFinite(yuan) && Math.Abs(yuan) < 1e18 ? Wording.Wan((long)Math.Round(yuan * 100)) : "—";
}
