using Microsoft.EntityFrameworkCore;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Shares;

namespace Zhirong.Modules.Lending.Storage;

/// <summary>Tables of facilities and loans.</summary>
internal static class LoanModel
{
    public static void Configure(ModelBuilder model)
    {
        Facilities(model);
        model.Entity<CovenantBreach>(breach =>
        {
            breach.ToTable("len_breach").SnakeCase();
            breach.HasIndex(b => new { b.OwnerId, b.Open, b.DueOn });
            breach.HasIndex(b => new { b.FacilityId, b.Kind, b.About }, "IX_len_breach_live").IsUnique().HasFilter("open = 1");
        });
        Loans(model);
    }

    private static void Facilities(ModelBuilder model)
    {
        model.Entity<Facility>(facility =>
        {
            facility.ToTable("len_facility").SnakeCase();
            facility.HasIndex(f => new { f.OwnerId, f.ChangedAt });
            facility.HasIndex(f => new { f.OwnerId, f.Number }).IsUnique();
        });
        model.Entity<FacilityPledge>(pledge =>
        {
            pledge.ToTable("len_facility_pledge").SnakeCase();
            pledge.HasKey(p => new { p.FacilityId, p.PledgeId });
            pledge.HasIndex(p => p.PledgeId);
            pledge.ReachedThrough<FacilityPledge, Facility>("facility_id");
        });
        model.Entity<FacilityMember>(member =>
        {
            member.ToTable("len_facility_member").SnakeCase();
            member.HasKey(m => new { m.FacilityId, m.N });
            member.HasIndex(m => new { m.FacilityId, m.MemberNo }).IsUnique();
            member.ReachedThrough<FacilityMember, Facility>("facility_id");
        });
        model.Entity<FacilityCondition>(condition =>
        {
            condition.ToTable("len_facility_condition").SnakeCase();
            condition.HasKey(c => new { c.FacilityId, c.N });
            condition.ReachedThrough<FacilityCondition, Facility>("facility_id");
        });
    }

    private static void Loans(ModelBuilder model)
    {
        model.Entity<Loan>(loan =>
        {
            loan.ToTable("len_loan").SnakeCase();
            loan.HasIndex(l => new { l.OwnerId, l.Number }).IsUnique();
            loan.HasIndex(l => new { l.OwnerId, l.State, l.ClosedDay });
            loan.HasIndex(l => new { l.OwnerId, l.NextDue });
            loan.HasIndex(l => l.FacilityId);
        });
        model.Entity<LoanHappening>(happening =>
        {
            happening.ToTable("len_loan_event").SnakeCase();
            happening.HasKey(e => new { e.LoanId, e.N });
            happening.HasIndex(e => new { e.LoanId, e.Reference }).IsUnique();
            happening.ReachedThrough<LoanHappening, Loan>("loan_id");
        });
        model.Entity<LoanEntry>(entry =>
        {
            entry.ToTable("len_loan_posting").SnakeCase();
            entry.HasKey(e => new { e.LoanId, e.N });
            entry.ReachedThrough<LoanEntry, Loan>("loan_id");
        });
        model.Entity<LoanPayout>(payout =>
        {
            payout.ToTable("len_payout").SnakeCase();
            payout.HasKey(p => new { p.LoanId, p.N });
            payout.HasIndex(p => p.ItemId).IsUnique();
            payout.ReachedThrough<LoanPayout, Loan>("loan_id");
        });
    }
}
