using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Waterfall.Scenarios;
using Zhirong.Modules.Securitization.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Securitization.UseCases;

/// <param name="Name">Unique in the deal, 1 to 100 characters.</param>
/// <param name="Content"><c>ipabs-scenario/v1</c>.</param>
/// <param name="BaseVersion">The version that was changed; not needed for a new one.</param>
public sealed record SaveScenarioRequest(string Name, JsonElement Content, int? BaseVersion = null);

/// <summary>A scenario kept with a deal.</summary>
public sealed record ScenarioView(Guid Id, string Name, int Version, string SavedBy, string SavedAt, JsonElement Content)
{
    internal static ScenarioView Of(SavedScenario scenario) =>
        new(scenario.Id, scenario.Name, scenario.Version, scenario.SavedBy, Instant.Text(scenario.SavedAt), JsonSerializer.Deserialize<JsonElement>(scenario.Content));
}

public sealed record ScenarioList(IReadOnlyList<ScenarioView> Scenarios);

/// <summary>Scenarios kept with a deal: list, add, change, remove.</summary>
internal static class Scenarios
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/deals/{id:guid}/scenarios", List).WithName("listScenarios").Reads("securitization").WithSummary("Scenarios of a deal by name").Produces<ScenarioList>().ProducesProblem(404);
        api.MapPost("/deals/{id:guid}/scenarios", (Guid id, BodyOf<SaveScenarioRequest> body, HttpContext context, Store store, TimeProvider clock) => Save(id, null, body, context, store, clock))
            .WithName("addScenario").Act("securitization.scenario.add").WithSummary("Keep a scenario").Produces<ScenarioView>(201).ProducesProblem(404).ProducesProblem(422);
        api.MapPut("/deals/{id:guid}/scenarios/{scenario:guid}", (Guid id, Guid scenario, BodyOf<SaveScenarioRequest> body, HttpContext context, Store store, TimeProvider clock) => Save(id, scenario, body, context, store, clock))
            .WithName("changeScenario").Act("securitization.scenario.change").WithSummary("Change a kept scenario").Produces<ScenarioView>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        api.MapDelete("/deals/{id:guid}/scenarios/{scenario:guid}", Remove).WithName("removeScenario").Act("securitization.scenario.remove").WithSummary("Remove a kept scenario").Produces(204).ProducesProblem(404);
    }

    private static async Task<IResult> List(Guid id, HttpContext context, Store store)
    {
        await using var read = store.Read(RequestViewer.Of(context));
        if (await OpenDeal.Visible(read, id) is null)
        {
            return OpenDeal.Unknown(context, "deals", $"{id}");
        }

        var scenarios = await read.Set<SavedScenario>().Where(s => s.DealId == id).OrderBy(s => s.Name).ToListAsync(context.RequestAborted);
        return Results.Json(new ScenarioList([.. scenarios.Select(ScenarioView.Of)]), WebJson.Options);
    }

    private static async Task<IResult> Save(Guid deal, Guid? id, BodyOf<SaveScenarioRequest> body, HttpContext context, Store store, TimeProvider clock)
    {
        var refusals = body.Value.Ok ? Faults(body.Value.Value) : body.Value.Refusals;
        if (refusals.Count > 0)
        {
            return Problems.Of(context, refusals);
        }

        var request = body.Value.Value;
        var written = await store.Commits.Once(RequestViewer.Of(context), body.Key, clock, write => Keep(write, deal, id, request, clock));
        return Answers.Written(context, written, body.Key, id is null ? StatusCodes.Status201Created : StatusCodes.Status200OK, DeskRefusals.StaleScenarioCode);
    }

    private static async Task<Result<ScenarioView>> Keep(ZhirongContext write, Guid deal, Guid? id, SaveScenarioRequest request, TimeProvider clock)
    {
        if (await OpenDeal.Visible(write, deal) is null)
        {
            return OpenDeal.Missing(write, deal);
        }

        var name = request.Name.Trim();
        var scenarios = write.Set<SavedScenario>().Where(s => s.DealId == deal);
        var kept = id is null ? new SavedScenario { Id = Guid.CreateVersion7(clock.GetUtcNow()), DealId = deal } : await scenarios.SingleOrDefaultAsync(s => s.Id == id);
        if (kept is null)
        {
            return WebRefusals.NotFound("scenarios", $"{id}");
        }

        if (id is not null && kept.Version != request.BaseVersion)
        {
            return DeskRefusals.StaleScenario(request.BaseVersion ?? 0, kept.Version, kept.SavedBy);
        }

        if (await scenarios.AnyAsync(s => s.Name == name && s.Id != kept.Id))
        {
            return DeskRefusals.ScenarioName(name);
        }

        if (id is null)
        {
            write.Add(kept);
        }

        (kept.Name, kept.Content, kept.Version) = (name, request.Content.GetRawText(), kept.Version + 1);
        (kept.SavedBy, kept.SavedAt) = (write.Viewer.Person, Instant.Now(clock));
        return ScenarioView.Of(kept);
    }

    private static async Task<IResult> Remove(Guid id, Guid scenario, HttpContext context, Store store)
    {
        var removed = await store.Commits.Write(RequestViewer.Of(context), async write =>
        {
            var kept = await OpenDeal.Visible(write, id) is null ? null : await write.Set<SavedScenario>().SingleOrDefaultAsync(s => s.DealId == id && s.Id == scenario);
            if (kept is not null)
            {
                write.Remove(kept);
            }

            return kept is not null;
        });
        return removed ? Results.NoContent() : OpenDeal.Unknown(context, "scenarios", $"{scenario}");
    }

    /// <summary>The shape is checked now; whether it fits the deal is seen when it is run, since the deal goes on changing.</summary>
    private static IReadOnlyList<Refusal> Faults(SaveScenarioRequest request)
    {
        if (request.Name.Trim().Length is 0 or > 100)
        {
            return [DeskRefusals.ScenarioName(request.Name)];
        }

        var document = DocReader.Read(Encoding.UTF8.GetBytes(request.Content.GetRawText()));
        return document.Ok ? ScenarioReader.Read(document.Value).Refusals : document.Refusals;
    }
}
