using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;

namespace Zhirong.Modules.Lending.Storage;

/// <summary>承诺指标: what a borrower promised when he applied, as it was frozen; carried by the first loan drawn under the line. Figures are ten-thousandths of the unit.</summary>
internal sealed class LoanPromise
{
    public required Guid LoanId { get; init; }

    public required int N { get; init; }

    /// <summary>The loan's line: it carries an indicator once.</summary>
    public required Guid FacilityId { get; init; }

    /// <summary>Id in the list.</summary>
    public required string Indicator { get; init; }

    public required string Zh { get; init; }

    public required string En { get; init; }

    /// <summary><c>yuan</c>, <c>percent</c>, <c>count</c>.</summary>
    public required string Unit { get; init; }

    /// <summary><c>at_least</c>, <c>at_most</c>.</summary>
    public required string Direction { get; init; }

    public required long Target { get; init; }

    /// <summary>Null where the register did not hold it.</summary>
    public long? Baseline { get; init; }

    public required string BaselineSource { get; init; }

    public DateOnly? BaselineOn { get; init; }

    public required DateOnly PromisedOn { get; init; }

    /// <summary>The day it runs out.</summary>
    public required DateOnly ByDay { get; init; }

    /// <summary>The day by which it is to be measured.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary><c>none</c>, <c>task</c>, <c>rate_step</c>.</summary>
    public required string Missed { get; init; }

    public required int MissedDays { get; init; }

    /// <summary>Basis points.</summary>
    public required int MissedPoints { get; init; }

    /// <summary>Id and version of the list.</summary>
    public required string List { get; init; }

    /// <summary><c>open</c>, <c>kept</c>, <c>missed</c>, <c>withdrawn</c>.</summary>
    public required string State { get; set; }

    public required long At { get; init; }

    public required string By { get; init; }
}

/// <summary>A measurement of a promise; never changed, a further one may correct it.</summary>
internal sealed class PromiseMeasure
{
    public required Guid LoanId { get; init; }

    public required int PromiseN { get; init; }

    public required int N { get; init; }

    /// <summary>In ten-thousandths of the unit.</summary>
    public required long Figure { get; init; }

    public required string Source { get; init; }

    /// <summary>The day the figure is of.</summary>
    public required DateOnly OnDay { get; init; }

    /// <summary>Name of the file.</summary>
    public required string File { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>1 where the promise is kept by it.</summary>
    public required int Kept { get; init; }

    /// <summary>Why it was missed.</summary>
    public required string Reason { get; init; }

    /// <summary>The measurement this one corrects.</summary>
    public int? Corrects { get; init; }

    /// <summary>What is to be put right.</summary>
    public Guid? BreachId { get; set; }

    public required long At { get; init; }

    public required string By { get; init; }
}

/// <summary>The tables of promises.</summary>
internal static class PromiseModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<LoanPromise>(promise =>
        {
            promise.ToTable("len_loan_promise").SnakeCase();
            promise.HasKey(p => new { p.LoanId, p.N });
            promise.HasIndex(p => new { p.State, p.DueOn });
            promise.HasIndex(p => new { p.FacilityId, p.Indicator }, "IX_len_loan_promise_live").IsUnique().HasFilter("state <> 'withdrawn'");
            promise.ReachedThrough<LoanPromise, Loan>("loan_id");
        });
        model.Entity<PromiseMeasure>(measure =>
        {
            measure.ToTable("len_promise_measure").SnakeCase();
            measure.HasKey(m => new { m.LoanId, m.PromiseN, m.N });
            measure.HasIndex(m => new { m.LoanId, m.PromiseN, m.Corrects }, "IX_len_promise_measure_corrects").IsUnique().HasFilter("corrects IS NOT NULL");
            measure.ReachedThrough<PromiseMeasure, Loan>("loan_id");
        });
    }

    public static IEnumerable<StoreCheck> Verify(Session session)
    {
        yield return StoreCheck.Of(
            session,
            "lending.promises",
            new("承诺编号连续，额度与贷款一致；状态与最新一次测量相符，兑现与否与目标相符", "Promises are numbered without a gap under their loan's line; the state is what the newest measurement says, and kept or missed is what target and figure say"),
            "SELECT count(*) FROM len_loan_promise",
            """
            SELECT cast(loan_id AS text) FROM len_loan_promise GROUP BY loan_id HAVING max(n) <> count(*)
            UNION SELECT cast(p.loan_id AS text) || ' ' || p.n FROM len_loan_promise p JOIN len_loan l ON l.id = p.loan_id WHERE l.facility_id <> p.facility_id
            UNION SELECT cast(p.loan_id AS text) || ' ' || p.n FROM len_loan_promise p LEFT JOIN
            (SELECT m.loan_id, m.promise_n, m.kept FROM len_promise_measure m WHERE NOT EXISTS (SELECT 1 FROM len_promise_measure c WHERE c.loan_id = m.loan_id AND c.promise_n = m.promise_n AND c.corrects = m.n)) s ON s.loan_id = p.loan_id AND s.promise_n = p.n
            WHERE p.state <> 'withdrawn' AND p.state <> CASE WHEN s.kept IS NULL THEN 'open' WHEN s.kept = 1 THEN 'kept' ELSE 'missed' END
            UNION SELECT cast(m.loan_id AS text) || ' ' || m.promise_n || ' ' || m.n FROM len_promise_measure m LEFT JOIN len_loan_promise p ON p.loan_id = m.loan_id AND p.n = m.promise_n
            WHERE p.n IS NULL OR m.kept <> CASE WHEN (p.direction = 'at_most' AND m.figure <= p.target) OR (p.direction <> 'at_most' AND m.figure >= p.target) THEN 1 ELSE 0 END OR (m.kept = 0 AND m.reason = '')
            ORDER BY 1
            """);
        yield return StoreCheck.Of(
            session,
            "lending.promises.measures",
            new("测量编号连续，其后各次逐一更正前一次；所提整改在同一额度的违约事项中", "Measurements are numbered without a gap, each further one corrects the one before, and what is to be put right stands among the breaches of the line"),
            "SELECT count(*) FROM len_promise_measure",
            """
            SELECT cast(loan_id AS text) || ' ' || promise_n FROM len_promise_measure GROUP BY loan_id, promise_n HAVING max(n) <> count(*)
            UNION SELECT cast(loan_id AS text) || ' ' || promise_n || ' ' || n FROM len_promise_measure WHERE coalesce(corrects, 0) <> n - 1
            UNION SELECT cast(m.loan_id AS text) || ' ' || m.promise_n || ' ' || m.n FROM len_promise_measure m JOIN len_loan l ON l.id = m.loan_id LEFT JOIN len_breach b ON b.id = m.breach_id WHERE m.breach_id IS NOT NULL AND (b.id IS NULL OR b.facility_id <> l.facility_id)
            ORDER BY 1
            """);
    }
}

[DbContext(typeof(ZhirongContext))]
[Migration("20261129_2200_indicators_promises")]
internal sealed class PromiseTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "len_loan_promise",
            table => new
            {
                loan_id = table.Column<string>(),
                n = table.Column<int>(),
                facility_id = table.Column<string>(),
                indicator = table.Column<string>(),
                zh = table.Column<string>(),
                en = table.Column<string>(),
                unit = table.Column<string>(),
                direction = table.Column<string>(),
                target = table.Column<long>(),
                baseline = table.Column<long>(nullable: true),
                baseline_source = table.Column<string>(),
                baseline_on = table.Column<string>(nullable: true),
                promised_on = table.Column<string>(),
                by_day = table.Column<string>(),
                due_on = table.Column<string>(),
                missed = table.Column<string>(),
                missed_days = table.Column<int>(),
                missed_points = table.Column<int>(),
                list = table.Column<string>(),
                state = table.Column<string>(),
                at = table.Column<long>(),
                by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_loan_promise", row => new { row.loan_id, row.n }));
        migrationBuilder.CreateIndex("IX_len_loan_promise_state_due_on", "len_loan_promise", ["state", "due_on"]);
        migrationBuilder.CreateIndex("IX_len_loan_promise_live", "len_loan_promise", ["facility_id", "indicator"], unique: true, filter: "state <> 'withdrawn'");
        migrationBuilder.CreateTable(
            "len_promise_measure",
            table => new
            {
                loan_id = table.Column<string>(),
                promise_n = table.Column<int>(),
                n = table.Column<int>(),
                figure = table.Column<long>(),
                source = table.Column<string>(),
                on_day = table.Column<string>(),
                file = table.Column<string>(),
                sha256 = table.Column<string>(),
                kept = table.Column<int>(),
                reason = table.Column<string>(),
                corrects = table.Column<int>(nullable: true),
                breach_id = table.Column<string>(nullable: true),
                at = table.Column<long>(),
                by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_promise_measure", row => new { row.loan_id, row.promise_n, row.n }));
        migrationBuilder.CreateIndex("IX_len_promise_measure_corrects", "len_promise_measure", ["loan_id", "promise_n", "corrects"], unique: true, filter: "corrects IS NOT NULL");
    }
}
