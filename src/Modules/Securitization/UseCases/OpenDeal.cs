using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Securitization.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Shares;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Securitization.UseCases;

/// <summary>Opens a deal, its versions, and what changed between two of them.</summary>
internal static class OpenDeal
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/deals/{id:guid}", Head).WithName("openDeal").Reads("securitization").WithSummary("A deal with its head version").Produces<DealDetail>().ProducesProblem(404);
        api.MapGet("/deals/{id:guid}/versions", Versions).WithName("listVersions").Reads("securitization").WithSummary("The versions of a deal, newest first").Produces<VersionList>().ProducesProblem(404);
        api.MapGet("/deals/{id:guid}/versions/{number:int}", Version).WithName("openVersion").Reads("securitization").WithSummary("One version with its text").Produces<VersionText>().ProducesProblem(404);
        api.MapGet("/deals/{id:guid}/versions/{from:int}/changes/{to:int}", Changes).WithName("compareVersions").Reads("securitization").WithSummary("What differs between two versions").Produces<ChangesAnswer>().ProducesProblem(404);
    }

    /// <summary>The deal when the viewer may see it, in a work when he may write to it; children are reached through it only.</summary>
    public static Task<Deal?> Visible(ZhirongContext context, Guid id) => context.Set<Deal>().SingleOrDefaultAsync(d => d.Id == id);

    /// <summary>What a work answers about a deal it may not write to: shared for reading only, or not there for this viewer.</summary>
    public static Refusal Missing(ZhirongContext work, Guid id) =>
        work.Reads("deal", id) ? StorageRefusals.SharedToRead("deals", $"{id}") : WebRefusals.NotFound("deals", $"{id}");

    public static Task<DealVersion> HeadOf(ZhirongContext context, Deal deal) =>
        context.Set<DealVersion>().SingleAsync(v => v.DealId == deal.Id && v.Number == deal.Version);

    public static IResult Unknown(HttpContext context, string what, string id) => Problems.Of(context, WebRefusals.NotFound(what, id), StatusCodes.Status404NotFound);

    private static async Task<IResult> Head(Guid id, HttpContext context, Store store)
    {
        await using var read = store.Read(RequestViewer.Of(context));
        return await Visible(read, id) is { } deal
            ? Results.Json(DealDetail.Of(deal, await HeadOf(read, deal)), WebJson.Options)
            : Unknown(context, "deals", $"{id}");
    }

    private static async Task<IResult> Versions(Guid id, HttpContext context, Store store)
    {
        await using var read = store.Read(RequestViewer.Of(context));
        if (await Visible(read, id) is null)
        {
            return Unknown(context, "deals", $"{id}");
        }

        var versions = await read.Set<DealVersion>().Where(v => v.DealId == id).OrderByDescending(v => v.Number)
            .Select(v => new VersionView(v.Number, v.Hash, v.Parent, v.Reason, v.SavedBy, Instant.Text(v.SavedAt), v.Errors, v.Warnings)).ToListAsync(context.RequestAborted);
        return Results.Json(new VersionList(versions), WebJson.Options);
    }

    private static async Task<IResult> Version(Guid id, int number, HttpContext context, Store store)
    {
        await using var read = store.Read(RequestViewer.Of(context));
        return await Find(read, id, number) is { } version
            ? Results.Json(new VersionText(VersionView.Of(version), version.Text), WebJson.Options)
            : Unknown(context, "versions", $"{number}");
    }

    private static async Task<IResult> Changes(Guid id, int from, int to, HttpContext context, Store store)
    {
        await using var read = store.Read(RequestViewer.Of(context));
        var (before, after) = (await Find(read, id, from), await Find(read, id, to));
        if (before is null || after is null)
        {
            return Unknown(context, "versions", $"{(before is null ? from : to)}");
        }

        var changes = CompareTexts.Between(before.Text, after.Text);
        return changes.Ok ? Results.Json(new ChangesAnswer(changes.Value), WebJson.Options) : Problems.Of(context, changes.Refusals);
    }

    internal static async Task<DealVersion?> Find(ZhirongContext context, Guid deal, int number) => await Visible(context, deal) is null
        ? null
        : await context.Set<DealVersion>().SingleOrDefaultAsync(v => v.DealId == deal && v.Number == number);
}
