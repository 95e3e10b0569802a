using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Diligence;
using Zhirong.Modules.Valuation.Appraisals;
using Zhirong.Modules.Valuation.Diligence;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Office.Reports;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Valuation.Reports.Appraisals;

/// <summary>The parts of an appraisal after the newest diligence of its rights at or before the report's day.</summary>
internal static class DiligencedParts
{
    /// <returns>Null where no right was examined or nothing was concluded.</returns>
    public static AfterDiligence? Of(ZhirongContext read, Computed computed, DateOnly day, Wording wording)
    {
        var parts = computed.Value.Rights.Select(r => (r.Right.Id, r.Value, Known: Guid.TryParseExact(r.Right.Id, "D", out var id) ? id : (Guid?)null)).ToList();
        var factors = RightFactors.Newest(read, [.. parts.Select(p => p.Known).OfType<Guid>()], day, TermWords.Purposes[(int)computed.Case.Terms.Purpose]);
        if (factors.Count == 0)
        {
            return null;
        }

        var ids = factors.Values.Select(f => f.Diligence).Distinct().Order().ToList();
        var files = read.Set<DiligenceFile>().AsNoTracking().Where(f => ids.Contains(f.Id)).ToList();
        List<DiligencedRight> examined = [.. parts.Where(p => p.Known is { } id && factors.ContainsKey(id)).Select(p => Part(p.Id, p.Value, factors[p.Known!.Value], wording))];
        return new()
        {
            Id = string.Join(wording.T("、", ", "), ids),
            Day = factors.Values.Max(f => f.Day),
            Rights = examined,
            Whole = examined.Count == parts.Count,
            Findings = new Dictionary<RiskGrade, int> { [RiskGrade.Fatal] = files.Sum(f => f.Fatal), [RiskGrade.Major] = files.Sum(f => f.Major), [RiskGrade.Minor] = files.Sum(f => f.Minor) },
            Unknown = files.Sum(f => f.Unknown),
        };
    }

    private static DiligencedRight Part(string right, Money before, RightFactor factor, Wording wording) => new(
        right, before, factor.Factor, Money.OfFen(Rounding.Whole(before.Fen * factor.Factor)),
        wording.T($"致命 {factor.Fatal}、重大 {factor.Major}、一般 {factor.Minor}、待核实 {factor.Unknown}", $"fatal {factor.Fatal}, major {factor.Major}, minor {factor.Minor}, to be verified {factor.Unknown}"));
}
