using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.Approvals.UseCases;

/// <param name="Note">Why; at most 1000 characters.</param>
public sealed record WithdrawRequest(string? Note = null);

/// <summary>Takes back what oneself began.</summary>
internal static class WithdrawCase
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/approvals/{id:guid}/withdraw", Answer)
        .WithName("withdrawApproval").Act("approvals.case.withdraw").WithSummary("Take back what oneself put up for approval")
        .Produces<ApprovalView>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<IResult> Answer(Guid id, BodyOf<WithdrawRequest> body, HttpContext context, ChangeCase cases) => !body.Value.Ok
        ? Problems.Of(context, body.Value.Refusals)
        : await cases.Answer(context, id, body.Key, now => now.Case.Withdraw(now.Me), _ => ("ApprovalWithdrawn", new JsonObject { ["note"] = Short(body.Value.Value.Note ?? "") }));

    private static string Short(string note) => note.Length <= 1000 ? note : note[..1000];
}
