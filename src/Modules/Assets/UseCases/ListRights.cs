using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.UseCases;

/// <summary>The register, searched and filtered, by pages.</summary>
internal static class ListRights
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/rights", List)
        .WithName("listRights").WithSummary("Rights by words, holder, category, state on a day, class, firm, encumbrance and end").Produces<RightPage>().ProducesProblem(422).Reads("assets");

    private static async Task<IResult> List(
        HttpContext context, RightDesk desk, string? query, string? owner, string? kind, string? state, DateOnly? day, string? ipc, Guid? firm, string? family, bool? encumbered, DateOnly? expiringBefore, string? sort, int? page, int? pageSize)
    {
        IReadOnlyList<string> states = [.. RightSearch.Groups.Keys, .. RightStates.Words];
        if (!string.IsNullOrEmpty(kind) && RightKinds.Read(kind) is null)
        {
            return Problems.Of(context, WebRefusals.Query("kind", kind, Words.Same(string.Join(" | ", RightKinds.Words))));
        }

        if (!string.IsNullOrEmpty(state) && !states.Contains(state))
        {
            return Problems.Of(context, WebRefusals.Query("state", state, Words.Same(string.Join(" | ", states))));
        }

        if (!string.IsNullOrEmpty(sort) && !RightSearch.Sorts.Contains(sort))
        {
            return Problems.Of(context, WebRefusals.Query("sort", sort, Words.Same(string.Join(" | ", RightSearch.Sorts))));
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var asked = new RightQuery(day ?? desk.Today)
        {
            Words = Short(query),
            Owner = Short(owner),
            Kind = string.IsNullOrEmpty(kind) ? null : RightKinds.Read(kind),
            State = state,
            IpcPrefix = Short(ipc)?.ToUpperInvariant(),
            Firm = firm,
            Family = Short(family),
            Encumbered = encumbered,
            ExpiringBefore = expiringBefore,
            Sort = string.IsNullOrEmpty(sort) ? expiringBefore is null ? "newest" : "expires" : sort,
        };
        var wanted = PageRequest.Of(page, pageSize);
        return Results.Json(RightLists.Page(read, asked with { Skip = wanted.Skip, Take = wanted.PageSize }, desk.Law, RequestLanguage.Of(context)), WebJson.Options);
    }

    private static string? Short(string? text) => text?.Trim() is { Length: > 0 } words ? words.Length > 100 ? words[..100] : words : null;
}
