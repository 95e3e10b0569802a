using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Appraisal.Scoring;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Valuation.Scores;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Valuation.Rubrics;

/// <param name="Text">The draft, <c>zhirong/rubric/v1</c>.</param>
/// <param name="Scenario">The use, one both texts have.</param>
/// <param name="RightIds">At most 200; left out, those scored by this rubric last.</param>
public sealed record RescoreRightsRequest(string Text, string Scenario, IReadOnlyList<Guid>? RightIds = null);

/// <summary>A right under the rubric in force and under the draft, both on what is known today.</summary>
/// <param name="TotalBefore">Points by the text in force; null where a side has no score or a veto stops it.</param>
/// <param name="OutcomeBefore"><c>graded</c>, <c>insufficient</c>, <c>vetoed</c>.</param>
/// <param name="Move"><c>up</c>, <c>down</c>, <c>same</c>, <c>gained</c> and <c>lost</c> (a grade), <c>renamed</c> (the same place under another name).</param>
/// <param name="Dropped">Experts' scores of indicators the draft does not have or scores from facts alone.</param>
public sealed record RescoredRight(Guid RightId, string RightNumber, string Title, string? TotalBefore, string? GradeBefore, string OutcomeBefore, string? TotalAfter, string? GradeAfter, string OutcomeAfter, string CoverageAfter, string Move, IReadOnlyList<string> Dropped);

/// <summary>A cell of the table of moves: so many rights from this grade to that one; null where none is given.</summary>
public sealed record GradeMove(string? From, string? To, int Count);

/// <param name="Against">Version in force.</param>
/// <param name="Moved">Rights whose grade is another.</param>
/// <param name="Without">Rights asked for that were never scored by this rubric.</param>
/// <param name="More">Rights scored by it beyond those looked at.</param>
public sealed record RescoredRights(string Against, string Version, DateOnly Day, int Moved, IReadOnlyList<GradeMove> Moves, IReadOnlyList<RescoredRight> Rows, IReadOnlyList<Guid> Without, int More);

/// <summary>草稿重评: who moves grade if the draft counted today. The experts' scores are those of the newest sheets, the register is read anew; it keeps nothing.</summary>
internal static class RescoreRights
{
    private const int MostRights = 200;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/rubrics/{code}/rescore", Answer).WithName("rescoreRights").WithSummary("Rights under the rubric in force and under a draft: who moves grade; nothing is kept").Produces<RescoredRights>().ProducesProblem(422).Reads("valuation");

    private static async Task<IResult> Answer(string code, BodyOf<RescoreRightsRequest> body, HttpContext context, ValuationDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var answer = Of(read, desk, code, body.Value.Value);
        return answer.Ok ? Results.Json(answer.Value, WebJson.Options) : Problems.Of(context, answer.Refusals);
    }

    private static Result<RescoredRights> Of(ZhirongContext read, ValuationDesk desk, string code, RescoreRightsRequest asked)
    {
        if (asked.RightIds is { Count: 0 or > MostRights })
        {
            return ValuationRefusals.TooMany("rightIds", asked.RightIds.Count, MostRights);
        }

        var both = Both(read, desk, code, asked.Text, asked.Scenario);
        if (!both.Ok)
        {
            return Result<RescoredRights>.Refused(both.Refusals);
        }

        var (before, draft) = both.Value;
        var (ids, more) = Asked(read, code, asked.RightIds);
        var newest = Newest(read, code, ids);
        var (rows, refusals) = (new List<RescoredRight>(), new List<Refusal>());
        foreach (var id in ids.Where(newest.ContainsKey))
        {
            var row = One(read, desk, newest[id], before, draft, asked.Scenario);
            if (row.Ok)
            {
                rows.Add(row.Value);
            }
            else
            {
                refusals.AddRange(row.Refusals);
            }
        }

        return refusals.Count > 0 ? Result<RescoredRights>.Refused(refusals) : new RescoredRights(
            before.Version, draft.Version, desk.Today, rows.Count(r => r.Move is not "same"),
            [.. rows.GroupBy(r => (r.GradeBefore, r.GradeAfter)).Select(g => new GradeMove(g.Key.GradeBefore, g.Key.GradeAfter, g.Count())).OrderBy(m => Place(before, m.From)).ThenBy(m => Place(draft, m.To))],
            [.. rows.OrderBy(r => r.Move is "same").ThenBy(r => r.RightNumber, StringComparer.Ordinal)], [.. ids.Where(id => !newest.ContainsKey(id))], more);
    }

    /// <summary>The text in force and the draft, both with the use asked for.</summary>
    public static Result<(Rubric Before, Rubric Draft)> Both(ZhirongContext read, ValuationDesk desk, string code, string text, string scenario)
    {
        var made = ExamineRubric.Read(code, text);
        if (!made.Ok)
        {
            return Result<(Rubric, Rubric)>.Refused(made.Refusals);
        }

        if (RubricShelf.InForce(RubricShelf.Of(read, desk), code, desk.Today) is not { } standing)
        {
            return RubricRoomRefusals.NoneInForce(code);
        }

        var (draft, before) = (made.Value, standing.Rubric);
        return draft.Scenario(scenario) is null || before.Scenario(scenario) is null
            ? RubricRoomRefusals.NoScenario(scenario, draft.Scenarios.Select(s => s.Id).Intersect(before.Scenarios.Select(s => s.Id)))
            : (before, draft);
    }

    private static (List<Guid> Ids, int More) Asked(ZhirongContext read, string code, IReadOnlyList<Guid>? named)
    {
        if (named is not null)
        {
            return ([.. named.Distinct()], 0);
        }

        var all = read.Set<ScoreSheet>().Where(s => s.Rubric == code).GroupBy(s => s.RightId).Select(g => new { g.Key, At = g.Max(s => s.At) }).ToList().OrderByDescending(s => s.At).ThenBy(s => s.Key).Select(s => s.Key).ToList();
        return ([.. all.Take(MostRights)], Math.Max(0, all.Count - MostRights));
    }

    private static Dictionary<Guid, ScoreSheet> Newest(ZhirongContext read, string code, List<Guid> rights)
    {
        var newest = new Dictionary<Guid, ScoreSheet>();
        foreach (var sheet in read.Set<ScoreSheet>().AsNoTracking().Where(s => s.Rubric == code && rights.Contains(s.RightId)).OrderBy(s => s.At).ThenBy(s => s.Id))
        {
            newest[sheet.RightId] = sheet;
        }

        return newest;
    }

    private static Result<RescoredRight> One(ZhirongContext read, ValuationDesk desk, ScoreSheet sheet, Rubric before, Rubric draft, string scenario)
    {
        if (desk.Rights.Profile(read, sheet.RightId, desk.Today) is not { } profile)
        {
            return ValuationRefusals.Right("rightIds", $"{sheet.RightId}");
        }

        var said = KeptSaying.Of(sheet);
        var old = Score(before, said.Scores, out _);
        var now = Score(draft, said.Scores, out var dropped);
        if (!old.Ok || !now.Ok)
        {
            return Result<RescoredRight>.Refused([.. (old.Ok ? [] : old.Refusals), .. (now.Ok ? [] : now.Refusals)]);
        }

        var (was, becomes) = (old.Value.Score, now.Value.Score);
        return new RescoredRight(
            sheet.RightId, sheet.RightNumber, profile.Right.Title, Points(was.Total), was.Grade, Outcome(was), Points(becomes.Total), becomes.Grade, Outcome(becomes), Drafting.Stated.Number(Rounding.Decimals(becomes.Coverage, 4)),
            Move(before, draft, was.Grade, becomes.Grade), dropped);

        Result<ScoredRight> Score(Rubric by, JsonObject scores, out IReadOnlyList<string> without)
        {
            var taken = by.Indicators.Where(i => i.Mode != IndicatorMode.Auto).Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
            without = [.. scores.Select(s => s.Key).Where(id => !taken.Contains(id))];
            var kept = new JsonObject(scores.Where(s => taken.Contains(s.Key)).Select(s => KeyValuePair.Create(s.Key, s.Value?.DeepClone())));
            return ScoredRight.By(read, desk, profile, by, scenario, desk.Today, kept, said.Facts);
        }
    }

    private static string Move(Rubric before, Rubric after, string? was, string? becomes) => (was, becomes) switch
    {
        _ when was == becomes => "same",
        (null, _) => "gained",
        (_, null) => "lost",
        // Both are given: the place from the best counts, for a draft may name its grades anew.
        _ => Place(before, was).CompareTo(Place(after, becomes)) switch { > 0 => "up", < 0 => "down", _ => "renamed" },
    };

    private static int Place(Rubric rubric, string? grade) => grade is null ? int.MaxValue : rubric.Grades.Index().First(g => g.Item.Grade == grade).Index;

    private static string Outcome(SubjectScore score) => score.Outcome switch { ScoreOutcome.Graded => "graded", ScoreOutcome.Vetoed => "vetoed", _ => "insufficient" };

    private static string? Points(decimal? total) => total is { } known ? Drafting.Stated.Number(Rounding.Decimals(known, 2)) : null;
}
