using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Securitization.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Securitization.UseCases;

/// <param name="Version">The version to run.</param>
/// <param name="Scenario"><c>ipabs-scenario/v1</c>; null for the base.</param>
/// <param name="ScenarioName">What the scenario is called in the list of runs.</param>
/// <param name="Note">Why the run is kept; may be empty.</param>
public sealed record KeepRunRequest(int Version, JsonElement? Scenario = null, string? ScenarioName = null, string? Note = null);

/// <summary>A kept run in a list.</summary>
/// <param name="Unpaid">Yuan left unpaid to tranches that are not residual.</param>
/// <param name="Residual">Yuan paid to residual tranches beyond their principal.</param>
public sealed record RunRow(Guid Id, int DealVersion, string ScenarioName, string Note, string InputHash, string SavedBy, string SavedAt, string Unpaid, string Residual)
{
    internal static RunRow Of(KeptRun run) => new(
        run.Id, run.DealVersion, run.ScenarioName, run.Note, run.InputHash, run.SavedBy, Instant.Text(run.SavedAt), Money.FenText(run.UnpaidFen), Money.FenText(run.ResidualFen));
}

public sealed record RunList(IReadOnlyList<RunRow> Runs);

public sealed record KeptRunView(RunRow Row, RunView Run);

/// <summary>Runs kept as they came out.</summary>
internal static class Runs
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/deals/{id:guid}/runs", Keep).WithName("keepRun").Act("securitization.run.keep").WithSummary("Run a version and keep the result").Produces<RunRow>(201).ProducesProblem(404).ProducesProblem(422);
        api.MapGet("/deals/{id:guid}/runs", List).WithName("listRuns").Reads("securitization").WithSummary("Kept runs, newest first").Produces<RunList>().ProducesProblem(404);
        api.MapGet("/runs/{id:guid}", Open).WithName("openRun").Reads("securitization").WithSummary("A kept run").Produces<KeptRunView>().ProducesProblem(404);
    }

    /// <summary>The run when the viewer may see its deal.</summary>
    public static async Task<KeptRun?> Find(ZhirongContext context, Guid id)
    {
        var run = await context.Set<KeptRun>().SingleOrDefaultAsync(r => r.Id == id);
        return run is not null && await OpenDeal.Visible(context, run.DealId) is not null ? run : null;
    }

    public static RunView View(KeptRun run) => JsonSerializer.Deserialize<RunView>(run.Result, WebJson.Options)!;

    private static async Task<IResult> Keep(Guid id, BodyOf<KeepRunRequest> body, HttpContext context, Store store, MarketData market, TimeProvider clock)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var request = body.Value.Value;
        await using var read = store.Read(RequestViewer.Of(context));
        if (await OpenDeal.Find(read, id, request.Version) is not { } version)
        {
            return OpenDeal.Unknown(context, "versions", $"{request.Version}");
        }

        var run = Run(version, request, market, RequestViewer.Of(context), clock);
        if (!run.Ok)
        {
            return Problems.Of(context, run.Refusals);
        }

        var written = await store.Commits.Once<RunRow>(RequestViewer.Of(context), body.Key, clock, async write =>
        {
            if (await OpenDeal.Visible(write, id) is null)
            {
                return OpenDeal.Missing(write, id);
            }

            write.Add(run.Value);
            EvidenceLeaves.Record(write, DealHappenings.Kept(run.Value), clock);
            return RunRow.Of(run.Value);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    private static Result<KeptRun> Run(DealVersion version, KeepRunRequest request, MarketData market, Viewer viewer, TimeProvider clock)
    {
        var scenario = request.Scenario is { ValueKind: JsonValueKind.Object } given ? given.GetRawText() : null;
        ReadOnlyMemory<byte>? bytes = scenario is null ? (ReadOnlyMemory<byte>?)null : Encoding.UTF8.GetBytes(scenario).AsMemory();
        var prepared = DealPreparation.From(Encoding.UTF8.GetBytes(version.Text), bytes, market.Holidays);
        if (prepared.Deal is null)
        {
            return Result<KeptRun>.Refused(prepared.ShapeRefusals.Count > 0 ? prepared.ShapeRefusals : [DeskRefusals.CannotRun(prepared.Findings.Count)]);
        }

        using var run = new ExactMachine(prepared.Deal).Run(prepared.Scenario!);
        var residual = prepared.Deal.Definition.Tranches.Where(t => t.Residual).Select(t => t.Id).ToHashSet();
        var summary = DealSummary.Of(run);
        return new KeptRun
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            DealId = version.DealId,
            DealVersion = version.Number,
            ScenarioName = Short(request.ScenarioName ?? run.Scenario, 100),
            Scenario = scenario,
            Note = Short(request.Note ?? "", 500),
            InputHash = $"sha256:{prepared.InputHash}",
            Result = JsonSerializer.Serialize(RunView.Of(run, prepared.InputHash, Language.Zh), WebJson.Options),
            UnpaidFen = summary.Where(t => !residual.Contains(t.Tranche)).Sum(t => t.Unpaid.Fen),
            ResidualFen = summary.Where(t => residual.Contains(t.Tranche)).Sum(t => t.Residual.Fen),
            SavedBy = viewer.Person,
            SavedAt = Instant.Now(clock),
        };
    }

    private static string Short(string text, int limit) => text.Trim() is { } trimmed && trimmed.Length <= limit ? trimmed : text.Trim()[..limit];

    private static async Task<IResult> List(Guid id, HttpContext context, Store store)
    {
        await using var read = store.Read(RequestViewer.Of(context));
        if (await OpenDeal.Visible(read, id) is null)
        {
            return OpenDeal.Unknown(context, "deals", $"{id}");
        }

        var runs = await read.Set<KeptRun>().Where(r => r.DealId == id).OrderByDescending(r => r.SavedAt).Take(PageRequest.Largest).ToListAsync(context.RequestAborted);
        return Results.Json(new RunList([.. runs.Select(RunRow.Of)]), WebJson.Options);
    }

    private static async Task<IResult> Open(Guid id, HttpContext context, Store store)
    {
        await using var read = store.Read(RequestViewer.Of(context));
        return await Find(read, id) is { } run ? Results.Json(new KeptRunView(RunRow.Of(run), View(run)), WebJson.Options) : OpenDeal.Unknown(context, "runs", $"{id}");
    }
}
