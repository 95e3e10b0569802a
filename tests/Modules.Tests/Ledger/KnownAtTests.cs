using Xunit;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Ledger;

/// <summary>What was known at a time does not depend on when it is asked, on clocks that are set, or on the server that is asked.</summary>
public sealed class KnownAtTests
{
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task SequenceAt_AfterTheClockWentBackBetweenTwoRuns_KnowsBothEntries(DatabaseKind kind)
    {
        await using var test = TestStore.New(kind);
        var book = await SmallBook.Open(test.Store);
        var noon = new DateTimeOffset(2026, 11, 25, 12, 0, 5, TimeSpan.Zero);
        var before = await new LedgerBooks(test.Store, new StandingClock(noon)).Post(Viewer.Local, book.Id, SmallBook.Draft(100));
        var after = await new LedgerBooks(test.Store, new StandingClock(noon.AddSeconds(-4))).Post(Viewer.Local, book.Id, SmallBook.Draft(900));
        Assert.True(after.RecordedAt > before.RecordedAt);
        Assert.Equal(1000, book.Net("7701", Instant.Of(noon.AddSeconds(10))));
        Assert.Equal(100, book.Net("7701", before.RecordedAt));
    }

    [Fact]
    public async Task SequenceAt_WhileAnotherServerHasAnEntryUnderWay_WaitsForIt()
    {
        await using var one = TestStore.New(DatabaseKind.Postgres);
        await using var other = Store.Open(one.Target, TestStore.Rooms);
        var book = await SmallBook.Open(one.Store);
        Task<long>? asked = null;
        var at = 0L;
        await SmallBook.Between(
            one.Store,
            async () => Assert.Equal(PostResult.Created, (await new LedgerBooks(one.Store, TimeProvider.System).Post(Viewer.Local, book.Id, SmallBook.Draft(100))).Result),
            async () =>
            {
                await new LedgerBooks(other, TimeProvider.System).Post(Viewer.Local, book.Id, SmallBook.Draft(7, "7703", "7704"));
                at = Instant.Now(TimeProvider.System);
                asked = Task.Run(() => (book with { Store = other }).Net("7701", at));
                await Task.WhenAny(asked, Task.Delay(300));
                Assert.False(asked.IsCompleted);
            });
        Assert.Equal(100, await asked!);
        Assert.Equal(100, book.Net("7701", at));
    }

    /// <summary>A job that sees everything has no organisation: the evidence of what it posts is that of the book's owner.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Post_ByAJobThatSeesEverything_LeavesEvidenceWithTheOwnerOfTheBook(DatabaseKind kind)
    {
        await using var test = TestStore.New(kind);
        var book = await SmallBook.Open(test.Store);
        var draft = SmallBook.Draft(100);
        await new LedgerBooks(test.Store, TimeProvider.System).Post(Viewer.Everything("job"), book.Id, draft);
        Assert.Equal(RowValues.Of(Viewer.FoundingOrganisation), book.Read(c => c.Session.First("SELECT owner_id FROM evd_leaf WHERE subject_id = @p0", row => row.Text(0), RowValues.Of(draft.Id))));
    }
}
