using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Xunit;
using Zhirong.Engine.Rules;
using Zhirong.Engine.Rules.Deciding;
using Zhirong.Engine.Rules.Dmn;
using Zhirong.Engine.Rules.Policies;
using Zhirong.Engine.Rules.Reading;

namespace Zhirong.Engine.Tests.Rules;

/// <summary>
/// The decision tables of <c>tests/golden/decision-tables.json</c> (dmn-tck/tck, Apache-2.0): written as DMN, imported, read as a
/// policy, decided.
/// </summary>
public sealed class DecisionTableVectors
{
    private static IEnumerable<JsonElement> Models => Repo.Golden("decision-tables.json").GetProperty("models").EnumerateArray();

    [Fact]
    public void Decide_EveryVector_AnswersAsPublished()
    {
        var cases = 0;
        foreach (var model in Models)
        {
            var decision = model.GetProperty("decisions")[0];
            var policy = Import(Xml(decision));
            foreach (var vector in model.GetProperty("cases").EnumerateArray())
            {
                var facts = string.Join(", ", vector.GetProperty("inputs").EnumerateObject().Select(i => $"{i.Name}: {Scalar(i.Value)}"));
                var made = policy.Decide(facts);
                Assert.Equal(Outcome.Computed, made.Outcome);
                Assert.Equal(Expected(vector.GetProperty("expected").GetProperty(decision.GetProperty("name").GetString()!)), Found(made));
                cases++;
            }
        }

        Assert.Equal(27, cases);
    }

    /// <summary>The twin: with the rows turned round, First and Rule order answer otherwise, so the vectors do test the order.</summary>
    [Theory]
    [InlineData("FIRST")]
    [InlineData("RULE ORDER")]
    public void Decide_WithTheRowsTurnedRound_AnswersOtherwise(string hit)
    {
        var model = Models.First(m => m.GetProperty("decisions")[0].GetProperty("hitPolicy").GetString() == hit);
        var decision = model.GetProperty("decisions")[0];
        var xml = Xml(decision);
        var table = xml.Descendants().First(e => e.Name.LocalName == "decisionTable");
        var rules = table.Elements().Where(e => e.Name.LocalName == "rule").Reverse().ToList();
        rules.ForEach(r => r.Remove());
        table.Add(rules);
        var policy = Import(xml);
        Assert.Contains(model.GetProperty("cases").EnumerateArray(), vector =>
            Expected(vector.GetProperty("expected").GetProperty(decision.GetProperty("name").GetString()!)) != Found(policy.Decide(string.Join(", ", vector.GetProperty("inputs").EnumerateObject().Select(i => $"{i.Name}: {Scalar(i.Value)}")))));
    }

    private static ResolvedPolicy Import(XDocument xml)
    {
        var made = DmnImport.Of(Encoding.UTF8.GetBytes(xml.ToString()));
        Assert.True(made.Ok, made.Ok ? "" : string.Join("; ", made.Refusals.Select(r => $"{r.Code} {r.Path} {r.Found} {r.Message.En}")));
        return PolicyResolution.Of(PolicyReader.Read(Encoding.UTF8.GetBytes(made.Value)).Value, []).Value;
    }

    private static XDocument Xml(JsonElement decision)
    {
        XNamespace n = "https://www.omg.org/spec/DMN/20191111/MODEL/";
        XElement Cell(string name, string? text) => new(n + name, new XElement(n + "text", text ?? ""));
        string? Text(JsonElement of, string key) => of.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        var table = new XElement(n + "decisionTable", new XAttribute("hitPolicy", decision.GetProperty("hitPolicy").GetString()!));
        if (Text(decision, "aggregation") is { } aggregation)
        {
            table.Add(new XAttribute("aggregation", aggregation));
        }

        foreach (var input in decision.GetProperty("inputs").EnumerateArray())
        {
            table.Add(new XElement(n + "input", Cell("inputExpression", Text(input, "expr")), Text(input, "allowed") is { } allowed ? Cell("inputValues", allowed) : null));
        }

        foreach (var output in decision.GetProperty("outputs").EnumerateArray())
        {
            table.Add(new XElement(n + "output", Text(output, "name") is { } name ? new XAttribute("name", name) : null,
                Text(output, "allowed") is { } allowed ? Cell("outputValues", allowed) : null, Text(output, "default") is { } other ? Cell("defaultOutputEntry", other) : null));
        }

        foreach (var rule in decision.GetProperty("rules").EnumerateArray())
        {
            table.Add(new XElement(n + "rule", rule.GetProperty("when").EnumerateArray().Select(w => Cell("inputEntry", w.GetString())), rule.GetProperty("then").EnumerateArray().Select(w => Cell("outputEntry", w.GetString()))));
        }

        return new(new XElement(n + "definitions", new XAttribute("name", "vector"), new XElement(n + "decision", new XAttribute("id", "d"), new XAttribute("name", decision.GetProperty("name").GetString()!), table)));
    }

    private static string Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.GetProperty("num").GetString()!,
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };

    /// <summary>Rows of values in the columns' order, lists written out: <c>Approved|Best; Approved|Standard</c>.</summary>
    private static string Expected(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join("; ", value.EnumerateArray().Select(Expected)),
        JsonValueKind.Object when !value.TryGetProperty("num", out _) => string.Join("|", value.EnumerateObject().Select(p => Scalar(p.Value))),
        _ => Scalar(value),
    };

    private static string Found(Decision made)
    {
        var columns = made.Figures.Select(f => f.Value.Type switch { RuleType.Texts => f.Value.Texts, RuleType.Numbers => [.. f.Value.Numbers.Select(n => $"{n}")], _ => (IReadOnlyList<string>)[f.Value.ToString()] }).ToList();
        return string.Join("; ", Enumerable.Range(0, columns.Max(c => c.Count)).Select(row => string.Join("|", columns.Select(c => c[row]))));
    }
}
