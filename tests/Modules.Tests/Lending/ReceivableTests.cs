using System.Text;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Reading;
using Zhirong.Modules.Lending.Loans.Accounts;
using Zhirong.Modules.Lending.Loans.Covenants;
using Zhirong.Modules.Lending.Loans.Lines;
using Zhirong.Modules.Lending.Receivables;
using Zhirong.Modules.Payments.Statements;
using Zhirong.Platform.Web;
using Zhirong.Modules.Payments.UseCases;
using Zhirong.Modules.Tests.Assets;
using Zhirong.Modules.Tests.Lending.Loans;
using Zhirong.Modules.Tests.Payments;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage.Outbox;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Lending;

/// <summary>Licence income that is pledged: from the debtor's papers over the bank's statement to the loan or back to the licensor, to the fen.</summary>
public sealed class ReceivableTests
{
    private const string Hash = "aa11bb22cc33dd44ee55ff66aa11bb22cc33dd44ee55ff66aa11bb22cc33dd44";

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Receivable_FromNoticeToCollection_RepaysTheLoanOrGoesBack_ToTheFen(DatabaseKind kind)
    {
        await using var house = await LoanHouse.Open(kind);
        var (row, _, loan, controlled) = await Entered(house);
        var id = row.Row.Id;
        Assert.Equal(("entered", "90000.01", "0.00"), (row.Row.State, row.Row.Expected, row.Row.Held));

        // The debtor is told first; what he confirms is what is open, to the fen.
        KeepReceivablePaperRequest Paper(string what, string? amount = null, int version = 1) => new(what, house.Today, "通知书 1", Hash, "丙公司 财务部", version, amount);
        async Task<string> Kept(KeepReceivablePaperRequest paper) => (await KeepReceivablePaper.Keep(house.Desk, LoanHouse.Bank, id, paper, null, Language.Zh)).Refusals is [var no, ..] ? no.Code : "";
        Assert.Equal("LEN-1205", await Kept(Paper("confirmation", "90000.01")));
        Assert.Equal("", await Kept(Paper("notice")));
        Assert.Equal("LEN-1206", await Kept(Paper("confirmation", "90000.00", 2)));
        Assert.Equal("LEN-0009", await Kept(Paper("confirmation", "90000.01", 2) with { Sha256 = "" }));
        Assert.Equal("", await Kept(Paper("confirmation", "90000.01", 2)));

        // Nothing is used before it came in; the statement brings the first two, under the contract's number.
        var apply = new ApplyReceivableRequest(1, loan, "30000.00", 3);
        Assert.Equal("LEN-1207", await Applied(house, id, apply));
        await Statement(house, controlled, ("30000.01", "XK-1", "2026-02-15"), ("30000.00", "XK-1", "2026-05-15"));
        await Told(house);
        Assert.Equal(("30000.00", "60000.01", "60000.01"), ((await Seen(house, id)).Row.Expected, (await Seen(house, id)).Row.Received, (await Seen(house, id)).Row.Held));
        Assert.Equal("60000.01", house.Balance("201103"));

        var version = (await Seen(house, id)).Row.Version;
        Assert.Equal("LEN-1208", await Applied(house, id, apply with { Amount = "30000.02", BaseVersion = version }));
        Assert.Equal("LEN-0007", await Applied(house, id, apply));
        var before = (await house.Loan(loan)).Now!;
        Assert.Equal("", await Applied(house, id, apply with { BaseVersion = version }));
        Assert.Equal("30000.00", (await Seen(house, id)).Row.Applied);
        Assert.Equal("30000.01", (await Seen(house, id)).Row.Held);

        // What the contract's order leaves of it after interest and penalty repays principal; the loan has it once.
        var after = (await house.Loan(loan)).Now!;
        decimal Owed(Zhirong.Modules.Lending.Loans.LoanNow f) => decimal.Parse(f.Due, null) + decimal.Parse(f.Interest, null) + decimal.Parse(f.Penalty, null) + decimal.Parse(f.Fees, null) - decimal.Parse(f.Credit, null);
        Assert.Equal(30_000.00m, Owed(before) - Owed(after));
        Assert.Equal("LEN-0718", UndoEvent.Against(await Events(house, loan), 2)?.Code);

        // Nothing goes back while coverage would be short; the second due goes back in part and is held again when the bank refuses it.
        version = (await Seen(house, id)).Row.Version;
        var release = new ReleaseReceivableRequest(2, "10000.00", "33100200399", "313332082914", "plain", house.Today, "按约释放", version);
        Assert.Equal("LEN-1211", await Released(house, id, release with { Amount = "30000.00" }));
        Assert.Equal("", await Released(house, id, release));
        Assert.Equal(("10000.00", "20000.01"), ((await Seen(house, id)).Row.Released, (await Seen(house, id)).Row.Held));
        Assert.Empty(await house.Wrong());
        await Answered(house, id, "PaymentRejected");
        await Answered(house, id, "PaymentRejected");
        var again = await Seen(house, id);
        Assert.Equal(("0.00", "30000.01", "returned"), (again.Row.Released, again.Row.Held, again.Uses[1].State));
        Assert.Empty(await house.Wrong());
        Assert.Equal(decimal.Parse(again.Row.Received, null), decimal.Parse(again.Row.Applied, null) + decimal.Parse(again.Row.Released, null) + decimal.Parse(again.Row.Held, null));
    }

    /// <summary>A debtor who does not pay: a red day, then a breach past the days of grace, and less that covers the line.</summary>
    [Fact]
    public async Task Debtor_WhoIsLate_IsARedDay_ThenABreach_AndCoversNoMore()
    {
        await using var house = await LoanHouse.Open(DatabaseKind.Sqlite);
        var (row, line, _, _) = await Entered(house);
        Assert.Equal("90000.01", (await house.Facility(line)).Coverage.Value);
        house.To("2026-02-20");
        async Task<int> Swept() => (await ResolveBreach.Sweep(house.Desk, LoanHouse.Bank, CancellationToken.None)).Opened;
        var late = await Seen(house, row.Row.Id);
        Assert.Equal(("30000.01", 5), (late.Row.Late, late.Dues[0].DaysLate));
        Assert.Equal("60000.00", (await house.Facility(line)).Coverage.Value);
        await Swept();
        Assert.DoesNotContain((await house.Facility(line)).Breaches, b => b.Kind == "debtor_late");
        house.Forward(1);
        Assert.Equal(1, await Swept());
        Assert.Equal(0, await Swept());
        Assert.Equal("30000.01", (await house.Facility(line)).Breaches.Single(b => b.Kind == "debtor_late").Short);
        await using var read = house.Test.Store.Read(LoanHouse.Bank);
        var dates = LineSecurity.Of(read, [read.Set<Zhirong.Modules.Lending.Storage.Facility>().Single(f => f.Id == line)], house.Desk)[line].Dates;
        Assert.Contains(dates, d => d is { Kind: "receivable", Urgency: "overdue" });
    }

    /// <summary>The check of what is kept finds a use that was written by hand.</summary>
    [Fact]
    public async Task Books_ThatDoNotTieOut_AreFound()
    {
        await using var house = await LoanHouse.Open(DatabaseKind.Sqlite);
        var (row, _, _, controlled) = await Entered(house);
        await Statement(house, controlled, ("30000.01", "XK-1", "2026-02-15"));
        await Told(house);
        Assert.Empty(await house.Wrong());
        await house.Test.Store.Commits.Write(LoanHouse.Bank, work => Task.FromResult(work.Session.Execute("UPDATE len_receivable_due SET used_fen = 1 WHERE n = 1")));
        Assert.Contains(await house.Wrong(), w => w.StartsWith("lending.receivables", StringComparison.Ordinal));
        Assert.Equal("entered", row.Row.State);
    }

    /// <summary>Three due dates of a licence under a pledge that secures a line with a loan drawn a month ago.</summary>
    private static async Task<(ReceivableDetail Row, Guid Line, Guid Loan, string Controlled)> Entered(LoanHouse house)
    {
        var right = await Income(house);
        var (pledge, registration) = await house.Pledges.Pledged("ZY-1", "90000.00", [right], ["100000.00"]);
        await house.Pledges.Registered(registration, house.Today.AddDays(-10), f => f with { Expires = house.Today.AddYears(5) });
        var line = (await house.Line("ED-1", "90000.00", r => r with { Pledges = [pledge], MostLtv = "0.9" })).Row.Id;
        const string Number = "3300010002";
        var account = (await house.Test.Store.Commits.Once(LoanHouse.Bank, null, house.Desk.Clock, work => AddAccount.Add(work, new("own", "bank", Number, "乙银行回款监管户", AgentCnaps: "313332082914", BookId: house.Book, BookAccount: "1003", CounterAccount: "201103"), house.Desk.Clock))).Value!.Id;
        var request = new EnterReceivableRequest(pledge, right, "XK-1", "专利许可费", "甲公司", "丙公司", account, [new(new(2026, 2, 15), "30000.01"), new(new(2026, 5, 15), "30000.00"), new(new(2026, 8, 15), "30000.00")]);
        async Task<string> Refused(EnterReceivableRequest asked) => (await EnterReceivable.Enter(house.Desk, LoanHouse.Bank, asked, null, Language.Zh)).Refusals is [var no, ..] ? no.Code : "";
        Assert.Equal("LEN-1201", await Refused(request with { RightId = Guid.NewGuid() }));
        Assert.Equal("LEN-1203", await Refused(request with { AccountId = Guid.NewGuid() }));
        Assert.Equal("LEN-1204", await Refused(request with { Dues = [request.Dues[1], request.Dues[0]] }));
        var made = await EnterReceivable.Enter(house.Desk, LoanHouse.Bank, request, null, Language.Zh);
        Assert.Empty(made.Refusals);
        Assert.Equal("LEN-1202", await Refused(request));
        var loan = await house.Lent(line, "J-1", "45000.00");
        Assert.Equal("LEN-1202", await Refused(request with { ContractNo = "J-1" }));
        return (made.Value!, line, loan, Number);
    }

    private static async Task<Guid> Income(LoanHouse house)
    {
        var record = new SourceRecord
        {
            Place = new(1),
            Kind = RightKind.LicenceIncome,
            Numbers = [new("CN", NumberUse.Registration, "XK-2025-001", "", "XK-2025-001")],
            Titles = [new("zh", "专利许可收入")],
            Dates = [new("registration", new(2025, 1, 1))],
            Parties = [new(PartyRole.Owner, "甲公司")],
            Other = new Dictionary<string, string> { ["agreement_until"] = "2030-12-31" },
        };
        await Records.Take(house.Test.Store, "income.xlsx", $"{house.Today.AddDays(-1):yyyy-MM-dd}", LoanHouse.Bank, [record]);
        await using var read = house.Test.Store.Read(LoanHouse.Bank);
        return Zhirong.Modules.Assets.RightDoor.ByNumber(read, ["XK-2025-001"]).Single().Rights.Single();
    }

    private static async Task Statement(LoanHouse house, string account, params (string Amount, string Number, string Day)[] lines)
    {
        var (payments, first) = (PaymentBench.DeskOf(house.Test.Store, house.Desk.Clock), Money.Cny(0));
        List<StatementLine> read = [.. lines.Select((l, n) => PaymentBench.Line(n + 1, l.Amount, "丙公司", $"L{n}", loan: l.Number, day: DateOnly.Parse(l.Day, null)))];
        var last = read.Aggregate(first, (sum, l) => sum + l.Amount);
        var file = new StatementFile { Format = "test", MessageId = "S", Statements = [new() { Id = "S1", Account = account, From = read[0].Date, To = read[^1].Date, Opening = first, Closing = last, Lines = read, Faults = [] }] };
        var taken = await house.Test.Store.Commits.Once(LoanHouse.Bank, null, house.Desk.Clock, work => ImportStatement.Take(work, payments, ReceivedFile.Of("statement.xml", Encoding.UTF8.GetBytes("statement")), file, Language.Zh));
        Assert.Empty(taken.Refusals);
    }

    /// <summary>What Payments says reaches both who may hear it.</summary>
    private static Task<int> Told(LoanHouse house) => new OutboxPump(house.Test.Store, [new PaymentsHeard(house.Desk), new ReceivablesHeard(house.Desk)], house.Desk.Clock).Deliver();

    private static async Task<ReceivableDetail> Seen(LoanHouse house, Guid id)
    {
        await using var read = house.Test.Store.Read(LoanHouse.Bank);
        return OpenReceivable.Detail(read, read.Set<Zhirong.Modules.Lending.Storage.Receivable>().Single(r => r.Id == id), house.Desk.Lending, Language.Zh);
    }

    private static async Task<List<Zhirong.Modules.Lending.Storage.LoanHappening>> Events(LoanHouse house, Guid loan)
    {
        await using var read = house.Test.Store.Read(LoanHouse.Bank);
        return [.. read.Set<Zhirong.Modules.Lending.Storage.LoanHappening>().Where(e => e.LoanId == loan).OrderBy(e => e.N)];
    }

    private static async Task<string> Applied(LoanHouse house, Guid id, ApplyReceivableRequest request) => (await ApplyReceivable.Apply(house.Desk, LoanHouse.Bank, id, request, null, Language.Zh)).Refusals is [var no, ..] ? no.Code : "";

    private static async Task<string> Released(LoanHouse house, Guid id, ReleaseReceivableRequest request) => (await ReleaseReceivable.Release(house.Desk, LoanHouse.Bank, id, request, null, Language.Zh)).Refusals is [var no, ..] ? no.Code : "";

    private static async Task Answered(LoanHouse house, Guid id, string kind)
    {
        Guid item;
        await using (var read = house.Test.Store.Read(LoanHouse.Bank))
        {
            item = read.Set<Zhirong.Modules.Lending.Storage.ReceivableUse>().Single(u => u.ReceivableId == id && u.ItemId != null).ItemId!.Value;
        }

        await house.Test.Store.Commits.Write(Platform.Storage.Viewer.Everything("deliver an event in a test"), async work =>
        {
            await new ReceivablesHeard(house.Desk).Handle(work, new(1, Guid.CreateVersion7(), kind, "payitem", RowValues.Of(item), $$"""{"day":"{{house.Today:yyyy-MM-dd}}"}""", 1));
            return 0;
        });
    }
}
