using Zhirong.Engine.Appraisal.Discounting;
using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Parameters;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Engine.Appraisal.Reading;

/// <summary>Reads <c>discount</c>: one of the five ways.</summary>
internal static class DiscountReader
{
    public static DiscountRate? Read(FieldReader? reader, ParameterSet parameters, List<Refusal> refusals)
    {
        if (reader is null)
        {
            return null;
        }

        var way = reader.OneOf("way", DiscountRate.WayWords, required: true);
        var tax = reader.OneOf("tax", TermWords.TaxBases, required: true) == "after_tax" ? TaxBasis.AfterTax : TaxBasis.PreTax;
        var before = refusals.Count;
        Result<DiscountRate>? rate = way switch
        {
            "typed" => DiscountRate.Typed(FactFields.Needed(reader, "rate", refusals), tax),
            "industry" => DiscountRate.Industry(FactFields.Needed(reader, "mean", refusals), FactFields.Figure(reader, "adjustment", refusals), tax),
            "build_up" => BuildUp(reader, parameters, tax, refusals),
            "capital" => Capital(reader, refusals).Rate(tax),
            "asset_return" => Asset(reader, refusals).Rate(tax),
            _ => (Result<DiscountRate>?)null,
        };
        if (way is null)
        {
            FactFields.Ignore(reader);
        }

        reader.Finish();
        if (rate is { Ok: false } refused && refusals.Count == before)
        {
            refusals.AddRange(refused.Refusals.Select(r => r.At(reader.Line, reader.Column)));
        }

        return rate is { Ok: true } known ? known.Value : null;
    }

    private static Result<DiscountRate> BuildUp(FieldReader reader, ParameterSet parameters, TaxBasis tax, List<Refusal> refusals)
    {
        var (riskFree, cap) = (FactFields.Needed(reader, "risk_free", refusals, 0, 1), FactFields.Needed(reader, "cap", refusals, 0, 1));
        var specific = FactFields.Figure(reader, "specific", refusals, min: 0, max: 1);
        var scores = CardScores(reader.Map("scores", required: true), parameters.RiskCard, refusals);
        return RiskBuildUp.Of(parameters.RiskCard, scores, riskFree, cap, tax, specific, reader.Flag("quality") ?? true);
    }

    /// <summary>A score for each item of a card; keys that are no item are refused, items without a score are 待核实.</summary>
    public static List<Figure> CardScores(FieldReader? map, Weighing.ScoreCard card, List<Refusal> refusals)
    {
        var figures = new List<Figure>();
        foreach (var id in map is null ? [] : card.Leaves)
        {
            if (FactFields.Figure(map!, id, refusals, min: 0, max: 100) is { } score)
            {
                figures.Add(score);
            }
        }

        map?.Finish();
        return figures;
    }

    private static CapitalCost Capital(FieldReader reader, List<Refusal> refusals) => new()
    {
        RiskFree = FactFields.Needed(reader, "risk_free", refusals, 0, 1),
        Beta = FactFields.Needed(reader, "beta", refusals, 0, 10),
        MarketPremium = FactFields.Needed(reader, "market_premium", refusals, 0, 1),
        Specific = FactFields.Needed(reader, "specific", refusals, 0, 1),
        EquityShare = FactFields.Needed(reader, "equity_share", refusals, 0, 1),
        DebtRate = FactFields.Needed(reader, "debt_rate", refusals, 0, 1),
        Tax = FactFields.Needed(reader, "tax_rate", refusals, 0, 0.99m),
    };

    private static AssetReturn Asset(FieldReader reader, List<Refusal> refusals) => new()
    {
        Capital = Capital(reader, refusals),
        WorkingShare = FactFields.Needed(reader, "working_share", refusals, 0, 1),
        WorkingReturn = FactFields.Needed(reader, "working_return", refusals, 0, 1),
        FixedShare = FactFields.Needed(reader, "fixed_share", refusals, 0, 1),
        FixedReturn = FactFields.Needed(reader, "fixed_return", refusals, 0, 1),
    };
}
