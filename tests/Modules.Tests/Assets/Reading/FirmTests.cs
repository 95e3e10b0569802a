using System.Text;
using Xunit;
using Zhirong.Modules.Assets.Reading.Firms;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Tests.Assets.Reading;

/// <summary>Firms' statements in both layouts, with their checks.</summary>
public sealed class FirmTests
{
    private static FirmAliases Aliases { get; } = FirmAliases.Read(File.ReadAllBytes(Repo.At("data", "rights", "firm-aliases.csv"))).Value;

    private static List<FirmItem> Read(byte[] bytes) => [.. new FirmReader(Aliases).Read(new MemoryStream(bytes))];

    private static List<FirmItem> Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static string[] Codes(IEnumerable<FirmItem> items) => [.. items.Select(i => i switch { FirmItem.Refused r => $"{r.Reason.Line} {r.Reason.Code}", FirmItem.Warned w => $"{w.Reason.Line} {w.Reason.Code}", _ => "" }).Where(c => c.Length > 0)];

    private static List<FirmRecord> Firms(IEnumerable<FirmItem> items) => [.. items.OfType<FirmItem.Taken>().Select(t => t.Record)];

    private static string Shown(FirmRecord firm, params ReadOnlySpan<string> fields)
    {
        var shown = new StringBuilder();
        foreach (var statement in firm.Statements)
        {
            shown.Append(shown.Length > 0 ? " | " : "").Append(statement.Period);
            foreach (var field in fields)
            {
                shown.Append(' ').Append(statement.Figures.TryGetValue(field, out var amount) ? amount.ToString() : "-");
            }
        }

        return shown.ToString();
    }

    [Fact]
    public void Read_RowsOfFirmsAndPeriods_AreGathered()
    {
        var items = Read("企业名称,统一社会信用代码,年度,营业收入（万元）,净利润（万元）,资产总计（万元）,负债合计（万元）,所有者权益合计（万元）,员工人数,备注\n"
            + "甲公司,91310115591693856A,2022年,\"1,200.50\",(30.25),2000,800,1200,35,x\n"
            + "甲公司,91310115591693856A,2023,1300,45,2100,800,1299,36,\n"
            + "甲公司,91310115591693856A,2024年1-9月,900,,2200,850,1350,36,\n"
            + ",,2024,1,1,1,1,1,1,\n"
            + "乙公司,91350211M00013FA1N,去年,1,1,1,1,1,1,\n");
        var firm = Firms(items).Single();

        Assert.Equal("2022 12005000.00 -302500.00 | 2023 13000000.00 450000.00 | 2024-09 9000000.00 -", Shown(firm, "revenue", "net_profit"));
        Assert.Equal(35, firm.Statements[0].Employees);
        Assert.Equal(["5 IMP-0402", "6 IMP-0403", "2 IMP-0404"], Codes(items));
        Assert.Contains(items, i => i is FirmItem.Unused { Name: "备注" });
    }

    [Fact]
    public void Read_StatementsAndProductsOfOneFirm_AreOneRecord()
    {
        var book = new Workbook();
        var sheet = book.Add("财务报表");
        Put(sheet, 1, "资产负债表及利润表");
        sheet.Merge(1, 1, 1, 4);
        Put(sheet, 2, "编制单位：宁波甲公司", "", "", "单位：万元");
        Put(sheet, 3, "项目", "2022年12月31日", "2023年12月31日", "2024年9月30日");
        Put(sheet, 4, "资产总计", "2000.00", "2100.00", "2200.00");
        Put(sheet, 5, "负债合计", "800.00", "800.00", "850.00");
        Put(sheet, 6, "所有者权益（或股东权益）合计", "1200.00", "1300.00", "1350.00");
        Put(sheet, 7, "一、营业收入", "1200.50", "1300.00", "900.00");
        Put(sheet, 8, "其他收益", "1", "2", "3");
        Put(sheet, 9, "净利润", "-30.25", "45", "不适用");
        var products = book.Add("分产品");
        Put(products, 1, "单位：万元");
        Put(products, 2, "产品名称", "2022年", "2023年", "2024年1-9月");
        Put(products, 3, "轴承", "1000.50", "1000.00", "700.00");
        Put(products, 4, "齿轮", "200.00", "290.00", "200.00");
        Put(products, 5, "合计", "1200.50", "1290.00", "900.00");

        var items = Read(WorkbookWriter.Write(book));
        var firm = Firms(items).Single();

        Assert.Equal("宁波甲公司", firm.Name);
        Assert.Equal("2022 12005000.00 20000000.00 | 2023 13000000.00 21000000.00 | 2024-09 9000000.00 22000000.00", Shown(firm, "revenue", "total_assets"));
        Assert.Equal(["2022 轴承 10005000.00", "2023 轴承 10000000.00", "2024-09 轴承 7000000.00"], firm.Products.Where(p => p.Product == "轴承").Select(p => $"{p.Period} {p.Product} {p.Revenue}"));
        Assert.Equal(["3 IMP-0405"], Codes(items));
        Assert.Equal(["其他收益"], items.OfType<FirmItem.Unused>().Select(u => u.Name));
    }

    /// <summary>The printed form of the balance sheet: labels on both sides, columns against the day above; the income statement behind it.</summary>
    [Fact]
    public void Read_PrintedForms_AreTakenAgainstTheDayAbove()
    {
        var book = new Workbook();
        var sheet = book.Add("资产负债表");
        Put(sheet, 1, "资产负债表");
        Put(sheet, 2, "编制单位：宁波甲公司", "", "2024年9月30日", "", "", "", "单位：元");
        Put(sheet, 3, "资产", "行次", "期末余额", "年初余额", "负债和所有者权益", "行次", "期末余额", "年初余额");
        Put(sheet, 4, "  货币资金", "1", "100.00", "90.00", "短期借款", "31", "40.00", "30.00");
        Put(sheet, 5, "资产总计", "30", "300.50", "250.00", "负债合计", "47", "120.50", "100.00");
        Put(sheet, 6, "", "", "", "", "所有者权益合计", "52", "180.00", "150.00");
        var income = book.Add("利润表");
        Put(income, 1, "利润表");
        Put(income, 2, "编制单位：宁波甲公司", "2024年1-9月", "单位：元");
        Put(income, 3, "项目", "本期金额", "上期金额");
        Put(income, 4, "一、营业收入", "500.00", "450.00");
        Put(income, 5, "减：营业成本", "300.00", "280.00");
        Put(income, 6, "四、净利润（净亏损以“-”号填列）", "1.00", "1.00");

        var items = Read(WorkbookWriter.Write(book));

        Assert.Equal("2023-09 450.00 280.00 1.00 - - - | 2023 - - - 250.00 30.00 150.00 | 2024-09 500.00 300.00 1.00 300.50 40.00 180.00", Shown(Firms(items).Single(), "revenue", "cost", "net_profit", "total_assets", "short_term_debt", "equity"));
        Assert.Empty(Codes(items));
        Assert.Empty(items.OfType<FirmItem.Unused>());
    }

    [Theory]
    [InlineData("a,b\n1,2\n", "0 IMP-0401")]
    [InlineData("", "0 IMP-0101")]
    [InlineData("<x/>", "0 IMP-0103")]
    public void Read_NoStatements_IsRefusedByNumber(string text, string code) => Assert.Equal([code], Codes(Read(text)));

    [Theory]
    [InlineData("2023", "2023-12-31 12")]
    [InlineData("2023年度", "2023-12-31 12")]
    [InlineData("2023年末余额", "2023-12-31 12")]
    [InlineData("2023-12-31", "2023-12-31 12")]
    [InlineData("2024年9月末", "2024-09-30 9")]
    [InlineData("2024年1-9月", "2024-09-30 9")]
    [InlineData("2024年第三季度", "2024-09-30 9")]
    [InlineData("2024Q1", "2024-03-31 3")]
    [InlineData("2024年上半年", "2024-06-30 6")]
    [InlineData("2024-13", "")]
    [InlineData("12345", "")]
    [InlineData("项目", "")]
    public void Period_EveryForm_HasItsEnd(string text, string expected) => Assert.Equal(expected, FirmText.Period(text) is { } period ? $"{period.End:yyyy-MM-dd} {period.Months}" : "");

    private static void Put(Sheet sheet, int row, params ReadOnlySpan<string> cells)
    {
        for (var c = 0; c < cells.Length; c++)
        {
            sheet.Set(row, c + 1, Cell.Text(cells[c]));
        }
    }
}
