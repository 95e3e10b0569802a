using Zhirong.Engine.Appraisal.Cost;
using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Market;
using Zhirong.Engine.Appraisal.Options;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Engine.Appraisal.Reading;

/// <summary>Reads one entry of <c>methods</c>.</summary>
internal static class MethodReader
{
    private const decimal Most = 1_000_000_000_000m;

    public static IMethodCase? Read(FieldReader reader, RequestContext context, List<Refusal> refusals)
    {
        var id = FileFields.Id(reader, refusals);
        var word = reader.OneOf("method", Methods.Words, required: true);
        var before = refusals.Count;
        if (word is null)
        {
            FactFields.Ignore(reader);
            return null;
        }

        var method = Methods.Read(word)!.Value;
        IMethodCase? made = method switch
        {
            Method.RevenueShare or Method.ProfitShare or Method.ExcessEarnings => IncomeReader.Read(method, id, reader, context, refusals),
            Method.ContractFlow => IncomeReader.Contract(id, reader, context, refusals),
            Method.Replacement => Replacement(id, reader, refusals),
            Method.Multiplier => Multiplier(id, reader, refusals),
            Method.DataCost => new DataCostCase { Id = id, TotalCost = Amount(reader, "total_cost", refusals), Return = FactFields.Needed(reader, "return", refusals, 0, 100), Utility = FactFields.Needed(reader, "utility", refusals, 0, 1000) },
            Method.Comparables => Comparables(id, reader, context, refusals),
            Method.RealOption => RealOption(id, reader, refusals),
            Method.ResearchOption => ResearchReader.Read(id, reader, refusals),
            _ => Renewal(id, reader, context, refusals),
        };
        return refusals.Count == before ? made : null;
    }

    private static Figure Amount(FieldReader reader, string key, List<Refusal> refusals) => FactFields.Needed(reader, key, refusals, 0, Most);

    private static ReplacementCase Replacement(string id, FieldReader reader, List<Refusal> refusals) => new()
    {
        Id = id,
        Direct = Amount(reader, "direct", refusals),
        Indirect = Amount(reader, "indirect", refusals),
        CapitalRate = FactFields.Needed(reader, "capital_rate", refusals, 0, 1),
        CapitalYears = FactFields.Needed(reader, "capital_years", refusals, 0, 100),
        ProfitRate = FactFields.Needed(reader, "profit_rate", refusals, 0, 10),
        UsedYears = FactFields.Needed(reader, "used_years", refusals, 0, 100),
        RemainingYears = FactFields.Needed(reader, "remaining_years", refusals, 0, 100),
    };

    private static MultiplierCase Multiplier(string id, FieldReader reader, List<Refusal> refusals) => new()
    {
        Id = id,
        Material = Amount(reader, "material", refusals),
        Labour = Amount(reader, "labour", refusals),
        LabourFactor = FactFields.Needed(reader, "labour_factor", refusals, 0, 100),
        Risk = FactFields.Needed(reader, "risk", refusals, 0, 0.99m),
        Return = FactFields.Needed(reader, "return", refusals, 0, 100),
        // Which of two published signs is meant has to be said.
        Sign = reader.OneOf("risk_sign", ["deducted", "added"], required: true) == "added" ? ResearchRisk.Added : ResearchRisk.Deducted,
    };

    private static ComparablesCase Comparables(string id, FieldReader reader, RequestContext context, List<Refusal> refusals) => new()
    {
        Id = id,
        FewestDeals = context.Parameters.Policy.FewestDeals,
        Deals = FileFields.Items(reader, "deals", refusals, deal => new ComparableDeal(
            FileFields.Id(deal, refusals),
            Amount(deal, "price", refusals),
            FactFields.Needed(deal, "weight", refusals, 0, 1),
            FileFields.Items(deal, "compare", refusals,
                item => new Comparison(FileFields.Id(item, refusals, "factor"), item.Ratio("subject", 0.000001m, Most, required: true) ?? 1, item.Ratio("deal", 0.000001m, Most, required: true) ?? 1), max: 40, named: "factor")), required: true, max: 200),
    };

    private static RealOptionCase RealOption(string id, FieldReader reader, List<Refusal> refusals)
    {
        var model = reader.OneOf("model", RealOptionCase.ModelWords, required: true);
        var side = reader.OneOf("side", ["call", "put"]);
        return new()
        {
            Id = id,
            Model = model is null ? OptionModel.BlackScholes : (OptionModel)RealOptionCase.ModelWords.ToList().IndexOf(model),
            Side = side == "put" ? OptionSide.Put : OptionSide.Call,
            Worth = FactFields.Needed(reader, "worth", refusals, 0.01m, Most),
            Investment = FactFields.Needed(reader, "investment", refusals, 0.01m, Most),
            Years = FactFields.Needed(reader, "years", refusals, 0.01m, 100),
            Rate = FactFields.Needed(reader, "rate", refusals, 0, 1),
            Volatility = FactFields.Needed(reader, "volatility", refusals, 0.01m, 5),
            Yield = FactFields.Figure(reader, "yield", refusals, min: 0, max: 1),
            Steps = reader.Whole("steps", 1, 5000) ?? (model == "simulation" ? 50 : 500),
            Paths = reader.Whole("paths", 1000, 1_000_000) ?? 100_000,
            Seed = (ulong)(reader.Whole("seed", 0, int.MaxValue) ?? 1),
        };
    }

    private static RenewalCase? Renewal(string id, FieldReader reader, RequestContext context, List<Refusal> refusals)
    {
        var word = reader.OneOf("fees", [.. context.Parameters.Fees.Select(f => f.Id)], required: true);
        var table = context.Parameters.Fees.FirstOrDefault(f => f.Id == word);
        var (paid, decay, rate) = (FactFields.Needed(reader, "years_paid", refusals, 1, 100), FactFields.Needed(reader, "decay", refusals, 0.01m, 1), FactFields.Needed(reader, "rate", refusals, 0, 2));
        return table is null ? null : new() { Id = id, Table = table, YearsPaid = paid, Decay = decay, Discount = rate };
    }
}
