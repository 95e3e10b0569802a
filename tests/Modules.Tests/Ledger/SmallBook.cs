using Zhirong.Engine.Basics;
using Zhirong.Host;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Tests.Ledger;

/// <summary>A book with four plain accounts, and what tests of the room's door do with it.</summary>
internal sealed record SmallBook(Store Store, Guid Id)
{
    public static readonly DateOnly Day = new(2026, 11, 25);

    public static async Task<SmallBook> Open(Store store) =>
        new(store, await new LedgerRoom(Home.Charts()).Open(store, Viewer.Local, $"S-{Guid.NewGuid():N}"[..12], "small", BookKind.Plan, Day, ["7701", "7702", "7703", "7704"], TimeProvider.System));

    public static EntryDraft Draft(long fen, string debit = "7701", string credit = "7702", Guid? reverses = null) => new()
    {
        Id = Guid.CreateVersion7(),
        Effective = Day,
        Event = "Moved",
        Reverses = reverses,
        Lines = [new(debit, Side.Debit, Money.OfFen(fen)), new(credit, Side.Credit, Money.OfFen(fen))],
    };

    /// <summary>What an account held as it was known at an instant; now when null.</summary>
    public long Net(string account, long? recorded)
    {
        using var read = Store.Read(Viewer.Local);
        return TrialReading.Of(read.Session, Id, new(null, recorded is { } at ? LedgerReading.SequenceAt(read.Session, at) : null)).Single(a => a.Facts.Code == account).Posted.Net;
    }

    public T Read<T>(Func<ZhirongContext, T> read)
    {
        using var context = Store.Read(Viewer.Local);
        return read(context);
    }

    /// <summary>Runs a work on one server and, just before its commit, something on another.</summary>
    public static async Task Between(Store store, Func<Task> first, Func<Task> meanwhile)
    {
        using var there = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        store.Commits.Stops = (at, _) =>
        {
            if (at == "before commit")
            {
                there.Set();
                go.Wait(20_000);
            }
        };
        var running = Task.Run(first);
        there.Wait(20_000);
        try
        {
            await meanwhile();
        }
        finally
        {
            store.Commits.Stops = null;
            go.Set();
            await running;
        }
    }
}

/// <summary>A clock that stands.</summary>
internal sealed class StandingClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
