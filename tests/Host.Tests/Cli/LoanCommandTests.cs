using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Host.Tests.Schemas;

namespace Zhirong.Host.Tests.Cli;

/// <summary><c>loan schedule</c> through the real program: the example of the documents, the contract's own, a bad file.</summary>
public sealed class LoanCommandTests
{
    private const string Contract = """{ "principal": "10000.00", "annualRate": "0.12", "disbursedOn": "2023-12-12", "count": 6, "every": "1M", "method": "equalInstalment", "dayCount": "ACT/ACT", "convention": "fineract", "engine": "progressive", "firstDueOn": null }""";

    private static string Example => Path.Combine(Cli.Root, "docs", "reference", "examples", "loan-terms.yaml");

    private static JsonNode Schema(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Cli.Root, "src", "Host", "Schemas", $"{name}.json")))!;

    [Fact]
    public void Schedule_OfTheContractsExample_IsItsAnswer()
    {
        var said = Cli.RunWith(Encoding.UTF8.GetBytes(Contract), "loan", "schedule", "-", "--json");

        Assert.Equal((0, ""), (said.Code, said.Err));
        var first = JsonDocument.Parse(said.Out).RootElement.GetProperty("instalments")[0];
        Assert.Equal("1 2024-01-12 31 101.81 1623.75 1725.56 8376.25", string.Join(' ', first.EnumerateObject().Select(p => p.Value)));
    }

    [Fact]
    public void Schedule_OfTheDocumentsExample_FitsTheSchemas()
    {
        var said = Cli.Run("loan", "schedule", Example, "--json");

        Assert.Equal((0, ""), (said.Code, said.Err));
        Assert.Empty(new SchemaCheck(Schema("loan-schedule-v1")).Faults(JsonNode.Parse(said.Out)));
        Assert.Empty(new SchemaCheck(Schema("loan-terms-v1")).Faults(DocToJson.Of(DocReader.Read(File.ReadAllBytes(Example)).Value)));
        Assert.Empty(new SchemaCheck(Schema("loan-terms-v1")).Faults(JsonNode.Parse(Contract)));
        Assert.Equal(said.Out, Cli.Run("loan", "schedule", Example, "--json").Out);
    }

    [Theory]
    [InlineData("loan-servicing-v1", "data/credit/servicing.yaml")]
    [InlineData("visit-plan-v1", "data/credit/visits.yaml")]
    [InlineData("promised-indicators-v1", "data/credit/indicators.yaml")]
    [InlineData("loan-classification-v1", "data/credit/classification.yaml")]
    [InlineData("loan-terms-v1", "bench/loan-36.yaml")]
    public void Schemas_OfShippedFiles_Fit(string schema, string path)
    {
        var document = DocToJson.Of(DocReader.Read(File.ReadAllBytes(Path.Combine(Cli.Root, path))).Value)!;
        Assert.Empty(new SchemaCheck(Schema(schema)).Faults(document));
        document.AsObject()["further"] = 1;
        Assert.NotEmpty(new SchemaCheck(Schema(schema)).Faults(document));
    }

    [Theory]
    [InlineData("zh", "按期付息到期还本", "利息合计")]
    [InlineData("en", "interest, then bullet", "Interest")]
    public void Schedule_ForPeople_IsATable(string language, string title, string total)
    {
        var said = Cli.Run("loan", "schedule", Example, "--lang", language);

        Assert.Equal((0, ""), (said.Code, said.Err));
        Assert.Contains(title, said.Out, StringComparison.Ordinal);
        Assert.Contains(total, said.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Schedule_OfABadFile_SaysWhereAndWritesNothing()
    {
        using var file = Cli.Keep(Contract.With("\"count\": 6", "\"count\": 0").With("\"every\"", "\"evry\""), "loan.json");

        var said = Cli.Run("loan", "schedule", file.Path, "--json", "--lang", "en");

        Assert.Equal((2, ""), (said.Code, said.Out));
        Assert.Contains(": count FLD-0102", said.Err, StringComparison.Ordinal);
        Assert.Contains("evry FLD-0104 Unknown key evry; did you mean every", said.Err, StringComparison.Ordinal);
    }
}
