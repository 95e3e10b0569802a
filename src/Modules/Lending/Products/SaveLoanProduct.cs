using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Products;

/// <param name="From">Number of the text the change started from; 0 where none of one's own is there yet.</param>
/// <param name="Text"><c>zhirong/product/v1</c>; its id is the code, its version one not used yet.</param>
public sealed record SaveLoanProductRequest(string Code, int From, string Text, string Reason);

/// <summary>保存产品: a further text of the organisation's own; the shipped one stays as it is.</summary>
internal static class SaveLoanProduct
{
    private const int MostCharacters = 200_000;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/lending/products", Answer).WithName("saveLoanProduct").WithSummary("Keep a text of one's own of a loan product; 409 when another was saved meanwhile").Produces<ProductDetail>(201).ProducesProblem(409).ProducesProblem(422).Act("lending.product.save");

    private static async Task<IResult> Answer(BodyOf<SaveLoanProductRequest> body, HttpContext context, Origination desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await Save(desk, RequestViewer.Of(context), body.Value.Value, body.Key, RequestLanguage.Of(context));
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created, LendingRefusals.StaleCode);
    }

    public static async Task<Written<ProductDetail>> Save(Origination desk, Viewer viewer, SaveLoanProductRequest request, WriteKey? key, Language language)
    {
        var read = Check(request);
        return !read.Ok ? new() { Refusals = read.Refusals } : await desk.Lending.Store.Commits.Once<ProductDetail>(viewer, key, desk.Lending.Clock, async work =>
        {
            var kept = await Keep(work, desk, request, read.Value);
            return kept.Ok ? OpenProduct.Detail(work, desk.Shelf, request.Code, kept.Value.Number, language)! : Result<ProductDetail>.Refused(kept.Refusals);
        });
    }

    /// <summary>The same checks as the command line makes of a product.</summary>
    public static Result<ShippedProduct> Check(SaveLoanProductRequest request)
    {
        var form = new LendingForm();
        form.Text("code", request.Code, 80);
        form.Text("reason", request.Reason, 500);
        if (request.Text is not { Length: > 0 and <= MostCharacters })
        {
            form.Faults.Add(LendingRefusals.Text("text", $"{request.Text?.Length ?? 0}", MostCharacters));
        }

        if (form.Faults.Count > 0)
        {
            return Result<ShippedProduct>.Refused(form.Faults);
        }

        var read = ShippedProduct.Read(Encoding.UTF8.GetBytes(request.Text!));
        return !read.Ok ? read : read.Value.Product.Id == request.Code ? read.Value : OriginationRefusals.ProductCode(read.Value.Product.Id, request.Code);
    }

    private static async Task<Result<ProductText>> Keep(ZhirongContext work, Origination desk, SaveLoanProductRequest request, ShippedProduct read)
    {
        var own = await work.Set<OwnProduct>().SingleOrDefaultAsync(p => p.Code == request.Code && p.OwnerId == work.Viewer.Organisation);
        var stands = own?.Version ?? 0;
        if (request.From != stands)
        {
            return LendingRefusals.Stale(request.From, stands);
        }

        if (ProductShelf.Of(work, desk.Shelf).Any(p => p.Shipped.Product.Id == request.Code && p.Shipped.Product.Version == read.Product.Version))
        {
            return OriginationRefusals.ProductVersion(read.Product.Version);
        }

        if (own is null)
        {
            own = new() { Id = desk.Lending.NewId(), OwnerId = work.Viewer.Organisation, Code = request.Code, ChangedAt = 0, ChangedBy = "" };
            work.Add(own);
        }

        (own.Version, own.ChangedAt, own.ChangedBy) = (stands + 1, Instant.Now(desk.Lending.Clock), work.Viewer.Person);
        var text = new ProductText { ProductId = own.Id, Number = own.Version, Name = read.Product.Version, Text = request.Text, Hash = ProductShelf.Hash(request.Text), Parent = stands, Reason = request.Reason.Trim(), SavedAt = own.ChangedAt, SavedBy = own.ChangedBy };
        work.Add(text);
        await work.SaveChangesAsync();
        EvidenceLeaves.Record(work, new("LoanProductSaved", "loan_product", RowValues.Of(own.Id), new JsonObject { ["code"] = own.Code, ["number"] = text.Number, ["parent"] = text.Parent, ["reason"] = text.Reason, ["text"] = $"sha256:{text.Hash}", ["version"] = text.Name }), desk.Lending.Clock);
        return text;
    }
}
