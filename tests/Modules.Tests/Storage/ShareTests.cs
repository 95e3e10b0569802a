using Xunit;
using Zhirong.Modules.Evidence.UseCases;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.Storage;
using Zhirong.Modules.Ledger.UseCases;
using Zhirong.Modules.Securitization.UseCases;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;

namespace Zhirong.Modules.Tests.Storage;

/// <summary>What is shared is seen, and changed only where the share says so, from its first day to its last.</summary>
public sealed class ShareTests
{
    private static readonly DateOnly Day = SharedPlace.Day;

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Deal_Unshared_SharedToReadAndToWrite_IsThereAsFarAsTheShareGoes(DatabaseKind kind)
    {
        await using var place = await SharedPlace.Open(kind);
        Assert.True(await place.SeesDeal(SharedPlace.Owner));
        Assert.True(await place.MayWriteDeal(SharedPlace.Owner));
        Assert.False(await place.SeesDeal(SharedPlace.Partner));
        Assert.False(await place.MayWriteDeal(SharedPlace.Partner));
        Assert.Equal("WEB-0105", await Refused(place, work => OpenDeal.Missing(work, place.Deal)));

        var share = await place.Grant("deal", place.Deal, write: false, Day);
        Assert.True(await place.SeesDeal(SharedPlace.Partner));
        Assert.False(await place.MayWriteDeal(SharedPlace.Partner));
        Assert.Equal("STO-0201", await Refused(place, work => OpenDeal.Missing(work, place.Deal)));

        await place.Grant("deal", place.Deal, write: true, Day);
        Assert.True(await place.MayWriteDeal(SharedPlace.Partner));
        Assert.True(await place.Store.Commits.Write(SharedPlace.Owner, work => Task.FromResult(ShareBook.End(work, share))));
        Assert.True(await place.SeesDeal(SharedPlace.Partner));
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Share_BeforeItsFirstDayAndAfterItsLast_OpensNothing(DatabaseKind kind)
    {
        await using var place = await SharedPlace.Open(kind);
        await place.Grant("deal", place.Deal, write: true, Day.AddDays(1), Day.AddDays(2));
        await place.Grant("book", place.Book, write: true, Day.AddDays(1), Day.AddDays(2));
        foreach (var (shift, seen) in ((int, bool)[])[(0, false), (1, true), (2, true), (3, false)])
        {
            // 15:59 UTC is 23:59 in Shanghai: the day's last minute.
            place.Clock.Now = new(new DateTime(2026, 6, 1, 15, 59, 0).AddDays(shift), TimeSpan.Zero);
            Assert.Equal(seen, await place.SeesDeal(SharedPlace.Partner));
            Assert.Equal(seen, await place.MayWriteDeal(SharedPlace.Partner));
            Assert.Equal(seen, await place.In(SharedPlace.Partner, read => LedgerReading.Sees(read, place.Book)));
            place.Clock.Now = place.Clock.Now.AddMinutes(1);
            Assert.Equal(shift is 0 or 1, await place.SeesDeal(SharedPlace.Partner));
        }
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Share_OfWhatTheSharerDoesNotOwn_OpensNothing(DatabaseKind kind)
    {
        await using var place = await SharedPlace.Open(kind);
        var other = new Viewer(Guid.CreateVersion7(), "丙机构");
        await place.Grant("deal", place.Deal, write: true, Day, by: other);
        await place.Grant("book", place.Book, write: true, Day, by: other);
        Assert.False(await place.SeesDeal(SharedPlace.Partner));
        Assert.False(await place.In(SharedPlace.Partner, read => LedgerReading.Sees(read, place.Book)));
        Assert.False(await place.Store.Commits.Write(SharedPlace.Partner, work => Task.FromResult(ShareBook.Owns(work, "deal", place.Deal))));
    }

    /// <summary>The posting door remembers owners; shares it asks for each time.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Posting_ToASharedBook_FollowsTheShare(DatabaseKind kind)
    {
        await using var place = await SharedPlace.Open(kind);
        Assert.Equal("LDG-0101", await Posted(place, SharedPlace.Partner));
        var read = await place.Grant("book", place.Book, write: false, Day);
        Assert.Equal("STO-0201", await Posted(place, SharedPlace.Partner));
        var write = await place.Grant("book", place.Book, write: true, Day);
        Assert.Equal("", await Posted(place, SharedPlace.Partner));
        await place.Store.Commits.Write(SharedPlace.Owner, work => Task.FromResult(ShareBook.End(work, write)));
        Assert.Equal("STO-0201", await Posted(place, SharedPlace.Partner));
        await place.Store.Commits.Write(SharedPlace.Owner, work => Task.FromResult(ShareBook.End(work, read)));
        Assert.Equal("LDG-0101", await Posted(place, SharedPlace.Partner));
        Assert.Equal("", await Posted(place, SharedPlace.Owner));
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Book_SharedToRead_IsReadAndNotWritten(DatabaseKind kind)
    {
        await using var place = await SharedPlace.Open(kind);
        await place.Grant("book", place.Book, write: false, Day);
        var (clock, books, book) = (place.Clock, place.Books, place.Book);
        var (account, hold, entry, planned) = await place.In(SharedPlace.Partner, read =>
        {
            Assert.NotNull(BookDoor.Row(read, book));
            Assert.Single(new Conditions().Visible(read, "book", "b") is var c ? read.Session.List($"SELECT b.code FROM ldg_book b{c.Where}", row => row.Text(0), c.Values) : []);
            return (LedgerReading.Account(read, book, "7701")!.Id, read.Session.First("SELECT id FROM ldg_hold", row => row.Id(0)), read.Session.First("SELECT id FROM ldg_entry", row => row.Id(0)), read.Session.First("SELECT id FROM ldg_planned", row => row.Id(0)));
        });
        Assert.Equal("STO-0201", await Tried(place, work => PlaceHold.Place(work, books, book, new(Guid.CreateVersion7(), "7701", "7702", "5.00", "x"))));
        Assert.Equal("STO-0201", await Tried(place, work => CloseHold.Void(work, books, hold, new())));
        Assert.Equal("STO-0201", await Tried(place, work => ReverseEntry.Reverse(work, books, entry, new(Guid.CreateVersion7(), Day))));
        Assert.Equal("STO-0201", await Tried(place, work => MoveBusinessDate.Move(work, book, Day.AddDays(1), clock)));
        Assert.Equal("STO-0201", await Tried(place, work => ChangeAccounts.Add(work, book, new("7703", "a", "a", "asset", "debit", "none"), clock)));
        Assert.Equal("STO-0201", await Tried(place, work => ChangeAccounts.Change(work, account, new("a", "a", "none", false, 1), clock)));
        Assert.Equal("STO-0201", await Tried(place, work => Matching.Match(work, planned, entry, null, clock)));
        Assert.Equal("STO-0201", await Tried(place, work => new PlannedEntries(books).Replace(work, book, "s", "s", "s", [])));
        await place.Grant("book", book, write: true, Day);
        Assert.Equal("", await Tried(place, work => CloseHold.Void(work, books, hold, new())));
        Assert.Equal("", await Tried(place, work => MoveBusinessDate.Move(work, book, Day.AddDays(1), clock)));
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Evidence_OfASharedRecord_IsReadByThePartnerAndErasedByTheOwnerAlone(DatabaseKind kind)
    {
        await using var place = await SharedPlace.Open(kind);
        Assert.Null(await place.In(SharedPlace.Partner, read => StoredLeaf.Find(read, place.DealLeaf)));
        await place.Grant("deal", place.Deal, write: true, Day);
        var leaf = await place.In(SharedPlace.Partner, read => StoredLeaf.Find(read, place.DealLeaf));
        Assert.Contains("甲的内容", leaf!.Content, StringComparison.Ordinal);
        Assert.Equal([place.DealLeaf], await place.In(SharedPlace.Partner, read => StoredLeaf.List(read, StoredLeaf.Seen(read), "").Select(l => l.Id).ToList()));
        Assert.Null(await place.Store.Commits.Write(SharedPlace.Partner, work => Task.FromResult(StoredLeaf.FindOwn(work, place.DealLeaf))));
        Assert.NotNull(await place.Store.Commits.Write(SharedPlace.Owner, work => Task.FromResult(StoredLeaf.FindOwn(work, place.DealLeaf))));
    }

    private static async Task<string> Posted(SharedPlace place, Viewer viewer)
    {
        var outcome = await PostEntries.Post(place.Books, viewer, place.Book, new(Guid.CreateVersion7(), Day, "Moved", [new("7701", "debit", "5.00"), new("7702", "credit", "5.00")]));
        return outcome.Result == PostResult.Refused ? outcome.Refusals[0].Code : "";
    }

    private static Task<string> Refused(SharedPlace place, Func<ZhirongContext, Engine.Basics.Refusal> ask) =>
        place.Store.Commits.Write(SharedPlace.Partner, work => Task.FromResult(ask(work).Code));

    private static async Task<string> Tried<T>(SharedPlace place, Func<ZhirongContext, Engine.Basics.Result<T>> work)
        where T : class =>
        (await place.Store.Commits.Once(SharedPlace.Partner, null, place.Clock, context => Task.FromResult(work(context)))).Refusals is [var refusal, ..] ? refusal.Code : "";
}
