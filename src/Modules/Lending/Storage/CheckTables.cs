using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Storage;

/// <summary>Checks after the loan; visits kept as contacts become checks, those with a promise to pay stay contacts as well. A breach says what it is about, so that a line may have several of a kind.</summary>
[DbContext(typeof(ZhirongContext))]
[Migration("20261129_2030_visits_checks")]
internal sealed class CheckTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "len_loan_check",
            table => new
            {
                loan_id = table.Column<string>(),
                n = table.Column<int>(),
                kind = table.Column<string>(),
                state = table.Column<string>(),
                due_on = table.Column<string>(),
                assigned = table.Column<string>(),
                causes = table.Column<string>(),
                anchor = table.Column<string>(nullable: true),
                basis = table.Column<string>(),
                done_on = table.Column<string>(nullable: true),
                way = table.Column<string>(),
                place = table.Column<string>(),
                met = table.Column<string>(),
                findings = table.Column<string>(),
                papers = table.Column<string>(),
                result = table.Column<string>(),
                conclusion = table.Column<string>(),
                plan = table.Column<string>(),
                corrects = table.Column<int>(nullable: true),
                breach_id = table.Column<string>(nullable: true),
                at = table.Column<long>(),
                by = table.Column<string>(),
                done_at = table.Column<long>(nullable: true),
                done_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_loan_check", row => new { row.loan_id, row.n }));
        migrationBuilder.CreateIndex("IX_len_loan_check_state_due_on", "len_loan_check", ["state", "due_on"]);
        migrationBuilder.CreateIndex("IX_len_loan_check_planned", "len_loan_check", ["loan_id", "kind"], unique: true, filter: "state = 'planned'");
        migrationBuilder.CreateIndex("IX_len_loan_check_corrects", "len_loan_check", ["loan_id", "corrects"], unique: true, filter: "corrects IS NOT NULL");
        var postgres = migrationBuilder.ActiveProvider == "Npgsql.EntityFrameworkCore.PostgreSQL";
        if (postgres)
        {
            // The owner reads every row while it moves them.
            migrationBuilder.Sql("ALTER TABLE len_loan_contact NO FORCE ROW LEVEL SECURITY");
        }

        migrationBuilder.Sql(
            """
            INSERT INTO len_loan_check (loan_id, n, kind, state, due_on, assigned, causes, anchor, basis, done_on, way, place, met, findings, papers, result, conclusion, plan, corrects, breach_id, at, "by", done_at, done_by)
            SELECT loan_id, row_number() OVER (PARTITION BY loan_id ORDER BY n), 'routine', 'done', on_day, "by", '[]', NULL, '', on_day, 'onsite', '', person, '[]', '[]', 'watch', said, '', NULL, NULL, at, "by", at, "by" FROM len_loan_contact WHERE channel = 'visit'
            """);
        migrationBuilder.Sql("DELETE FROM len_loan_contact WHERE channel = 'visit' AND promised_on IS NULL AND promised_fen = 0");
        migrationBuilder.AddColumn<string>("about", "len_breach", nullable: false, defaultValue: "");
        if (postgres)
        {
            migrationBuilder.Sql("ALTER TABLE len_loan_contact FORCE ROW LEVEL SECURITY");
            migrationBuilder.Sql("ALTER TABLE len_breach ALTER COLUMN about DROP DEFAULT");
        }

        migrationBuilder.DropIndex("IX_len_breach_live", "len_breach");
        migrationBuilder.CreateIndex("IX_len_breach_live", "len_breach", ["facility_id", "kind", "about"], unique: true, filter: "open = 1");
    }
}
