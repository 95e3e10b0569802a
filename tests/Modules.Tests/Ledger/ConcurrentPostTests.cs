using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Host;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.Storage;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Ledger;

/// <summary>Many who post at once.</summary>
public sealed class ConcurrentPostTests
{
    private static readonly DateOnly Day = new(2026, 11, 25);

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Post_TheSameEntryTwoHundredTimesAtOnce_CreatesOne(DatabaseKind kind)
    {
        await using var test = TestStore.New(kind);
        var (books, book) = await Open(test.Store);
        var draft = Draft(100);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(async () => await books.Post(Viewer.Local, book, draft))));
        Assert.Single(outcomes, o => o.Result == PostResult.Created);
        Assert.Equal(199, outcomes.Count(o => o.Result == PostResult.Exists));
        Assert.Single(outcomes.Select(o => (o.Sequence, o.RecordedAt)).Distinct());
        await using var read = test.Store.Read(Viewer.Local);
        Assert.Equal((100L, 1L), LedgerReading.Account(read, book, "7701") is { } account ? (account.Posted.Debit, account.Lines) : default);
        Assert.Single(EvidenceLeaves.Find(read.Session, "entry", RowValues.Of(draft.Id)));
    }

    /// <summary>Sums near the end of 64 bits are refused, not thrown.</summary>
    [Fact]
    public async Task Post_AmountsThatWouldOverflow_AreRefused()
    {
        await using var test = TestStore.New();
        var (books, book) = await Open(test.Store);
        var (large, lines) = (Money.Limit, new List<LineDraft>());
        for (var n = 0; n < 200; n++)
        {
            lines.Add(new("7701", n % 2 == 0 ? Side.Debit : Side.Credit, large));
        }

        var wide = await books.Post(Viewer.Local, book, Draft(1) with { Lines = lines });
        Assert.Equal("LDG-0103", wide.Refusals[0].Code);
        var outcomes = new List<PostOutcome>();
        for (var n = 0; n < 25; n++)
        {
            outcomes.Add(await books.Post(Viewer.Local, book, Draft(large.Fen)));
        }

        Assert.Equal(PostResult.Created, outcomes[0].Result);
        Assert.Equal("LDG-0129", outcomes[^1].Refusals[0].Code);
    }

    private static EntryDraft Draft(long fen) => new()
    {
        Id = Guid.CreateVersion7(),
        Effective = Day,
        Event = "Moved",
        Lines = [new("7701", Side.Debit, Money.OfFen(fen)), new("7702", Side.Credit, Money.OfFen(fen))],
    };

    private static async Task<(LedgerBooks Books, Guid Book)> Open(Store store) => (
        new(store, TimeProvider.System),
        await new LedgerRoom(Home.Charts()).Open(store, Viewer.Local, "C", "concurrent", BookKind.Bank, Day, ["7701", "7702"], TimeProvider.System));
}
