using Zhirong.Engine.Basics;
using Zhirong.Host;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.Storage;
using Zhirong.Modules.Ledger.UseCases;
using Zhirong.Platform.Storage;
using Use = Zhirong.Modules.Ledger.UseCases;

namespace Zhirong.Modules.Tests.Ledger.Simulation;

/// <summary>The product's ledger, asked through its use cases on a store of its own.</summary>
internal sealed class RealLedger(Store store) : ILedgerUnderTest
{
    private readonly Dictionary<string, Guid> ids = new(StringComparer.Ordinal);
    private readonly Zhirong.Modules.Ledger.Charts.ChartShelf charts = Home.Charts();
    private readonly TimeProvider clock = TimeProvider.System;

    public LedgerBooks Books { get; } = new(store, TimeProvider.System);

    public Guid Book(string code) => ids.GetValueOrDefault(code);

    public async Task<string> Do(Command command) => command switch
    {
        OpenBook open => await Open(open),
        OpenAccount open => await Work(work => ChangeAccounts.Add(work, Book(open.Book), new(open.Account, open.Account, open.Account, open.Class.Word(), open.Normal.Word(), open.Rule.Word(), Limit(open.Rule, open.Limit)), clock), _ => "done"),
        ChangeAccount change => await Work(work => Change(work, change), _ => "done"),
        PostEntry post => Text(await PostEntries.Post(Books, Viewer.Local, Book(post.Book), Entry(post))),
        ReverseEntry reverse => await Work(work => Use.ReverseEntry.Reverse(work, Books, reverse.Reverses, new(reverse.Id, reverse.Effective, reverse.Memo)), Text, "LDG-0108"),
        PlaceHold hold => await Work(work => Use.PlaceHold.Place(work, Books, Book(hold.Book), new(hold.Id, hold.Debit, hold.Credit, Yuan(hold.Fen), hold.Event, hold.Memo, hold.Expires)), Text),
        PostHold post => await Work(work => CloseHold.Post(work, Books, post.Hold, new(post.Id, post.Effective, post.Fen is { } fen ? Yuan(fen) : null, post.Memo)), Text, "LDG-0109"),
        VoidHold hold => await Work(work => CloseHold.Void(work, Books, hold.Hold, new()), _ => "done", "LDG-0109"),
        AdvanceDate advance => await Work(work => MoveBusinessDate.Move(work, Book(advance.Book), advance.Date, clock), _ => "done"),
        _ => throw new ArgumentException(command.ToString()),
    };

    public Task<long> Balance(string book, string account, DateOnly? effective, Guid? through) => Read(read =>
    {
        var facts = LedgerReading.Account(read, Book(book), account)!;
        return facts.OnNormalSide(new LineChain(read.Session, facts.No).At(effective, Sequence(read, through)).Net);
    });

    public Task<IReadOnlyList<TrialRow>> Trial(string book, DateOnly? effective, Guid? through) => Read(read =>
    {
        var asOf = new AsOf(effective, Sequence(read, through));
        return (IReadOnlyList<TrialRow>)[.. TrialReading.Of(read.Session, Book(book), asOf).Select(a => AccountRow.Of(a, asOf.Now)).Select(Row)];
    });

    public Task<IReadOnlyList<StatementRow>> Statement(string book, string account) => Read(read =>
    {
        var facts = LedgerReading.Account(read, Book(book), account)!;
        var extract = StatementReading.Read(read.Session, facts.No, new(null, null, null, false), 0, int.MaxValue);
        var entries = EntryReading.Of(read.Session, [.. extract.Lines.Select(l => Line.SequenceOf(l.Line.Id)).Distinct()]).ToDictionary(e => e.Seq);
        return (IReadOnlyList<StatementRow>)[.. extract.Lines.Select(l => new StatementRow(entries[Line.SequenceOf(l.Line.Id)].Id, l.Line.Fen > 0 ? Side.Debit : Side.Credit, Math.Abs(l.Line.Fen), facts.OnNormalSide(l.Net)))];
    });

    public Task<IReadOnlyList<HoldRow>> Holds(string book) => Read(read =>
        (IReadOnlyList<HoldRow>)[.. HoldReading.Page(read.Session, Book(book), null, 0, 100_000).Holds.Select(h => new HoldRow(h.Id, h.State, h.PostedFen ?? 0))]);

    private static TrialRow Row(AccountRow row) =>
        new(row.Code, Fen(row.Debit), Fen(row.Credit), Fen(row.PendingDebit ?? "0"), Fen(row.PendingCredit ?? "0"), Fen(row.Available ?? row.Balance));

    private static long Fen(string yuan) => (long)(decimal.Parse(yuan) * 100);

    private static string Yuan(long fen) => Money.FenText(fen);

    private static string? Limit(AccountRule rule, long fen) => rule == AccountRule.Limit ? Yuan(fen) : null;

    private static NewEntry Entry(PostEntry post) => new(
        post.Id, post.Effective, post.Event, [.. post.Lines.Select(l => new NewLine(l.Account, l.Side.Word(), Yuan(l.Fen)))], post.Subject is { } subject ? new(subject.Kind, subject.Id) : null, post.Memo, post.Reverses);

    private static string Text(PostOutcome outcome) => outcome.Result switch
    {
        PostResult.Created => "created",
        PostResult.Exists => "exists",
        _ => Text(outcome.Refusals[0]),
    };

    private static string Text(HoldChange change) => change.Created ? "created" : "exists";

    private static string Text(Refusal refusal) => refusal.Code == "LDG-0110" ? $"LDG-0110 {refusal.Path}" : refusal.Code;

    private static long? Sequence(ZhirongContext read, Guid? entry) => entry is { } id ? EntryReading.One(read.Session, id)!.Seq : null;

    private async Task<string> Open(OpenBook open)
    {
        var id = Guid.Empty;
        var answer = await Work(
            work =>
            {
                var book = Use.OpenBook.Open(work, new(open.Book, open.Book, "plan", open.OpenedOn), charts, clock);
                id = book.Ok ? book.Value.Id : id;
                return book.Ok ? BookRows.One(work.Session, id)! : Result<BookRow>.Refused(book.Refusals);
            },
            _ => "done");
        if (answer == "done")
        {
            ids[open.Book] = id;
        }

        return answer;
    }

    private Result<AccountRow> Change(ZhirongContext work, ChangeAccount change)
    {
        var account = LedgerReading.Account(work, Book(change.Book), change.Account)!;
        return ChangeAccounts.Change(work, account.Id, new(account.Zh, account.En, change.Rule.Word(), change.Closed, account.Version, Limit(change.Rule, change.Limit)), clock);
    }

    /// <param name="unknown">What the simulation calls a record that is not there.</param>
    private async Task<string> Work<T>(Func<ZhirongContext, Result<T>> work, Func<T, string> text, string unknown = "LDG-0101")
        where T : class
    {
        var written = await store.Commits.Once<T>(Viewer.Local, null, clock, context => Task.FromResult(work(context)));
        return written.Value is { } value ? text(value) : written.Refusals[0].Code == "WEB-0105" ? unknown : Text(written.Refusals[0]);
    }

    private Task<T> Read<T>(Func<ZhirongContext, T> read)
    {
        using var context = store.Read(Viewer.Local);
        return Task.FromResult(read(context));
    }
}
