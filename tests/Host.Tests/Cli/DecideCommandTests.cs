using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Host.Tests.Schemas;

namespace Zhirong.Host.Tests.Cli;

/// <summary><c>decide</c> through the real program: the examples, exit codes, schemas, bad files.</summary>
public sealed class DecideCommandTests
{
    private static string Policy => Example("decide-policy.yaml");

    private static string Facts => Example("decide-facts.yaml");

    private static string Example(string name) => Path.Combine(Cli.Root, "docs", "reference", "examples", name);

    private static JsonNode Schema(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Cli.Root, "src", "Host", "Schemas", $"{name}-v1.json")))!;

    private static JsonElement Fitting(Said said, string schema)
    {
        Assert.Empty(new SchemaCheck(Schema(schema)).Faults(JsonNode.Parse(said.Out)!));
        return JsonDocument.Parse(said.Out).RootElement;
    }

    [Fact]
    public void Decide_TheExample_DeclinesAndSaysByHowMuch()
    {
        var (first, second) = (Cli.Run("decide", Policy, Facts, "--json"), Cli.RunWith(File.ReadAllBytes(Facts), "decide", Policy, "-", "--json"));
        Assert.Equal((1, ""), (first.Code, first.Err));
        Assert.Equal(first.Out, second.Out);
        var made = Fitting(first, "decision");
        Assert.Equal(("decline", JsonValueKind.Null, JsonValueKind.Null), (made.GetProperty("outcome").GetString(), made.GetProperty("limit").ValueKind, made.GetProperty("rate").ValueKind));
        var reason = made.GetProperty("reasons").EnumerateArray().First(r => r.GetProperty("code").GetString() == "EX-102").GetProperty("conditions")[0];
        Assert.Equal(("< 60", "57", "3"), (reason.GetProperty("needs").GetString(), reason.GetProperty("has").GetString(), reason.GetProperty("margin").GetString()));
        var near = made.GetProperty("steps").EnumerateArray().First(s => s.GetProperty("id").GetString() == "rate").GetProperty("near")[0].GetProperty("conditions")[0];
        Assert.Equal("-3", near.GetProperty("margin").GetString());
    }

    [Fact]
    public void Decide_ApprovedReferredAndPlain_EndAsTheContractSays()
    {
        using var good = Cli.Keep(File.ReadAllText(Facts).With("value: 57", "value: 72"), "facts.yaml");
        var approved = Cli.Run("decide", Policy, good.Path, "--json", "--lang", "en");
        Assert.Equal((0, ""), (approved.Code, approved.Err));
        var made = Fitting(approved, "decision");
        Assert.Equal(("approve", "1000000.00", "0.041"), (made.GetProperty("outcome").GetString(), made.GetProperty("limit").GetString(), made.GetProperty("rate").GetString()));
        using var unknown = Cli.Keep(File.ReadAllText(Facts).With("patent.score: {value: 57,", "patent.score: {"), "facts.yaml");
        var referred = Cli.Run("decide", Policy, unknown.Path, "--json");
        Assert.Equal((1, "refer", "patent.score"), (referred.Code, Fitting(referred, "decision").GetProperty("outcome").GetString(), JsonDocument.Parse(referred.Out).RootElement.GetProperty("missing")[0].GetProperty("fact").GetString()));
        using var many = Cli.Keep("schema: zhirong/facts/v1\napplications:\n" + string.Concat(((int[])[72, 57]).Select(s => $"  - {{id: a{s}, day: 2026-03-02, facts: {{firm.years: 3, patent.score: {s}, ip.value: {{value: 5000000.00, date: 2026-01-15}}, request.amount: 800000.00}}}}\n")), "facts.yaml");
        var two = Cli.Run("decide", Policy, many.Path, "--json");
        Assert.Equal((1, 2), (two.Code, Fitting(two, "decisions").GetProperty("decisions").GetArrayLength()));
    }

    [Theory]
    [InlineData("zh", "专利评分 须 >= 60，实际 57，差 3")]
    [InlineData("en", "score of the patents needs >= 60, has 57, short by 3")]
    public void Decide_ForPeople_PutsTheMarginIntoWords(string language, string says)
    {
        var said = Cli.Run("decide", Policy, Facts, "--lang", language);
        Assert.Equal((1, ""), (said.Code, said.Err));
        Assert.Contains(says, said.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_TheExamples_PassAndABrokenOneDoesNot()
    {
        Assert.Equal(0, Cli.Run("decide", "instant-loan", "--check").Code);
        var good = Cli.Run("decide", Policy, "--check", "--json");
        Assert.Equal((0, ""), (good.Code, good.Err));
        Assert.True(Fitting(good, "policy-check").GetProperty("passes").GetBoolean());
        using var broken = Cli.Keep(File.ReadAllText(Policy).With("[60..80)", "(60..80)"), "policy.yaml");
        var bad = Cli.Run("decide", broken.Path, "--check", "--json");
        Assert.Equal(1, bad.Code);
        var gap = Fitting(bad, "policy-check").GetProperty("findings").EnumerateArray().First(f => f.GetProperty("code").GetString() == "POL-0301");
        Assert.Equal(("patent.score", "60"), (gap.GetProperty("example")[0].GetProperty("input").GetString(), gap.GetProperty("example")[0].GetProperty("value").GetString()));
        Assert.Contains("POL-0301", Cli.Run("decide", broken.Path, "--check").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_ALowerPassMark_TellsWhoGains()
    {
        using var lower = Cli.Keep(File.ReadAllText(Policy).With("name: pass, value: 60", "name: pass, value: 55"), "policy.yaml");
        var said = Cli.Run("decide", lower.Path, Facts, "--against", Policy, "--json");
        Assert.Equal((0, ""), (said.Code, said.Err));
        var change = Fitting(said, "policy-replay").GetProperty("changes")[0];
        Assert.Equal(("EX-2026-0007", "EX-102"), (change.GetProperty("id").GetString(), change.GetProperty("lost")[0].GetString()));
        Assert.Contains("EX-102", Cli.Run("decide", lower.Path, Facts, "--against", Policy).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Import_TheExample_GivesAPolicyThatDecides()
    {
        var said = Cli.Run("decide", Example("decide-table.dmn"), "--import");
        Assert.Equal((0, ""), (said.Code, said.Err));
        Assert.Empty(new SchemaCheck(Schema("policy")).Faults(JsonNode.Parse(said.Out)!));
        using var policy = Cli.Keep(said.Out, "policy.json");
        using var facts = Cli.Keep("schema: zhirong/facts/v1\nid: a\nday: 2026-03-02\nfacts: {Patent_Score: 80, Category: utility model}\n", "facts.yaml");
        Assert.Equal("B", Fitting(Cli.Run("decide", policy.Path, facts.Path, "--json"), "decision").GetProperty("figures")[0].GetProperty("value").GetString());
    }

    [Fact]
    public void Decide_BadFiles_NameEveryPlace()
    {
        using var policy = Cli.Keep(File.ReadAllText(Policy).With("hit: C", "hit: X").With("ip.value * rate.part", "ip.valu * rate.part").With("figures:", "figurs:"), "policy.yaml");
        var said = Cli.Run("decide", policy.Path, Facts, "--lang", "en");
        Assert.Equal((2, ""), (said.Code, said.Out));
        Assert.All(said.Err.Split('\n', StringSplitOptions.RemoveEmptyEntries), l => Assert.Matches($"^{System.Text.RegularExpressions.Regex.Escape(policy.Path)}:[0-9]+:[0-9]+: ", l));
        Assert.Contains("did you mean figures", said.Err, StringComparison.Ordinal);
        using var facts = Cli.Keep(File.ReadAllText(Facts).With("patent.score", "patent.scor").With("800000.00", "-1"), "facts.yaml");
        var refused = Cli.Run("decide", Policy, facts.Path);
        Assert.Equal((2, "", 2), (refused.Code, refused.Out, refused.Err.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
        using var early = Cli.Keep(File.ReadAllText(Facts).With("day: 2026-03-02", "day: 2026-02-28"), "facts.yaml");
        Assert.Contains("POL-0401", Cli.Run("decide", Policy, early.Path).Err, StringComparison.Ordinal);
        Assert.Equal(2, Cli.Run("decide", Policy).Code);
        Assert.Equal(2, Cli.Run("decide", "no-such-policy", Facts).Code);
        Assert.Equal(2, Cli.Run("decide", Facts, "--import").Code);
    }

    [Fact]
    public void Schemas_OfTheShippedFiles_Fit()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Cli.Root, "data", "policies"), "*.yaml").Append(Policy).Append(Path.Combine(Cli.Root, "bench", "policy-200.yaml")))
        {
            Assert.Empty(new SchemaCheck(Schema("policy")).Faults(DocToJson.Of(DocReader.Read(File.ReadAllBytes(file)).Value)));
        }

        var facts = DocToJson.Of(DocReader.Read(File.ReadAllBytes(Facts)).Value);
        Assert.Empty(new SchemaCheck(Schema("facts")).Faults(facts));
        facts!["further"] = 1;
        Assert.NotEmpty(new SchemaCheck(Schema("facts")).Faults(facts));
    }
}
