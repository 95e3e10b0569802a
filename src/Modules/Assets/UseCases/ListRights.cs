using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.UseCases;

/// <summary>The register, searched and filtered, by pages.</summary>
internal static class ListRights
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/rights", List)
        .WithName("listRights").WithSummary("Rights by words, holder, category, state on a day, class, firm, source, encumbrance and end").Produces<RightPage>().ProducesProblem(422).Reads("assets");

    private static async Task<IResult> List(HttpContext context, RightDesk desk, [AsParameters] RightListAsked asked, int? page, int? pageSize)
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

        var wanted = PageRequest.Of(page, pageSize);
        return Results.Json(RightLists.Page(read, query.Value with { Skip = wanted.Skip, Take = wanted.PageSize }, desk.Law, RequestLanguage.Of(context)), WebJson.Options);
    }
}
