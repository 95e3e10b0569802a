using System.Text;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Channels;
using Zhirong.Platform.Office.Files;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Tests.Payments.Channels;

public sealed class ResultSheetTests
{
    private const string Sheet = """
        回执编号,R-1
        批次编号：ZR20261128-0001
        回执时间,2026-11-30 15:04:05
        总笔数,5,总金额（元）,"1,500.00"
        序号,端到端标识号,收款人名称,收款人账号,金额（元）,处理结果,失败原因,银行流水号,记账日期
        1,E1,甲公司,="6222020200000000001",100.00,交易成功,,LS1,20261130
        2,E2,"乙,公司",'6222020200000000002,200.00, 失 败 ,户名不符,,2026年11月30日
        3,E3,丙公司,6222020200000000003,300.00,处理中,,,
        4,E4,丁公司,6222020200000000004,400.00,可疑,,,2026/11/30
        5,E5,戊公司,6222020200000000005,500.00,已退汇,账户已销户,LS5,2026-11-30 10:20:30
        合计,,,,1500.00

        """;

    private static readonly (string, AnswerStatus, string?, string?)[] Wanted =
    [
        ("E1", AnswerStatus.Settled, null, "LS1"), ("E2", AnswerStatus.Rejected, "户名不符", null), ("E3", AnswerStatus.Pending, null, null),
        ("E4", AnswerStatus.Unknown, null, null), ("E5", AnswerStatus.Returned, "账户已销户", "LS5"),
    ];

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 with mark", "gbk", "utf-16", "tab"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Read_ACsvInAnyEncoding_SaysTheSame(string encoding)
    {
        var bytes = encoding switch
        {
            "gbk" => TextEncodings.Gbk.GetBytes(Sheet),
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Sheet)],
            "utf-8 with mark" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Sheet)],
            "tab" => Encoding.UTF8.GetBytes(Sheet.Replace("乙,公司", "乙公司").Replace("1,500", "1500").Replace(',', '\t')),
            _ => Encoding.UTF8.GetBytes(Sheet),
        };
        var answer = Assert.Single(Shelves.Answers.Read(bytes).Value);
        Assert.Equal(("sheet.batch-result", "R-1", "ZR20261128-0001", 5, Money.Cny(1500)), (answer.Format, answer.MessageId, answer.OriginalMessageId, answer.OriginalCount!.Value, answer.OriginalTotal!.Value));
        Assert.Equal(new DateTimeOffset(2026, 11, 30, 15, 4, 5, TimeSpan.FromHours(8)), answer.CreatedAt);
        Assert.Equal(Wanted, answer.Items.Select(i => (i.EndToEndId, i.Status, i.ReasonText, i.BankReference)));
        Assert.Equal("6222020200000000001", answer.Items[0].PayeeAccount);
        Assert.Equal("6222020200000000002", answer.Items[1].PayeeAccount);
        Assert.Equal([new DateOnly(2026, 11, 30), new(2026, 11, 30), null, new(2026, 11, 30), new(2026, 11, 30)], answer.Items.Select(i => i.Booked));
        Assert.Empty(answer.Warnings);
    }

    [Fact]
    public void Read_AWorkbook_ReadsWordsFiguresAndDates()
    {
        var answer = Assert.Single(Shelves.Answers.Read(Book(account => Cell.Text(account))).Value);
        Assert.Equal(("E1", AnswerStatus.Settled, (Money?)Money.Cny(100.01m), (DateOnly?)new DateOnly(2026, 11, 30), "结果!A3"), (answer.Items[0].EndToEndId, answer.Items[0].Status, answer.Items[0].Amount, answer.Items[0].Booked, answer.Items[0].Place));
    }

    [Fact]
    public void Read_AnAccountKeptAsANumber_IsRefusedBecauseDigitsAreLost()
    {
        var refusal = Assert.Single(Shelves.Answers.Read(Book(account => Cell.Number(decimal.Parse(account)))).Refusals);
        Assert.Equal("PAY-0619", refusal.Code);
        Assert.Contains("payeeAccount", refusal.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("交易成功", "搞定了", "PAY-0713")]
    [InlineData("1,500.00", "1,500.01", "PAY-0714")]
    [InlineData("总笔数,5", "总笔数,4", "PAY-0714")]
    [InlineData("2,E2,", "2,E1,", "PAY-0712")]
    public void Read_WhatIsOdd_IsReadAndTold(string good, string bad, string code) =>
        Assert.Contains(Shelves.Answer(Sheet.Replace(good, bad, StringComparison.Ordinal)).Value.Single().Warnings, w => w.Code == code);

    [Theory]
    [InlineData("100.00,", "100.001,", "PAY-0613")]
    [InlineData("100.00,", "1e2,", "PAY-0613")]
    [InlineData("20261130", "20261131", "PAY-0614")]
    [InlineData("处理结果", "结局", "PAY-0617")]
    [InlineData("'6222020200000000002", "\"62220", "PAY-0618")]
    public void Read_WhatCannotBeRead_IsRefused(string good, string bad, string code) =>
        Assert.Equal(code, Assert.Single(Shelves.Answer(Sheet.Replace(good, bad, StringComparison.Ordinal)).Refusals).Code);

    private static byte[] Book(Func<string, Cell> account)
    {
        var book = new Workbook();
        var sheet = book.Add("结果");
        foreach (var (n, title) in ((string[])["端到端标识号", "处理结果", "金额", "收款人账号", "记账日期"]).Index())
        {
            sheet.Set(2, n + 1, Cell.Text(title));
        }

        sheet.Set(3, 1, Cell.Text("E1"));
        sheet.Set(3, 2, Cell.Text("成功"));
        sheet.Set(3, 3, Cell.Number(100.01m));
        sheet.Set(3, 4, account("6222020200000000001"));
        sheet.Set(3, 5, Cell.Date(new(2026, 11, 30)));
        return WorkbookWriter.Write(book);
    }
}
