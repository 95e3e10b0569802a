using Xunit;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.Storage;
using Zhirong.Modules.Ledger.UseCases;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Ledger;

/// <summary>Three years of days on one account: what is read of them takes a few statements, not one for each.</summary>
public sealed class LongChainTests
{
    private const int Days = 1000;

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Chains_OfThreeYears_AreWalkedInAFewStatements(DatabaseKind kind)
    {
        await using var test = TestStore.New(kind);
        var (book, books) = (await SmallBook.Open(test.Store), new LedgerBooks(test.Store, TimeProvider.System));
        var end = SmallBook.Day.AddDays(2 * Days);
        await test.Store.Commits.Write(Viewer.Local, work => Task.FromResult(MoveBusinessDate.Move(work, book.Id, end, TimeProvider.System).Ok));
        for (var n = 0; n < Days; n += 250)
        {
            await Task.WhenAll(Enumerable.Range(n, 250).Select(day => books.Post(Viewer.Local, book.Id, SmallBook.Draft(1) with { Effective = SmallBook.Day.AddDays(2 * day) }).AsTask()));
        }

        using (var read = test.Store.Read(Viewer.Local))
        {
            var counting = new CountingSession(read.Session);
            var no = LedgerReading.Account(read, book.Id, "7701")!.No;
            Assert.Equal(1, new LineChain(counting, no).At(SmallBook.Day, null).Net);
            Assert.InRange(counting.Statements, 1, 3);
            counting.Statements = 0;
            Assert.Equal(Days, new LineChain(counting, no).Since(SmallBook.Day, null).Count);
            Assert.InRange(counting.Statements, 1, 12);
        }

        await test.Store.Commits.Write(Viewer.Local, work =>
        {
            var counting = new CountingSession(work.Session);
            var entry = books.Prepare(Viewer.Local, book.Id, SmallBook.Draft(1) with { Effective = SmallBook.Day.AddDays(1) }, work).Value;
            Assert.Equal(PostResult.Created, books.Posting.Run(counting, [entry])[0].Result);
            Assert.InRange(counting.Statements, 1, 25);
            return Task.FromResult(0);
        });
        Assert.Equal(2, book.Read(c => new LineChain(c.Session, LedgerReading.Account(c, book.Id, "7701")!.No).At(SmallBook.Day.AddDays(1), null).Net));
        Assert.DoesNotContain(Zhirong.Platform.Storage.Care.StoreCare.Verify(test.Target, TestStore.Rooms), check => !check.Holds);
    }

    /// <summary>The row of a book inside a work does not count its entries one by one.</summary>
    [Fact]
    public async Task Within_AWork_TellsTheEntriesCountedBefore()
    {
        await using var test = TestStore.New();
        var book = await SmallBook.Open(test.Store);
        await new LedgerBooks(test.Store, TimeProvider.System).Post(Viewer.Local, book.Id, SmallBook.Draft(1));
        Assert.Equal((7, 1), book.Read(c => (BookRows.Within(c.Session, book.Id, 7)!.Entries, BookRows.One(c.Session, book.Id)!.Entries)));
    }

    [Theory]
    [InlineData("100")]
    [InlineData("100.00")]
    [InlineData("MOVED")]
    [InlineData("ＭＯＶＥＤ")]
    [InlineData("1")]
    public async Task Search_AlongAnAccountAndInTheWholeBook_FindsTheSame(string words)
    {
        foreach (var kind in TestStore.Both)
        {
            await using var test = TestStore.New(kind.Data);
            var (book, books) = (await SmallBook.Open(test.Store), new LedgerBooks(test.Store, TimeProvider.System));
            await books.Post(Viewer.Local, book.Id, SmallBook.Draft(10_000));
            await books.Post(Viewer.Local, book.Id, SmallBook.Draft(20_000) with { Event = "Ｍｏｖｅｄ" });
            book.Read(c =>
            {
                var account = LedgerReading.Account(c, book.Id, "7701");
                JournalFilter Filter(AccountFacts? along) => new(null, null, along, null, words, null);
                Assert.Equal(new JournalReading(c.Session, book.Id, Filter(null)).Page(0, 10).Entries.Select(e => e.Seq), new JournalReading(c.Session, book.Id, Filter(account)).Page(0, 10).Entries.Select(e => e.Seq));
                Assert.Equal(words is "ＭＯＶＥＤ" ? 0 : 1, new JournalReading(c.Session, book.Id, Filter(account)).Page(0, 10).Total);
                return 0;
            });
        }
    }

    /// <summary>Counts what is sent to the database.</summary>
    private sealed class CountingSession(Session inner) : Session(inner.Connection)
    {
        public int Statements { get; set; }

        public override DatabaseKind Kind => inner.Kind;

        public override int Insert(RowSet rows) => Counted(() => inner.Insert(rows));

        public override int Update(RowSet rows) => Counted(() => inner.Update(rows));

        public override void Find(TableShape shape, string key, IReadOnlyCollection<object> keys, Action<IRow> read, bool locked = false)
        {
            Statements++;
            inner.Find(shape, key, keys, read, locked);
        }

        public override long[] Next(string table, string column, int count) => Counted(() => inner.Next(table, column, count));

        public override void Query(string sql, Action<IRow> read, params ReadOnlySpan<object?> values)
        {
            Statements++;
            inner.Query(sql, read, values);
        }

        public override int Execute(string sql, params ReadOnlySpan<object?> values)
        {
            Statements++;
            return inner.Execute(sql, values);
        }

        public override void Alone(string name) => inner.Alone(name);

        public override bool TryAlone(string name) => inner.TryAlone(name);

        public override void Shared(string name) => inner.Shared(name);

        public override IReadOnlySet<string> Holders(string name) => inner.Holders(name);

        public override void Dispose()
        {
        }

        private T Counted<T>(Func<T> work)
        {
            Statements++;
            return work();
        }
    }
}
