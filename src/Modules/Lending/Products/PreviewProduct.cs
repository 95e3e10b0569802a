using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Credit.Products;
using Zhirong.Modules.Lending.Decisions;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Products;

/// <param name="Text"><c>zhirong/product/v1</c> as it is being written.</param>
public sealed record PreviewProductRequest(string Text);

/// <summary>A field in which the text differs from the newest of its code; null where one has none.</summary>
public sealed record ProductFieldChange(string Path, string? Before, string? After);

/// <summary>A stored application held against the text.</summary>
/// <param name="Before">By the newest text of the code: <c>eligible</c>, <c>unknown</c>, <c>refused</c>; null where there is none.</param>
/// <param name="After">By this text.</param>
/// <param name="Why">Conditions of this text that fail or are not known.</param>
public sealed record PreviewedApplication(Guid ApplicationId, string Number, string FirmName, string? Before, string After, IReadOnlyList<string> Why);

/// <summary>How many applications fit.</summary>
public sealed record FitCount(string Fit, int Before, int After);

/// <summary>What is found in a product's text while it is written, what it changes, and whom it fits.</summary>
/// <param name="Applications">Stored applications held against it, the newest first; those that change stand before the others.</param>
public sealed record ProductPreview(bool Readable, IReadOnlyList<Finding> Findings, IReadOnlyList<ProductFieldChange> Changes, IReadOnlyList<FitCount> Fits, IReadOnlyList<PreviewedApplication> Applications);

/// <summary>产品预览: whom of those who applied before a product's text would fit. It only reads.</summary>
internal static class PreviewProduct
{
    /// <summary>Applications held against the text at most, the newest first.</summary>
    public const int Most = 500;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/lending/products/preview", Answer).WithName("previewProduct").WithSummary("What is found in a product's text, what it changes, and which stored applications it fits").Produces<ProductPreview>().ProducesProblem(422).Reads("lending");

    private static async Task<IResult> Answer(BodyOf<PreviewProductRequest> body, HttpContext context, Origination desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        await using var read = desk.Lending.Store.Read(RequestViewer.Of(context));
        return Results.Json(Of(read, desk, body.Value.Value.Text ?? "", RequestLanguage.Of(context)), WebJson.Options);
    }

    public static ProductPreview Of(ZhirongContext read, Origination desk, string text, Language language)
    {
        var made = text.Length is > 0 and <= 200_000 ? ShippedProduct.Read(Encoding.UTF8.GetBytes(text)) : LendingRefusals.Text("text", $"{text.Length}", 200_000);
        if (!made.Ok)
        {
            return new(false, Finding.Of(made.Refusals, language), [], [], []);
        }

        var (product, before) = (made.Value.Product, ProductShelf.Find(read, desk.Shelf, made.Value.Product.Id));
        var stored = (from a in read.Set<LoanApplication>() join s in read.Set<ApplicationSnapshot>() on new { a.Id, N = a.Snapshot } equals new { Id = s.ApplicationId, s.N } orderby a.ChangedAt descending, a.Id select new { a.Id, a.Number, a.FirmName, s.Facts }).AsNoTracking().Take(Most).ToList();
        var held = stored.ConvertAll(a =>
        {
            var asked = SnapshotReading.Case(JsonNode.Parse(a.Facts)!.AsObject());
            var conditions = ProductMatch.Conditions(product, asked);
            return new PreviewedApplication(a.Id, a.Number, a.FirmName, before is null ? null : Fit(ProductMatch.Conditions(before.Shipped.Product, asked)), Fit(conditions), [.. conditions.Where(c => c.Holds != true).Select(c => c.Sentence.In(language))]);
        });
        return new(
            true, [], before is null ? [] : [.. DocChanges.Between(DocReader.Read(before.Shipped.Text).Value, DocReader.Read(text).Value).Select(c => new ProductFieldChange(c.Path, c.Before, c.After))],
            [.. ProductAnswer.FitWords.Select(f => new FitCount(f, held.Count(h => h.Before == f), held.Count(h => h.After == f)))], [.. held.OrderBy(h => h.Before == h.After)]);
    }

    private static string Fit(IReadOnlyList<ConditionOutcome> conditions) => ProductAnswer.FitWords[(int)(conditions.Any(c => c.Holds == false) ? ProductFit.Refused : conditions.Any(c => c.Holds is null) ? ProductFit.Unknown : ProductFit.Eligible)];
}
