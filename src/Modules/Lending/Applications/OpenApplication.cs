using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Shares;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Applications;

/// <summary>The pipeline with the counts of every state, and one application with its steps, snapshot, assessments and resolution.</summary>
internal static class OpenApplication
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/lending/applications", List).WithName("listApplications").WithSummary("Applications by state, product and words, with the counts of every state").Produces<ApplicationPage>().ProducesProblem(422).Reads("lending");
        api.MapGet("/lending/applications/{id:guid}", One).WithName("openApplication").WithSummary("An application with its steps, snapshot, assessments and resolution").Produces<ApplicationDetail>().ProducesProblem(404).Reads("lending");
    }

    public static Refusal Missing(ZhirongContext work, Guid id) => work.Reads("loan_application", id) ? StorageRefusals.SharedToRead("applications", $"{id}") : WebRefusals.NotFound("applications", $"{id}");

    public static ApplicationDetail Detail(ZhirongContext read, LoanApplication application, Language language)
    {
        var id = application.Id;
        var steps = read.Set<LoanApplicationStep>().Where(s => s.ApplicationId == id).OrderBy(s => s.N).AsNoTracking().ToList();
        var snapshot = read.Set<ApplicationSnapshot>().AsNoTracking().SingleOrDefault(s => s.ApplicationId == id && s.N == application.Snapshot);
        var assessments = read.Set<CreditAssessment>().Where(a => a.ApplicationId == id).OrderByDescending(a => a.N).AsNoTracking().ToList();
        return new(
            ApplicationRow.Of(application, language), ApplicationForm.Read(application.Form), ApplicationJson.Texts(application.Asked), ApplicationStates.Possible(application.State, application.Outcome), [.. steps.Select(s => ApplicationStepView.Of(s, language))],
            snapshot is null ? null : new(snapshot.N, snapshot.Hash, Instant.Text(snapshot.At), snapshot.By, ApplicationJson.Element(snapshot.Facts)), [.. assessments.Select(a => AssessmentView.Of(a, language))],
            application.Resolution.Length == 0 ? null : JsonSerializer.Deserialize<ResolutionView>(application.Resolution, LendingJson.Options));
    }

    private static async Task<IResult> List(HttpContext context, Origination desk, string? q, string? state, string? product, string? waits, Guid? firm, int? page, int? pageSize)
    {
        if (!string.IsNullOrEmpty(state) && !ApplicationStates.Words.Contains(state))
        {
            return Problems.Of(context, WebRefusals.OneOf("state", state, ApplicationStates.Words));
        }

        await using var read = desk.Lending.Store.Read(RequestViewer.Of(context));
        var (wanted, words, language) = (PageRequest.Of(page, pageSize), q?.Trim() ?? "", RequestLanguage.Of(context));
        var found = read.Set<LoanApplication>().AsNoTracking();
        found = words.Length == 0 ? found : found.Where(a => a.Number.Contains(words) || a.FirmName.Contains(words));
        found = string.IsNullOrEmpty(product) ? found : found.Where(a => a.Product == product);
        found = string.IsNullOrEmpty(waits) ? found : found.Where(a => a.Waits == waits);
        found = firm is null ? found : found.Where(a => a.FirmId == firm);
        var counts = (await found.GroupBy(a => a.State).Select(g => new { g.Key, Count = g.Count(), Fen = g.Sum(a => a.AmountFen ?? 0) }).ToListAsync(context.RequestAborted)).ToDictionary(c => c.Key);
        found = string.IsNullOrEmpty(state) ? found : found.Where(a => a.State == state);
        var items = await found.OrderByDescending(a => a.ChangedAt).ThenBy(a => a.Id).Skip(wanted.Skip).Take(wanted.PageSize).ToListAsync(context.RequestAborted);
        return Results.Json(
            new ApplicationPage(
                [.. items.Select(a => ApplicationRow.Of(a, language))], await found.CountAsync(context.RequestAborted), wanted.Page, wanted.PageSize,
                [.. ApplicationStates.Words.Select(s => new ApplicationCount(s, ApplicationStates.Title(s).In(language), counts.GetValueOrDefault(s)?.Count ?? 0, Money.FenText(counts.GetValueOrDefault(s)?.Fen ?? 0)))]),
            WebJson.Options);
    }

    private static async Task<IResult> One(Guid id, HttpContext context, Origination desk)
    {
        await using var read = desk.Lending.Store.Read(RequestViewer.Of(context));
        return await read.Set<LoanApplication>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, context.RequestAborted) is { } application
            ? Results.Json(Detail(read, application, RequestLanguage.Of(context)), WebJson.Options)
            : Problems.Of(context, WebRefusals.NotFound("applications", $"{id}"), StatusCodes.Status404NotFound);
    }
}
