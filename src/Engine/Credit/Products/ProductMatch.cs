using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Schemes;
using Zhirong.Engine.Rules.Subsidies;

namespace Zhirong.Engine.Credit.Products;

/// <summary>Whether a firm can have a product.</summary>
public enum ProductFit
{
    /// <summary>Every condition is known to hold.</summary>
    Eligible,

    /// <summary>待核实: none is known to fail, but not all are known.</summary>
    Unknown,

    /// <summary>A condition is known to fail.</summary>
    Refused,
}

/// <summary>A product held against a firm.</summary>
/// <param name="Conditions">All of them, in the product's order.</param>
/// <param name="Quote">What it costs; null where it is refused or no rate is known.</param>
/// <param name="Rank">From 1 among the eligible; null for others.</param>
public sealed record ProductAnswer(LoanProduct Product, ProductFit Fit, IReadOnlyList<ConditionOutcome> Conditions, ProductQuote? Quote, int? Rank)
{
    public static IReadOnlyList<string> FitWords { get; } = ["eligible", "unknown", "refused"];

    /// <summary>The conditions known to fail.</summary>
    public IEnumerable<ConditionOutcome> Failed => Conditions.Where(c => c.Holds == false);
}

/// <summary>
/// 产品匹配: which products a firm can have, the cheapest first by its all-in cost after aid; for every other the conditions that fail
/// with what is needed and what is there. A pure function of products, aid rules and facts.
/// </summary>
public static class ProductMatch
{
    /// <summary>
    /// Eligible products by rising cost after the aid that would be granted, then by yuan, then by id; then those with something unknown, then
    /// the refused with the fewest failing conditions first.
    /// </summary>
    /// <param name="products">Those offered on the day; others are passed over.</param>
    /// <param name="asked">The firm and what it asks for.</param>
    /// <param name="market">Rates and aid.</param>
    public static IReadOnlyList<ProductAnswer> Of(IReadOnlyList<LoanProduct> products, ProductCase asked, ProductMarket market)
    {
        var answers = products.Where(p => p.OfferedOn(asked.Day)).Select(p => Held(p, asked, market)).ToList();
        var eligible = answers.Where(a => a.Fit == ProductFit.Eligible).OrderBy(a => a.Quote?.Ranked ?? decimal.MaxValue).ThenBy(a => a.Quote?.RankedTotal.Fen ?? long.MaxValue).ThenBy(a => a.Product.Id, StringComparer.Ordinal).Select((a, i) => a with { Rank = i + 1 });
        return
        [
            .. eligible,
            .. answers.Where(a => a.Fit == ProductFit.Unknown).OrderBy(a => a.Quote?.Ranked ?? decimal.MaxValue).ThenBy(a => a.Product.Id, StringComparer.Ordinal),
            .. answers.Where(a => a.Fit == ProductFit.Refused).OrderBy(a => a.Failed.Count()).ThenBy(a => a.Product.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>One product held against a firm, without a rank.</summary>
    public static ProductAnswer Held(LoanProduct product, ProductCase asked, ProductMarket market)
    {
        var conditions = Conditions(product, asked);
        var fit = conditions.Any(c => c.Holds == false) ? ProductFit.Refused : conditions.Any(c => c.Holds is null) ? ProductFit.Unknown : ProductFit.Eligible;
        return new(product, fit, conditions, fit == ProductFit.Refused ? null : ProductQuote.Of(product, asked, market), null);
    }

    /// <summary>How every condition of a product comes out, in its order.</summary>
    public static IReadOnlyList<ConditionOutcome> Conditions(LoanProduct product, ProductCase asked) => [.. product.Conditions.Select(c => ProductConditions.Of(c, asked))];

    /// <summary>What a condition needs, for catalogues.</summary>
    public static Words Wanted(ProductCondition condition) => ProductConditions.Wanted(condition);
}

/// <summary>What a quote is made with beside the product.</summary>
/// <param name="Lpr">The quotes in force, one a tenor; a tenor that is not there has no quote.</param>
/// <param name="Aid">Rules of aid, all jurisdictions; each is held against the firm's region.</param>
/// <param name="Published">Reference rates for rules of aid.</param>
/// <param name="AidUsed">Whether the firm has used caps of aid before: false means none, null not known.</param>
public sealed record ProductMarket(IReadOnlyDictionary<LprTenor, LprQuote> Lpr, IReadOnlyList<SubsidyRule> Aid, IReferenceRates Published, bool? AidUsed);
