using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Ledger.Storage;

/// <summary>Recomputes the books from their lines: entries balance, accounts, running balances, days, holds and evidence agree.</summary>
internal static class LedgerCare
{
    public static IEnumerable<StoreCheck> Verify(Session session)
    {
        yield return Entries(session);
        yield return Accounts(session);
        yield return Running(session);
        yield return Marks(session);
        yield return Days(session);
        yield return Holds(session);
        yield return Reversals(session);
        yield return Matches(session);
        yield return Recorded(session);
        yield return EntryEvidence.Verify(session);
        yield return HoldEvidence.Verify(session);
        yield return AccountEvidence.Verify(session);
    }

    private static StoreCheck Entries(Session session) => StoreCheck.Of(
        session,
        "ledger.entries",
        new("每笔分录借贷相等，科目属于本账簿，生效日不晚于营业日，营业日不超前于账簿", "Every entry balances, on accounts of its book, effective no later than its business date, which is not ahead of the book's"),
        "SELECT count(*) FROM ldg_entry",
        """
        SELECT coalesce(e.id, cast(s.seq AS text)) FROM (
          SELECT l.id >> 10 AS seq, sum(l.fen) AS net, sum(CASE WHEN l.fen > 0 THEN l.fen ELSE 0 END) AS debit, count(*) AS lines,
            max(l.effective) AS latest, min(l.effective) AS earliest, max(l.business_date) AS business, min(a.book_id) AS book, max(a.book_id) AS other_book
          FROM ldg_line l JOIN ldg_account a ON a.no = l.account_no GROUP BY l.id >> 10) s LEFT JOIN ldg_entry e ON e.seq = s.seq LEFT JOIN ldg_book b ON b.id = e.book_id
        WHERE e.id IS NULL OR s.lines < 2 OR s.net <> 0 OR s.debit <> e.amount_fen OR s.latest <> e.effective OR s.earliest <> e.effective
          OR s.business <> e.business_date OR s.book <> e.book_id OR s.other_book <> e.book_id OR e.effective > e.business_date OR e.business_date > b.business_date
        UNION ALL
        SELECT e.id FROM ldg_entry e WHERE NOT EXISTS (SELECT 1 FROM ldg_line l WHERE l.id >= e.seq << 10 AND l.id < (e.seq + 1) << 10)
        """);

    private static StoreCheck Accounts(Session session) => StoreCheck.Of(
        session,
        "ledger.accounts",
        new("科目余额等于其分录行之和", "Balances are the sums of their lines"),
        "SELECT count(*) FROM ldg_account",
        """
        SELECT a.code FROM ldg_account a LEFT JOIN (
          SELECT account_no, sum(CASE WHEN fen > 0 THEN fen ELSE 0 END) AS debit, sum(CASE WHEN fen < 0 THEN -fen ELSE 0 END) AS credit, count(*) AS lines, max(id) AS last_line
          FROM ldg_line GROUP BY account_no) s ON s.account_no = a.no
        WHERE a.debit <> coalesce(s.debit, 0) OR a.credit <> coalesce(s.credit, 0) OR a.lines <> coalesce(s.lines, 0) OR a.last_line <> coalesce(s.last_line, 0) ORDER BY a.no
        """);

    private static StoreCheck Running(Session session) => StoreCheck.Of(
        session,
        "ledger.running",
        new("逐行余额连续，行链完整", "Running balances follow line by line along an unbroken chain"),
        "SELECT count(*) FROM ldg_line",
        """
        SELECT cast(id AS text) FROM (
          SELECT id, fen, after, debits, n, prev, business_date, lag(after, 1, 0) OVER w AS after_before, lag(debits, 1, 0) OVER w AS debits_before,
            lag(n, 1, 0) OVER w AS n_before, lag(id, 1, 0) OVER w AS id_before, lag(business_date, 1, '') OVER w AS business_before
          FROM ldg_line WINDOW w AS (PARTITION BY account_no ORDER BY id)) s
        WHERE after <> after_before + fen OR debits <> debits_before + CASE WHEN fen > 0 THEN fen ELSE 0 END OR n <> n_before + 1 OR prev <> id_before
          OR business_date < business_before ORDER BY id
        """);

    private static StoreCheck Marks(Session session) => StoreCheck.Of(
        session,
        "ledger.marks",
        new("行标与分录行一致", "Marks point at the lines they stand for"),
        "SELECT count(*) FROM ldg_mark",
        $"""
        SELECT cast(l.id AS text) FROM ldg_line l LEFT JOIN ldg_mark m ON m.id = (l.account_no << 32) + l.n / {Mark.Every}
        WHERE l.n % {Mark.Every} = 0 AND (m.line IS NULL OR m.line <> l.id) ORDER BY l.id
        """);

    /// <summary>Each day of each account against its lines; the days' chain; the accounts' latest day.</summary>
    private static StoreCheck Days(Session session)
    {
        var day = session.Kind == DatabaseKind.Postgres ? "(effective::date - date '0001-01-01')::bigint" : "cast(julianday(effective) - 1721425.5 AS integer)";
        return StoreCheck.Of(
            session,
            "ledger.days",
            new("日合计等于当日分录行之和，日链完整", "Day sums are the sums of the day's lines, along an unbroken chain"),
            "SELECT count(*) FROM ldg_day",
            $"""
            SELECT DISTINCT cast(no AS text) FROM (
              SELECT id & {Day.Accounts} AS no FROM (
                SELECT id, debit, credit FROM ldg_day
                UNION ALL SELECT ({day} << 40) + account_no, CASE WHEN fen > 0 THEN -fen ELSE 0 END, CASE WHEN fen < 0 THEN fen ELSE 0 END FROM ldg_line) sums
              GROUP BY id HAVING sum(debit) <> 0 OR sum(credit) <> 0
              UNION ALL SELECT no FROM (
                SELECT id & {Day.Accounts} AS no, prev, lag(id >> 40, 1, 0) OVER (PARTITION BY id & {Day.Accounts} ORDER BY id) AS day_before FROM ldg_day) chain WHERE prev <> day_before
              UNION ALL SELECT a.no FROM ldg_account a LEFT JOIN (SELECT id & {Day.Accounts} AS no, max(id >> 40) AS latest FROM ldg_day GROUP BY id & {Day.Accounts}) d ON d.no = a.no
                WHERE a.last_day <> coalesce(d.latest, 0)) wrong ORDER BY 1
            """);
    }

    private static StoreCheck Holds(Session session) => StoreCheck.Of(
        session,
        "ledger.holds",
        new("待处理金额等于待处理预留之和", "Pending amounts are the sums of pending holds"),
        "SELECT count(*) FROM ldg_hold",
        """
        SELECT a.code FROM ldg_account a
        WHERE a.pending_debit <> (SELECT coalesce(sum(h.fen), 0) FROM ldg_hold h WHERE h.state = 'pending' AND h.book_id = a.book_id AND h.debit_no = a.no)
          OR a.pending_credit <> (SELECT coalesce(sum(h.fen), 0) FROM ldg_hold h WHERE h.state = 'pending' AND h.book_id = a.book_id AND h.credit_no = a.no) ORDER BY a.no
        """);

    /// <summary>
    /// Recorded times rise with the numbers. On PostgreSQL several servers number entries at once, so that neighbours may have changed
    /// places by as long as a transaction lasts.
    /// </summary>
    private static StoreCheck Recorded(Session session) => StoreCheck.Of(
        session,
        "ledger.recorded",
        new("记账时刻随序号递增", "Recorded times rise with the numbers of the entries"),
        "SELECT count(*) FROM ldg_entry",
        $"""
        SELECT id FROM (SELECT id, seq, recorded_at, lag(recorded_at) OVER (ORDER BY seq) AS earlier FROM ldg_entry) s
        WHERE recorded_at <= earlier - {(session.Kind == DatabaseKind.Postgres ? 60_000_000 : 0)} ORDER BY seq
        """);

    private static StoreCheck Reversals(Session session) => StoreCheck.Of(
        session,
        "ledger.reversals",
        new("冲销分录对应同一账簿中金额相同的原分录", "Reversals stand against an entry of the same book and amount"),
        "SELECT count(*) FROM ldg_entry WHERE reverses IS NOT NULL",
        """
        SELECT r.id FROM ldg_entry r LEFT JOIN ldg_entry o ON o.id = r.reverses
        WHERE r.reverses IS NOT NULL AND (o.id IS NULL OR o.book_id <> r.book_id OR o.amount_fen <> r.amount_fen OR o.reverses IS NOT NULL OR o.seq > r.seq) ORDER BY r.seq
        """);

    private static StoreCheck Matches(Session session) => StoreCheck.Of(
        session,
        "ledger.matches",
        new("已匹配金额等于匹配之和，且不超过计划", "Matched amounts are the sums of their matches and within the plan"),
        "SELECT count(*) FROM ldg_planned",
        """
        SELECT p.id FROM ldg_planned p WHERE p.matched_fen > p.fen
          OR p.matched_fen <> (SELECT coalesce(sum(m.fen), 0) FROM ldg_match m WHERE m.planned_id = p.id) ORDER BY p.id
        """);
}
