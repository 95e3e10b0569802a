using Zhirong.Engine.Diligence;
using Zhirong.Engine.Diligence.Judging;
using Zhirong.Platform.Office.Reports;
using Zhirong.Platform.Office.Reports.Charts;

namespace Zhirong.Modules.Valuation.Reports.Diligences;

/// <summary>执行摘要 and 企业概况.</summary>
internal static class SummaryParts
{
    private const int MostTold = 12;

    public static IReadOnlyList<ReportBlock> Summary(DiligenceReportInput input, Wording wording)
    {
        var (result, tally) = (input.Result, input.Result.Tally);
        return
        [
            wording.Body($"以 {wording.Day(result.Case.Day)} 为基准日，为{wording.T(DiligenceWords.Title(result.Case.Purpose))}目的，对{DiligenceReport.FirmName(result.Case, wording)}的 {result.Case.Rights.Count} 项权利按清单 {Wording.Plain(result.Checklist.Name)} 逐项调查。",
                $"As of {wording.Day(result.Case.Day)} and for {wording.T(DiligenceWords.Title(result.Case.Purpose))}, {result.Case.Rights.Count} right(s) of {DiligenceReport.FirmName(result.Case, wording)} were examined by the checklist {Wording.Plain(result.Checklist.Name)}."),
            new ReportFacts(
            [
                new(wording.T("结论", "Conclusion"), wording.T(Conclusion.Title(result.Conclusion.Answer))),
                new(wording.T("检查事项", "Items"), $"{tally.Items:#,##0}"),
                new(wording.T("致命", "Fatal"), $"{tally.Fatal:#,##0}"),
                new(wording.T("重大", "Major"), $"{tally.Major:#,##0}"),
                new(wording.T("一般", "Minor"), $"{tally.Minor:#,##0}"),
                new(wording.T("未见异常", "Clear"), $"{tally.Clear:#,##0}"),
                new(wording.T("待核实", "To be verified"), wording.T($"{tally.Unknown:#,##0}，其中必查 {tally.MustUnknown:#,##0}", $"{tally.Unknown:#,##0}, of them required {tally.MustUnknown:#,##0}")),
                .. Value(result, wording),
            ]),
            wording.Body($"{wording.T(result.Conclusion.Text)}", $"{wording.T(result.Conclusion.Text)}"),
            .. Gravest(result, wording),
        ];
    }

    public static IReadOnlyList<ReportBlock> Scope(DiligenceReportInput input, Wording wording)
    {
        var (result, firm) = (input.Result, input.Result.Case.Firm);
        return
        [
            new ReportFacts(
            [
                new(wording.T("企业名称", "Name"), DiligenceReport.FirmName(result.Case, wording)),
                new(wording.T("统一社会信用代码", "Credit code"), firm.Code.Length == 0 ? wording.Unknown : Wording.Plain(firm.Code)),
                new(wording.T("曾用名", "Former names"), firm.Names.Count > 1 ? wording.List(firm.Names.Skip(1).Select(Wording.Plain)) : Wording.None),
                new(wording.T("产品", "Products"), result.Case.Products is { } products ? products.Items.Count == 0 ? wording.T("没有", "none") : wording.List(products.Items.Select(p => Wording.Plain(wording.T(p.Title)))) : wording.Unknown),
            ]),
            new ReportTable
            {
                Title = wording.T("调查范围内的权利", "Rights examined"),
                Columns =
                [
                    new(wording.T("序号", "No."), ColumnKind.Code), new(wording.T("编号", "Number"), ColumnKind.Code), new(wording.T("名称", "Title"), ColumnKind.Text), new(wording.T("类别", "Kind"), ColumnKind.Text),
                    new(wording.T("权利人", "Holders"), ColumnKind.Text), new(wording.T("期限届满", "Term ends"), ColumnKind.Date), new(wording.T("结论", "Conclusion"), ColumnKind.Code),
                ],
                Rows =
                [
                    .. result.Rights.Select((r, i) => ReportRow.Of(
                        $"{i + 1}", Sources.Known(r.Right.Number, wording), Wording.Plain(wording.T(r.Right.Title)), wording.T(DiligenceWords.KindTitle(r.Right.Kind)),
                        Sources.Known(r.Right.Holders is { } holders ? wording.List(holders.Items.Select(h => Wording.Plain(h.Name) + (h.Share is { } share ? $" {Wording.Percent(share)}" : ""))) : null, wording),
                        Sources.Known(r.Right.TermEnd?.Day, wording), Answer(r.Conclusion, wording))),
                ],
                Keep = 2,
            },
        ];
    }

    public static ReportCell Answer(Conclusion conclusion, Wording wording) => new(wording.T(Conclusion.Title(conclusion.Answer)), conclusion.Answer switch
    {
        Engine.Diligence.Checklists.ConclusionAnswer.No => CellMark.Alarm,
        Engine.Diligence.Checklists.ConclusionAnswer.Yes => CellMark.None,
        _ => CellMark.Marked,
    });

    private static IEnumerable<ReportFact> Value(DiligenceResult result, Wording wording)
    {
        if (result.Effects is { } effects)
        {
            yield return new(wording.T("尽调前价值（元）", "Value before (CNY)"), Wording.Yuan(effects.Before.Fen));
            yield return new(wording.T("尽调后价值（元）", "Value after (CNY)"), Wording.Yuan(effects.After.Fen));
        }
        else
        {
            yield return new(wording.T("对价值的影响", "Effect on value"), wording.T("待核实：没有可对应的评估价值", "to be verified: no appraised value to go by"));
        }
    }

    /// <summary>The gravest findings first; the chapters hold all.</summary>
    private static IEnumerable<ReportBlock> Gravest(DiligenceResult result, Wording wording)
    {
        var findings = result.Findings.OrderByDescending(f => f.Grade).Take(MostTold).ToList();
        if (findings.Count == 0)
        {
            yield break;
        }

        yield return new ReportTable
        {
            Title = wording.T("主要发现", "Main findings"),
            Columns = [new(wording.T("等级", "Grade"), ColumnKind.Code), new(wording.T("对象", "Subject"), ColumnKind.Code), new(wording.T("事项", "Item"), ColumnKind.Text), new(wording.T("发现", "Finding"), ColumnKind.Text)],
            Rows = [.. findings.Select(f => ReportRow.Of(DiligenceReport.Grade(f.Grade, wording), DiligenceReport.Subject(f.RightId, result, wording), wording.T(f.Item.Title), Wording.Plain(wording.T(f.Finding!.Text))))],
            Note = result.Tally.Findings > MostTold ? wording.T($"共 {result.Tally.Findings} 项发现，全部见各章。", $"{result.Tally.Findings} findings in all; the chapters hold every one.") : null,
        };
    }

    /// <summary>Colours of the grades' map.</summary>
    public static string Heat(int count, int most) => ChartColours.Heat(most == 0 ? 0 : 0.45m * count / most);
}
