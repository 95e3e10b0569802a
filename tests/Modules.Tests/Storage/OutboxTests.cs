using Xunit;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Outbox;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Storage;

/// <summary>Every event reaches every handler once, and nobody waits for another record's events.</summary>
public sealed class OutboxTests
{
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Deliver_BehindARecordWithManyEventsThatFails_ReachesTheOthers(DatabaseKind kind)
    {
        await using var test = TestStore.New(kind);
        await Publish(test.Store, [.. Enumerable.Repeat("bad", 450), "good"]);
        var handler = new Handler(happened => happened.RootId == "bad");
        Assert.Equal(1, await new OutboxPump(test.Store, [handler], TimeProvider.System).Deliver());
        Assert.Equal(["good"], handler.Seen);
        Assert.Equal(1, handler.Failed);
    }

    /// <summary>One program fails while another has delivered: what is done is not done again.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Deliver_OfWhatAnotherProgramDeliveredMeanwhile_IsNotDoneAgain(DatabaseKind kind)
    {
        await using var test = TestStore.New(kind);
        await using var other = Store.Open(test.Target, TestStore.Rooms);
        await Publish(test.Store, "1");
        var good = new Handler(_ => false);
        var once = false;
        other.Commits.Stops = (at, _) =>
        {
            if (at == "after commit" && !once)
            {
                once = true;
                Assert.Equal(1, new OutboxPump(test.Store, [good], TimeProvider.System).Deliver().GetAwaiter().GetResult());
            }
        };
        Assert.Equal(0, await new OutboxPump(other, [new Handler(_ => true)], TimeProvider.System).Deliver());
        Assert.True(once);
        await using var read = test.Store.Read(Viewer.Everything("look"));
        Assert.Equal(1, read.Session.First("SELECT done FROM platform_delivery", row => row.Long(0)));
        Assert.Equal(["1"], good.Seen);
    }

    private static Task<int> Publish(Store store, params string[] roots) => store.Commits.Write(Viewer.Local, work =>
    {
        foreach (var root in roots)
        {
            OutboxEvents.Publish(work, "Happened", "loan", root, "{}", TimeProvider.System);
        }

        return Task.FromResult(0);
    });

    private sealed class Handler(Func<RoomEvent, bool> fails) : IEventHandler
    {
        public List<string> Seen { get; } = [];

        public int Failed { get; private set; }

        public string Name => "test";

        public bool Takes(string kind) => true;

        public Task Handle(ZhirongContext context, RoomEvent happened)
        {
            if (fails(happened))
            {
                Failed++;
                throw new InvalidOperationException("no");
            }

            Seen.Add(happened.RootId);
            return Task.CompletedTask;
        }
    }
}
