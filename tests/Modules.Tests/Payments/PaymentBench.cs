using System.Text;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Host;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.UseCases;
using Zhirong.Modules.Payments;
using Zhirong.Modules.Payments.Channels;
using Zhirong.Modules.Payments.Statements;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Modules.Payments.UseCases;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using StatementLine = Zhirong.Modules.Payments.Statements.StatementLine;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Tests.Payments;

/// <summary>A channel that writes plain lines, so that tests speak of batches and not of formats.</summary>
internal sealed class PlainChannel : IChannel
{
    public string Code => "plain";

    public Words Title => Words.Same("plain");

    public bool Pays(PayeeAccountKind kind) => true;

    public Result<IReadOnlyList<ChannelFile>> Write(PaymentOrder order) =>
        Result<IReadOnlyList<ChannelFile>>.Of([new($"{order.MessageId}.txt", "text/plain", Encoding.UTF8.GetBytes(string.Join('\n', order.Items.Select(i => $"{i.EndToEndId} {i.PayeeName} {i.PayeeAccount} {i.Amount}"))))]);
}

/// <summary>Files are given to the tests' use cases as they were read.</summary>
internal sealed class NoReader : IAnswerReader, IStatementReader, IBalanceReader
{
    Result<BalanceFile> IBalanceReader.Read(Stream file) => throw new NotSupportedException();

    public Result<IReadOnlyList<ChannelAnswer>> Read(ReadOnlyMemory<byte> file) => throw new NotSupportedException();

    public Result<StatementFile> Read(Stream file) => throw new NotSupportedException();

    public Result<StatementFile> Read(Stream file, IStatementSink sink) => throw new NotSupportedException();
}

/// <summary>A clock that stands until it is moved.</summary>
internal sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    // Each reading is a little later, as it is with a real clock.
    public override DateTimeOffset GetUtcNow() => Now += TimeSpan.FromMilliseconds(1);
}

/// <summary>A store with a plan's book, an account to pay from, and two people.</summary>
internal sealed class PaymentBench : IAsyncDisposable
{
    public static readonly DateOnly Day = new(2026, 11, 30);

    private PaymentBench(TestStore test, PaymentDesk desk, TestClock clock) => (Test, Desk, Clock) = (test, desk, clock);

    public TestStore Test { get; }

    public PaymentDesk Desk { get; }

    public TestClock Clock { get; }

    public static Viewer Maker { get; } = new(Viewer.FoundingOrganisation, "经办小王") { User = new("00000000-0000-7000-8000-00000000a001") };

    public static Viewer Checker { get; } = new(Viewer.FoundingOrganisation, "复核老李") { User = new("00000000-0000-7000-8000-00000000a002") };

    public Guid Book { get; private set; }

    public Guid Account { get; private set; }

    /// <summary>Monday 30 November 2026, ten in the morning in China; one million in the account.</summary>
    public static async Task<PaymentBench> Open(DatabaseKind kind = DatabaseKind.Sqlite, string? target = null)
    {
        var (test, clock) = (TestStore.New(kind), new TestClock(new(2026, 11, 30, 2, 0, 0, TimeSpan.Zero)));
        var bench = new PaymentBench(test, DeskOf(test.Store, clock), clock);
        bench.Book = await new LedgerRoom(Home.Charts()).Open(test.Store, Maker, "PLAN", "计划", BookKind.Plan, new(2026, 11, 1), [], clock);
        await bench.Work(Maker, work => Task.FromResult(MoveBusinessDate.Move(work, bench.Book, new(2026, 12, 31), clock)));
        await bench.Desk.Books.Post(Maker, bench.Book, new() { Id = Guid.CreateVersion7(), Effective = new(2026, 11, 1), Event = "Funded", Lines = [new("100203", Side.Debit, Money.Cny(1_000_000)), new("400201", Side.Credit, Money.Cny(1_000_000))] });
        bench.Account = (await bench.Do(Maker, work => AddAccount.Add(work, new("own", "bank", "3300010001", "甬兴资管专项计划", AgentCnaps: "313332082914", BookId: bench.Book, BookAccount: "100203", CounterAccount: "130301"), clock))).Id;
        return bench;
    }

    public static PaymentDesk DeskOf(Store store, TimeProvider clock) => new(
        store, clock, new(new(Home.Holidays(), DayKind.Bank)), [new PlainChannel()], new NoReader(), new NoReader(), new NoReader(), new(store, clock), new(Home.Charts(), clock));

    public static NewItem Item(string amount, string name = "宁波德塔森特数据科技有限公司", string account = "33100200300", string? purpose = null, params IReadOnlyList<NewUse> sources) =>
        new(name, account, amount, AgentCnaps: "313332082914", Purpose: purpose, Sources: sources);

    public async Task<T> Do<T>(Viewer viewer, Func<ZhirongContext, Task<Result<T>>> work)
    {
        var result = await Try(viewer, work);
        return result.Value;
    }

    /// <summary>Runs a use case as the endpoints do: a refusal undoes it.</summary>
    public async Task<Result<T>> Try<T>(Viewer viewer, Func<ZhirongContext, Task<Result<T>>> work)
    {
        var written = await Test.Store.Commits.Once(viewer, null, Clock, async context =>
        {
            var result = await work(context);
            return result.Ok ? new Box<T>(result.Value) : Result<Box<T>>.Refused(result.Refusals);
        });
        return written.Value is { } box ? box.Value : Result<T>.Refused(written.Refusals);
    }

    private sealed record Box<T>(T Value);

    public Task<Result<T>> Work<T>(Viewer viewer, Func<ZhirongContext, Task<Result<T>>> work) => Try(viewer, work);

    /// <summary>The code of the refusal; empty when there is none.</summary>
    public async Task<string> Refused<T>(Viewer viewer, Func<ZhirongContext, Task<Result<T>>> work) => (await Try(viewer, work)).Refusals is [var first, ..] ? first.Code : "";

    public MakeBatchRequest Request(params IReadOnlyList<NewItem> items) => new("第一期放款", Account, "plain", Day, "贷款发放", items);

    public Task<Result<PayBatch>> TryMake(MakeBatchRequest request)
    {
        var items = MakeBatch.Read(request, Desk);
        return items.Ok ? Try(Maker, work => MakeBatch.Make(work, request, items.Value, Desk)) : Task.FromResult(Result<PayBatch>.Refused(items.Refusals));
    }

    /// <summary>Confirms everything a check warns of.</summary>
    public async Task<Result<PayBatch>> TryCheck(Guid batch)
    {
        await using var read = Test.Store.Read(Checker);
        var found = await read.Set<PayBatch>().SingleAsync(b => b.Id == batch);
        var findings = await FindingsFacts.Of(read, found, await read.ItemsOf(batch), Desk);
        var confirm = findings.Where(f => f.Severity == Severity.Warning).Select(f => new ConfirmWarning(f.Code, f.Path, "已电话核实", f.Found)).ToList();
        return await Try(Checker, work => CheckBatch.Check(work, batch, new(found.Version, confirm), Desk));
    }

    public async Task<int> Version(Guid batch)
    {
        await using var read = Test.Store.Read(Maker);
        return (await read.Set<PayBatch>().SingleAsync(b => b.Id == batch)).Version;
    }

    public async Task<Result<PayBatch>> TryApprove(Guid batch, Viewer? by = null)
    {
        var version = await Version(batch);
        return await Try(by ?? Checker, work => ApproveBatch.Approve(work, batch, new(version), Desk));
    }

    public async Task<Result<PayBatch>> TrySend(Guid batch)
    {
        await using var read = Test.Store.Read(Maker);
        var written = await SendBatch.Write(read, batch, Desk);
        var kept = written.Ok ? await Try(Maker, work => SendBatch.Keep(work, batch, written.Value, Desk)) : Result<(PayBatch Batch, IReadOnlyList<PayFile> Files)>.Refused(written.Refusals);
        return kept.Ok ? kept.Value.Batch : Result<PayBatch>.Refused(kept.Refusals);
    }

    /// <summary>A batch made, checked, approved and sent.</summary>
    public async Task<Guid> Sent(params IReadOnlyList<NewItem> items)
    {
        var batch = (await TryMake(Request(items))).Value.Id;
        _ = (await TryCheck(batch)).Value;
        _ = (await TryApprove(batch)).Value;
        _ = (await TrySend(batch)).Value;
        return batch;
    }

    public async Task<List<PayItem>> Items(Guid batch)
    {
        await using var read = Test.Store.Read(Maker);
        return await read.ItemsOf(batch);
    }

    public async Task<List<PayAttempt>> Attempts(Guid batch)
    {
        await using var read = Test.Store.Read(Maker);
        var ids = (await read.ItemsOf(batch)).Select(i => i.Id).ToList();
        return await read.Set<PayAttempt>().Where(a => ids.Contains(a.ItemId)).OrderBy(a => a.ItemId).ThenBy(a => a.N).ToListAsync();
    }

    public async Task<List<PayDifference>> Differences(string? state = "open")
    {
        await using var read = Test.Store.Read(Maker);
        return await read.Set<PayDifference>().Where(d => state == null || d.State == state).OrderBy(d => d.Kind).ThenBy(d => d.SubjectId).ToListAsync();
    }

    /// <summary>The account's balance in the book.</summary>
    public async Task<string> Balance(string code = "100203")
    {
        await using var read = Test.Store.Read(Maker);
        return $"{BookDoor.Balance(read, Book, code, new(2026, 12, 31))}";
    }

    /// <summary>Where a batch's items stand: <c>settled*</c> with a star while something differs.</summary>
    public async Task<string> States(Guid batch) => string.Join(' ', (await Items(batch)).Select(i => i.Differing == 1 ? i.State + "*" : i.State));

    private int files;

    /// <summary>Reads an answer made at a minute of the day.</summary>
    public Task<AnswerRead> Hear(int minute, params IReadOnlyList<ItemAnswer> items) => HearFile($"{++files}", minute, items);

    public Task<AnswerRead> HearFile(string content, int? minute, params IReadOnlyList<ItemAnswer> items) => Do(Maker, work => ReadAnswer.Take(work, Desk, Encoding.UTF8.GetBytes(content), $"{content}.xml", [Answer(minute, items)], Language.Zh));

    public static ChannelAnswer Answer(int? minute, IReadOnlyList<ItemAnswer> items) => new() { Format = "test", MessageId = "M", CreatedAt = minute is { } m ? new DateTimeOffset(2026, 11, 30, 3, 0, 0, TimeSpan.Zero).AddMinutes(m) : null, Items = items };

    public static ItemAnswer Said(string endToEnd, AnswerStatus status, string? amount = null, string? name = null, string? reference = null, DateOnly? booked = null) => new()
    {
        EndToEndId = endToEnd,
        Status = status,
        StatusCode = $"{status}",
        Amount = amount is null ? null : Money.Cny(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)),
        PayeeName = name,
        BankReference = reference,
        Booked = booked ?? Day,
        Place = "line 1",
    };

    /// <summary>An account of the plan kept in book account 100204, used only for what it may be.</summary>
    public async Task<Guid> ClosedLoop(params IReadOnlyList<string> purposes) =>
        (await Do(Maker, work => AddAccount.Add(work, new("own", "bank", "3300010009", "甬兴资管专项计划监管户", AgentCnaps: "313332082914", ClosedLoop: true, Purposes: purposes, BookId: Book, BookAccount: "100204", CounterAccount: "400201"), Clock))).Id;

    /// <summary>Imports a statement whose balances follow from its lines, or one that does not add up.</summary>
    public Task<StatementsImported> Statement(string account, string opening, IReadOnlyList<StatementLine> lines, string content = "", string? closing = null, DateOnly? to = null)
    {
        var start = Money.Cny(decimal.Parse(opening, System.Globalization.CultureInfo.InvariantCulture));
        var counted = lines.Aggregate(start, (sum, line) => sum + line.Amount);
        var end = closing is null ? counted : Money.Cny(decimal.Parse(closing, System.Globalization.CultureInfo.InvariantCulture));
        var fault = new Refusal { Code = "PAY-0701", Path = "line 1", Found = $"{end}", Expected = Words.Same($"{counted}"), Message = Words.Same("does not add up") };
        var file = new StatementFile
        {
            Format = "test",
            MessageId = "S",
            Statements = [new() { Id = "S1", Account = account, From = Day, To = to ?? Day, Opening = start, Closing = end, Lines = lines, Faults = end == counted ? [] : [fault] }],
        };
        var received = ReceivedFile.Of("statement.xml", Encoding.UTF8.GetBytes(content.Length > 0 ? content : $"statement {++files}"));
        return Do(Maker, work => ImportStatement.Take(work, Desk, received, file, Language.Zh));
    }

    public static StatementLine Line(int n, string amount, string? name = null, string? reference = null, string? endToEnd = null, string? loan = null, DateOnly? day = null) => new()
    {
        Number = n,
        Date = day ?? Day,
        Amount = Money.Cny(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)),
        CounterpartyName = name,
        Reference = reference,
        EndToEndId = endToEnd,
        LoanNo = loan,
        Place = $"line {n}",
    };

    public async Task<List<PayLine>> Lines()
    {
        await using var read = Test.Store.Read(Maker);
        return await read.Set<PayLine>().OrderBy(l => l.Id).ToListAsync();
    }

    public async Task<T> Read<T>(Func<ZhirongContext, Task<T>> work)
    {
        await using var read = Test.Store.Read(Maker);
        return await work(read);
    }

    /// <summary>Names of the checks that do not hold of what was kept.</summary>
    public Task<List<string>> Broken() => Test.Store.Commits.Write(Viewer.Everything("verify"), work => Task.FromResult(
        PaymentCare.Verify(work.Session).Where(check => !check.Holds).Select(check => $"{check.Name}: {string.Join(' ', check.Wrong)}").ToList()));

    /// <summary>Whatever was done to payments, sums, attempts, sources and matches agree.</summary>
    public async ValueTask DisposeAsync()
    {
        Assert.Empty(await Broken());
        await Test.DisposeAsync();
    }
}
