using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Income;
using Zhirong.Engine.Appraisal.Parameters;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Engine.Appraisal.Reading;

/// <summary>Reads the income methods: forecast, share, tax.</summary>
internal static class IncomeReader
{
    private const decimal Most = 1_000_000_000_000m;
    private static readonly string[] Ways = ["typed", "interval", "third", "quarter", "equivalent_investment"];

    /// <summary>Null where a field was refused; without a discount rate or a life the method stays open.</summary>
    public static IMethodCase? Read(Method method, string id, FieldReader reader, RequestContext context, List<Refusal> refusals)
    {
        var before = refusals.Count;
        var measure = method switch { Method.RevenueShare => IncomeMeasure.Revenue, Method.ProfitShare => IncomeMeasure.Profit, _ => IncomeMeasure.Excess };
        var forecast = reader.Map("income", required: true) is { } income ? Forecast(income, measure, refusals) : null;
        var share = method == Method.ExcessEarnings ? ShareRate.Whole(measure) : Share(reader.Map("share", required: true), measure, context.Parameters, refusals);
        var tax = FactFields.Figure(reader, "tax", refusals, min: 0, max: 0.99m);
        var amortisation = reader.Whole("amortisation_years", 1, 50);
        var discount = reader.Has("discount") ? DiscountReader.Read(reader.Map("discount"), context.Parameters, refusals) : context.Discount;
        var incomeTax = reader.OneOf("income_tax", TermWords.TaxBases) == "after_tax" ? TaxBasis.AfterTax : TaxBasis.PreTax;
        if (refusals.Count > before || forecast is null || share is null)
        {
            return null;
        }

        if (discount is null || !context.Life.Ok)
        {
            var unknown = new List<Refusal>(context.Life.Refusals);
            if (discount is null)
            {
                unknown.Add(AppraisalRefusals.Unknown($"{reader.Path}.discount", new("折现率", "a discount rate")));
            }

            return new OpenCase(id, method, unknown);
        }

        return new IncomeCase { Id = id, Method = method, Forecast = forecast, Share = share, Discount = discount, Life = context.Life.Value, Tax = tax, ForecastTax = incomeTax, AmortisationYears = amortisation };
    }

    /// <summary>Figures by year, or a revenue that grows at a fading rate.</summary>
    public static IncomeForecast? Forecast(FieldReader income, IncomeMeasure measure, List<Refusal> refusals)
    {
        var first = income.Whole("first_year", 1990, 2199, required: true) ?? 2000;
        (ForecastGrowth Growth, int Years)? growth = income.Has("growth") ? Growing(income) : null;
        IReadOnlyList<decimal> yearly = growth is { } grows ? Grown(income, grows, refusals) : FactFields.Numbers(income, "yearly", -Most, Most, refusals, required: true, most: 100);
        var origin = FactFields.Origin(income);
        income.Finish();
        return yearly.Count == 0 ? null : new(income.Path, first, yearly, measure, origin) { Growth = growth?.Growth };
    }

    private static (ForecastGrowth Growth, int Years) Growing(FieldReader income)
    {
        var (last, growth) = (income.Ratio("last", 0, Most, required: true) ?? 0, income.Ratio("growth", -0.99m, 10, required: true) ?? 0);
        var (fade, erosion) = (income.Ratio("fade", 0, 1) ?? 1, income.Ratio("erosion", 0, 0.5m) ?? 0);
        return (new(last, growth, fade, erosion), income.Whole("years", 1, 100, required: true) ?? 1);
    }

    private static IReadOnlyList<decimal> Grown(FieldReader income, (ForecastGrowth Growth, int Years) grows, List<Refusal> refusals)
    {
        // The last year of steady growth bounds all others, so that no figure leaves the range of decimals.
        if ((double)grows.Growth.Last * Math.Pow(1 + Math.Max(0, (double)grows.Growth.Growth), grows.Years) > (double)Most)
        {
            refusals.Add(AppraisalRefusals.OutOfRange(income.Join("growth"), grows.Growth.Growth, new($"每年收益不超过 {Most}", $"no year above {Most}")).At(income.Line, income.Column));
            return [];
        }

        return grows.Growth.Yearly(grows.Years);
    }

    private static ShareRate? Share(FieldReader? reader, IncomeMeasure measure, ParameterSet parameters, List<Refusal> refusals)
    {
        if (reader is null)
        {
            return null;
        }

        var way = reader.OneOf("way", Ways, required: true);
        // The measure the share is said to be of; a share of profit on revenue is refused by the method's guard.
        var of = reader.OneOf("of", IncomeForecast.MeasureWords) is { } word ? (IncomeMeasure)IncomeForecast.MeasureWords.ToList().IndexOf(word) : measure;
        var before = refusals.Count;
        Result<ShareRate>? share = way switch
        {
            "typed" => ShareRate.Typed(FactFields.Needed(reader, "rate", refusals, 0, 1), of),
            "interval" => Interval(reader, of, parameters, refusals),
            "third" => ShareRate.PartOfProfit(3),
            "quarter" => ShareRate.PartOfProfit(4),
            "equivalent_investment" => ShareRate.EquivalentInvestment(
                FactFields.Needed(reader, "right_cost", refusals, 0, Most), FactFields.Needed(reader, "right_return", refusals, 0, 1000),
                FactFields.Needed(reader, "other_cost", refusals, 0, Most), FactFields.Needed(reader, "other_return", refusals, 0, 1000)),
            _ => (Result<ShareRate>?)null,
        };
        var decline = reader.Ratio("decline", 0, 1) ?? 0;
        if (way is null)
        {
            FactFields.Ignore(reader);
        }

        reader.Finish();
        if (share is { Ok: false } refused && refusals.Count == before)
        {
            refusals.AddRange(refused.Refusals.Select(r => r.At(reader.Line, reader.Column)));
        }

        return share is { Ok: true } known ? known.Value with { YearlyDecline = decline } : null;
    }

    private static Result<ShareRate> Interval(FieldReader reader, IncomeMeasure of, ParameterSet parameters, List<Refusal> refusals)
    {
        Figure least, most;
        if (reader.Has("industry"))
        {
            var industry = reader.OneOf("industry", [.. parameters.Royalties.Industries.Select(i => i.Id)]);
            var row = parameters.Royalties.Industries.FirstOrDefault(i => i.Id == industry) ?? parameters.Royalties.Industries[0];
            (least, most) = (new(reader.Join("least"), row.Least, parameters.Royalties.Origin), new(reader.Join("most"), row.Most, parameters.Royalties.Origin));
        }
        else
        {
            (least, most) = (FactFields.Needed(reader, "least", refusals, 0, 1), FactFields.Needed(reader, "most", refusals, 0, 1));
        }

        var scores = DiscountReader.CardScores(reader.Map("scores", required: true), parameters.ShareCard, refusals);
        return ShareRate.Interval(least, most, of, parameters.ShareCard, scores);
    }

    public static ContractCase? Contract(string id, FieldReader reader, RequestContext context, List<Refusal> refusals)
    {
        var before = refusals.Count;
        var fees = new List<ContractFee>();
        var nodes = reader.List("fees", required: true);
        for (var i = 0; i < Math.Min(nodes.Count, 1000); i++)
        {
            if (FieldReader.Open(nodes[i], $"{reader.Join("fees")}.{i}", refusals) is { } fee)
            {
                var (due, amount) = (fee.Date("due", required: true), fee.Money("amount", required: true));
                fees.Add(new(due ?? DateOnly.MinValue, amount ?? Money.Zero));
                fee.Finish();
            }
        }

        var origin = FactFields.Origin(reader);
        var (defaults, recovery) = (FactFields.Needed(reader, "default_rate", refusals, 0, 1), FactFields.Needed(reader, "recovery", refusals, 0, 1));
        var discount = reader.Has("discount") ? DiscountReader.Read(reader.Map("discount"), context.Parameters, refusals) : context.Discount;
        if (discount is null && refusals.Count == before)
        {
            refusals.Add(AppraisalRefusals.Unknown($"{reader.Path}.discount", new("折现率", "a discount rate")).At(reader.Line, reader.Column));
        }

        return refusals.Count > before ? null : new() { Id = id, Fees = fees, Origin = origin, Discount = discount!, DefaultRate = defaults, Recovery = recovery };
    }
}
