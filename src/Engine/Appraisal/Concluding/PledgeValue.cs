using Zhirong.Engine.Appraisal.Discounting;
using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Concluding;

/// <summary>M12: what a lender would get for the pledge.</summary>
/// <param name="Value">质押价值 / 变现价值.</param>
/// <param name="Steps">Each factor.</param>
/// <param name="Inputs">Each factor with its origin.</param>
public sealed record PledgeWorth(Money Value, IReadOnlyList<Step> Steps, IReadOnlyList<AppraisalInput> Inputs);

/// <summary>Appraised value × P(valid) × (1 − fire-sale discount), discounted over the time it takes to sell.</summary>
public static class PledgeValue
{
    /// <param name="appraised">Unrounded appraised value in yuan.</param>
    /// <param name="valid">Probability that the right is still valid when it is sold.</param>
    /// <param name="fireSale">变现折扣, 0 to 1.</param>
    /// <param name="sellYears">Years until sold; null or 0: at once.</param>
    /// <param name="rate">Rate for that time; needed when there is a time.</param>
    public static Result<PledgeWorth> Of(decimal appraised, Figure valid, Figure fireSale, Figure? sellYears, Figure? rate)
    {
        foreach (var figure in new[] { valid, fireSale })
        {
            if (figure.Value is < 0 or > 1)
            {
                return AppraisalRefusals.OutOfRange(figure.Name, figure.Value, new("0 到 1", "0 to 1"));
            }
        }

        if (sellYears is { Value: < 0 or > 30 })
        {
            return AppraisalRefusals.OutOfRange(sellYears.Name, sellYears.Value, new("0 到 30 年", "0 to 30 years"));
        }

        if (sellYears is { Value: > 0 } && rate is null)
        {
            return AppraisalRefusals.Unknown("pledge.rate", new("变现期间的折现率", "a discount rate for the time to sell"));
        }

        if (rate is { Value: < 0 or > 2 })
        {
            return AppraisalRefusals.OutOfRange(rate.Name, rate.Value, new("0 到 2", "0 to 2"));
        }

        var factor = sellYears is null || rate is null ? 1m : DiscountFactor.Of(rate.Value, sellYears.Value);
        var value = appraised * valid.Value * (1 - fireSale.Value) * factor;
        return new PledgeWorth(Money.Rounded(value),
            [new(new("质押价值", "pledge value"), $"{Figure.Text(appraised)} × {Figure.Text(valid.Value)} × (1 − {Figure.Text(fireSale.Value)}) × {Figure.Text(factor)}", value)],
            [valid.Shown, fireSale.Shown, .. sellYears is null ? [] : new[] { sellYears.Shown }, .. rate is null ? [] : new[] { rate.Shown }]);
    }

    /// <summary>The appraised value a loan at a pledge rate implies: loan ÷ rate.</summary>
    public static decimal ImpliedAppraisal(Money loan, decimal pledgeRate)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pledgeRate);
        return loan.Yuan / pledgeRate;
    }

    /// <summary>Money raised ÷ appraised value; above 1 where others' guarantees stand behind it.</summary>
    public static decimal PledgeRate(Money raised, Money appraised)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(appraised.Fen);
        return raised.Yuan / appraised.Yuan;
    }
}
