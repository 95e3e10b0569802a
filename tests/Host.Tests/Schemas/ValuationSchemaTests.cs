using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Engine.Appraisal.Reading;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Host.Tests.Schemas;

/// <summary>Schemas of appraisal and scores against the examples, the shipped rubrics, the readers and real answers.</summary>
public sealed class ValuationSchemaTests
{
    private static JsonNode Schema(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Cli.Cli.Root, "src", "Host", "Schemas", $"{name}.json")))!;

    private static DocNode Document(string path) => DocReader.Read(File.ReadAllBytes(Path.Combine(Cli.Cli.Root, path))).Value;

    [Theory]
    [InlineData("value-request-v1", "docs/reference/examples/value-request.yaml")]
    [InlineData("value-request-v1", "bench/royalty.yaml")]
    [InlineData("score-request-v1", "docs/reference/examples/score-request.yaml")]
    [InlineData("rubric-v1", "data/rubrics/platform-patent.yaml")]
    [InlineData("rubric-v1", "bench/rubric-27.yaml")]
    public void Schema_OfShippedFiles_Fits(string schema, string path) => Assert.Empty(new SchemaCheck(Schema(schema)).Faults(DocToJson.Of(Document(path))));

    [Theory]
    [InlineData("value-result-v1", "value", "docs/reference/examples/value-request.yaml", "--json")]
    [InlineData("value-result-v1", "value", "bench/royalty.yaml", "--json", "--lang", "en")]
    [InlineData("score-result-v1", "score", "docs/reference/examples/score-request.yaml", "--json")]
    public void Schema_OfRealAnswers_Fits(string schema, params string[] args)
    {
        var said = Cli.Cli.Run([args[0], Path.Combine(Cli.Cli.Root, args[1]), .. args[2..]]);
        Assert.Equal((0, ""), (said.Code, said.Err));
        var answer = JsonNode.Parse(said.Out)!;
        Assert.Empty(new SchemaCheck(Schema(schema)).Faults(answer));
        answer.AsObject()["further"] = 1;
        Assert.NotEmpty(new SchemaCheck(Schema(schema)).Faults(answer));
    }

    /// <summary>A key nobody knows, in every map of the examples: refused by the reader where it stands, and by the schema.</summary>
    [Theory]
    [InlineData("value-request-v1", "docs/reference/examples/value-request.yaml")]
    [InlineData("rubric-v1", "data/rubrics/platform-patent.yaml")]
    public void Readers_OfAnUnknownKeyAnywhere_Refuse(string schema, string path)
    {
        var (document, maps) = (Document(path), new List<string>());
        Maps(document, "", maps);
        foreach (var map in maps.Where((_, i) => i % (maps.Count / 40) == 0 || maps.Count < 40))
        {
            var broken = DocEdit.Set(document, map.Length == 0 ? "zzzzzzzzqqq" : $"{map}.zzzzzzzzqqq", "1").Value;
            var refusals = schema == "rubric-v1" ? RubricReader.Read(broken).Refusals : ValueRequestReader.Read(broken, Home.Appraisal()).Refusals;
            Assert.True(refusals.Any(r => r.Line > 0 && r.Code is "FLD-0104" && r.Path.EndsWith("zzzzzzzzqqq", StringComparison.Ordinal)), map);
            Assert.True(new SchemaCheck(Schema(schema)).Faults(DocToJson.Of(broken)).Count > 0, $"the schema takes {map}.zzzzzzzzqqq");
        }

        Assert.True(maps.Count > 30, $"{maps.Count} maps");
    }

    /// <summary>Maps whose keys are fields; those keyed by names (scores, weights) take any.</summary>
    private static void Maps(DocNode node, string path, List<string> into)
    {
        var last = path[(path.LastIndexOf('.') + 1)..];
        if (node is DocMap map)
        {
            if (last is not "weights" and not "scores")
            {
                into.Add(path);
            }

            foreach (var entry in map.Entries)
            {
                Maps(entry.Value, path.Length == 0 ? entry.Key : $"{path}.{entry.Key}", into);
            }
        }
        else if (node is DocList list)
        {
            for (var i = 0; i < list.Items.Count; i++)
            {
                var id = (list.Items[i] as DocMap)?["id"] is DocScalar scalar ? scalar.Text : $"{i}";
                Maps(list.Items[i], $"{path}.{id}", into);
            }
        }
    }
}
