using Xunit;
using Zhirong.Crash.Writer;
using Zhirong.Modules.Evidence.Log;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Ledger.UseCases;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Trouble;

/// <summary>Who can write to the database alters it by SQL: checking finds it under the name of what was altered.</summary>
public sealed class TamperTests
{
    /// <summary>
    /// The alteration and every check that must then fail, and no other. Overlaps: a content is compared with its commitment and with
    /// the entry; a leaf goes into roots and tiles; days are compared with accounts.
    /// </summary>
    private static readonly Dictionary<string, (string[] Checks, Action<Session> Alter)> Alterations = new()
    {
        ["nothing"] = ([], _ => { }
        ),
        ["amounts, balances and all"] = (["ledger.evidence"], Sql(
            "UPDATE ldg_line SET fen = fen * 2, after = after * 2, debits = debits * 2",
            "UPDATE ldg_entry SET amount_fen = amount_fen * 2",
            "UPDATE ldg_account SET debit = debit * 2, credit = credit * 2",
            "UPDATE ldg_day SET debit = debit * 2, credit = credit * 2")),
        ["memo"] = (["ledger.evidence"], Sql("UPDATE ldg_entry SET memo = 'altered' WHERE seq = (SELECT min(seq) FROM ldg_entry)")),
        ["content"] = (["evidence.contents", "ledger.evidence"], Sql("UPDATE evd_content SET content = content || ' ' WHERE arrival = (SELECT min(arrival) FROM evd_leaf WHERE subject_kind = 'entry')")),
        ["leaf"] = (
            ["evidence.leaves", "evidence.roots", "evidence.tiles"],
            Sql("""UPDATE evd_leaf SET leaf = replace(leaf, '"kind":"entry"', '"kind":"other"') WHERE arrival = (SELECT min(arrival) FROM evd_leaf WHERE subject_kind = 'entry')""")),
        ["tile"] = (["evidence.tiles"], FlipTile),
        ["signatures"] = (
            ["evidence.signatures"],
            Sql("UPDATE evd_checkpoint SET signatures = (SELECT signatures FROM evd_checkpoint ORDER BY size LIMIT 1) WHERE size = (SELECT max(size) FROM evd_checkpoint)")),
        ["account"] = (["ledger.accounts", "ledger.days"], Sql("UPDATE ldg_account SET debit = debit + 1 WHERE no = (SELECT min(account_no) FROM ldg_line)")),
        ["day"] = (["ledger.days"], Sql("UPDATE ldg_day SET debit = debit + 1 WHERE id = (SELECT min(id) FROM ldg_day)")),
        ["hold"] = (["ledger.holds"], Sql("UPDATE ldg_hold SET fen = fen + 1")),
    };

    public static MatrixTheoryData<DatabaseKind, string> All => new([DatabaseKind.Sqlite, DatabaseKind.Postgres], [.. Alterations.Keys]);

    [Theory]
    [MemberData(nameof(All))]
    public async Task Verify_OfAnAlteredDatabase_NamesWhatWasAltered(DatabaseKind kind, string what)
    {
        var (checks, alter) = Alterations[what];
        await using var place = CrashPlace.New(kind);
        await using (var store = Store.Open(place.Target, CrashWriter.Rooms))
        {
            await Fill(store, place.Keys);
            await store.Commits.Write(Viewer.Everything("alter"), work =>
            {
                alter(work.Session);
                return Task.FromResult(0);
            });
        }

        Assert.Equal(checks, StoreCare.Verify(place.Target, CrashWriter.Rooms).Where(c => !c.Holds).Select(c => c.Name).Order(StringComparer.Ordinal));
    }

    private static async Task Fill(Store store, string keys)
    {
        await SeededBook.Open(store);
        var sequencer = new Sequencer(store, TimeProvider.System);
        await sequencer.Open(keys);
        var books = new LedgerBooks(store, TimeProvider.System);
        for (var number = 0; number < 6; number++)
        {
            Assert.Empty((await books.Post(Viewer.Local, SeededEntries.Book, SeededEntries.Draft(4_047_000, number))).Refusals);
            await sequencer.TakeIn();
        }

        var hold = new PlaceHoldRequest(SeededEntries.Id(4_047_000, 99), SeededEntries.Accounts[0], SeededEntries.Accounts[1], "1.00", "Transfer");
        Assert.True(await store.Commits.Write(Viewer.Local, work => Task.FromResult(PlaceHold.Place(work, books, SeededEntries.Book, hold).Ok)));
        await sequencer.TakeIn();
    }

    private static Action<Session> Sql(params string[] changes) => session => Array.ForEach(changes, change => Assert.True(session.Execute(change) > 0, change));

    private static void FlipTile(Session session)
    {
        var (id, hashes) = session.First("SELECT id, hashes FROM evd_tile ORDER BY id LIMIT 1", row => (row.Long(0), row.Blob(1)));
        hashes[0] ^= 1;
        Assert.Equal(1, session.Execute("UPDATE evd_tile SET hashes = @p0 WHERE id = @p1", hashes, id));
    }
}
