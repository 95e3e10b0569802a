using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Searches;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.UseCases;

/// <param name="Effect">What an ambiguous event did: a word of the effects. For other questions: <c>none</c>.</param>
/// <param name="Note">On what the answer rests.</param>
public sealed record AnswerQuestionRequest(string Effect, string Note);

/// <summary>What only a person can say: the queue, and its answers.</summary>
internal static class AnswerQuestion
{
    private static readonly Dictionary<string, Words> Kinds = new(StringComparer.Ordinal)
    {
        ["ambiguous_event"] = new("法律事件含义待定", "what an event did"),
        ["term_days"] = new("期限补偿天数未知", "days added to the term"),
        ["number_conflict"] = new("同一记录指向两件申请", "one record names two applications"),
    };

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/rights/questions", List).WithName("listRightQuestions").WithSummary("Questions only a person can answer, oldest first, a page at a time from a place").Produces<PlacedPage<QuestionView>>().ProducesProblem(422).Reads("assets");
        api.MapPost("/rights/questions/{id:guid}/answer", Answer).WithName("answerRightQuestion").WithSummary("Say what an ambiguous event did").Produces<RightRow>().ProducesProblem(404).ProducesProblem(422).Act("assets.question.answer");
    }

    public static QuestionView View(QuestionRow q, RegisteredRight right, Language language) => new(
        q.Id, right.Id, right.Number, right.Title, q.Kind, Kinds.TryGetValue(q.Kind, out var title) ? title.In(language) : q.Kind, q.Text, q.Open == 1, q.Answer, q.Note, Instant.Text(q.AskedAt), q.AnsweredBy);

    private static async Task<IResult> List(HttpContext context, RightDesk desk, bool? open, Guid? source, string? place, int? pageSize)
    {
        var (size, language) = (PageRequest.Of(null, pageSize).PageSize, RequestLanguage.Of(context));
        var asked = $"questions {open != false} {source}";
        var at = Places.Read(place, asked, found => found.Key is null && Guid.TryParse(found.Row, out _));
        if (!at.Ok)
        {
            return Problems.Of(context, at.Refusals);
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var flag = open == false ? 0 : 1;
        var found = from q in read.Set<QuestionRow>() where q.Open == flag join r in read.Set<RegisteredRight>() on q.RightNo equals r.No select new { q, r };
        if (source is { } file)
        {
            var no = await read.Set<SourceRow>().Where(s => s.Id == file).Select(s => (long?)s.No).SingleOrDefaultAsync() ?? -1;
            found = found.Where(x => read.Set<SaidRow>().Any(d => d.SourceNo == no && d.RightNo == x.q.RightNo));
        }

        var page = PlacedRows.Of(at.Value, size, (from, take) =>
        {
            var behind = from is { Back: false } ? Guid.Parse(from.Row) : Guid.Empty;
            var before = from is { Back: true } ? Guid.Parse(from.Row) : Guid.Empty;
            return from is { Back: true }
                ? found.Where(x => x.q.Id.CompareTo(before) < 0).OrderByDescending(x => x.q.Id).Take(take).ToList()
                : found.Where(x => from == null || x.q.Id.CompareTo(behind) > 0).OrderBy(x => x.q.Id).Take(take).ToList();
        });
        return Results.Json(page.As(x => View(x.q, x.r, language), x => new(false, null, $"{x.q.Id}"), () => found.Take(RightSearch.CountedUpTo + 1).Count(), RightSearch.CountedUpTo, asked), WebJson.Options);
    }

    public static async Task<Result<RightRow>> Decide(ZhirongContext work, Guid id, RightEffect effect, string note, RightDesk desk, Language language)
    {
        if (await work.Set<QuestionRow>().SingleOrDefaultAsync(q => q.Id == id) is not { } question || await work.Set<RegisteredRight>().Where(r => r.No == question.RightNo).Select(r => (Guid?)r.Id).SingleOrDefaultAsync() is not { } right)
        {
            return WebRefusals.NotFound("questions", $"{id}");
        }

        if (question.Open == 0)
        {
            return RegisterRefusals.Answered($"{id}");
        }

        var change = RightChange.Open(work, desk, right);
        if (!change.Ok)
        {
            return Result<RightRow>.Refused(change.Refusals);
        }

        work.Session.Execute(
            "UPDATE ast_question SET open = 0, answer = @p0, note = @p1, answered_at = @p2, answered_by = @p3 WHERE id = @p4", effect.Word(), note, Instant.Now(desk.Clock), work.Viewer.Person, RowValues.Of(id));
        if (question.Kind == "ambiguous_event")
        {
            work.Session.Execute("UPDATE ast_event SET decided = @p0 WHERE right_no = @p1 AND print = @p2", effect.Word(), question.RightNo, question.EventPrint);
        }

        return change.Value.Done("RightQuestionAnswered", new() { ["answer"] = effect.Word(), ["event"] = question.EventPrint, ["kind"] = question.Kind, ["note"] = note }, language);
    }

    private static async Task<IResult> Answer(Guid id, BodyOf<AnswerQuestionRequest> body, HttpContext context, RightDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, language) = (new RegisterForm(), RequestLanguage.Of(context));
        var word = form.Word("effect", body.Value.Value.Effect, [.. RightEffects.Words.Where(w => w != "ambiguous")]);
        var note = form.Text("note", body.Value.Value.Note, 500);
        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var written = await desk.Store.Commits.Once(RequestViewer.Of(context), body.Key, desk.Clock, work => Decide(work, id, RightEffects.Read(word!)!.Value, note!, desk, language));
        return Answers.Written(context, written, body.Key);
    }
}
