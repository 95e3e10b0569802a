using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.Approvals.UseCases;

/// <param name="Note">How the condition is met, 1 to 1000 characters.</param>
public sealed record MeetConditionRequest(string Note);

/// <param name="Note">At most 1000 characters.</param>
public sealed record ConfirmConditionRequest(string? Note = null);

/// <summary>Conditions of an approval: whoever began it says how one is met, whoever set it agrees.</summary>
internal static class MeetCondition
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/approvals/{id:guid}/conditions/{no:int}/meet", Meet).WithName("meetApprovalCondition").Act("approvals.case.supplement").WithSummary("Say how a condition is met")
            .Produces<ApprovalView>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        api.MapPost("/approvals/{id:guid}/conditions/{no:int}/confirm", Confirm).WithName("confirmApprovalCondition").Act("approvals.case.decide").WithSummary("Agree that a condition is met")
            .Produces<ApprovalView>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
    }

    private static async Task<IResult> Meet(Guid id, int no, BodyOf<MeetConditionRequest> body, HttpContext context, ChangeCase cases) => !body.Value.Ok
        ? Problems.Of(context, body.Value.Refusals)
        : await cases.Answer(context, id, body.Key, now => now.Case.Meet(no, now.Me, body.Value.Value.Note), after => ("ConditionMet", new JsonObject { ["condition"] = no, ["how"] = after.Conditions[no].Met }));

    private static async Task<IResult> Confirm(Guid id, int no, BodyOf<ConfirmConditionRequest> body, HttpContext context, ChangeCase cases) => !body.Value.Ok
        ? Problems.Of(context, body.Value.Refusals)
        : await cases.Answer(context, id, body.Key, now => now.Case.Confirm(no, now.Me, now.Today, now.Staff), _ => ("ConditionConfirmed", new JsonObject { ["condition"] = no }));
}
