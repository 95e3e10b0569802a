using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Host;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.Storage;
using Zhirong.Modules.Ledger.UseCases;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Ledger;

/// <summary>What was the balance on a day, as far as it was known at a time: every pair of a random history, against a naive sum.</summary>
public sealed class BackdatingTests(ITestOutputHelper output)
{
    private static readonly DateOnly Opened = new(2026, 3, 1);

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task At_EveryPairOfTimes_EqualsTheSumOfWhatCounted(DatabaseKind kind)
    {
        var seed = Random.Shared.Next(1, 1_000_000);
        output.WriteLine($"seed {seed}");
        await using var test = TestStore.New(kind);
        var history = await History.Of(test.Store, new Random(seed), entries: 200, days: 12);
        await using var read = test.Store.Read(Viewer.Local);
        foreach (var code in History.Codes)
        {
            var account = LedgerReading.Account(read, history.Book, code)!;
            foreach (var recorded in history.Posted.Select(p => (long?)p.Sequence).Prepend(0).Append(null))
            {
                var chain = new LineChain(read.Session, account.No);
                for (var day = Opened.AddDays(-1); day <= history.Last; day = day.AddDays(1))
                {
                    Assert.Equal((code, day, recorded, history.Sum(code, day, recorded)), (code, day, recorded, Tuple(chain.At(day, recorded))));
                }

                Assert.Equal(history.Sum(code, DateOnly.MaxValue, recorded), Tuple(chain.At(null, recorded)));
            }
        }
    }

    /// <summary>The twin: a history with one entry told a day later is told apart.</summary>
    [Fact]
    public async Task Sum_OfAHistoryWithOneDayChanged_Differs()
    {
        await using var test = TestStore.New();
        var history = await History.Of(test.Store, new Random(7), entries: 200, days: 12);
        var (entry, at) = (history.Posted[120], history.Posted[150].Sequence);
        history.Posted[120] = (entry.Draft with { Effective = entry.Draft.Effective.AddDays(1) }, entry.Sequence);
        await using var read = test.Store.Read(Viewer.Local);
        var account = LedgerReading.Account(read, history.Book, entry.Draft.Lines[0].Account)!;
        Assert.NotEqual(history.Sum(account.Code, entry.Draft.Effective, at), Tuple(new LineChain(read.Session, account.No).At(entry.Draft.Effective, at)));
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Statement_OfAnyPeriodAndOrder_RunsFromOpeningToClosing(DatabaseKind kind)
    {
        await using var test = TestStore.New(kind);
        var history = await History.Of(test.Store, new Random(11), entries: 150, days: 10);
        await using var read = test.Store.Read(Viewer.Local);
        var account = LedgerReading.Account(read, history.Book, History.Codes[0])!;
        foreach (var (from, to, known, byEffective) in from f in (DateOnly?[])[null, Opened.AddDays(3)] from t in (DateOnly?[])[null, Opened.AddDays(6)] from k in (long?[])[null, history.Posted[90].Sequence] from b in (bool[])[false, true] select (f, t, k, b))
        {
            var period = new StatementPeriod(from, to, known, byEffective);
            var all = StatementReading.Read(read.Session, account.No, period, 0, 1000);
            Assert.Equal(from is { } first ? Net(history.Sum(account.Code, first.AddDays(-1), known)) : 0, all.Opening);
            Assert.Equal(Net(history.Sum(account.Code, to ?? DateOnly.MaxValue, known)), all.Closing);
            Assert.Equal(all.Total, all.Lines.Count);
            Assert.Equal(all.Closing, all.Lines.Count == 0 ? all.Opening : all.Lines[^1].Net);
            Assert.Equal(all.Opening + all.Moved.Net, all.Closing);
            var days = all.Lines.Select(l => l.Line.Effective).ToList();
            Assert.Equal(byEffective, days.SequenceEqual(days.Order()));
            var pages = Enumerable.Range(0, (all.Total / 7) + 1).SelectMany(p => StatementReading.Read(read.Session, account.No, period, p * 7, 7).Lines);
            Assert.Equal(all.Lines, pages);
        }
    }

    private static (long, long) Tuple(Turnover turnover) => (turnover.Debit, turnover.Credit);

    private static long Net((long Debit, long Credit) sum) => sum.Debit - sum.Credit;

    /// <summary>Entries on three accounts, half of them backdated, while the business date moves.</summary>
    private sealed record History(Guid Book, List<(EntryDraft Draft, long Sequence)> Posted, DateOnly Last)
    {
        public static string[] Codes { get; } = ["7701", "7702", "7703"];

        public static async Task<History> Of(Store store, Random random, int entries, int days)
        {
            var (clock, books) = (TimeProvider.System, new LedgerBooks(store, TimeProvider.System));
            var room = new LedgerRoom(Home.Charts());
            var book = await room.Open(store, Viewer.Local, $"H-{random.Next()}", "history", BookKind.Plan, Opened, Codes, clock);
            var history = new History(book, [], Opened.AddDays(days - 1));
            var business = Opened;
            for (var n = 0; n < entries; n++)
            {
                if (n > 0 && n % (entries / days) == 0 && business < history.Last)
                {
                    business = business.AddDays(1);
                    await store.Commits.Once(Viewer.Local, null, clock, work => Task.FromResult(MoveBusinessDate.Move(work, book, business, clock)));
                }

                var a = random.Next(Codes.Length);
                var amount = Money.OfFen(random.Next(1, 10_000));
                var draft = new EntryDraft
                {
                    Id = Guid.CreateVersion7(),
                    Effective = random.Next(2) == 0 ? business : Opened.AddDays(random.Next(business.DayNumber - Opened.DayNumber + 1)),
                    Event = "Moved",
                    Lines = [new(Codes[a], Side.Debit, amount), new(Codes[(a + 1 + random.Next(2)) % 3], Side.Credit, amount)],
                };
                history.Posted.Add((draft, (await books.Post(Viewer.Local, book, draft)).Sequence));
            }

            return history;
        }

        /// <summary>Debits and credits of an account, added up one by one.</summary>
        public (long Debit, long Credit) Sum(string code, DateOnly effective, long? recorded)
        {
            var (debit, credit) = (0L, 0L);
            foreach (var line in Posted.Where(p => p.Draft.Effective <= effective && (recorded is null || p.Sequence <= recorded)).SelectMany(p => p.Draft.Lines).Where(l => l.Account == code))
            {
                (debit, credit) = line.Side == Side.Debit ? (debit + line.Amount.Fen, credit) : (debit, credit + line.Amount.Fen);
            }

            return (debit, credit);
        }
    }
}
