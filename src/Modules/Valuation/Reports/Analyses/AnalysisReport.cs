using Zhirong.Engine.Diligence.Portfolios;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Valuation.Reports.Analyses;

/// <summary>专利、技术与竞争分析报告: map, citations and families, trends, competition, what ends, what is infringed, gaps with filing advice.</summary>
internal static class AnalysisReport
{
    public static Report Of(AnalysisReportInput input)
    {
        var (wording, analysis) = (new Wording(input.Language), input.Analysis);
        var kind = wording.T("专利、技术与竞争分析报告", "Patent, technology and competition analysis");
        var firm = analysis.Case.FirmNames.Count > 0 ? Wording.Plain(analysis.Case.FirmNames[0]) : wording.Unknown;
        List<ReportPart> parts =
        [
            new("summary", wording.T("摘要", "Summary"), Summary(input, firm, wording)),
            new("map", wording.T("知识产权组合地图", "Portfolio map"), MapParts.Of(analysis, wording)),
            new("citations", wording.T("引证与同族", "Citations and families"), FigureParts.Of(analysis, wording)),
            new("trends", wording.T("技术趋势", "Technology trends"), FieldParts.Trends(analysis, wording)),
            new("competition", wording.T("竞争格局", "Competition"), FieldParts.Competition(analysis, wording)),
            new("endings", wording.T("即将到期与应缴费用", "Terms and fees that end"), DueParts.Endings(analysis, wording)),
            new("infringed", wording.T("被侵权情况", "Infringed rights"), DueParts.Infringed(analysis, wording)),
            new("gaps", wording.T("布局空白与申请建议", "Gaps and filing advice"), DueParts.Gaps(analysis, wording)),
            new("unknown", wording.T("待核实事项与依据", "What is to be verified, and grounds"), Grounds(input, wording)),
        ];
        return new()
        {
            Language = input.Language,
            Kind = kind,
            Name = firm,
            Head = wording.T($"知融 · {kind} · {firm}", $"Zhirong · {kind} · {firm}"),
            Facts =
            [
                new(wording.T("编号", "Number"), Wording.Plain(input.Id)),
                new(wording.T("分析对象", "Subject"), firm),
                new(wording.T("分析基准日", "As of"), wording.Day(analysis.Case.Day)),
                new(wording.T("报告日", "Report date"), wording.Day(input.ReportDate)),
                new(wording.T("规则版本", "Policy"), Wording.Plain(analysis.Policy.Name)),
                Sources.Engine(input.Engine, wording),
                Sources.Evidence(input.EvidenceId, wording),
                Sources.Hash(input.ContentHash, wording),
            ],
            ContentsTitle = wording.T("目录", "Contents"),
            Sections = ReportLayout.Sections(parts, wording),
            Disclaimer = wording.T(
                "本报告由知融依据权利登记和所给对照集计算形成；申请建议供企业决策参考，不构成法律意见。",
                "This report was computed by Zhirong from the register and the comparison set given; its filing advice is for the firm to weigh and is no legal opinion."),
            PrintHint = Sources.Hint(wording),
            AsOf = input.ReportDate,
        };
    }

    public static PortfolioRight? Right(string id, PortfolioAnalysis analysis) => analysis.Case.Rights.FirstOrDefault(r => r.Id == id);

    /// <summary>A right by its number, else its title.</summary>
    public static string Name(string id, PortfolioAnalysis analysis, Wording wording) => Right(id, analysis) is { } right ? Wording.Plain(right.Number.Length > 0 ? right.Number : wording.T(right.Title)) : Wording.Plain(id);

    private static IReadOnlyList<ReportBlock> Summary(AnalysisReportInput input, string firm, Wording wording)
    {
        var a = input.Analysis;
        int Standing(string word) => a.Map.Where(c => c.Standing == word).Sum(c => c.Count);
        return
        [
            wording.Body($"以 {wording.Day(a.Case.Day)} 为基准日，对{firm}的 {a.Case.Rights.Count} 项知识产权进行分析。", $"As of {wording.Day(a.Case.Day)}, the {a.Case.Rights.Count} right(s) of {firm} were analysed."),
            new ReportFacts(
            [
                new(wording.T("有效", "In force"), $"{Standing("in_force")}"),
                new(wording.T("在审", "Pending"), $"{Standing("pending")}"),
                new(wording.T("失效", "Over"), $"{Standing("over")}"),
                new(wording.T("状态待核实", "State to be verified"), $"{Standing("unknown")}"),
                new(wording.T("对照专利", "Comparison set"), input.Compared is { } compared ? wording.T($"{compared.Count:#,##0} 件", $"{compared.Count:#,##0}") : wording.Unknown),
                new(wording.T("产品", "Products"), input.Products is { } products ? $"{products.Count}" : wording.Unknown),
                new(wording.T("即将到期或应缴费", "Ending or due"), $"{a.Endings.Count}"),
                new(wording.T("被侵权的权利", "Infringed rights"), $"{a.Infringed.Count}"),
                new(wording.T("布局空白", "Gaps"), $"{a.Gaps.Count}"),
                new(wording.T("待核实事项", "To be verified"), $"{a.Unknowns.Count}"),
            ]),
            .. a.Gaps.Take(5).Select((g, i) => wording.Body($"{i + 1}. {wording.T(g.Reason)}；{wording.T(g.Advice)}", $"{i + 1}. {wording.T(g.Reason)}; {wording.T(g.Advice)}")),
        ];
    }

    private static IReadOnlyList<ReportBlock> Grounds(AnalysisReportInput input, Wording wording)
    {
        var a = input.Analysis;
        return
        [
            .. a.Unknowns.Count == 0 ? [wording.Body("没有待核实事项。", "Nothing is left to be verified.")] : a.Unknowns.Select((u, i) => wording.Body($"{i + 1}. {wording.T(u.Text)}。", $"{i + 1}. {wording.T(u.Text)}.")),
            new ReportFacts(
            [
                new(wording.T("对照集来源", "Comparison set"), Ground(input.Compared?.From, wording)),
                new(wording.T("产品资料来源", "Products"), Ground(input.Products?.From, wording)),
                new(wording.T("规则来源", "Policy"), Wording.Plain(a.Policy.Source)),
            ]),
            wording.Note($"{wording.T(a.Policy.Statement)}（版本 {Wording.Plain(a.Policy.Name)}，{Wording.Iso(a.Policy.Dated)}）", $"{wording.T(a.Policy.Statement)} (version {Wording.Plain(a.Policy.Name)}, {Wording.Iso(a.Policy.Dated)})"),
        ];
    }

    private static string Ground(Engine.Diligence.Facts.Provenance? from, Wording wording) => from is null || from.Source.Length == 0 ? wording.Unknown
        : Wording.Plain(from.Source) + (from.Date is { } day ? wording.T($"（{Wording.Iso(day)}）", $" ({Wording.Iso(day)})") : "");
}
