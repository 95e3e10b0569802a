using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Concluding;

/// <summary>The value concluded from several methods.</summary>
/// <param name="Value">Rounded once, from the unrounded values of the methods.</param>
/// <param name="Unrounded">Yuan before rounding.</param>
/// <param name="Weights">Weight of each method by id; a pick weighs 1.</param>
/// <param name="Reason">Why, in writing.</param>
/// <param name="Spread">Highest ÷ lowest of all methods that gave a value; null when the lowest is not positive.</param>
/// <param name="Warnings">A spread above the limit.</param>
public sealed record Conclusion(Money Value, decimal Unrounded, IReadOnlyDictionary<string, decimal> Weights, string Reason, decimal? Spread, IReadOnlyList<Refusal> Warnings);

/// <summary>M11: one value from several methods, by weights or by picking one, always with a written reason.</summary>
public static class Reconciliation
{
    /// <param name="values">What the methods gave.</param>
    /// <param name="weights">Weight by method id; one entry of weight 1 picks that method.</param>
    /// <param name="reason">Why these weights.</param>
    /// <param name="spreadLimit">Highest ÷ lowest above which the result is flagged, 1.5 by policy.</param>
    public static Result<Conclusion> Of(IReadOnlyList<MethodValue> values, IReadOnlyDictionary<string, decimal> weights, string reason, decimal spreadLimit)
    {
        if (values.Count == 0)
        {
            return AppraisalRefusals.NothingToConclude();
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return AppraisalRefusals.ReasonMissing("conclusion.reason");
        }

        if (weights.Keys.FirstOrDefault(id => values.All(v => v.Id != id)) is { } unknown)
        {
            return AppraisalRefusals.UnknownMethod("conclusion.weights", unknown, string.Join(" | ", values.Select(v => v.Id)));
        }

        if (weights.Values.Sum() != 1 || weights.Values.Any(w => w < 0))
        {
            return AppraisalRefusals.WeightsSum("conclusion.weights", weights.Values.Sum());
        }

        var concluded = values.Sum(v => v.Unrounded * weights.GetValueOrDefault(v.Id));
        // A lower bound is no estimate: it does not widen the spread.
        var estimates = values.Where(v => v.Method != Method.RenewalBound).Select(v => v.Unrounded).DefaultIfEmpty(0).ToList();
        var (low, high) = (estimates.Min(), estimates.Max());
        decimal? spread = low > 0 ? high / low : null;
        return new Conclusion(Money.Rounded(concluded), concluded, weights, reason, spread,
            spread > spreadLimit ? [AppraisalRefusals.Spread(spread.Value, spreadLimit)] : []);
    }
}
