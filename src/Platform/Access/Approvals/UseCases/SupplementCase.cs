using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Approvals.Interception;
using Zhirong.Platform.Access.Approvals.Model;
using Zhirong.Platform.Access.Approvals.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.Approvals.UseCases;

/// <param name="Body">The request's new body, whole.</param>
public sealed record SupplementRequest(JsonNode Body);

/// <summary>退回补充: puts up again, with a new body, what was sent back; all steps begin again.</summary>
internal sealed class SupplementCase(Store store, ChangeCase cases, ChangeShowing showing, IEnumerable<EndpointDataSource> sources, RequestKeys keys, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/approvals/{id:guid}/supplement", (Guid id, BodyOf<SupplementRequest> body, HttpContext context, SupplementCase door) => door.Answer(id, body, context))
        .WithName("supplementApproval").Act("approvals.case.supplement").WithSummary("Put up again what was sent back, with a new body")
        .Produces<ApprovalView>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private async Task<IResult> Answer(Guid id, BodyOf<SupplementRequest> body, HttpContext context)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var prepared = Prepare(id, body.Value.Value.Body, RequestViewer.Of(context));
        if (!prepared.Ok)
        {
            return Problems.Of(context, prepared.Refusals, prepared.Refusals[0].Code == "WEB-0105" ? StatusCodes.Status404NotFound : StatusCodes.Status422UnprocessableEntity);
        }

        var (round, amount, request) = prepared.Value;
        return await cases.Answer(
            context,
            id,
            body.Key,
            now => now.Case.Round != round ? ApprovalRefusals.Stale(round, now.Case.Round)
                : now.Stored.Amount != amount ? ApprovalRefusals.Amount(amount, now.Stored.Amount)
                : Supplement(now, request),
            after => ("ApprovalSupplemented", new JsonObject { ["bodySha256"] = request.BodyHash, ["round"] = after.Round }));
    }

    private Result<ApprovalCase> Supplement(CaseNow now, StoredRequest request)
    {
        var after = now.Case.Supplement(now.Me, now.Today, now.Staff);
        if (after.Ok)
        {
            ApprovalWriting.AddRequest(now.Work, now.Stored.Id, after.Value.Round, request, clock);
        }

        return after;
    }

    /// <summary>Reads and checks the new body before the queue.</summary>
    private Result<(int Round, Money? Amount, StoredRequest Request)> Prepare(Guid id, JsonNode body, Viewer viewer)
    {
        using var read = store.Read(viewer);
        if (ApprovalReading.One(read, id) is not { } stored || ApprovalWriting.Request(read.Session, id, stored.Case.Round) is not { } before)
        {
            return WebRefusals.NotFound("approvals", $"{id}");
        }

        if (ApprovedRun.Endpoint(sources, before.Endpoint) is not { } endpoint)
        {
            return InterceptionRefusals.Gone(before.Endpoint);
        }

        var form = RequestForm.Again(before, endpoint, body);
        var shown = form.Ok ? showing.Show(viewer, form.Value.Asked(stored.Case.Act), stored.Title) : Result<ShownChange>.Refused(form.Refusals);
        return shown.Ok ? (stored.Case.Round, shown.Value.Amount, form.Value.Stored(shown.Value, keys)) : Result<(int, Money?, StoredRequest)>.Refused(shown.Refusals);
    }
}
