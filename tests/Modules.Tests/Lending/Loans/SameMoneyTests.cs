using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Lending.Loans.Accounts;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Lending.Loans;

/// <summary>Money typed in by a person and brought by a bank statement counts once until somebody says that it is not the same.</summary>
public sealed class SameMoneyTests
{
    /// <summary>From the statement's line to the ledger: the collection account holds the money in doubt; settled as the same, the typed one is taken back; settled as other, both count.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Statement_OfMoneyTypedIn_WaitsForAPerson_AndCountsOnce(DatabaseKind kind)
    {
        await using var house = await LoanHouse.Open(kind);
        var line = await house.Line("ED-1", "1000000.00");
        var loan = await house.Lent(line.Row.Id, "JJ-1", "120000.00");
        await house.Live("2026-02-15");
        var due = $"{(await house.Loan(loan)).Now!.Interest}";
        var owed = decimal.Parse((await house.Loan(loan)).Now!.Due, null) + decimal.Parse(due, null);
        Assert.Equal("", await house.Record(loan, LoanHouse.Receipt(house.Today, $"{owed:0.00}", "柜面 1")));
        var (receipt, fen) = (Guid.CreateVersion7(), (long)(owed * 100));
        await Arrives(house, receipt, fen);
        var doubted = await house.Loan(loan);
        Assert.Equal((1, 1), (doubted.Doubts.Count, doubted.Events.Count(e => e.Kind == "receipt")));
        await house.Live("2026-02-16");
        Assert.Equal($"{owed:0.00}", house.Balance("201103"));

        // Told twice it is held once.
        await house.Tell("ReceiptArrived", receipt, fen, house.Today.AddDays(-1), Guid.CreateVersion7(), "JJ-1", "201103");
        var order = new SettleDoubtRequest("same", "回单号一致", (await house.Loan(loan)).Row.Version);
        Assert.Single((await house.Loan(loan)).Doubts);
        Assert.Equal("LEN-0007", (await Settle(house, loan, receipt, order with { BaseVersion = 1 })).Refusals[0].Code);
        Assert.Empty((await Settle(house, loan, receipt, order)).Refusals);
        Assert.Equal("LEN-0723", (await Settle(house, loan, receipt, order with { BaseVersion = (await house.Loan(loan)).Row.Version })).Refusals[0].Code);
        await house.Live("2026-02-17");
        var once = await house.Loan(loan);
        Assert.Equal((1, "0.00", "0.00", "0.00"), (once.Events.Count(e => e is { Kind: "receipt", UndoneOn: null }), once.Now!.Due, once.Now.Interest, house.Balance("201103")));

        await Other(house, loan, fen);
        Assert.Empty(await house.Wrong());
    }

    /// <summary>The other way round: what a person types after the statement is refused until he says that it is other money; then both count.</summary>
    private static async Task Other(LoanHouse house, Guid loan, long fen)
    {
        await using (var read = house.Test.Store.Read(LoanHouse.Bank))
        {
            var events = read.Set<LoanHappening>().Where(e => e.LoanId == loan).OrderBy(e => e.N).ToList();
            var row = read.Set<Loan>().Single(l => l.Id == loan);
            EventAsked Asked(bool distinct) => RecordEvents.Asked("receipts", new JsonObject { ["amount"] = Money.FenText(fen), ["effective"] = $"{house.Today:yyyy-MM-dd}", ["reference"] = "柜面 2", ["distinct"] = distinct, ["baseVersion"] = row.Version })!;
            Assert.Equal("LEN-0722", RecordEvents.Drafts(Asked(false), row, events, house.Desk).Refusals[0].Code);
            Assert.True(RecordEvents.Drafts(Asked(true), row, events, house.Desk).Ok);
        }

        Assert.Equal("", await house.Record(loan, LoanHouse.Receipt(house.Today, "500.00", "柜面 3")));
        var second = Guid.CreateVersion7();
        await Arrives(house, second, 50_000);
        Assert.Empty((await Settle(house, loan, second, new("other", "两张回单", (await house.Loan(loan)).Row.Version))).Refusals);
        await house.Live("2026-02-18");
        Assert.Equal("1000.00", (await house.Loan(loan)).Now!.Credit);
    }

    private static Task<Platform.Storage.Written<Zhirong.Modules.Lending.Loans.LoanDetail>> Settle(LoanHouse house, Guid loan, Guid receipt, SettleDoubtRequest order) => SettleDoubt.Settle(house.Desk, LoanHouse.Bank, loan, RowValues.Of(receipt), order, null, Language.Zh);

    /// <summary>What Payments posts of a line of a statement that stands for a repayment, and tells.</summary>
    private static async Task Arrives(LoanHouse house, Guid receipt, long fen)
    {
        var entry = Guid.CreateVersion7();
        await house.Desk.Books.Post(LoanHouse.Bank, house.Book, new() { Id = entry, Effective = house.Today, Event = "ReceiptArrived", Lines = [new("1003", Side.Debit, Money.OfFen(fen)), new("201103", Side.Credit, Money.OfFen(fen))] });
        await house.Tell("ReceiptArrived", receipt, fen, house.Today, entry, "JJ-1", "201103");
    }
}
