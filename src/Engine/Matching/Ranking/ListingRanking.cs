using Zhirong.Engine.Matching.Listings;
using Zhirong.Engine.Matching.Needs;

namespace Zhirong.Engine.Matching.Ranking;

/// <summary>Ranks the listings of an index for a need.</summary>
public static class ListingRanking
{
    /// <summary>Most listings one answer shows.</summary>
    public const int MostShown = 1000;

    /// <summary>The best <paramref name="top"/> listings with reasons. A listing fits when its score is above 0 and it meets every condition.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="top"/> is not from 1 to <see cref="MostShown"/>.</exception>
    public static MatchResult Of(Need need, ListingIndex index, int top = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(top, MostShown);
        var taken = NeedWords.Of(need, index.Parameters);
        var words = new WordScores(index, taken);
        var ipc = new IpcScores(index, need, words.HighestEstimate);
        var scores = new long[index.Listings.Count];
        words.AddTo(scores);
        ipc.AddTo(scores);

        var (fit, fail, matched, failed) = (new BestListings(top), new BestListings(top), 0, 0);
        for (var listing = 0; listing < scores.Length; listing++)
        {
            if (scores[listing] <= 0)
            {
                continue;
            }

            if (ConditionCheck.Meets(need.Conditions, index.Listings[listing]))
            {
                matched++;
                fit.Offer(listing, scores[listing]);
            }
            else
            {
                failed++;
                fail.Offer(listing, scores[listing]);
            }
        }

        var reasons = words.Reasons(fit.Listed.Select(l => l.Listing));
        return new()
        {
            Need = need,
            Parameters = index.Parameters,
            Considered = scores.Length,
            Matched = matched,
            Failed = failed,
            Matches = [.. fit.Listed.Select(l => Ranked(index.Listings[l.Listing], new(l.Millionths), reasons[l.Listing], ipc, taken))],
            Failures = [.. fail.Listed.Select(l => new FailedListing(index.Listings[l.Listing], new(l.Millionths), ConditionCheck.Failures(need.Conditions, index.Listings[l.Listing])))],
            Nowhere = Missing(taken, [.. words.Anywhere]),
        };
    }

    private static RankedListing Ranked(Listing listing, Score score, List<WordReason> reasons, IpcScores ipc, NeedWords taken)
    {
        var found = reasons.Select(r => r.Word).ToList();
        return new(listing, score, reasons, ipc.Reason(listing), taken.Found(Said(found)), Missing(taken, found));
    }

    private static IReadOnlyList<string> Missing(NeedWords taken, List<NeedWord> found) =>
        taken.Missing(Said(found), found.Select(w => w.By).OfType<string>().ToHashSet(StringComparer.Ordinal));

    private static HashSet<string> Said(List<NeedWord> found) => found.Where(w => w.By is null).Select(w => w.Word).ToHashSet(StringComparer.Ordinal);
}
