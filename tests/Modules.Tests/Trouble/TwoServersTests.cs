using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.Storage;
using Zhirong.Modules.Ledger.UseCases;
using Zhirong.Modules.Tests.Ledger;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Trouble;

/// <summary>One server in the middle of something while another does what it must not meet.</summary>
public sealed class TwoServersTests
{
    [Fact]
    public async Task Reverse_WhileAnotherServerMatchesTheEntry_LeavesNoMatchWithAReversedEntry()
    {
        await using var one = TestStore.New(DatabaseKind.Postgres);
        await using var other = Store.Open(one.Target, TestStore.Rooms);
        var book = await SmallBook.Open(one.Store);
        var (books, elsewhere) = (new LedgerBooks(one.Store, TimeProvider.System), new LedgerBooks(other, TimeProvider.System));
        await one.Store.Commits.Write(Viewer.Local, work => Task.FromResult(new PlannedEntries(books).Replace(work, book.Id, "A", "deal", "A", [new(SmallBook.Day, "7701", "7702", Money.OfFen(100), "line", new("备注", "memo"))]).Ok));
        var planned = book.Read(c => PlannedReading.Page(c.Session, book.Id, null, null, null, 0, 10).Rows.Single().Id);
        var entry = SmallBook.Draft(100);
        await books.Post(Viewer.Local, book.Id, entry);
        Task<PostOutcome>? reversal = null;
        await SmallBook.Between(
            one.Store,
            async () => Assert.True(await one.Store.Commits.Write(Viewer.Local, work => Task.FromResult(Matching.Match(work, planned, entry.Id, null, TimeProvider.System).Ok))),
            async () =>
            {
                reversal = Task.Run(async () => await elsewhere.Post(Viewer.Local, book.Id, SmallBook.Draft(100, "7702", "7701", entry.Id)));
                await Task.WhenAny(reversal, Task.Delay(500));
            });
        Assert.Equal(PostResult.Created, (await reversal!).Result);
        Assert.Equal(0, book.Read(c => PlannedReading.One(c.Session, planned)!.MatchedFen));
        Assert.DoesNotContain(StoreCare.Verify(one.Target, TestStore.Rooms), check => !check.Holds);
    }

    [Fact]
    public async Task Move_WhileAnotherServerPlacesAHoldForTheDayBefore_ExpiresIt()
    {
        await using var one = TestStore.New(DatabaseKind.Postgres);
        await using var other = Store.Open(one.Target, TestStore.Rooms);
        var book = await SmallBook.Open(one.Store);
        var (books, hold) = (new LedgerBooks(one.Store, TimeProvider.System), Guid.CreateVersion7());
        Task<bool>? move = null;
        await SmallBook.Between(
            one.Store,
            async () => Assert.True(await one.Store.Commits.Write(Viewer.Local, work => Task.FromResult(PlaceHold.Place(work, books, book.Id, new(hold, "7701", "7702", "1.00", "Hold", null, SmallBook.Day)).Ok))),
            async () =>
            {
                move = Task.Run(() => other.Commits.Write(Viewer.Local, work => Task.FromResult(MoveBusinessDate.Move(work, book.Id, SmallBook.Day.AddDays(1), TimeProvider.System).Ok)));
                await Task.WhenAny(move, Task.Delay(500));
            });
        Assert.True(await move!);
        Assert.Equal(HoldReading.Expired, book.Read(c => HoldReading.One(c.Session, hold)!.State));
    }

    /// <summary>A hold left behind by its last day, as an earlier version could leave it, is not posted.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Post_OfAHoldWhoseLastDayHasPassed_IsRefused(DatabaseKind kind)
    {
        await using var test = TestStore.New(kind);
        var book = await SmallBook.Open(test.Store);
        var (books, hold) = (new LedgerBooks(test.Store, TimeProvider.System), Guid.CreateVersion7());
        Assert.True(await test.Store.Commits.Write(Viewer.Local, work => Task.FromResult(PlaceHold.Place(work, books, book.Id, new(hold, "7701", "7702", "1.00", "Hold", null, SmallBook.Day)).Ok)));
        await test.Store.Commits.Write(Viewer.Local, work => Task.FromResult(work.Session.Execute("UPDATE ldg_book SET business_date = '2026-11-26' WHERE id = @p0", RowValues.Of(book.Id))));
        var posted = await test.Store.Commits.Write(Viewer.Local, work => Task.FromResult(CloseHold.Post(work, books, hold, new(Guid.CreateVersion7(), SmallBook.Day))));
        Assert.Equal("LDG-0109", posted.Refusals[0].Code);
        Assert.True((await test.Store.Commits.Write(Viewer.Local, work => Task.FromResult(CloseHold.Void(work, books, hold, new())))).Ok);
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Entries_TwoOfOneHold_AreRefusedByTheDatabase(DatabaseKind kind)
    {
        await using var test = TestStore.New(kind);
        var book = await SmallBook.Open(test.Store);
        var books = new LedgerBooks(test.Store, TimeProvider.System);
        await books.Post(Viewer.Local, book.Id, SmallBook.Draft(1));
        await books.Post(Viewer.Local, book.Id, SmallBook.Draft(2));
        var problem = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => test.Store.Commits.Write(Viewer.Local, work => Task.FromResult(work.Session.Execute("UPDATE ldg_entry SET hold = @p0", RowValues.Of(Guid.NewGuid())))));
        Assert.Contains("hold", problem.Message, StringComparison.Ordinal);
    }

    /// <summary>A server that is stopped in the middle of a transaction holds its accounts no longer than the database lets it.</summary>
    [Fact]
    public async Task Post_WhileAnotherServerStandsStillInATransaction_GoesOnWhenItsTimeIsUp()
    {
        await using var one = TestStore.New(DatabaseKind.Postgres);
        var book = await SmallBook.Open(one.Store);
        await using var still = Store.Open(one.Target + ";Options=-c idle_in_transaction_session_timeout=700ms", TestStore.Rooms);
        Task? posted = null;
        await SmallBook.Between(
            still,
            async () => await Assert.ThrowsAsync<StorageException>(async () => await new LedgerBooks(still, TimeProvider.System).Post(Viewer.Local, book.Id, SmallBook.Draft(5))),
            async () =>
            {
                posted = new LedgerBooks(one.Store, TimeProvider.System).Post(Viewer.Local, book.Id, SmallBook.Draft(7)).AsTask();
                await posted.WaitAsync(TimeSpan.FromSeconds(15));
            });
        Assert.Equal(7, book.Net("7701", null));
        Assert.Equal(PostResult.Created, (await new LedgerBooks(still, TimeProvider.System).Post(Viewer.Local, book.Id, SmallBook.Draft(5))).Result);
    }

    /// <summary>The same time limit holds for every server that says nothing else.</summary>
    [Fact]
    public async Task Connections_OfAServer_AreNotPatientForEver()
    {
        await using var one = TestStore.New(DatabaseKind.Postgres);
        string Said(string name) => SmallRead(one.Store, session => session.First($"SELECT current_setting('{name}')", row => row.Text(0))!);
        Assert.Equal(("30s", "30s", "30"), (Said("idle_in_transaction_session_timeout"), Said("lock_timeout"), Said("tcp_keepalives_idle")));
    }

    private static T SmallRead<T>(Store store, Func<Session, T> read)
    {
        using var context = store.Read(Viewer.Local);
        return read(context.Session);
    }
}
