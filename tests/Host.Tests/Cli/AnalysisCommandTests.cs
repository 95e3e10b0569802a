using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Host.Tests.Schemas;

namespace Zhirong.Host.Tests.Cli;

/// <summary><c>analysis</c> through the real program: the example, its schemas, thresholds of one's own, bad files.</summary>
public sealed class AnalysisCommandTests
{
    private static string Example => Path.Combine(Cli.Root, "docs", "reference", "examples", "analysis-request.yaml");

    private static JsonNode Schema(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Cli.Root, "src", "Host", "Schemas", $"analysis-{name}-v1.json")))!;

    [Fact]
    public void Analysis_OfTheExample_FindsItsGapsAndFitsItsSchemas()
    {
        var (first, second) = (Cli.Run("analysis", Example, "--json"), Cli.RunWith(File.ReadAllBytes(Example), "analysis", "-", "--json"));
        Assert.Equal((0, ""), (first.Code, first.Err));
        Assert.Equal(first.Out, second.Out);
        var made = JsonDocument.Parse(first.Out).RootElement;

        // By hand: in B65D 6/00 of the last three years two filings of 甲 and one of 乙, (4 + 1) / 9; the mark covers class 20, the pallet is sold in 6 too.
        var field = made.GetProperty("competition").EnumerateArray().Single(c => c.GetProperty("field").GetString() == "B65D 6/00");
        Assert.Equal((3, "0.555556", "0"), (field.GetProperty("filings").GetInt32(), field.GetProperty("hhi").GetString(), field.GetProperty("ownShare").GetString()));
        Assert.Equal(
            ["class_uncovered pallet", "fee_due P1", "product_uncovered box", "product_uncovered pallet", "product_uncovered pallet", "product_uncovered pallet", "protected_late D1", "sold_before_filing D1", "sold_before_filing P1", "term_ending P2"],
            made.GetProperty("gaps").EnumerateArray().Select(g => $"{g.GetProperty("kind")} {g.GetProperty("subject")}").Order(StringComparer.Ordinal));
        Assert.Equal([("P1", "fee", 80), ("P2", "term", 213)], made.GetProperty("endings").EnumerateArray().Select(e => (e.GetProperty("right").GetString()!, e.GetProperty("what").GetString()!, e.GetProperty("days").GetInt32())));

        Assert.Empty(new SchemaCheck(Schema("result")).Faults(JsonNode.Parse(first.Out)!));
        Assert.Empty(new SchemaCheck(Schema("request")).Faults(DocToJson.Of(DocReader.Read(File.ReadAllBytes(Example)).Value)));
        Assert.Equal(File.ReadAllText(Path.Combine(Cli.Root, "src", "Host", "Schemas", "analysis-request-v1.json")), Cli.Run("schema", "analysis-request").Out);
    }

    [Theory]
    [InlineData("zh", "布局缺口", "没有有效或在审的注册商标")]
    [InlineData("en", "gaps", "is not covered by a trademark")]
    public void Analysis_ForPeople_SaysWhatIsNotProtected(string language, string title, string says)
    {
        var said = Cli.Run("analysis", Example, "--lang", language);
        Assert.Equal((0, ""), (said.Code, said.Err));
        Assert.Contains(title, said.Out, StringComparison.Ordinal);
        Assert.Contains(says, said.Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void Analysis_WithoutAComparisonSet_SaysSoAndGivesNoCompetition()
    {
        var text = File.ReadAllText(Example);
        var (from, to) = (text.IndexOf("compared:", StringComparison.Ordinal), text.IndexOf("products:", StringComparison.Ordinal));
        using var kept = Cli.Keep(text[..from] + text[to..], "analysis.yaml");
        var made = JsonDocument.Parse(Cli.Run("analysis", kept.Path, "--json").Out).RootElement;
        Assert.Equal((0, 0), (made.GetProperty("competition").GetArrayLength(), made.GetProperty("trends").GetArrayLength()));
        Assert.Contains("compared", made.GetProperty("unknowns").EnumerateArray().Select(u => u.GetProperty("what").GetString()));
    }

    [Fact]
    public void Analysis_ByThresholdsOfOnesOwn_TakesThem()
    {
        var own = File.ReadAllText(Path.Combine(Cli.Root, "data", "diligence", "analysis.yaml")).With("fee_days: 90", "fee_days: 79");
        using var policy = Cli.Keep(own, "policy.yaml");
        var made = JsonDocument.Parse(Cli.Run("analysis", Example, "--policy", policy.Path, "--json").Out).RootElement;
        Assert.Equal(["term"], made.GetProperty("endings").EnumerateArray().Select(e => e.GetProperty("what").GetString()));
    }

    [Fact]
    public void Analysis_OfABadFile_NamesEveryPlace()
    {
        using var broken = Cli.Keep(File.ReadAllText(Example).With("kind: design", "kind: drawing").With("rights: [P1, P2, D1]", "rights: [P1, P9]").With("date: 2026-10-20", "date: 2026-12-20").With("cited_by: 3", "cited: 3"), "analysis.yaml");
        var said = Cli.Run("analysis", broken.Path, "--json", "--lang", "en");
        Assert.Equal(2, said.Code);
        Assert.All(["DIL-0104", "DIL-0107", "drawing", "cited"], part => Assert.Contains(part, said.Out + said.Err, StringComparison.Ordinal));
        Assert.NotEmpty(new SchemaCheck(Schema("request")).Faults(DocToJson.Of(DocReader.Read(File.ReadAllBytes(broken.Path)).Value)));
    }
}
