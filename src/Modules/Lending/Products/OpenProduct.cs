using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Products;

/// <summary>The catalogue of loan products, and one of them with its texts.</summary>
internal static class OpenProduct
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/lending/products", List).WithName("listLoanProducts").WithSummary("Loan products with their newest texts").Produces<ProductList>().Reads("lending");
        api.MapGet("/lending/products/{code}", One).WithName("openLoanProduct").WithSummary("A loan product with the text asked for, else the newest; 0 is the one shipped").Produces<ProductDetail>().ProducesProblem(404).Reads("lending");
    }

    public static ProductDetail? Detail(ZhirongContext read, OriginationShelf shelf, string code, int? number, Language language)
    {
        List<ShelvedProduct> texts = [.. ProductShelf.Of(read, shelf).Where(p => p.Shipped.Product.Id == code)];
        return texts.LastOrDefault(t => number is null || t.Number == number) is { } found ? ProductDetail.Of(found, texts, language) : null;
    }

    private static async Task<IResult> List(HttpContext context, Origination desk)
    {
        await using var read = desk.Lending.Store.Read(RequestViewer.Of(context));
        var language = RequestLanguage.Of(context);
        return Results.Json(new ProductList([.. ProductShelf.Newest(read, desk.Shelf).Select(p => ProductRow.Of(p, language))]), WebJson.Options);
    }

    private static async Task<IResult> One(string code, int? number, HttpContext context, Origination desk)
    {
        await using var read = desk.Lending.Store.Read(RequestViewer.Of(context));
        return Detail(read, desk.Shelf, code, number, RequestLanguage.Of(context)) is { } detail
            ? Results.Json(detail, WebJson.Options)
            : Problems.Of(context, WebRefusals.NotFound("products", code.Length <= 80 ? code : code[..80]), StatusCodes.Status404NotFound);
    }
}
