using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Payments.Storage;

/// <summary>Recomputes what the room keeps beside its records: sums of batches, attempts of items, sources and their uses, matches.</summary>
internal static class PaymentCare
{
    public static IEnumerable<StoreCheck> Verify(Session session)
    {
        yield return Batches(session);
        yield return Attempts(session);
        yield return Sources(session);
        yield return Matches(session);
    }

    private static StoreCheck Batches(Session session) => StoreCheck.Of(
        session,
        "payments.batches",
        new("批次的笔数、金额与已付金额等于其明细之和", "A batch's count, total and settled amount are those of its items"),
        "SELECT count(*) FROM pay_batch",
        """
        SELECT b.code FROM pay_batch b LEFT JOIN (
          SELECT batch_id, count(*) AS items, sum(fen) AS total, sum(CASE WHEN state = 'settled' THEN fen ELSE 0 END) AS settled FROM pay_item GROUP BY batch_id) s ON s.batch_id = b.id
        WHERE b.items <> coalesce(s.items, 0) OR b.total_fen <> coalesce(s.total, 0) OR b.settled_fen <> coalesce(s.settled, 0) ORDER BY b.code
        """);

    private static StoreCheck Attempts(Session session) => StoreCheck.Of(
        session,
        "payments.attempts",
        new("每笔明细的指令数相符，至多一条有效，已付者有已付的指令", "An item has the attempts it counts, at most one of them live, and a settled one where it is settled"),
        "SELECT count(*) FROM pay_item",
        """
        SELECT cast(i.id AS text) FROM pay_item i LEFT JOIN (
          SELECT item_id, count(*) AS attempts, sum(live) AS live, sum(CASE WHEN state = 'settled' THEN 1 ELSE 0 END) AS settled FROM pay_attempt GROUP BY item_id) s ON s.item_id = i.id
        WHERE i.attempts <> coalesce(s.attempts, 0) OR coalesce(s.live, 0) > 1 OR (i.state = 'settled' AND coalesce(s.settled, 0) = 0) ORDER BY 1
        """);

    private static StoreCheck Sources(Session session) => StoreCheck.Of(
        session,
        "payments.sources",
        new("封闭账户每笔来源的占用等于其用途之和，且不超过来源", "Of every closed-loop source as much is taken as its uses say, and never more than there is"),
        "SELECT count(*) FROM pay_source",
        """
        SELECT cast(s.id AS text) FROM pay_source s LEFT JOIN (
          SELECT source_id, sum(fen) AS taken FROM pay_use WHERE state IN ('reserved', 'used') GROUP BY source_id) u ON u.source_id = s.id
        WHERE s.used_fen <> coalesce(u.taken, 0) OR s.used_fen > s.fen OR s.used_fen < 0 ORDER BY 1
        """);

    private static StoreCheck Matches(Session session) => StoreCheck.Of(
        session,
        "payments.matches",
        new("已匹配的流水与其对应的付款或应收金额相等", "A matched line and the payment or receipt it stands for are of one amount"),
        "SELECT count(*) FROM pay_line WHERE state = 'matched'",
        """
        SELECT cast(l.id AS text) FROM pay_line l
          LEFT JOIN pay_attempt a ON l.match_kind IN ('paid', 'back') AND a.id = l.match_id LEFT JOIN pay_item i ON i.id = a.item_id
          LEFT JOIN pay_receipt r ON l.match_kind = 'receipt' AND r.id = l.match_id
        WHERE l.state = 'matched' AND coalesce(CASE l.match_kind WHEN 'paid' THEN -i.fen WHEN 'back' THEN i.fen WHEN 'receipt' THEN r.fen END, 0) <> l.fen ORDER BY 1
        """);
}
