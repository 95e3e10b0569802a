using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Ledger.Reports;

/// <summary>分录簿 as it is to be written.</summary>
internal sealed record Journal
{
    public required string BookCode { get; init; }

    public required string BookName { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>In the order to be shown.</summary>
    public required IReadOnlyList<JournalEntry> Entries { get; init; }
}

/// <param name="Subject">What it was made for: <c>run 0198…</c>; empty when nothing.</param>
/// <param name="Reverses">Sequence of the entry this one takes back.</param>
/// <param name="ReversedBy">Sequence of the entry that takes this one back.</param>
internal sealed record JournalEntry(long Sequence, DateOnly Effective, DateOnly BusinessDate, DateTimeOffset RecordedAt, string By, string Event, string Subject, string Memo, IReadOnlyList<JournalLine> Lines, long? Reverses = null, long? ReversedBy = null);

internal sealed record JournalLine(string Account, Words Name, Side Side, long Fen);

/// <summary>分录簿: one row a line, everything repeated on it so that rows can be sorted and filtered; totals and check are formulas.</summary>
internal static class JournalWorkbook
{
    private const int Remark = 11;
    private const int Debit = 12;
    private const int Credit = 13;

    private static readonly (Words Title, double Width)[] Columns =
    [
        (new("序号", "No."), 9), (new("生效日", "Effective"), 13), (new("营业日", "Business date"), 13), (new("记账时间", "Recorded"), 20), (new("记账人", "By"), 12), (new("事项", "Event"), 20), (new("对象", "Subject"), 18), (new("摘要", "Memo"), 30),
        (new("科目编码", "Code"), 16), (new("科目名称", "Account"), 34), (new("冲销", "Reversal"), 16), (new("借方", "Debit"), 19), (new("贷方", "Credit"), 19),
    ];

    public static byte[] Write(Journal journal, Language language)
    {
        var title = new Words("分录簿", "Journal");
        var book = new Workbook { Title = title.In(language), Subject = journal.BookCode };
        var sheet = book.Add(title.In(language));
        var head = new ReportHead(sheet, language);
        var (from, to) = (journal.From is { } f ? ReportHead.Day(f) : "—", journal.To is { } t ? ReportHead.Day(t) : "—");
        head.Title(title);
        head.Fact(2, new Words($"账簿：{journal.BookCode} {journal.BookName}", $"Book: {journal.BookCode} {journal.BookName}").In(language));
        head.Fact(3, new Words($"生效日：{from} 至 {to}", $"Effective from {from} to {to}").In(language));
        head.Fact(4, new Words("金额单位：元。每行一条分录行。", "Yuan. One row for each line of an entry.").In(language));
        head.Headings(Columns);
        sheet.Freeze(ReportHead.Row, 1);
        var row = ReportHead.Row;
        foreach (var entry in journal.Entries)
        {
            foreach (var line in entry.Lines)
            {
                Row(sheet, ++row, entry, line, language);
            }
        }

        Totals(sheet, head, row, journal.Entries.SelectMany(e => e.Lines).ToList(), language);
        return WorkbookWriter.Write(book);
    }

    private static void Row(Sheet sheet, int row, JournalEntry entry, JournalLine line, Language language)
    {
        sheet.Set(row, 1, Cell.Number(entry.Sequence, CellStyle.Whole));
        sheet.Set(row, 2, Cell.Date(entry.Effective, CellStyle.CentredDate));
        sheet.Set(row, 3, Cell.Date(entry.BusinessDate, CellStyle.CentredDate));
        sheet.Set(row, 4, Cell.Text(ReportHead.Time(entry.RecordedAt)));
        sheet.Set(row, 5, Cell.Text(entry.By));
        sheet.Set(row, 6, Cell.Text(entry.Event, CellStyle.Wrapped));
        sheet.Set(row, 7, Cell.Text(entry.Subject, CellStyle.Wrapped));
        sheet.Set(row, 8, Cell.Text(entry.Memo, CellStyle.Wrapped));
        sheet.Set(row, 9, Cell.Text(line.Account));
        sheet.Set(row, 10, Cell.Text(line.Name.In(language), CellStyle.Wrapped));
        sheet.Set(row, line.Side == Side.Debit ? Debit : Credit, ReportHead.Money(line.Fen));
        if (Reversal.Of(entry.Reverses, entry.ReversedBy) is { } remark)
        {
            sheet.Set(row, Remark, Cell.Text(remark.In(language)));
        }
    }

    private static void Totals(Sheet sheet, ReportHead head, int last, List<JournalLine> lines, Language language)
    {
        var row = Math.Max(last, ReportHead.Row + 1) + 1;
        for (var column = 1; column <= Columns.Length; column++)
        {
            sheet.Set(row, column, Cell.Blank(CellStyle.TotalText));
        }

        sheet.Set(row, 10, Cell.Text(new Words("合计", "Total").In(language), CellStyle.TotalText));
        var (debits, credits) = (lines.Where(l => l.Side == Side.Debit).Sum(l => l.Fen), lines.Where(l => l.Side == Side.Credit).Sum(l => l.Fen));
        sheet.Set(row, Debit, ReportHead.Money(ReportHead.Sum(Debit, row - 1), debits, CellStyle.Total));
        sheet.Set(row, Credit, ReportHead.Money(ReportHead.Sum(Credit, row - 1), credits, CellStyle.Total));
        head.Check(Credit, new("借贷平衡", "Balanced"), $"ROUND({CellAddress.Of(row, Debit)}-{CellAddress.Of(row, Credit)},2)=0", debits == credits);
    }
}
