using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Payments.Hearings;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Payments.UseCases;

/// <summary>补记账: posts what a bank has paid or returned and the book would not take before, once its business date or account allows.</summary>
internal static class PostPayments
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/payments/batches/{id:guid}/post", Answer)
        .WithName("postPayments").WithSummary("Post what the book would not take before").Produces<BatchView>().ProducesProblem(404).ProducesProblem(422).Act("payments.batch.post");

    public static async Task<Result<PayBatch>> Post(ZhirongContext work, Guid id, PaymentDesk desk)
    {
        if (await work.Locked(id) is not { } batch)
        {
            return WebRefusals.NotFound("batches", $"{id}");
        }

        var waiting = await work.Set<PayAttempt>().Where(a => a.Unposted == 1).Join(work.Set<PayItem>().Where(i => i.BatchId == id), a => a.ItemId, i => i.Id, (a, i) => a.Id).ToListAsync();
        if (waiting.Count == 0)
        {
            return PaymentRefusals.State(batch.State, "unposted", new("没有待补记的款项", "Nothing waits to be posted"));
        }

        var hearing = new PaymentHearing(work, desk, null);
        await hearing.Load(waiting);
        var posted = await hearing.PostAgain();
        EvidenceLeaves.Record(work, new("PaymentsPosted", "paybatch", RowValues.Of(id), new JsonObject { ["posted"] = posted, ["waiting"] = waiting.Count }), desk.Clock);
        return batch;
    }

    private static async Task<IResult> Answer(Guid id, BodyOf<EmptyRequest> body, HttpContext context, PaymentDesk desk) => body.Value.Ok
        ? await BatchAnswers.Write(context, desk, body.Key, work => Post(work, id, desk))
        : Problems.Of(context, body.Value.Refusals);
}

/// <summary>A request that needs no more than its path: <c>{}</c>.</summary>
public sealed record EmptyRequest;
