using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Modules.Ledger.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Ledger.UseCases;

/// <summary>The holds of a book, newest first.</summary>
internal static class ListHolds
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/ledger/books/{id:guid}/holds", Answer)
        .WithName("listHolds").Reads("ledger").WithSummary("Holds of a book, newest first").Produces<PageOf<HoldRow>>().ProducesProblem(404).ProducesProblem(422);

    private static IResult Answer(Guid id, HttpContext context, Store store, string? state, int? page, int? pageSize)
    {
        if (state is { Length: > 0 } && !HoldReading.States.Contains(state))
        {
            return Problems.Of(context, WebRefusals.OneOf("state", state, HoldReading.States));
        }

        using var read = store.Read(RequestViewer.Of(context));
        if (!LedgerReading.Sees(read, id))
        {
            return Unseen.Book(context, id);
        }

        var wanted = PageRequest.Of(page, pageSize);
        var (holds, total) = HoldReading.Page(read.Session, id, state is { Length: > 0 } ? state : null, wanted.Skip, wanted.PageSize);
        return Results.Json(new PageOf<HoldRow>(HoldRows.Of(read.Session, holds), total, wanted.Page, wanted.PageSize), WebJson.Options);
    }
}
