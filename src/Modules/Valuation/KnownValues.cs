using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Valuation.Diligence;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Valuation;

/// <summary>What an appraisal gives a right, less what the newest diligence for a pledge takes of it.</summary>
/// <param name="Fen">The right's part of the concluded value, times what diligence leaves of it.</param>
/// <param name="Before">The part before diligence.</param>
/// <param name="Diligence">The diligence it was read with; null where there is none of the right: then nothing is taken.</param>
/// <param name="BaseDate">The day the value stands at.</param>
/// <param name="Signed">Two people signed the version.</param>
public sealed record KnownValue(Guid RightId, long Fen, long Before, Guid? Diligence, Guid AppraisalId, string Name, DateOnly BaseDate, bool Signed);

/// <summary>The newest score sheet of a right that came to points.</summary>
/// <param name="Points">0 to 100.</param>
public sealed record KnownScore(Guid RightId, decimal Points, string Rubric, DateOnly Day);

/// <summary>The newest due diligence of a firm.</summary>
/// <param name="Answer"><c>no</c>, <c>open</c>, <c>conditions</c> or <c>yes</c>.</param>
/// <param name="Fatal">Findings that forbid.</param>
/// <param name="Unknown">Questions nobody answered.</param>
public sealed record KnownDiligence(Guid Id, DateOnly Day, string Answer, int Fatal, int Major, int Minor, int Unknown);

/// <summary>Values, scores and diligences as later rooms read them, in the name of the viewer of their context.</summary>
public static class KnownValues
{
    /// <summary>The diligence that counts is one for a pledge; for another purpose findings weigh differently.</summary>
    private const string Purpose = "pledge";

    /// <summary>For each right its part of the newest concluded appraisal whose base date is not after a day; rights without one are left out.</summary>
    public static IReadOnlyDictionary<Guid, KnownValue> Of(ZhirongContext read, IReadOnlyCollection<Guid> rights, DateOnly day)
    {
        var ids = rights.Select(r => (Guid?)r).ToList();
        var found = (from part in read.Set<AppraisedRight>()
                     join appraisal in read.Set<Appraisal>() on new { Id = part.AppraisalId, part.Number } equals new { appraisal.Id, Number = appraisal.Version }
                     where ids.Contains(part.RightId) && part.Fen != null && appraisal.TotalFen != null && appraisal.BaseDate <= day
                     select new { part.RightId, part.Fen, appraisal.Id, appraisal.Name, appraisal.BaseDate, appraisal.State, appraisal.ChangedAt }).AsNoTracking().ToList();
        var factors = RightFactors.Newest(read, [.. rights], day, Purpose);
        return found.GroupBy(f => f.RightId!.Value).ToDictionary(g => g.Key, g =>
        {
            var (last, factor) = (g.OrderBy(f => f.BaseDate).ThenBy(f => f.ChangedAt).ThenBy(f => f.Id).Last(), factors.GetValueOrDefault(g.Key));
            var fen = last.Fen!.Value;
            return new KnownValue(g.Key, factor is null ? fen : Rounding.Whole(fen * factor.Factor), fen, factor?.Diligence, last.Id, last.Name, last.BaseDate, last.State == "signed");
        });
    }

    /// <summary>For each right its newest sheet with a total, of a day not after the one given.</summary>
    public static IReadOnlyList<KnownScore> Scores(ZhirongContext read, IReadOnlyCollection<Guid> rights, DateOnly day)
    {
        var found = read.Set<ScoreSheet>().Where(s => rights.Contains(s.RightId) && s.Total != null && s.Day <= day).AsNoTracking().ToList();
        return [.. found.GroupBy(s => s.RightId).Select(g => g.OrderBy(s => s.Day).ThenBy(s => s.At).ThenBy(s => s.Id).Last()).OrderBy(s => s.RightNumber, StringComparer.Ordinal).Select(s => new KnownScore(s.RightId, s.Total!.Value / 1_000_000m, s.Rubric, s.Day))];
    }

    /// <summary>The newest diligence of a firm of a day not after the one given; null where nobody made one.</summary>
    public static KnownDiligence? Diligence(ZhirongContext read, Guid firm, DateOnly day) =>
        read.Set<DiligenceFile>().Where(d => d.FirmId == firm && d.Day <= day).OrderByDescending(d => d.Day).ThenByDescending(d => d.MadeAt).AsNoTracking().FirstOrDefault() is { } file
            ? new(file.Id, file.Day, file.Answer, file.Fatal, file.Major, file.Minor, file.Unknown)
            : null;
}
