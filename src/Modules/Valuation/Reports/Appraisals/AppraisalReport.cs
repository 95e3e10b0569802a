using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Valuation.Reports.Requests;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Valuation.Reports.Appraisals;

/// <summary>
/// 价值分析报告: declaration, summary, body in the order of the profession, annexes. It never calls itself a statutory
/// appraisal report; unless two appraisers signed it, a watermark says what it is on every page.
/// </summary>
internal static class AppraisalReport
{
    public static Report Of(AppraisalReportInput input)
    {
        var wording = new Wording(input.Language);
        var labels = new RequestLabels(input.Value.Case, wording);
        var kind = wording.T("价值分析报告", "Value analysis report");
        return new()
        {
            Language = input.Language,
            Kind = kind,
            Name = Wording.Plain(input.Name),
            Head = wording.T($"知融 · {kind} · {Wording.Plain(input.Value.Case.Id)}", $"Zhirong · {kind} · {Wording.Plain(input.Value.Case.Id)}"),
            Facts = TitleBlock(input, wording),
            ContentsTitle = wording.T("目录", "Contents"),
            Sections = ReportLayout.Sections([.. Front(input, wording, labels), .. Body(input, wording, labels), .. AnnexParts.Of(input, wording, labels)], wording),
            Disclaimer = wording.T(
                "本报告由知融依据所载请求、登记资料与参数计算得出。知融只计算，不提供法律、会计、税务或投资意见；列为假设和待核实的内容须由使用者自行核实。",
                "This report was computed by Zhirong from the request, register data and parameters named in it. Zhirong computes; it gives no legal, accounting, tax or investment advice. What is assumed or to be verified is for the reader to verify."),
            PrintHint = Sources.Hint(wording),
            AsOf = input.ReportDate,
            Watermark = input.IsSigned ? null : wording.T("价值分析报告", "VALUE ANALYSIS"),
        };
    }

    private static IReadOnlyList<ReportFact> TitleBlock(AppraisalReportInput input, Wording wording)
    {
        var (value, terms) = (input.Value, input.Value.Case.Terms);
        return
        [
            new(wording.T("编号", "Number"), Wording.Plain($"{value.Case.Id} / {input.Version}")),
            new(wording.T("性质", "Nature"), input.IsSigned
                ? wording.T("价值分析报告，两名评估师已签名", "value analysis signed by two appraisers")
                : wording.T("价值分析报告，未经两名评估师签名", "value analysis, not signed by two appraisers")),
            new(wording.T("委托方", "Client"), input.Parties.Client ?? wording.Unknown),
            new(wording.T("产权持有者", "Owner"), input.Parties.Owner ?? wording.Unknown),
            new(wording.T("评估基准日", "Base date"), wording.Day(terms.BaseDate)),
            new(wording.T("价值类型", "Type of value"), wording.T(TermWords.Title(terms.Standard))),
            new(wording.T("评估目的", "Purpose"), wording.T(TermWords.Title(terms.Purpose))),
            new(wording.T("报告日", "Report date"), wording.Day(input.ReportDate)),
            Sources.Engine(input.Engine, wording),
            Sources.Evidence(input.EvidenceId, wording),
            new(wording.T("参数版本", "Parameters"), RequestLabels.Parameters(value.Parameters, wording)),
            Sources.Hash(input.ContentHash, wording),
        ];
    }

    private static IEnumerable<ReportPart> Front(AppraisalReportInput input, Wording wording, RequestLabels labels) =>
    [
        new("declaration", wording.T("声明", "Declaration"), FrontParts.Declaration(input, wording)) { Numbering = PartNumbering.None, FreshPage = true },
        new("summary", wording.T("摘要", "Summary"), FrontParts.Summary(input, wording, labels)) { Numbering = PartNumbering.None },
    ];

    private static IEnumerable<ReportPart> Body(AppraisalReportInput input, Wording wording, RequestLabels labels) =>
    [
        new("parties", wording.T("委托方、产权持有者和其他报告使用者", "Client, owner and other users"), SubjectParts.Parties(input, wording)) { FreshPage = true },
        new("purpose", wording.T("评估目的", "Purpose"), SubjectParts.Purpose(input, wording)),
        new("object", wording.T("评估对象和范围", "Object and scope"), SubjectParts.Object(input, wording)),
        new("value-type", wording.T("价值类型及定义", "Type of value and its definition"), SubjectParts.ValueType(input, wording)),
        new("base-date", wording.T("评估基准日", "Base date"), SubjectParts.BaseDate(input, wording)),
        new("grounds", wording.T("评估依据", "Grounds"), GroundParts.Of(input, wording)),
        new("methods", wording.T("评估方法", "Methods"), MethodParts.Of(input, wording, labels)),
        new("procedure", wording.T("评估程序实施过程", "What was done"), ProcedureParts.Procedure(input, wording)),
        new("assumptions", wording.T("评估假设", "Assumptions"), ProcedureParts.Assumptions(input, wording, labels)),
        new("conclusion", wording.T("评估结论", "Conclusion"), ConclusionParts.Of(input, wording, labels)),
        new("matters", wording.T("特别事项说明", "Special matters"), MatterParts.Of(input, wording, labels)),
        new("limits", wording.T("使用限制说明", "Limits of use"), ClosingParts.Limits(input, wording)),
        new("report-date", wording.T("评估报告日", "Report date"), ClosingParts.ReportDate(input, wording)),
        new("signatures", wording.T("签字盖章", "Signatures and seals"), ClosingParts.Signatures(input, wording)) { FreshPage = true },
    ];

    /// <summary>119.49 万元（1,194,867.23 元，人民币壹佰壹拾玖万…）.</summary>
    public static string Amount(Money money, Wording wording) => wording.En
        ? $"CNY {Wording.Yuan(money.Fen)}"
        : $"{Wording.Wan(money.Fen)} 万元（{Wording.Yuan(money.Fen)} 元{(money.Fen < 0 ? "" : $"，人民币{ChineseAmount.Capital(money)}")}）";
}
