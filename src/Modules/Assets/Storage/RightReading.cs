using Zhirong.Modules.Assets.Deriving;
using Zhirong.Modules.Assets.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Assets.Storage;

/// <summary>An event with the place of its row and who told it.</summary>
internal sealed record KeptEvent(long N, RightEvent Event, string Print, long Source, string By, RightEffect Read);

/// <summary>Reads what sources say of a right and what happened to it.</summary>
internal static class RightReading
{
    /// <summary>A question that no statement answers by itself: one record names two applications.</summary>
    public const string NumberConflict = "number_conflict";

    public static List<Said> Statements(Session session, long no) => session.List(
        "SELECT s.source_no, coalesce(f.name, s.by), s.as_of, s.print, s.at, s.record FROM ast_said s LEFT JOIN ast_source f ON f.no = s.source_no WHERE s.right_no = @p0 ORDER BY s.n",
        row => new Said(row.Long(0), row.Text(1), row.Date(2), row.Text(3), Said.Read(row.Text(5))) { At = row.Long(4) },
        no);

    /// <summary>What a person decided of an ambiguous event counts as its effect.</summary>
    public static List<KeptEvent> Events(Session session, long no) => session.List(
        "SELECT n, scheme, code, effect, decided, recorded_on, effective_on, text, facts, print, source_no, taken_on, by FROM ast_event WHERE right_no = @p0 ORDER BY n",
        row =>
        {
            var read = RightEffects.Read(row.Text(3)) ?? RightEffect.None;
            var effect = row.TextOrNull(4) is { } decided ? RightEffects.Read(decided) ?? read : read;
            return new KeptEvent(row.Long(0), new(row.Text(1), row.Text(2), effect, row.DateOrNull(5), row.DateOrNull(6), row.Text(7), FactsJson.Read(row.Text(8)), row.Date(11)), row.Text(9), row.Long(10), row.Text(12), read);
        },
        no);

    /// <summary>All that follows of a right as the register holds it.</summary>
    public static DerivedRight Derive(Session session, Guid owner, long no, RegisterLaw law)
    {
        var facts = RightFacts.Of(Statements(session, no));
        var events = Events(session, no).Select(e => e.Event).ToList();
        var right = DerivedRight.Of(facts, events, law, null);
        return right.ParentKey is { } parent && ParentFiled(session, owner, parent) is { } filed ? DerivedRight.Of(facts, events, law, filed) : right;
    }

    public static DateOnly? ParentFiled(Session session, Guid owner, string key) => session.First(
        "SELECT r.filed FROM ast_number n JOIN ast_right r ON r.no = n.right_no WHERE n.key = @p0 AND n.owner_id = @p1", row => row.DateOrNull(0), key, RowValues.Of(owner));

    /// <summary>Writes anew what follows of a right.</summary>
    public static DerivedRight Renew(ZhirongContext work, RightWriting writing, Guid owner, long no, RegisterLaw law)
    {
        var right = Derive(work.Session, owner, no, law);
        var open = work.Session.List("SELECT kind, event_print, open FROM ast_question WHERE right_no = @p0", row => (Kind: row.Text(0), Print: row.Text(1), Open: row.Int(2)), no);
        foreach (var settled in open.Where(o => o.Open == 1 && o.Kind != NumberConflict && !right.Questions.Any(q => q.Kind == o.Kind && q.EventPrint == o.Print)))
        {
            work.Session.Execute("UPDATE ast_question SET open = 0 WHERE right_no = @p0 AND kind = @p1 AND event_print = @p2", no, settled.Kind, settled.Print);
        }

        var version = work.Session.First("SELECT version FROM ast_right WHERE no = @p0", row => row.Int(0), no);
        writing.Changed(no, version + 1, RightSheet.Of(right, work.Today), right.Questions.Count(q => !open.Exists(o => o.Kind == q.Kind && o.Print == q.EventPrint && o.Open == 0)) + open.Count(o => o.Kind == NumberConflict && o.Open == 1));
        return right;
    }
}
