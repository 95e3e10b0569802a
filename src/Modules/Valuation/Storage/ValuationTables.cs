using Microsoft.EntityFrameworkCore;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;

namespace Zhirong.Modules.Valuation.Storage;

/// <summary>The room's tables: appraisals with versions, parts and signatures; batches of them; score sheets and rubrics; signals and outside series.</summary>
internal sealed class ValuationTables : IRoomModel
{
    public string Prefix => "val_";

    public IReadOnlyList<Type> Migrations => [typeof(FirstAppraisalTables), typeof(FirstScoreTables), typeof(FirstSignalTables), typeof(FirstDiligenceTables), typeof(RubricsInForce)];

    public void Configure(ModelBuilder model)
    {
        Appraisals(model);
        Batches(model);
        Scores(model);
        Market(model);
        DiligenceTables.Configure(model);
    }

    public IEnumerable<StoreCheck> Verify(Session session) => AppraisalCare.Verify(session).Concat(DiligenceTables.Verify(session));

    private static void Appraisals(ModelBuilder model)
    {
        model.Entity<Appraisal>(appraisal =>
        {
            appraisal.ToTable("val_appraisal").SnakeCase();
            appraisal.HasIndex(a => new { a.OwnerId, a.ChangedAt });
            appraisal.HasIndex(a => a.FirmId);
        });
        model.Entity<AppraisalVersion>(version =>
        {
            version.ToTable("val_appraisal_version").SnakeCase();
            version.HasKey(v => new { v.AppraisalId, v.Number });
            version.ReachedThrough<AppraisalVersion, Appraisal>("appraisal_id");
        });
        model.Entity<AppraisedRight>(right =>
        {
            right.ToTable("val_appraised_right").SnakeCase();
            right.HasKey(r => new { r.AppraisalId, r.Number, r.N });
            right.HasIndex(r => r.RightId);
            right.ReachedThrough<AppraisedRight, Appraisal>("appraisal_id");
        });
        model.Entity<AppraisalSignature>(signature =>
        {
            signature.ToTable("val_signature").SnakeCase();
            signature.HasKey(s => new { s.AppraisalId, s.Number, s.N });
            signature.HasIndex(s => new { s.AppraisalId, s.Number, s.Signer }).IsUnique();
            signature.HasIndex(s => new { s.AppraisalId, s.Number, s.Certificate }).IsUnique();
            signature.ReachedThrough<AppraisalSignature, Appraisal>("appraisal_id");
        });
    }

    private static void Batches(ModelBuilder model)
    {
        model.Entity<AppraisalBatch>(batch =>
        {
            batch.ToTable("val_appraisal_batch").SnakeCase();
            batch.HasIndex(b => new { b.OwnerId, b.MadeAt });
            batch.HasIndex(b => b.JobId).IsUnique();
        });
        model.Entity<BatchGroup>(group =>
        {
            group.ToTable("val_batch_group").SnakeCase();
            group.HasKey(g => new { g.BatchId, g.No });
            group.ReachedThrough<BatchGroup, AppraisalBatch>("batch_id");
        });
    }

    private static void Scores(ModelBuilder model)
    {
        model.Entity<ScoreSheet>(sheet =>
        {
            sheet.ToTable("val_score_sheet").SnakeCase();
            sheet.HasIndex(s => s.OwnerId);
            sheet.HasIndex(s => new { s.RightId, s.At });
        });
        model.Entity<OwnRubric>(rubric =>
        {
            rubric.ToTable("val_rubric").SnakeCase();
            rubric.HasIndex(r => new { r.OwnerId, r.Code }).IsUnique();
        });
        model.Entity<RubricText>(text =>
        {
            text.ToTable("val_rubric_text").SnakeCase();
            text.HasKey(t => new { t.RubricId, t.Number });
            text.HasIndex(t => new { t.RubricId, t.Name }).IsUnique();
            text.ReachedThrough<RubricText, OwnRubric>("rubric_id");
        });
    }

    private static void Market(ModelBuilder model)
    {
        model.Entity<Signal>(signal =>
        {
            signal.ToTable("val_signal").SnakeCase();
            signal.HasIndex(s => s.OwnerId);
            signal.HasIndex(s => s.RightId);
        });
        model.Entity<BenchmarkSeries>(series =>
        {
            series.ToTable("val_benchmark_series").SnakeCase();
            series.HasIndex(s => s.OwnerId);
        });
    }
}
