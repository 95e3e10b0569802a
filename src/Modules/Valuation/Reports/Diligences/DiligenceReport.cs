using Zhirong.Engine.Diligence;
using Zhirong.Engine.Diligence.Cases;
using Zhirong.Engine.Diligence.Judging;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Valuation.Reports.Diligences;

/// <summary>尽职调查报告: summary, firm and scope, every chapter of the checklist, the three grades, what is open, the effect on value, the conclusion.</summary>
internal static class DiligenceReport
{
    /// <summary>So many rights are named one by one though they are all there are.</summary>
    private const int FewRights = 3;

    public static Report Of(DiligenceReportInput input)
    {
        var (wording, result) = (new Wording(input.Language), input.Result);
        var kind = wording.T("知识产权尽职调查报告", "IP due-diligence report");
        var name = FirmName(result.Case, wording);
        List<ReportPart> parts =
        [
            new("summary", wording.T("执行摘要", "Executive summary"), SummaryParts.Summary(input, wording)),
            new("firm", wording.T("企业概况与调查范围", "Firm and scope"), SummaryParts.Scope(input, wording)),
            .. result.Checklist.Chapters.Where(c => c.Items.Count > 0).Select(c => new ReportPart($"chapter-{c.Id}", Headed(wording.T(c.Title)), ChapterParts.Of(c, result, wording))),
            new("risks", wording.T("风险汇总", "Risks by grade"), RiskParts.Matrix(input, wording)),
            new("unknown", wording.T("待核实清单", "What is to be verified"), RiskParts.Unknown(input, wording)),
            new("effects", wording.T("对价值的影响", "Effect on value"), RiskParts.Effects(input, wording)),
            new("conclusion", wording.T("结论与建议", "Conclusion and advice"), RiskParts.Conclusion(input, wording)),
        ];
        return new()
        {
            Language = input.Language,
            Kind = kind,
            Name = name,
            Head = wording.T($"知融 · {kind} · {Wording.Plain(result.Case.Id)}", $"Zhirong · {kind} · {Wording.Plain(result.Case.Id)}"),
            Facts =
            [
                new(wording.T("编号", "Number"), Wording.Plain(result.Case.Id)),
                new(wording.T("委托方", "Client"), input.Client is null ? wording.Unknown : Wording.Plain(input.Client)),
                new(wording.T("调查对象", "Subject"), name),
                new(wording.T("目的", "Purpose"), wording.T(DiligenceWords.Title(result.Case.Purpose))),
                new(wording.T("调查基准日", "As of"), wording.Day(result.Case.Day)),
                new(wording.T("报告日", "Report date"), wording.Day(input.ReportDate)),
                new(wording.T("清单版本", "Checklist"), Wording.Plain(result.Checklist.Name)),
                Sources.Engine(input.Engine, wording),
                Sources.Evidence(input.EvidenceId, wording),
                Sources.Hash(input.ContentHash, wording),
            ],
            ContentsTitle = wording.T("目录", "Contents"),
            Sections = ReportLayout.Sections(parts, wording),
            Disclaimer = wording.T(
                "本报告由知融依据权利登记、所提供的资料和检查清单形成，不构成法律意见；待核实事项不视为通过。",
                "This report was made by Zhirong from the register, the material given and the checklist; it is no legal opinion, and what is to be verified does not pass."),
            PrintHint = Sources.Hint(wording),
            AsOf = input.ReportDate,
        };
    }

    public static string FirmName(DiligenceCase of, Wording wording) => of.Firm.Names.Count > 0 ? Wording.Plain(of.Firm.Names[0]) : wording.Unknown;

    /// <summary>A title begins with a capital.</summary>
    public static string Headed(string title) => title.Length == 0 ? title : char.ToUpperInvariant(title[0]) + title[1..];

    /// <summary>A right by its number, else its title; the firm for none.</summary>
    public static string Subject(string? right, DiligenceResult result, Wording wording) => right is null ? wording.T("企业", "firm")
        : result.Case.Rights.FirstOrDefault(r => r.Id == right) is { } found ? Wording.Plain(found.Number.Length > 0 ? found.Number : wording.T(found.Title)) : Wording.Plain(right);

    /// <summary>Several of them; all of the rights together by their count, each stands in the list of what was examined.</summary>
    public static string Subjects(IEnumerable<string?> rights, DiligenceResult result, Wording wording)
    {
        List<string?> named = [.. rights];
        var count = named.Distinct().Count();
        return count > FewRights && count == result.Case.Rights.Count && !named.Contains(null)
            ? wording.T($"全部 {count:#,##0} 项权利", $"all {count:#,##0} rights")
            : wording.List(named.Select(r => Subject(r, result, wording)));
    }

    public static ReportCell Grade(RiskGrade? grade, Wording wording) => grade is { } known
        ? new ReportCell(wording.T(DiligenceWords.Title(known)), known switch { RiskGrade.Fatal => CellMark.Alarm, RiskGrade.Major => CellMark.Marked, _ => CellMark.None }) : Wording.None;

    public static ReportCell State(ItemAnswer answer, Wording wording) => new(wording.T(ItemAnswer.Title(answer.State)), answer.State switch
    {
        AnswerState.Finding => CellMark.Marked,
        AnswerState.Unknown => CellMark.Alarm,
        _ => CellMark.None,
    });
}
