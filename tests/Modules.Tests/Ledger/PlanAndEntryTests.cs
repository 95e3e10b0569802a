using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.Storage;
using Zhirong.Modules.Ledger.UseCases;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Ledger;

/// <summary>Plans that replace each other, and the entries that fulfil them, through the room's doors.</summary>
public sealed class PlanAndEntryTests
{
    private static readonly DateOnly March = new(2026, 3, 20), June = new(2026, 6, 20);

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Replace_BackToAnEarlierRun_OpensItAndCancelsTheOther(DatabaseKind kind)
    {
        await using var test = TestStore.New(kind);
        var book = await SmallBook.Open(test.Store);
        await Put(book, "A", (March, 100), (June, 100));
        var other = await Put(book, "B", (March, 100), (June, 90));
        Assert.Equal((2, 2, false), (other.Planned, other.Replaced, other.Unchanged));
        var back = await Put(book, "A", (March, 100), (June, 100));
        Assert.Equal((2, 2, false), (back.Planned, back.Replaced, back.Unchanged));
        Assert.Equal("A 03-20 100, A 06-20 100", Open(book));
        Assert.True((await Put(book, "A", (March, 100), (June, 100))).Unchanged);
        Assert.Equal(3, book.Read(c => c.Session.First("SELECT count(*) FROM evd_leaf WHERE event = 'PlannedEntriesReplaced'", row => row.Long(0))));
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Replace_AfterAFlowWasPaid_DoesNotExpectItAgain(DatabaseKind kind)
    {
        await using var test = TestStore.New(kind);
        var (book, books) = (await SmallBook.Open(test.Store), new LedgerBooks(test.Store, TimeProvider.System));
        await Put(book, "A", (March, 100), (June, 90));
        await Pay(book, books, "A", March, 100);
        await Pay(book, books, "A", June, 30);
        var (planned, matched) = Sums(book);
        Assert.Equal((190, 130), (planned, matched));
        await Put(book, "B", (March, 100), (June, 95));
        Assert.Equal("B 06-20 65", Open(book));
        Assert.Equal((195, 130), Sums(book));

        // A run that expects less than was paid: what is too much stays with the run that expected it.
        await Put(book, "C", (March, 80), (June, 95));
        Assert.Equal("C 06-20 65", Open(book));
        Assert.Equal(130, Sums(book).Matched);
        await Put(book, "A", (March, 100), (June, 90));
        Assert.Equal("A 06-20 60", Open(book));
        Assert.Equal((190, 130), Sums(book));
        Assert.DoesNotContain(StoreCare.Verify(test.Target, TestStore.Rooms), check => !check.Holds);
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Post_OfAReversalThroughEitherDoor_OpensWhatTheEntryFulfilled(DatabaseKind kind)
    {
        await using var test = TestStore.New(kind);
        var (book, books) = (await SmallBook.Open(test.Store), new LedgerBooks(test.Store, TimeProvider.System));
        await Put(book, "A", (March, 100));
        var first = await Pay(book, books, "A", March, 100);
        Assert.Equal("", Open(book));
        Assert.Equal(PostResult.Created, (await books.Post(Viewer.Local, book.Id, SmallBook.Draft(100, "7702", "7701", first))).Result);
        Assert.Equal("A 03-20 100", Open(book));
        var second = await Pay(book, books, "A", March, 100);
        Assert.Equal("", Open(book));
        await test.Store.Commits.Write(Viewer.Local, work => Task.FromResult(books.PostWithin(work, book.Id, [SmallBook.Draft(100, "7702", "7701", second)])));
        Assert.Equal("A 03-20 100", Open(book));
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Post_AgainWithThePlanItFulfils_MatchesItOnce(DatabaseKind kind)
    {
        await using var test = TestStore.New(kind);
        var (book, books) = (await SmallBook.Open(test.Store), new LedgerBooks(test.Store, TimeProvider.System));
        await Put(book, "A", (March, 100));
        var planned = Rows(book).Single().Id;
        var entry = new NewEntry(Guid.CreateVersion7(), SmallBook.Day, "Paid", [new("7701", "debit", "1.00"), new("7702", "credit", "1.00")]);
        Assert.Equal(PostResult.Created, (await PostEntries.Post(books, Viewer.Local, book.Id, entry)).Result);
        for (var n = 0; n < 2; n++)
        {
            Assert.Equal(PostResult.Exists, (await PostEntries.Post(books, Viewer.Local, book.Id, entry with { Planned = planned })).Result);
            Assert.Equal(100, Rows(book).Single().MatchedFen);
        }

        // Once it was taken back, the request sent again does not undo that.
        await test.Store.Commits.Write(Viewer.Local, work => Task.FromResult(books.PostWithin(work, book.Id, [SmallBook.Draft(100, "7702", "7701", entry.Id)])));
        Assert.Equal(PostResult.Exists, (await PostEntries.Post(books, Viewer.Local, book.Id, entry with { Planned = planned })).Result);
        Assert.Equal(0, Rows(book).Single().MatchedFen);
    }

    private static async Task<PlannedChange> Put(SmallBook book, string set, params (DateOnly Due, long Fen)[] flows) => await book.Store.Commits.Write(Viewer.Local, work => Task.FromResult(
        new PlannedEntries(new(book.Store, TimeProvider.System)).Replace(work, book.Id, set, "deal", set, [.. flows.Select(f => new PlannedDraft(f.Due, "7701", "7702", Money.OfFen(f.Fen), "line", new("备注", "memo")))]).Value));

    private static async Task<Guid> Pay(SmallBook book, LedgerBooks books, string set, DateOnly due, long fen)
    {
        var entry = SmallBook.Draft(fen);
        await books.Post(Viewer.Local, book.Id, entry);
        var planned = Rows(book).Single(r => r.SetId == set && r.Due == due).Id;
        Assert.True((await book.Store.Commits.Write(Viewer.Local, work => Task.FromResult(Matching.Match(work, planned, entry.Id, null, TimeProvider.System)))).Ok);
        return entry.Id;
    }

    private static List<PlannedFacts> Rows(SmallBook book) => book.Read(c => PlannedReading.Page(c.Session, book.Id, null, null, null, 0, 100).Rows);

    private static (long Planned, long Matched) Sums(SmallBook book) => book.Read(c => PlannedReading.Page(c.Session, book.Id, null, null, null, 0, 100).Sums) is var sums ? (sums.Planned, sums.Matched) : default;

    private static string Open(SmallBook book) => string.Join(", ", Rows(book).Where(r => r.OpenFen > 0).OrderBy(r => r.Due).Select(r => $"{r.SetId} {r.Due:MM-dd} {r.OpenFen}"));
}
