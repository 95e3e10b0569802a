using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Concluding;

/// <summary>M10: a total over the rights of a group.</summary>
public static class Allocation
{
    /// <summary>Each part is rounded to the fen; what the roundings leave goes to the largest weight (the earlier one on a tie).</summary>
    /// <param name="total">Not negative.</param>
    /// <param name="weights">Not negative, sum to 1.</param>
    public static Result<IReadOnlyList<Money>> Of(Money total, IReadOnlyList<decimal> weights)
    {
        if (weights.Count == 0 || weights.Sum() != 1 || weights.Any(w => w < 0))
        {
            return AppraisalRefusals.WeightsSum("weights", weights.Sum());
        }

        var parts = weights.Select(w => Money.Rounded(total.Yuan * w)).ToArray();
        var largest = 0;
        for (var i = 1; i < weights.Count; i++)
        {
            largest = weights[i] > weights[largest] ? i : largest;
        }

        parts[largest] += Money.OfFen(total.Fen - parts.Sum(p => p.Fen));
        return parts;
    }

    /// <summary>
    /// 按名次对曲线: rights in rank order take the points of a value curve, scaled so that the sum is the total and no more
    /// (after US20040010393).
    /// </summary>
    /// <param name="total">The class total.</param>
    /// <param name="scores">Score of each right; ties keep their order.</param>
    /// <param name="curve">Positive heights from the best rank down; ranks beyond its end take its last height.</param>
    public static IReadOnlyList<Money> ByRank(Money total, IReadOnlyList<decimal> scores, IReadOnlyList<decimal> curve)
    {
        ArgumentOutOfRangeException.ThrowIfZero(curve.Count);
        var order = Enumerable.Range(0, scores.Count).OrderByDescending(i => scores[i]).ToArray();
        var weights = new decimal[scores.Count];
        for (var rank = 0; rank < order.Length; rank++)
        {
            weights[order[rank]] = curve[Math.Min(rank, curve.Count - 1)];
        }

        var scaled = weights.Select(w => (long)Rounding.Whole(w / weights.Sum() * 1_000_000_000_000m)).ToArray();
        var parts = new long[scaled.Length];
        Rounding.Split(total.Fen, scaled, parts);
        return [.. parts.Select(Money.OfFen)];
    }
}
