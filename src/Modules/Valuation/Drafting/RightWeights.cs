using Zhirong.Modules.Assets.UseCases;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Valuation.Drafting;

/// <summary>Weights of the rights of a group; they sum to 1 exactly, in millionths.</summary>
internal static class RightWeights
{
    public const string Equal = "equal", Score = "score";

    private const long Whole = 1_000_000;

    public static IReadOnlyList<string> Words { get; } = [Equal, Score];

    public static IReadOnlyList<decimal> Of(ZhirongContext read, IReadOnlyList<RightRow> rights, string by, List<Lack> missing)
    {
        if (by == Score)
        {
            var totals = Scores.ScoreReading.Totals(read, [.. rights.Select(r => r.Id)]);
            List<RightRow> without = [.. rights.Where(r => !(totals.GetValueOrDefault(r.Id) > 0))];
            if (without.Count == 0)
            {
                return Spread([.. rights.Select(r => totals[r.Id])]);
            }

            missing.Add(new("group.rights", new($"{string.Join("、", without.Take(5).Select(r => r.Number))} 等 {without.Count} 项没有评分，权重暂按等权列示", $"{without.Count} rights have no score ({string.Join(", ", without.Take(5).Select(r => r.Number))}); the weights shown are equal")));
        }

        return Spread([.. rights.Select(_ => 1m)]);
    }

    /// <summary>By size, the millionths left over to the largest remainders, the earlier first.</summary>
    internal static IReadOnlyList<decimal> Spread(IReadOnlyList<decimal> sizes)
    {
        var sum = sizes.Sum();
        var exact = sizes.Select(s => s / sum * Whole).ToList();
        var parts = exact.Select(e => (long)decimal.Floor(e)).ToArray();
        foreach (var i in Enumerable.Range(0, sizes.Count).OrderByDescending(i => exact[i] - parts[i]).ThenBy(i => i).Take((int)(Whole - parts.Sum())))
        {
            parts[i]++;
        }

        return [.. parts.Select(p => (decimal)p / Whole)];
    }
}
