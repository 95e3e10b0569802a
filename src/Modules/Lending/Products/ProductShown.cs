using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Platform.Access.Approvals;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Products;

/// <summary>What those who approve a text of a product see: every field in which it differs from the one that stands; a text that cannot be kept is not put up.</summary>
internal sealed class ProductShown(Origination desk) : IChangeShown
{
    private const int MostFields = 200;

    public bool Shows(string act) => act == "lending.product.save";

    public Result<ShownChange> Show(ZhirongContext read, ActRequest request)
    {
        var asked = Body(request);
        var product = asked.Ok ? SaveLoanProduct.Check(asked.Value) : Result<ShippedProduct>.Refused(asked.Refusals);
        if (!product.Ok)
        {
            return Result<ShownChange>.Refused(product.Refusals);
        }

        var before = ProductShelf.Find(read, desk.Shelf, asked.Value.Code);
        var stands = before?.Kept?.Number ?? 0;
        if (asked.Value.From != stands)
        {
            return LendingRefusals.Stale(asked.Value.From, stands);
        }

        var changes = before is null ? [] : DocChanges.Between(DocReader.Read(before.Shipped.Text).Value, DocReader.Read(asked.Value.Text).Value);
        return new ShownChange
        {
            Title = new($"贷款产品 {product.Value.Product.Id}/{product.Value.Product.Version}：{changes.Count} 处改动", $"Loan product {product.Value.Product.Id}/{product.Value.Product.Version}: {changes.Count} changes"),
            SubjectKind = before?.Kept is null ? null : "loan_product",
            SubjectId = before?.Kept is { } kept ? $"{kept.ProductId}" : null,
            Fields = [new("reason", new("理由", "Reason"), null, asked.Value.Reason), .. changes.Take(MostFields).Select(c => new FieldChange(c.Path, Words.Same(c.Path), c.Before, c.After))],
        };
    }

    private static Result<SaveLoanProductRequest> Body(ActRequest request)
    {
        try
        {
            return request.Body.Deserialize<SaveLoanProductRequest>(WebJson.Options) is { } body ? body : WebRefusals.Body("", "null");
        }
        catch (JsonException problem)
        {
            return WebRefusals.Body(problem.Path ?? "", "—");
        }
    }
}
