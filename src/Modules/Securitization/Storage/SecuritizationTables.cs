using Microsoft.EntityFrameworkCore;
using Zhirong.Modules.Securitization.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Shares;

namespace Zhirong.Modules.Securitization.Storage;

/// <summary>The room's tables: deals with their versions, scenarios and kept runs.</summary>
internal sealed class SecuritizationTables : IRoomModel
{
    public string Prefix => "sec_";

    public IReadOnlyList<Type> Migrations => [typeof(DealDeskTables)];

    public void Configure(ModelBuilder model)
    {
        model.Entity<Deal>(deal =>
        {
            deal.ToTable("sec_deal");
            deal.SnakeCase();
            deal.HasIndex(d => d.Code);
            deal.HasIndex(d => d.SavedAt);
            deal.HasIndex(d => d.Shelf);
            deal.HasIndex(d => new { d.OwnerId, d.CaseId }).IsUnique();
        });
        model.Entity<DealVersion>(version =>
        {
            version.ToTable("sec_deal_version");
            version.HasKey(v => new { v.DealId, v.Number });
            version.SnakeCase();
            version.ReachedThrough<DealVersion, Deal>("deal_id");
            version.HasOne<Deal>().WithMany().HasForeignKey(v => v.DealId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<SavedScenario>(scenario =>
        {
            scenario.ToTable("sec_scenario");
            scenario.SnakeCase();
            scenario.ReachedThrough<SavedScenario, Deal>("deal_id");
            scenario.HasOne<Deal>().WithMany().HasForeignKey(s => s.DealId).OnDelete(DeleteBehavior.Restrict);
            scenario.HasIndex(s => new { s.DealId, s.Name }).IsUnique();
        });
        model.Entity<KeptRun>(run =>
        {
            run.ToTable("sec_run");
            run.SnakeCase();
            run.ReachedThrough<KeptRun, Deal>("deal_id");
            run.HasOne<Deal>().WithMany().HasForeignKey(r => r.DealId).OnDelete(DeleteBehavior.Restrict);
            run.HasIndex(r => new { r.DealId, r.SavedAt });
        });
    }
}
