using System.Text.Json;
using Xunit;
using Zhirong.Engine.Rules;
using Zhirong.Engine.Rules.Deciding;
using Zhirong.Engine.Rules.Policies;
using Zhirong.Engine.Rules.Reading;

namespace Zhirong.Engine.Tests.Rules;

/// <summary>
/// Published answers of a peer's test graphs (<c>graphCases</c> of <c>tests/golden/unary-tests.json</c>) from the graphs' rules in our
/// form (<c>tests/golden/graph-policies</c>). Graphs that run scripts, read the clock or write into nested objects have no form here.
/// </summary>
public sealed class GraphVectors
{
    [Theory]
    [InlineData("loan-approval", 5)]
    [InlineData("insurance-agent-commission", 4)]
    [InlineData("credit-limit-adjustment", 2)]
    public void Decide_ThePublishedInput_GivesThePublishedFigures(string name, int figures)
    {
        var graph = Repo.Golden("unary-tests.json").GetProperty("graphCases").EnumerateArray().Single(g => g.GetProperty("path").GetString()!.EndsWith($"/{name}.json", StringComparison.Ordinal));
        var policy = PolicyResolution.Of(PolicyReader.Read(File.ReadAllBytes(Path.Combine(Repo.Root, "tests", "golden", "graph-policies", $"{name}.yaml"))).Value, []).Value;
        var vector = graph.GetProperty("tests")[0];
        var given = Leaves(vector.GetProperty("input"), "").ToDictionary(l => l.Path, l => l.Value);
        var facts = string.Join(", ", policy.Definition.Facts.Select(f => $"{f.Name}: {given[f.Name]}"));
        var expected = Leaves(vector.GetProperty("output"), "").ToDictionary(l => l.Path.Split('.')[^1], l => l.Value);
        var made = policy.Decide(facts);
        Assert.Equal(Outcome.Computed, made.Outcome);
        Assert.Equal(figures, made.Figures.Count);
        Assert.All(made.Figures, f => Assert.Equal(RuleValue.Parse(f.Value.Type, expected[f.Figure.Name]), f.Value));
    }

    private static IEnumerable<(string Path, string Value)> Leaves(JsonElement of, string path) => of.ValueKind == JsonValueKind.Object
        ? of.EnumerateObject().SelectMany(p => Leaves(p.Value, path.Length == 0 ? p.Name : $"{path}.{p.Name}"))
        : [(path, of.ValueKind == JsonValueKind.String ? of.GetString()! : of.GetRawText())];
}
