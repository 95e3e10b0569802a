using System.Text;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Statements;
using Zhirong.Platform.Office.Files;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Tests.Payments.Statements;

public sealed class StatementSheetTests
{
    private const string TwoColumns = """
        账户交易明细
        账号：,1202020209900012345,户名：,知融专项计划,币种：,人民币
        起始日期：2026-11-01,,终止日期：2026-11-30,,期初余额：,"1,000.00",,期末余额：,"1,149.99"
        交易日期,起息日,借方发生额,贷方发生额,余额,对方户名,对方账号,交易流水号,业务参考号,借据号,摘要,附言
        2026-11-02,2026-11-03,,200.00,"1,200.00",甲公司,6222001,LS1,,JJ0001,还款,十月
        2026/11/5,,50.01,-,"1,149.99",乙公司,6222002,LS2,E-1,,放款,
        20261130 102030,,,-100.00,"1,049.99",丙公司,6222003,LS3,,,冲正,借据号:JJ0002
        20261130,,-100.00,,"1,149.99",丁公司,6222004,LS4,,,冲正,
        合计,,-49.99,100.00
        借方笔数：,2,贷方笔数：,2
        打印时间：2026-12-01 09:00:00

        """;

    public static TheoryData<string> Encodings => ["utf-8", "gbk", "gb18030", "utf-16"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Read_TwoColumnsInAnyEncoding_SaysWhatItSays(string encoding)
    {
        var read = Read(encoding switch
        {
            "gbk" => TextEncodings.Gbk.GetBytes(TwoColumns),
            "gb18030" => TextEncodings.Gb18030.GetBytes(TwoColumns),
            "utf-16" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(TwoColumns)],
            _ => Encoding.UTF8.GetBytes(TwoColumns),
        });
        Assert.Empty(read.Faults.Select(f => $"{f.Code} {f.Path} {f.Found} {f.Expected.Zh}"));
        Assert.True(read.AddsUp);
        Assert.Equal(("1202020209900012345", "知融专项计划", new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30), Money.Cny(1000), Money.Cny(1149.99m)),
            (read.Account, read.AccountName, read.From!.Value, read.To!.Value, read.Opening!.Value, read.Closing!.Value));
        Assert.Equal(
            [
                (new DateOnly(2026, 11, 2), Money.Cny(200), false, "甲公司", "LS1", null, "JJ0001", "还款 十月"),
                (new(2026, 11, 5), Money.Cny(-50.01m), false, "乙公司", "LS2", "E-1", null, "放款"),
                (new(2026, 11, 30), Money.Cny(-100), true, "丙公司", "LS3", null, "JJ0002", "冲正 借据号:JJ0002"),
                (new(2026, 11, 30), Money.Cny(100), true, "丁公司", "LS4", null, null, "冲正"),
            ],
            read.Lines.Select(l => (l.Date, l.Amount, l.Reversal, l.CounterpartyName, l.Reference, l.EndToEndId, l.LoanNo, l.Text)));
    }

    [Theory]
    [InlineData("statement-direction", "交易日期,借贷标志,交易金额,余额,流水号\n2026-11-02,贷,200.00,1200.00,L1\n2026-11-03,借,50.00,1150.00,L2\n")]
    [InlineData("statement-signed", "日期,收支金额,余额,流水号\n2026-11-02,200.00,1200.00,L1\n2026-11-03,-50.00,1150.00,L2\n")]
    [InlineData("statement-two-columns", "交易日期\t支出\t收入\t余额\t流水号\n2026-11-02\t\t200.00\t1200.00\tL1\n2026-11-03\t50.00\t\t1150.00\tL2\n")]
    public void Read_AnyLayout_GivesTheSameLinesAndFindsTheBalances(string mapping, string text)
    {
        var file = Shelves.Statement(text);
        Assert.True(file.Ok, string.Join(' ', file.Refusals.Select(r => r.Code)));
        Assert.Equal($"sheet.{mapping}", file.Value.Format);
        var read = file.Value.Statements.Single();
        Assert.Equal([Money.Cny(200), Money.Cny(-50)], read.Lines.Select(l => l.Amount));
        Assert.Equal((Money.Cny(1000), Money.Cny(1150), true), (read.Opening!.Value, read.Closing!.Value, read.AddsUp));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_OldestOrNewestFirst_FollowsTheBalances(bool newestFirst) => Seeds.Hold(40, random =>
    {
        var statement = TestBank.Random(random, random.Next(1, 60), reversals: false);
        var lines = newestFirst ? statement.Lines.Reverse() : statement.Lines;
        var read = Read(Encoding.UTF8.GetBytes(Csv(lines)));
        Assert.True(read.AddsUp, string.Join(' ', read.Faults.Select(f => f.Code)));
        Assert.Equal((statement.Opening, statement.Closing), (read.Opening, read.Closing));
        Assert.Equal(lines.Select(l => (l.Date, l.Amount, l.Reference, l.EndToEndId, l.LoanNo, l.CounterpartyName, l.CounterpartyAccount, l.BalanceAfter)), read.Lines.Select(l => (l.Date, l.Amount, l.Reference, l.EndToEndId, l.LoanNo, l.CounterpartyName, l.CounterpartyAccount, l.BalanceAfter)));
    });

    [Theory]
    [InlineData("\"1,149.99\",乙", "\"1,149.98\",乙", "PAY-0702", "line 6")]
    [InlineData("期末余额：,\"1,149.99\"", "期末余额：,\"1,149.98\"", "PAY-0701", "1202020209900012345")]
    [InlineData("期初余额：,\"1,000.00\"", "期初余额：,\"1,000.01\"", "PAY-0702", "line 5")]
    [InlineData("合计,,-49.99,100.00", "合计,,-49.98,100.00", "PAY-0704", "1202020209900012345")]
    [InlineData("贷方笔数：,2", "贷方笔数：,3", "PAY-0704", "1202020209900012345")]
    public void Read_WhatDoesNotAddUp_NamesTheFirstPlace(string good, string bad, string code, string place)
    {
        Assert.Contains(good, TwoColumns, StringComparison.Ordinal);
        var text = TwoColumns.Replace("合计,,-49.99,100.00", code == "PAY-0704" ? "合计,,-49.99,100.00" : "小计", StringComparison.Ordinal).Replace(good, bad, StringComparison.Ordinal);
        var read = Read(Encoding.UTF8.GetBytes(text));
        Assert.False(read.AddsUp);
        Assert.Contains(read.Faults, f => f.Code == code && f.Path == place);
        Assert.Equal(4, read.Lines.Count);
    }

    [Theory]
    [InlineData("2026/11/5,", "2026/13/5,", "PAY-0614")]
    [InlineData("2026/11/5,", ",", "PAY-0614")]
    [InlineData("50.01,-", "50.01,1", "PAY-0613")]
    [InlineData("50.01,-", "-,-", "PAY-0613")]
    [InlineData("50.01,-", "50.011,-", "PAY-0613")]
    [InlineData("币种：,人民币", "币种：,美元", "PAY-0612")]
    [InlineData("借方发生额", "发生额", "PAY-0617")]
    public void Read_WhatCannotBeRead_IsRefusedAndNamesTheRow(string good, string bad, string code)
    {
        Assert.Contains(good, TwoColumns, StringComparison.Ordinal);
        Assert.Equal(code, Assert.Single(Shelves.Statement(TwoColumns.Replace(good, bad, StringComparison.Ordinal)).Refusals).Code);
    }

    [Fact]
    public void Read_AWorkbook_ReadsEverySheetThatIsAStatement()
    {
        var book = new Workbook();
        book.Add("说明").Set(1, 1, Cell.Text("请勿修改"));
        foreach (var account in (string[])["001", "002"])
        {
            var sheet = book.Add($"明细{account}");
            sheet.Set(1, 1, Cell.Text("账号"));
            sheet.Set(1, 2, Cell.Text(account));
            foreach (var (n, title) in ((string[])["日期", "支出", "收入", "余额", "流水号"]).Index())
            {
                sheet.Set(3, n + 1, Cell.Text(title));
            }

            sheet.Set(4, 1, Cell.Date(new(2026, 11, 2)));
            sheet.Set(4, 3, Cell.Number(0.3m, CellStyle.Money));
            sheet.Set(4, 4, Cell.Number(1000.3m, CellStyle.Money));
            sheet.Set(4, 5, Cell.Text("L1"));
        }

        var file = Shelves.Statement(WorkbookWriter.Write(book)).Value;
        Assert.Equal([("001", true, "明细001!A4"), ("002", true, "明细002!A4")], file.Statements.Select(s => (s.Account, s.AddsUp, s.Lines[0].Place)));
    }

    [Fact]
    public void Read_SeveralAccountsInOneSheet_MakesStatementsOfThem()
    {
        var mapping = Modules.Payments.Sheets.MappingReader.Read(Encoding.UTF8.GetBytes("""
            schema: zhirong/sheet/v1
            id: many
            kind: statement
            name: {zh: 多账户, en: many}
            version: 1
            dated: 2026-11-28
            source: {zh: 无, en: none}
            origin: assumption
            columns: [{titles: [账号], field: account}, {titles: [日期], field: date}, {titles: [金额], field: amount}]
            """)).Value;
        var read = new StatementReader(new([mapping])).Read(new MemoryStream(Encoding.UTF8.GetBytes("账号,日期,金额\n1,2026-11-01,5\n1,2026-11-02,-3\n2,2026-11-01,7\n"))).Value;
        Assert.Equal([("1", 2), ("2", 1)], read.Statements.Select(s => (s.Account, s.Lines.Count)));
        Assert.All(read.Statements, s => Assert.False(s.AddsUp));
    }

    [Fact]
    public void Read_BalancesOfTheCore_ReadsThemAndChecksTheirTotal()
    {
        const string text = "余额日期,2026-11-30\n借据号,客户名称,贷款余额\nJJ1,甲公司,\"1,000.00\"\nJJ2,乙公司,2000.50\nJJ2,乙公司,2000.50\n合计,,3000.50\n";
        var read = new BalanceReader(Shelves.Sheets).Read(new MemoryStream(TextEncodings.Gbk.GetBytes(text))).Value;
        Assert.Equal([("JJ1", Money.Cny(1000)), ("JJ2", Money.Cny(2000.5m)), ("JJ2", Money.Cny(2000.5m))], read.Balances.Select(b => (b.LoanNo!, b.Balance)));
        Assert.Equal(new DateOnly(2026, 11, 30), read.Date);
        Assert.Equal(["PAY-0711", "PAY-0704"], read.Faults.Select(f => f.Code));
    }

    private static string Csv(IEnumerable<StatementLine> lines)
    {
        var text = new StringBuilder("交易日期,起息日,借方发生额,贷方发生额,余额,对方户名,对方账号,交易流水号,业务参考号,借据号,摘要\r\n");
        foreach (var line in lines)
        {
            text.AppendJoin(',', ((string?[])[$"{line.Date:yyyy-MM-dd}", line.ValueDate?.ToString("yyyyMMdd"), line.Amount.Fen < 0 ? $"{-line.Amount}" : "", line.Amount.Fen < 0 ? "" : $"{line.Amount}", $"{line.BalanceAfter}", line.CounterpartyName, line.CounterpartyAccount, line.Reference, line.EndToEndId, line.LoanNo, line.Text]).Select(t => CellText.CsvField(t ?? ""))).Append("\r\n");
        }

        return text.ToString();
    }

    private static BankStatement Read(byte[] file)
    {
        var read = Shelves.Statement(file);
        Assert.True(read.Ok, string.Join("; ", read.Refusals.Select(r => $"{r.Code} {r.Path} {r.Found}")));
        return read.Value.Statements.Single();
    }
}
