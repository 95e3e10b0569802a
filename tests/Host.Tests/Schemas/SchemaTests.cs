using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Waterfall.Reading;

namespace Zhirong.Host.Tests.Schemas;

/// <summary>The printed schemas say what the program really takes and gives.</summary>
public sealed class SchemaTests
{
    private static JsonNode Schema(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Repo.Root, "src", "Host", "Schemas", $"{name}.json")))!;

    private static DocNode Document(string path) => DocReader.Read(File.ReadAllBytes(Path.Combine(Repo.Root, path))).Value;

    [Theory]
    [InlineData("cases/S01/deal.yaml")]
    [InlineData("cases/S05/deal.yaml")]
    [InlineData("bench/deal-11x36.yaml")]
    public void DealSchema_ShippedDeals_Fit(string path) =>
        Assert.Empty(new SchemaCheck(Schema("ipabs-v1")).Faults(DocToJson.Of(Document(path))));

    [Theory]
    [InlineData("cases/S01/case.yaml")]
    [InlineData("cases/S05/case.yaml")]
    public void CaseSchema_ShippedCases_Fit(string path) =>
        Assert.Empty(new SchemaCheck(Schema("case-v1")).Faults(DocToJson.Of(Document(path))));

    [Theory]
    [InlineData("evidence-bundle-v1", "evidence-bundle.json")]
    [InlineData("evidence-log-v1", "evidence-log.json")]
    [InlineData("signed-checkpoint-v1", "signed-checkpoint.json")]
    public void EvidenceSchemas_ExamplesOfTheDocuments_Fit(string schema, string example)
    {
        var document = JsonNode.Parse(File.ReadAllText(Path.Combine(Repo.Root, "docs", "reference", "examples", example)))!;

        Assert.Empty(new SchemaCheck(Schema(schema)).Faults(document));
        Assert.Empty(document["checkpoint"] is { } checkpoint ? new SchemaCheck(Schema("checkpoint-v1")).Faults(checkpoint) : []);
        document.AsObject()["further"] = 1;
        Assert.NotEmpty(new SchemaCheck(Schema(schema)).Faults(document));
    }

    [Theory]
    [InlineData("deal-run-v1", "deal", "run", "cases/S01/deal.yaml", "--json")]
    [InlineData("deal-run-v1", "deal", "run", "cases/S05/deal.yaml", "--json", "--lang", "en")]
    [InlineData("deal-check-v1", "deal", "check", "cases/S01/deal.yaml", "--json")]
    [InlineData("deal-why-v1", "deal", "run", "cases/S05/deal.yaml", "--why", "2:A.interest", "--json")]
    [InlineData("case-run-v1", "case", "run", "S01", "--json")]
    [InlineData("case-run-v1", "case", "run", "S05", "--json", "--records")]
    [InlineData("case-runs-v1", "case", "run", "all", "--json")]
    [InlineData("case-list-v1", "case", "list", "--json")]
    [InlineData("proof-report-v1", "proof", "verify", "docs/reference/examples/evidence-bundle.json", "--json")]
    [InlineData("import-report-v1", "import", "rights", "docs/reference/examples/import-rights.csv", "--json")]
    [InlineData("import-report-v1", "import", "rights", "tests/golden/register/legal_fixtures_example_1.xml", "tests/golden/register/xml2014_US08930553.xml", "tests/golden/register/rn2178784-ST96.xml", "tests/golden/register/assignment_1.xml", "--json")]
    [InlineData("import-firms-v1", "import", "firms", "docs/reference/examples/import-firms.csv", "--json")]
    public void OutputSchemas_RealAnswers_Fit(string schema, params string[] args) =>
        Assert.Empty(new SchemaCheck(Schema(schema)).Faults(JsonNode.Parse(Shell.Known(args).Out)));

    [Fact]
    public void SchemaVerb_EveryNameItLists_PrintsASchemaOfThatName()
    {
        foreach (var name in Shell.Known("schema").Out.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.Equal(name, JsonNode.Parse(Shell.Known("schema", name).Out)!["$id"]!.GetValue<string>());
        }
    }

    [Theory]
    [InlineData("size", "-1")]
    [InlineData("market", "NYSE")]
    [InlineData("sizes", "1")]
    [InlineData("tranches.A.copon", "0.02")]
    [InlineData("dates.closing", "20 Jan 2026")]
    public void DealSchema_BrokenDeal_DoesNotFit(string path, string value)
    {
        var broken = DocEdit.Set(Document("cases/S01/deal.yaml"), path, value).Value;
        Assert.NotEmpty(new SchemaCheck(Schema("ipabs-v1")).Faults(DocToJson.Of(broken)));
        Assert.False(DealReader.Read(broken).Ok);
    }

    [Fact]
    public void DealSchema_KeysOfEveryObject_AreTheKeysTheReaderKnows()
    {
        var schema = Schema("ipabs-v1");
        var full = new SchemaSample(schema).Of(schema)!;
        var compared = 0;
        foreach (var (path, keys) in SchemaSample.Objects(schema, full))
        {
            var document = DocReader.Read(SchemaSample.With(full, path, "zzzzzzzzqqqqqqqq").ToJsonString()).Value;
            var unknown = DealReader.Read(document).Refusals.Where(r => r.Code == "FLD-0104").ToList();
            var refusal = Assert.Single(unknown);
            Assert.Equal("zzzzzzzzqqqqqqqq", refusal.Found);
            Assert.Equal(keys.Order(StringComparer.Ordinal), refusal.Expected.En.Split(", ").Order(StringComparer.Ordinal));
            compared++;
        }

        Assert.True(compared > 20, $"{compared} objects compared");
    }
}
