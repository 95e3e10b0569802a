using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Payments.Model;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Payments.UseCases;

/// <param name="BaseVersion">The version that was looked at.</param>
/// <param name="Note">At most 200 characters.</param>
public sealed record BatchStepRequest(int BaseVersion, string? Note = null);

/// <summary>审批: somebody other than its maker lets a checked batch, or a further attempt of its items, be sent.</summary>
internal static class ApproveBatch
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/payments/batches/{id:guid}/approve", Answer)
        .WithName("approveBatch").WithSummary("Approve a checked batch; never by its maker").Produces<BatchView>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("payments.batch.approve");

    public static async Task<Result<PayBatch>> Approve(ZhirongContext work, Guid id, BatchStepRequest request, PaymentDesk desk)
    {
        if (await work.Locked(id) is not { } batch)
        {
            return WebRefusals.NotFound("batches", $"{id}");
        }

        var items = await work.ItemsOf(id);
        List<PayItem> waiting = [.. items.Where(i => i.State == PaymentState.Checked.Word())];
        if (waiting.Count == 0)
        {
            return PaymentRefusals.State(batch.State, "checked", new("只能审批已复核的批次", "Only a checked batch can be approved"));
        }

        if (batch.Version != request.BaseVersion)
        {
            return PaymentRefusals.Stale(request.BaseVersion, batch.Version);
        }

        if (ItemForm.TextFault("note", request.Note, 200, required: false) is { } fault)
        {
            return fault;
        }

        var made = waiting.FirstOrDefault(i => i.RetriedBy is { } by ? work.Viewer.Is(i.RetriedUser ?? Guid.Empty, by) : work.Viewer.Is(batch.MadeUser, batch.MadeBy));
        if (made is not null)
        {
            return PaymentRefusals.Maker(work.Viewer.Person);
        }

        foreach (var item in waiting)
        {
            item.State = PaymentState.Approved.Word();
            if (item.RetriedBy is not null)
            {
                work.Step(desk, id, StepWords.Approved, request.Note ?? "", item.Id, PaymentState.Approved);
            }
        }

        batch.Sum(items);
        batch.ApprovedBy = work.Viewer.Person;
        batch.Touch(desk);
        work.Step(desk, id, StepWords.Approved, $"{waiting.Count} × {Money.FenText(waiting.Sum(i => i.Fen))} {request.Note}".Trim(), state: PaymentState.Approved);
        await work.SaveChangesAsync();
        EvidenceLeaves.Record(
            work,
            new("BatchApproved", "paybatch", RowValues.Of(id), new JsonObject { ["code"] = batch.Code, ["items"] = waiting.Count, ["maker"] = batch.MadeBy, ["total"] = Money.FenText(waiting.Sum(i => i.Fen)), ["version"] = batch.Version }),
            desk.Clock);
        return batch;
    }

    private static async Task<IResult> Answer(Guid id, BodyOf<BatchStepRequest> body, HttpContext context, PaymentDesk desk) => body.Value.Ok
        ? await BatchAnswers.Write(context, desk, body.Key, work => Approve(work, id, body.Value.Value, desk))
        : Problems.Of(context, body.Value.Refusals);
}
