using Zhirong.Engine.Basics;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Securitization.Reports;

/// <summary>交易概览: the key terms on half a page.</summary>
internal static class OverviewSection
{
    public static IReadOnlyList<ReportBlock> Of(ReportInput input, Wording wording) => [new ReportFacts(Facts(input, wording)), .. Answers(input, wording)];

    private static List<ReportFact> Facts(ReportInput input, Wording wording)
    {
        var (deal, outline) = (input.Deal.Definition, input.Outline);
        var senior = outline.Tranches.Where(t => !t.Residual).ToList();
        var rights = deal.Pool.Obligors.Sum(o => o.Rights ?? 0);
        return
        [
            new(wording.T("资产池余额", "Pool balance"), ReportContents.Amount(Wording.Fen(outline.PoolBalance), wording)),
            new(wording.T("债务人", "Obligors"), wording.T($"{outline.Obligors.Count} 户", $"{outline.Obligors.Count}")),
            new(wording.T("知识产权", "Rights"), rights > 0 ? wording.T($"{rights} 项", $"{rights}") : wording.Unknown),
            new(wording.T("权利类别", "Kinds of rights"), deal.Pool.IpKinds.Count == 0 ? wording.Unknown : wording.List(deal.Pool.IpKinds.Select(kind => ReportTerms.IpKind(kind, wording)))),
            new(wording.T("证券分档", "Tranches"), wording.List(outline.Tranches.Select(t => $"{wording.Name(t.NameZh, t.NameEn, t.Id)} {Wording.Percent(t.Share)}"))),
            new(wording.T("优先档票面利率", "Senior coupon"), senior.Count == 0 ? Wording.None : wording.List(senior.Select(t => Wording.Rate(Wording.Number(t.Coupon))))),
            new(wording.T("优先档评级", "Senior rating"), senior.Exists(t => t.Rating is not null) ? wording.List(senior.Select(t => Wording.Plain(t.Rating))) : wording.Unknown),
            new(wording.T("次级占比（首档）", "Subordination (first tranche)"), Wording.Percent(outline.Tranches[0].Subordination)),
            new(wording.T("基准日", "Cut-off"), wording.Day(deal.Dates.Cutoff)),
            new(wording.T("法定到期日", "Legal maturity"), wording.Day(deal.Dates.LegalMaturity)),
            new(wording.T("兑付日", "Payment dates"), Payments(input, wording)),
            new(wording.T("增信措施", "Supports"), outline.Supports.Count == 0 ? wording.T("仅内部分层", "subordination only") : wording.List(outline.Supports.Select(s => wording.Name(s.NameZh, s.NameEn, s.Id)))),
            .. Shelf(input, wording),
        ];
    }

    private static string Payments(ReportInput input, Wording wording)
    {
        var (first, last, count) = (input.Deal.Periods[0].Date, input.Deal.Periods[^1].Date, input.Deal.PeriodCount);
        return count == 1 ? wording.T($"{Wording.Iso(first)}（1 期）", $"{Wording.Iso(first)} (1 date)") : wording.T($"{Wording.Iso(first)} 至 {Wording.Iso(last)}（{count} 期）", $"{Wording.Iso(first)} to {Wording.Iso(last)} ({count} dates)");
    }

    private static IEnumerable<ReportFact> Shelf(ReportInput input, Wording wording)
    {
        if (input.Deal.Definition.Shelf is { } shelf)
        {
            yield return new(wording.T("储架", "Shelf"), Wording.Plain(shelf.Id));
            yield return new(wording.T("储架额度与期数", "Cap and series"), wording.T($"{ReportContents.Amount(shelf.Cap.Fen, wording)}，{shelf.Series} 期，无异议函 {Wording.Iso(shelf.NoObjection)}",
                $"{ReportContents.Amount(shelf.Cap.Fen, wording)}, {shelf.Series} series, letter of {Wording.Iso(shelf.NoObjection)}"));
        }
    }

    /// <summary>What the run answers, in a few sentences.</summary>
    private static IEnumerable<ReportBlock> Answers(ReportInput input, Wording wording)
    {
        var run = new RunFigures(input.Run);
        var senior = run.Summary.Where(s => !run.Residual(s.Tranche)).ToList();
        var unpaid = senior.Sum(s => s.Unpaid.Fen);
        var under = input.BaseRun is null ? wording.T("按基准情形", "In the base case") : wording.T($"按情景“{ReportContents.Scenario(input, wording)}”", $"Under the scenario “{ReportContents.Scenario(input, wording)}”");
        yield return unpaid == 0
            ? wording.Body($"{under}，优先档本息按约定足额兑付：利息 {Wording.Yuan(senior.Sum(s => s.Interest.Fen))} 元，本金 {Wording.Yuan(senior.Sum(s => s.Principal.Fen))} 元；次级档剩余收益 {Wording.Yuan(run.Summary.Sum(s => s.Residual.Fen))} 元。",
                $"{under} the senior tranches are paid in full: interest CNY {Wording.Yuan(senior.Sum(s => s.Interest.Fen))}, principal CNY {Wording.Yuan(senior.Sum(s => s.Principal.Fen))}; residual CNY {Wording.Yuan(run.Summary.Sum(s => s.Residual.Fen))}.")
            : wording.Body($"{under}，优先档最终未获兑付 {Wording.Yuan(unpaid)} 元；已付利息 {Wording.Yuan(senior.Sum(s => s.Interest.Fen))} 元，本金 {Wording.Yuan(senior.Sum(s => s.Principal.Fen))} 元。",
                $"{under} the senior tranches are short of CNY {Wording.Yuan(unpaid)} in the end; paid were interest CNY {Wording.Yuan(senior.Sum(s => s.Interest.Fen))} and principal CNY {Wording.Yuan(senior.Sum(s => s.Principal.Fen))}.");
        var (errors, warnings) = (input.Findings.Count(f => f.Severity == Severity.Error), input.Findings.Count(f => f.Severity == Severity.Warning));
        yield return wording.Body($"最大单户占比 {Wording.Percent(input.Analysis.Concentration.LargestShare)}，前五户 {Wording.Percent(input.Analysis.Concentration.TopFiveShare)}；校验发现错误 {errors} 项、提醒 {warnings} 项，见校验发现一节。",
            $"Largest obligor {Wording.Percent(input.Analysis.Concentration.LargestShare)}, five largest {Wording.Percent(input.Analysis.Concentration.TopFiveShare)} of the pool; findings: {errors} error(s), {warnings} warning(s), listed under findings.");
    }
}
