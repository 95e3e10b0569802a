using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Host;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.UseCases;
using Zhirong.Modules.Lending.Loans;
using Zhirong.Modules.Lending.Loans.Accounts;
using Zhirong.Modules.Lending.Loans.Closing;
using Zhirong.Modules.Lending.Loans.Lines;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Modules.Payments;
using Zhirong.Modules.Payments.UseCases;
using Zhirong.Modules.Tests.Payments;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Work;

namespace Zhirong.Modules.Tests.Lending.Loans;

/// <summary>A bank's book, an account to pay from, and lines, on a store of its own with a clock the test moves.</summary>
internal sealed class LoanHouse : IAsyncDisposable
{
    private readonly TestClock clock;

    private LoanHouse(TestStore test, TestClock clock)
    {
        (Test, this.clock) = (test, clock);
        Pledges = new(test, clock);
        var payments = PaymentBench.DeskOf(test.Store, clock);
        Desk = new(Pledges.Desk, Home.Loans(), payments.Books, new PayoutDoor(payments));
        Jobs = new([new DayClose(Desk)], clock);
    }

    public static Viewer Bank => Viewer.Local;

    public TestStore Test { get; }

    public LendingStore Pledges { get; }

    public LoanDesk Desk { get; }

    public Jobs Jobs { get; }

    public Guid Book { get; private set; }

    public Guid Account { get; private set; }

    public DateOnly Today => Desk.Today;

    /// <summary>Ten in the morning in China of a day; a billion in the book.</summary>
    public static async Task<LoanHouse> Open(DatabaseKind kind, string day = "2026-01-15")
    {
        var clock = new TestClock(DateTimeOffset.Parse($"{day}T02:00:00Z", null));
        var house = new LoanHouse(TestStore.New(kind, clock), clock);
        var from = house.Today.AddYears(-1);
        house.Book = await new LedgerRoom(Home.Charts()).Open(house.Test.Store, Bank, "BANK", "银行", BookKind.Bank, from, [], clock);
        await house.Move(house.Today.AddYears(6));
        await house.Desk.Books.Post(Bank, house.Book, new() { Id = Guid.CreateVersion7(), Effective = from, Event = "Funded", Lines = [new("1003", Side.Debit, Money.Cny(1_000_000_000)), new("4001", Side.Credit, Money.Cny(1_000_000_000))] });
        var account = await house.Test.Store.Commits.Once(Bank, null, clock, work => AddAccount.Add(work, new("own", "bank", "3300010001", "乙银行放款专户", AgentCnaps: "313332082914", BookId: house.Book, BookAccount: "1003", CounterAccount: "201101"), clock));
        house.Account = account.Value!.Id;
        return house;
    }

    public async ValueTask DisposeAsync() => await Pledges.DisposeAsync();

    public void Forward(int days) => clock.Now += TimeSpan.FromDays(days);

    public void To(string day) => clock.Now = DateTimeOffset.Parse($"{day}T02:00:00Z", null);

    public async Task<FacilityDetail> Line(string number, string amount, Func<MakeFacilityRequest, MakeFacilityRequest>? more = null)
    {
        var request = new MakeFacilityRequest(number, "revolving", "甲公司", amount, Today.AddDays(-30), Today.AddYears(1), Book);
        var made = await MakeFacility.Make(Desk, Bank, more?.Invoke(request) ?? request, null, Language.Zh);
        return made.Value ?? throw new InvalidOperationException(made.Refusals[0].Sentence(Language.En));
    }

    public async Task<FacilityDetail> Facility(Guid id)
    {
        await using var read = Test.Store.Read(Bank);
        return OpenFacility.Detail(read, read.Set<Facility>().Single(f => f.Id == id), Desk, Language.Zh);
    }

    public static TermsForm Level { get; } = new("equalInstalment", 12, AnnualRate: "0.06");

    public Task<Written<LoanDetail>> Draw(Guid line, string number, string principal, Func<DrawLoanRequest, DrawLoanRequest>? more = null)
    {
        var request = new DrawLoanRequest(number, principal, Today, "采购原料", Level, [new("丙供应商", "33100200300", principal, "CG-1", "313332082914")], Account, "plain");
        return DrawLoan.Draw(Desk, Bank, line, more?.Invoke(request) ?? request, null, Language.Zh);
    }

    public async Task<string> Refused(Guid line, string number, string principal, Func<DrawLoanRequest, DrawLoanRequest>? more = null) => (await Draw(line, number, principal, more)).Refusals is [var first, ..] ? first.Code : "";

    /// <summary>Drawn and paid by the bank today; its id.</summary>
    public async Task<Guid> Lent(Guid line, string number, string principal, Func<DrawLoanRequest, DrawLoanRequest>? more = null)
    {
        var drawn = await Draw(line, number, principal, more);
        var loan = drawn.Value ?? throw new InvalidOperationException(drawn.Refusals[0].Sentence(Language.En));
        foreach (var payout in loan.Payouts)
        {
            await Paid(loan.Row.Id, payout.N);
        }

        return loan.Row.Id;
    }

    /// <summary>The bank has paid: the entry Payments posts, and what it tells.</summary>
    public async Task<Guid> Paid(Guid loan, int n, DateOnly? day = null)
    {
        var payout = await Payout(loan, n);
        var entry = Guid.CreateVersion7();
        await Desk.Books.Post(Bank, Book, new() { Id = entry, Effective = day ?? Today, Event = "PaymentSettled", Lines = [new("130301", Side.Debit, Money.OfFen(payout.Fen)), new("1003", Side.Credit, Money.OfFen(payout.Fen))] });
        await Tell("PaymentSettled", payout.ItemId, payout.Fen, day ?? Today, entry);
        return entry;
    }

    public async Task<LoanPayout> Payout(Guid loan, int n)
    {
        await using var read = Test.Store.Read(Bank);
        return read.Set<LoanPayout>().Single(p => p.LoanId == loan && p.N == n);
    }

    public Task Tell(string kind, Guid item, long fen, DateOnly day, Guid? entry, string? loanNo = null, string? counter = null)
    {
        var payload = new JsonObject { ["amount"] = Money.FenText(fen), ["counter"] = counter, ["day"] = RowValues.Of(day), ["entry"] = RowValues.Of(entry), ["loanNo"] = loanNo ?? "", ["owner"] = RowValues.Of(Bank.Organisation) };
        return Test.Store.Commits.Write(Viewer.Everything("deliver an event in a test"), async work =>
        {
            await new PaymentsHeard(Desk).Handle(work, new(1, Guid.CreateVersion7(), kind, kind.StartsWith("Receipt", StringComparison.Ordinal) ? "receipt" : "payitem", RowValues.Of(item), payload.ToJsonString(), 1));
            return 0;
        });
    }

    public async Task<LoanDetail> Loan(Guid id)
    {
        await using var read = Test.Store.Read(Bank);
        return OpenLoan.Detail(read, read.Set<Loan>().Single(l => l.Id == id), Desk, Language.Zh);
    }

    /// <summary>Keeps events as the endpoints do.</summary>
    public async Task<string> Record(Guid id, params IReadOnlyList<EventDraft> drafts)
    {
        var written = await Test.Store.Commits.Once<LoanDetail>(Bank, null, clock, async work =>
        {
            var loan = (await LoanWriting.Locked(work, id))!;
            return await LoanWriting.Keep(work, Desk, loan, await LoanWriting.Events(work, id), drafts) is { } refusal ? refusal : OpenLoan.Detail(work, loan, Desk, Language.Zh);
        });
        return written.Refusals is [var first, ..] ? first.Code : "";
    }

    public static EventDraft Receipt(DateOnly day, string yuan, string reference, string cash = "1003") => new("receipt", day, (long)(decimal.Parse(yuan, null) * 100), [], cash, reference);

    /// <summary>Closes today as the job does, shard by shard.</summary>
    public async Task<Refusal?> Close(DateOnly? day = null)
    {
        var close = new DayClose(Desk);
        var prepared = await StartClose.Prepare(Desk, Jobs, Bank, day ?? Today);
        if (!prepared.Ok)
        {
            return prepared.Refusals[0];
        }

        var input = prepared.Value.Order.Input;
        foreach (var (no, shard) in close.Plan(input).Value.Index())
        {
            var done = await close.Run(new(Bank, Guid.NewGuid(), input, no, shard), CancellationToken.None);
            if (!done.Ok)
            {
                return done.Refusals[0];
            }

            if (done.Value.Write is { } write)
            {
                await Test.Store.Commits.Write(Bank, async work =>
                {
                    await write(work);
                    return await work.SaveChangesAsync();
                });
            }
        }

        return null;
    }

    /// <summary>Closes day after day until a day.</summary>
    public async Task Live(string until)
    {
        for (var end = DateOnly.ParseExact(until, "yyyy-MM-dd", null); ;)
        {
            if (await Close() is { Code: not "LEN-0803" } refusal)
            {
                throw new InvalidOperationException(refusal.Sentence(Language.En));
            }

            if (Today >= end)
            {
                return;
            }

            Forward(1);
        }
    }

    /// <summary>What an account of the book holds on its normal side.</summary>
    public string Balance(string code)
    {
        using var read = Test.Store.Read(Bank);
        return $"{BookDoor.Balance(read, Book, code, Today.AddYears(6))}";
    }

    public async Task Move(DateOnly day) => await Test.Store.Commits.Once(Bank, null, clock, work => Task.FromResult(MoveBusinessDate.Move(work, Book, day, clock)));

    /// <summary>What is kept agrees with itself.</summary>
    public Task<IReadOnlyList<string>> Wrong() => Pledges.Wrong();
}
