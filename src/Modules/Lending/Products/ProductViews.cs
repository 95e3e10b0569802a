using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit;
using Zhirong.Engine.Credit.Products;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Products;

/// <summary>A product in the catalogue.</summary>
/// <param name="Number">Of its newest text; 0 is the one shipped.</param>
/// <param name="Least">In yuan, like <paramref name="Most"/>.</param>
/// <param name="Spread">Basis points over the loan prime rate of <paramref name="Lpr"/>.</param>
/// <param name="PledgeRate">A fraction of the appraised value; null: no appraisal is asked.</param>
/// <param name="FirstFund">What may be paid out before the pledge is registered, in yuan; null: nothing.</param>
public sealed record ProductRow(string Code, int Number, string Version, string Title, string Lender, string Summary, string Least, string Most, int LeastMonths, int MostMonths, string Lpr, string Spread, string Method, string Every, string Guarantee, string GuaranteeTitle, IReadOnlyList<string> Kinds, string? PledgeRate, string? FirstFund, bool Verified, bool Own, string? SavedAt, string? SavedBy)
{
    internal static ProductRow Of(ShelvedProduct shelved, Language language)
    {
        var (product, kinds) = (shelved.Shipped.Product, ProductFacts.Find("ip.kinds")!);
        var (terms, security) = (product.Terms, product.Security);
        return new(
            product.Id, shelved.Number, product.Version, product.Title.In(language), product.Lender.In(language), product.Summary.In(language), $"{terms.Least}", $"{terms.Most}", terms.LeastMonths, terms.MostMonths, LprTable.TenorWords[(int)terms.Lpr], Text(terms.SpreadBasisPoints), OrdinaryLoanTerms.MethodWords[(int)terms.Method], $"{terms.Every}", security.Guarantee,
            ProductFacts.Find("guarantee.kind")!.Word(security.Guarantee).In(language), [.. security.Kinds.Select(k => kinds.Word(k).In(language))], security.PledgeRate is { } rate ? Text(rate) : null, security.FirstFund is { } first ? $"{first}" : null, product.Verified, shelved.Kept is not null, shelved.Kept is { } kept ? Instant.Text(kept.SavedAt) : null, shelved.Kept?.SavedBy);
    }

    internal static string Text(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}

/// <summary>The catalogue.</summary>
public sealed record ProductList(IReadOnlyList<ProductRow> Rows);

/// <summary>A condition in words.</summary>
public sealed record ProductConditionView(string Id, string Title, string Wanted);

/// <summary>A fee.</summary>
/// <param name="Rate">A fraction of the principal; null where an amount in yuan is given.</param>
public sealed record ProductFeeView(string Id, string Title, string? Rate, string? Amount, bool PerYear, string Payer, string Source);

/// <summary>A text of a product.</summary>
public sealed record ProductVersionView(int Number, string Version, string Hash, int? Parent, string? Reason, string? SavedAt, string? SavedBy);

/// <summary>A fact products may ask for, as a form shows it.</summary>
/// <param name="Type"><c>number</c>, <c>date</c>, <c>flag</c>, <c>text</c>, <c>texts</c>.</param>
public sealed record ProductFactView(string Name, string Title, string Type, string Unit, IReadOnlyList<ProductWord> Values);

/// <summary>A word a fact may be.</summary>
public sealed record ProductWord(string Word, string Title);

/// <summary>A product as it is opened: its text, its conditions in words, its fees, what is not published.</summary>
public sealed record ProductDetail(ProductRow Row, string Text, string Hash, string Source, DateOnly Dated, IReadOnlyList<string> Open, IReadOnlyList<ProductConditionView> Conditions, IReadOnlyList<ProductFeeView> Fees, IReadOnlyList<ProductVersionView> Versions)
{
    internal static ProductDetail Of(ShelvedProduct shelved, IEnumerable<ShelvedProduct> texts, Language language)
    {
        var product = shelved.Shipped.Product;
        return new(
            ProductRow.Of(shelved, language), shelved.Shipped.Text, shelved.Hash, product.Source, product.Dated, [.. product.Open.Select(o => o.In(language))],
            [.. product.Conditions.Select(c => new ProductConditionView(c.Id, c.Title.In(language), ProductMatch.Wanted(c).In(language)))],
            [.. product.Fees.Select(f => new ProductFeeView(f.Id, f.Title.In(language), f.Rate is { } rate ? ProductRow.Text(rate) : null, f.Amount is { } amount ? $"{amount}" : null, f.PerYear, f.Payer, f.Source))],
            [.. texts.Select(t => new ProductVersionView(t.Number, t.Shipped.Product.Version, t.Hash, t.Kept?.Parent, t.Kept?.Reason, t.Kept is { } kept ? Instant.Text(kept.SavedAt) : null, t.Kept?.SavedBy))]);
    }
}
