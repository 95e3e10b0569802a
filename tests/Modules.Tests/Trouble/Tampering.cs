using System.Text;
using Zhirong.Engine.Proof;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Trouble;

/// <summary>A change somebody with the database's password could make.</summary>
/// <param name="Finds">The checks that find it, the one made for it first; every other must hold.</param>
internal sealed record Tampering(string Name, string Finds, Action<Session> Do)
{
    private const string Last = "(SELECT max(seq) FROM ldg_entry)";

    private static readonly string[] Debits = ["UPDATE ldg_account SET debit = debit + @p0", "UPDATE ldg_day SET debit = debit + @p0"];
    private static readonly string[] Credits = ["UPDATE ldg_account SET credit = credit + @p0", "UPDATE ldg_day SET credit = credit + @p0"];

    public static readonly IReadOnlyList<Tampering> All =
    [
        new("amount of an entry with balances, running balances and day sums", "ledger.evidence", session => Enlarge(session, 100)),
        new("amount of a line", "ledger.entries ledger.accounts ledger.running ledger.days ledger.evidence", Sql("UPDATE ldg_line SET fen = fen + 1 WHERE id = (SELECT max(id) FROM ldg_line)")),
        new("memo of an entry", "ledger.evidence", Sql("UPDATE ldg_entry SET memo = 'other' WHERE seq = 7")),
        new("effective date of an entry and its lines", "ledger.days ledger.evidence", Sql($"UPDATE ldg_entry SET effective = '2026-02-02' WHERE seq = {Last}", $"UPDATE ldg_line SET effective = '2026-02-02' WHERE id >> 10 = {Last}")),
        new("entry taken away with all it did", "ledger.evidence", TakeAway),
        new("entry added with all it does, without evidence", "ledger.evidence", session => AddEntry(session)),
        new("entry added with a leaf the log does not hold", "evidence.roots evidence.tiles", session => AddLeaf(session, AddEntry(session))),
        new("amount of an entry, its content erased without a word", "ledger.evidence evidence.contents", session =>
        {
            Enlarge(session, 100);
            session.Execute("DELETE FROM evd_content WHERE arrival = (SELECT max(arrival) FROM evd_leaf)");
        }),
        new("amount of an entry, with a second leaf that says so", "ledger.evidence", session =>
        {
            Enlarge(session, 100);
            RepeatLeaf(session);
        }),
        new("recorder of an entry", "ledger.evidence", Sql("UPDATE ldg_entry SET recorded_by = 'other' WHERE seq = 7")),
        new("entry recorded before it was stated", "ledger.evidence ledger.recorded", Sql("UPDATE ldg_entry SET recorded_at = recorded_at - 31536000000000 WHERE seq = 7")),
        new("entry recorded after the next", "ledger.recorded", Sql("UPDATE ldg_entry SET recorded_at = recorded_at + 31536000000000 WHERE seq = 7")),
        new("business date of an entry and its lines", "ledger.entries", Sql($"UPDATE ldg_entry SET business_date = '2027-06-30' WHERE seq = {Last}", $"UPDATE ldg_line SET business_date = '2027-06-30' WHERE id >> 10 = {Last}")),
        new("reversal of nothing", "ledger.reversals ledger.evidence", session => session.Execute("UPDATE ldg_entry SET reverses = @p0 WHERE seq = 9", RowValues.Of(Guid.NewGuid()))),
        new("balance of an account", "ledger.accounts", Sql("UPDATE ldg_account SET debit = debit + 1 WHERE no = (SELECT min(no) FROM ldg_account)")),
        new("running balance of a line", "ledger.running", Sql("UPDATE ldg_line SET after = after + 1 WHERE id = (SELECT max(id) FROM ldg_line)")),
        new("amount moved from a day to another", "ledger.days", MoveDay),
        new("chain of days", "ledger.days", Sql("UPDATE ldg_day SET prev = 0 WHERE id = (SELECT max(id) FROM ldg_day)")),
        new("mark on another line", "ledger.marks", Sql("UPDATE ldg_mark SET line = line - 1024 WHERE id = (SELECT min(id) FROM ldg_mark)")),
        new("amount of a hold", "ledger.holds ledger.holds.evidence", Sql("UPDATE ldg_hold SET fen = fen + 1")),
        new("amount of a hold with what it sets aside", "ledger.holds.evidence", Sql("UPDATE ldg_hold SET fen = 700", "UPDATE ldg_account SET pending_debit = 700 WHERE pending_debit > 0", "UPDATE ldg_account SET pending_credit = 700 WHERE pending_credit > 0")),
        new("hold taken away with what it sets aside", "ledger.holds.evidence", Sql("DELETE FROM ldg_hold", "UPDATE ldg_account SET pending_debit = 0, pending_credit = 0")),
        new("rule of an account", "ledger.accounts.evidence", Sql("UPDATE ldg_account SET rule = 'none' WHERE code = '8000'")),
        new("limit of an account with its version", "ledger.accounts.evidence", Sql("UPDATE ldg_account SET limit_fen = 1, version = 2 WHERE code = '8000'")),
        new("account closed that was never changed", "ledger.accounts.evidence", Sql("UPDATE ldg_account SET closed = 1 WHERE no = (SELECT min(no) FROM ldg_account)")),
        new("content of a leaf taken away", "evidence.contents ledger.evidence", Sql("DELETE FROM evd_content WHERE arrival = 8")),
        new("leaf deleted", "evidence.roots evidence.tiles ledger.evidence", Sql("DELETE FROM evd_content WHERE arrival = 5", "DELETE FROM evd_leaf WHERE arrival = 5")),
        new("leaf that waits deleted", "ledger.evidence", Sql("DELETE FROM evd_content WHERE arrival = (SELECT max(arrival) FROM evd_leaf)", "DELETE FROM evd_leaf WHERE arrival = (SELECT max(arrival) FROM evd_leaf)")),
        new("two leaves exchanged", "evidence.roots evidence.tiles evidence.contents ledger.evidence", Sql("DELETE FROM evd_content WHERE arrival IN (3, 4)", "UPDATE evd_leaf SET arrival = -1 WHERE arrival = 3", "UPDATE evd_leaf SET arrival = 3 WHERE arrival = 4", "UPDATE evd_leaf SET arrival = 4 WHERE arrival = -1")),
        new("column beside a leaf", "evidence.leaves ledger.evidence", Sql("UPDATE evd_leaf SET by = 'other' WHERE arrival = 6")),
        new("leaf with its hashes", "evidence.roots evidence.tiles ledger.evidence", Reword),
        new("content of a leaf", "evidence.contents ledger.evidence", Sql("UPDATE evd_content SET content = replace(content, '\"memo\":\"', '\"memo\":\"9') WHERE arrival = 8")),
        new("byte of a tile", "evidence.tiles", FlipTile),
        new("checkpoint without signatures", "evidence.signatures", Sql("UPDATE evd_checkpoint SET signatures = '[]' WHERE size = (SELECT max(size) FROM evd_checkpoint)")),
        new("checkpoint of another time", "evidence.signatures", Sql("UPDATE evd_checkpoint SET checkpoint = replace(checkpoint, '\"at\":\"2', '\"at\":\"3') WHERE size = (SELECT max(size) FROM evd_checkpoint)")),
        new("checkpoint of other roots", "evidence.roots evidence.signatures", Sql("UPDATE evd_checkpoint SET checkpoint = replace(checkpoint, '\"sm3\":\"', '\"sm3\":\"0') WHERE size = (SELECT max(size) FROM evd_checkpoint)")),
        new("place of a round", "evidence.roots", Sql("UPDATE evd_checkpoint SET size_before = size_before + 1 WHERE size = (SELECT max(size) FROM evd_checkpoint)")),
    ];

    private static Action<Session> Sql(params string[] statements) => session => Array.ForEach(statements, statement => session.Execute(statement));

    private static List<(long Id, long Account, long Fen, long Day)> LastLines(Session session) => session.List(
        $"SELECT id, account_no, fen, effective FROM ldg_line WHERE id >> 10 = {Last} ORDER BY id", row => (row.Long(0), row.Long(1), row.Long(2), (long)row.Date(3).DayNumber));

    private static void Turn(Session session, long account, long day, long fen, bool debit)
    {
        var changes = debit ? Debits : Credits;
        session.Execute($"{changes[0]} WHERE no = @p1", fen, account);
        session.Execute($"{changes[1]} WHERE id = @p1", fen, (day << 40) + account);
    }

    /// <summary>The newest entry, whose lines are the last of their accounts, with everything that follows from them.</summary>
    private static void Enlarge(Session session, long more)
    {
        var lines = LastLines(session);
        foreach (var line in (ReadOnlySpan<(long Id, long Account, long Fen, long Day)>)[lines[0], lines[1]])
        {
            var signed = line.Fen > 0 ? more : -more;
            session.Execute("UPDATE ldg_line SET fen = fen + @p0, after = after + @p1, debits = debits + @p2 WHERE id = @p3", signed, signed, Math.Max(signed, 0), line.Id);
            Turn(session, line.Account, line.Day, more, line.Fen > 0);
        }

        session.Execute($"UPDATE ldg_entry SET amount_fen = amount_fen + @p0 WHERE seq = {Last}", more);
    }

    private static void TakeAway(Session session)
    {
        foreach (var line in LastLines(session))
        {
            Turn(session, line.Account, line.Day, -Math.Abs(line.Fen), line.Fen > 0);
            session.Execute("UPDATE ldg_account SET lines = lines - 1, last_line = (SELECT prev FROM ldg_line WHERE id = @p0) WHERE no = @p1", line.Id, line.Account);
        }

        session.Execute($"DELETE FROM ldg_line WHERE id >> 10 = {Last}");
        session.Execute($"DELETE FROM ldg_entry WHERE seq = {Last}");
    }

    private static Guid AddEntry(Session session)
    {
        var id = Guid.NewGuid();
        foreach (var line in LastLines(session))
        {
            session.Execute(
                "INSERT INTO ldg_line (id, account_no, n, prev, effective, business_date, fen, after, debits) SELECT id + 1024, account_no, n + 1, id, effective, business_date, fen, after + fen, debits + CASE WHEN fen > 0 THEN fen ELSE 0 END FROM ldg_line WHERE id = @p0",
                line.Id);
            Turn(session, line.Account, line.Day, Math.Abs(line.Fen), line.Fen > 0);
            session.Execute("UPDATE ldg_account SET lines = lines + 1, last_line = last_line + 1024 WHERE no = @p0", line.Account);
        }

        session.Execute(
            $"INSERT INTO ldg_entry (seq, id, book_id, effective, business_date, recorded_at, recorded_by, event, memo, amount_fen) SELECT seq + 1, @p0, book_id, effective, business_date, recorded_at + 1, recorded_by, event, memo, amount_fen FROM ldg_entry WHERE seq = {Last}",
            RowValues.Of(id));
        return id;
    }

    /// <summary>A leaf before the first the log took in: its facts are right, its place is in no tree.</summary>
    private static void AddLeaf(Session session, Guid entry)
    {
        var (leaf, content, salt) = session.First(
            "SELECT l.leaf, c.content, c.salt FROM evd_leaf l JOIN evd_content c ON c.arrival = l.arrival WHERE l.event = 'EntryPosted' ORDER BY l.arrival DESC LIMIT 1", row => (row.Text(0), row.Text(1), row.Blob(2)));
        var old = EvidenceLeaf.Read(Encoding.UTF8.GetBytes(leaf)).Value;
        var facts = content.Replace(old.Subject.Id, RowValues.Of(entry), StringComparison.Ordinal);
        var made = old with { Id = Guid.NewGuid(), Subject = old.Subject with { Id = RowValues.Of(entry) }, Commitment = Commitment.Of(salt, Encoding.UTF8.GetBytes(facts)) };
        var digest = DualDigest.Leaf(made.ToBytes());
        session.Execute(
            "INSERT INTO evd_leaf (arrival, id, owner_id, event, subject_kind, subject_id, at, by, leaf, sha256, sm3) SELECT 0, @p0, owner_id, event, subject_kind, @p1, at, by, @p2, @p3, @p4 FROM evd_leaf WHERE id = @p5",
            RowValues.Of(made.Id), made.Subject.Id, Encoding.UTF8.GetString(made.ToBytes()), digest.Sha256.ToArray(), digest.Sm3.ToArray(), RowValues.Of(old.Id));
        session.Execute("INSERT INTO evd_content (arrival, salt, content) VALUES (0, @p0, @p1)", salt, facts);
    }

    /// <summary>The newest entry stated once more, as it stands now; the sequencer would sign it.</summary>
    private static void RepeatLeaf(Session session)
    {
        var (leaf, content, salt) = session.First(
            "SELECT l.leaf, c.content, c.salt FROM evd_leaf l JOIN evd_content c ON c.arrival = l.arrival WHERE l.event = 'EntryPosted' ORDER BY l.arrival DESC LIMIT 1", row => (row.Text(0), row.Text(1), row.Blob(2)));
        var old = EvidenceLeaf.Read(Encoding.UTF8.GetBytes(leaf)).Value;
        var lines = LastLines(session);
        var facts = System.Text.Json.Nodes.JsonNode.Parse(content)!;
        for (var i = 0; i < lines.Count; i++)
        {
            facts["lines"]![i]!["amount"] = Zhirong.Engine.Basics.Money.FenText(Math.Abs(lines[i].Fen));
        }

        var bytes = CanonicalJson.Of(facts).Value;
        var made = old with { Id = Guid.NewGuid(), Commitment = Commitment.Of(salt, bytes) };
        var digest = DualDigest.Leaf(made.ToBytes());
        var arrival = session.Next("evd_leaf", "arrival", 1)[0];
        session.Execute(
            "INSERT INTO evd_leaf (arrival, id, owner_id, event, subject_kind, subject_id, at, by, leaf, sha256, sm3) SELECT @p0, @p1, owner_id, event, subject_kind, subject_id, at, by, @p2, @p3, @p4 FROM evd_leaf WHERE id = @p5",
            arrival, RowValues.Of(made.Id), Encoding.UTF8.GetString(made.ToBytes()), digest.Sha256.ToArray(), digest.Sm3.ToArray(), RowValues.Of(old.Id));
        session.Execute("INSERT INTO evd_content (arrival, salt, content) VALUES (@p0, @p1, @p2)", arrival, salt, Encoding.UTF8.GetString(bytes));
    }

    private static void MoveDay(Session session)
    {
        var days = session.List("SELECT id FROM ldg_day WHERE id & 1099511627775 = (SELECT min(no) FROM ldg_account) ORDER BY id LIMIT 2", row => row.Long(0));
        session.Execute("UPDATE ldg_day SET debit = debit + 1 WHERE id = @p0", days[0]);
        session.Execute("UPDATE ldg_day SET debit = debit - 1 WHERE id = @p0", days[1]);
    }

    private static void Reword(Session session)
    {
        var text = session.First("SELECT leaf FROM evd_leaf WHERE arrival = 6", row => row.Text(0))!.Replace("\"by\":\"本机用户\"", "\"by\":\"other\"", StringComparison.Ordinal);
        var digest = DualDigest.Leaf(Encoding.UTF8.GetBytes(text));
        session.Execute("UPDATE evd_leaf SET leaf = @p0, sha256 = @p1, sm3 = @p2, by = 'other' WHERE arrival = 6", text, digest.Sha256.ToArray(), digest.Sm3.ToArray());
    }

    private static void FlipTile(Session session)
    {
        var (id, bytes) = session.First("SELECT id, hashes FROM evd_tile ORDER BY id LIMIT 1", row => (row.Long(0), row.Blob(1)));
        bytes[40] ^= 1;
        session.Execute("UPDATE evd_tile SET hashes = @p0 WHERE id = @p1", bytes, id);
    }
}
