using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Host.Tests.Schemas;

namespace Zhirong.Host.Tests.Cli;

/// <summary><c>subsidy</c> and <c>share</c> through the real program: the examples, exit codes, schemas, bad files.</summary>
public sealed class SchemeCommandTests
{
    private static string Example(string name) => Path.Combine(Cli.Root, "docs", "reference", "examples", $"{name}-facts.yaml");

    private static SchemaCheck Schema(string name) => new(JsonNode.Parse(File.ReadAllText(Path.Combine(Cli.Root, "src", "Host", "Schemas", $"{name}-v1.json")))!);

    [Fact]
    public void Subsidy_OfTheExample_IsCappedAndShowsEachStep()
    {
        var file = Path.Combine(Cli.Root, "data", "schemes", "subsidy", "qingdao-interest.yaml");
        var (first, second) = (Cli.Run("subsidy", "qingdao-interest", Example("subsidy"), "--json"), Cli.RunWith(File.ReadAllBytes(Example("subsidy")), "subsidy", file, "-", "--json"));
        Assert.Equal((0, ""), (first.Code, first.Err));
        Assert.Equal(first.Out, second.Out);
        var made = JsonDocument.Parse(first.Out).RootElement;
        Assert.Equal(("granted", "500000.00"), (made.GetProperty("state").GetString(), made.GetProperty("total").GetString()));
        var steps = made.GetProperty("items")[0].GetProperty("steps").EnumerateArray().ToDictionary(s => s.GetProperty("kind").GetString()!);
        Assert.Equal("558000.00", steps["rounded"].GetProperty("value").GetString());
        Assert.Equal(("LPR1Y", "2024-11-20"), (steps["rate"].GetProperty("curve").GetString(), steps["rate"].GetProperty("published").GetString()));
        Assert.Equal(("firm_year", "yes"), (steps["cap"].GetProperty("cap").GetString(), steps["cap"].GetProperty("bound").GetString()));
        Assert.Empty(Schema("subsidy-result").Faults(JsonNode.Parse(first.Out)!));
        Assert.All(JsonNode.Parse(first.Out)!["conditions"]!.AsArray(), c => Assert.NotEmpty(c!["facts"]!.AsArray()));
    }

    [Fact]
    public void Share_OfTheExample_ReturnsRecoveriesInTheSameShares()
    {
        var said = Cli.Run("share", "zhongshan", Example("share"), "--json", "--lang", "en");
        Assert.Equal((0, ""), (said.Code, said.Err));
        var made = JsonDocument.Parse(said.Out).RootElement;
        Assert.Equal(["1620000.00 226800.00", "780000.00 109200.00", "480000.00 67200.00", "120000.00 16800.00"], made.GetProperty("parties").EnumerateArray().Select(p => $"{p.GetProperty("total").GetString()} {p.GetProperty("returned").GetString()}"));
        Assert.Empty(Schema("share-result").Faults(JsonNode.Parse(said.Out)!));
    }

    [Theory]
    [InlineData("zh", "未与发文核对", "500,000.00")]
    [InlineData("en", "not compared with the issuing text", "500,000.00")]
    public void Subsidy_ForPeople_SaysItIsUnverified(string language, string says, string total)
    {
        var said = Cli.Run("subsidy", "qingdao-interest", Example("subsidy"), "--lang", language);
        Assert.Equal((0, ""), (said.Code, said.Err));
        Assert.Contains(says, said.Out, StringComparison.Ordinal);
        Assert.Contains(total, said.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("is_patentee: {value: true", "is_patentee: {value: false", 1, "refused")]
    [InlineData("used: {}", "", 0, "open")]
    public void Subsidy_OfAnotherCase_AnswersByItsExitCode(string whole, string other, int code, string state)
    {
        using var kept = Cli.Keep(File.ReadAllText(Example("subsidy")).With(whole, other), "facts.yaml");
        var said = Cli.Run("subsidy", "qingdao-interest", kept.Path, "--json");
        Assert.Equal((code, state), (said.Code, JsonDocument.Parse(said.Out).RootElement.GetProperty("state").GetString()));
    }

    [Fact]
    public void Schemes_OfBrokenFiles_NameEveryPlace()
    {
        using var facts = Cli.Keep(File.ReadAllText(Example("subsidy")).With("is_patentee:", "is_patente:").With("\"30000000.00\"", "三千万"), "facts.yaml");
        var said = Cli.Run("subsidy", "qingdao-interest", facts.Path, "--json", "--lang", "en");
        Assert.Equal((2, ""), (said.Code, said.Out));
        Assert.Equal(2, said.Err.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("did you mean firm.is_patentee", said.Err, StringComparison.Ordinal);
        using var rule = Cli.Keep(File.ReadAllText(Path.Combine(Cli.Root, "data", "schemes", "share", "zhongshan.yaml")).With("bank: 0.26", "bank: 0.25"), "rule.yaml");
        var refused = Cli.Run("share", rule.Path, Example("share"), "--json");
        Assert.Equal(2, refused.Code);
        Assert.Contains("SCH-0101", refused.Err, StringComparison.Ordinal);
        Assert.StartsWith($"{rule.Path}:", refused.Err, StringComparison.Ordinal);
        Assert.Equal(2, Cli.Run("share", "no-such-scheme", Example("share")).Code);
        Assert.Equal(2, Cli.Run("subsidy", "zhongshan", Example("subsidy")).Code);
    }

    [Fact]
    public void Schemas_OfTheShippedFiles_Fit()
    {
        foreach (var (kind, name) in new[] { ("subsidy", "subsidy-rule"), ("share", "share-rule") })
        {
            foreach (var file in Directory.GetFiles(Path.Combine(Cli.Root, "data", "schemes", kind)))
            {
                var rule = DocToJson.Of(DocReader.Read(File.ReadAllBytes(file)).Value);
                Assert.Empty(Schema(name).Faults(rule).Select(f => $"{file} {f}"));
                rule!["further"] = 1;
                Assert.NotEmpty(Schema(name).Faults(rule));
            }

            Assert.Empty(Schema("scheme-facts").Faults(DocToJson.Of(DocReader.Read(File.ReadAllBytes(Example(kind))).Value)));
        }
    }
}
