using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Modules.Securitization.Excel;
using Zhirong.Modules.Securitization.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Securitization.UseCases;

/// <summary>The deals of the desk, page by page.</summary>
internal static class ListDeals
{
    private static readonly string[] Sorts = ["savedAt", "code", "size", "pool", "closing", "maturity", "obligors", "coupon", "version"];

    /// <summary>A workbook lists at most this many deals; nobody reads more.</summary>
    private const int MostRows = 20_000;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/deals", Answer).WithName("listDeals").Reads("securitization").WithSummary("Deals, sorted and filtered").Produces<PageOf<DealRow>>().ProducesProblem(422);
        api.MapGet("/deals/list.xlsx", Workbook).WithName("exportDeals").Reads("securitization").WithSummary("The same list as a workbook, all pages; lang=en for English")
            .Produces(200, null, ExportFiles.Workbook).ProducesProblem(422);
    }

    private static async Task<IResult> Answer(HttpContext context, Store store, string? query, string? market, string? structure, string? shelf, string? sort, int? page, int? pageSize)
    {
        if (Order(sort) is not var (key, descending))
        {
            return Problems.Of(context, WebRefusals.OneOf("sort", sort!, Sorts));
        }

        var wanted = PageRequest.Of(page, pageSize);
        await using var read = store.Read(RequestViewer.Of(context));
        var deals = Filtered(read.Set<Deal>(), query, market, structure, shelf);
        var total = await deals.CountAsync(context.RequestAborted);
        var rows = await Sorted(deals, key, descending).Skip(wanted.Skip).Take(wanted.PageSize).ToListAsync(context.RequestAborted);
        return Results.Json(new PageOf<DealRow>([.. rows.Select(DealRow.Of)], total, wanted.Page, wanted.PageSize), WebJson.Options);
    }

    private static async Task<IResult> Workbook(HttpContext context, Store store, string? query, string? market, string? structure, string? shelf, string? sort, string? lang)
    {
        if (Order(sort) is not var (key, descending))
        {
            return Problems.Of(context, WebRefusals.OneOf("sort", sort!, Sorts));
        }

        await using var read = store.Read(RequestViewer.Of(context));
        var deals = Sorted(Filtered(read.Set<Deal>(), query, market, structure, shelf), key, descending);
        var rows = await deals.Take(MostRows).ToListAsync(context.RequestAborted);
        return Results.File(DealListWorkbook.Write(rows, RequestLanguage.Of(context, lang)), ExportFiles.Workbook, "deals.xlsx");
    }

    /// <summary>The key and direction asked for; null when there is no such key.</summary>
    private static (string Key, bool Descending)? Order(string? sort)
    {
        var (key, descending) = sort is { Length: > 0 } ? (sort.TrimStart('-'), sort[0] == '-') : ("savedAt", true);
        return Sorts.Contains(key) ? (key, descending) : null;
    }

    private static IQueryable<Deal> Filtered(IQueryable<Deal> deals, string? query, string? market, string? structure, string? shelf)
    {
        if (query?.Trim() is { Length: > 0 } words)
        {
            var like = $"%{words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
            deals = deals.Where(d => EF.Functions.Like(d.Code, like, "\\") || EF.Functions.Like(d.NameZh, like, "\\") || EF.Functions.Like(d.NameEn, like, "\\"));
        }

        deals = market is { Length: > 0 } ? deals.Where(d => d.Market == market) : deals;
        deals = structure is { Length: > 0 } ? deals.Where(d => d.Structure == structure) : deals;
        return shelf is { Length: > 0 } ? deals.Where(d => d.Shelf == shelf) : deals;
    }

    /// <summary>Equal keys keep the order of ids, so that pages never overlap.</summary>
    private static IOrderedQueryable<Deal> Sorted(IQueryable<Deal> deals, string key, bool descending)
    {
        return (key switch
        {
            "code" => By(d => d.Code),
            "size" => By(d => d.SizeFen),
            "pool" => By(d => d.PoolFen),
            "closing" => By(d => d.Closing),
            "maturity" => By(d => d.ExpectedMaturity),
            "obligors" => By(d => d.Obligors),
            "coupon" => By(d => d.SeniorCoupon ?? -1),
            "version" => By(d => d.Version),
            _ => By(d => d.SavedAt),
        }).ThenBy(d => d.Id);

        IOrderedQueryable<Deal> By<TKey>(System.Linq.Expressions.Expression<Func<Deal, TKey>> by) => descending ? deals.OrderByDescending(by) : deals.OrderBy(by);
    }
}
