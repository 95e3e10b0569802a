using Zhirong.Engine.Basics;
using Zhirong.Modules.Securitization.Model;
using Zhirong.Platform.Office.Workbooks;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Securitization.Excel;

/// <summary>The list of deals as a workbook: amounts in yuan, rates as percent, dates as dates, one row a deal.</summary>
internal static class DealListWorkbook
{
    private static readonly (Words Title, double Width, Func<Deal, Cell> Cell)[] Columns =
    [
        (new("代码", "Code"), 18, d => Cell.Text(d.Code)),
        (new("名称", "Name"), 52, d => Cell.Text(d.NameZh)),
        (new("英文名称", "English name"), 40, d => Cell.Text(d.NameEn)),
        (new("市场", "Market"), 10, d => Cell.Text(d.Market)),
        (new("结构", "Structure"), 16, d => Cell.Text(d.Structure)),
        (new("规模（元）", "Size (yuan)"), 20, d => Cell.Number(d.SizeFen / 100m, CellStyle.Money)),
        (new("资产池（元）", "Pool (yuan)"), 20, d => Cell.Number(d.PoolFen / 100m, CellStyle.Money)),
        (new("优先级利率", "Senior coupon"), 12, d => d.SeniorCoupon is { } coupon ? Cell.Number(coupon / Rates.Scale, CellStyle.Percent) : Cell.Blank()),
        (new("户数", "Obligors"), 8, d => Cell.Number(d.Obligors, CellStyle.Whole)),
        (new("设立日", "Closing"), 12, d => Cell.Date(d.Closing)),
        (new("预期到期日", "Expected maturity"), 14, d => Cell.Date(d.ExpectedMaturity)),
        (new("储架", "Shelf"), 16, d => Cell.Text(d.Shelf ?? "")),
        (new("版本", "Version"), 8, d => Cell.Number(d.Version, CellStyle.Whole)),
        (new("错误", "Errors"), 8, d => Cell.Number(d.Errors, CellStyle.Whole)),
        (new("提示", "Warnings"), 8, d => Cell.Number(d.Warnings, CellStyle.Whole)),
        (new("保存时间", "Saved"), 20, d => Cell.Text(Instant.Time(d.SavedAt).ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture))),
        (new("保存人", "Saved by"), 14, d => Cell.Text(d.SavedBy)),
    ];

    public static byte[] Write(IReadOnlyList<Deal> deals, Language language)
    {
        var book = new Workbook { Title = language == Language.En ? "Deals" : "交易" };
        var sheet = book.Add(language == Language.En ? "Deals" : "交易");
        for (var column = 0; column < Columns.Length; column++)
        {
            sheet.Width(column + 1, Columns[column].Width);
            sheet.Set(1, column + 1, Cell.Text(Columns[column].Title.In(language), CellStyle.Header));
            for (var row = 0; row < deals.Count; row++)
            {
                sheet.Set(row + 2, column + 1, Columns[column].Cell(deals[row]));
            }
        }

        sheet.Freeze(1, 1);
        return WorkbookWriter.Write(book);
    }
}
