using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Weighing;

/// <summary>Weights from pairwise comparison (层次分析法), with the check of consistency.</summary>
/// <param name="Weights">Sum to 1.</param>
/// <param name="Lambda">Largest eigenvalue.</param>
/// <param name="ConsistencyRatio">CI ÷ RI; a judgment is usable below 0.1. 0 for two items and fewer.</param>
public sealed record PairwiseWeights(IReadOnlyList<double> Weights, double Lambda, double ConsistencyRatio)
{
    public bool IsConsistent => ConsistencyRatio < 0.1;

    /// <summary>Random index by size, Saaty's table; one source prints 0.51 for three items, this one is fixed.</summary>
    private static readonly double[] RandomIndex = [0, 0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49];

    /// <param name="judgments">Square, positive, with 1 on the diagonal and reciprocal entries; at most ten items.</param>
    public static Result<PairwiseWeights> Of(IReadOnlyList<IReadOnlyList<double>> judgments)
    {
        var n = judgments.Count;
        if (n is 0 or > 10 || judgments.Any(row => row.Count != n) || !Reciprocal(judgments))
        {
            return new Refusal
            {
                Code = "VAL-0701",
                Path = "judgments",
                Found = $"{n}",
                Expected = new("至多 10 阶的正互反矩阵", "a positive reciprocal matrix of at most ten items"),
                Message = new("判断矩阵不是正互反矩阵", "The judgments are no reciprocal matrix"),
            };
        }

        var weights = Enumerable.Repeat(1.0 / n, n).ToArray();
        var lambda = 0.0;
        for (var round = 0; round < 200; round++)
        {
            var next = judgments.Select(row => row.Zip(weights, (a, w) => a * w).Sum()).ToArray();
            lambda = next.Sum();
            weights = [.. next.Select(w => w / lambda)];
        }

        var ratio = n < 3 ? 0 : (lambda - n) / (n - 1) / RandomIndex[n];
        return new PairwiseWeights(weights, lambda, ratio);
    }

    private static bool Reciprocal(IReadOnlyList<IReadOnlyList<double>> a)
    {
        for (var i = 0; i < a.Count; i++)
        {
            for (var j = 0; j < a.Count; j++)
            {
                if (!(a[i][j] > 0) || Math.Abs((a[i][j] * a[j][i]) - 1) > 1e-6)
                {
                    return false;
                }
            }
        }

        return true;
    }
}

/// <summary>Weights from the spread of the data itself (熵权法): an indicator that tells rights apart weighs more.</summary>
public static class EntropyWeights
{
    /// <param name="scores">One row per right, one column per indicator; positive.</param>
    public static IReadOnlyList<double> Of(IReadOnlyList<IReadOnlyList<double>> scores)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scores.Count, 2);
        var columns = scores[0].Count;
        var spread = new double[columns];
        for (var j = 0; j < columns; j++)
        {
            var sum = scores.Sum(row => row[j]);
            var entropy = -scores.Select(row => row[j] / sum).Where(p => p > 0).Sum(p => p * Math.Log(p)) / Math.Log(scores.Count);
            spread[j] = 1 - entropy;
        }

        var total = spread.Sum();
        return [.. spread.Select(d => total == 0 ? 1.0 / columns : d / total)];
    }
}
