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

/// <param name="Batch">The whole batch as it is to be.</param>
/// <param name="BaseVersion">The version that was amended.</param>
public sealed record AmendBatchRequest(MakeBatchRequest Batch, int BaseVersion);

/// <summary>
/// Replaces what a batch pays. A batch that was checked is a draft again: its check and its confirmed warnings fall, its sources are
/// free; an approved one must be reopened first.
/// </summary>
internal static class AmendBatch
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/payments/batches/{id:guid}", Answer)
        .WithName("amendBatch").WithSummary("Amend a batch; what was checked must be checked again").Produces<BatchView>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("payments.batch.make");

    public static async Task<Result<PayBatch>> Amend(ZhirongContext work, Guid id, MakeBatchRequest request, int baseVersion, IReadOnlyList<ItemDraft> items, PaymentDesk desk)
    {
        if (await work.Locked(id) is not { } batch)
        {
            return WebRefusals.NotFound("batches", $"{id}");
        }

        if (batch.State is not ("draft" or "checked") || batch.Sendings > 0)
        {
            return PaymentRefusals.State(batch.State, "draft | checked", new("只能修改未审批的批次", "Only a batch not yet approved can be amended"));
        }

        if (batch.Version != baseVersion)
        {
            return PaymentRefusals.Stale(baseVersion, batch.Version);
        }

        if (await MakeBatch.Payer(work, request.AccountId) is not { } account)
        {
            return PaymentRefusals.Account("accountId", $"{request.AccountId}");
        }

        if (await MakeBatch.UnknownSources(work, account.Id, items) is { Count: > 0 } faults)
        {
            return Result<PayBatch>.Refused(faults);
        }

        await Clear(work, id);
        batch.Title = request.Title.Trim();
        batch.AccountId = account.Id;
        batch.Channel = request.Channel;
        batch.Purpose = request.Purpose.Trim();
        batch.ValueDate = request.ValueDate;
        batch.CounterAccount = ItemForm.Blank(request.CounterAccount);
        batch.State = PaymentState.Draft.Word();
        batch.Items = items.Count;
        batch.TotalFen = items.Sum(i => i.Amount.Fen);
        batch.Confirmed = "[]";
        batch.MadeBy = work.Viewer.Person;
        batch.MadeUser = work.Viewer.User;
        batch.CheckedBy = null;
        batch.ApprovedBy = null;
        batch.Touch(desk);
        MakeBatch.AddItems(work, desk, batch, items);
        work.Step(desk, id, StepWords.Amended, $"{items.Count} × {Money.FenText(batch.TotalFen)}");
        await work.SaveChangesAsync();
        EvidenceLeaves.Record(work, new("BatchAmended", "paybatch", RowValues.Of(id), MakeBatch.Content(batch, items)), desk.Clock);
        return batch;
    }

    /// <summary>Takes a batch's items away, what they reserved with them.</summary>
    private static async Task Clear(ZhirongContext work, Guid batch)
    {
        var items = await work.ItemsOf(batch);
        await SourceUses.Release(work, items, UseStates.Planned);
        var ids = items.Select(i => i.Id).ToList();
        work.RemoveRange(await work.Set<PayUse>().Where(u => ids.Contains(u.ItemId)).ToListAsync());
        await work.SaveChangesAsync();
        work.RemoveRange(items);
        await work.SaveChangesAsync();
    }

    private static async Task<IResult> Answer(Guid id, BodyOf<AmendBatchRequest> body, HttpContext context, PaymentDesk desk)
    {
        var items = body.Value.Ok ? MakeBatch.Read(body.Value.Value.Batch, desk) : Result<IReadOnlyList<ItemDraft>>.Refused(body.Value.Refusals);
        return items.Ok
            ? await BatchAnswers.Write(context, desk, body.Key, work => Amend(work, id, body.Value.Value.Batch, body.Value.Value.BaseVersion, items.Value, desk))
            : Problems.Of(context, items.Refusals);
    }
}
