using Zhirong.Engine.Basics;
using Zhirong.Engine.Matching.Analysis;
using Zhirong.Engine.Matching.Listings;
using Zhirong.Engine.Matching.Needs;
using Zhirong.Engine.Matching.Parameters;
using Zhirong.Engine.Matching.Ranking;
using Zhirong.Engine.Matching.Reading;

namespace Zhirong.Engine.Tests.Matching;

/// <summary>Listings, needs and data for the tests of matching.</summary>
internal static class Ranked
{
    public static MatchParameters Shipped { get; } = Read();

    private static DataOrigin Origin { get; } = new("test/1", new(2026, 11, 29), "test", false, Words.Same("test"));

    /// <summary>Title twice with b 0.5, abstract once with b 0.75, nothing else; no stop words, no synonyms; k1 1.2; IPC half.</summary>
    public static MatchParameters Plain { get; } = new(
        new(Origin, 1.2m, [new(2, 0.5m), new(0, 0), new(1, 0.75m), new(0, 0), new(0, 0)], 1, 2, 0.5m, [0, 0, 0.1m, 0.4m, 0.7m, 1]),
        new(Origin, []), new(Origin, 0.5m, []));

    /// <summary>The same with groups of synonyms, each written <c>a|b</c>.</summary>
    public static MatchParameters With(params string[] groups) =>
        Plain with { Synonyms = Plain.Synonyms with { Groups = [.. groups.Select(g => (IReadOnlyList<Synonym>)[.. g.Split('|').Select(m => Synonyms.Member(m, Plain.Stops)!)])] } };

    public static Listing Offer(string id, string title, string @abstract = "", params string[] ipc) =>
        new() { Id = id, Title = title, Abstract = @abstract, Ipc = [.. ipc.Select(s => IpcSymbol.Of(s)!.Value)] };

    public static Need Ask(string text, params string[] ipc) => new() { Id = "n", Text = text, Ipc = [.. ipc.Select(s => IpcSymbol.Of(s)!.Value)] };

    public static MatchResult Of(Need need, MatchParameters parameters, params IReadOnlyList<Listing> listings) => ListingRanking.Of(need, ListingIndex.Of(listings, parameters));

    /// <summary>Ids and scores, best first.</summary>
    public static string Line(this MatchResult made) => string.Join(' ', made.Matches.Select(m => $"{m.Listing.Id}:{m.Score.Millionths}"));

    public static long Parts(this RankedListing ranked) => ranked.Words.Sum(w => w.Part.Millionths) + (ranked.Ipc?.Part.Millionths ?? 0);

    private static MatchParameters Read()
    {
        static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(Repo.Root, "data", "matching", file));
        var stops = ParameterReader.Stops(Bytes("stops.yaml")).Value;
        return new(ParameterReader.Weights(Bytes("weights.yaml")).Value, stops, ParameterReader.Synonyms(Bytes("synonyms.yaml"), stops).Value);
    }
}
