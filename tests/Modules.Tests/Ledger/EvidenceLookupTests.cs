using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Ledger;

/// <summary>Where a record's leaf stands in the log.</summary>
public sealed class EvidenceLookupTests
{
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Find_BeforeAndAfterItsRound_GivesTheIndexDespiteGaps(DatabaseKind kind)
    {
        await using var test = TestStore.New(kind);
        for (var n = 1; n <= 6; n++)
        {
            await test.Store.Commits.Write(Viewer.Local, work => Task.FromResult(EvidenceLeaves.Record(work, new("Happened", "thing", $"{n}", new JsonObject()), TimeProvider.System)));
        }

        Assert.Null(await Index(test.Store, "1"));

        // The first round took in arrivals 1 to 2; the second 3 to 5, of which 4 is a gap.
        await test.Store.Commits.Write(Viewer.Local, work =>
        {
            work.Session.Execute("DELETE FROM evd_content WHERE arrival = 4");
            work.Session.Execute("DELETE FROM evd_leaf WHERE arrival = 4");
            foreach (var (size, before, first, last) in ((long, long, long, long)[])[(2, 0, 1, 2), (4, 2, 3, 5)])
            {
                work.Session.Execute("INSERT INTO evd_checkpoint (size, size_before, first_arrival, last_arrival, at, checkpoint, signatures) VALUES (@p0, @p1, @p2, @p3, 1, '', '')", size, before, first, last);
            }

            return Task.FromResult(0);
        });
        Assert.Equal([0L, 1L, 2L, 3L, null], new[] { await Index(test.Store, "1"), await Index(test.Store, "2"), await Index(test.Store, "3"), await Index(test.Store, "5"), await Index(test.Store, "6") });
    }

    private static async Task<long?> Index(Store store, string id)
    {
        await using var read = store.Read(Viewer.Local);
        return EvidenceLeaves.Find(read.Session, "thing", id).Single().Index;
    }
}
