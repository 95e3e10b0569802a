using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Ledger.UseCases;

/// <summary>The books a viewer may see, by code.</summary>
internal static class ListBooks
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/ledger/books", List).WithName("listBooks").Reads("ledger").WithSummary("Books by code").Produces<PageOf<BookRow>>().ProducesProblem(422);
        api.MapGet("/ledger/books/{id:guid}", One).WithName("openedBook").Reads("ledger").WithSummary("A book with what stands in it").Produces<BookRow>().ProducesProblem(404);
    }

    private static IResult List(HttpContext context, Store store, string? query, string? kind, int? page, int? pageSize)
    {
        if (kind is { Length: > 0 } && !BookWords.Kinds.Contains(kind))
        {
            return Problems.Of(context, WebRefusals.OneOf("kind", kind, BookWords.Kinds));
        }

        var wanted = PageRequest.Of(page, pageSize);
        using var read = store.Read(RequestViewer.Of(context));
        var conditions = Conditions(read, query, kind);
        var total = read.Session.First($"SELECT count(*) FROM ldg_book b{conditions.Where}", row => row.Int(0), conditions.Values);
        var ids = read.Session.List($"SELECT b.id FROM ldg_book b{conditions.Where} ORDER BY b.code, b.id LIMIT {conditions.Value((long)wanted.PageSize)} OFFSET {conditions.Value((long)wanted.Skip)}", row => row.Id(0), conditions.Values);
        return Results.Json(new PageOf<BookRow>(BookRows.Some(read.Session, ids), total, wanted.Page, wanted.PageSize), WebJson.Options);
    }

    private static Conditions Conditions(ZhirongContext read, string? query, string? kind)
    {
        var conditions = new Conditions().Visible(read, LedgerReading.Book, "b");
        if (kind is { Length: > 0 })
        {
            conditions.And($"b.kind = {conditions.Value(kind)}");
        }

        return query?.Trim() is { Length: > 0 } words ? conditions.Contains(words, "b.code", "b.name") : conditions;
    }

    private static IResult One(Guid id, HttpContext context, Store store)
    {
        using var read = store.Read(RequestViewer.Of(context));
        return LedgerReading.Sees(read, id) ? Results.Json(BookRows.One(read.Session, id), WebJson.Options) : Unseen.Book(context, id);
    }
}

/// <summary>What is not there, or belongs to somebody else: the same answer.</summary>
internal static class Unseen
{
    public static IResult Book(HttpContext context, Guid id) => Problem(context, "books", id);

    public static IResult Problem(HttpContext context, string what, Guid id) => Problems.Of(context, WebRefusals.NotFound(what, $"{id}"), StatusCodes.Status404NotFound);
}
