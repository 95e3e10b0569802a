using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Xunit;
using Zhirong.Platform.Office.Workbooks;
using Workbook = Zhirong.Platform.Office.Workbooks.Workbook;

namespace Zhirong.Modules.Tests.Excel;

public sealed class WorkbookWriterTests
{
    [Fact]
    public void Write_SameContent_GivesSameBytes()
    {
        var first = WorkbookWriter.Write(Sample());
        Thread.Sleep(TimeSpan.FromMilliseconds(2100));
        Assert.Equal(first, WorkbookWriter.Write(Sample()));
        using var zip = new ZipArchive(new MemoryStream(first));
        Assert.All(zip.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
    }

    [Fact]
    public void Write_EveryFeature_IsValidAgainstTheFormat()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(WorkbookWriter.Write(Sample())), false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public void Write_FiftyThousandRows_IsOneWorkbook()
    {
        var book = new Workbook();
        var sheet = book.Add("大表");
        for (var row = 1; row <= 50_000; row++)
        {
            for (var column = 1; column <= 10; column++)
            {
                sheet.Set(row, column, column == 1 ? Cell.Text($"行{row}") : Cell.Number(row * 0.01m, CellStyle.Money));
            }
        }

        var bytes = WorkbookWriter.Write(book);
        Assert.True(bytes.Length > 100_000);
    }

    [Theory]
    [InlineData("=SUM(A1)", "'=SUM(A1)")]
    [InlineData("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(1)", "'@SUM(1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData(" =1", "' =1")]
    [InlineData("-12.50", "-12.50")]
    [InlineData("+3", "+3")]
    [InlineData("-1e5", "-1e5")]
    [InlineData("-1.5%", "-1.5%")]
    [InlineData("托管费", "托管费")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    public void Neutral_WhatCouldBeAFormula_GetsAnApostrophe(string value, string neutral) =>
        Assert.Equal(neutral, CellText.Neutral(value));

    [Fact]
    public void CsvField_QuotesAndLineEnds_AreQuoted() =>
        Assert.Equal("\"'=A1,\"\"x\"\"\"", CellText.CsvField("=A1,\"x\""));

    private static Workbook Sample()
    {
        var book = new Workbook { Title = "样例", Subject = "样例" };
        var sheet = book.Add("数据");
        sheet.Set(1, 1, Cell.Text("标题", CellStyle.Title));
        sheet.Set(2, 1, Cell.Number(1.5m, CellStyle.InputMoney));
        sheet.Set(2, 2, Cell.Date(new(2026, 1, 20)));
        sheet.Set(2, 3, Cell.Formula("A2*2", 3m, CellStyle.Total));
        sheet.Set(2, 4, Cell.Flag(true));
        sheet.Set(2, 5, Cell.Text("=1+1\u0001"));
        sheet.Choices(2, 10, 5, ["a", "b"], "提示");
        sheet.Choices(2, 10, 6, [.. Enumerable.Range(0, 80).Select(i => $"word_{i}")]);
        sheet.Conditional("A2:A9", "A2<>0", CellStyle.Bad);
        sheet.Freeze(1, 1);
        sheet.Width(1, 30);
        sheet.PrintSetup(landscape: true, repeatRows: 1);
        book.Names["total"] = "'数据'!$C$2";
        return book;
    }
}
