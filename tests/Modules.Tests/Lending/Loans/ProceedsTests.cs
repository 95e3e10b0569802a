using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Loans.Proceeds;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Lending.Loans;

/// <summary>What payments of a loan were for: paid, proved and not proved to the fen, and what was used otherwise.</summary>
public sealed class ProceedsTests
{
    /// <summary>Invoices prove to the fen and never beyond the payment; what does not count is kept beside them; what is taken back proves nothing.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Proofs_ProveToTheFen_AndNeverBeyondThePayment(DatabaseKind kind)
    {
        await using var house = await LoanHouse.Open(kind);
        var loan = await Lent(house);
        Assert.Equal(("100.00", "0.00", "100.00", "30.00", "0.3000"), await Sums(house, loan));
        Assert.Equal("", await Keep(house, loan, 1, "invoice", "FP-1", "40.01", 'a'));
        Assert.Equal("LEN-1334", await Keep(house, loan, 1, "invoice", "FP-2", "30.00", 'b'));
        Assert.Equal("LEN-1333", await Keep(house, loan, 1, "invoice", "FP-1", "0.01", 'c'));
        Assert.Equal("LEN-1333", await Keep(house, loan, 1, "invoice", "FP-3", "0.01", 'a'));
        Assert.Equal("", await Keep(house, loan, 1, "invoice", "FP-2", "29.99", 'b'));
        Assert.Equal("", await Keep(house, loan, 1, "delivery", "SH-1", "70.00", 'd'));
        Assert.Equal("", await Keep(house, loan, 2, "receipt", "HD-1", "30.00", 'e'));
        Assert.Equal(("100.00", "70.00", "30.00", "30.00", "0.3000"), await Sums(house, loan));

        // What proves no amount need not show one; what counts must.
        Assert.Equal("", await Keep(house, loan, 1, "contract", "HT-1", "", '1'));
        Assert.Equal("LEN-0003", await Keep(house, loan, 1, "invoice", "FP-9", "0.00", '2'));

        // Another kind that counts shows the same money once more: it is proved once.
        Assert.Equal("", await Keep(house, loan, 1, "payroll", "GZ-1", "50.00", 'f'));
        Assert.Equal("70.00", (await Sums(house, loan)).Proved);
        Assert.Equal("", await TakeBack(house, loan, 1, 1));
        Assert.Equal("LEN-1335", await TakeBack(house, loan, 1, 1));
        Assert.Equal("50.00", (await Sums(house, loan)).Proved);
        Assert.Equal("", await Keep(house, loan, 1, "invoice", "FP-1", "40.01", 'a'));
        Assert.Equal("70.00", (await Sums(house, loan)).Proved);
        Assert.Empty(await house.Wrong());
    }

    /// <summary>Sixty days after the payment a red date stands at the line until everything is proved.</summary>
    [Fact]
    public async Task Unproved_IsARedDateOfTheLine_UntilItIsProved()
    {
        await using var house = await LoanHouse.Open(DatabaseKind.Sqlite);
        var loan = await Lent(house);
        Assert.Equal("2026-03-16", await Red());
        house.To("2026-03-17");
        Assert.Equal("overdue", (await Open(house, loan)).Rows[0].Urgency);
        Assert.Equal("", await Keep(house, loan, 1, "invoice", "FP-1", "70.00", 'a'));
        Assert.Equal("", (await Open(house, loan)).Rows[0].Urgency);
        Assert.Equal("2026-03-16", await Red());
        Assert.Equal("", await Keep(house, loan, 2, "invoice", "FP-2", "30.00", 'b'));
        Assert.Equal("", await Red());

        async Task<string> Red()
        {
            await using var read = house.Test.Store.Read(LoanHouse.Bank);
            return $"{Zhirong.Modules.Lending.Loans.Lines.LineSecurity.Of(read, read.Set<Facility>().ToList(), house.Desk).Values.Single().Day("proof"):yyyy-MM-dd}";
        }
    }

    /// <summary>What is not used as agreed is a breach of each payment, one open at a time, never above the payment.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Misuse_OpensABreachOfThePayment(DatabaseKind kind)
    {
        await using var house = await LoanHouse.Open(kind);
        var loan = await Lent(house);
        Assert.Equal("LEN-1334", await Misuse(house, loan, 1, "70.01"));
        Assert.Equal("LEN-0004", await Misuse(house, loan, 1, "70.00", -1));
        Assert.Equal("", await Misuse(house, loan, 1, "70.00"));
        Assert.Equal("LEN-1336", await Misuse(house, loan, 1, "1.00"));
        Assert.Equal("", await Misuse(house, loan, 2, "5.00"));
        Assert.Equal("75.00", (await Open(house, loan)).Misused);
        Assert.Equal([("misuse", "70.00", "李经理"), ("misuse", "5.00", "李经理")], (await house.Loan(loan)).Breaches.OrderByDescending(b => b.Short.Length).Select(b => (b.Kind, b.Short, b.Assigned)));
        Assert.Empty(await house.Wrong());
    }

    /// <summary>Money that has not gone out, or came back, has nothing to be proved; a form that is wrong keeps nothing.</summary>
    [Fact]
    public async Task Proof_OfWhatIsNotPaid_OrWithAFormThatIsWrong_IsRefused()
    {
        await using var house = await LoanHouse.Open(DatabaseKind.Sqlite);
        var line = await house.Line("ED-1", "1000.00");
        var ordered = (await house.Draw(line.Row.Id, "J-1", "10.00")).Value!.Row.Id;
        Assert.Equal("LEN-1332", await Keep(house, ordered, 1, "invoice", "FP-1", "1.00", 'a'));
        Assert.Equal(("0.00", "0.00", "0.00", "0.00", ""), await Sums(house, ordered));
        await house.Paid(ordered, 1);
        Assert.Equal("LEN-1331", await Keep(house, ordered, 2, "invoice", "FP-1", "1.00", 'a'));
        Assert.Equal("LEN-0002", await Keep(house, ordered, 1, "photo", "FP-1", "1.00", 'a'));
        Assert.Equal("LEN-0001", await Keep(house, ordered, 1, "invoice", " ", "1.00", 'a'));
        Assert.Equal("LEN-0003", await Keep(house, ordered, 1, "invoice", "FP-1", "1.001", 'a'));
        Assert.Equal("LEN-0009", await Keep(house, ordered, 1, "invoice", "FP-1", "1.00", 'z'));
        Assert.Equal("LEN-0004", await Keep(house, ordered, 1, "invoice", "FP-1", "1.00", 'a', 1));
        Assert.Empty((await Open(house, ordered)).Rows[0].Proofs);
    }

    /// <summary>Many who prove one payment at once: the proofs never pass it by a fen.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Proofs_ByManyAtOnce_NeverPassThePayment(DatabaseKind kind)
    {
        await using var house = await LoanHouse.Open(kind);
        var loan = await Lent(house);
        var tried = await Task.WhenAll("0123456789".Select(c => Task.Run(() => Keep(house, loan, 1, "invoice", $"FP-{c}", "20.00", c))));
        Assert.Equal(3, tried.Count(t => t.Length == 0));
        Assert.Equal("60.00", (await Sums(house, loan)).Proved);
        Assert.Empty(await house.Wrong());
    }

    /// <summary>100.00 of which 70.00 went to a supplier and 30.00 to the borrower himself.</summary>
    private static async Task<Guid> Lent(LoanHouse house) => await house.Lent((await house.Line("ED-1", "1000.00")).Row.Id, "J-1", "100.00", r => r with { Payouts = [new("丙供应商", "33100200300", "70.00", "CG-1", "313332082914"), new("甲公司", "33100200301", "30.00", "ZZ-1", "313332082914")] });

    private static async Task<ProceedsView> Open(LoanHouse house, Guid loan)
    {
        await using var read = house.Test.Store.Read(LoanHouse.Bank);
        return ProceedsView.Of(read, read.Set<Loan>().Single(l => l.Id == loan), house.Desk, Language.Zh);
    }

    private static async Task<(string Paid, string Proved, string Unproved, string Own, string Share)> Sums(LoanHouse house, Guid loan) => await Open(house, loan) is var view ? (view.Paid, view.Proved, view.Unproved, view.OwnPaid, view.OwnShare ?? "") : default;

    private static async Task<string> Keep(LoanHouse house, Guid loan, int n, string kind, string number, string amount, char hash, int days = 0) =>
        Code(await KeepProof.Keep(house.Desk, LoanHouse.Bank, loan, n, new(kind, number, house.Today.AddDays(days), amount, "发票.pdf", new string(hash, 64)), null, Language.Zh));

    private static async Task<string> TakeBack(LoanHouse house, Guid loan, int n, int proof) => Code(await KeepProof.TakeBack(house.Desk, LoanHouse.Bank, loan, n, proof, new("红冲"), null, Language.Zh));

    private static async Task<string> Misuse(LoanHouse house, Guid loan, int n, string amount, int days = 10) => Code(await KeepProof.Misuse(house.Desk, LoanHouse.Bank, loan, n, new(amount, "转入理财账户", "李经理", house.Today.AddDays(days)), null, Language.Zh));

    private static string Code(Written<ProceedsView> written) => written.Refusals is [var first, ..] ? first.Code : "";
}
