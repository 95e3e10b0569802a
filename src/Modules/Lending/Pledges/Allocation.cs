using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Lending.Pledges;

/// <summary>分摊: the secured amount over the rights, to the fen.</summary>
internal static class Allocation
{
    /// <summary>
    /// By weights, each rounded down; what is left over goes a fen each to the largest remainders, the earlier first where they are equal. Weights
    /// that are all absent or zero count alike.
    /// </summary>
    /// <param name="fen">Not negative.</param>
    public static long[] Over(long fen, IReadOnlyList<long?> weights)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fen);
        ArgumentOutOfRangeException.ThrowIfZero(weights.Count);
        var alike = weights.Any(w => w is null) || weights.All(w => w == 0);
        var own = weights.Select(w => alike ? 1 : (Int128)w!.Value).ToList();
        var total = own.Aggregate((Int128)0, (sum, w) => sum + w);
        var parts = own.ConvertAll(w => (Whole: (long)(fen * w / total), Left: fen * w % total));
        var left = fen - parts.Sum(p => p.Whole);
        var shares = parts.Select(p => p.Whole).ToArray();
        foreach (var i in Enumerable.Range(0, parts.Count).OrderByDescending(i => parts[i].Left).ThenBy(i => i).Take((int)left))
        {
            shares[i]++;
        }

        return shares;
    }

    /// <summary>Refuses given parts that do not sum to the whole.</summary>
    public static Refusal? Sum(IEnumerable<long> parts, long whole) => parts.Aggregate((Int128)0, (sum, p) => sum + p) is var sum && sum == whole ? null : LendingRefusals.Allocated(sum <= long.MaxValue ? Money.FenText((long)sum) : $"{sum}", Money.FenText(whole));
}
