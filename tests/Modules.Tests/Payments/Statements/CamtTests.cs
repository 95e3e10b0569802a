using System.Text;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Channels;
using Zhirong.Modules.Payments.Statements;

namespace Zhirong.Modules.Tests.Payments.Statements;

public sealed class CamtTests
{
    [Theory]
    [InlineData("camt.053.001.02")]
    [InlineData("camt.053.001.08")]
    public void Read_AnyStatement_SaysTheSameAndAddsUp(string message) => Seeds.Hold(60, random =>
    {
        var statement = TestBank.Random(random, random.Next(0, 40));
        var text = TestBank.Camt(message, statement);
        Assert.Empty(Schemas.Faults(message, Encoding.UTF8.GetBytes(text)));
        var read = Read(text);
        Assert.True(read.AddsUp, string.Join("; ", read.Faults.Select(f => f.Code)));
        Assert.Equal((statement.Id, statement.Account, statement.Opening, statement.Closing), (read.Id, read.Account, read.Opening, read.Closing));
        Assert.Equal(statement.Lines.Select(l => l with { BalanceAfter = null, Place = "" }), read.Lines.Select(l => l with { Place = "" }));
    });

    [Theory]
    [InlineData(1, 0)]
    [InlineData(-1, 0)]
    [InlineData(0, 1)]
    public void Read_AStatementOffByAFen_SaysItDoesNotAddUp(long opening, long closing)
    {
        var statement = TestBank.Random(new(3), 20);
        var read = Read(TestBank.Camt("camt.053.001.08", statement with { Opening = Money.OfFen(statement.Opening!.Value.Fen + opening), Closing = Money.OfFen(statement.Closing!.Value.Fen + closing) }));
        Assert.False(read.AddsUp);
        Assert.Equal("PAY-0701", Assert.Single(read.Faults).Code);
        Assert.Equal(20, read.Lines.Count);
    }

    [Fact]
    public void Read_AnEntryTwice_IsToldAndBreaksTheSum()
    {
        var statement = TestBank.Random(new(4), 5);
        var read = Read(TestBank.Camt("camt.053.001.08", statement with { Lines = [.. statement.Lines, statement.Lines[2]] }));
        Assert.Equal(["PAY-0705", "PAY-0701"], read.Faults.Select(f => f.Code));
    }

    [Fact]
    public void Read_WithoutBalances_IsNotTrusted()
    {
        var statement = TestBank.Random(new(5), 3);
        var text = TestBank.Camt("camt.053.001.08", statement).Replace("OPBD", "ITBD", StringComparison.Ordinal);
        var read = Read(text);
        Assert.False(read.AddsUp);
        Assert.Equal("PAY-0703", Assert.Single(read.Faults).Code);
    }

    [Theory]
    [InlineData("<TtlNtries><NbOfNtries>3</NbOfNtries></TtlNtries>", "")]
    [InlineData("<TtlNtries><NbOfNtries>4</NbOfNtries></TtlNtries>", "PAY-0704")]
    [InlineData("<TtlCdtNtries><NbOfNtries>0</NbOfNtries><Sum>0.01</Sum></TtlCdtNtries>", "PAY-0704 PAY-0704")]
    public void Read_TotalsStated_AreCounted(string totals, string codes)
    {
        var statement = TestBank.Random(new(6), 3, reversals: false);
        Assert.Contains(statement.Lines, l => l.Amount.Fen > 0);
        var text = TestBank.Camt("camt.053.001.08", statement);
        var at = text.IndexOf("<Ntry>", StringComparison.Ordinal);
        Assert.Equal(codes, string.Join(' ', Read(text.Insert(at, $"<TxsSummry>{totals}</TxsSummry>")).Faults.Select(f => f.Code)));
    }

    [Fact]
    public void Read_PendingAndInformation_AreNoPartOfTheBalance()
    {
        var statement = TestBank.Random(new(7), 6);
        var pending = statement.Lines[0] with { Status = LineStatus.Pending, Reference = "P1", EndToEndId = "P1", Number = 7 };
        var read = Read(TestBank.Camt("camt.053.001.08", statement with { Lines = [.. statement.Lines, pending] }));
        Assert.True(read.AddsUp);
        Assert.Equal(LineStatus.Pending, read.Lines[^1].Status);
    }

    [Theory]
    [InlineData("10.00", "20.00", "30.00", "10.00 20.00", "")]
    [InlineData("10.00", "20.01", "30.00", "30.00", "PAY-0706")]
    public void Read_ABatchEntry_BecomesItsDetailsWhenTheyComeToIt(string one, string two, string entry, string amounts, string codes)
    {
        var text = TestBank.Camt("camt.053.001.08", TestBank.Random(new(8), 0) with { Opening = Money.Zero, Closing = Money.Cny(30), To = new(2026, 11, 1) });
        string detail(string id, string amount) => $"<TxDtls><Refs><EndToEndId>{id}</EndToEndId></Refs><Amt Ccy=\"CNY\">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd></TxDtls>";
        var batch = $"<Ntry><Amt Ccy=\"CNY\">{entry}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-01</Dt></BookgDt><BkTxCd/><NtryDtls>{detail("A", one)}{detail("B", two)}</NtryDtls></Ntry>";
        var read = Read(text.Replace("</Stmt>", batch + "</Stmt>", StringComparison.Ordinal));
        Assert.Equal((amounts, codes), (string.Join(' ', read.Lines.Select(l => l.Amount)), string.Join(' ', read.Faults.Select(f => f.Code))));
        Assert.Equal(codes.Length == 0 ? "A B" : "", string.Join(' ', read.Lines.Select(l => l.EndToEndId)));
        Assert.True(read.AddsUp);
    }

    [Theory]
    [InlineData("EUR", "PAY-0612")]
    [InlineData("CNY", "")]
    public void Read_ASampleOfTheWild_ReadsInCnyAndIsRefusedInOthers(string currency, string code)
    {
        var text = Repo.Read("tests", "golden", "iso20022", "camt053.v2.multi.statement.xml").Replace("EUR", currency, StringComparison.Ordinal);
        var read = Shelves.Statement(text);
        Assert.Equal(code, read.Ok ? "" : read.Refusals.Single().Code);
        if (read.Ok)
        {
            Assert.Equal([("253CNYNL26VAYB8060476890", true, 1), ("254CNYNL26VAYB8060476890", true, 1)], read.Value.Statements.Select(s => (s.Id, s.AddsUp, s.Lines.Count)));
            var line = read.Value.Statements[0].Lines[0];
            Assert.Equal((Money.Cny(8.85m), new DateOnly(2014, 12, 31), "000000001", "Transaction Description 1"), (line.Amount, line.Date, line.EndToEndId, line.Text));
        }
    }

    [Fact]
    public void Read_ASampleThatDoesNotAddUp_SaysSo()
    {
        var text = System.Text.RegularExpressions.Regex.Replace(Repo.Read("tests", "golden", "iso20022", "camt053.v8.xml"), "Ccy=\"[A-Z]{3}\"", "Ccy=\"CNY\"");
        var read = Read(text);
        Assert.False(read.AddsUp);
        Assert.Equal((Money.Cny(18.15m), Money.Cny(-27)), (read.Opening!.Value, read.Closing!.Value));
        Assert.Contains(read.Faults, f => f.Code == "PAY-0701");
        Assert.Contains(read.Faults, f => f.Code == "PAY-0707");
    }

    [Fact]
    public void Answer_FromANotification_SettlesDebitsAndReturnsWhatCameBack()
    {
        var paid = new StatementLine { Number = 1, Date = new(2026, 11, 30), Amount = Money.Cny(-100), EndToEndId = "E1", Reference = "LS1", CounterpartyName = "甲公司", Place = "" };
        var back = paid with { Number = 2, Amount = Money.Cny(50), EndToEndId = "E2", Reference = "LS2", CounterpartyName = "乙公司", ReturnReason = "AC04" };
        var receipt = paid with { Number = 3, Amount = Money.Cny(7), EndToEndId = "R1", Reference = "LS3" };
        foreach (var message in (string[])["camt.054.001.08", "camt.053.001.02"])
        {
            var text = TestBank.Camt(message, TestBank.Random(new(9), 0) with { To = new(2026, 11, 30), Lines = [paid, back, receipt] });
            var answer = Shelves.Answer(text).Value.Single();
            Assert.Equal(
                [("E1", AnswerStatus.Settled, (Money?)Money.Cny(100), "甲公司", "LS1", null), ("E2", AnswerStatus.Returned, Money.Cny(50), "乙公司", "LS2", "AC04")],
                answer.Items.Select(i => (i.EndToEndId, i.Status, i.Amount, i.PayeeName, i.BankReference, i.ReasonText)));
        }
    }

    [Fact]
    public void Answer_FromASampleNotification_NamesEveryDetail()
    {
        var text = System.Text.RegularExpressions.Regex.Replace(Repo.Read("tests", "golden", "iso20022", "camt054.v8.xml"), "Ccy=\"[A-Z]{3}\"", "Ccy=\"CNY\"");
        Assert.Equal("camt.054.001.08", Shelves.Answer(text).Value.Single().Format);
    }

    private static BankStatement Read(string text)
    {
        var read = Shelves.Statement(text);
        Assert.True(read.Ok, string.Join("; ", read.Refusals.Select(r => $"{r.Code} {r.Path} {r.Found}")));
        return read.Value.Statements[0];
    }
}
