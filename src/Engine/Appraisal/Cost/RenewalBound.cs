using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Options;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Cost;

/// <summary>Fees of a right by year of its life, as a table of steps.</summary>
/// <param name="Id">Name and version of the table.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Fees">Fee in yuan for year 1, 2, …; the last year is the end of the term.</param>
public sealed record FeeTable(string Id, string Source, IReadOnlyList<decimal> Fees);

/// <summary>
/// M8: an owner pays a year's fee only while the right earns at least that (Pakes 1986, Schankerman and Pakes 1986), so the
/// fees paid show the least it can earn.
/// </summary>
public static class RenewalBound
{
    /// <summary>How long it pays to keep a right that earns <paramref name="firstReturn"/> in its first year, and what that is worth.</summary>
    /// <param name="table">The fees.</param>
    /// <param name="firstReturn">r₀, yuan.</param>
    /// <param name="decay">d: the return of a year is d times the year before.</param>
    /// <param name="discount">Rate a year.</param>
    public static (int Years, decimal Value) Kept(FeeTable table, decimal firstReturn, decimal decay, decimal discount)
    {
        var (years, value, income, factor) = (0, 0m, firstReturn, 1m);
        foreach (var fee in table.Fees)
        {
            if (income < fee)
            {
                break;
            }

            value += (income - fee) * factor;
            years++;
            income *= decay;
            factor /= 1 + discount;
        }

        return (years, value);
    }

    /// <summary>The least first return for which paying the first <paramref name="years"/> fees made sense: max c_t ÷ d^(t−1).</summary>
    public static decimal LeastFirstReturn(FeeTable table, int years, decimal decay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(years, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(years, table.Fees.Count);
        var (least, power) = (0m, 1m);
        for (var t = 0; t < years; t++)
        {
            least = Math.Max(least, table.Fees[t] / power);
            power *= decay;
        }

        return least;
    }

    /// <summary>Part of rights kept for so many years when first returns are lognormal: an estimate.</summary>
    public static double ShareKept(FeeTable table, int years, decimal decay, double mu, double sigma) =>
        1 - NormalCurve.Cdf((Math.Log((double)LeastFirstReturn(table, years, decay)) - mu) / sigma);

    /// <summary>The lower bound as a value: what is left from the year after the last fee paid, at the least return those fees show.</summary>
    /// <param name="id">Name of this run.</param>
    /// <param name="terms">The appraisal's terms.</param>
    /// <param name="table">The fees.</param>
    /// <param name="yearsPaid">Years whose fees were paid.</param>
    /// <param name="decay">d.</param>
    /// <param name="discount">Rate a year.</param>
    public static Result<MethodValue> Value(string id, AppraisalTerms terms, FeeTable table, Figure yearsPaid, Figure decay, Figure discount)
    {
        if (yearsPaid.Value < 1 || yearsPaid.Value > table.Fees.Count || yearsPaid.Value != decimal.Truncate(yearsPaid.Value))
        {
            return AppraisalRefusals.OutOfRange(yearsPaid.Name, yearsPaid.Value, new($"1 到 {table.Fees.Count} 的整数", $"a whole number from 1 to {table.Fees.Count}"));
        }

        if (decay.Value is <= 0 or > 1)
        {
            return AppraisalRefusals.OutOfRange(decay.Name, decay.Value, new("大于 0、不超过 1", "above 0 and at most 1"));
        }

        if (discount.Value is < 0 or > 2)
        {
            return AppraisalRefusals.OutOfRange(discount.Name, discount.Value, new("0 到 2", "0 to 2"));
        }

        var paid = (int)yearsPaid.Value;
        var least = LeastFirstReturn(table, paid, decay.Value);
        var now = least;
        for (var t = 0; t < paid; t++)
        {
            now *= decay.Value;
        }

        var (years, value) = Kept(table with { Fees = [.. table.Fees.Skip(paid)] }, now, decay.Value, discount.Value);
        return MethodValue.Of(id, Method.RenewalBound, terms, value,
            [new("fees", table.Id, new(OriginKind.Assumption, table.Source)), yearsPaid.Shown, decay.Shown, discount.Shown]) with
        {
            Steps =
            [
                new(new("续展所隐含的最低首年收益", "least first-year return the fees show"), $"max c_t ÷ {Figure.Text(decay.Value)}^(t−1), t ≤ {paid}", least),
                new(new("下一年度收益下界", "lower bound of next year's return"), $"{Figure.Text(least)} × {Figure.Text(decay.Value)}^{paid}", now),
                new(new("仍值得缴费的年数", "further years worth paying for"), "r_t ≥ c_t", years),
                new(new("剩余净收益现值", "present value of what is left"), "Σ (r_t − c_t)·β^(t−1)", value),
            ],
        };
    }
}

/// <summary>The renewal lower bound as one method of an appraisal.</summary>
public sealed record RenewalCase : IMethodCase
{
    public required string Id { get; init; }

    public required FeeTable Table { get; init; }

    public required Figure YearsPaid { get; init; }

    public required Figure Decay { get; init; }

    public required Figure Discount { get; init; }

    public Method Method => Method.RenewalBound;

    public IReadOnlyList<QualityUse> QualityUses => [];

    public Result<MethodValue> Value(AppraisalTerms terms) => RenewalBound.Value(Id, terms, Table, YearsPaid, Decay, Discount);
}
