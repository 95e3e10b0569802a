using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Host.Tests.Schemas;

namespace Zhirong.Host.Tests.Cli;

/// <summary><c>match</c> through the real program: the examples, exit codes, schemas, bad files.</summary>
public sealed class MatchCommandTests
{
    private static string Need => Path.Combine(Cli.Root, "docs", "reference", "examples", "match-need.yaml");

    private static string Listings => Path.Combine(Cli.Root, "docs", "reference", "examples", "match-listings.yaml");

    private static SchemaCheck Schema(string name) => new(JsonNode.Parse(File.ReadAllText(Path.Combine(Cli.Root, "src", "Host", "Schemas", $"{name}-v1.json")))!);

    [Fact]
    public void Match_OfTheExamples_RanksWithReasonsThatSum()
    {
        var (first, second) = (Cli.Run("match", Need, Listings, "--json"), Cli.RunWith(File.ReadAllBytes(Listings), "match", Need, "-", "--json"));
        Assert.Equal((0, ""), (first.Code, first.Err));
        Assert.Equal(first.Out, second.Out);
        Assert.Empty(Schema("match").Faults(JsonNode.Parse(first.Out)!));
        var made = JsonDocument.Parse(first.Out).RootElement;
        var matches = made.GetProperty("matches").EnumerateArray().ToList();
        Assert.Equal(["U1", "U2"], matches.Select(m => m.GetProperty("id").GetString()));
        Assert.All(matches, m => Assert.Equal(
            m.GetProperty("estimate").GetDecimal(),
            m.GetProperty("words").EnumerateArray().Sum(w => w.GetProperty("estimate").GetDecimal()) + (m.GetProperty("ipc") is { ValueKind: JsonValueKind.Object } ipc ? ipc.GetProperty("estimate").GetDecimal() : 0)));
        Assert.Equal(("subgroup", "H01M10/0567"), (matches[0].GetProperty("ipc").GetProperty("level").GetString(), matches[0].GetProperty("ipc").GetProperty("common").GetString()));
        Assert.Contains("电解液添加剂", matches[0].GetProperty("found").EnumerateArray().Select(f => f.GetString()));

        var failed = made.GetProperty("failures").EnumerateArray().ToDictionary(f => f.GetProperty("id").GetString()!, f => string.Join(' ', f.GetProperty("conditions").EnumerateArray().Select(c => $"{c.GetProperty("condition")}={c.GetProperty("found")}")));
        Assert.Equal("trl=3", failed["U3"]);
        Assert.Equal("price_ceiling=2000000.01 in_force=false", failed["U4"]);
        Assert.Equal("trl= kinds=design modes= price_ceiling=", failed["U6"]);
        Assert.DoesNotContain("U5", failed.Keys);
    }

    [Theory]
    [InlineData("zh", "名称", "不满足条件", "未核验")]
    [InlineData("en", "title", "failing a condition", "unverified")]
    public void Match_ForPeople_SaysWhy(string language, params string[] says)
    {
        var said = Cli.Run("match", Need, Listings, "--lang", language, "--top", "1");
        Assert.Equal((0, ""), (said.Code, said.Err));
        Assert.All(says, s => Assert.Contains(s, said.Out, StringComparison.Ordinal));
        Assert.Contains("电解液添加剂", said.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("U2", said.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Match_OfNothing_AnswersNo()
    {
        using var need = Cli.Keep("schema: zhirong/need/v1\nid: n\ntext: 超导磁体\n", "need.yaml");
        var said = Cli.Run("match", need.Path, Listings, "--json");
        Assert.Equal((1, ""), (said.Code, said.Err));
        var made = JsonNode.Parse(said.Out)!;
        Assert.Empty(Schema("match").Faults(made));
        Assert.Equal(("超导磁体", 0), ((string?)made["nowhere"]![0], (int)made["matched"]!));
        Assert.Equal(1, Cli.Run("match", need.Path, Listings).Code);
    }

    [Fact]
    public void Match_OfBrokenFiles_NamesEveryPlace()
    {
        using var need = Cli.Keep(File.ReadAllText(Need).With("keywords:", "keyword:"), "need.yaml");
        using var listings = Cli.Keep(File.ReadAllText(Listings).With("trl: 6", "trl: six"), "listings.yaml");
        var said = Cli.Run("match", need.Path, listings.Path, "--json", "--lang", "en");
        Assert.Equal((2, ""), (said.Code, said.Out));
        Assert.Contains($"{need.Path}:5:1: keyword FLD-0104", said.Err, StringComparison.Ordinal);
        Assert.Contains("did you mean keywords", said.Err, StringComparison.Ordinal);
        Assert.Contains("listings.U1.trl FLD-0102", said.Err, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DOC-0001", "no-such.yaml", "no-such.yaml")]
    [InlineData("USE-0106", "-", "-")]
    [InlineData("USE-0101", "-", "-", "--top", "0")]
    [InlineData("USE-0101", "-", "-", "--top", "many")]
    [InlineData("USE-0101", "-")]
    public void Match_OfAWrongLine_IsRefused(string code, params string[] line)
    {
        var said = Cli.Run(["match", .. line]);
        Assert.Equal((2, ""), (said.Code, said.Out));
        Assert.Contains(code, said.Err, StringComparison.Ordinal);
    }

    /// <summary>Where full agreement of the IPC counts nothing, the answer says by which weights.</summary>
    [Fact]
    public void Match_ByWeightsOfOnesOwn_TakesThem()
    {
        using var own = Cli.Keep(File.ReadAllText(Path.Combine(Cli.Root, "data", "matching", "weights.yaml")).With("id: platform", "id: house").With("share: 0.35", "share: 0"), "weights.yaml");
        var made = JsonNode.Parse(Cli.Run("match", Need, Listings, "--weights", own.Path, "--json").Out)!;
        Assert.Equal("house/1", (string?)made["data"]![0]!["name"]);
        Assert.Null(made["matches"]![0]!["ipc"]);
        using var broken = Cli.Keep("schema: zhirong/match-stops/v1\n", "stops.yaml");
        Assert.Equal(2, Cli.Run("match", Need, Listings, "--stops", broken.Path).Code);
    }

    [Fact]
    public void Schemas_OfTheExamples_Fit()
    {
        foreach (var (name, path) in new[] { ("need", Need), ("listings", Listings) })
        {
            var document = DocToJson.Of(DocReader.Read(File.ReadAllBytes(path)).Value)!;
            Assert.Empty(Schema(name).Faults(document));
            document["further"] = 1;
            Assert.NotEmpty(Schema(name).Faults(document));
        }
    }
}
