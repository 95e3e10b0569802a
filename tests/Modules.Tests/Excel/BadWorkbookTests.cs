using System.Text;
using System.Text.RegularExpressions;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Modules.Securitization.Excel;
using Zhirong.Modules.Securitization.Excel.Trees;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Tests.Excel;

public sealed class BadWorkbookTests
{
    [Theory]
    [InlineData("2300万", "23000000")]
    [InlineData("1.45亿", "145000000")]
    [InlineData("23,000,000", "23000000")]
    [InlineData("２３００００００．５", "23000000.5")]
    [InlineData("人民币 100 元", "100")]
    public void Read_AmountWrittenAsText_IsTakenAndTold(string text, string amount)
    {
        var import = Read(EditedWorkbook.Case().Set("资产", "E5", Cell.Text(text)));
        Assert.Equal(amount, ((DocScalar)First(import)["principal"]!).Text);
        var told = Assert.Single(import.Refusals);
        Assert.Equal(("XLS-0152", "资产!E5", Severity.Info), (told.Code, told.Path, told.Severity));
    }

    [Theory]
    [InlineData("资产", "E5", "大约两千万", "XLS-0114")]
    [InlineData("资产", "E5", "23,00,000", "XLS-0114")]
    [InlineData("证券", "F5", "百分之四", "XLS-0114")]
    [InlineData("日期", "C6", "2021-13-28", "XLS-0115")]
    [InlineData("日期", "C6", "年底", "XLS-0115")]
    [InlineData("顺序", "D5", "pay_taxes", "XLS-0116")]
    [InlineData("基本信息", "C10", "深圳", "XLS-0116")]
    [InlineData("证券", "K6", "maybe", "XLS-0116")]
    [InlineData("顺序", "E6", "\"custody, paying", "XLS-0117")]
    [InlineData("证券", "I5", "8.33, x", "XLS-0114")]
    [InlineData("资产", "N5", "patent: many", "XLS-0117")]
    [InlineData("资产", "N5", "patent: 1, patent: 2", "XLS-0117")]
    [InlineData("资产", "N5", "patent: 1, trademark", "XLS-0117")]
    public void Read_ValueOfTheWrongKind_IsRefusedAtItsCell(string sheet, string address, string text, string code)
    {
        var import = Read(EditedWorkbook.Case().Set(sheet, address, Cell.Text(text)));
        Assert.Null(import.Document);
        Assert.Equal([(code, $"{sheet}!{address}")], Errors(import));
        Assert.Equal(1, import.Report.Single(report => report.Sheet == sheet).Refused);
    }

    [Theory]
    [InlineData("4.2%", "证券", "F5", "0.042")]
    [InlineData("４.２０％", "证券", "F5", "0.042")]
    [InlineData("2021/12/28", "日期", "C6", "2021-12-28")]
    [InlineData("2021年12月28日", "日期", "C6", "2021-12-28")]
    [InlineData("20211228", "日期", "C6", "2021-12-28")]
    public void Read_RatesAndDatesWrittenAsText_AreTakenAndTold(string text, string sheet, string address, string value)
    {
        var import = Read(EditedWorkbook.Case().Set(sheet, address, Cell.Text(text)));
        Assert.Contains(value, DealYaml.Write(import.Document!), StringComparison.Ordinal);
        Assert.Equal("XLS-0152", Assert.Single(import.Refusals).Code);
        Assert.Equal(Deals.Meaning(Deals.Of("S05")), Deals.Meaning(import.Document!));
    }

    [Fact]
    public void Read_ChineseMeaningOfAWord_IsTheWord()
    {
        var import = Read(EditedWorkbook.Case().Set("基本信息", "C10", Cell.Text("深交所")).Set("顺序", "D5", Cell.Text("付税")).Set("证券", "K6", Cell.Text("是")));
        Assert.Equal(Deals.Meaning(Deals.Of("S05")), Deals.Meaning(import.Document!));
    }

    [Fact]
    public void Read_ManyMistakes_AreAllListedInOrder()
    {
        var import = Read(EditedWorkbook.Case()
            .Set("说明", "C5", Cell.Text("ipabs-xlsx/0"))
            .Rename("费用", "费用表")
            .Remove("触发").Remove("证券")
            .Set("资产", "E4", Cell.Text("pricipal"))
            .Set("资产", "G4", Cell.Text("industry"))
            .Merge("资产", new(6, 6, 7, 6))
            .Set("日期", "D7", Cell.Text("cutof"))
            .Set("基本信息", "D9", Cell.Text("id"))
            .Clear("基本信息", "D10")
            .Add("测算"));
        Assert.Null(import.Document);
        Assert.Equal(
            [
                ("XLS-0103", "费用表!A1"), ("XLS-0102", "说明!C5"),
                ("XLS-0108", "基本信息!D9"), ("XLS-0118", "基本信息!C10"), ("XLS-0109", "基本信息!A5"),
                ("XLS-0107", "日期!D7"),
                ("XLS-0107", "资产!E4"), ("XLS-0108", "资产!G4"), ("XLS-0109", "资产!A4"), ("XLS-0111", "资产!F6"),
                ("XLS-0104", "证券!A1"),
            ],
            Errors(import));
        Assert.Contains(import.Refusals, refusal => refusal is { Code: "XLS-0107", Found: "pricipal", Expected.En: "principal" });
        Assert.Contains(import.Refusals, refusal => refusal is { Code: "XLS-0154", Path: "触发!A1", Severity: Severity.Warning });
        Assert.Contains(import.Refusals, refusal => refusal is { Code: "XLS-0153", Path: "测算!A1", Severity: Severity.Info });
        Assert.Equal(4, import.Report.Single(report => report.Sheet == "费用").Taken);
    }

    [Fact]
    public void Read_MovedColumns_MeanTheSame()
    {
        var import = Read(EditedWorkbook.Case().Mirror("资产", 60).Mirror("顺序", 20).Mirror("基本信息", 9));
        Assert.Empty(import.Refusals.Select(DealWorkbookTests.Line));
        Assert.Equal(Deals.Meaning(Deals.Of("S05")), Deals.Meaning(import.Document!));
    }

    [Fact]
    public void Read_StepsOutOfOrder_FollowTheirNumbers()
    {
        var book = EditedWorkbook.Case();
        var import = Read(book.Set("顺序", "C5", Cell.Number(2)).Set("顺序", "C6", Cell.Number(1)));
        var steps = (DocList)import.Document!.At("waterfalls.normal")!;
        Assert.Equal(["pay_fee", "pay_tax", "pay_fee"], steps.Items.Take(3).Select(step => ((DocScalar)((DocMap)step)["do"]!).Text));
    }

    [Fact]
    public void Read_Formulas_AreTakenWithTheirSavedValue()
    {
        var book = EditedWorkbook.Case().Set("资产", "E5", Cell.Formula("15000000*2", 30_000_000m)).Set("资产", "E6", Cell.Formula("E5", (decimal?)null)).Set("资产", "E7", Cell.Text("ERROR"));
        var bytes = EditedWorkbook.Patch(book.Bytes(), "xl/worksheets/sheet4.xml", text => Regex.Replace(text, "<x:c r=\"E7\".*?</x:c>", "<x:c r=\"E7\" t=\"e\"><x:f>E99/0</x:f><x:v>#DIV/0!</x:v></x:c>"));
        var import = DealWorkbook.Read(bytes);
        Assert.Equal([("XLS-0113", "资产!E6"), ("XLS-0112", "资产!E7")], Errors(import));
        Assert.Contains(import.Refusals, refusal => refusal is { Code: "XLS-0151", Path: "资产!E5", Severity: Severity.Info });
    }

    [Fact]
    public void Read_MacrosAndLinks_AreLeftAloneAndTold()
    {
        var bytes = EditedWorkbook.Patch(EditedWorkbook.Written, "xl/vbaProject.bin", _ => "\0macro");
        var import = DealWorkbook.Read(EditedWorkbook.Patch(bytes, "xl/externalLinks/externalLink1.xml", _ => "<externalLink/>"));
        Assert.Equal(["XLS-0155", "XLS-0156"], import.Refusals.Select(refusal => refusal.Code));
        Assert.Equal(Deals.Meaning(Deals.Of("S05")), Deals.Meaning(import.Document!));
    }

    [Fact]
    public void Read_FiftyThousandObligors_AreRefusedOnce()
    {
        var book = EditedWorkbook.Case();
        for (var row = 5; row < 50_005; row++)
        {
            book.Set("资产", $"B{row}", Cell.Text($"N{row}")).Set("资产", $"E{row}", Cell.Number(1000)).Set("资产", $"F{row}", Cell.Text("软件"));
        }

        var bytes = book.Bytes();
        var import = DealWorkbook.Read(bytes);
        Assert.Equal([("XLS-0110", "资产!B20005")], Errors(import));
    }

    [Fact]
    public void Read_RowsBelowAStrayMark_AreNotLostSilently()
    {
        var import = Read(EditedWorkbook.Case().Set("资产", "A8", Cell.Text("#4")));
        Assert.Equal([("XLS-0121", "资产!B9")], Errors(import));
    }

    [Theory]
    [InlineData("pool.obligors.C02.principal", "资产!E6")]
    [InlineData("pool.obligors.C02.appraised", "资产!B6")]
    [InlineData("pool.contract.rate", "合同与限额!C11")]
    [InlineData("tranches.A.unit_principal.3", "证券!I5")]
    [InlineData("waterfalls.accelerated.1.what", "顺序!E16")]
    [InlineData("dates.offsets.calc", "日期!C15")]
    [InlineData("market", "基本信息!C10")]
    [InlineData("shelf.per_obligor.max", "储架!C13")]
    [InlineData("nothing.here", null)]
    public void CellOf_PathOfAFinding_IsTheCellItCameFrom(string path, string? cell) =>
        Assert.Equal(cell, DealWorkbook.Read(EditedWorkbook.Written).CellOf(path));

    [Fact]
    public void Read_LooseValues_NeedAPathThatIsFree()
    {
        var book = EditedWorkbook.Case();
        foreach (var (row, path) in new[] { (5, "notes[0"), (6, "id"), (7, "pool.obligors[=C99].note"), (8, "notes.text"), (9, "pool.obligors[=C01].tags[0]") })
        {
            book.Set("其他", $"B{row}", Cell.Text(path)).Set("其他", $"C{row}", Cell.Text("text")).Set("其他", $"D{row}", Cell.Text("值"));
        }

        Assert.Equal([("XLS-0119", "其他!B5"), ("XLS-0120", "其他!B6"), ("XLS-0119", "其他!B7")], Errors(Read(book)));
    }

    [Fact]
    public void Read_FilesThatAreNoTemplate_AreRefused()
    {
        Assert.Equal([("OFF-0105", "")], Errors(DealWorkbook.Read(Encoding.UTF8.GetBytes("id: X"))));
        var other = new Workbook();
        other.Add("Sheet1").Set(1, 1, Cell.Text("债务人"));
        Assert.Equal([("XLS-0101", "")], Errors(DealWorkbook.Read(WorkbookWriter.Write(other))));
    }

    [Fact]
    public void Read_DamagedAnywhere_NeverThrows()
    {
        var whole = EditedWorkbook.Written;
        var random = new Random(20260120);
        for (var n = 0; n < 30; n++)
        {
            var book = EditedWorkbook.Case();
            var damaged = n % 2 == 0 ? whole.ToArray() : book.Set("其他", "B5", Cell.Text(Path(random))).Set("其他", "C5", Cell.Text("text")).Set("其他", "D5", Cell.Text("x")).Bytes();
            for (var k = n % 2 == 0 ? 6 : 0; k > 0; k--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            var import = DealWorkbook.Read(damaged);
            Assert.True(import.Document is not null || import.Refusals.Any(refusal => refusal.Severity == Severity.Error), $"seed 20260120, file {n}");
        }
    }

    private static string Path(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => ((string[])["pool", ".", "[", "]", "[0]", "[=C01]", "\"", "a", "[9999999]", "tags", "id"])[random.Next(11)]));

    private static DealImport Read(EditedWorkbook book) => DealWorkbook.Read(book.Bytes());

    private static IEnumerable<(string, string)> Errors(DealImport import) => import.Refusals.Where(refusal => refusal.Severity == Severity.Error).Select(refusal => (refusal.Code, refusal.Path));

    private static DocMap First(DealImport import) => (DocMap)((DocList)import.Document!.At("pool.obligors")!).Items[0];
}
