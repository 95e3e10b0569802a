using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Lending.Storage;

/// <summary>Recomputes what must hold of lines and loans: nobody drew too much, what is taken of a line is what its loans say, balances are the sums of postings.</summary>
internal static class LoanCare
{
    /// <summary>What a loan takes of its line: what is ordered and not paid, and what is outstanding; under a single line all it ever drew.</summary>
    private const string Taken = """
        CASE WHEN f.kind = 'single' THEN l.principal_fen - coalesce((SELECT sum(p.fen) FROM len_payout p WHERE p.loan_id = l.id AND p.state IN ('cancelled', 'returned')), 0)
        ELSE l.balance_fen + coalesce((SELECT sum(p.fen) FROM len_payout p WHERE p.loan_id = l.id AND p.state IN ('ordered', 'rejected')), 0) END
        """;

    public static IEnumerable<StoreCheck> Verify(Session session)
    {
        yield return StoreCheck.Of(
            session,
            "lending.lines",
            new("额度与成员限额从未超用", "No line and no member's cap is drawn beyond"),
            "SELECT count(*) FROM len_facility",
            """
            SELECT cast(f.id AS text) FROM len_facility f WHERE (f.used_fen > f.amount_fen OR f.used_fen < 0) AND NOT EXISTS (SELECT 1 FROM len_breach b WHERE b.facility_id = f.id AND b.kind = 'over_line')
            UNION SELECT cast(m.facility_id AS text) FROM len_facility_member m WHERE m.used_fen > m.cap_fen OR m.used_fen < 0 ORDER BY 1
            """);
        yield return StoreCheck.Of(
            session,
            "lending.used",
            new("已用额度等于其下贷款占用之和", "What is taken of a line is what its loans take"),
            "SELECT count(*) FROM len_facility",
            $"""
            SELECT cast(f.id AS text) FROM len_facility f LEFT JOIN
            (SELECT l.facility_id, sum({Taken}) AS fen FROM len_loan l JOIN len_facility f ON f.id = l.facility_id WHERE l.state <> 'cancelled' GROUP BY l.facility_id) u ON u.facility_id = f.id
            WHERE f.used_fen <> coalesce(u.fen, 0) ORDER BY 1
            """);
        yield return StoreCheck.Of(
            session,
            "lending.balances",
            new("贷款本金余额等于其分录之和", "A loan's principal is the sum of its postings"),
            "SELECT count(*) FROM len_loan",
            """
            SELECT cast(l.id AS text) FROM len_loan l LEFT JOIN
            (SELECT loan_id, sum((CASE WHEN debit IN ('performing', 'overdue') THEN fen ELSE 0 END) - (CASE WHEN credit IN ('performing', 'overdue') THEN fen ELSE 0 END)) AS fen FROM len_loan_posting GROUP BY loan_id) p ON p.loan_id = l.id
            WHERE l.state <> 'ordered' AND l.closed_day IS NOT NULL AND l.closed_day >= l.disbursed_on AND l.balance_fen <> coalesce(p.fen, 0) AND l.backdated = 0 ORDER BY 1
            """);
    }
}
