using Microsoft.EntityFrameworkCore;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;

namespace Zhirong.Modules.Lending.Storage;

/// <summary>贷后检查: a look at a borrower after the payout, planned for a day and then done; what is done is never changed, another check may correct it.</summary>
internal sealed class LoanCheck
{
    public required Guid LoanId { get; init; }

    public required int N { get; init; }

    /// <summary><c>first</c>, <c>routine</c>, <c>special</c>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>planned</c>, <c>done</c>, <c>withdrawn</c>.</summary>
    public required string State { get; set; }

    /// <summary>Of a correction the day of what it corrects.</summary>
    public required DateOnly DueOn { get; set; }

    /// <summary>Who has to do it.</summary>
    public required string Assigned { get; set; }

    /// <summary>Why a special check is asked for, as JSON: <c>[{key, zh, en}]</c>.</summary>
    public required string Causes { get; set; }

    /// <summary>The day a first or routine check is counted from; null of others.</summary>
    public DateOnly? Anchor { get; set; }

    /// <summary>What its day follows from; empty where somebody set it.</summary>
    public required string Basis { get; set; }

    /// <summary>The day it was done.</summary>
    public DateOnly? DoneOn { get; set; }

    /// <summary><c>onsite</c>, <c>offsite</c>; empty before it is done.</summary>
    public required string Way { get; set; }

    public required string Place { get; set; }

    /// <summary>Who was met.</summary>
    public required string Met { get; set; }

    /// <summary>The points of the plan as they were then and what was found, as JSON: <c>[{item, zh, en, result, note}]</c>.</summary>
    public required string Findings { get; set; }

    /// <summary>Files kept, as JSON: <c>[{name, sha256}]</c>.</summary>
    public required string Papers { get; set; }

    /// <summary><c>sound</c>, <c>watch</c>, <c>action</c>; empty before it is done.</summary>
    public required string Result { get; set; }

    public required string Conclusion { get; set; }

    /// <summary>Id and version of the plan its points are of.</summary>
    public required string Plan { get; set; }

    /// <summary>The check this one corrects; null where it corrects none.</summary>
    public int? Corrects { get; set; }

    /// <summary>What it asks to be put right.</summary>
    public Guid? BreachId { get; set; }

    public required long At { get; init; }

    public required string By { get; init; }

    public long? DoneAt { get; set; }

    public required string DoneBy { get; set; }
}

/// <summary>The table of checks after the loan.</summary>
internal static class CheckModel
{
    public static void Configure(ModelBuilder model) => model.Entity<LoanCheck>(check =>
    {
        check.ToTable("len_loan_check").SnakeCase();
        check.HasKey(c => new { c.LoanId, c.N });
        check.HasIndex(c => new { c.State, c.DueOn });
        check.HasIndex(c => new { c.LoanId, c.Kind }, "IX_len_loan_check_planned").IsUnique().HasFilter("state = 'planned'");
        check.HasIndex(c => new { c.LoanId, c.Corrects }, "IX_len_loan_check_corrects").IsUnique().HasFilter("corrects IS NOT NULL");
        check.ReachedThrough<LoanCheck, Loan>("loan_id");
    });

    public static IEnumerable<StoreCheck> Verify(Session session)
    {
        yield return StoreCheck.Of(
            session,
            "lending.checks",
            new("贷后检查编号连续；已完成的有日期、结论与要点，更正的是同一笔贷款已完成的检查", "Checks of a loan are numbered without a gap; what is done has day, conclusion and findings, and a correction names a check of its loan that is done"),
            "SELECT count(*) FROM len_loan_check",
            """
            SELECT cast(loan_id AS text) FROM len_loan_check GROUP BY loan_id HAVING max(n) <> count(*)
            UNION SELECT cast(loan_id AS text) || ' ' || n FROM len_loan_check WHERE (state = 'done') <> (done_on IS NOT NULL AND conclusion <> '' AND result <> '' AND way <> '' AND done_by <> '') OR (state <> 'done' AND (breach_id IS NOT NULL OR corrects IS NOT NULL))
            UNION SELECT cast(c.loan_id AS text) || ' ' || c.n FROM len_loan_check c LEFT JOIN len_loan_check o ON o.loan_id = c.loan_id AND o.n = c.corrects WHERE c.corrects IS NOT NULL AND (o.n IS NULL OR o.state <> 'done' OR o.kind <> c.kind OR o.n >= c.n)
            ORDER BY 1
            """);
        yield return StoreCheck.Of(
            session,
            "lending.checks.breaches",
            new("检查提出的整改都在违约事项中", "What checks ask to be put right stands among the breaches"),
            "SELECT count(*) FROM len_loan_check WHERE breach_id IS NOT NULL",
            "SELECT cast(c.loan_id AS text) || ' ' || c.n FROM len_loan_check c JOIN len_loan l ON l.id = c.loan_id LEFT JOIN len_breach b ON b.id = c.breach_id WHERE c.breach_id IS NOT NULL AND (b.id IS NULL OR b.facility_id <> l.facility_id) ORDER BY 1");
    }
}
