using Zhirong.Engine.Appraisal.Discounting;
using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Life;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Income;

/// <summary>One fee a licence contract promises.</summary>
public sealed record ContractFee(DateOnly Due, Money Fee);

/// <summary>许可应收款: fees promised by a contract, with the debtor's credit.</summary>
public sealed record ContractCase : IMethodCase
{
    public required string Id { get; init; }

    public required IReadOnlyList<ContractFee> Fees { get; init; }

    public required Origin Origin { get; init; }

    public required DiscountRate Discount { get; init; }

    /// <summary>The debtor's yearly default rate, a fraction.</summary>
    public required Figure DefaultRate { get; init; }

    /// <summary>Part of a fee recovered after a default.</summary>
    public required Figure Recovery { get; init; }

    public Method Method => Method.ContractFlow;

    public IReadOnlyList<QualityUse> QualityUses => Discount.MovedByQuality ? [QualityUse.Rate] : [];

    public Result<MethodValue> Value(AppraisalTerms terms) => ContractFlow.Value(this, terms);
}

/// <summary>Each fee × (chance that the debtor pays + recovery when he does not) × discount factor of its own day (ACT/365).</summary>
public static class ContractFlow
{
    public static Result<MethodValue> Value(ContractCase of, AppraisalTerms terms)
    {
        foreach (var figure in new[] { of.DefaultRate, of.Recovery })
        {
            if (figure.Value is < 0 or > 1)
            {
                return AppraisalRefusals.OutOfRange(figure.Name, figure.Value, new("0 到 1", "0 to 1"));
            }
        }

        var flows = new List<CashFlow>();
        var at = terms.BaseDate;
        foreach (var fee in of.Fees.Where(f => f.Due > terms.BaseDate).OrderBy(f => f.Due))
        {
            var years = EconomicLife.YearsBetween(terms.BaseDate, fee.Due);
            var survives = of.DefaultRate.Value == 1 ? 0 : 1m / DiscountFactor.Of(-of.DefaultRate.Value, years);
            var kept = survives + ((1 - survives) * of.Recovery.Value);
            var factor = DiscountFactor.Of(of.Discount.Rate, years);
            flows.Add(new(flows.Count + 1, fee.Due.Year, EconomicLife.YearsBetween(at, fee.Due), years, fee.Fee.Yuan, 1, kept, factor, fee.Fee.Yuan * kept * factor));
            at = fee.Due;
        }

        if (flows.Count == 0)
        {
            return AppraisalRefusals.NoIncome("fees");
        }

        List<AppraisalInput> inputs = [.. of.Fees.Select(f => new AppraisalInput($"fees.{f.Due:yyyy-MM-dd}", f.Fee.ToString(), of.Origin)), of.DefaultRate.Shown, of.Recovery.Shown, .. of.Discount.Inputs];
        return MethodValue.Of(of.Id, of.Method, terms, flows.Sum(f => f.PresentValue), inputs) with { CashFlows = flows, Steps = of.Discount.Steps, Horizon = flows[^1].Time };
    }
}
