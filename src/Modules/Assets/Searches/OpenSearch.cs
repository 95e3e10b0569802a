using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.Searches;

/// <summary>Kept searches: one's own and those of the organisation.</summary>
internal static class OpenSearch
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/rights/searches", List).WithName("listSearches").WithSummary("Kept searches of the register: one's own and those shared with the organisation, by name").Produces<KeptSearchList>().Reads("assets");
        api.MapGet("/rights/searches/{id:guid}", One).WithName("openSearch").WithSummary("A kept search of the register").Produces<KeptSearchView>().ProducesProblem(404).Reads("assets");
    }

    /// <summary>What a viewer sees of kept searches: his own, and those that are nobody's alone.</summary>
    public static IQueryable<KeptSearch> Seen(ZhirongContext context)
    {
        var me = KeptSearchView.HolderOf(context.Viewer);
        return context.Set<KeptSearch>().Where(s => s.Holder == "" || s.Holder == me);
    }

    private static async Task<IResult> List(HttpContext context, RightDesk desk)
    {
        var viewer = RequestViewer.Of(context);
        await using var read = desk.Store.Read(viewer);
        var rows = await Seen(read).OrderBy(s => s.Name).ThenBy(s => s.Id).AsNoTracking().ToListAsync(context.RequestAborted);
        return Results.Json(new KeptSearchList([.. rows.Select(r => KeptSearchView.Of(r, viewer))]), WebJson.Options);
    }

    private static async Task<IResult> One(Guid id, HttpContext context, RightDesk desk)
    {
        var viewer = RequestViewer.Of(context);
        await using var read = desk.Store.Read(viewer);
        return await Seen(read).AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, context.RequestAborted) is { } found
            ? Results.Json(KeptSearchView.Of(found, viewer), WebJson.Options)
            : Problems.Of(context, WebRefusals.NotFound("searches", $"{id}"), StatusCodes.Status404NotFound);
    }
}
