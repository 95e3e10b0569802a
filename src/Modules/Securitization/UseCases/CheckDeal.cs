using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Waterfall;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Securitization.UseCases;

public sealed record CheckRequest(string Text);

/// <summary>What the linter says, and whether the deal may be run.</summary>
public sealed record CheckAnswer(IReadOnlyList<Finding> Findings, bool CanRun);

/// <summary>Lints a deal text; the same findings as <c>deal check</c>.</summary>
internal static class CheckDeal
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/deals/check", (BodyOf<CheckRequest> body, HttpContext context, MarketData market) =>
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var prepared = DealPreparation.From(Encoding.UTF8.GetBytes(body.Value.Value.Text), null, market.Holidays);
        var findings = prepared.ShapeRefusals.Count > 0 ? prepared.ShapeRefusals : [.. prepared.Findings, .. prepared.Deal?.Warnings ?? []];
        return Results.Json(new CheckAnswer(Finding.Of(findings, RequestLanguage.Of(context)), prepared.Deal is not null && !prepared.HasLintErrors), WebJson.Options);
    }).WithName("checkDeal").Reads("securitization").WithSummary("Lint of a deal text").Produces<CheckAnswer>().ProducesProblem(422);
}
