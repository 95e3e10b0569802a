using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Rules.Subsidies;

/// <summary>Scales what was approved to the money there is.</summary>
public static class PoolScaling
{
    /// <summary>
    /// Everyone his own amount while they fit; otherwise pool ÷ total of each, by largest remainder: the parts sum to the pool
    /// to the fen, ties go to the earlier approval.
    /// </summary>
    /// <param name="poolFen">Not negative.</param>
    /// <param name="approvedFen">In the order of approval, each not negative.</param>
    public static long[] Scale(long poolFen, ReadOnlySpan<long> approvedFen)
    {
        Int128 total = 0;
        foreach (var fen in approvedFen)
        {
            total += fen;
        }

        var parts = new long[approvedFen.Length];
        if (total <= poolFen)
        {
            approvedFen.CopyTo(parts);
        }
        else
        {
            Rounding.Split(poolFen, approvedFen, parts);
        }

        return parts;
    }
}
