using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Ledger.Reports;

/// <summary>账户明细: the running balance is a formula from line to line; beside it stands what the ledger says, and the difference.</summary>
internal static class StatementWorkbook
{
    private const int Remark = 7;
    private const int Debit = 8;
    private const int Credit = 9;
    private const int Balance = 10;
    private const int Stated = 11;
    private const int Difference = 12;

    private static readonly (Words Title, double Width)[] Columns =
    [
        (new("序号", "No."), 9), (new("生效日", "Effective"), 13), (new("记账时间", "Recorded"), 20), (new("事项", "Event"), 20), (new("摘要", "Memo"), 34), (new("对方科目", "Counter account"), 20), (new("冲销", "Reversal"), 16),
        (new("借方", "Debit"), 18), (new("贷方", "Credit"), 18), (new("余额", "Balance"), 19), (new("账载余额", "Ledger's balance"), 19), (new("差额", "Difference"), 12),
    ];

    public static byte[] Write(AccountStatement statement, Language language)
    {
        var title = new Words("账户明细", "Account statement");
        var book = new Workbook { Title = title.In(language), Subject = $"{statement.BookCode} {statement.Code}" };
        var sheet = book.Add(title.In(language));
        var head = new ReportHead(sheet, language);
        head.Title(title);
        head.Fact(2, new Words($"账簿：{statement.BookCode} {statement.BookName}", $"Book: {statement.BookCode} {statement.BookName}").In(language));
        head.Fact(3, Account(statement).In(language));
        head.Fact(4, Range(statement).In(language));
        head.Headings(Columns);
        sheet.Freeze(ReportHead.Row, 2);
        Opening(sheet, statement, language);
        var apart = Differences(statement);
        foreach (var (n, line) in statement.Lines.Index())
        {
            Line(sheet, ReportHead.Row + 2 + n, line, apart[n], statement.Normal, language);
        }

        var last = ReportHead.Row + 1 + statement.Lines.Count;
        Closing(sheet, last + 1, statement, apart[^1], language);
        var differences = ReportHead.Area(Difference, last + 1);
        head.Check(Stated, new("与账载一致", "As the ledger says"), $"AND(MAX({differences})=0,MIN({differences})=0)", apart.All(d => d == 0));
        sheet.Conditional(differences, $"{CellAddress.Of(ReportHead.Row + 1, Difference)}<>0", CellStyle.Bad);
        return WorkbookWriter.Write(book);
    }

    private static Words Account(AccountStatement statement)
    {
        var side = statement.Normal.Title();
        return new($"科目：{statement.Code} {statement.Name.Zh}（余额方向：{side.Zh}）", $"Account: {statement.Code} {statement.Name.En} (normal side: {side.En})");
    }

    private static Words Range(AccountStatement statement)
    {
        var (from, to) = (statement.From is { } f ? ReportHead.Day(f) : "—", statement.To is { } t ? ReportHead.Day(t) : "—");
        var recorded = statement.Recorded is { } at ? new Words($"，记账时间截至 {ReportHead.Time(at)}", $", recorded by {ReportHead.Time(at)} (China)") : new("", "");
        var order = statement.ByEffective ? new Words("，按生效日排列", ", by effective date") : new("，按记账顺序排列", ", in recorded order");
        return new($"期间：{from} 至 {to}{recorded.Zh}{order.Zh}。金额单位：元", $"From {from} to {to}{recorded.En}{order.En}. Yuan");
    }

    private static void Opening(Sheet sheet, AccountStatement statement, Language language)
    {
        const int row = ReportHead.Row + 1;
        sheet.Set(row, 5, Cell.Text(new Words("期初余额", "Opening balance").In(language)));
        sheet.Set(row, Balance, ReportHead.Money(statement.Opening));
        sheet.Set(row, Stated, ReportHead.Money(statement.Opening));
        sheet.Set(row, Difference, ReportHead.Money(Apart(row), 0, CellStyle.Check));
    }

    private static void Line(Sheet sheet, int row, AccountLine line, long apart, Side normal, Language language)
    {
        sheet.Set(row, 1, Cell.Number(line.Sequence, CellStyle.Whole));
        sheet.Set(row, 2, Cell.Date(line.Effective, CellStyle.CentredDate));
        sheet.Set(row, 3, Cell.Text(ReportHead.Time(line.RecordedAt)));
        sheet.Set(row, 4, Cell.Text(line.Event, CellStyle.Wrapped));
        sheet.Set(row, 5, Cell.Text(line.Memo, CellStyle.Wrapped));
        sheet.Set(row, 6, Cell.Text(string.Join(", ", line.Counter), CellStyle.Wrapped));
        sheet.Set(row, line.Side == Side.Debit ? Debit : Credit, ReportHead.Money(line.Fen));
        sheet.Set(row, Balance, ReportHead.Money(Next(row, normal), line.Balance + apart));
        sheet.Set(row, Stated, ReportHead.Money(line.Balance));
        sheet.Set(row, Difference, ReportHead.Money(Apart(row), apart, CellStyle.Check));
        if (Reversal.Of(line.Reverses, line.ReversedBy) is { } remark)
        {
            sheet.Set(row, Remark, Cell.Text(remark.In(language)));
        }
    }

    private static void Closing(Sheet sheet, int row, AccountStatement statement, long apart, Language language)
    {
        for (var column = 1; column <= Columns.Length; column++)
        {
            sheet.Set(row, column, Cell.Blank(CellStyle.TotalText));
        }

        sheet.Set(row, 5, Cell.Text(new Words("合计与期末余额", "Totals and closing balance").In(language), CellStyle.TotalText));
        var (debits, credits) = (Sum(statement, Side.Debit), Sum(statement, Side.Credit));
        sheet.Set(row, Debit, ReportHead.Money(ReportHead.Sum(Debit, row - 1), debits, CellStyle.Total));
        sheet.Set(row, Credit, ReportHead.Money(ReportHead.Sum(Credit, row - 1), credits, CellStyle.Total));
        var (grows, shrinks) = statement.Normal == Side.Debit ? (Debit, Credit) : (Credit, Debit);
        var formula = $"ROUND({CellAddress.Of(ReportHead.Row + 1, Balance)}+{CellAddress.Of(row, grows)}-{CellAddress.Of(row, shrinks)},2)";
        sheet.Set(row, Balance, ReportHead.Money(formula, statement.Closing + apart, CellStyle.Total));
        sheet.Set(row, Stated, ReportHead.Money(statement.Closing, CellStyle.Total));
        sheet.Set(row, Difference, ReportHead.Money(Apart(row), apart, CellStyle.Total));
    }

    private static long Sum(AccountStatement statement, Side side) => statement.Lines.Where(l => l.Side == side).Sum(l => l.Fen);

    private static string Next(int row, Side normal)
    {
        var (grows, shrinks) = normal == Side.Debit ? (Debit, Credit) : (Credit, Debit);
        return $"ROUND({CellAddress.Of(row - 1, Balance)}+{CellAddress.Of(row, grows)}-{CellAddress.Of(row, shrinks)},2)";
    }

    private static string Apart(int row) => $"ROUND({CellAddress.Of(row, Balance)}-{CellAddress.Of(row, Stated)},2)";

    /// <summary>What the formulas of the difference come to, line by line and at the end.</summary>
    private static List<long> Differences(AccountStatement statement)
    {
        var (running, found) = (statement.Opening, new List<long>());
        foreach (var line in statement.Lines)
        {
            running += line.Side == statement.Normal ? line.Fen : -line.Fen;
            found.Add(running - line.Balance);
        }

        return [.. found, running - statement.Closing];
    }
}

/// <summary>What a statement or journal says of a correction.</summary>
internal static class Reversal
{
    public static Words? Of(long? reverses, long? reversedBy) =>
        reverses is { } original ? new($"冲销 {original}", $"reverses {original}")
        : reversedBy is { } by ? new($"已被 {by} 冲销", $"reversed by {by}")
        : null;
}
