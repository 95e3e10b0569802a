using Xunit;
using Zhirong.Crash.Writer;
using Zhirong.Modules.Ledger.UseCases;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Trouble;

/// <summary>Whoever changes the database behind the program's back is found, by the check made for it.</summary>
public sealed class TamperTests
{
    private const int Seed = 4_047_000;
    private const int Entries = 420;

    /// <summary>
    /// Exactly the checks named find a change: each is looked for by its own, and with that one left out of the list, nothing but
    /// the others named with it would tell.
    /// </summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Verify_AfterEveryChange_FailsInTheChecksMadeForItAndNoOther(DatabaseKind kind)
    {
        await using var place = CrashPlace.New(kind);
        await Fill(place);
        Assert.Empty(Failed(place.Target));
        var wrong = new List<string>();
        foreach (var tampering in Tampering.All)
        {
            await using var copy = place.Copy();
            await using (var store = Store.Open(copy.Target, CrashWriter.Rooms))
            {
                await store.Commits.Write(Viewer.Everything("tamper"), work =>
                {
                    tampering.Do(work.Session);
                    return Task.FromResult(0);
                });
            }

            var found = string.Join(' ', Failed(copy.Target).Order(StringComparer.Ordinal));
            if (found != string.Join(' ', tampering.Finds.Split(' ').Order(StringComparer.Ordinal)))
            {
                wrong.Add($"{tampering.Name}: {found}");
            }
        }

        Assert.Empty(wrong);
    }

    private static async Task Fill(CrashPlace place)
    {
        await using var book = await SoundBook.Open(place.Target, place.Keys, Seed);
        for (var begin = 0; begin < Entries; begin += 60)
        {
            await book.Post(Enumerable.Range(begin, 60));
            await book.Sequencer.TakeIn();
        }

        Assert.True(await book.Store.Commits.Write(Viewer.Local, work => Task.FromResult(
            ChangeAccounts.Add(work, SeededEntries.Book, new("8000", "限额", "limited", "asset", "debit", "limit", "900.00"), TimeProvider.System).Ok
            && PlaceHold.Place(work, book.Books, SeededEntries.Book, new(Guid.CreateVersion7(), SeededEntries.Accounts[0], SeededEntries.Accounts[1], "5.00", "Hold")).Ok)));

        // The newest entry is not under a checkpoint yet.
        await book.Post(Entries);
    }

    private static IEnumerable<string> Failed(string target) => StoreCare.Verify(target, CrashWriter.Rooms).Where(check => !check.Holds).Select(check => check.Name);
}
