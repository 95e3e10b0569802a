using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Approvals.Model;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.Approvals.UseCases;

/// <param name="Round">The round that was looked at; another means that something was supplemented meanwhile.</param>
/// <param name="Decision">approve, conditions, return, refuse, abstain, recuse or close.</param>
/// <param name="Note">Why; required for return, refuse and recuse, at most 1000 characters.</param>
/// <param name="Conditions">Only with conditions.</param>
/// <param name="For">In whose place; null for oneself.</param>
public sealed record DecideRequest(int Round, string Decision, string? Note = null, IReadOnlyList<string>? Conditions = null, Guid? For = null);

/// <summary>Decides a case, for oneself or in the place of who delegated it.</summary>
internal static class DecideCase
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/approvals/{id:guid}/decide", Answer)
        .WithName("decideApproval").Act("approvals.case.decide").WithSummary("Approve, approve with conditions, send back, refuse, abstain, recuse oneself or close a ballot")
        .Produces<ApprovalView>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<IResult> Answer(Guid id, BodyOf<DecideRequest> body, HttpContext context, ChangeCase cases)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var request = body.Value.Value;
        return ApprovalWords.Kind(request.Decision) is not { } kind
            ? Problems.Of(context, ApprovalRefusals.Decision(request.Decision))
            : await cases.Answer(context, id, body.Key, now => Decide(now, request, kind), after => ("ApprovalDecided", Facts(after)));
    }

    private static Result<ApprovalCase> Decide(CaseNow now, DecideRequest request, DecisionKind kind)
    {
        if (request.Round != now.Case.Round)
        {
            return ApprovalRefusals.Stale(request.Round, now.Case.Round);
        }

        var way = request.For is not { } principal ? new Decider(now.Me) : now.Staff.Ways(now.Me.User, now.Case.Act, now.Today).FirstOrDefault(w => w.For?.User == principal);
        return way is null
            ? ApprovalRefusals.Delegation($"{request.For}")
            : now.Case.Decide(way, kind, request.Note ?? "", request.Conditions ?? [], now.Today, now.Staff);
    }

    private static JsonObject Facts(ApprovalCase after)
    {
        var said = after.Decisions[^1];
        return new JsonObject
        {
            ["by"] = RowValues.Of(said.Decider.Person.User),
            ["conditions"] = new JsonArray([.. said.Conditions.Select(c => (JsonNode)c)]),
            ["decision"] = said.Kind.Word(),
            ["for"] = RowValues.Of(said.Decider.For?.User),
            ["note"] = said.Note,
            ["round"] = said.Round,
            ["step"] = said.Step + 1,
        };
    }
}
