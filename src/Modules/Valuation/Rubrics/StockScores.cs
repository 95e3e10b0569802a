using Zhirong.Engine.Appraisal.Scoring;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Valuation.Rubrics;

/// <summary>A stock scored: estimates, and exactly where an estimate lies so near to the beginning of a grade that it might fall on the wrong side.</summary>
internal static class StockScores
{
    private const double Near = 0.002;
    private const int Chunk = 500;

    public static RescoreResult Of(ZhirongContext read, Stock stock, Rubric rubric, string scenario)
    {
        var use = rubric.Scenario(scenario)!;
        var result = new Rescoring(rubric, use).Run(stock.Columns);
        double[] steps = [.. rubric.Grades.SkipLast(1).Select(g => (double)g.From)];
        List<int> close = [.. Enumerable.Range(0, stock.Rights.Count).Where(i => result.Grades[i] < Rescoring.Insufficient && steps.Any(s => Math.Abs(s - result.Totals[i]) < Near))];
        foreach (var chunk in close.Chunk(Chunk))
        {
            var places = chunk.ToDictionary(i => stock.Rights[i].Sheet);
            List<Guid> ids = [.. places.Keys];
            foreach (var sheet in read.Set<ScoreSheet>().Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Request }))
            {
                if (Exact(rubric, use, sheet.Request) is { Grade: { } grade })
                {
                    result.Grades[places[sheet.Id]] = (byte)rubric.Grades.Index().First(g => g.Item.Grade == grade).Index;
                }
            }
        }

        return result;
    }

    private static SubjectScore? Exact(Rubric rubric, Scenario use, string request)
    {
        var said = StockShelf.Said(request);
        HashSet<string> taken = [.. rubric.Indicators.Where(i => i.Mode != IndicatorMode.Auto).Select(i => i.Id)];
        var score = Scorer.Of(rubric, use, new("", "", said.Kind, Words.Same(""), [.. said.Facts.Select(f => new ScoreFact(f.Key, f.Value, Engine.Appraisal.Facts.Origin.Unverified))],
            [.. said.Scores.Where(s => taken.Contains(s.Key)).Select(s => new Engine.Appraisal.Facts.Figure($"scores.{s.Key}", s.Value, Engine.Appraisal.Facts.Origin.Unverified))]));
        return score.Ok ? score.Value : null;
    }
}
