using Microsoft.EntityFrameworkCore;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;

namespace Zhirong.Modules.Valuation.Storage;

/// <summary>Tables of diligence, of what people answered, and of analyses.</summary>
internal static class DiligenceTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<DiligenceFile>(file =>
        {
            file.ToTable("val_diligence").SnakeCase();
            file.HasIndex(f => new { f.OwnerId, f.MadeAt });
            file.HasIndex(f => new { f.FirmId, f.Purpose, f.MadeAt });
        });
        model.Entity<DiligenceRight>(right =>
        {
            right.ToTable("val_diligence_right").SnakeCase();
            right.HasKey(r => new { r.DiligenceId, r.N });
            right.HasIndex(r => r.RightId);
            right.ReachedThrough<DiligenceRight, DiligenceFile>("diligence_id");
        });
        model.Entity<DiligenceAnswer>(answer =>
        {
            answer.ToTable("val_answer").SnakeCase();
            answer.HasIndex(a => a.OwnerId);
            answer.HasIndex(a => new { a.SubjectId, a.Fact, a.At });
        });
        model.Entity<AnalysisFile>(file =>
        {
            file.ToTable("val_analysis").SnakeCase();
            file.HasIndex(f => new { f.OwnerId, f.MadeAt });
            file.HasIndex(f => new { f.FirmId, f.MadeAt });
        });
    }

    public static IEnumerable<StoreCheck> Verify(Session session)
    {
        yield return StoreCheck.Of(
            session,
            "valuation.diligence",
            new("每份尽调的权利数与各级问题数和逐项权利一致，尽调后价值不高于尽调前", "A diligence counts the rights it lists, no right's grades exceed the whole's, and its value after does not exceed its value before"),
            "SELECT count(*) FROM val_diligence",
            """
            SELECT cast(d.id AS text) FROM val_diligence d LEFT JOIN (
              SELECT diligence_id, count(*) AS rights, sum(fatal) AS fatal, sum(major) AS major, sum(minor) AS minor, max(factor) AS factor, min(factor) AS least FROM val_diligence_right GROUP BY diligence_id) r ON r.diligence_id = d.id
            WHERE d.rights <> coalesce(r.rights, 0) OR coalesce(r.fatal, 0) > d.fatal OR coalesce(r.major, 0) > d.major OR coalesce(r.minor, 0) > d.minor
              OR coalesce(r.factor, 0) > 1000000000000 OR coalesce(r.least, 0) < 0 OR coalesce(d.after_fen, 0) > coalesce(d.before_fen, 0) ORDER BY 1
            """);
    }
}
