using Xunit;
using Zhirong.Host;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.Storage;
using Zhirong.Modules.Ledger.UseCases;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Tests.Ledger;

/// <summary>Another organisation's books are not there, neither to read nor to write.</summary>
public sealed class StrangerTests
{
    private static readonly Viewer Stranger = new(Guid.CreateVersion7(), "外人");
    private static readonly DateOnly Day = new(2026, 6, 1);

    [Fact]
    public async Task Stranger_WhateverHeTries_FindsNothing()
    {
        await using var test = TestStore.New();
        var (clock, books) = (TimeProvider.System, new LedgerBooks(test.Store, TimeProvider.System));
        var book = await new LedgerRoom(Home.Charts()).Open(test.Store, Viewer.Local, "B", "book", BookKind.Plan, Day, ["7701", "7702"], clock);
        var entry = new NewEntry(Guid.CreateVersion7(), Day, "Moved", [new("7701", "debit", "5.00"), new("7702", "credit", "5.00")]);
        Assert.Equal(PostResult.Created, (await PostEntries.Post(books, Viewer.Local, book, entry)).Result);
        var hold = new PlaceHoldRequest(Guid.CreateVersion7(), "7701", "7702", "5.00", "Reserved");
        Assert.Empty(await Tried(test.Store, Viewer.Local, work => PlaceHold.Place(work, books, book, hold)));
        await using var read = test.Store.Read(Viewer.Local);
        var account = LedgerReading.Account(read, book, "7701")!.Id;

        Assert.Equal("LDG-0101", (await PostEntries.Post(books, Stranger, book, entry with { Id = Guid.CreateVersion7() })).Refusals[0].Code);
        Assert.Equal("LDG-0101", (await PostEntries.Post(books, Stranger, book, entry)).Refusals[0].Code);
        Assert.Equal("WEB-0105", await Tried(test.Store, Stranger, work => ReverseEntry.Reverse(work, books, entry.Id, new(Guid.CreateVersion7(), Day))));
        Assert.Equal("WEB-0105", await Tried(test.Store, Stranger, work => PlaceHold.Place(work, books, book, hold with { Id = Guid.CreateVersion7() })));
        Assert.Equal("WEB-0105", await Tried(test.Store, Stranger, work => CloseHold.Post(work, books, hold.Id, new(Guid.CreateVersion7(), Day))));
        Assert.Equal("WEB-0105", await Tried(test.Store, Stranger, work => CloseHold.Void(work, books, hold.Id, new())));
        Assert.Equal("WEB-0105", await Tried(test.Store, Stranger, work => MoveBusinessDate.Move(work, book, Day.AddDays(1), clock)));
        Assert.Equal("WEB-0105", await Tried(test.Store, Stranger, work => ChangeAccounts.Add(work, book, new("7703", "a", "a", "asset", "debit", "none"), clock)));
        Assert.Equal("WEB-0105", await Tried(test.Store, Stranger, work => ChangeAccounts.Change(work, account, new("a", "a", "none", false, 1), clock)));
        Assert.Equal("WEB-0105", await Tried(test.Store, Stranger, work => new PlannedEntries(books).Replace(work, book, "s", "s", "s", [])));
        await using var other = test.Store.Read(Stranger);
        Assert.Null(LedgerReading.Account(other, account));
        Assert.Null(BookDoor.Row(other, book));
        await using var everything = test.Store.Read(Viewer.Everything("test"));
        Assert.NotNull(BookDoor.Row(everything, book));
    }

    private static async Task<string> Tried<T>(Store store, Viewer viewer, Func<ZhirongContext, Zhirong.Engine.Basics.Result<T>> work)
        where T : class =>
        (await store.Commits.Once(viewer, null, TimeProvider.System, context => Task.FromResult(work(context)))).Refusals is [var refusal, ..] ? refusal.Code : "";
}
