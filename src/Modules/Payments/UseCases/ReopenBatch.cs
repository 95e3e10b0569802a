using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Payments.Model;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Payments.UseCases;

/// <summary>Takes back what was not sent: a batch becomes a draft again or is cancelled; a further attempt that waits is given up.</summary>
internal static class ReopenBatch
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/payments/batches/{id:guid}/reopen", (Guid id, BodyOf<BatchStepRequest> body, HttpContext context, PaymentDesk desk) => Answer(id, body, context, desk, cancel: false))
            .WithName("reopenBatch").WithSummary("Make a draft again of a batch not sent; give up further attempts not sent").Produces<BatchView>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("payments.batch.make");
        api.MapPost("/payments/batches/{id:guid}/cancel", (Guid id, BodyOf<BatchStepRequest> body, HttpContext context, PaymentDesk desk) => Answer(id, body, context, desk, cancel: true))
            .WithName("cancelBatch").WithSummary("Cancel a batch of which nothing was sent").Produces<BatchView>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("payments.batch.make");
    }

    public static async Task<Result<PayBatch>> Reopen(ZhirongContext work, Guid id, BatchStepRequest request, bool cancel, PaymentDesk desk)
    {
        if (await work.Locked(id) is not { } batch)
        {
            return WebRefusals.NotFound("batches", $"{id}");
        }

        if (!(batch.State is "checked" or "approved" || (cancel && batch.State == "draft")) || (cancel && batch.Sendings > 0))
        {
            return PaymentRefusals.State(batch.State, cancel ? "draft | checked | approved" : "checked | approved", new("已发送的付款不能撤回", "What was sent cannot be taken back"));
        }

        if (batch.Version != request.BaseVersion)
        {
            return PaymentRefusals.Stale(request.BaseVersion, batch.Version);
        }

        var items = await work.ItemsOf(id);
        if (batch.Sendings > 0)
        {
            await Withdraw(work, batch, [.. items.Where(i => i.State is "checked" or "approved")], desk);
            batch.Sum(items);
        }
        else
        {
            await SourceUses.Release(work, items, cancel ? UseStates.Released : UseStates.Planned);
            var state = cancel ? PaymentState.Cancelled : PaymentState.Draft;
            items.ForEach(i => i.State = state.Word());
            (batch.State, batch.CheckedBy, batch.ApprovedBy, batch.Confirmed) = (state.Word(), null, null, "[]");
        }

        batch.Touch(desk);
        work.Step(desk, id, cancel ? StepWords.Cancelled : StepWords.Reopened, request.Note ?? "");
        await work.SaveChangesAsync();
        EvidenceLeaves.Record(work, new("BatchReopened", "paybatch", RowValues.Of(id), new JsonObject { ["cancelled"] = cancel, ["code"] = batch.Code, ["note"] = request.Note, ["version"] = batch.Version }), desk.Clock);
        return batch;
    }

    /// <summary>Gives up attempts asked for and not sent: the items stand again where the bank left them.</summary>
    public static async Task Withdraw(ZhirongContext work, PayBatch batch, IReadOnlyList<PayItem> waiting, PaymentDesk desk)
    {
        foreach (var item in waiting)
        {
            var last = await work.Set<PayAttempt>().Where(a => a.ItemId == item.Id).OrderByDescending(a => a.N).FirstAsync();
            (item.State, item.RetriedBy, item.RetriedUser) = (last.State, null, null);
            work.Step(desk, batch.Id, StepWords.RetryWithdrawn, item: item.Id, state: PaymentWords.State(last.State));
        }

        // Where the bank may still pay, the sources stay reserved.
        await SourceUses.Release(work, waiting.Where(i => i.State is "rejected" or "returned"));
    }

    private static async Task<IResult> Answer(Guid id, BodyOf<BatchStepRequest> body, HttpContext context, PaymentDesk desk, bool cancel)
    {
        List<Refusal> faults = body.Value.Ok ? [.. new[] { ItemForm.TextFault("note", body.Value.Value.Note, 200, required: false) }.OfType<Refusal>()] : [.. body.Value.Refusals];
        return faults.Count > 0
            ? Problems.Of(context, faults)
            : await BatchAnswers.Write(context, desk, body.Key, work => Reopen(work, id, body.Value.Value, cancel, desk));
    }
}
