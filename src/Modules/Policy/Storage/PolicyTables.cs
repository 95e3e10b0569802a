using Microsoft.EntityFrameworkCore;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;

namespace Zhirong.Modules.Policy.Storage;

/// <summary>The room's tables: schemes; budgets, applications and the ledger of caps; funds, filings and claims; tasks.</summary>
internal sealed class PolicyTables : IRoomModel
{
    public string Prefix => "pol_";

    public IReadOnlyList<Type> Migrations => [typeof(FirstPolicyTables), typeof(PublicAidTables), typeof(FirmAidTables)];

    public void Configure(ModelBuilder model)
    {
        Schemes(model);
        Aid(model);
        Funds(model);
    }

    public IEnumerable<StoreCheck> Verify(Session session)
    {
        yield return StoreCheck.Of(
            session,
            "policy.budgets",
            new("每个年度预算的已批与已付等于各申请之和", "What a budget says is approved and paid is the sum of its applications"),
            "SELECT count(*) FROM pol_budget",
            """
            SELECT cast(b.id AS text) FROM pol_budget b LEFT JOIN (
              SELECT coalesce(office_id, owner_id) AS owner_id, scheme, year, sum(CASE WHEN state IN ('approved', 'scaled_by_pool', 'paid', 'clawback') THEN coalesce(scaled_fen, approved_fen) ELSE 0 END) AS approved, sum(paid_fen - clawed_fen) AS paid
              FROM pol_application GROUP BY coalesce(office_id, owner_id), scheme, year) a ON a.owner_id = b.owner_id AND a.scheme = b.scheme AND a.year = b.year
            WHERE b.approved_fen <> coalesce(a.approved, 0) OR b.paid_fen <> coalesce(a.paid, 0) ORDER BY 1
            """);
        yield return StoreCheck.Of(
            session,
            "policy.applications",
            new("每项申请支付不超过批准，追回不超过支付", "No application is paid more than was approved or clawed back more than was paid"),
            "SELECT count(*) FROM pol_application",
            "SELECT cast(id AS text) FROM pol_application WHERE paid_fen > coalesce(scaled_fen, approved_fen, 0) OR clawed_fen > paid_fen ORDER BY 1");
        yield return StoreCheck.Of(
            session,
            "policy.caps",
            new("上限台账每项申请释放的不超过占用的，全部追回的不再占用", "Of a cap no application frees more than it used, and what was clawed back whole uses nothing"),
            "SELECT count(*) FROM pol_cap_use",
            """
            SELECT cast(u.application_id AS text) FROM pol_cap_use u JOIN pol_application a ON a.id = u.application_id
            GROUP BY u.application_id, u.cap, a.paid_fen, a.clawed_fen
            HAVING sum(u.fen) < 0 OR (a.paid_fen > 0 AND a.clawed_fen = a.paid_fen AND min(u.n) > 0 AND sum(u.fen) <> 0) ORDER BY 1
            """);
    }

    private static void Schemes(ModelBuilder model)
    {
        model.Entity<OwnScheme>(scheme =>
        {
            scheme.ToTable("pol_scheme").SnakeCase();
            scheme.HasIndex(s => new { s.OwnerId, s.Kind, s.Code }).IsUnique();
        });
        model.Entity<SchemeText>(text =>
        {
            text.ToTable("pol_scheme_text").SnakeCase();
            text.HasKey(t => new { t.SchemeId, t.Number });
            text.HasIndex(t => new { t.SchemeId, t.Name }).IsUnique();
            text.ReachedThrough<SchemeText, OwnScheme>("scheme_id");
        });
    }

    private static void Aid(ModelBuilder model)
    {
        model.Entity<AidBudget>(budget =>
        {
            budget.ToTable("pol_budget").SnakeCase();
            budget.Ignore(b => b.Moved);
            budget.HasIndex(b => new { b.OwnerId, b.Scheme, b.Year }).IsUnique();
        });
        model.Entity<AidApplication>(application =>
        {
            application.ToTable("pol_application").SnakeCase();
            application.Ignore(a => a.Decides);
            application.HasIndex(a => a.OfficeId);
            application.HasIndex(a => new { a.OwnerId, a.ChangedAt });
            application.HasIndex(a => new { a.OwnerId, a.Scheme, a.Year });
        });
        model.Entity<ApplicationStep>(step =>
        {
            step.ToTable("pol_application_step").SnakeCase();
            step.HasKey(s => new { s.ApplicationId, s.N });
            step.ReachedThrough<ApplicationStep, AidApplication>("application_id");
        });
        model.Entity<CapUse>(use =>
        {
            use.ToTable("pol_cap_use").SnakeCase();
            use.HasIndex(u => new { u.OwnerId, u.Scheme, u.Cap, u.Subject, u.Year });
            use.HasIndex(u => new { u.ApplicationId, u.Cap, u.N }).IsUnique();
        });
    }

    private static void Funds(ModelBuilder model)
    {
        model.Entity<CompensationFund>(fund =>
        {
            fund.ToTable("pol_fund").SnakeCase();
            fund.HasIndex(f => new { f.OwnerId, f.Code }).IsUnique();
        });
        model.Entity<FundFiling>(filing =>
        {
            filing.ToTable("pol_filing").SnakeCase();
            filing.HasIndex(f => f.OwnerId);
            filing.HasIndex(f => new { f.FundId, f.SubjectKind, f.SubjectId }).IsUnique();
        });
        model.Entity<CompensationClaim>(claim =>
        {
            claim.ToTable("pol_claim").SnakeCase();
            claim.HasIndex(c => new { c.OwnerId, c.ChangedAt });
            claim.HasIndex(c => c.FundId);
        });
        model.Entity<ClaimStep>(step =>
        {
            step.ToTable("pol_claim_step").SnakeCase();
            step.HasKey(s => new { s.ClaimId, s.N });
            step.ReachedThrough<ClaimStep, CompensationClaim>("claim_id");
        });
        model.Entity<DatedTask>(task =>
        {
            task.ToTable("pol_task").SnakeCase();
            task.HasIndex(t => new { t.OwnerId, t.DueOn });
        });
    }
}
