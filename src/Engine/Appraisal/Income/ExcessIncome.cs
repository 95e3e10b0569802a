using Zhirong.Engine.Appraisal.Facts;

namespace Zhirong.Engine.Appraisal.Income;

/// <summary>超额收益: what a year earns more with the right than without it.</summary>
public static class ExcessIncome
{
    /// <summary>(P₂ − P₁) × Q: the same pieces at a better price.</summary>
    public static decimal ByPrice(decimal priceWith, decimal priceWithout, decimal quantity) => (priceWith - priceWithout) * quantity;

    /// <summary>(Q₂ − Q₁) × (P − C): more pieces at the same margin.</summary>
    public static decimal ByVolume(decimal quantityWith, decimal quantityWithout, decimal price, decimal unitCost) => (quantityWith - quantityWithout) * (price - unitCost);

    /// <summary>(C₁ − C₂) × Q: the same pieces made for less.</summary>
    public static decimal BySaving(decimal costWithout, decimal costWith, decimal quantity) => (costWithout - costWith) * quantity;

    /// <summary>The same excess in every year of a forecast, before tax.</summary>
    public static IncomeForecast Level(string name, int firstYear, int years, decimal yearly, Origin origin) =>
        new(name, firstYear, [.. Enumerable.Repeat(yearly, years)], IncomeMeasure.Excess, origin);
}
