using Microsoft.EntityFrameworkCore;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Payments.Storage;

/// <summary>The room's tables: accounts, batches with items and attempts, files, statements with lines, closed-loop sources and uses, differences.</summary>
internal sealed class PaymentTables : IRoomModel
{
    public string Prefix => "pay_";

    public IReadOnlyList<Type> Migrations => [typeof(FirstBatchTables), typeof(FirstAccountTables)];

    public void Configure(ModelBuilder model)
    {
        model.Entity<PayAccount>(account =>
        {
            account.ToTable("pay_account").SnakeCase();
            account.HasIndex(a => new { a.OwnerId, a.Role, a.Kind, a.Number }).IsUnique();
        });
        model.Entity<PayBatch>(batch =>
        {
            batch.ToTable("pay_batch").SnakeCase();
            batch.HasIndex(b => new { b.OwnerId, b.Code }).IsUnique();
            batch.HasIndex(b => new { b.OwnerId, b.State });
            batch.HasOne<PayAccount>().WithMany().HasForeignKey(b => b.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
        Items(model);
        Files(model);
        Statements(model);
        ClosedLoop(model);
        Differences(model);
    }

    public IEnumerable<StoreCheck> Verify(Session session) => PaymentCare.Verify(session);

    private static void Items(ModelBuilder model)
    {
        model.Entity<PayItem>(item =>
        {
            item.ToTable("pay_item").SnakeCase();
            item.HasIndex(i => new { i.BatchId, i.N }).IsUnique();
            item.HasIndex(i => i.Print);
            item.HasOne<PayBatch>().WithMany().HasForeignKey(i => i.BatchId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<PayAttempt>(attempt =>
        {
            attempt.ToTable("pay_attempt").SnakeCase();
            attempt.HasIndex(a => new { a.ItemId, a.N }).IsUnique();
            attempt.HasIndex(a => a.EndToEndId).IsUnique();
            attempt.HasIndex(a => a.MessageId);

            // The last wall against paying twice: whatever the use cases overlook, the database keeps one attempt alive.
            attempt.HasIndex(a => a.ItemId, "IX_pay_attempt_alive").IsUnique().HasFilter("live = 1");
            attempt.HasIndex(a => a.Unposted).HasFilter("unposted = 1");
            attempt.HasOne<PayItem>().WithMany().HasForeignKey(a => a.ItemId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<PayQuery>(query =>
        {
            query.ToTable("pay_query").SnakeCase();
            query.HasIndex(q => q.AttemptId);
            query.HasOne<PayAttempt>().WithMany().HasForeignKey(q => q.AttemptId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<PayStep>(step =>
        {
            step.ToTable("pay_step").SnakeCase();
            step.HasIndex(s => new { s.BatchId, s.Id });
            step.HasIndex(s => s.ItemId).HasFilter("item_id IS NOT NULL");
            step.HasOne<PayBatch>().WithMany().HasForeignKey(s => s.BatchId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void Files(ModelBuilder model) => model.Entity<PayFile>(file =>
    {
        file.ToTable("pay_file").SnakeCase();
        file.HasIndex(f => new { f.OwnerId, f.Kind, f.Sha256 }).IsUnique();
        file.HasIndex(f => f.BatchId).HasFilter("batch_id IS NOT NULL");
    });

    private static void Statements(ModelBuilder model)
    {
        model.Entity<PayStatement>(statement =>
        {
            statement.ToTable("pay_statement").SnakeCase();
            statement.HasIndex(s => new { s.AccountId, s.ToDay });
            statement.HasOne<PayAccount>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<PayLine>(line =>
        {
            line.ToTable("pay_line").SnakeCase();
            line.HasIndex(l => new { l.StatementId, l.N }).IsUnique();
            line.HasIndex(l => new { l.AccountId, l.State, l.Day });
            line.HasIndex(l => new { l.AccountId, l.Print });
            line.HasIndex(l => new { l.MatchId, l.MatchKind }).IsUnique().HasFilter("match_id IS NOT NULL");
            line.HasOne<PayStatement>().WithMany().HasForeignKey(l => l.StatementId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<PayReceipt>(receipt =>
        {
            receipt.ToTable("pay_receipt").SnakeCase();
            receipt.HasIndex(r => new { r.AccountId, r.State, r.Due });
            receipt.HasOne<PayAccount>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void ClosedLoop(ModelBuilder model)
    {
        model.Entity<PaySource>(source =>
        {
            source.ToTable("pay_source").SnakeCase();
            source.HasIndex(s => s.LineId).IsUnique();
            source.HasIndex(s => s.AccountId);
            source.HasOne<PayAccount>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<PayUse>(use =>
        {
            use.ToTable("pay_use").SnakeCase();
            use.HasKey(u => new { u.ItemId, u.SourceId });
            use.HasIndex(u => u.SourceId);
            use.HasOne<PayItem>().WithMany().HasForeignKey(u => u.ItemId).OnDelete(DeleteBehavior.Restrict);
            use.HasOne<PaySource>().WithMany().HasForeignKey(u => u.SourceId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void Differences(ModelBuilder model)
    {
        model.Entity<PayBalance>(balance =>
        {
            balance.ToTable("pay_balance").SnakeCase();
            balance.HasIndex(b => new { b.OwnerId, b.Kind, b.Subject, b.Day }).IsUnique();
        });
        model.Entity<PayDifference>(difference =>
        {
            difference.ToTable("pay_difference").SnakeCase();
            difference.HasIndex(d => new { d.OwnerId, d.Kind, d.SubjectId, d.Day }).IsUnique();
            difference.HasIndex(d => new { d.OwnerId, d.State, d.Day });
            difference.HasIndex(d => d.SubjectId);
        });
    }
}
