using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall;
using Zhirong.Engine.Waterfall.Costs;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Modules.Securitization.Analysis;
using Zhirong.Modules.Securitization.Model;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Securitization.UseCases;

/// <param name="Text">The deal (<c>ipabs/v1</c>, YAML or JSON), saved or not.</param>
/// <param name="Scenarios">Scenarios (<c>ipabs-scenario/v1</c>) to run beside the base; at most 20.</param>
/// <param name="Analysis">Whether outline and analysis are wanted too; false for a recompute that only needs the flows.</param>
public sealed record CalculateRequest(string Text, IReadOnlyList<JsonElement>? Scenarios = null, bool Analysis = true);

/// <summary>One scenario's run, or why it could not be run.</summary>
public sealed record ScenarioRun(string Id, IReadOnlyList<Finding> Findings, RunView? Run);

/// <summary>Findings, runs and analysis of one text.</summary>
public sealed record Calculation
{
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>False when the text has the wrong shape or a lint error; with a lint error the run is still shown when there is one.</summary>
    public required bool CanRun { get; init; }

    public required string InputHash { get; init; }

    public required RunView? Base { get; init; }

    public required IReadOnlyList<ScenarioRun> Scenarios { get; init; }

    public required OutlineView? Outline { get; init; }

    public required AnalysisView? Analysis { get; init; }
}

/// <summary>Calculates a deal as it stands in the editor; nothing is stored.</summary>
internal static class Calculate
{
    private const int MostScenarios = 20;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/deals/calculate", (BodyOf<CalculateRequest> body, HttpContext context, MarketData market) =>
            body.Value.Ok ? Answer(body.Value.Value, context, market) : Problems.Of(context, body.Value.Refusals))
        .WithName("calculateDeal").Reads("securitization").WithSummary("Findings, exact runs and analysis of a deal text").Produces<Calculation>().ProducesProblem(422);

    private static IResult Answer(CalculateRequest request, HttpContext context, MarketData market)
    {
        if (request.Scenarios is { Count: > MostScenarios } many)
        {
            return Problems.Of(context, DeskRefusals.TooManyScenarios(many.Count, MostScenarios));
        }

        return Results.Json(Of(request, market, RequestLanguage.Of(context)), WebJson.Options);
    }

    public static Calculation Of(CalculateRequest request, MarketData market, Language language)
    {
        var text = Encoding.UTF8.GetBytes(request.Text);
        var prepared = DealPreparation.From(text, null, market.Holidays);
        List<Refusal> findings = prepared.ShapeRefusals.Count > 0 ? [.. prepared.ShapeRefusals] : [.. prepared.Findings, .. prepared.Deal?.Warnings ?? []];
        findings.AddRange(CostFindings(prepared, market));
        var wanted = request.Analysis && prepared.Deal is not null;
        return new()
        {
            Findings = Finding.Of(findings, language),
            CanRun = prepared.Deal is not null && !prepared.HasLintErrors,
            InputHash = $"sha256:{prepared.InputHash}",
            Base = Run(prepared, language),
            Scenarios = [.. (request.Scenarios ?? []).Select((s, i) => Scenario(text, s, i, market, language))],
            Outline = wanted ? DealOutline.Of(prepared.Deal!) : null,
            Analysis = wanted ? DealAnalysis.Of(prepared.Deal!, market) : null,
        };
    }

    /// <summary>A cost table that cannot be computed is said, not left empty in silence.</summary>
    public static IEnumerable<Refusal> CostFindings(DealPreparation prepared, MarketData market) =>
        prepared.Deal?.Definition is { Costs: { } terms } deal
            ? DealCosts.Of(deal, terms with { Items = [] }, market.Lpr).Refusals.Select(r => r with { Severity = Severity.Warning })
            : [];

    private static ScenarioRun Scenario(byte[] text, JsonElement scenario, int index, MarketData market, Language language)
    {
        var id = scenario.ValueKind == JsonValueKind.Object && scenario.TryGetProperty("id", out var given) && given.ValueKind == JsonValueKind.String ? given.GetString()! : $"{index}";
        var prepared = DealPreparation.From(text, Encoding.UTF8.GetBytes(scenario.GetRawText()), market.Holidays);
        IReadOnlyList<Refusal> findings = prepared.ShapeRefusals.Count > 0 ? prepared.ShapeRefusals : prepared.Findings;
        return new(id, Finding.Of(findings, language), Run(prepared, language));
    }

    private static RunView? Run(DealPreparation prepared, Language language)
    {
        if (prepared.Deal is null)
        {
            return null;
        }

        using var run = new ExactMachine(prepared.Deal).Run(prepared.Scenario!);
        return RunView.Of(run, prepared.InputHash, language);
    }
}
