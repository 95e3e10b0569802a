using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Waterfall.Reading;

namespace Zhirong.Host.Tests.Schemas;

/// <summary>The printed schemas say what the program really takes and gives.</summary>
public sealed class SchemaTests
{
    private static JsonNode Schema(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Root(), "src", "Host", "Schemas", $"{name}.json")))!;

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Zhirong.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    private static DocNode Document(string path) => DocReader.Read(File.ReadAllBytes(Path.Combine(Root(), path))).Value;

    [Theory]
    [InlineData("cases/S01/deal.yaml")]
    [InlineData("cases/S05/deal.yaml")]
    [InlineData("bench/deal-11x36.yaml")]
    public void DealSchema_ShippedDeals_Fit(string path) =>
        Assert.Empty(new SchemaCheck(Schema("ipabs-v1")).Faults(DocToJson.Of(Document(path))));

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
