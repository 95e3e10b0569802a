using System.Runtime.Versioning;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Securitization.Reports;
using Zhirong.Platform.Office.Printing;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Tests.Reports;

public sealed class PrintingTests
{
    private static readonly DateTimeOffset Moment = new(2026, 3, 9, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("S01", null, Language.Zh, "第{0}页共{1}页")]
    [InlineData("S05", "C01", Language.En, "Page{0}of{1}")]
    [InlineData("", null, Language.Zh, "第{0}页共{1}页")]
    public async Task Print_Report_HasNumberedPagesTextInsideTheMarginsAndTheSameBytes(string id, string? fails, Language language, string number)
    {
        using var made = ReportCases.Of(id.Length == 0 ? ReportCases.Monthly() : ReportCases.Deal(id), fails is null ? null : ReportCases.Defaults("一户违约", "topup", fails), language);
        var html = ReportPage.Write(made.Report);
        var printer = PagePrinter.OfMachine();
        var pdf = (await printer.Print(html, Moment, TestContext.Current.CancellationToken)).Value;
        var pages = ReadReport.PagesOfPdf(pdf);
        Assert.InRange(pages.Length, 6, 24);
        Assert.All(pages.Select((page, i) => (page, i)), p => Assert.Contains(string.Format(null, number, p.i + 1, pages.Length), p.page, StringComparison.Ordinal));
        var whole = string.Concat(pages);
        Assert.All(made.Report.Sections, section => Assert.Contains(section.Title.Replace(" ", "", StringComparison.Ordinal), whole, StringComparison.Ordinal));
        Assert.Contains(made.Input.InputHash[7..], whole, StringComparison.Ordinal);
        Assert.Empty(ReadReport.Overflows(pdf, margin: 50));
        Assert.Equal(pdf, (await printer.Print(html, Moment, TestContext.Current.CancellationToken)).Value);
        Assert.NotEqual(pdf, (await printer.Print(html, Moment.AddDays(1), TestContext.Current.CancellationToken)).Value);
    }

    [Fact]
    public async Task Print_WithoutBrowser_IsRefused()
    {
        var printer = new PagePrinter(null);
        Assert.False(printer.Ready);
        Assert.Equal("OFF-0201", Assert.Single((await printer.Print("<p>", Moment, TestContext.Current.CancellationToken)).Refusals).Code);
    }

    [Theory]
    [UnsupportedOSPlatform("windows")]
    [InlineData("sleep 30 & sleep 30", "OFF-0202")]
    [InlineData("echo broken >&2; exit 1", "OFF-0203")]
    public async Task Print_BrowserThatFails_IsStoppedAndRefused(string script, string code)
    {
        var folder = Directory.CreateTempSubdirectory("zhirong-browser-");
        try
        {
            var browser = Path.Combine(folder.FullName, "browser");
            await File.WriteAllTextAsync(browser, $"#!/bin/sh\n{script}\n", TestContext.Current.CancellationToken);
            File.SetUnixFileMode(browser, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            var printer = new PagePrinter(browser) { Limit = TimeSpan.FromSeconds(1) };
            var refused = Assert.Single((await printer.Print("<p>", Moment, TestContext.Current.CancellationToken)).Refusals);
            Assert.Equal(code, refused.Code);
            Assert.True(code == "OFF-0202" || refused.Found.Contains("broken", StringComparison.Ordinal), refused.Found);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("S01", Language.En)]
    [InlineData("S05", Language.Zh)]
    public void Write_Document_IsValidRepeatsHeadsAndNumbersPages(string id, Language language)
    {
        using var made = ReportCases.Of(ReportCases.Deal(id), null, language);
        var bytes = ReportDocument.Write(made.Report);
        Assert.Equal(bytes, ReportDocument.Write(made.Report));
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        Assert.Equal(made.Report.AsOf.ToDateTime(TimeOnly.MinValue), document.PackageProperties.Created?.ToUniversalTime());
        var body = document.MainDocumentPart!.Document.Body!;
        Assert.All(body.Descendants<TableRow>(), row => Assert.NotNull(row.TableRowProperties?.GetFirstChild<CantSplit>()));
        Assert.Equal(made.Report.Sections.Sum(s => s.Blocks.Count(b => b is ReportTable or ReportStructure)), body.Descendants<TableHeader>().Count());
        Assert.Equal([" PAGE ", " NUMPAGES "], document.MainDocumentPart.FooterParts.Single().Footer.Descendants<SimpleField>().Select(f => f.Instruction!.Value!));
        Assert.Equal(id == "S05", body.Descendants<PageSize>().Any(size => size.Orient?.Value == PageOrientationValues.Landscape));
    }

    [Fact]
    public void Write_Document_OpensInLibreOfficeWithItsFigures()
    {
        using var made = ReportCases.Of(ReportCases.Deal("S05"), null, Language.Zh);
        var pdf = ReadReport.ByLibreOffice(ReportDocument.Write(made.Report));
        var pages = ReadReport.PagesOfPdf(pdf);
        Assert.All(pages.Select((page, i) => (page, i)), p => Assert.Contains($"第{p.i + 1}页共{pages.Length}页", p.page, StringComparison.Ordinal));
        var whole = string.Concat(pages);
        var figures = made.Report.Sections.SelectMany(s => s.Blocks).OfType<ReportTable>().SelectMany(t => t.Rows.Where(r => r.Role != RowRole.Group)
            .SelectMany(r => r.Cells.Where((_, c) => t.Columns[c].Kind == ColumnKind.Figure))).Select(c => c.Text.Replace(" ", "", StringComparison.Ordinal)).Distinct().ToList();
        Assert.True(figures.Count > 200);
        Assert.All(figures, figure => Assert.Contains(figure, whole, StringComparison.Ordinal));
        Assert.Empty(ReadReport.Overflows(pdf, margin: 45));
    }
}
