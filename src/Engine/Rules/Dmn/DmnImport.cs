using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml.Linq;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Deciding;
using Zhirong.Engine.Rules.Reading;

namespace Zhirong.Engine.Rules.Dmn;

/// <summary>
/// Makes a draft policy of the decision tables and literal expressions of a DMN 1.x file. Outcomes, reason codes, author and source
/// are for a person to add: DMN has no place for them.
/// </summary>
public static class DmnImport
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of a <c>zhirong/policy/v1</c>, which was read and resolved once.</summary>
    public static Result<string> Of(ReadOnlyMemory<byte> bytes)
    {
        var model = DmnModel.Open(bytes);
        if (!model.Ok)
        {
            return Result<string>.Refused(model.Refusals);
        }

        var decisions = model.Value.Decisions();
        if (!decisions.Ok)
        {
            return Result<string>.Refused(decisions.Refusals);
        }

        var writing = new DmnWriting(model.Value, decisions.Value);
        using var memory = new MemoryStream();
        using (var writer = new Utf8JsonWriter(memory, Options))
        {
            writing.Write(writer);
        }

        if (writing.Refusals.Count > 0)
        {
            return Result<string>.Refused(writing.Refusals);
        }

        var read = PolicyReader.Read(memory.ToArray());
        var resolved = read.Ok ? PolicyResolution.Of(read.Value, []) : Result<ResolvedPolicy>.Refused(read.Refusals);
        // What our language does not take is told by its path in the policy; places in the made text would mislead.
        return resolved.Ok ? Encoding.UTF8.GetString(memory.ToArray()) + "\n" : Result<string>.Refused([.. resolved.Refusals.Select(r => r.At(1, 1))]);
    }
}

/// <summary>Writes the policy of one model.</summary>
internal sealed class DmnWriting
{
    private readonly DmnModel model;
    private readonly List<DmnDecision> decisions;
    private readonly DmnTypes types;
    private readonly FeelText feel = new();
    private readonly List<(string Name, string Id, RuleType Type, List<string> Values, (string Min, string Max)? Range)> facts = [];

    public DmnWriting(DmnModel model, List<DmnDecision> decisions)
    {
        (this.model, this.decisions, types) = (model, decisions, new DmnTypes(model));
        foreach (var decision in decisions)
        {
            var outputs = Outputs(decision);
            feel.Rename(decision.Name, outputs is [{ Name: "result" }] ? $"{decision.Id}.result" : decision.Id);
            foreach (var (output, id) in outputs.Select(o => (DmnModel.Attribute(o.Element, "name"), o.Name)).Where(o => o.Item1.Length > 0))
            {
                feel.Rename($"{decision.Name}.{output}", $"{decision.Id}.{id}");
            }
        }

        foreach (var input in DmnModel.Children(model.Root, "inputData"))
        {
            var variable = DmnModel.Child(input, "variable");
            var name = DmnModel.Attribute(variable, "name") is { Length: > 0 } own ? own : DmnModel.Attribute(input, "name");
            Fact(name, types.Of(DmnModel.Attribute(variable, "typeRef")), types.Values(DmnModel.Attribute(variable, "typeRef")), types.Range(DmnModel.Attribute(variable, "typeRef")));
        }

        decisions.ForEach(Inputs);
    }

    public List<Refusal> Refusals { get; } = [];

    public void Write(Utf8JsonWriter writer)
    {
        var title = DmnModel.Attribute(model.Root, "name") is { Length: > 0 } name ? name : "DMN";
        writer.WriteStartObject();
        writer.WriteString("schema", PolicyReader.Schema);
        writer.WriteString("id", FeelText.Identifier(title, "dmn"));
        writer.WriteString("version", "1");
        Titles(writer, title);
        writer.WriteString("source", $"DMN: {title}");
        writer.WriteString("status", "draft");
        writer.WriteStartArray("facts");
        foreach (var fact in facts)
        {
            Fact(writer, fact);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("steps");
        foreach (var decision in decisions)
        {
            Step(writer, decision);
        }

        writer.WriteEndArray();
        Figures(writer);
        writer.WriteEndObject();
    }

    private static void Titles(Utf8JsonWriter writer, string title)
    {
        writer.WriteString("zh", title);
        writer.WriteString("en", title);
    }

    private void Fact(string name, RuleType? type, List<string> values, (string, string)? range)
    {
        if (name.Length == 0 || decisions.Exists(d => d.Name == name))
        {
            return;
        }

        var at = facts.FindIndex(f => f.Name == name);
        if (at >= 0)
        {
            facts[at] = facts[at] with { Values = facts[at].Values.Count > 0 ? facts[at].Values : values, Range = facts[at].Range ?? range };
            return;
        }

        var id = FeelText.Identifier(name, "fact");
        while (facts.Exists(f => f.Id == id))
        {
            id += "_";
        }

        facts.Add((name, id, type ?? RuleType.Text, values, range));
        feel.Rename(name, id);
    }

    /// <summary>Columns that are a name alone name a fact, whether or not the model draws it.</summary>
    private void Inputs(DmnDecision decision)
    {
        var column = 0;
        foreach (var input in DmnModel.Children(decision.Logic, "input"))
        {
            var expression = DmnModel.Child(input, "inputExpression");
            var text = DmnModel.Text(expression);
            if (text.All(c => char.IsLetterOrDigit(c) || c is '_' or ' ') && text.Length > 0 && char.IsLetter(text[0]))
            {
                var allowed = DmnModel.Text(DmnModel.Child(input, "inputValues"));
                var reference = DmnModel.Attribute(expression, "typeRef");
                Fact(text, types.Of(reference) ?? DmnTypes.Guess(Entries(decision, column)), [.. DmnTypes.Texts(allowed), .. types.Values(reference)], DmnTypes.Bounds(allowed) ?? types.Range(reference));
            }

            column++;
        }
    }

    private static IEnumerable<string> Entries(DmnDecision decision, int column) =>
        DmnModel.Children(decision.Logic, "rule").Select(r => DmnModel.Text(DmnModel.Children(r, "inputEntry").ElementAtOrDefault(column)));

    private static List<(string Name, XElement Element)> Outputs(DmnDecision decision)
    {
        var elements = DmnModel.Children(decision.Logic, "output").ToList();
        var named = elements.Select((o, i) => (FeelText.Identifier(DmnModel.Attribute(o, "name") is { Length: > 0 } name && elements.Count > 1 ? name : "", elements.Count == 1 ? "result" : $"output{i + 1}"), o)).ToList();
        return named;
    }

    private static void Fact(Utf8JsonWriter writer, (string Name, string Id, RuleType Type, List<string> Values, (string Min, string Max)? Range) fact)
    {
        writer.WriteStartObject();
        writer.WriteString("name", fact.Id);
        writer.WriteString("type", PolicyFields.Word(fact.Type));
        Titles(writer, fact.Name);
        if (fact.Values.Count > 0 && fact.Type == RuleType.Text)
        {
            Texts(writer, "values", fact.Values);
        }

        if (fact is { Range: { } range, Type: RuleType.Number })
        {
            writer.WriteString("min", range.Min);
            writer.WriteString("max", range.Max);
        }

        writer.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter writer, string key, IEnumerable<string> texts)
    {
        writer.WriteStartArray(key);
        texts.Distinct(StringComparer.Ordinal).ToList().ForEach(writer.WriteStringValue);
        writer.WriteEndArray();
    }

    private void Step(Utf8JsonWriter writer, DmnDecision decision)
    {
        writer.WriteStartObject();
        writer.WriteString("id", decision.Id);
        writer.WriteString("kind", decision.Logic.Name.LocalName == "decisionTable" ? "table" : "map");
        Titles(writer, decision.Name);
        if (decision.Logic.Name.LocalName == "decisionTable")
        {
            Table(writer, decision);
        }
        else
        {
            writer.WriteStartArray("values");
            writer.WriteStartObject();
            writer.WriteString("name", "result");
            writer.WriteString("is", feel.Of(DmnModel.Text(decision.Logic)) ?? "");
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private void Table(Utf8JsonWriter writer, DmnDecision decision)
    {
        var inputs = DmnModel.Children(decision.Logic, "input").Select((input, i) => (Id: $"c{i + 1}", Is: feel.Of(DmnModel.Text(DmnModel.Child(input, "inputExpression"))) ?? "")).ToList();
        var outputs = Outputs(decision);
        writer.WriteString("hit", Hit(decision));
        writer.WriteStartArray("inputs");
        foreach (var (id, expression) in inputs)
        {
            writer.WriteStartObject();
            writer.WriteString("id", id);
            writer.WriteString("is", expression);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("outputs");
        outputs.ForEach(o => Output(writer, o.Name, o.Element));
        writer.WriteEndArray();
        writer.WriteStartArray("rows");
        var number = 0;
        foreach (var rule in DmnModel.Children(decision.Logic, "rule"))
        {
            Rule(writer, decision, rule, ++number, inputs.Count, outputs.Count);
        }

        writer.WriteEndArray();
    }

    private void Output(Utf8JsonWriter writer, string name, XElement element)
    {
        writer.WriteStartObject();
        writer.WriteString("name", name);
        if (types.Of(DmnModel.Attribute(element, "typeRef")) is { } type)
        {
            writer.WriteString("type", PolicyFields.Word(type));
        }

        var values = DmnTypes.Texts(DmnModel.Text(DmnModel.Child(element, "outputValues")));
        if (values.Count > 0)
        {
            Texts(writer, "values", values);
        }

        if (feel.Of(DmnModel.Text(DmnModel.Child(element, "defaultOutputEntry"))) is { } other)
        {
            writer.WriteString("default", other);
        }

        writer.WriteEndObject();
    }

    private void Rule(Utf8JsonWriter writer, DmnDecision decision, XElement rule, int number, int inputs, int outputs)
    {
        var (when, then) = (DmnModel.Children(rule, "inputEntry").ToList(), DmnModel.Children(rule, "outputEntry").ToList());
        if (when.Count != inputs || then.Count != outputs)
        {
            Refusals.Add(DmnRefusals.Shape($"decision.{decision.Name}.rule.{number}", when.Count + then.Count, inputs + outputs, rule));
        }

        writer.WriteStartObject();
        writer.WriteString("id", $"{number}");
        Entries(writer, "when", when);
        Entries(writer, "then", then);
        writer.WriteEndObject();
    }

    private void Entries(Utf8JsonWriter writer, string key, List<XElement> entries)
    {
        writer.WriteStartArray(key);
        foreach (var entry in entries)
        {
            writer.WriteStringValue(feel.Of(DmnModel.Text(entry)));
        }

        writer.WriteEndArray();
    }

    private string Hit(DmnDecision decision)
    {
        var (hit, aggregation) = (DmnModel.Attribute(decision.Logic, "hitPolicy").ToUpperInvariant(), DmnModel.Attribute(decision.Logic, "aggregation").ToUpperInvariant());
        var letter = (hit, aggregation) switch
        {
            ("" or "UNIQUE", "") => "U",
            ("FIRST", "") => "F",
            ("ANY", "") => "A",
            ("PRIORITY", "") => "P",
            ("RULE ORDER", "") => "R",
            ("OUTPUT ORDER", "") => "O",
            ("COLLECT", "") => "C",
            ("COLLECT", "SUM") => "C+",
            ("COLLECT", "MIN") => "C<",
            ("COLLECT", "MAX") => "C>",
            ("COLLECT", "COUNT") => "C#",
            _ => null,
        };
        if (letter is null)
        {
            Refusals.Add(DmnRefusals.Hit($"decision.{decision.Name}.hitPolicy", $"{hit} {aggregation}".Trim(), decision.Logic));
        }

        return letter ?? "U";
    }

    /// <summary>What the decisions give that no other decision requires.</summary>
    private void Figures(Utf8JsonWriter writer)
    {
        var required = decisions.SelectMany(DmnModel.Required).ToHashSet(StringComparer.Ordinal);
        writer.WriteStartArray("figures");
        foreach (var decision in decisions.Where(d => !required.Contains(DmnModel.Attribute(d.Element, "id"))))
        {
            var outputs = decision.Logic.Name.LocalName == "decisionTable" ? Outputs(decision).ConvertAll(o => o.Name) : ["result"];
            foreach (var output in outputs)
            {
                writer.WriteStartObject();
                writer.WriteString("name", outputs.Count == 1 ? decision.Id : $"{decision.Id}.{output}");
                writer.WriteString("from", $"{decision.Id}.{output}");
                Titles(writer, outputs.Count == 1 ? decision.Name : $"{decision.Name}: {output}");
                writer.WriteEndObject();
            }
        }

        writer.WriteEndArray();
    }
}
