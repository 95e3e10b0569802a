using Microsoft.EntityFrameworkCore;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;

namespace Zhirong.Modules.Ledger.Storage;

/// <summary>The room's tables: books, accounts, entries with their lines, day sums, holds, planned entries and their matches.</summary>
internal sealed class LedgerTables : IRoomModel
{
    public string Prefix => "ldg_";

    public IReadOnlyList<Type> Migrations => [typeof(FirstLedgerTables), typeof(HoldsPostedOnce)];

    public void Configure(ModelBuilder model)
    {
        model.Entity<Book>(book =>
        {
            book.ToTable("ldg_book").SnakeCase();
            book.HasIndex(b => new { b.OwnerId, b.Code }).IsUnique();
        });
        model.Entity<Account>(account =>
        {
            account.ToTable("ldg_account").SnakeCase();
            account.HasKey(a => a.No);
            account.Property(a => a.No).ValueGeneratedNever();
            account.HasIndex(a => a.Id).IsUnique();
            account.HasIndex(a => new { a.BookId, a.Code }).IsUnique();
            account.ReachedThrough<Account, Book>("book_id");
            account.HasOne<Book>().WithMany().HasForeignKey(a => a.BookId).OnDelete(DeleteBehavior.Restrict);
        });
        Entries(model);
        Holds(model);
        Plans(model);
    }

    public IEnumerable<StoreCheck> Verify(Session session) => LedgerCare.Verify(session);

    private static void Entries(ModelBuilder model)
    {
        model.Entity<Entry>(entry =>
        {
            entry.ToTable("ldg_entry").SnakeCase();
            entry.ForEveryViewer();
            entry.HasKey(e => e.Seq);
            entry.Property(e => e.Seq).ValueGeneratedNever();
            entry.HasIndex(e => e.Id).IsUnique();
            entry.HasIndex(e => new { e.BookId, e.Seq });
            entry.HasIndex(e => e.RecordedAt);
            entry.HasIndex(e => e.Reverses).IsUnique().HasFilter("reverses IS NOT NULL");
            entry.HasIndex(e => e.Hold).IsUnique().HasFilter("hold IS NOT NULL");
            entry.HasIndex(e => new { e.SubjectKind, e.SubjectId }).HasFilter("subject_id IS NOT NULL");
            entry.HasOne<Book>().WithMany().HasForeignKey(e => e.BookId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Line>(line =>
        {
            line.ToTable("ldg_line").SnakeCase();
            line.ForEveryViewer();
            line.Property(l => l.Id).ValueGeneratedNever();
        });
        model.Entity<Mark>(mark =>
        {
            mark.ToTable("ldg_mark").SnakeCase();
            mark.ForEveryViewer();
            mark.Property(m => m.Id).ValueGeneratedNever();
        });
        model.Entity<Day>(day =>
        {
            day.ToTable("ldg_day").SnakeCase();
            day.ForEveryViewer();
            day.Property(d => d.Id).ValueGeneratedNever();
        });
    }

    private static void Holds(ModelBuilder model) => model.Entity<Hold>(hold =>
    {
        hold.ToTable("ldg_hold").SnakeCase();
        hold.HasIndex(h => new { h.BookId, h.State, h.Expires });
        hold.ReachedThrough<Hold, Book>("book_id");
        hold.HasOne<Book>().WithMany().HasForeignKey(h => h.BookId).OnDelete(DeleteBehavior.Restrict);
    });

    private static void Plans(ModelBuilder model)
    {
        model.Entity<Planned>(planned =>
        {
            planned.ToTable("ldg_planned").SnakeCase();
            planned.HasIndex(p => new { p.BookId, p.Due });
            planned.HasIndex(p => p.SetId);
            planned.HasIndex(p => new { p.BookId, p.Series });
            planned.ReachedThrough<Planned, Book>("book_id");
            planned.HasOne<Book>().WithMany().HasForeignKey(p => p.BookId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Match>(match =>
        {
            match.ToTable("ldg_match").SnakeCase();
            match.HasKey(m => new { m.PlannedId, m.EntryId });
            match.HasIndex(m => m.EntryId);
            match.ReachedThrough<Match, Planned>("planned_id");
            match.HasOne<Planned>().WithMany().HasForeignKey(m => m.PlannedId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
