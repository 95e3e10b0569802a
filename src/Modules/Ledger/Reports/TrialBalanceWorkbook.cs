using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Ledger.Reports;

/// <summary>试算平衡表: amounts are values, balances, totals and the check are formulas over them.</summary>
internal static class TrialBalanceWorkbook
{
    private const int Debit = 5;
    private const int Credit = 6;
    private const int DebitBalance = 7;
    private const int CreditBalance = 8;
    private const int HeldDebit = 9;
    private const int HeldCredit = 10;
    private const int Available = 11;

    private static readonly (Words Title, double Width)[] Columns =
    [
        (new("科目编码", "Code"), 18), (new("科目名称", "Account"), 40), (new("类别", "Class"), 9), (new("方向", "Side"), 6),
        (new("借方发生额", "Debits"), 19), (new("贷方发生额", "Credits"), 19), (new("借方余额", "Debit balance"), 19), (new("贷方余额", "Credit balance"), 19),
        (new("借方预留", "Held, debit"), 17), (new("贷方预留", "Held, credit"), 17), (new("可用余额", "Available"), 19),
    ];

    public static byte[] Write(TrialBalance trial, Language language)
    {
        var title = new Words("试算平衡表", "Trial balance");
        var book = new Workbook { Title = title.In(language), Subject = trial.BookCode };
        var sheet = book.Add(title.In(language));
        var head = new ReportHead(sheet, language);
        var columns = trial.ShowsHolds ? Columns : Columns[..CreditBalance];
        head.Title(title);
        head.Fact(2, new Words($"账簿：{trial.BookCode} {trial.BookName}", $"Book: {trial.BookCode} {trial.BookName}").In(language));
        head.Fact(3, AsOf(trial).In(language));
        head.Fact(4, new Words("金额单位：元。余额、合计与核对均为公式。", "Yuan. Balances, totals and the check are formulas.").In(language));
        head.Headings(columns);
        sheet.Freeze(ReportHead.Row, 2);
        foreach (var (n, row) in trial.Rows.Index())
        {
            Row(sheet, ReportHead.Row + 1 + n, row, trial.ShowsHolds, language);
        }

        var last = ReportHead.Row + trial.Rows.Count;
        Totals(sheet, Math.Max(last, ReportHead.Row + 1) + 1, trial, language);
        head.Check(DebitBalance, new("借贷平衡", "Balanced"), Balanced(last), trial.Rows.Sum(r => r.Debit) == trial.Rows.Sum(r => r.Credit));
        Classes(sheet, Math.Max(last, ReportHead.Row + 1) + 3, trial, language);
        return WorkbookWriter.Write(book);
    }

    private static Words AsOf(TrialBalance trial)
    {
        var parts = new List<Words> { new($"营业日 {ReportHead.Day(trial.BusinessDate)}", $"Business date {ReportHead.Day(trial.BusinessDate)}") };
        if (trial.Effective is { } day)
        {
            parts.Add(new($"生效日截至 {ReportHead.Day(day)}", $"effective by {ReportHead.Day(day)}"));
        }

        if (trial.Recorded is { } instant)
        {
            parts.Add(new($"记账时间截至 {ReportHead.Time(instant)}", $"recorded by {ReportHead.Time(instant)} (China)"));
        }

        return new(string.Join("，", parts.Select(p => p.Zh)), string.Join(", ", parts.Select(p => p.En)));
    }

    private static void Row(Sheet sheet, int row, TrialBalanceRow account, bool holds, Language language)
    {
        string At(int column) => CellAddress.Of(row, column);
        var (net, debit) = (account.Debit - account.Credit, account.Normal == Side.Debit);
        sheet.Set(row, 1, Cell.Text(account.Code));
        sheet.Set(row, 2, Cell.Text(account.Name.In(language)));
        sheet.Set(row, 3, Cell.Text(account.Class.Title().In(language)));
        sheet.Set(row, 4, Cell.Text(account.Normal.Title().In(language)));
        sheet.Set(row, Debit, ReportHead.Money(account.Debit));
        sheet.Set(row, Credit, ReportHead.Money(account.Credit));
        sheet.Set(row, DebitBalance, ReportHead.Money($"MAX(ROUND({At(Debit)}-{At(Credit)},2),0)", Math.Max(net, 0)));
        sheet.Set(row, CreditBalance, ReportHead.Money($"MAX(ROUND({At(Credit)}-{At(Debit)},2),0)", Math.Max(-net, 0)));
        if (holds)
        {
            sheet.Set(row, HeldDebit, ReportHead.Money(account.PendingDebit));
            sheet.Set(row, HeldCredit, ReportHead.Money(account.PendingCredit));
            var available = debit ? $"{At(Debit)}-{At(Credit)}-{At(HeldCredit)}" : $"{At(Credit)}-{At(Debit)}-{At(HeldDebit)}";
            sheet.Set(row, Available, ReportHead.Money($"ROUND({available},2)", account.Available));
        }
    }

    private static void Totals(Sheet sheet, int row, TrialBalance trial, Language language)
    {
        sheet.Set(row, 1, Cell.Text(new Words("合计", "Total").In(language), CellStyle.TotalText));
        foreach (var column in trial.ShowsHolds ? (int[])[2, 3, 4, Available] : [2, 3, 4])
        {
            sheet.Set(row, column, Cell.Blank(CellStyle.TotalText));
        }

        foreach (var column in trial.ShowsHolds ? (int[])[Debit, Credit, DebitBalance, CreditBalance, HeldDebit, HeldCredit] : [Debit, Credit, DebitBalance, CreditBalance])
        {
            sheet.Set(row, column, ReportHead.Money(ReportHead.Sum(column, row - 1), trial.Rows.Sum(r => Of(r, column)), CellStyle.Total));
        }
    }

    private static long Of(TrialBalanceRow row, int column) => column switch
    {
        Debit => row.Debit,
        Credit => row.Credit,
        DebitBalance => Math.Max(row.Debit - row.Credit, 0),
        CreditBalance => Math.Max(row.Credit - row.Debit, 0),
        HeldDebit => row.PendingDebit,
        _ => row.PendingCredit,
    };

    private static string Balanced(int last)
    {
        string Same(int left, int right) => $"ROUND(SUM({ReportHead.Area(left, last)})-SUM({ReportHead.Area(right, last)}),2)=0";
        return $"AND({Same(Debit, Credit)},{Same(DebitBalance, CreditBalance)})";
    }

    /// <summary>One line for each class that occurs: its debits, credits and the balance on the side it grows.</summary>
    private static void Classes(Sheet sheet, int first, TrialBalance trial, Language language)
    {
        var last = ReportHead.Row + trial.Rows.Count;
        foreach (var (n, group) in trial.Rows.GroupBy(r => r.Class).OrderBy(g => g.Key).Index())
        {
            var row = first + n;
            var title = group.Key.Title().In(language);
            sheet.Set(row, 2, Cell.Text(new Words("其中", "of which").In(language)));
            sheet.Set(row, 3, Cell.Text(title));
            foreach (var column in (int[])[Debit, Credit, DebitBalance, CreditBalance])
            {
                var formula = $"ROUND(SUMIF({ReportHead.Area(3, last)},{CellAddress.Of(row, 3)},{ReportHead.Area(column, last)}),2)";
                sheet.Set(row, column, ReportHead.Money(formula, group.Sum(r => Of(r, column))));
            }
        }
    }
}
