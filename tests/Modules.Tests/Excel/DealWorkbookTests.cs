using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Modules.Securitization.Excel;

namespace Zhirong.Modules.Tests.Excel;

public sealed class DealWorkbookTests
{
    [Theory]
    [InlineData("S01")]
    [InlineData("S05")]
    public void Read_WrittenCase_MeansAndPaysTheSame(string id)
    {
        var deal = Deals.Of(id);
        var bytes = DealWorkbook.Write(deal);
        var import = DealWorkbook.Read(bytes);
        Assert.Empty(import.Refusals.Select(Line));
        Assert.Equal(Deals.Meaning(deal), Deals.Meaning(import.Document!));
        Assert.Equal(Deals.Run(deal), Deals.Run(import.Document!));
        Assert.Equal(bytes, DealWorkbook.Write(import.Document!));
        Assert.Equal(0, import.Report.Sum(sheet => sheet.Refused));
        Assert.Equal(((DocList)((DocMap)((DocMap)deal)["pool"]!)["obligors"]!).Items.Count, import.Report.Single(sheet => sheet.Sheet == "资产").Taken);
    }

    [Theory]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    public void Write_CaseAndTemplate_AreValidAgainstTheFormat(Language language)
    {
        foreach (var bytes in new[] { DealWorkbook.Write(Deals.Of("S05"), language), DealWorkbook.Template(language) })
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
            Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        }
    }

    [Fact]
    public void Read_EmptyTemplate_HasOnlyItsFormat()
    {
        var import = DealWorkbook.Read(DealWorkbook.Template());
        Assert.Empty(import.Refusals.Select(Line));
        Assert.Equal("schema: ipabs/v1\ncurrency: CNY\n", DealYaml.Write(import.Document!));
    }

    [Fact]
    public void Read_EnglishHeadings_MeanTheSame()
    {
        var deal = Deals.Of("S05");
        Assert.Equal(Deals.Meaning(deal), Deals.Meaning(DealWorkbook.Read(DealWorkbook.Write(deal, Language.En)).Document!));
    }

    internal static string Line(Refusal refusal) => $"{refusal.Code} {refusal.Path} {refusal.Sentence(Language.En)}";
}
