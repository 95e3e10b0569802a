using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Modules.Assets.Searches;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.UseCases;

/// <summary>The register, searched and filtered, by pages.</summary>
internal static class ListRights
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/rights", List)
        .WithName("listRights").WithSummary("Rights by words, holder, category, state on a day, class, firm, source, encumbrance and end, a page at a time from a place").Produces<PlacedPage<RightRow>>().ProducesProblem(422).Reads("assets");

    private static async Task<IResult> List(HttpContext context, RightDesk desk, [AsParameters] RightListAsked asked, string? place, int? pageSize)
    {
        var query = asked.Read(desk.Today);
        if (!query.Ok)
        {
            return Problems.Of(context, query.Refusals);
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        if (RightSearch.TooLongToSort(read, query.Value, desk.Law) is { } refusal)
        {
            return Problems.Of(context, refusal);
        }

        var wanted = query.Value with { Take = PageRequest.Of(null, pageSize).PageSize };
        var at = Places.Read(place, wanted.Asked, found => RightOrder.Fits(found, wanted.Sort));
        return at.Ok ? Results.Json(RightLists.Page(read, wanted with { Place = at.Value }, desk.Law, RequestLanguage.Of(context)), WebJson.Options) : Problems.Of(context, at.Refusals);
    }
}
