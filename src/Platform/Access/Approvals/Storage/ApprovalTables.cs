using Microsoft.EntityFrameworkCore;
using Zhirong.Platform.Storage;

namespace Zhirong.Platform.Access.Approvals.Storage;

/// <summary>The tables of approvals: cases with their requests and decisions, delegations, mandates, routes.</summary>
internal sealed class ApprovalTables : IRoomModel
{
    public string Prefix => "access_";

    public IReadOnlyList<Type> Migrations => [typeof(FirstApprovalTables)];

    public void Configure(ModelBuilder model)
    {
        model.Entity<Approval>(approval =>
        {
            approval.ToTable("access_approval").SnakeCase();
            approval.HasIndex(a => new { a.OwnerId, a.OpenedAt });
            approval.HasIndex(a => new { a.State, a.NextAt }).HasFilter("state IN ('open', 'returned', 'conditional', 'approved')");
        });
        model.Entity<ApprovalRequest>(request =>
        {
            request.ToTable("access_approval_request").SnakeCase();
            request.HasKey(r => new { r.ApprovalId, r.Round });
            request.HasOne<Approval>().WithMany().HasForeignKey(r => r.ApprovalId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ApprovalDecision>(decision =>
        {
            decision.ToTable("access_approval_decision").SnakeCase();
            decision.HasKey(d => new { d.ApprovalId, d.No });
            decision.HasOne<Approval>().WithMany().HasForeignKey(d => d.ApprovalId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ApprovalCondition>(condition =>
        {
            condition.ToTable("access_approval_condition").SnakeCase();
            condition.HasKey(c => new { c.ApprovalId, c.No });
            condition.HasOne<Approval>().WithMany().HasForeignKey(c => c.ApprovalId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<DelegationRow>(delegation => delegation.ToTable("access_delegation").SnakeCase());
        model.Entity<RouteVersion>(route =>
        {
            route.ToTable("access_route").SnakeCase();
            route.HasIndex(r => new { r.OwnerId, r.No }).IsUnique();
        });
        Mandates(model);
    }

    private static void Mandates(ModelBuilder model)
    {
        model.Entity<Mandate>(mandate => mandate.ToTable("access_mandate").SnakeCase());
        model.Entity<MandateDay>(day =>
        {
            day.ToTable("access_mandate_day").SnakeCase();
            day.HasKey(d => new { d.MandateId, d.UsedOn });
            day.HasOne<Mandate>().WithMany().HasForeignKey(d => d.MandateId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<MandateUse>(use =>
        {
            use.ToTable("access_mandate_use").SnakeCase();
            use.HasIndex(u => new { u.MandateId, u.SubjectKind, u.SubjectId }).IsUnique();
            use.HasOne<Mandate>().WithMany().HasForeignKey(u => u.MandateId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
