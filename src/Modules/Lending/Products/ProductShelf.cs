using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Products;

/// <summary>A product with its place among its code's texts: 0 is the one shipped.</summary>
internal sealed record ShelvedProduct(int Number, ShippedProduct Shipped, ProductText? Kept)
{
    public string Hash => Kept?.Hash ?? ProductShelf.Hash(Shipped.Text);
}

/// <summary>The products a viewer may offer: those that come with the product and his organisation's own.</summary>
internal static class ProductShelf
{
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>All texts, the newest of a code last.</summary>
    public static IReadOnlyList<ShelvedProduct> Of(ZhirongContext read, OriginationShelf shelf)
    {
        var own = (from text in read.Set<ProductText>() join product in read.Set<OwnProduct>() on text.ProductId equals product.Id orderby product.Code, product.Id, text.Number select text).AsNoTracking().ToList();
        return [.. shelf.Products.Select(p => new ShelvedProduct(0, p, null)), .. own.Select(Kept)];
    }

    /// <summary>The newest text of every code, by code.</summary>
    public static IReadOnlyList<ShelvedProduct> Newest(ZhirongContext read, OriginationShelf shelf) =>
        [.. Of(read, shelf).GroupBy(p => p.Shipped.Product.Id).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Last())];

    /// <summary>The text asked for, else the newest; null where there is none.</summary>
    public static ShelvedProduct? Find(ZhirongContext read, OriginationShelf shelf, string code, int? number = null)
    {
        var kept = (from text in read.Set<ProductText>() join product in read.Set<OwnProduct>() on text.ProductId equals product.Id where product.Code == code && (number == null || text.Number == number) orderby text.Number descending select text).AsNoTracking().FirstOrDefault();
        if (kept is not null)
        {
            return Kept(kept);
        }

        return number is null or 0 && shelf.Products.FirstOrDefault(p => p.Product.Id == code) is { } shipped ? new(0, shipped, null) : null;
    }

    private static ShelvedProduct Kept(ProductText text) => new(text.Number, ShippedProduct.Read(Encoding.UTF8.GetBytes(text.Text)).Value, text);
}
