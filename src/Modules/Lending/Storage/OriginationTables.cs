using Microsoft.EntityFrameworkCore;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;

namespace Zhirong.Modules.Lending.Storage;

/// <summary>The tables from product to decision.</summary>
internal static class OriginationTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<OwnProduct>(product =>
        {
            product.ToTable("len_loan_product").SnakeCase();
            product.HasIndex(p => new { p.OwnerId, p.Code }).IsUnique();
        });
        model.Entity<ProductText>(text =>
        {
            text.ToTable("len_loan_product_text").SnakeCase();
            text.HasKey(t => new { t.ProductId, t.Number });
            text.HasIndex(t => new { t.ProductId, t.Name }).IsUnique();
            text.ReachedThrough<ProductText, OwnProduct>("product_id");
        });
        model.Entity<OwnPolicy>(policy =>
        {
            policy.ToTable("len_credit_policy").SnakeCase();
            policy.HasIndex(p => new { p.OwnerId, p.Code }).IsUnique();
        });
        model.Entity<PolicyText>(text =>
        {
            text.ToTable("len_credit_policy_text").SnakeCase();
            text.HasKey(t => new { t.PolicyId, t.Number });
            text.HasIndex(t => new { t.PolicyId, t.Name }).IsUnique();
            text.ReachedThrough<PolicyText, OwnPolicy>("policy_id");
        });
        model.Entity<LoanApplication>(application =>
        {
            application.ToTable("len_loan_application").SnakeCase();
            application.HasIndex(a => new { a.OwnerId, a.ChangedAt });
            application.HasIndex(a => new { a.OwnerId, a.State });
            application.HasIndex(a => new { a.OwnerId, a.Number }).IsUnique();
        });
        model.Entity<LoanApplicationStep>(step =>
        {
            step.ToTable("len_loan_application_step").SnakeCase();
            step.HasKey(s => new { s.ApplicationId, s.N });
            step.ReachedThrough<LoanApplicationStep, LoanApplication>("application_id");
        });
        model.Entity<RateException>(exception =>
        {
            exception.ToTable("len_rate_exception").SnakeCase();
            exception.HasKey(e => new { e.ApplicationId, e.N });
            exception.ReachedThrough<RateException, LoanApplication>("application_id");
        });
        model.Entity<ApplicationSnapshot>(snapshot =>
        {
            snapshot.ToTable("len_loan_application_snapshot").SnakeCase();
            snapshot.HasKey(s => new { s.ApplicationId, s.N });
            snapshot.ReachedThrough<ApplicationSnapshot, LoanApplication>("application_id");
        });
        model.Entity<CreditAssessment>(assessment =>
        {
            assessment.ToTable("len_decision").SnakeCase();
            assessment.HasKey(a => new { a.ApplicationId, a.N });
            assessment.ReachedThrough<CreditAssessment, LoanApplication>("application_id");
        });
    }

    public static IEnumerable<StoreCheck> Verify(Session session)
    {
        yield return StoreCheck.Of(
            session,
            "lending.applications",
            new("申请的状态是其最后一步的，测算不多于快照所许", "An application's state is the one its last step led to, and its snapshot and assessment are there"),
            "SELECT count(*) FROM len_loan_application",
            """
            SELECT cast(a.id AS text) FROM len_loan_application a LEFT JOIN len_loan_application_step s ON s.application_id = a.id AND s.n = (SELECT max(t.n) FROM len_loan_application_step t WHERE t.application_id = a.id)
            WHERE a.state <> coalesce(s.state, 'draft') OR a.snapshot <> (SELECT count(*) FROM len_loan_application_snapshot n WHERE n.application_id = a.id) OR a.assessment <> (SELECT count(*) FROM len_decision d WHERE d.application_id = a.id) ORDER BY 1
            """);
        yield return StoreCheck.Of(
            session,
            "lending.resolutions",
            new("批准金额不超过最后一次测算的额度", "What is granted does not exceed the limit of the last assessment"),
            "SELECT count(*) FROM len_loan_application WHERE granted_fen IS NOT NULL",
            """
            SELECT cast(a.id AS text) FROM len_loan_application a JOIN len_decision d ON d.application_id = a.id AND d.n = a.assessment
            WHERE a.granted_fen > coalesce(d.limit_fen, 0) ORDER BY 1
            """);
    }
}
