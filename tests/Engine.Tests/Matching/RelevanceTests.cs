using System.Text.Json;
using Xunit;
using Zhirong.Engine.Matching.Analysis;
using Zhirong.Engine.Matching.Listings;
using Zhirong.Engine.Matching.Needs;
using Zhirong.Engine.Matching.Parameters;
using Zhirong.Engine.Matching.Ranking;

namespace Zhirong.Engine.Tests.Matching;

/// <summary>
/// How good the rankings of needs labelled by hand are: mean reciprocal rank of the first listing that answers, and nDCG of the first
/// ten (gain 2^label − 1, discount log2(rank + 1); Järvelin &amp; Kekäläinen 2002). The floors hold for the shipped data and are broken
/// without pairs, and by field weights the wrong way round.
/// </summary>
public sealed class RelevanceTests(ITestOutputHelper output)
{
    private const double FloorOfRank = 0.95;
    private const double FloorOfGain = 0.9;

    private static readonly JsonElement Golden = Repo.Golden("match-relevance.json");

    private static (double Rank, double Gain) Quality(MatchParameters parameters, Func<string, string>? written = null)
    {
        written ??= text => text;
        var listings = Golden.GetProperty("listings").EnumerateArray().Select(l => new Listing
        {
            Id = l.GetProperty("id").GetString()!,
            Title = written(l.GetProperty("title").GetString()!),
            Abstract = written(l.GetProperty("abstract").GetString()!),
            Owner = written(l.GetProperty("owner").GetString()!),
            Ipc = Symbols(l),
        });
        var index = ListingIndex.Of(listings, parameters);
        var (ranks, gains) = (new List<double>(), new List<double>());
        foreach (var need in Golden.GetProperty("needs").EnumerateArray())
        {
            var labels = need.GetProperty("relevant").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetInt32());
            var made = ListingRanking.Of(new Need { Id = "n", Text = written(need.GetProperty("text").GetString()!), Ipc = Symbols(need) }, index);
            var found = made.Matches.Select(m => labels.GetValueOrDefault(m.Listing.Id)).ToList();
            ranks.Add(found.IndexOf(2) is >= 0 and var at ? 1.0 / (at + 1) : 0);
            gains.Add(Gain(found) / Gain(labels.Values.OrderDescending()));
        }

        return (ranks.Average(), gains.Average());
    }

    private static double Gain(IEnumerable<int> labels) => labels.Select((label, i) => (Math.Pow(2, label) - 1) / Math.Log2(i + 2)).Sum();

    private static IpcSymbol[] Symbols(JsonElement of) => [.. of.GetProperty("ipc").EnumerateArray().Select(s => IpcSymbol.Of(s.GetString()!)!.Value)];

    private bool Holds((double Rank, double Gain) quality)
    {
        output.WriteLine($"MRR {quality.Rank:0.0000}, nDCG@10 {quality.Gain:0.0000}");
        return quality is ( >= FloorOfRank, >= FloorOfGain);
    }

    [Fact]
    public void Rankings_ByTheShippedData_HoldTheFloors() => Assert.True(Holds(Quality(Ranked.Shipped)));

    /// <summary>Characters written apart give no pairs.</summary>
    [Fact]
    public void Rankings_WithoutPairs_BreakThem() => Assert.False(Holds(Quality(Ranked.Shipped, text => string.Join(' ', text.AsEnumerable()))));

    [Fact]
    public void Rankings_WithTheOwnerAboveTheTitle_BreakThem()
    {
        var fields = Ranked.Shipped.Weights.Fields;
        var broken = Ranked.Shipped.Weights with { Fields = [.. fields.Take(4).Select(f => f with { Weight = 0.2m }), fields[(int)ListingField.Owner] with { Weight = 3 }] };
        Assert.False(Holds(Quality(Ranked.Shipped with { Weights = broken })));
    }

    [Fact]
    public void Rankings_WithoutSynonyms_AreWorse()
    {
        var without = Quality(Ranked.Shipped with { Synonyms = Ranked.Shipped.Synonyms with { Groups = [] } });
        Assert.True(without.Gain < Quality(Ranked.Shipped).Gain);
    }
}
