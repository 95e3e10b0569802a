using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Loans.Accounts;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Lending.Loans;

/// <summary>A loan from the bank's word to its last fen, and the book beside it.</summary>
public sealed class LoanLifeTests
{
    /// <summary>
    /// 120,000.00 at 6 % for twelve months, ACT/360: the first instalment is 10,327.97 (annuity of the nominal month), its interest of 31 days
    /// 120,000 × 0.06 × 31 / 360 = 620.00. Until the bank has paid nothing runs; after it the book holds what the loan says, day for day.
    /// </summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Loan_PaidOutAndRepaid_IsInTheBookToTheFen(DatabaseKind kind)
    {
        await using var house = await LoanHouse.Open(kind);
        var line = await house.Line("ED-1", "200000.00");
        var ordered = (await house.Draw(line.Row.Id, "J-1", "120000.00")).Value!;
        Assert.Equal(("ordered", "0.00", null), (ordered.Row.State, ordered.Row.Balance, ordered.Now));
        house.Forward(1);
        await house.Paid(ordered.Row.Id, 1);
        var begun = await house.Loan(ordered.Row.Id);
        Assert.Equal(("active", "120000.00", "2026-01-16", "2026-02-16"), (begun.Row.State, begun.Row.Balance, $"{begun.Row.DisbursedOn:yyyy-MM-dd}", $"{begun.Row.NextDue:yyyy-MM-dd}"));
        Assert.Equal(("620.00", "10327.97"), (begun.Schedules[0].Instalments[0].Interest, begun.Schedules[0].Instalments[0].Due));
        Assert.Equal("120000.00", house.Balance("130301"));

        await house.Live("2026-02-15");
        var eve = await house.Loan(ordered.Row.Id);
        Assert.Equal(("620.00", "620.00", "620.00"), (eve.Row.Accrued, house.Balance("1132"), house.Balance("601101")));
        house.Forward(1);
        Assert.Equal("", await house.Record(ordered.Row.Id, LoanHouse.Receipt(house.Today, "10327.97", "HK-1")));
        await house.Live("2026-02-16");
        var after = await house.Loan(ordered.Row.Id);
        Assert.Equal(("110292.03", "0.00", 0, "2026-03-16"), (after.Row.Balance, after.Row.Interest, after.Row.PastDue, $"{after.Row.NextDue:yyyy-MM-dd}"));
        Assert.Equal("110292.03", house.Balance("130301"));
        Assert.Equal("110292.03", (await house.Facility(line.Row.Id)).Row.Used);
        Assert.Empty(await house.Wrong());
    }

    /// <summary>Above due: kept to the borrower's credit, and it pays the next instalment by itself.</summary>
    [Fact]
    public async Task Receipt_AboveDue_IsKeptAndPaysWhatFallsDueNext()
    {
        await using var house = await LoanHouse.Open(DatabaseKind.Sqlite);
        var line = await house.Line("ED-1", "200000.00");
        var loan = await house.Lent(line.Row.Id, "J-1", "120000.00");
        house.To("2026-02-15");
        Assert.Equal("", await house.Record(loan, LoanHouse.Receipt(house.Today, "20000.00", "HK-1")));
        await house.Live("2026-02-15");
        Assert.Equal(("9672.03", "9672.03"), ((await house.Loan(loan)).Row.Credit, house.Balance("201103")));
        await house.Live("2026-03-15");
        var next = await house.Loan(loan);
        Assert.Equal(("0.00", "0.00"), (next.Row.Credit, house.Balance("201103")));
        Assert.Equal("655.94", Money.FenText(Fen(next.Row.Due) + Fen(next.Row.Interest)));
        Assert.Equal("LEN-0717", await house.Record(loan, LoanHouse.Receipt(house.Today, "1.00", "HK-1")));
    }

    /// <summary>
    /// Back-dated: a payment of the due day entered ten days late takes penalties and overdue days back; the days posted stay as they were and
    /// differences stand beside them; book and loan agree as if it had been known.
    /// </summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Receipt_BackDated_PostsDifferencesAndEndsWhereItWouldHave(DatabaseKind kind)
    {
        await using var late = await LoanHouse.Open(kind);
        await using var known = await LoanHouse.Open(kind);
        var (first, second) = (await Begin(late), await Begin(known));
        late.To("2026-02-15");
        known.To("2026-02-15");
        Assert.Equal("", await known.Record(second, LoanHouse.Receipt(known.Today, "10327.97", "HK-1")));
        await known.Live("2026-02-25");
        await late.Live("2026-02-25");
        Assert.NotEqual("0.00", (await late.Loan(first)).Row.Penalty);
        Assert.Equal(10, (await late.Loan(first)).Row.PastDue);
        var posted = await Postings(late, first);
        late.Forward(1);
        Assert.Equal("", await late.Record(first, LoanHouse.Receipt(new(2026, 2, 15), "10327.97", "HK-1")));
        await late.Live("2026-02-26");
        known.Forward(1);
        await known.Live("2026-02-26");
        var (a, b) = ((await late.Loan(first)).Row, (await known.Loan(second)).Row);
        Assert.Equal((b.Balance, b.Accrued, b.Penalty, b.PastDue, b.Class), (a.Balance, a.Accrued, a.Penalty, a.PastDue, a.Class));
        Assert.All((string[])["1003", "130301", "130302", "1132", "113201", "601101", "601102", "601103", "201103"], code => Assert.Equal((code, known.Balance(code)), (code, late.Balance(code))));
        Assert.Equal(posted, (await Postings(late, first)).Take(posted.Count));
        Assert.Empty(await late.Wrong());

        static async Task<Guid> Begin(LoanHouse house) => await house.Lent((await house.Line("ED-1", "200000.00")).Row.Id, "J-1", "120000.00");
    }

    /// <summary>A try writes nothing, and the real prepayment does what the try said.</summary>
    [Fact]
    public async Task Prepayment_Tried_IsWhatThePrepaymentDoes()
    {
        await using var house = await LoanHouse.Open(DatabaseKind.Sqlite);
        var loan = await house.Lent((await house.Line("ED-1", "200000.00")).Row.Id, "J-1", "120000.00");
        await house.Live("2026-01-31");
        house.Forward(1);
        await using (var read = house.Test.Store.Read(LoanHouse.Bank))
        {
            var (row, events) = (read.Set<Loan>().Single(), read.Set<LoanHappening>().ToList());
            var tried = QuotePrepayment.Try(row, events, new(house.Today, "60000.00"), house.Desk).Value;
            Assert.Equal(("60000.00", "0.00"), (tried.Cash, tried.Fee));
            Assert.Single(read.Set<LoanHappening>());
            Assert.Equal("", await house.Record(loan, new EventDraft("prepaid", house.Today, 6_000_000, new() { ["effect"] = "lower", ["feeRate"] = "0" }, "1003", "TQ-1")));
            var done = await house.Loan(loan);
            Assert.Equal(tried.Instalments, done.Schedules[^1].Instalments);
            Assert.Equal(2, done.Schedules.Count);
            var whole = QuotePrepayment.Try(row, events, new(house.Today), house.Desk).Value;
            Assert.Equal(("120340.00", "340.00", null), (whole.Cash, whole.InterestPaid, whole.NextInstalment));
        }

        Assert.Equal("CRED-0405", await house.Record(loan, new EventDraft("prepaid", house.Today, 6_000_001, new() { ["effect"] = "lower", ["feeRate"] = "0" }, "1003", "TQ-2")));
    }

    /// <summary>A write-off without provisions is not closed: the book's refusal is named on the loan; with provisions it goes.</summary>
    [Fact]
    public async Task WriteOff_WithoutProvisions_WaitsAndSaysWhy()
    {
        await using var house = await LoanHouse.Open(DatabaseKind.Sqlite);
        var line = await house.Line("ED-1", "200000.00");
        var loan = await house.Lent(line.Row.Id, "J-1", "120000.00");
        await house.Live("2026-01-16");
        house.Forward(1);
        Assert.Equal("", await house.Record(loan, new EventDraft("written_off", house.Today, 0, [], Note: "x")));
        await house.Close();
        Assert.StartsWith("LDG-", (await house.Loan(loan)).Row.Fault, StringComparison.Ordinal);
        Assert.Equal("2026-01-16", $"{(await house.Loan(loan)).Row.ClosedDay:yyyy-MM-dd}");
        await house.Desk.Books.Post(LoanHouse.Bank, house.Book, new() { Id = Guid.CreateVersion7(), Effective = house.Today, Event = "Provision", Lines = [new("6702", Zhirong.Modules.Ledger.Model.Side.Debit, Money.Cny(130_000)), new("1304", Zhirong.Modules.Ledger.Model.Side.Credit, Money.Cny(130_000))] });
        await house.Close();
        var gone = await house.Loan(loan);
        Assert.Equal(("written_off", "", "0.00", "0.00"), (gone.Row.State, gone.Row.Fault, gone.Row.Balance, house.Balance("130301")));
        Assert.Equal("frozen", (await house.Facility(line.Row.Id)).Row.State);
        Assert.Empty(await house.Wrong());
    }

    private static async Task<List<string>> Postings(LoanHouse house, Guid loan)
    {
        await using var read = house.Test.Store.Read(LoanHouse.Bank);
        return [.. read.Set<LoanEntry>().Where(e => e.LoanId == loan).OrderBy(e => e.N).ToList().Select(e => $"{e.N} {e.Effective} {e.Cause} {e.Debit} {e.Credit} {e.Fen} {e.EntryId}")];
    }

    private static long Fen(string yuan) => (long)(decimal.Parse(yuan, null) * 100);
}
