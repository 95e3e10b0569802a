using System.IO.Compression;
using System.Text;
using Xunit;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Tests.Excel;

public sealed class WorkbookReaderTests
{
    [Fact]
    public void Read_WhatTheWriterWrote_ComesBackCellByCell()
    {
        var book = new Workbook();
        var sheet = book.Add("数据");
        sheet.Set(1, 1, Cell.Text("=1+1\u0001 _x0041_"));
        sheet.Set(1, 3, Cell.Number(-12.50m, CellStyle.Money));
        sheet.Set(2, 2, Cell.Date(new(2026, 1, 20)));
        sheet.Set(2, 28, Cell.Flag(true));
        sheet.Set(3, 1, Cell.Formula("C1*2", -25m));
        sheet.Set(3, 2, Cell.Formula("C1*2", (decimal?)null));
        sheet.Set(3, 3, Cell.Blank(CellStyle.Input));
        sheet.Merge(5, 1, 5, 3);
        var read = WorkbookReader.Read(WorkbookWriter.Write(book)).Value.Sheets.Single();
        Assert.Equal("数据", read.Name);
        Assert.Equal(
            [
                new(1, 1, ReadKind.Text, "=1+1\u0001 _x0041_", false), new(1, 3, ReadKind.Number, "-12.5", false),
                new(2, 2, ReadKind.Date, "2026-01-20", false), new(2, 28, ReadKind.Flag, "true", false),
                new(3, 1, ReadKind.Number, "-25", true), new(3, 2, ReadKind.Pending, "=C1*2", true),
            ],
            read.Cells);
        Assert.Equal("A5:C5", read.Merged.Single().ToString());
    }

    [Theory]
    [InlineData("0.10000000000000001", "0.1")]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("4.2000000000000003E-2", "0.042")]
    [InlineData("1.0000000000000001E-5", "0.00001")]
    [InlineData("320150000", "320150000")]
    [InlineData("-0.005", "-0.005")]
    [InlineData("1E+300", "1E+300")]
    [InlineData("99999999999999.99", "100000000000000")]
    public void Read_StoredNumbers_ReadAsSpreadsheetsShowThem(string stored, string shown) =>
        Assert.Equal(shown, Read($"<row r=\"1\"><c r=\"A1\"><v>{stored}</v></c></row>").Cells.Single().Text);

    [Theory]
    [InlineData("", "46042", "2026-01-20")]
    [InlineData(" date1904=\"1\"", "44580", "2026-01-20")]
    [InlineData("", "46042.5", "2026-01-20 12:00:00")]
    public void Read_BothDateSystems_GiveTheSameDay(string system, string serial, string day)
    {
        var cell = Read($"<row><c s=\"1\"><v>{serial}</v></c></row>", $"<workbookPr{system}/>").Cells.Single();
        Assert.Equal((ReadKind.Date, day), (cell.Kind, cell.Text));
    }

    [Fact]
    public void Read_SharedRunsErrorsAndImplicitPlaces_AreUnderstood()
    {
        var sheet = Read("<row><c t=\"s\"><v>0</v></c><c t=\"e\"><v>#REF!</v></c></row><row><c><v>1</v></c><c t=\"str\"><f>A1</f><v>x</v></c></row>");
        Assert.Equal(
            [
                new(1, 1, ReadKind.Text, "知识产权", false), new(1, 2, ReadKind.Error, "#REF!", false),
                new(2, 1, ReadKind.Number, "1", false), new(2, 2, ReadKind.Text, "x", true),
            ],
            sheet.Cells);
    }

    [Fact]
    public void Read_FilesThatAreNoWorkbook_AreRefusedByNumber()
    {
        var whole = Package("<row/>");
        Assert.Equal("OFF-0101", Code([]));
        Assert.Equal("OFF-0102", Code(whole, new() { MaxBytes = 10 }));
        Assert.Equal("OFF-0103", Code([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("EncryptedPackage")]));
        Assert.Equal("OFF-0104", Code([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]));
        Assert.Equal("OFF-0105", Code(Encoding.UTF8.GetBytes("id,principal\n1,2\n")));
        Assert.Equal("OFF-0106", Code(whole.AsSpan(0, whole.Length / 2).ToArray()));
        Assert.Equal("OFF-0107", Code(whole, new() { MaxEntries = 2 }));
        Assert.Equal("OFF-0109", Code(Zip(("word/document.xml", "<w/>"))));
        Assert.Equal("OFF-0111", Code(Package("<row><c r=\"A1\"><v>1</row>")));
        Assert.Equal("OFF-0111", Code(Package("<row><c r=\"ZZZZ9\"><v>1</v></c></row>")));
        Assert.Equal("OFF-0113", Code(Package("<row><c><v>1</v></c><c><v>1</v></c></row>"), new() { MaxCells = 1 }));
    }

    [Fact]
    public void Read_ZipBomb_StopsEarly()
    {
        var spaces = new string(' ', 90_000_000);
        var bomb = Package(spaces);
        Assert.Equal("OFF-0108", Code(bomb));
        Assert.Equal("OFF-0108", Code(bomb, new() { MaxRatio = 100_000 }));
    }

    [Fact]
    public void Read_EntityExpansion_IsRefused()
    {
        var bomb = Package("<row><c t=\"inlineStr\"><is><t>&b;</t></is></c></row>", prologue: "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>");
        Assert.Equal("OFF-0110", Code(bomb));
    }

    [Fact]
    public void Read_DamagedAnywhere_NeverThrows()
    {
        var whole = Package("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>");
        var random = new Random(20260120);
        for (var n = 0; n < 400; n++)
        {
            var damaged = whole.ToArray();
            for (var k = random.Next(1, 8); k > 0; k--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            var result = WorkbookReader.Read(damaged.AsMemory(0, random.Next(2) == 0 ? damaged.Length : random.Next(damaged.Length)));
            Assert.True(result.Ok || result.Refusals[0].Code.StartsWith("OFF-01", StringComparison.Ordinal), $"seed 20260120, file {n}");
        }
    }

    [Fact]
    public void Read_FiftyThousandRows_GivesEveryCell()
    {
        var book = new Workbook();
        var sheet = book.Add("资产");
        for (var row = 1; row <= 50_000; row++)
        {
            for (var column = 1; column <= 20; column++)
            {
                sheet.Set(row, column, column < 5 ? Cell.Text($"行{row}") : Cell.Number(row * 0.01m, CellStyle.Money));
            }
        }

        var bytes = WorkbookWriter.Write(book);
        var read = WorkbookReader.Read(bytes, new() { MaxInflated = 200_000_000 });
        Assert.Equal(1_000_000, read.Value.Sheets[0].Cells.Count);
    }

    private static string Code(byte[] bytes, WorkbookLimits? limits = null) => WorkbookReader.Read(bytes, limits).Refusals.Single().Code;

    private static SheetContent Read(string rows, string properties = "") => WorkbookReader.Read(Package(rows, properties)).Value.Sheets.Single();

    private static byte[] Package(string rows, string properties = "", string prologue = "")
    {
        const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        return Zip(
            ("_rels/.rels", $"<Relationships><Relationship Id=\"a\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
            ("xl/workbook.xml", $"<workbook xmlns:r=\"{Relations}\">{properties}<sheets><sheet name=\"数据\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", $"<Relationships><Relationship Id=\"r1\" Type=\"{Relations}/worksheet\" Target=\"worksheets/s.xml\"/><Relationship Id=\"r2\" Type=\"{Relations}/sharedStrings\" Target=\"/xl/shared.xml\"/><Relationship Id=\"r3\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>"),
            ("xl/shared.xml", "<sst><si><r><t>知识</t></r><r><t>产权</t></r><rPh sb=\"0\" eb=\"1\"><t>zhishi</t></rPh></si></sst>"),
            ("xl/styles.xml", "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy&quot;年&quot;m\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>"),
            ("xl/worksheets/s.xml", $"{prologue}<worksheet><sheetData>{rows}</sheetData></worksheet>"));
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }
}
