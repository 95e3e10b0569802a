using Xunit;
using Zhirong.Crash.Writer;
using Zhirong.Engine.Proof;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Evidence.Log;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Trouble;

/// <summary>The sequencer signs over nothing but what was signed before, whatever the database says.</summary>
public sealed class SigningTests
{
    private const int Seed = 4_051_000;

    private const string Flip = "UPDATE evd_tile SET hashes = @p0 WHERE id = @p1";

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task TakeIn_OverAByteThatFlippedInATile_SignsNothingUntilItIsPutRight(DatabaseKind kind)
    {
        await using var place = CrashPlace.New(kind);
        await using var book = await SoundBook.Open(place.Target, place.Keys, Seed);
        await Sealed(book, 5);
        var (id, bytes) = await Read(book, session => session.First("SELECT id, hashes FROM evd_tile ORDER BY id LIMIT 1", row => (row.Long(0), row.Blob(1))));
        var wrong = bytes.ToArray();
        wrong[40] ^= 1;
        await Tamper(book, session => session.Execute(Flip, wrong, id));
        await book.Post(5);
        Assert.Equal("EVD-0107", await Refused(book.Sequencer));
        Assert.Equal("EVD-0107", book.Sequencer.Stopped!.Code);
        Assert.Equal(5, await Read(book, session => new EvidenceLog(session).Latest!.Size));
        await Tamper(book, session => session.Execute(Flip, bytes, id));
        Assert.Equal(1, await book.Sequencer.TakeIn());
        Assert.Null(book.Sequencer.Stopped);
        Assert.DoesNotContain(StoreCare.Verify(place.Target, CrashWriter.Rooms), check => !check.Holds);
    }

    /// <summary>Checkpoints and tiles gone: the past would be signed anew. What was signed lies in memory, and beside the keys.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task TakeIn_OfALogThatForgotItsCheckpoints_SignsNothingAlsoAfterARestart(DatabaseKind kind)
    {
        await using var place = CrashPlace.New(kind);
        await using var book = await SoundBook.Open(place.Target, place.Keys, Seed);
        await Sealed(book, 5);
        var kept = Path.Combine(place.Folder, "kept.json");
        await File.WriteAllBytesAsync(kept, await Read(book, session => new EvidenceLog(session).Latest!.Signed.ToBytes()));
        Assert.DoesNotContain(Outside(place, kept), check => !check.Holds);
        await Tamper(book, session =>
        {
            session.Execute("DELETE FROM evd_checkpoint");
            session.Execute("DELETE FROM evd_tile");
        });
        Assert.Equal("EVD-0107", await Refused(book.Sequencer));
        var restarted = new Sequencer(book.Store, TimeProvider.System);
        await restarted.Open(place.Keys);
        Assert.Equal("EVD-0107", await Refused(restarted));
        Assert.Equal(["evidence.head", "evidence.kept"], Outside(place, kept).Where(check => !check.Holds).Select(check => check.Name));

        // The twin: without what lies beside the keys the past is signed anew, and only the checkpoint kept elsewhere tells.
        Array.ForEach(Directory.GetFiles(place.Keys, "head-*.json"), File.Delete);
        await Tamper(book, session =>
        {
            session.Execute("DELETE FROM evd_content WHERE arrival IN (1, 2)");
            session.Execute("UPDATE evd_leaf SET arrival = -1 WHERE arrival = 1");
            session.Execute("UPDATE evd_leaf SET arrival = 1 WHERE arrival = 2");
            session.Execute("UPDATE evd_leaf SET arrival = 2 WHERE arrival = -1");
        });
        var forgetful = new Sequencer(book.Store, TimeProvider.System);
        await forgetful.Open(place.Keys);
        Assert.Equal(5, await forgetful.TakeIn());
        Assert.Equal(["evidence.kept"], Outside(place, kept).Where(check => !check.Holds).Select(check => check.Name));
    }

    [Fact]
    public async Task TakeIn_OfALogWithAnotherIdentity_SignsNothing()
    {
        await using var place = CrashPlace.New(DatabaseKind.Sqlite);
        await using var book = await SoundBook.Open(place.Target, place.Keys, Seed);
        await Sealed(book, 3);
        await Tamper(book, session => session.Execute("UPDATE evd_log SET origin = @p0", LogIdentity.OriginOf(Guid.NewGuid())));
        await book.Post(3);
        Assert.Equal("EVD-0107", await Refused(book.Sequencer));
    }

    [Fact]
    public async Task Verify_WithTheKeysOfAnotherLog_FailsInTheKeysAlone()
    {
        await using var place = CrashPlace.New(DatabaseKind.Sqlite);
        await using var book = await SoundBook.Open(place.Target, place.Keys, Seed);
        await Sealed(book, 3);
        await using var other = CrashPlace.New(DatabaseKind.Sqlite);
        await using (await SoundBook.Open(other.Target, other.Keys, Seed))
        {
        }

        var checks = StoreCare.Verify(place.Target, CrashWriter.Rooms, session => EvidenceRoom.Against(session, other.Keys, []));
        Assert.Equal(["evidence.keys"], checks.Where(check => !check.Holds).Select(check => check.Name));
    }

    /// <summary>A key appears as a whole or not at all, and one that is there is never written over.</summary>
    [Fact]
    public async Task Open_BesideAKeyThatWasBegun_MakesAWholeOne()
    {
        await using var place = CrashPlace.New(DatabaseKind.Sqlite);
        Directory.CreateDirectory(place.Keys);
        var file = Path.Combine(place.Keys, "x.key");
        WholeFile.Write(file, [1, 2], replace: false);
        Assert.Throws<IOException>(() => WholeFile.Write(file, [3], replace: false));
        Assert.Equal([1, 2], await File.ReadAllBytesAsync(file));
        Assert.Equal([file], Directory.GetFiles(place.Keys));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? UnixFileMode.UserRead | UnixFileMode.UserWrite : File.GetUnixFileMode(file));
    }

    /// <summary>What is cancelled inside a round, such as a command of the database, is no order to stop.</summary>
    [Fact]
    public async Task Loop_AfterARoundThatWasCancelledInside_GoesOn()
    {
        await using var place = CrashPlace.New(DatabaseKind.Sqlite);
        await using var book = await SoundBook.Open(place.Target, place.Keys, Seed);
        var cancelled = 0;
        book.Sequencer.Stops = _ =>
        {
            if (Interlocked.Increment(ref cancelled) == 1)
            {
                throw new OperationCanceledException();
            }
        };
        await book.Post(0);
        using var loop = new SequencerLoop(book.Sequencer, Microsoft.Extensions.Logging.Abstractions.NullLogger<SequencerLoop>.Instance);
        await loop.StartAsync(CancellationToken.None);
        await Crashes.Soon(() => Read(book, session => new EvidenceLog(session).Latest?.Size ?? 0).Result == 1);
        await loop.StopAsync(CancellationToken.None);
    }

    private static IReadOnlyList<StoreCheck> Outside(CrashPlace place, string kept) =>
        [.. StoreCare.Verify(place.Target, CrashWriter.Rooms, session => EvidenceRoom.Against(session, place.Keys, [kept])).Where(check => check.Name is "evidence.keys" or "evidence.head" or "evidence.kept")];

    private static async Task Sealed(SoundBook book, int entries)
    {
        for (var n = 0; n < entries; n++)
        {
            await book.Post(n);
        }

        Assert.Equal(entries, await book.Sequencer.TakeIn());
    }

    private static async Task<string> Refused(Sequencer sequencer) => (await Assert.ThrowsAsync<StorageException>(() => sequencer.TakeIn())).Refusal.Code;

    private static Task<int> Tamper(SoundBook book, Action<Session> change) => book.Store.Commits.Write(Viewer.Everything("tamper"), work =>
    {
        change(work.Session);
        return Task.FromResult(0);
    });

    private static Task<T> Read<T>(SoundBook book, Func<Session, T> read)
    {
        using var context = book.Store.Read(Viewer.Everything("look"));
        return Task.FromResult(read(context.Session));
    }
}
