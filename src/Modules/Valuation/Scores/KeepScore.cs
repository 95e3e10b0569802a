using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Valuation.Appraisals;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Valuation.Scores;

/// <summary>评分单: scores a right by the register's facts and the experts' scores; computes only, keeps a sheet, or scores anew.</summary>
internal static class KeepScore
{
    private const int MostRights = 200;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/scores/calculate", Calculate).WithName("calculateScore").WithSummary("Score by a rubric; nothing is kept").Produces<CalculatedScore>().ProducesProblem(422).Reads("valuation");
        api.MapPost("/scores", Keep).WithName("keepScore").WithSummary("Keep a score sheet of a right").Produces<ScoreSheetView>(201).ProducesProblem(422).Act("valuation.score.keep");
        api.MapPost("/scores/renew", Renew).WithName("renewScores").WithSummary("Score rights anew: the experts' scores carried on, the register's facts read again").Produces<RenewedScores>(201).ProducesProblem(422).Act("valuation.score.renew");
        api.MapGet("/rights/{id:guid}/scores", List).WithName("listScores").WithSummary("The score sheets of a right, the newest first").Produces<ScoreSheetList>().ProducesProblem(404).Reads("valuation");
    }

    private static async Task<IResult> Calculate(BodyOf<ScoreAsked> body, HttpContext context, ValuationDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, asked, viewer, language) = (new ValuationForm(), body.Value.Value, RequestViewer.Of(context), RequestLanguage.Of(context));
        var day = Form(form, asked.Scores, asked.Facts, asked.Day, desk);
        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        await using var read = desk.Store.Read(viewer);
        var scored = ScoredRight.Of(read, desk, asked.RightId, asked.Rubric, asked.Scenario, day, ScoredRight.Experts(asked.Scores, viewer.Person, day), asked.Facts ?? [], asked.Kind);
        return scored.Ok ? Results.Json(new CalculatedScore(RequestText.Element(language == Language.En ? scored.Value.ResultEn : scored.Value.ResultZh), scored.Value.Facts), WebJson.Options) : Problems.Of(context, scored.Refusals);
    }

    private static async Task<IResult> Keep(BodyOf<KeepScoreRequest> body, HttpContext context, ValuationDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, asked, viewer, language) = (new ValuationForm(), body.Value.Value, RequestViewer.Of(context), RequestLanguage.Of(context));
        var (day, reason) = (Form(form, asked.Scores, asked.Facts, asked.Day, desk), form.Text("reason", asked.Reason, 500));
        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        Result<ScoredRight> scored;
        await using (var read = desk.Store.Read(viewer))
        {
            scored = ScoredRight.Of(read, desk, asked.RightId, asked.Rubric, asked.Scenario, day, ScoredRight.Experts(asked.Scores, viewer.Person, day), asked.Facts ?? [], keep: true);
        }

        if (!scored.Ok)
        {
            return Problems.Of(context, scored.Refusals);
        }

        var written = await desk.Store.Commits.Once<ScoreSheetView>(viewer, body.Key, desk.Clock, async work =>
        {
            var sheet = scored.Value.Sheet(desk.NewId(), work.Viewer, reason, Instant.Now(desk.Clock));
            await Write(work, [sheet], desk.Clock);
            return ScoreSheetView.Of(sheet, language);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    private static async Task<IResult> Renew(BodyOf<RenewScoresRequest> body, HttpContext context, ValuationDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, asked, viewer, language) = (new ValuationForm(), body.Value.Value, RequestViewer.Of(context), RequestLanguage.Of(context));
        var (day, reason) = (Form(form, [], [], asked.Day, desk), form.Text("reason", asked.Reason, 500));
        if (asked.RightIds.Count is 0 or > MostRights)
        {
            form.Faults.Add(ValuationRefusals.TooMany("rightIds", asked.RightIds.Count, MostRights));
        }

        var (made, without, refusals) = (new List<(ScoreSheet? Before, ScoredRight After)>(), new List<Guid>(), form.Faults);
        if (refusals.Count == 0)
        {
            await using var read = desk.Store.Read(viewer);
            Again(read, desk, asked, day, made, without, refusals);
        }

        if (refusals.Count > 0)
        {
            return Problems.Of(context, refusals);
        }

        var written = await desk.Store.Commits.Once<RenewedScores>(viewer, body.Key, desk.Clock, async work =>
        {
            var sheets = made.ConvertAll(m => (m.Before, Sheet: m.After.Sheet(desk.NewId(), work.Viewer, reason, Instant.Now(desk.Clock))));
            await Write(work, [.. sheets.Select(s => s.Sheet)], desk.Clock);
            return new RenewedScores([.. sheets.Select(s => new RenewedScore(s.Sheet.RightId, s.Sheet.RightNumber, ScoreSheetView.Points(s.Before?.Total), s.Before?.Grade, ScoreSheetView.Of(s.Sheet, language)))], without);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    /// <summary>The newest sheet of each right by this rubric, with its experts' scores and typed facts, under the register as it is now.</summary>
    private static void Again(ZhirongContext read, ValuationDesk desk, RenewScoresRequest asked, DateOnly day, List<(ScoreSheet?, ScoredRight)> made, List<Guid> without, List<Refusal> refusals)
    {
        var code = asked.Rubric.Split('/')[0];
        foreach (var right in asked.RightIds.Distinct())
        {
            if (read.Set<ScoreSheet>().Where(s => s.RightId == right && s.Rubric == code).OrderByDescending(s => s.At).ThenByDescending(s => s.Id).FirstOrDefault() is not { } before)
            {
                without.Add(right);
                continue;
            }

            var said = KeptSaying.Of(before);
            var scored = ScoredRight.Of(read, desk, right, asked.Rubric, asked.Scenario, day, said.Scores, said.Facts, keep: true);
            if (scored.Ok)
            {
                made.Add((before, scored.Value));
            }
            else
            {
                refusals.AddRange(scored.Refusals);
            }
        }
    }

    private static async Task<IResult> List(Guid id, HttpContext context, ValuationDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var language = RequestLanguage.Of(context);
        var sheets = await read.Set<ScoreSheet>().Where(s => s.RightId == id).OrderByDescending(s => s.At).ThenByDescending(s => s.Id).Take(200).ToListAsync(context.RequestAborted);
        return sheets.Count == 0 && desk.Rights.Rows(read, [id], desk.Today).Count == 0
            ? Problems.Of(context, WebRefusals.NotFound("rights", $"{id}"), StatusCodes.Status404NotFound)
            : Results.Json(new ScoreSheetList([.. sheets.Select(s => ScoreSheetView.Of(s, language))]), WebJson.Options);
    }

    private static DateOnly Form(ValuationForm form, IReadOnlyList<ExpertScore> scores, IReadOnlyList<TypedFact>? facts, DateOnly? day, ValuationDesk desk)
    {
        foreach (var (n, score) in scores.Index())
        {
            form.Number($"scores.{n}.score", score.Score, 0, 100, required: true);
            form.Text($"scores.{n}.indicator", score.Indicator, 80);
            form.Text($"scores.{n}.basis", score.Basis, 300, required: false);
            if (scores.Take(n).Any(s => s.Indicator == score.Indicator))
            {
                form.Faults.Add(ValuationRefusals.Word($"scores.{n}.indicator", score.Indicator, ["—"]));
            }
        }

        foreach (var (n, fact) in (facts ?? []).Index())
        {
            form.Text($"facts.{n}.name", fact.Name, 80);
            form.Text($"facts.{n}.value", fact.Value, 200);
            form.Text($"facts.{n}.source", fact.Source, 300);
            form.Word($"facts.{n}.kind", fact.Kind, Origin.KindWords, required: false);
        }

        return form.Day("day", day ?? desk.Today);
    }

    private static async Task Write(ZhirongContext work, IReadOnlyList<ScoreSheet> sheets, TimeProvider clock)
    {
        work.AddRange(sheets);
        await work.SaveChangesAsync();
        EvidenceLeaves.Write(work.Session, [.. sheets.Select(s => EvidenceLeaves.Prepare(work.Viewer, s.OwnerId, Kept(s), clock))]);
    }

    private static Happening Kept(ScoreSheet s) => new("ScoreKept", "score_sheet", RowValues.Of(s.Id), new JsonObject
    {
        ["day"] = RowValues.Of(s.Day),
        ["grade"] = s.Grade,
        ["outcome"] = s.Outcome,
        ["reason"] = s.Reason,
        ["request"] = $"sha256:{s.InputHash}",
        ["result"] = $"sha256:{RequestText.Hash(s.ResultZh)}",
        ["right"] = RowValues.Of(s.RightId),
        ["rubric"] = $"{s.Rubric}/{s.RubricVersion}",
        ["rubricText"] = s.RubricHash is null ? null : $"sha256:{s.RubricHash}",
        ["scenario"] = s.Scenario,
        ["total"] = ScoreSheetView.Points(s.Total),
    });
}
