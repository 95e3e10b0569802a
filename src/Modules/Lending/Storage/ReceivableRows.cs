using Microsoft.EntityFrameworkCore;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;

namespace Zhirong.Modules.Lending.Storage;

/// <summary>许可收益应收账款: what a licensee owes under a licence contract that is pledged, and where it is to be paid.</summary>
internal sealed class Receivable : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    public required Guid PledgeId { get; init; }

    /// <summary>The licence income as the pledge holds it.</summary>
    public required Guid RightId { get; init; }

    /// <summary>Number of the licence contract; an organisation uses it once.</summary>
    public required string ContractNo { get; init; }

    public required string Title { get; init; }

    public required string Licensor { get; init; }

    /// <summary>The licensee, who owes.</summary>
    public required string Debtor { get; init; }

    /// <summary>The controlled account the debtor pays into.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The book that account is kept in; null where it is kept in none.</summary>
    public Guid? BookId { get; init; }

    /// <summary>Where what came in stands in that book; empty without one.</summary>
    public required string Counter { get; init; }

    /// <summary><c>entered</c>, <c>notified</c>, <c>confirmed</c>.</summary>
    public required string State { get; set; }

    public required long ChangedAt { get; set; }

    public required string ChangedBy { get; set; }
}

/// <summary>What is due on a day under the licence contract.</summary>
internal sealed class ReceivableDue
{
    public required Guid ReceivableId { get; init; }

    public required int N { get; init; }

    public required DateOnly DueOn { get; init; }

    public required long Fen { get; init; }

    /// <summary>What Payments expects for it.</summary>
    public required Guid ReceiptId { get; init; }

    /// <summary><c>expected</c>, <c>received</c>, <c>disputed</c> (the statement's line was taken back after some was used).</summary>
    public required string State { get; set; }

    public DateOnly? ReceivedOn { get; set; }

    /// <summary>Applied to loans or released; never more than the amount.</summary>
    public required long UsedFen { get; set; }
}

/// <summary>通知与确权: a paper about the receivable; never changed.</summary>
internal sealed class ReceivablePaper
{
    public required Guid ReceivableId { get; init; }

    public required int N { get; init; }

    /// <summary><c>notice</c>, <c>confirmation</c>.</summary>
    public required string Kind { get; init; }

    public required DateOnly OnDay { get; init; }

    public required string Document { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>Who received or signed it for the debtor.</summary>
    public required string Person { get; init; }

    /// <summary>What the debtor confirms to owe; null for a notice.</summary>
    public long? Fen { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }
}

/// <summary>What was done with money that came in.</summary>
internal sealed class ReceivableUse
{
    public required Guid ReceivableId { get; init; }

    public required int N { get; init; }

    public required int DueN { get; init; }

    /// <summary><c>applied</c> to a loan, <c>released</c> to the borrower.</summary>
    public required string Kind { get; init; }

    public required long Fen { get; init; }

    public Guid? LoanId { get; init; }

    /// <summary>The event of the loan or the batch of payments.</summary>
    public required string Reference { get; init; }

    public Guid? ItemId { get; init; }

    /// <summary><c>done</c>, <c>ordered</c>, <c>paid</c>, <c>returned</c> (not paid: it is held again).</summary>
    public required string State { get; set; }

    public required DateOnly OnDay { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }
}

/// <summary>Tables of pledged receivables.</summary>
internal static class ReceivableModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Receivable>(receivable =>
        {
            receivable.ToTable("len_receivable").SnakeCase();
            receivable.HasIndex(r => new { r.OwnerId, r.ContractNo }).IsUnique();
            receivable.HasIndex(r => new { r.PledgeId, r.RightId });
        });
        model.Entity<ReceivableDue>(due =>
        {
            due.ToTable("len_receivable_due").SnakeCase();
            due.HasKey(d => new { d.ReceivableId, d.N });
            due.HasIndex(d => d.ReceiptId).IsUnique();
            due.HasIndex(d => new { d.State, d.DueOn });
            due.ReachedThrough<ReceivableDue, Receivable>("receivable_id");
        });
        model.Entity<ReceivablePaper>(paper =>
        {
            paper.ToTable("len_receivable_paper").SnakeCase();
            paper.HasKey(p => new { p.ReceivableId, p.N });
            paper.ReachedThrough<ReceivablePaper, Receivable>("receivable_id");
        });
        model.Entity<ReceivableUse>(use =>
        {
            use.ToTable("len_receivable_use").SnakeCase();
            use.HasKey(u => new { u.ReceivableId, u.N });
            use.HasIndex(u => u.ItemId);
            use.ReachedThrough<ReceivableUse, Receivable>("receivable_id");
        });
    }

    /// <summary>Every fen that came in is held, applied or released, and what is applied is an event of its loan.</summary>
    public static IEnumerable<StoreCheck> Verify(Session session)
    {
        yield return StoreCheck.Of(
            session,
            "lending.receivables",
            new("应收账款到账金额等于已还贷、已释放与仍保留之和，还贷部分各有一笔贷款还款事项", "What came in of receivables is applied, released or held to the fen, and what is applied is an event of its loan"),
            "SELECT count(*) FROM len_receivable_due",
            """
            SELECT cast(d.receivable_id AS text) || ' ' || d.n FROM len_receivable_due d LEFT JOIN (SELECT receivable_id, due_n, sum(fen) AS fen FROM len_receivable_use WHERE state <> 'returned' GROUP BY receivable_id, due_n) u ON u.receivable_id = d.receivable_id AND u.due_n = d.n
            WHERE d.used_fen <> coalesce(u.fen, 0) OR d.used_fen > d.fen OR (d.state = 'expected' AND d.used_fen <> 0)
            UNION SELECT cast(u.receivable_id AS text) || ' ' || u.due_n FROM len_receivable_use u LEFT JOIN len_loan_event e ON e.loan_id = u.loan_id AND e.reference = u.reference AND e.undone_on IS NULL
            WHERE u.kind = 'applied' AND (e.n IS NULL OR e.fen <> u.fen) ORDER BY 1
            """);
    }
}
