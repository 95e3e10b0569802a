using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Lending.Storage;

/// <summary>Recomputes what must hold of pledges: parts sum, states follow from steps, exclusive rights are held once.</summary>
internal static class PledgeCare
{
    public static IEnumerable<StoreCheck> Verify(Session session)
    {
        yield return Parts(session);
        yield return States(session);
        yield return Held(session);
    }

    private static StoreCheck Parts(Session session) => StoreCheck.Of(
        session,
        "lending.parts",
        new("每份质押各项权利分摊的金额之和等于担保金额", "What the rights of every pledge are allocated sums to its secured amount"),
        "SELECT count(*) FROM len_pledge",
        """
        SELECT cast(p.id AS text) FROM len_pledge p LEFT JOIN (SELECT pledge_id, sum(allocated_fen) AS fen FROM len_pledge_item GROUP BY pledge_id) i ON i.pledge_id = p.id
        WHERE p.secured_fen <> coalesce(i.fen, 0) ORDER BY 1
        """);

    private static StoreCheck States(Session session) => StoreCheck.Of(
        session,
        "lending.registrations",
        new("登记的状态是其最后一步的", "A registration's state is the one its last step led to"),
        "SELECT count(*) FROM len_registration",
        """
        SELECT cast(r.id AS text) FROM len_registration r LEFT JOIN len_registration_step s ON s.registration_id = r.id AND s.n = (SELECT max(t.n) FROM len_registration_step t WHERE t.registration_id = r.id)
        WHERE r.state <> coalesce(s.to_state, 'draft') ORDER BY 1
        """);

    private static StoreCheck Held(Session session) => StoreCheck.Of(
        session,
        "lending.pledged",
        new("排他登记的权利自提交至终结恰被占用一次", "A right with an exclusive registry is held from its filing to the end, once"),
        "SELECT count(*) FROM len_pledged_right",
        """
        SELECT cast(h.registration_id AS text) FROM len_pledged_right h JOIN len_registration r ON r.id = h.registration_id
        WHERE h.live = 1 AND r.state IN ('draft', 'signed_by_both', 'deemed_withdrawn', 'refused', 'cancelled', 'revoked', 'expired', 'withdrawn') ORDER BY 1
        """);
}
