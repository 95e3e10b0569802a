using System.Text;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Products;

namespace Zhirong.Modules.Lending.Products;

/// <summary>A loan product with its text (<c>zhirong/product/v1</c>).</summary>
public sealed record ShippedProduct(string Text, LoanProduct Product)
{
    /// <summary>Refused with the field's path and place when the text is no product.</summary>
    public static Result<ShippedProduct> Read(byte[] bytes)
    {
        var read = ProductReader.Read(bytes);
        return read.Ok ? new ShippedProduct(Encoding.UTF8.GetString(bytes), read.Value) : Result<ShippedProduct>.Refused(read.Refusals);
    }
}
