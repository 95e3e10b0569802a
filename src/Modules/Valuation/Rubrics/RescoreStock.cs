using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Appraisal.Scoring;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Valuation.Rubrics;

/// <param name="Text">The draft, <c>zhirong/rubric/v1</c>.</param>
/// <param name="Scenario">The use, one both texts have.</param>
public sealed record RescoreStockRequest(string Text, string Scenario);

/// <summary>A grade and how many rights have it by the text in force and by the draft.</summary>
/// <param name="Grade">Null where none is given.</param>
/// <param name="Outcome"><c>graded</c>, <c>insufficient</c>, <c>vetoed</c>.</param>
public sealed record StockGrade(string? Grade, string Outcome, int Before, int After);

/// <summary>A right whose total moves; estimates within a thousandth of a point.</summary>
public sealed record StockMove(Guid RightId, string RightNumber, string TotalBefore, string? GradeBefore, string TotalAfter, string? GradeAfter);

/// <param name="Count">Rights scored by this rubric, each by its newest sheet.</param>
/// <param name="Moved">Rights whose place among the grades is another.</param>
/// <param name="MeanBefore">Mean of the totals that are there; null without one.</param>
/// <param name="Oldest">Day of the oldest sheet; null without one.</param>
/// <param name="Grades">By the places of the grades from the best, then what has none.</param>
/// <param name="Moves">How many go from which grade to which.</param>
/// <param name="Most">The rights whose totals move most, at most twenty.</param>
public sealed record RescoredStock(string Against, string Version, int Count, int Moved, string? MeanBefore, string? MeanAfter, DateOnly? Oldest, IReadOnlyList<StockGrade> Grades, IReadOnlyList<GradeMove> Moves, IReadOnlyList<StockMove> Most);

/// <summary>
/// 整库重评: every right ever scored by a rubric, under the text in force and under the draft, on what its newest sheet says. It keeps
/// nothing. Totals are estimates; what comes close to the beginning of a grade is computed exactly.
/// </summary>
internal static class RescoreStock
{
    private const int Most = 20;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/rubrics/{code}/rescore-stock", Answer).WithName("rescoreStock").WithSummary("All rights scored by a rubric under the text in force and under a draft: how many have which grade; nothing is kept").Produces<RescoredStock>().ProducesProblem(422).Reads("valuation");

    private static async Task<IResult> Answer(string code, BodyOf<RescoreStockRequest> body, HttpContext context, ValuationDesk desk, StockShelf stock)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var both = RescoreRights.Both(read, desk, code, body.Value.Value.Text, body.Value.Value.Scenario);
        if (!both.Ok)
        {
            return Problems.Of(context, both.Refusals);
        }

        var (before, draft) = both.Value;
        var organisation = RequestViewer.Of(context).Organisation;
        var was = stock.Of(read, organisation, before, body.Value.Value.Scenario);
        var becomes = stock.Of(read, organisation, draft, body.Value.Value.Scenario);
        return Results.Json(Of(read, was, before, becomes, draft, body.Value.Value.Scenario), WebJson.Options);
    }

    private static RescoredStock Of(ZhirongContext read, Stock was, Rubric before, Stock becomes, Rubric draft, string scenario)
    {
        if (was.Rights.Count == 0)
        {
            return new(before.Version, draft.Version, 0, 0, null, null, null, [], [], []);
        }

        var (old, now) = (StockScores.Of(read, was, before, scenario), StockScores.Of(read, becomes, draft, scenario));
        var count = was.Rights.Count;
        var (moves, moved) = (new Dictionary<(byte From, byte To), int>(), 0);
        var order = new PriorityQueue<int, float>();
        for (var i = 0; i < count; i++)
        {
            var key = (old.Grades[i], now.Grades[i]);
            moves[key] = moves.GetValueOrDefault(key) + 1;
            moved += key.Item1 == key.Item2 ? 0 : 1;
            var far = Math.Abs(now.Totals[i] - old.Totals[i]);
            if (far > 0.005f)
            {
                order.Enqueue(i, far);
                if (order.Count > Most)
                {
                    order.Dequeue();
                }
            }
        }

        return new(
            before.Version, draft.Version, count, moved, Mean(old), Mean(now), was.Oldest, Counted(before, old, draft, now),
            [.. moves.Where(m => m.Key.From != m.Key.To).OrderBy(m => m.Key.From).ThenBy(m => m.Key.To).Select(m => new GradeMove(Name(before, m.Key.From), Name(draft, m.Key.To), m.Value))],
            [.. order.UnorderedItems.OrderByDescending(o => o.Priority).ThenBy(o => o.Element).Select(o => One(o.Element))]);

        StockMove One(int i) => new(was.Rights[i].Id, was.Rights[i].Number, Points(old.Totals[i]), Name(before, old.Grades[i]), Points(now.Totals[i]), Name(draft, now.Grades[i]));
    }

    private static List<StockGrade> Counted(Rubric before, RescoreResult old, Rubric draft, RescoreResult now)
    {
        var (had, has) = (Histogram(old), Histogram(now));
        List<StockGrade> rows = [];
        // A draft may name its grades anew or have more of them: they stand in the order of the draft, those it drops after them.
        foreach (var name in draft.Grades.Select(g => g.Grade).Concat(before.Grades.Select(g => g.Grade)).Distinct())
        {
            rows.Add(new(name, "graded", At(before, had, name), At(draft, has, name)));
        }

        rows.Add(new(null, "insufficient", had[Rescoring.Insufficient], has[Rescoring.Insufficient]));
        rows.Add(new(null, "vetoed", had[Rescoring.Vetoed], has[Rescoring.Vetoed]));
        return rows;

        static int At(Rubric rubric, int[] histogram, string name) => rubric.Grades.Index().Where(g => g.Item.Grade == name).Sum(g => histogram[g.Index]);
    }

    private static int[] Histogram(RescoreResult result)
    {
        var counts = new int[256];
        foreach (var grade in result.Grades)
        {
            counts[grade]++;
        }

        return counts;
    }

    private static string? Mean(RescoreResult result)
    {
        var (sum, count) = (0.0, 0);
        foreach (var (i, total) in result.Totals.Index())
        {
            if (!float.IsNaN(total) && result.Grades[i] != Rescoring.Vetoed)
            {
                (sum, count) = (sum + total, count + 1);
            }
        }

        return count == 0 ? null : Points(sum / count);
    }

    private static string? Name(Rubric rubric, byte grade) => grade >= Rescoring.Insufficient ? null : rubric.Grades[grade].Grade;

    private static string Points(double total) => Drafting.Stated.Number(Rounding.Decimals((decimal)total, 2));
}
