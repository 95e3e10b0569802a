using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Engine.Waterfall.Terms;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Securitization.UseCases;

/// <param name="Text">The deal.</param>
/// <param name="K">One-based payment period.</param>
/// <param name="Line">Line name as in <c>paid</c>.</param>
/// <param name="Scenario">The scenario the figure comes from; null for the base.</param>
public sealed record ExplainRequest(string Text, int K, string Line, JsonElement? Scenario = null);

/// <summary>One place of the line in the order of payments.</summary>
public sealed record ReasonView
{
    public required string Mode { get; init; }

    /// <summary>Place of the step, as a path in the deal: <c>waterfalls.normal.3</c>.</summary>
    public required string Rule { get; init; }

    public required int Position { get; init; }

    public required int Positions { get; init; }

    public required string Due { get; init; }

    public required string Owed { get; init; }

    public required string? Cap { get; init; }

    public required string Available { get; init; }

    public required string FromSupport { get; init; }

    public required string Paid { get; init; }

    public required string Shortage { get; init; }

    public required string? Condition { get; init; }

    public required bool Skipped { get; init; }

    public required string Formula { get; init; }

    public required IReadOnlyDictionary<string, string> Before { get; init; }
}

/// <summary>Why a line was paid what it was paid.</summary>
public sealed record Explanation(int K, string Date, string Line, IReadOnlyList<ReasonView> Places);

/// <summary>Explains one figure of a run.</summary>
internal static class ExplainLine
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/deals/why", (BodyOf<ExplainRequest> body, HttpContext context, MarketData market) =>
    {
        var language = RequestLanguage.Of(context);
        var answer = body.Value.Ok ? Of(body.Value.Value, market, language) : Result<Explanation>.Refused(body.Value.Refusals);
        return answer.Ok ? Results.Json(answer.Value, WebJson.Options) : Problems.Of(context, answer.Refusals);
    }).WithName("explainLine").Reads("securitization").WithSummary("Why a line was paid what it was paid").Produces<Explanation>().ProducesProblem(422);

    private static Result<Explanation> Of(ExplainRequest request, MarketData market, Language language)
    {
        ReadOnlyMemory<byte>? scenario = request.Scenario is { ValueKind: JsonValueKind.Object } given ? Encoding.UTF8.GetBytes(given.GetRawText()).AsMemory() : (ReadOnlyMemory<byte>?)null;
        var prepared = DealPreparation.From(Encoding.UTF8.GetBytes(request.Text), scenario, market.Holidays);
        if (prepared.Deal is null)
        {
            return Result<Explanation>.Refused(prepared.ShapeRefusals.Count > 0 ? prepared.ShapeRefusals : prepared.Findings);
        }

        using var run = new ExactMachine(prepared.Deal).Run(prepared.Scenario!);
        var reasons = LineReason.Of(run, request.K, request.Line);
        return reasons.Ok
            ? new Explanation(request.K, $"{reasons.Value[0].Date:yyyy-MM-dd}", request.Line, [.. reasons.Value.Select(r => Place(r, language))])
            : Result<Explanation>.Refused(reasons.Refusals);
    }

    private static ReasonView Place(LineReason reason, Language language) => new()
    {
        Mode = reason.Mode.Word(),
        Rule = reason.Rule,
        Position = reason.Position,
        Positions = reason.Positions,
        Due = reason.Due.ToString(),
        Owed = reason.Owed.ToString(),
        Cap = reason.Cap?.ToString(),
        Available = reason.Available.ToString(),
        FromSupport = reason.FromSupport.ToString(),
        Paid = reason.Paid.ToString(),
        Shortage = reason.Shortage.ToString(),
        Condition = reason.Condition,
        Skipped = reason.Skipped,
        Formula = reason.Formula.In(language),
        Before = reason.Before.DistinctBy(b => b.Key).ToDictionary(b => b.Key, b => b.Value.ToString()),
    };
}
