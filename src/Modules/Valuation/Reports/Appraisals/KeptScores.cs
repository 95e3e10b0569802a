using System.Text;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Appraisal.Reading;
using Zhirong.Engine.Appraisal.Scoring;
using Zhirong.Modules.Valuation.Rubrics;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Valuation.Reports.Appraisals;

/// <summary>The newest score sheets of an appraisal's rights: those of one rubric and scenario, for scores of different ones do not compare.</summary>
internal static class KeptScores
{
    private const int AtOnce = 400;

    /// <param name="read">In the viewer's name.</param>
    /// <param name="desk">Knows the shipped rubrics.</param>
    /// <param name="rights">In the order of the request.</param>
    /// <param name="until">Sheets of a later day do not count.</param>
    /// <returns>Null where no right has a sheet.</returns>
    public static ScoredRights? Of(ZhirongContext read, ValuationDesk desk, IReadOnlyList<Guid> rights, DateOnly until)
    {
        var sheets = rights.Distinct().Chunk(AtOnce).SelectMany(part => read.Set<ScoreSheet>().AsNoTracking().Where(s => part.Contains(s.RightId) && s.Day <= until).ToList()).OrderBy(s => s.At).ThenBy(s => s.Id).ToList();
        if (sheets.Count == 0)
        {
            return null;
        }

        var last = sheets[^1];
        var newest = sheets.Where(s => (s.Rubric, s.RubricVersion, s.Scenario) == (last.Rubric, last.RubricVersion, last.Scenario)).GroupBy(s => s.RightId).ToDictionary(g => g.Key, g => g.Last());
        List<Rubric> shelf = [.. RubricShelf.Of(read, desk).Select(r => r.Rubric)];
        List<ScoreRequest> asked = [.. rights.Where(newest.ContainsKey).Select(id => ScoreRequestReader.Read(Encoding.UTF8.GetBytes(newest[id].Request), shelf, desk.Parameters.Presets.KindWords)).Where(r => r.Ok).Select(r => r.Value)];
        List<SubjectScore> scores = [.. asked.Select(a => Scorer.Of(a.Rubric, a.Scenario, a.Subjects[0])).Where(s => s.Ok).Select(s => s.Value)];
        return scores.Count == 0 ? null : new(asked[0].Rubric, asked[0].Scenario, scores);
    }
}
