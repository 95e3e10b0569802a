using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Platform.Office.Workbooks;
using static Zhirong.Modules.Securitization.Cashflow.Formula;

namespace Zhirong.Modules.Securitization.Cashflow;

/// <summary>核对: for every date and line the run's figure beside the workbook's, and the difference.</summary>
internal static class CheckSheet
{
    private const int HeadRow = 5;

    public static LiveSheet Of(ResolvedDeal deal, CashTable table, CashSheet cash, Language language)
    {
        var sheet = new LiveSheet(new Words("核对", "Reconciliation").In(language), language) { Frozen = (HeadRow, 3), RepeatRows = HeadRow };
        sheet.Say(1, 1, new("核对：测算结果与本工作簿的公式逐期逐项比较", "Reconciliation: the run's figures against the workbook's formulas"), CellStyle.Title);
        sheet.Spans.Add((2, 1, 6));
        Words[] heads = [new("期次", "No."), new("日期", "Date"), new("项目", "Item"), new("知融", "Zhirong"), new("本工作簿", "Workbook"), new("差额", "Difference")];
        foreach (var (n, head) in heads.Index())
        {
            sheet.Say(HeadRow, n + 1, head, CellStyle.Header);
        }

        var row = HeadRow;
        for (var k = 0; k < deal.PeriodCount; k++)
        {
            foreach (var column in table.Columns.Where(c => c.Style is CellStyle.Money or CellStyle.Check && c.Key != "opening"))
            {
                row++;
                sheet.Put(row, 1, deal.Periods[k].Number, CellStyle.Whole);
                sheet.Day(row, 2, deal.Periods[k].Date);
                sheet.Say(row, 3, Titled(column), CellStyle.Text);
                var figure = sheet.Put(row, 4, column.Of(k), CellStyle.Money);
                var live = sheet.Live(row, 5, cash.At(column.Key, k), CellStyle.Money);
                sheet.Live(row, 6, Fen((Formula)live - figure), CellStyle.Check);
            }
        }

        sheet.Say(3, 1, new("全部一致", "All agree"), CellStyle.TotalText);
        var differences = new Area(sheet.Find(HeadRow + 1, 6)!, sheet.Find(row, 6)!);
        sheet.Live(3, 3, And(Same(new Call("MAX", [differences]), 0), Same(new Call("MIN", [differences]), 0)), CellStyle.Good);
        sheet.Say(3, 4, new("最大差额", "Largest difference"), CellStyle.TotalText);
        sheet.Live(3, 5, Max(new Call("MAX", [differences]), (Formula)0 - new Call("MIN", [differences])), CellStyle.Check);
        sheet.Say(2, 1, new("改动输入后，差额即为改动的影响。", "After a change of inputs the differences are its effect."), CellStyle.Note);
        sheet.Marks.Add(("E3", "E3<>0", CellStyle.Bad));
        sheet.Marks.Add(($"F{HeadRow + 1}:F{row}", $"F{HeadRow + 1}<>0", CellStyle.Bad));
        foreach (var (column, width) in ((int, double)[])[(1, 8), (2, 12), (3, 36), (4, 20), (5, 20), (6, 16)])
        {
            sheet.Widths[column] = width;
        }

        return sheet;
    }

    private static Words Titled(CashColumn column) => column.Group is CashGroup.Due or CashGroup.Drawn or CashGroup.Paid
        ? CashTable.Title(column.Group).And(column.Heading)
        : column.Heading;
}
