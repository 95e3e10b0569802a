using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Host.Tests.Schemas;

namespace Zhirong.Host.Tests.Cli;

/// <summary><c>diligence</c> through the real program: the example, exit codes, schemas, bad files.</summary>
public sealed class DiligenceCommandTests
{
    private static string Example => Path.Combine(Cli.Root, "docs", "reference", "examples", "diligence-request.yaml");

    private static JsonNode Schema(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Cli.Root, "src", "Host", "Schemas", $"diligence-{name}-v1.json")))!;

    [Fact]
    public void Diligence_OfTheExample_FindsItsFlawsAndLowersTheValue()
    {
        var (first, second) = (Cli.Run("diligence", Example, "--json"), Cli.RunWith(File.ReadAllBytes(Example), "diligence", "-", "--json"));
        Assert.Equal((1, ""), (first.Code, first.Err));
        Assert.Equal(first.Out, second.Out);
        var made = JsonDocument.Parse(first.Out).RootElement;
        Assert.Equal(("no", 2), (made.GetProperty("conclusion").GetProperty("answer").GetString(), made.GetProperty("summary").GetProperty("fatal").GetInt32()));
        var effects = made.GetProperty("effects");
        Assert.Equal(("3000000.00", "1758000.00"), (effects.GetProperty("before").GetString(), effects.GetProperty("after").GetString()));
        Assert.Equal(["1200000.00", "0.00", "378000.00", "0.00", "180000.00"], effects.GetProperty("lines").EnumerateArray().Select(l => l.GetProperty("after").GetString()));
        Assert.All(made.GetProperty("items").EnumerateArray().Where(i => i.GetProperty("state").GetString() == "clear"), i => Assert.Contains(i.GetProperty("facts").EnumerateArray(), f => f.GetProperty("source").GetString() != ""));
        Assert.Empty(new SchemaCheck(Schema("result")).Faults(JsonNode.Parse(first.Out)!));
    }

    /// <summary>Without the three flaws the answer is no longer no, and the mended lines are whole.</summary>
    [Fact]
    public void Diligence_WithTheFlawsTakenAway_Passes()
    {
        var text = File.ReadAllText(Example)
            .With("{value: lapsed, since: 2025-08-20, because: lapsed,", "{value: granted, since: 2021-12-01, because: granted,")
            .With("{items: [{name: 宁波示例塑料有限公司, share: 0.6}, {name: 示例大学, share: 0.4}]", "{items: [{name: 宁波示例塑料有限公司}]")
            .With("{items: [{kind: freeze, holder: 某区人民法院, from: 2025-11-03}]", "{items: []");
        using var kept = Cli.Keep(text, "diligence.yaml");
        var said = Cli.Run("diligence", kept.Path, "--json");
        Assert.Equal((0, ""), (said.Code, said.Err));
        var lines = JsonDocument.Parse(said.Out).RootElement.GetProperty("effects").GetProperty("lines").EnumerateArray().ToDictionary(l => l.GetProperty("right").GetString()!, l => l.GetProperty("after").GetString());
        Assert.Equal(("400000.00", "630000.00"), (lines["P2"], lines["P3"]));
        Assert.Equal(("1200000.00", "180000.00"), (lines["P1"], lines["T1"]));
    }

    [Theory]
    [InlineData("zh", "不作通过")]
    [InlineData("en", "never passes")]
    public void Diligence_ForPeople_SaysWhatIsOpen(string language, string says)
    {
        var said = Cli.Run("diligence", Example, "--lang", language);
        Assert.Equal((1, ""), (said.Code, said.Err));
        Assert.Contains(says, said.Out, StringComparison.Ordinal);
        Assert.Contains("1,758,000.00", said.Out, StringComparison.Ordinal);
        Assert.Contains(language == "zh" ? "自由实施检索报告" : "a freedom-to-operate search", said.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Diligence_ByAChecklistOfOnesOwn_TakesIt()
    {
        var own = File.ReadAllText(Path.Combine(Cli.Root, "data", "diligence", "checklist.yaml")).With("id: platform\nversion: \"1\"", "id: house\nversion: \"7\"");
        using var list = Cli.Keep(own, "list.yaml");
        Assert.Equal("house/7", JsonDocument.Parse(Cli.Run("diligence", Example, "--checklist", list.Path, "--json").Out).RootElement.GetProperty("checklist").GetString());
        using var broken = Cli.Keep(own.With("clear: {holder: [sole]}", "clear: {holdr: [sole]}"), "list.yaml");
        var said = Cli.Run("diligence", Example, "--checklist", broken.Path, "--json", "--lang", "en");
        Assert.Equal((2, ""), (said.Code, said.Out));
        Assert.Contains("DIL-0201", said.Err, StringComparison.Ordinal);
        Assert.StartsWith($"{broken.Path}:", said.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void Diligence_OfABrokenFile_NamesEveryPlace()
    {
        using var broken = Cli.Keep(File.ReadAllText(Example).With("purpose: pledge", "purpose: pawn").With("kind: freeze", "kind: freze").With("trl: {value: 9", "trll: {value: 9"), "diligence.yaml");
        var said = Cli.Run("diligence", broken.Path, "--json", "--lang", "en");
        Assert.Equal((2, ""), (said.Code, said.Out));
        var lines = said.Err.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.All(lines, l => Assert.Matches($"^{System.Text.RegularExpressions.Regex.Escape(broken.Path)}:[0-9]+:[0-9]+: ", l));
        Assert.Contains("did you mean trl", said.Err, StringComparison.Ordinal);
        Assert.Contains("did you mean freeze", said.Err, StringComparison.Ordinal);
        Assert.Equal(2, Cli.Run("diligence", Path.Combine(Cli.Root, "no-such-file.yaml")).Code);
    }

    [Fact]
    public void Schemas_OfTheShippedFiles_Fit()
    {
        var request = DocToJson.Of(DocReader.Read(File.ReadAllBytes(Example)).Value);
        Assert.Empty(new SchemaCheck(Schema("request")).Faults(request));
        Assert.Empty(new SchemaCheck(Schema("checklist")).Faults(DocToJson.Of(DocReader.Read(File.ReadAllBytes(Path.Combine(Cli.Root, "data", "diligence", "checklist.yaml"))).Value)));
        request!["rights"]![0]!["further"] = 1;
        Assert.NotEmpty(new SchemaCheck(Schema("request")).Faults(request));
    }
}
