using Zhirong.Engine.Appraisal.Discounting;
using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Life;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Income;

/// <summary>An income to be discounted: forecast, share, tax, rate and life.</summary>
public sealed record IncomeCase : IMethodCase
{
    public required string Id { get; init; }

    public required Method Method { get; init; }

    public required IncomeForecast Forecast { get; init; }

    public required ShareRate Share { get; init; }

    public required DiscountRate Discount { get; init; }

    public required EconomicLife Life { get; init; }

    /// <summary>Income tax taken off the right's income here; null leaves the income as it is.</summary>
    public Figure? Tax { get; init; }

    /// <summary>The basis of the forecast itself, before <see cref="Tax"/> is taken.</summary>
    public TaxBasis ForecastTax { get; init; } = TaxBasis.PreTax;

    /// <summary>Years over which a buyer writes the value off for tax; null adds no 税务摊销收益.</summary>
    public int? AmortisationYears { get; init; }

    /// <summary>The basis of what is discounted.</summary>
    public TaxBasis IncomeTax => Tax is null ? ForecastTax : TaxBasis.AfterTax;

    public IReadOnlyList<QualityUse> QualityUses => [.. Share.MovedByQuality ? new[] { QualityUse.Share } : [], .. Discount.MovedByQuality ? new[] { QualityUse.Rate } : []];

    public Result<MethodValue> Value(AppraisalTerms terms) => IncomeMethod.Value(this, terms);
}

/// <summary>M1, M2 and M3: <c>P = Σ income × share × (1 − tax) ÷ (1 + r)^t</c> over the life.</summary>
public static class IncomeMethod
{
    /// <summary>Refuses a rate on another tax basis than the income (VAL-0201) and a share of another measure (VAL-0202).</summary>
    public static Result<MethodValue> Value(IncomeCase of, AppraisalTerms terms)
    {
        var refusals = Guards(of);
        if (refusals.Count > 0)
        {
            return Result<MethodValue>.Refused(refusals);
        }

        var kept = 1 - (of.Tax?.Value ?? 0);
        var flows = new List<CashFlow>();
        foreach (var period in TimeAxis.Of(terms.BaseDate, of.Life.Years, terms.Timing))
        {
            if (of.Forecast.In(period.Year) is not { } yearly)
            {
                continue;
            }

            var income = yearly * period.Length;
            var (share, factor) = (of.Share.In(period.Number), DiscountFactor.Of(of.Discount.Rate, period.Time));
            flows.Add(new(period.Number, period.Year, period.Length, period.Time, income, share, kept, factor, income * share * kept * factor));
        }

        if (flows.Count == 0)
        {
            return AppraisalRefusals.NoIncome(of.Forecast.Name);
        }

        var sum = flows.Sum(f => f.PresentValue);
        var steps = new List<Step>([.. of.Share.Steps, .. of.Discount.Steps, new(new("现值合计", "sum of present values"), "Σ", sum)]);
        if (of.AmortisationYears is { } years)
        {
            var factor = DiscountFactor.AmortisationBenefit(of.Tax?.Value ?? 0, of.Discount.Rate, years, terms.Timing);
            steps.Add(new(new("税务摊销收益系数", "factor of the tax amortisation benefit"), $"1 ÷ (1 − τ·AF ÷ {years})", factor));
            sum *= factor;
        }

        var value = MethodValue.Of(of.Id, of.Method, terms, sum, Inputs(of));
        return value with { CashFlows = flows, Steps = steps, Horizon = flows.Sum(f => f.Length), Warnings = [.. value.Warnings, .. Trimmed(of, flows[^1].Year, terms)] };
    }

    private static List<Refusal> Guards(IncomeCase of)
    {
        var refusals = new List<Refusal>();
        if (of.Tax is { Value: < 0 or >= 1 } tax)
        {
            refusals.Add(AppraisalRefusals.OutOfRange(tax.Name, tax.Value, new("不小于 0、小于 1 的税率", "a tax rate from 0 to below 1")));
        }

        if (of.Discount.Tax != of.IncomeTax)
        {
            refusals.Add(AppraisalRefusals.TaxMismatch(of.IncomeTax, of.Discount.Tax));
        }

        if (of.Share.Of != of.Forecast.Measure)
        {
            refusals.Add(AppraisalRefusals.ShareOfOther(IncomeForecast.Title(of.Share.Of).Zh, IncomeForecast.Title(of.Forecast.Measure).Zh));
        }

        return refusals;
    }

    private static List<AppraisalInput> Inputs(IncomeCase of)
    {
        List<AppraisalInput> inputs = [.. of.Forecast.Shown, .. of.Share.Inputs, .. of.Discount.Inputs, .. of.Life.Inputs];
        if (of.Tax is { } tax)
        {
            inputs.Add(tax.Shown);
        }

        return [.. inputs.DistinctBy(i => (i.Name, i.Value))];
    }

    private static IEnumerable<Refusal> Trimmed(IncomeCase of, int lastUsed, AppraisalTerms terms)
    {
        if (of.Forecast.LastYear > lastUsed)
        {
            yield return AppraisalRefusals.BeyondLife(of.Forecast.LastYear, of.Life.Years);
        }

        if (TimeAxis.Of(terms.BaseDate, of.Life.Years, terms.Timing)[^1].Year > of.Forecast.LastYear)
        {
            yield return AppraisalRefusals.ForecastShort(of.Forecast.LastYear, of.Life.Years);
        }
    }
}
