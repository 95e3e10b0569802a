using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Diligence;
using Zhirong.Modules.Valuation.Reports.Requests;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Valuation.Reports.Appraisals;

/// <summary>特别事项说明: what the reader has to know beside the amount.</summary>
internal static class MatterParts
{
    public static IReadOnlyList<ReportBlock> Of(AppraisalReportInput input, Wording wording, RequestLabels labels) =>
    [
        .. ByPurpose(input, wording),
        .. Burdens(input, wording),
        .. Diligence(input, wording),
        .. Bases(input, wording),
        .. Warnings(input, wording, labels),
    ];

    private static IEnumerable<ReportBlock> ByPurpose(AppraisalReportInput input, Wording wording)
    {
        yield return new ReportText(TextRole.Subheading, wording.T($"（一）{TermWords.Title(input.Value.Case.Terms.Purpose).Zh}目的的要求", $"1. What {TermWords.Title(input.Value.Case.Terms.Purpose).En} requires"));
        yield return input.Value.Case.Terms.Purpose switch
        {
            Purpose.Pledge => wording.Body(
                "以知识产权中的财产权出质的，质权自办理出质登记时设立；出质后未经质权人同意不得转让或许可他人使用。已有质押、查封、独占许可的，应当先行处理。年费未按期缴纳将使权利终止，资金方应当在贷款期内持续监测。",
                "A pledge of the property in intellectual property arises on registration; pledged rights are not transferred or licensed without the pledgee's consent. Existing pledges, seizures and exclusive licences have to be dealt with first. Unpaid fees end a right: the lender has to watch them while the loan runs."),
            Purpose.Transfer => wording.Body(
                "转让专利申请权、专利权、商标权等须办理登记并公告；共有权利的处分须经共有人同意；既有许可在转让后是否继续以合同约定为准。",
                "Transfers of patents, applications and trademarks are registered and published; co-owners have to consent; whether licences continue follows their contracts."),
            Purpose.BalanceSheet => wording.Body(
                "入账以会计准则规定的确认条件为准：与该资产有关的经济利益很可能流入，成本能够可靠计量。本报告的价值不等于可以入账的金额；数据、内部研发等项目须区分研究阶段与开发阶段支出。",
                "Recognition follows the accounting standards: benefits are probable and cost is measured reliably. The value stated here is not the amount to be booked; research and development spending is to be told apart."),
            _ => wording.Body(
                "入池资产须权属清晰、无其他权利负担；许可使用费以合同和债务人信用为限，专利价值不另行重复计入。评估值与许可合同现金流相互独立列示，不得相加。",
                "Assets of a pool need clear title and no other burdens; royalties are worth what contract and debtor make them, and the patents are not counted again. The appraised value and the contracts' cash flow stand apart and are not added up."),
        };
        var unmet = input.Value.Warnings.Where(w => w.Code == "VAL-0506").ToList();
        yield return unmet.Count == 0
            ? wording.Body("目的所要求的各项检查均已具备。", "Everything the purpose asks for is there.")
            : wording.Body($"尚不具备：{wording.List(unmet.Select(w => wording.T(w.Expected)))}。", $"Still missing: {wording.List(unmet.Select(w => wording.T(w.Expected)))}.");
    }

    private static IEnumerable<ReportBlock> Burdens(AppraisalReportInput input, Wording wording)
    {
        yield return new ReportText(TextRole.Subheading, wording.T("（二）权属与权利负担", "2. Ownership and burdens"));
        var rights = input.Value.Case.Group.Rights;
        var burdened = rights.Where(r => input.Details.GetValueOrDefault(r.Id)?.Burdens is { Length: > 0 }).ToList();
        foreach (var right in burdened)
        {
            var name = right.Number.Length > 0 ? right.Number : wording.T(right.Title);
            yield return wording.Body($"{Wording.Plain(name)}：{Wording.Plain(input.Details[right.Id].Burdens)}。", $"{Wording.Plain(name)}: {Wording.Plain(input.Details[right.Id].Burdens)}.");
        }

        var unknown = rights.Where(r => !input.Details.ContainsKey(r.Id)).Select(r => r.Number.Length > 0 ? r.Number : wording.T(r.Title)).ToList();
        if (unknown.Count > 0)
        {
            yield return wording.Body($"未与权利登记对应，权属、状态和负担均待核实：{wording.List(unknown.Take(40).Select(Wording.Plain))}{(unknown.Count > 40 ? $"等 {unknown.Count} 项" : "")}。", $"Not matched with the register, ownership, state and burdens to be verified: {wording.List(unknown.Take(40).Select(Wording.Plain))}{(unknown.Count > 40 ? $" and others, {unknown.Count} in all" : "")}.");
        }

        if (burdened.Count == 0 && unknown.Count == 0)
        {
            yield return wording.Body("登记信息中没有质押、查封和独占许可；未登记的负担无从得知。", "The register shows no pledge, seizure or exclusive licence; unregistered burdens cannot be known.");
        }
    }

    private static IEnumerable<ReportBlock> Diligence(AppraisalReportInput input, Wording wording)
    {
        yield return new ReportText(TextRole.Subheading, wording.T("（三）尽职调查", "3. Diligence"));
        if (input.After is not { } after)
        {
            yield return wording.Body("没有报告日及以前对这些权利的尽职调查，尽调后价值待核实。", "There is no diligence of these rights on or before the day of the report; the value after diligence is to be verified.");
            yield break;
        }

        yield return wording.Body(
            $"{Wording.Iso(after.Day)} 的尽职调查发现致命 {after.Findings.GetValueOrDefault(RiskGrade.Fatal)} 项、重大 {after.Findings.GetValueOrDefault(RiskGrade.Major)} 项、一般 {after.Findings.GetValueOrDefault(RiskGrade.Minor)} 项，未能回答 {after.Unknown} 项。",
            $"The diligence of {Wording.Iso(after.Day)} found {after.Findings.GetValueOrDefault(RiskGrade.Fatal)} fatal, {after.Findings.GetValueOrDefault(RiskGrade.Major)} major and {after.Findings.GetValueOrDefault(RiskGrade.Minor)} minor point(s); {after.Unknown} could not be answered.");
    }

    private static IEnumerable<ReportBlock> Bases(AppraisalReportInput input, Wording wording)
    {
        var others = input.Value.Bases.Where(b => b.Basis != Basis.Internal || b.By != "zhirong").ToList();
        if (others.Count > 0)
        {
            yield return new ReportText(TextRole.Subheading, wording.T("（四）与其他口径价值的关系", "4. Other values"));
            yield return wording.Body($"另有 {others.Count} 个其他口径的价值，与本报告结论并列于附件；各口径的出具方、基准日和依据不同，不得混用。", $"{others.Count} value(s) on other bases stand beside the conclusion in the annexes; they differ in author, base date and grounds and are not interchangeable.");
        }
    }

    private static IEnumerable<ReportBlock> Warnings(AppraisalReportInput input, Wording wording, RequestLabels labels)
    {
        List<Refusal> warnings = [.. input.Value.Warnings, .. input.Value.Methods.SelectMany(m => m.Warnings)];
        if (warnings.Count == 0)
        {
            yield return wording.Body("计算未产生提醒。", "The computation raised no warning.");
            yield break;
        }

        yield return new ReportTable
        {
            Title = wording.T("计算中的提醒", "Warnings of the computation"),
            Columns = [new(wording.T("级别", "Severity"), ColumnKind.Code), new(wording.T("编码", "Code"), ColumnKind.Code), new(wording.T("位置", "Place"), ColumnKind.Text), new(wording.T("说明", "What was found"), ColumnKind.Text)],
            Rows = [.. warnings.DistinctBy(w => (w.Code, w.Path, w.Found, w.Message.Zh)).Select(w => ReportRow.Of(Sources.Severity(w.Severity, wording), w.Code, labels.Of(w.Path), Said(w, wording, labels)))],
        };
    }

    private static string Said(Refusal warning, Wording wording, RequestLabels labels)
    {
        var (message, expected) = (wording.T(warning.Message), wording.T(warning.Expected));
        var found = warning.Found.Length is 0 or > 80 || message == expected ? ""
            : warning.Found == "—" ? wording.T($"（应有：{expected}）", $" (expected: {expected})")
            : wording.T($"（实际 {warning.Found}，应为{expected}）", $" (found {warning.Found}, expected {expected})");
        return Wording.Plain(labels.Spoken(message + found));
    }
}
