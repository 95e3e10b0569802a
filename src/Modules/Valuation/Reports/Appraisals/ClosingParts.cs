using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Valuation.Reports.Appraisals;

/// <summary>使用限制说明, 评估报告日, 签字盖章.</summary>
internal static class ClosingParts
{
    public static IReadOnlyList<ReportBlock> Limits(AppraisalReportInput input, Wording wording) =>
    [
        wording.Body("1. 本报告只能由报告载明的使用者用于所载目的；用于其他目的的，结论不成立。", "1. Only the users named may use this report, for the purpose named; for any other the conclusion does not hold."),
        wording.Body("2. 结论不是对可实现价格的保证，也不是融资、投资或入账的决定。", "2. The conclusion guarantees no price and decides no loan, investment or entry in accounts."),
        wording.Body("3. 基准日后权利状态、收益、参数或政策发生变化的，应当按新的基准日重新分析。", "3. Where state, income, parameters or policy change after the base date, the analysis has to be made anew."),
        wording.Body("4. 未经同意不得摘录、引用或公开本报告；引用时不得删去水印、待核实事项和特别事项说明。", "4. No part is quoted or published without consent, and never without the watermark, what is to be verified and the special matters."),
        input.IsSigned
            ? wording.Body("5. 签名对应本报告载明的版本；版本变化的，签名不及于新版本。", "5. The signatures count for the version named; they do not reach a later one.")
            : wording.Body("5. 本报告未经两名评估师签名，法律、法规要求法定评估的，应当另行委托。", "5. Two appraisers have not signed this report; where the law asks for a statutory appraisal, one has to be commissioned."),
    ];

    public static IReadOnlyList<ReportBlock> ReportDate(AppraisalReportInput input, Wording wording) =>
        [wording.Body($"本报告日为 {wording.Day(input.ReportDate)}，对应第 {input.Version} 版。", $"The date of this report is {wording.Day(input.ReportDate)}; it belongs to version {input.Version}.")];

    public static IReadOnlyList<ReportBlock> Signatures(AppraisalReportInput input, Wording wording)
    {
        var signed = input.Signatures.DistinctBy(s => s.Certificate).ToList();
        List<ReportSeal> places =
        [
            .. signed.Select((s, i) => new ReportSeal(
                wording.T($"评估师{ReportLayout.Numeral(i + 1)}", $"Appraiser {i + 1}"), wording.T($"{Wording.Plain(s.Name)}　证书编号 {Wording.Plain(s.Certificate)}", $"{Wording.Plain(s.Name)}, certificate {Wording.Plain(s.Certificate)}"),
                wording.T("签名：已在系统中签署", "Signature: given in the system"), wording.T($"日期：{wording.Day(s.On)}", $"Date: {wording.Day(s.On)}"))),
            .. Enumerable.Range(signed.Count, Math.Max(0, 2 - signed.Count)).Select(i => new ReportSeal(
                wording.T($"评估师{ReportLayout.Numeral(i + 1)}", $"Appraiser {i + 1}"), wording.T("未签名", "not signed"), wording.T("签名及证书编号：", "Signature and certificate:"), wording.T("日期：　　　年　　月　　日", "Date:"))),
        ];
        return
        [
            new ReportText(TextRole.Lead, input.IsSigned
                ? wording.T("下列评估师已对本版本签名。", "The appraisers below have signed this version.")
                : wording.T("本版本未经两名评估师签名，性质为价值分析。", "Two appraisers have not signed this version; it is a value analysis.")),
            new ReportSeals(
            [
                .. places,
                new(wording.T("出具机构（盖章）", "Institution (seal)"), input.Parties.Institution is null ? "" : Wording.Plain(input.Parties.Institution), wording.T("授权代表签字：", "Authorised signature:"), wording.T("日期：　　　年　　月　　日", "Date:")),
                new(wording.T("委托方确认（盖章）", "Client (seal)"), input.Parties.Client is null ? "" : Wording.Plain(input.Parties.Client), wording.T("授权代表签字：", "Authorised signature:"), wording.T("日期：　　　年　　月　　日", "Date:")),
            ]),
        ];
    }
}
