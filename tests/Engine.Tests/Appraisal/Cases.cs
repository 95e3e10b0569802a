using System.Text.Json;
using Zhirong.Engine.Appraisal.Discounting;
using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Income;
using Zhirong.Engine.Appraisal.Life;

namespace Zhirong.Engine.Tests.Appraisal;

/// <summary>Cases of the golden file as the engine's inputs; its amounts in 万元 are taken as yuan here.</summary>
internal static class Cases
{
    public static JsonElement Golden { get; } = Repo.Golden("valuation.json");

    public static Origin Source { get; } = new(OriginKind.Published, "tests/golden/valuation.json");

    public static DateOnly YearEnd { get; } = new(2025, 12, 31);

    public static AppraisalTerms Terms(TimingConvention timing = TimingConvention.EndOfPeriod) => new(YearEnd, ValueStandard.Market, Purpose.Pledge, timing);

    public static Figure F(string name, decimal value) => new(name, value, Source);

    public static decimal D(JsonElement element) => element.GetDecimal();

    public static decimal[] Ds(JsonElement element) => [.. element.EnumerateArray().Select(D)];

    public static EconomicLife Life(decimal years) => EconomicLife.Of(F("life.legal", years), null, null).Value;

    public static DiscountRate Rate(decimal rate, TaxBasis tax) => DiscountRate.Typed(F("discount.rate", rate), tax).Value;

    public static IncomeForecast Forecast(IncomeMeasure measure, params decimal[] yearly) => new("income", 2026, yearly, measure, Source);

    /// <summary>Relief from royalty of the golden file: six years at 3 %, 18 %.</summary>
    public static IncomeCase Royalty(bool afterTax = true)
    {
        var g = Golden.GetProperty("rfr");
        return new()
        {
            Id = "rfr",
            Method = Method.RevenueShare,
            Forecast = Forecast(IncomeMeasure.Revenue, Ds(g.GetProperty("revenue"))),
            Share = ShareRate.Typed(F("share.rate", D(g.GetProperty("k"))), IncomeMeasure.Revenue).Value,
            Discount = Rate(D(g.GetProperty("r")), afterTax ? TaxBasis.AfterTax : TaxBasis.PreTax),
            Life = Life(6),
            Tax = afterTax ? F("tax", D(g.GetProperty("tax"))) : null,
        };
    }

    public static IncomeCase Profit(ShareRate share, decimal rate, params decimal[] profits) => new()
    {
        Id = "profit",
        Method = Method.ProfitShare,
        Forecast = Forecast(IncomeMeasure.Profit, profits),
        Share = share,
        Discount = Rate(rate, TaxBasis.AfterTax),
        Life = Life(profits.Length),
        ForecastTax = TaxBasis.AfterTax,
    };

    public static IncomeCase Excess(decimal rate, Figure? tax, params decimal[] yearly) => new()
    {
        Id = "excess",
        Method = Method.ExcessEarnings,
        Forecast = Forecast(IncomeMeasure.Excess, yearly),
        Share = ShareRate.Whole(IncomeMeasure.Excess),
        Discount = Rate(rate, tax is null ? TaxBasis.PreTax : TaxBasis.AfterTax),
        Life = Life(yearly.Length),
        Tax = tax,
    };

    public static void Near(decimal wanted, decimal found, decimal within = 0.000001m) =>
        Xunit.Assert.True(Math.Abs(wanted - found) <= within, $"wanted {wanted}, found {found}, may differ by {within}");

    public static void Near(double wanted, double found, double within) =>
        Xunit.Assert.True(Math.Abs(wanted - found) <= within, $"wanted {wanted}, found {found}, may differ by {within}");
}
