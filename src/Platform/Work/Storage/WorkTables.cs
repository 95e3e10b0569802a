using Microsoft.EntityFrameworkCore;
using Zhirong.Platform.Storage;

namespace Zhirong.Platform.Work.Storage;

/// <summary>The room's tables: jobs, their shards, the shards' results.</summary>
internal sealed class WorkTables : IRoomModel
{
    public string Prefix => "work_";

    public IReadOnlyList<Type> Migrations => [typeof(FirstWorkTables)];

    public void Configure(ModelBuilder model)
    {
        model.Entity<Job>(job =>
        {
            job.ToTable("work_job").SnakeCase();
            job.HasIndex(j => new { j.OwnerId, j.CreatedAt });
            job.HasIndex(j => new { j.OwnerId, j.SubjectKind, j.SubjectId });
            job.HasIndex(j => new { j.OwnerId, j.Kind, j.InputHash }, "IX_work_job_once").IsUnique().HasFilter("finished_at IS NULL");
            job.HasIndex(j => j.Turn, "IX_work_job_active").HasFilter("finished_at IS NULL");
        });
        model.Entity<Shard>(shard =>
        {
            shard.ToTable("work_shard").SnakeCase();
            shard.HasKey(s => new { s.JobId, s.No });
            shard.HasIndex(s => new { s.JobId, s.State, s.No });
            shard.HasOne<Job>().WithMany().HasForeignKey(s => s.JobId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<ShardResult>(result =>
        {
            result.ToTable("work_result").SnakeCase();
            result.HasKey(r => new { r.JobId, r.No, r.InputHash });
            result.HasOne<Job>().WithMany().HasForeignKey(r => r.JobId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
