using System.Text.Json.Nodes;
using Zhirong.Modules.Assets.UseCases;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Valuation.Diligence;

/// <summary>A firm's products as those of a request; a firm without products in the register has unknown ones.</summary>
internal static class ProductFacts
{
    /// <param name="firm">With its products.</param>
    /// <param name="rights">Those of the case; others a product uses are left out.</param>
    /// <param name="day">Income known by then counts.</param>
    public static JsonObject? Of(FirmProfile firm, IReadOnlyList<Guid> rights, DateOnly day)
    {
        if (firm.Products.Count == 0)
        {
            return null;
        }

        var within = rights.ToHashSet();
        return new()
        {
            ["source"] = "登记簿的产品资料",
            ["items"] = new JsonArray([.. firm.Products.Select(p => new JsonObject
            {
                ["id"] = $"{p.Id}",
                ["zh"] = p.Name,
                ["rights"] = new JsonArray([.. p.Rights.Where(within.Contains).Select(r => JsonValue.Create($"{r}"))]),
                ["income"] = Income(p, day),
            })]),
        };
    }

    private static JsonObject? Income(ProductView product, DateOnly day)
    {
        var known = product.Income.Where(i => i.AsOf <= day && i.Year is >= 1990 and <= 2199).OrderBy(i => i.Year).ToList();
        return known.Count == 0 ? null : new()
        {
            ["source"] = string.Join("、", known.Select(i => i.Source).Distinct(StringComparer.Ordinal)),
            ["date"] = RowValues.Of(known.Max(i => i.AsOf)),
            ["items"] = new JsonArray([.. known.Select(i => new JsonObject { ["year"] = i.Year, ["revenue"] = i.Revenue, ["profit"] = i.Profit is { } profit && !profit.StartsWith('-') ? profit : null })]),
        };
    }
}
