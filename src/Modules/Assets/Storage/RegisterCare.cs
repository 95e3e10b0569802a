using System.Text;
using Zhirong.Modules.Assets.Model;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Assets.Storage;

/// <summary>Works out anew, for every right, what follows from what sources say and what happened, and compares it with what is kept.</summary>
internal static class RegisterCare
{
    private const int Chunk = 1_000;

    public static IEnumerable<StoreCheck> Verify(Session session, RegisterLaw law)
    {
        yield return Orphans(session);
        yield return Numbers(session);
        yield return RegisterEvidence.Verify(session);
        var (looked, derived, said) = (0L, new List<string>(), new List<string>());
        foreach (var (no, number, owner, kept) in Rights(session))
        {
            looked++;
            if (said.Count < StoreCheck.Named && !Printed(session, no))
            {
                said.Add(number);
            }

            if (derived.Count < StoreCheck.Named && Differs(session, no, owner, kept, law))
            {
                derived.Add(number);
            }
        }

        yield return new("register.said", looked, said, new("每条陈述与事件的校验值与其内容相符", "Every statement and event agrees with its print"));
        yield return new("register.derived", looked, derived, new("每项权利的摘要、状态、权利人、权利负担与检索词可由陈述与事件重算得出", "What is kept of every right follows from its statements and events: summary, states, holders, encumbrances, search words"));
    }

    private static StoreCheck Orphans(Session session) => StoreCheck.Of(
        session,
        "register.rows",
        new("每条陈述、事件与号码都属于一项权利", "Every statement, event and number belongs to a right"),
        "SELECT (SELECT count(*) FROM ast_said) + (SELECT count(*) FROM ast_event) + (SELECT count(*) FROM ast_number)",
        """
        SELECT w FROM (SELECT cast(s.right_no AS text) AS w FROM ast_said s WHERE NOT EXISTS (SELECT 1 FROM ast_right r WHERE r.no = s.right_no)
          UNION SELECT cast(e.right_no AS text) FROM ast_event e WHERE NOT EXISTS (SELECT 1 FROM ast_right r WHERE r.no = e.right_no)
          UNION SELECT n.key FROM ast_number n WHERE NOT EXISTS (SELECT 1 FROM ast_right r WHERE r.no = n.right_no AND r.owner_id = n.owner_id)) AS lost ORDER BY w
        """);

    private static StoreCheck Numbers(Session session) => StoreCheck.Of(
        session,
        "register.numbers",
        new("每项权利至少有一个号码指向它，待定事项的件数相符", "Some number leads to every right, and its open questions are as many as it counts"),
        "SELECT count(*) FROM ast_right",
        """
        SELECT r.number FROM ast_right r WHERE NOT EXISTS (SELECT 1 FROM ast_number n WHERE n.right_no = r.no)
          OR r.questions <> (SELECT count(*) FROM ast_question q WHERE q.right_no = r.no AND q.open = 1) ORDER BY r.number
        """);

    /// <summary>All rights, a chunk at a time, each with its own columns as one text.</summary>
    private static IEnumerable<(long No, string Number, Guid Owner, string Kept)> Rights(Session session)
    {
        for (var last = 0L; ;)
        {
            var rows = session.List(
                $"SELECT no, number, owner_id, office, kind, title, title_en, ipc, family, filed, granted, expires, term_rule, parent_key, newest, known_from, stub FROM ast_right WHERE no > @p0 ORDER BY no LIMIT {Chunk}",
                row => (No: row.Long(0), Number: row.Text(1), Owner: row.Id(2), Kept: string.Join('\u001F', Enumerable.Range(3, 13).Select(c => row.TextOrNull(c)).Prepend(row.Text(1)).Append($"{row.Long(16)}"))),
                last);
            foreach (var row in rows)
            {
                yield return row;
            }

            if (rows.Count < Chunk)
            {
                yield break;
            }

            last = rows[^1].No;
        }
    }

    /// <summary>Whether what every source says, and every event, still is what was printed.</summary>
    private static bool Printed(Session session, long no) =>
        session.List("SELECT as_of, record, print FROM ast_said WHERE right_no = @p0", row => Said.PrintOf(row.Date(0), row.Text(1)) == row.Text(2), no).TrueForAll(right => right)
        && RightReading.Events(session, no).TrueForAll(e => e.Event.Print() == e.Print);

    private static bool Differs(Session session, long no, Guid owner, string kept, RegisterLaw law)
    {
        var (right, today) = (RightReading.Derive(session, owner, no, law), DateOnly.MinValue);
        var sheet = RightSheet.Of(right, today);
        string?[] own = [sheet.Number, sheet.Office, sheet.Kind, sheet.Title, sheet.TitleEn, sheet.MainClass, sheet.Family, RowValues.Of(sheet.Filed), RowValues.Of(sheet.Granted), RowValues.Of(sheet.Expires), sheet.TermRule, sheet.ParentKey, RowValues.Of(sheet.Newest), RowValues.Of(sheet.KnownFrom), sheet.Stub ? "1" : "0"];
        return kept != string.Join('\u001F', own)
            || session.First("SELECT words FROM ast_text WHERE no = @p0", row => row.Text(0), no) != sheet.Words
            || Standings(session, no) != Told(sheet.Standings.Select(s => $"{s.State.Word()} {RowValues.Of(s.From) ?? ""} {RowValues.Of(s.Until) ?? RegisterShapes.Open} {(s.Estimated ? 1 : 0)} {s.Because.Word()}"))
            || Holders(session, no) != Told(sheet.Holders.Select(h => $"{h.Name} {h.Code} {(h.Share is { } share ? (long)decimal.Round(share * 1_000_000m) : null)} {RowValues.Of(h.From) ?? ""} {RowValues.Of(h.Until) ?? RegisterShapes.Open} {h.Because}"))
            || Encumbrances(session, no) != Told(sheet.Encumbrances.Select(e => $"{e.Kind.Word()} {e.RegistrationNo} {e.Holder} {e.Grantor} {RowValues.Of(e.From)} {RowValues.Of(e.Until)} {(e.Estimated ? 1 : 0)}").Order(StringComparer.Ordinal));
    }

    private static string Standings(Session session, long no) => Told(session.List("SELECT state, from_day, until_day, estimated, because FROM ast_standing WHERE right_no = @p0 ORDER BY n", row => $"{row.Text(0)} {row.Text(1)} {row.Text(2)} {row.Long(3)} {row.Text(4)}", no));

    private static string Holders(Session session, long no) => Told(session.List("SELECT name, code, share, from_day, until_day, because FROM ast_holder WHERE right_no = @p0 ORDER BY n", row => $"{row.Text(0)} {row.TextOrNull(1)} {row.LongOrNull(2)} {row.Text(3)} {row.Text(4)} {row.Text(5)}", no));

    private static string Encumbrances(Session session, long no) => Told(session.List(
        "SELECT kind, registration_no, holder, grantor, from_day, until_day, estimated FROM ast_encumbrance WHERE right_no = @p0 AND origin = 'event'",
        row => $"{row.Text(0)} {row.Text(1)} {row.Text(2)} {row.Text(3)} {row.TextOrNull(4)} {row.TextOrNull(5)} {row.Long(6)}", no).Order(StringComparer.Ordinal));

    private static string Told(IEnumerable<string> lines) => new StringBuilder().AppendJoin('\n', lines).ToString();
}
