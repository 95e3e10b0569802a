using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Ledger.Charts;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.UseCases;
using Zhirong.Modules.Securitization.Model;
using Zhirong.Modules.Securitization.Planned;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Securitization.UseCases;

/// <param name="BookId">The plan's book; null opens one.</param>
/// <param name="Code">Code of the book to open; the deal's own when null.</param>
/// <param name="Name">Its name; the deal's own when null.</param>
public sealed record PlanRunRequest(Guid? BookId = null, string? Code = null, string? Name = null);

/// <param name="Planned">Planned entries of the run.</param>
/// <param name="Replaced">Those of earlier runs of the deal that were not matched and are cancelled now.</param>
public sealed record PlannedRun(BookRow Book, int Planned, int Replaced, string Total);

/// <param name="BookId">Null while the run is posted to no book.</param>
public sealed record PlannedRunState(Guid? BookId, int Planned, int Matched);

/// <summary>Posts what a kept run expects to pay as planned entries to the plan's book.</summary>
internal static class PlanRun
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/runs/{id:guid}/planned-entries", Post).WithName("planRun").Act("securitization.run.plan").WithSummary("Post a kept run's payments as planned entries to a plan's book").Produces<PlannedRun>(201).ProducesProblem(404).ProducesProblem(422);
        api.MapGet("/runs/{id:guid}/planned-entries", State).WithName("plannedRun").Reads("securitization").WithSummary("Whether a run's payments stand in a book, and how many are matched").Produces<PlannedRunState>().ProducesProblem(404);
    }

    private static async Task<IResult> Post(Guid id, BodyOf<PlanRunRequest> body, HttpContext context, Store store, MarketData market, ChartShelf charts, BookDoor books, PlannedEntries planned, TimeProvider clock)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        await using var read = store.Read(RequestViewer.Of(context));
        if (await Runs.Find(read, id) is not { } run || await OpenDeal.Find(read, run.DealId, run.DealVersion) is not { } version)
        {
            return OpenDeal.Unknown(context, "runs", $"{id}");
        }

        var prepared = DealPreparation.From(
            Encoding.UTF8.GetBytes(version.Text), run.Scenario is null ? (ReadOnlyMemory<byte>?)null : Encoding.UTF8.GetBytes(run.Scenario).AsMemory(), market.Holidays);
        if (prepared.Deal is null)
        {
            return Problems.Of(context, DeskRefusals.CannotRun(prepared.Findings.Count));
        }

        var plan = PlannedFlows.Of(prepared.Deal, Runs.View(run));
        var source = new Source(run, prepared.Deal.Definition.Id, prepared.Deal.Definition.Name.Zh, plan);
        var written = await store.Commits.Once(RequestViewer.Of(context), body.Key, clock, work => Task.FromResult(Keep(work, source, body.Value.Value, charts, books, planned)));
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    private static Result<PlannedRun> Keep(ZhirongContext work, Source source, PlanRunRequest request, ChartShelf charts, BookDoor books, PlannedEntries planned)
    {
        var first = source.Plan.Flows.Min(f => f.Due);
        var book = request.BookId is { } known ? known : books.Open(work, new(request.Code ?? source.Deal, request.Name ?? source.Name, BookKind.Plan.Word(), first));
        if (!book.Ok)
        {
            return Result<PlannedRun>.Refused(book.Refusals);
        }

        var accounts = books.AddMissing(work, book.Value, [.. source.Plan.Accounts.Select(a => Account(charts.Of(BookKind.Plan.Word())!.Find(a.Parent)!, a))]);
        var title = $"{source.Deal} · {source.Run.ScenarioName}";
        var change = accounts.Ok
            ? planned.Replace(work, book.Value, $"{source.Run.Id}", $"{source.Run.DealId}", title.Length <= 200 ? title : title[..200], [.. source.Plan.Flows.Select(Draft)])
            : Result<PlannedChange>.Refused(accounts.Refusals);
        return change.Ok ? new PlannedRun(BookDoor.Row(work, book.Value)!, change.Value.Planned, change.Value.Replaced, $"{change.Value.Total}") : Result<PlannedRun>.Refused(change.Refusals);
    }

    /// <summary>A sub-account takes class, side and rule from the account of the chart it lies under.</summary>
    private static AddAccountRequest Account(ChartAccount parent, PlannedAccount account) => new(
        account.Code, $"{parent.Zh}—{account.Name.Zh}", $"{parent.En}, {account.Name.En}", parent.Class.Word(), parent.Normal.Word(), parent.Rule.Word(), parent.Limit is { } limit ? $"{limit}" : null);

    private static PlannedDraft Draft(PlannedFlow flow) => new(flow.Due, flow.Debit, flow.Credit, Money.OfFen(flow.Fen), flow.Line, flow.Memo, flow.Provisional);

    private static async Task<IResult> State(Guid id, HttpContext context, Store store)
    {
        await using var read = store.Read(RequestViewer.Of(context));
        if (await Runs.Find(read, id) is null)
        {
            return OpenDeal.Unknown(context, "runs", $"{id}");
        }

        var summary = PlannedEntries.Summary(read, $"{id}");
        return Results.Json(new PlannedRunState(summary?.BookId, summary?.Planned ?? 0, summary?.Matched ?? 0), WebJson.Options);
    }

    private sealed record Source(KeptRun Run, string Deal, string Name, FlowPlan Plan);
}

/// <summary>Tells the ledger what a deal or a kept run is called and where its page is.</summary>
internal sealed class DealTitles : ISubjectTitles
{
    public SubjectTitle? Of(ZhirongContext context, string kind, string id) => !Guid.TryParse(id, out var key) ? null : kind switch
    {
        "deal" => Deal(context, key) is { } deal ? new($"{deal.Code} {deal.NameZh}", $"/deals/{key}") : null,
        "run" => context.Set<KeptRun>().SingleOrDefault(r => r.Id == key) is { } run && Deal(context, run.DealId) is { } deal
            ? new($"{deal.Code} · {run.ScenarioName}", $"/deals/{run.DealId}?tab=runs&run={key}") : null,
        _ => null,
    };

    private static Deal? Deal(ZhirongContext context, Guid id) => context.Set<Deal>().AsNoTracking().SingleOrDefault(d => d.Id == id);
}
