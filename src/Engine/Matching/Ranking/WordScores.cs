using Zhirong.Engine.Matching.Listings;
using Zhirong.Engine.Matching.Needs;

namespace Zhirong.Engine.Matching.Ranking;

/// <summary>
/// BM25F: the weighted frequencies of a word in the fields of a listing are added before they saturate, each field held against its
/// own average length (Robertson, Zaragoza &amp; Taylor, "Simple BM25 extension to multiple weighted fields", CIKM 2004; Robertson &amp;
/// Zaragoza, "The probabilistic relevance framework: BM25 and beyond", 2009, section 3.6).
/// </summary>
/// <remarks>
/// <c>tf = Σ w · times / (1 − b + b · length / average)</c> over fields, <c>score = counts · ln(1 + (N − n + 0.5) / (n + 0.5)) · tf /
/// (k1 + tf)</c>, with the one added inside the logarithm so that a word most listings have never counts against one. Each field's
/// share of the score is rounded to millionths and the score is the sum of the shares.
/// </remarks>
internal sealed class WordScores
{
    private readonly ListingIndex index;
    private readonly double k1;
    private readonly List<(NeedWord Word, Postings Postings, double HighestEstimate)> words = [];

    public WordScores(ListingIndex index, NeedWords need)
    {
        (this.index, k1) = (index, (double)index.Parameters.Weights.K1);
        foreach (var word in need.All)
        {
            if (index.Of(word) is { } postings)
            {
                var (all, with) = ((double)index.Listings.Count, postings.Count);
                words.Add((word, postings, (double)word.Counts * Math.Log(1 + ((all - with + 0.5) / (with + 0.5)))));
            }
        }
    }

    /// <summary>The need's words that stand in any listing.</summary>
    public IEnumerable<NeedWord> Anywhere => words.Select(w => w.Word);

    /// <summary>What the need's own words could reach and never quite do; synonyms left out.</summary>
    public double HighestEstimate => words.Where(w => w.Word.By is null).Sum(w => w.HighestEstimate);

    /// <summary>Adds the millionths of every word to the scores.</summary>
    public void AddTo(long[] scores)
    {
        Span<int> times = stackalloc int[ListingIndex.Fields];
        Span<long> parts = stackalloc long[ListingIndex.Fields];
        foreach (var (_, postings, highest) in words)
        {
            for (var reader = postings.Read(); reader.Next(times);)
            {
                scores[reader.Listing] += Parts(reader.Listing, highest, times, parts);
            }
        }
    }

    /// <summary>What makes the scores of some listings, by listing.</summary>
    public Dictionary<int, List<WordReason>> Reasons(IEnumerable<int> listings)
    {
        var made = listings.ToDictionary(l => l, _ => new List<WordReason>());
        Span<int> times = stackalloc int[ListingIndex.Fields];
        Span<long> parts = stackalloc long[ListingIndex.Fields];
        foreach (var (word, postings, highest) in words)
        {
            for (var reader = postings.Read(); made.Count > 0 && reader.Next(times);)
            {
                if (made.TryGetValue(reader.Listing, out var reasons))
                {
                    Parts(reader.Listing, highest, times, parts);
                    for (var field = 0; field < times.Length; field++)
                    {
                        if (parts[field] > 0)
                        {
                            reasons.Add(new(word, (Parameters.ListingField)field, times[field], new(parts[field])));
                        }
                    }
                }
            }
        }

        return made;
    }

    /// <summary>The millionths each field adds, and their sum.</summary>
    private long Parts(int listing, double highest, ReadOnlySpan<int> times, Span<long> parts)
    {
        var scales = index.Scales(listing);
        var frequency = 0.0;
        for (var field = 0; field < scales.Length; field++)
        {
            frequency += times[field] * scales[field];
        }

        var (unit, sum) = (highest / (k1 + frequency) * 1e6, 0L);
        for (var field = 0; field < scales.Length; field++)
        {
            sum += parts[field] = (long)Math.Round(unit * times[field] * scales[field]);
        }

        return sum;
    }
}
