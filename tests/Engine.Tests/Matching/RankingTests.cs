using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Matching.Analysis;
using Zhirong.Engine.Matching.Listings;
using Zhirong.Engine.Matching.Needs;
using Zhirong.Engine.Matching.Parameters;
using Zhirong.Engine.Matching.Ranking;
using static Zhirong.Engine.Tests.Matching.Ranked;

namespace Zhirong.Engine.Tests.Matching;

public sealed class RankingTests
{
    private static readonly Listing[] Three =
    [
        Offer("A", "电池", "电池 隔膜", "H01M10/0562"),
        Offer("B", "隔膜", "涂布 电池 电池 水"),
        Offer("C", "水泵 叶轮 电机", "", "F04D29/22"),
    ];

    /// <summary>
    /// Worked out by hand. Titles have 1, 1, 3 words, 5/3 on average; abstracts 2, 4, 0, 2 on average. Of 3 listings 2 have the
    /// word: ln(1 + 1.5 / 2.5) = ln 1.6 = 0.4700036292.
    /// A: title 2 · 1 / (0.5 + 0.5 · 0.6) = 2.5, abstract 1 / (0.25 + 0.75 · 1) = 1, tf 3.5;
    ///    title 0.4700036292 · 2.5 / 4.7 = 0.2500019, abstract 0.4700036292 / 4.7 = 0.1000008.
    /// B: abstract 2 / (0.25 + 0.75 · 2) = 1.1428571; 0.4700036292 · 1.1428571 / 2.3428571 = 0.2292701.
    /// </summary>
    [Fact]
    public void Score_OfThreeListings_IsWhatTheFormulaGives()
    {
        var made = Of(Ask("电池"), Plain, Three);
        Assert.Equal("A:350003 B:229270", made.Line());
        Assert.Equal([(ListingField.Title, 1, 250002L), (ListingField.Abstract, 1, 100001L)], made.Matches[0].Words.Select(w => (w.Field, w.Times, w.Part.Millionths)));
        Assert.Equal((3, 2, 0), (made.Considered, made.Matched, made.Failed));
        Assert.Equal(0.350003, made.Matches[0].Score.Estimate);
    }

    /// <summary>Half of ln 1.6 times the closeness of a main group: 0.5 · 0.7 · 0.4700036 = 0.1645013.</summary>
    [Fact]
    public void Score_WithTheIpc_AddsItsShare()
    {
        var made = Of(Ask("电池", "H01M10/0525", "F04"), Plain, Three);
        Assert.Equal("A:514504 B:229270 C:23500", made.Line());
        Assert.Equal(("H01M10/0525", "H01M10/0562", "main_group", 164501L), (made.Matches[0].Ipc!.Needed.Text, made.Matches[0].Ipc!.Listed.Text, made.Matches[0].Ipc!.Level.Key(), made.Matches[0].Ipc!.Part.Millionths));
        Assert.Null(made.Matches[1].Ipc);
    }

    /// <summary>A keyword counts twice, a word of both once at the higher.</summary>
    [Fact]
    public void Score_OfAKeyword_CountsItsWeight() =>
        Assert.Equal("A:700006 B:458540", Of(Ask("电池") with { Keywords = ["电池"] }, Plain, Three).Line());

    [Theory]
    [InlineData("超导磁体", "", "超导磁体")]
    [InlineData("超导电池", "A:350003 B:229270", "超导")]
    [InlineData("G05", "", "g05")]
    public void Rank_OfUnknownWords_FindsNothingAndSaysWhich(string text, string line, string nowhere)
    {
        var made = Of(Ask(text), Plain, Three);
        Assert.Equal((line, nowhere), (made.Line(), string.Join(' ', made.Nowhere)));
    }

    /// <summary>A lone character finds every word it begins and every run it ends; each occurrence once.</summary>
    [Fact]
    public void Rank_OfALoneCharacter_FindsIt()
    {
        Listing[] lamps = [Offer("A", "灯"), Offer("B", "灯具"), Offer("C", "台灯"), Offer("D", "灯灯"), Offer("E", "光源")];
        var made = Of(Ask("灯"), Plain, lamps);
        Assert.Equal(["A", "B", "C", "D"], made.Matches.Select(m => m.Listing.Id).Order());
        Assert.Equal([("A", 1), ("B", 1), ("C", 1), ("D", 2)], made.Matches.Select(m => (m.Listing.Id, m.Words.Sum(w => w.Times))).Order());
        Assert.Equal(["灯"], made.Matches[0].Found);

        // A pair does not ask for its characters: 灯具 does not find 台灯.
        Assert.Equal(["B"], Of(Ask("灯具"), Plain, lamps).Matches.Select(m => m.Listing.Id));
    }

    [Fact]
    public void Rank_OfSynonyms_FindsThemForLess()
    {
        Listing[] two = [Offer("A", "锂二次电源"), Offer("B", "锂电池")];
        Assert.Equal(["B"], Of(Ask("锂电池"), Plain, two).Matches.Select(m => m.Listing.Id));
        var made = Of(Ask("锂电池"), With("锂电池|锂二次电源"), two);
        Assert.Equal(["B", "A"], made.Matches.Select(m => m.Listing.Id));
        Assert.All(made.Matches[1].Words, w => Assert.Equal("锂电池", w.Word.By));
        Assert.Empty(made.Matches[1].Missing);
        Assert.Equal(["低温", "包"], Of(Ask("低温锂电池包"), With("锂电池|锂二次电源"), two).Matches.Single(m => m.Listing.Id == "A").Missing);

        // Four words for two: a quarter of the count each, so that together they count half of what was said.
        Assert.All(made.Matches[1].Words, w => Assert.Equal(0.25m, w.Word.Counts));

        // The parts of a word that stand apart are not the word.
        Assert.Equal(["B"], Of(Ask("锂电 电池"), With("锂电池|锂二次电源"), two).Matches.Select(m => m.Listing.Id));
    }

    [Fact]
    public void Rank_OfEqualListings_GoesById()
    {
        var made = Of(Ask("电池隔膜"), Plain, Offer("b", "电池隔膜"), Offer("a", "电池隔膜"), Offer("c", "电池隔膜用涂布机"));
        Assert.Equal(["a", "b", "c"], made.Matches.Select(m => m.Listing.Id));
        Assert.Equal(made.Matches[0].Score, made.Matches[1].Score);
        Assert.True(made.Matches[2].Score < made.Matches[1].Score);
    }

    [Fact]
    public void Found_AndMissing_AreStretchesOfTheNeed()
    {
        var match = Of(Ask("磷酸铁锂正极材料，高镍体系"), Plain, Offer("A", "磷酸与铁锂", "正极材料")).Matches.Single();
        Assert.Equal(["磷酸", "铁锂", "正极材料"], match.Found);
        Assert.Equal(["高镍体系"], match.Missing);
    }

    private static NeedConditions Asked { get; } = new() { ReadinessFrom = 4, ReadinessTo = 6, Kinds = ["invention"], Modes = ["licence"], PriceCeiling = Money.Cny(100m), InForce = true };

    [Theory]
    [InlineData(4, "invention", "licence", 10000L, true, "")]
    [InlineData(6, "invention", "transfer licence", 9999L, true, "")]
    [InlineData(3, "invention", "licence", 10000L, true, "trl=3")]
    [InlineData(7, "invention", "licence", 10000L, true, "trl=7")]
    [InlineData(null, "invention", "licence", 10000L, true, "trl=")]
    [InlineData(4, "design", "licence", 10000L, true, "kinds=design")]
    [InlineData(4, "invention", "transfer", 10000L, true, "modes=transfer")]
    [InlineData(4, "invention", "licence", 10001L, true, "price_ceiling=100.01")]
    [InlineData(4, "invention", "licence", null, true, "price_ceiling=")]
    [InlineData(4, "invention", "licence", 10000L, false, "in_force=false")]
    [InlineData(null, null, "", null, null, "trl= kinds= modes= price_ceiling= in_force=")]
    public void Conditions_NotMet_AreTold(int? trl, string? kind, string modes, long? fen, bool? inForce, string failures)
    {
        var listing = Offer("A", "电池") with { Readiness = trl, Kind = kind, Modes = modes.Split(' ', StringSplitOptions.RemoveEmptyEntries), Price = fen is { } f ? Money.Cny(f / 100m) : null, InForce = inForce };
        var made = Of(Ask("电池") with { Conditions = Asked }, Plain, listing);
        Assert.Equal(failures, string.Join(' ', made.Failures.SelectMany(x => x.Failures).Select(x => $"{x.Condition}={x.Found}")));
        Assert.Equal(failures.Length == 0 ? (1, 0, 1) : (0, 1, 0), (made.Matched, made.Failed, made.Matches.Count));

        // A listing without a word of the need is not among those that fail a condition.
        Assert.Equal((0, 0), (Of(Ask("水泵") with { Conditions = Asked }, Plain, listing) is var none ? (none.Matched, none.Failed) : default));
    }

    [Fact]
    public void Of_TwoListingsWithOneId_Throws() => Assert.Throws<ArgumentException>(() => ListingIndex.Of([Offer("A", "水"), Offer("A", "泵")], Plain));

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public void Of_AnImpossibleTop_Throws(int top) => Assert.Throws<ArgumentOutOfRangeException>(() => ListingRanking.Of(Ask("水"), ListingIndex.Of(Three, Plain), top));
}
