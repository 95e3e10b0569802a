using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Payments.Channels;
using Zhirong.Modules.Payments.Hearings;
using Zhirong.Modules.Payments.Model;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Payments.UseCases;

/// <param name="Way">How the bank is asked: telephone, portal, letter … with its number there; 1 to 200 characters.</param>
public sealed record QueryItemRequest(string Way);

/// <param name="Answer">absent (the bank does not know the payment), pending, accepted or rejected; settled and returned come from a bank's file or statement only.</param>
/// <param name="Note">Who answered, under which number; 1 to 300 characters.</param>
public sealed record AnswerQueryRequest(string Answer, string Note);

/// <summary>查询: asks the bank what became of a payment, and takes down what it says. A payment asked about is in doubt until it answers.</summary>
internal static class QueryItem
{
    public const string Absent = "absent";

    private static readonly string[] ByHand = [Absent, "pending", "accepted", "rejected"];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/payments/items/{id:guid}/query", AskAnswer)
            .WithName("queryItem").WithSummary("Ask the bank what became of a payment").Produces<ItemDetail>().ProducesProblem(404).ProducesProblem(422).Act("payments.item.query");
        api.MapPost("/payments/queries/{id:guid}/answer", TellAnswer)
            .WithName("answerQuery").WithSummary("Take down what the bank answered; paid and returned come from its files only").Produces<ItemDetail>().ProducesProblem(404).ProducesProblem(422).Act("payments.query.answer");
    }

    public static async Task<Result<PayItem>> Ask(ZhirongContext work, Guid id, QueryItemRequest request, PaymentDesk desk)
    {
        var item = await Item(work, id);
        if (item is null)
        {
            return WebRefusals.NotFound("items", $"{id}");
        }

        if (ItemForm.TextFault("way", request.Way, 200) is { } fault)
        {
            return fault;
        }

        var attempt = await Last(work, id);
        if (attempt is null || item.State != attempt.State || !PaymentStates.MayBeQueried(PaymentWords.State(attempt.State)))
        {
            return PaymentRefusals.Query(item.State);
        }

        var batch = await work.Set<PayBatch>().SingleAsync(b => b.Id == item.BatchId);
        (attempt.State, attempt.Absent, item.State) = (PaymentState.Unknown.Word(), 0, PaymentState.Unknown.Word());
        work.Add(new PayQuery { Id = desk.NewId(), AttemptId = attempt.Id, Way = request.Way.Trim(), AskedAt = Instant.Now(desk.Clock), AskedBy = work.Viewer.Person });
        work.Step(desk, batch.Id, StepWords.Queried, request.Way.Trim(), item.Id, PaymentState.Unknown);
        await work.SaveChangesAsync();
        batch.Sum(await work.ItemsOf(batch.Id));
        batch.Touch(desk);
        await work.SaveChangesAsync();
        EvidenceLeaves.Record(work, new("PaymentQueried", "payitem", RowValues.Of(id), new JsonObject { ["endToEndId"] = attempt.EndToEndId, ["way"] = request.Way.Trim() }), desk.Clock);
        return item;
    }

    public static async Task<Result<PayItem>> Tell(ZhirongContext work, Guid id, AnswerQueryRequest request, PaymentDesk desk)
    {
        if (await work.Set<PayQuery>().Where(q => q.Id == id).Join(work.Attempts(), q => q.AttemptId, a => a.Id, (q, a) => a.ItemId).SingleOrDefaultAsync() is var itemId && itemId == Guid.Empty)
        {
            return WebRefusals.NotFound("queries", $"{id}");
        }

        if (!ByHand.Contains(request.Answer))
        {
            return AnswerWords.All.Contains(request.Answer) ? PaymentRefusals.ByHand(request.Answer) : PaymentRefusals.Word("answer", request.Answer, ByHand);
        }

        if (ItemForm.TextFault("note", request.Note, 300) is { } fault)
        {
            return fault;
        }

        var item = (await Item(work, itemId))!;
        var query = await work.Set<PayQuery>().SingleAsync(q => q.Id == id);
        if (query.Answer is not null)
        {
            return PaymentRefusals.QueryClosed(query.Answer);
        }

        var attempt = await work.Set<PayAttempt>().SingleAsync(a => a.Id == query.AttemptId);
        (query.Answer, query.AnswerNote, query.AnsweredAt, query.AnsweredBy) = (request.Answer, request.Note.Trim(), Instant.Now(desk.Clock), work.Viewer.Person);
        if (request.Answer == Absent)
        {
            attempt.Absent = attempt.State == PaymentState.Unknown.Word() ? 1 : 0;
            work.Step(desk, item.BatchId, StepWords.Answered, $"{Absent}: {request.Note.Trim()}", item.Id, PaymentWords.State(attempt.State));
            (await work.Set<PayBatch>().SingleAsync(b => b.Id == item.BatchId)).Touch(desk);
            await work.SaveChangesAsync();
        }
        else
        {
            await work.SaveChangesAsync();
            var hearing = new PaymentHearing(work, desk, null);
            await hearing.Load([attempt.Id]);
            await hearing.Hear(attempt.Id, new((AnswerStatus)((List<string>)[.. AnswerWords.All]).IndexOf(request.Answer), null, null, null, null, null, request.Note.Trim(), null, null, query.Way));
            await hearing.Finish();
        }

        EvidenceLeaves.Record(work, new("QueryAnswered", "payitem", RowValues.Of(item.Id), new JsonObject { ["answer"] = request.Answer, ["endToEndId"] = attempt.EndToEndId, ["note"] = request.Note.Trim() }), desk.Clock);
        return item;
    }

    /// <summary>An item to be changed, its batch kept from everybody else; null when the viewer may not see it.</summary>
    public static async Task<PayItem?> Item(ZhirongContext work, Guid id)
    {
        var batch = await work.Items().Where(i => i.Id == id).Select(i => (Guid?)i.BatchId).SingleOrDefaultAsync();
        if (batch is { } known)
        {
            work.LockBatches([known]);
        }

        return batch is null ? null : await work.Set<PayItem>().SingleAsync(i => i.Id == id);
    }

    public static Task<PayAttempt?> Last(ZhirongContext work, Guid item) => work.Set<PayAttempt>().Where(a => a.ItemId == item).OrderByDescending(a => a.N).FirstOrDefaultAsync();

    private static async Task<IResult> AskAnswer(Guid id, BodyOf<QueryItemRequest> body, HttpContext context, PaymentDesk desk) => body.Value.Ok
        ? await ItemAnswers.Write(context, desk, body.Key, work => Ask(work, id, body.Value.Value, desk))
        : Problems.Of(context, body.Value.Refusals);

    private static async Task<IResult> TellAnswer(Guid id, BodyOf<AnswerQueryRequest> body, HttpContext context, PaymentDesk desk) => body.Value.Ok
        ? await ItemAnswers.Write(context, desk, body.Key, work => Tell(work, id, body.Value.Value, desk))
        : Problems.Of(context, body.Value.Refusals);
}
