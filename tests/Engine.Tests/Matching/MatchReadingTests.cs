using System.Text;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Matching.Reading;

namespace Zhirong.Engine.Tests.Matching;

/// <summary>The shipped data and the examples are read; broken ones are refused where they are broken, and the rest is still read.</summary>
public sealed class MatchReadingTests
{
    private static byte[] Broken(string text, string from, string to)
    {
        Assert.Contains(from, text, StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal) + "\nfurther: 1\n");
    }

    private static void Refused(IReadOnlyList<Refusal> refusals, string code, string path)
    {
        Assert.True(refusals.Any(r => r.Code == code && r.Path == path && r.Line > 0 && r.Column > 0), string.Join('\n', refusals.Select(r => $"{r.Code} {r.Path} {r.Sentence(Language.En)}")));
        Assert.Contains(refusals, r => r is { Code: "FLD-0104", Path: "further" });
    }

    [Theory]
    [InlineData("conditions:", "condition:", "FLD-0104", "condition")]
    [InlineData("id: need-1\n", "", "FLD-0101", "id")]
    [InlineData("[h01m10/056]", "[h01m10/056, 09-03, 电池]", "MAT-0102", "ipc.2")]
    [InlineData("[h01m10/056]", "H01M10/056", "FLD-0102", "ipc")]
    [InlineData("{from: 4, to: 9}", "{from: 4, to: 3}", "MAT-0104", "conditions.trl.to")]
    [InlineData("{from: 4, to: 9}", "{from: 0, to: 10}", "FLD-0102", "conditions.trl.from")]
    [InlineData("{from: 4, to: 9}", "4", "FLD-0102", "conditions.trl")]
    [InlineData("[invention, utility_model]", "[invention, utility]", "FLD-0103", "conditions.kinds.1")]
    [InlineData("[licence, exclusive_licence", "[licens, exclusive_licence", "FLD-0103", "conditions.modes.0")]
    [InlineData("price_ceiling: 2000000", "price_ceiling: 1e15", "FLD-0102", "conditions.price_ceiling")]
    [InlineData("price_ceiling: 2000000", "price_ceiling: -1", "FLD-0102", "conditions.price_ceiling")]
    [InlineData("in_force: true", "in_force: maybe", "FLD-0102", "conditions.in_force")]
    [InlineData("need/v1", "need/v2", "FLD-0103", "schema")]
    [InlineData("[电解液添加剂, 低温]", "[[电解液]]", "FLD-0102", "keywords.0")]
    public void Need_Broken_IsRefusedInItsPlace(string from, string to, string code, string path) =>
        Refused(NeedReader.Read(Broken(Repo.Read("docs", "reference", "examples", "match-need.yaml"), from, to), Ranked.Shipped).Refusals, code, path);

    [Theory]
    [InlineData("schema: zhirong/need/v1\nid: n", "MAT-0101")]
    [InlineData("schema: zhirong/need/v1\nid: n\ntext: 一种的方法，及其装置！\nkeywords: []", "MAT-0101")]
    [InlineData("schema: zhirong/need/v1\nid: n\ntext: \"\"\nipc: [H01M]", "")]
    [InlineData("schema: zhirong/need/v1\nid: n\ntext: 灯", "")]
    [InlineData("", "DOC-0004")]
    [InlineData("[1, 2]", "FLD-0102")]
    public void Need_ThatSaysNothing_IsRefused(string text, string code) =>
        Assert.Equal(code, NeedReader.Read(Encoding.UTF8.GetBytes(text), Ranked.Shipped) is { Ok: false } refused ? refused.Refusals[0].Code : "");

    [Fact]
    public void Need_OfTooMuchText_IsRefused() =>
        Assert.Equal("MAT-0103", NeedReader.Read(Encoding.UTF8.GetBytes($"schema: zhirong/need/v1\nid: n\ntext: {new string('水', NeedReader.LongestText + 1)}"), Ranked.Shipped).Refusals.Single().Code);

    [Theory]
    [InlineData("id: U2\n", "id: U1\n", "FLD-0102", "listings.U1.id")]
    [InlineData("trl: 6", "trl: 6.5", "FLD-0102", "listings.U1.trl")]
    [InlineData("price: 1200000", "price: 一百万", "FLD-0102", "listings.U1.terms.price")]
    [InlineData("price: 1200000", "prise: 1200000", "FLD-0104", "listings.U1.terms.prise")]
    [InlineData("kind: utility_model", "kind: utility-model", "FLD-0103", "listings.U5.kind")]
    [InlineData("ipc: [A01G25/02]", "ipc: [A01G25/02, 滴灌]", "MAT-0102", "listings.U5.ipc.1")]
    [InlineData("    title: 电池包（低温型）\n", "", "MAT-0201", "listings.U6")]
    [InlineData("title: 低温电解液", "title: [低温电解液]", "FLD-0102", "listings.U4.title")]
    [InlineData("in_force: false", "in_force: 0", "FLD-0102", "listings.U4.in_force")]
    [InlineData("day: 2026-10-31", "day: 2026-10-32", "FLD-0102", "day")]
    public void Listings_Broken_AreRefusedInTheirPlace(string from, string to, string code, string path) =>
        Refused(ListingReader.Read(Broken(Repo.Read("docs", "reference", "examples", "match-listings.yaml"), from, to)).Refusals, code, path);

    [Theory]
    [InlineData("listings: []", "MAT-0202")]
    [InlineData("listings: {}", "FLD-0102")]
    [InlineData("listings:", "FLD-0101")]
    public void Listings_Empty_AreRefused(string listings, string code) =>
        Assert.Equal(code, ListingReader.Read(Encoding.UTF8.GetBytes($"schema: zhirong/listings/v1\nid: l\n{listings}")).Refusals.Single().Code);

    [Theory]
    [InlineData("weights", "verified: false\n", "", "FLD-0101", "verified")]
    [InlineData("weights", "k1: 1.2", "k1: 0", "FLD-0102", "k1")]
    [InlineData("weights", "title: {weight: 3, b: 0.4}", "title: {weight: 3, b: 1.1}", "FLD-0102", "fields.title.b")]
    [InlineData("weights", "title: {weight: 3, b: 0.4}", "titel: {weight: 3, b: 0.4}", "FLD-0104", "fields.titel")]
    [InlineData("weights", "main_group: 0.7", "main_group: 0.3", "MAT-0301", "ipc.main_group")]
    [InlineData("weights", "share: 0.35", "share: lots", "FLD-0102", "ipc.share")]
    [InlineData("weights", "keywords: 2", "keywords: 0", "FLD-0102", "need.keywords")]
    [InlineData("stops", "words:", "word:", "FLD-0101", "words")]
    [InlineData("stops", "  - 一种", "  - {zh: 一种}", "FLD-0102", "words.0")]
    [InlineData("synonyms", "[燃料电池, fuel cell]", "[燃料电池]", "MAT-0303", "groups.2")]
    [InlineData("synonyms", "[燃料电池, fuel cell]", "[燃料电池, 的]", "MAT-0302", "groups.2.1")]
    [InlineData("synonyms", "[燃料电池, fuel cell]", "[燃料电池, 灯]", "MAT-0302", "groups.2.1")]
    [InlineData("synonyms", "[燃料电池, fuel cell]", "燃料电池", "FLD-0102", "groups.2")]
    [InlineData("synonyms", "weight: 0.5", "weight: 2", "FLD-0102", "weight")]
    public void Data_Broken_IsRefusedInItsPlace(string file, string from, string to, string code, string path)
    {
        var bytes = Broken(Repo.Read("data", "matching", $"{file}.yaml"), from, to);
        var refusals = file switch
        {
            "weights" => ParameterReader.Weights(bytes).Refusals,
            "stops" => ParameterReader.Stops(bytes).Refusals,
            _ => ParameterReader.Synonyms(bytes, Ranked.Shipped.Stops).Refusals,
        };
        Refused(refusals, code, path);
    }

    [Fact]
    public void Weights_WhereNoFieldCounts_AreRefused()
    {
        var text = System.Text.RegularExpressions.Regex.Replace(Repo.Read("data", "matching", "weights.yaml"), "weight: [0-9.]+", "weight: 0");
        Assert.Equal("MAT-0304", ParameterReader.Weights(Encoding.UTF8.GetBytes(text)).Refusals.Single().Code);
    }

    /// <summary>What nobody has checked says so.</summary>
    [Fact]
    public void Shipped_Data_CallsItselfUnverified() =>
        Assert.All(Ranked.Shipped.Origins, o => Assert.True(!o.Verified && o.Source.Length > 0 && o.Statement.Zh != o.Statement.En && o.Name == "platform/1"));
}
