using Zhirong.Engine.Matching.Analysis;
using Zhirong.Engine.Matching.Listings;
using Zhirong.Engine.Matching.Needs;

namespace Zhirong.Engine.Matching.Ranking;

/// <summary>
/// Closeness in the IPC: the deepest level any symbol of the need shares with any of the listing, weighed by level, as a share of what
/// the need's words could reach (1 where it has none that stand anywhere).
/// </summary>
internal sealed class IpcScores
{
    private readonly ListingIndex index;
    private readonly Need need;
    private readonly Parameters.MatchWeights weights;
    private readonly double fullEstimate;

    public IpcScores(ListingIndex index, Need need, double highestOfWords)
    {
        (this.index, this.need, weights) = (index, need, index.Parameters.Weights);
        fullEstimate = (double)weights.IpcShare * (highestOfWords > 0 ? highestOfWords : 1);
    }

    public void AddTo(long[] scores)
    {
        var levels = new byte[scores.Length];
        for (var level = IpcLevel.Subgroup; level > IpcLevel.None; level--)
        {
            var millionths = Part(level).Millionths;
            foreach (var beginning in millionths == 0 ? [] : need.Ipc.Select(s => s.At(level)).OfType<string>().Distinct(StringComparer.Ordinal))
            {
                foreach (var listing in index.Under(beginning))
                {
                    if (levels[listing] == 0)
                    {
                        levels[listing] = (byte)level;
                        scores[listing] += millionths;
                    }
                }
            }
        }
    }

    /// <summary>The pair that adds; of pairs of one level the first, in the need's order and then the listing's.</summary>
    public IpcReason? Reason(Listing listing)
    {
        var pairs = need.Ipc.SelectMany(n => listing.Ipc.Select(l => (Needed: n, Listed: l, Level: IpcSymbol.Common(n, l))));
        return pairs.OrderByDescending(p => p.Level).FirstOrDefault() is { Level: > IpcLevel.None } best && Part(best.Level) is { Millionths: > 0 } part
            ? new(best.Needed, best.Listed, best.Level, weights.Of(best.Level), part)
            : null;
    }

    private Score Part(IpcLevel level) => new((long)Math.Round(fullEstimate * (double)weights.Of(level) * 1e6));
}
