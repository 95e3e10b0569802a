using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Valuation.Reports.Requests;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Valuation.Reports.Appraisals;

/// <summary>评估依据: conduct, law, guidance, ownership, prices.</summary>
internal static class GroundParts
{
    private static readonly (string[] Kinds, Words Law)[] Laws =
    [
        ([], new("《中华人民共和国民法典》", "Civil Code of the PRC")),
        (["invention", "utility_model", "design"], new("《中华人民共和国专利法》及其实施细则", "Patent Law of the PRC and its implementing rules")),
        (["trademark", "gi_mark"], new("《中华人民共和国商标法》及其实施条例", "Trademark Law of the PRC and its implementing regulations")),
        (["software", "work"], new("《中华人民共和国著作权法》", "Copyright Law of the PRC")),
        (["software"], new("《计算机软件保护条例》", "Regulations on the protection of computer software")),
        (["ic_layout"], new("《集成电路布图设计保护条例》", "Regulations on the protection of layout designs of integrated circuits")),
        (["plant_variety"], new("《中华人民共和国种子法》《中华人民共和国植物新品种保护条例》", "Seed Law of the PRC and regulations on the protection of new plant varieties")),
        (["data_ip"], new("《中华人民共和国数据安全法》", "Data Security Law of the PRC")),
    ];

    private static readonly (string[] Kinds, Words Text)[] Guidance =
    [
        ([], new("资产评估执业准则—无形资产", "practice standard on intangibles")),
        (["invention", "utility_model", "design"], new("专利资产评估指导意见", "guidance on patents")),
        (["trademark", "gi_mark"], new("商标资产评估指导意见", "guidance on trademarks")),
        (["software", "work"], new("著作权资产评估指导意见", "guidance on copyright")),
        (["data_ip"], new("数据资产评估指导意见", "guidance on data")),
    ];

    public static IReadOnlyList<ReportBlock> Of(AppraisalReportInput input, Wording wording)
    {
        var of = input.Value.Case;
        var kinds = of.Group.Rights.Select(r => r.Kind).ToHashSet(StringComparer.Ordinal);
        return
        [
            Heading("行为依据", "Conduct"),
            wording.Body($"分析委托 {Wording.Plain(of.Id)}，第 {input.Version} 版。", $"Request {Wording.Plain(of.Id)}, version {input.Version}."),
            Heading("法律依据", "Law"),
            wording.Body($"{wording.List(Laws.Where(l => Fits(l.Kinds)).Select(l => wording.T(l.Law)))}。", $"{wording.List(Laws.Where(l => Fits(l.Kinds)).Select(l => wording.T(l.Law)))}."),
            Heading("参照文件", "Guidance consulted"),
            wording.Body($"结构和考虑事项参照：{wording.List(Guidance.Where(g => Fits(g.Kinds)).Select(g => wording.T(g.Text)))}。平台未持有可供核对的全文，本报告不作符合性声明。",
                $"Structure and points to consider follow: {wording.List(Guidance.Where(g => Fits(g.Kinds)).Select(g => wording.T(g.Text)))}. Their full texts are not held for checking, and no conformity is claimed."),
            Heading("权属依据", "Ownership"),
            .. Ownership(input, wording),
            Heading("取价依据", "Prices and parameters"),
            Prices(input, wording),
            wording.Body($"平台参数文件及版本：{RequestLabels.Parameters(input.Value.Parameters, wording)}。逐项数据的来源见附件。", $"The platform's parameter files and versions: {RequestLabels.Parameters(input.Value.Parameters, wording)}. The annexes name the source of every figure."),
        ];

        bool Fits(string[] words) => words.Length == 0 || words.Any(kinds.Contains);

        ReportText Heading(string zh, string en) => new(TextRole.Subheading, wording.T(zh, en));
    }

    private static IEnumerable<ReportBlock> Ownership(AppraisalReportInput input, Wording wording)
    {
        var rights = input.Value.Case.Group.Rights;
        var known = rights.Count(r => input.Details.TryGetValue(r.Id, out var detail) && detail.Owner is not null);
        yield return wording.Body($"权利登记中载明权利人的 {known} 项，未载明、待核实的 {rights.Count - known} 项。", $"The register names the owner of {known} right(s); the owner of {rights.Count - known} is to be verified.");
    }

    /// <summary>Every document and published source that the figures name, with how many figures rest on it.</summary>
    private static ReportTable Prices(AppraisalReportInput input, Wording wording)
    {
        var sources = input.Value.Methods.SelectMany(m => m.Inputs).Where(i => i.Origin.Kind is not (OriginKind.Computed or OriginKind.Unverified))
            .DistinctBy(i => (i.Name, i.Value)).GroupBy(i => i.Origin).OrderBy(g => g.Key.Kind).ThenBy(g => g.Key.Source, StringComparer.Ordinal).ThenBy(g => g.Key.Date).ToList();
        return new()
        {
            Title = wording.T("取价来源", "Sources of the figures"),
            Columns = [.. Sources.Columns(wording), new(wording.T("数据项", "Figures"), ColumnKind.Figure)],
            Rows = [.. sources.Select(g => ReportRow.Of([.. Sources.Cells(g.Key, wording), $"{g.Count()}"]))],
        };
    }
}
