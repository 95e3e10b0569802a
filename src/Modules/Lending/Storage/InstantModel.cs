using Microsoft.EntityFrameworkCore;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;

namespace Zhirong.Modules.Lending.Storage;

/// <summary>Tables of mandates, instant decisions, watches and given indices.</summary>
internal static class InstantModel
{
    public static void Configure(ModelBuilder model)
    {
        Mandates(model);
        model.Entity<InstantDecision>(decision =>
        {
            decision.ToTable("len_instant").SnakeCase();
            decision.HasIndex(d => new { d.OwnerId, d.RequestNo }).IsUnique();
            decision.HasIndex(d => new { d.OwnerId, d.At });
            decision.HasIndex(d => new { d.MandateId, d.State });
            decision.HasIndex(d => new { d.FirmId, d.Day });
            decision.HasIndex(d => d.Account);
        });
        model.Entity<InstantPledge>(pledge =>
        {
            pledge.ToTable("len_instant_pledge").SnakeCase();
            pledge.HasKey(p => new { p.DecisionId, p.PledgeId });
            pledge.HasIndex(p => p.PledgeId);
            pledge.ReachedThrough<InstantPledge, InstantDecision>("decision_id");
        });
        model.Entity<FundFirstWatch>(watch =>
        {
            watch.ToTable("len_fund_first").SnakeCase();
            watch.HasIndex(w => new { w.OwnerId, w.State, w.DueOn });
            watch.HasIndex(w => new { w.FirmId, w.State });
            watch.HasIndex(w => w.DecisionId).IsUnique();
            watch.HasIndex(w => w.FacilityId);
        });
        model.Entity<GivenIndex>(index =>
        {
            index.ToTable("len_given_index").SnakeCase();
            index.HasIndex(i => new { i.OwnerId, i.FirmCode, i.Model, i.Day }).IsUnique();
        });
    }

    private static void Mandates(ModelBuilder model)
    {
        model.Entity<LoanMandate>(mandate =>
        {
            mandate.ToTable("len_mandate").SnakeCase();
            mandate.HasIndex(m => new { m.OwnerId, m.ChangedAt });
            mandate.HasIndex(m => new { m.OwnerId, m.Code }).IsUnique();
        });
        model.Entity<LoanMandateDay>(day =>
        {
            day.ToTable("len_mandate_day").SnakeCase();
            day.HasKey(d => new { d.MandateId, d.Day });
            day.ReachedThrough<LoanMandateDay, LoanMandate>("mandate_id");
        });
        model.Entity<LoanMandateFirm>(firm =>
        {
            firm.ToTable("len_mandate_firm").SnakeCase();
            firm.HasKey(f => new { f.MandateId, f.FirmId });
            firm.ReachedThrough<LoanMandateFirm, LoanMandate>("mandate_id");
        });
    }

    /// <summary>What is paid under a mandate is what its loans say, and no cap is passed.</summary>
    public static IEnumerable<StoreCheck> Verify(Session session)
    {
        yield return StoreCheck.Of(
            session,
            "lending.mandates",
            new("授权的已用额等于其下已付秒贷之和，未超过总额、单日与单户上限", "What is used of a mandate is what was paid under it, within the total, the day's and each firm's cap"),
            "SELECT count(*) FROM len_mandate",
            """
            SELECT cast(m.id AS text) FROM len_mandate m LEFT JOIN (SELECT mandate_id, sum(amount_fen) AS fen FROM len_instant WHERE state = 'paid' GROUP BY mandate_id) d ON d.mandate_id = m.id
            WHERE m.used_fen <> coalesce(d.fen, 0) OR m.used_fen > m.total_fen
            UNION SELECT cast(m.id AS text) FROM len_mandate m JOIN (SELECT mandate_id, sum(fen) AS fen, max(fen) AS most FROM len_mandate_day GROUP BY mandate_id) d ON d.mandate_id = m.id WHERE d.fen <> m.used_fen OR d.most > m.day_fen
            UNION SELECT cast(m.id AS text) FROM len_mandate m JOIN (SELECT mandate_id, sum(fen) AS fen, max(fen) AS most FROM len_mandate_firm GROUP BY mandate_id) f ON f.mandate_id = m.id WHERE f.fen <> m.used_fen OR f.most > m.firm_fen ORDER BY 1
            """);
        yield return StoreCheck.Of(
            session,
            "lending.instant",
            new("已付的秒贷各有一笔贷款且金额相同", "Every instant decision that was paid has one loan of its amount"),
            "SELECT count(*) FROM len_instant WHERE state = 'paid'",
            """
            SELECT cast(d.id AS text) FROM len_instant d LEFT JOIN len_loan l ON l.id = d.loan_id WHERE d.state = 'paid' AND (l.id IS NULL OR l.principal_fen <> d.amount_fen)
            UNION SELECT cast(d.id AS text) FROM len_instant d JOIN len_instant o ON o.loan_id = d.loan_id AND o.id <> d.id ORDER BY 1
            """);
    }
}
