using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Valuation.Storage;

/// <summary>Recomputes what the room keeps beside its versions: the parts of the rights, the row in the list, who signed.</summary>
internal static class AppraisalCare
{
    public static IEnumerable<StoreCheck> Verify(Session session)
    {
        yield return Parts(session);
        yield return Rows(session);
        yield return Signed(session);
    }

    private static StoreCheck Parts(Session session) => StoreCheck.Of(
        session,
        "valuation.parts",
        new("每一版各项权利的价值之和等于结论，区间同此", "The rights' parts of every version sum to its conclusion, and so do their ranges"),
        "SELECT count(*) FROM val_appraisal_version",
        """
        SELECT cast(v.appraisal_id AS text) FROM val_appraisal_version v LEFT JOIN (
          SELECT appraisal_id, number, sum(fen) AS fen, sum(low_fen) AS low, sum(high_fen) AS high FROM val_appraised_right GROUP BY appraisal_id, number) r ON r.appraisal_id = v.appraisal_id AND r.number = v.number
        WHERE coalesce(v.total_fen, 0) <> coalesce(r.fen, 0) OR coalesce(v.low_fen, 0) <> coalesce(r.low, 0) OR coalesce(v.high_fen, 0) <> coalesce(r.high, 0) ORDER BY 1
        """);

    private static StoreCheck Rows(Session session) => StoreCheck.Of(
        session,
        "valuation.appraisals",
        new("价值分析的金额与权利数是其最新一版的", "An appraisal's amounts and count of rights are those of its newest version"),
        "SELECT count(*) FROM val_appraisal",
        """
        SELECT cast(a.id AS text) FROM val_appraisal a LEFT JOIN val_appraisal_version v ON v.appraisal_id = a.id AND v.number = a.version
        WHERE v.number IS NULL OR coalesce(a.total_fen, -1) <> coalesce(v.total_fen, -1) OR coalesce(a.low_fen, -1) <> coalesce(v.low_fen, -1) OR coalesce(a.high_fen, -1) <> coalesce(v.high_fen, -1)
          OR a.rights <> (SELECT count(*) FROM val_appraised_right r WHERE r.appraisal_id = a.id AND r.number = a.version) ORDER BY 1
        """);

    private static StoreCheck Signed(Session session) => StoreCheck.Of(
        session,
        "valuation.signatures",
        new("已签署的价值分析，其最新一版有至少两人签名", "A signed appraisal has at least two people's signatures under its newest version"),
        "SELECT count(*) FROM val_appraisal WHERE state = 'signed'",
        """
        SELECT cast(a.id AS text) FROM val_appraisal a
        WHERE (a.state = 'signed') <> ((SELECT count(*) FROM val_signature s WHERE s.appraisal_id = a.id AND s.number = a.version) >= 2) ORDER BY 1
        """);
}
