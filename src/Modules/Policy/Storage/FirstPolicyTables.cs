using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Policy.Storage;

[DbContext(typeof(ZhirongContext))]
[Migration("20261129_0040_policy")]
internal sealed class FirstPolicyTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Schemes(migrationBuilder);
        Budgets(migrationBuilder);
        Applications(migrationBuilder);
        CapUses(migrationBuilder);
        Funds(migrationBuilder);
        Filings(migrationBuilder);
        Claims(migrationBuilder);
        Tasks(migrationBuilder);
    }

    private static void Schemes(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "pol_scheme",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                kind = table.Column<string>(),
                code = table.Column<string>(),
                changed_at = table.Column<long>(),
                changed_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_pol_scheme", row => row.id));
        migrations.CreateIndex("IX_pol_scheme_owner_id", "pol_scheme", "owner_id");
        migrations.CreateIndex("IX_pol_scheme_owner_id_kind_code", "pol_scheme", ["owner_id", "kind", "code"], unique: true);
        migrations.CreateTable(
            "pol_scheme_text",
            table => new
            {
                scheme_id = table.Column<string>(),
                number = table.Column<int>(),
                name = table.Column<string>(),
                text = table.Column<string>(),
                hash = table.Column<string>(),
                parent = table.Column<int>(),
                reason = table.Column<string>(),
                saved_at = table.Column<long>(),
                saved_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_pol_scheme_text", row => new { row.scheme_id, row.number }));
        migrations.CreateIndex("IX_pol_scheme_text_scheme_id_name", "pol_scheme_text", ["scheme_id", "name"], unique: true);
    }

    private static void Budgets(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "pol_budget",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                scheme = table.Column<string>(),
                year = table.Column<int>(),
                limit_fen = table.Column<long>(),
                approved_fen = table.Column<long>(),
                paid_fen = table.Column<long>(),
                closes_on = table.Column<string>(nullable: true),
                state = table.Column<string>(),
                changed_at = table.Column<long>(),
                changed_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_pol_budget", row => row.id));
        migrations.CreateIndex("IX_pol_budget_owner_id", "pol_budget", "owner_id");
        migrations.CreateIndex("IX_pol_budget_owner_id_scheme_year", "pol_budget", ["owner_id", "scheme", "year"], unique: true);
    }

    private static void Applications(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "pol_application",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                scheme = table.Column<string>(),
                scheme_number = table.Column<int>(),
                year = table.Column<int>(),
                firm_id = table.Column<string>(nullable: true),
                firm_code = table.Column<string>(),
                firm_name = table.Column<string>(),
                subject_kind = table.Column<string>(),
                subject_id = table.Column<string>(),
                state = table.Column<string>(),
                facts = table.Column<string>(),
                input_hash = table.Column<string>(),
                result_zh = table.Column<string>(),
                result_en = table.Column<string>(),
                asked_fen = table.Column<long>(nullable: true),
                approved_fen = table.Column<long>(nullable: true),
                approved_no = table.Column<int>(nullable: true),
                scaled_fen = table.Column<long>(nullable: true),
                paid_fen = table.Column<long>(),
                clawed_fen = table.Column<long>(),
                filed_on = table.Column<string>(nullable: true),
                public_until = table.Column<string>(nullable: true),
                changed_at = table.Column<long>(),
                changed_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_pol_application", row => row.id));
        migrations.CreateIndex("IX_pol_application_owner_id_changed_at", "pol_application", ["owner_id", "changed_at"]);
        migrations.CreateIndex("IX_pol_application_owner_id_scheme_year", "pol_application", ["owner_id", "scheme", "year"]);
        migrations.CreateTable(
            "pol_application_step",
            table => new
            {
                application_id = table.Column<string>(),
                n = table.Column<int>(),
                state = table.Column<string>(),
                fen = table.Column<long>(nullable: true),
                note = table.Column<string>(),
                day = table.Column<string>(),
                at = table.Column<long>(),
                by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_pol_application_step", row => new { row.application_id, row.n }));
    }

    private static void CapUses(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "pol_cap_use",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                application_id = table.Column<string>(),
                scheme = table.Column<string>(),
                cap = table.Column<string>(),
                scope = table.Column<string>(),
                subject = table.Column<string>(),
                year = table.Column<int>(),
                fen = table.Column<long>(),
                at = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_pol_cap_use", row => row.id));
        migrations.CreateIndex("IX_pol_cap_use_owner_id_scheme_cap_subject_year", "pol_cap_use", ["owner_id", "scheme", "cap", "subject", "year"]);
        migrations.CreateIndex("IX_pol_cap_use_application_id_cap", "pol_cap_use", ["application_id", "cap"], unique: true);
    }

    private static void Funds(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "pol_fund",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                code = table.Column<string>(),
                name = table.Column<string>(),
                scheme = table.Column<string>(),
                scheme_number = table.Column<int>(),
                party = table.Column<string>(),
                size_fen = table.Column<long>(),
                book_id = table.Column<string>(),
                state = table.Column<string>(),
                because = table.Column<string>(),
                changed_at = table.Column<long>(),
                changed_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_pol_fund", row => row.id));
        migrations.CreateIndex("IX_pol_fund_owner_id", "pol_fund", "owner_id");
        migrations.CreateIndex("IX_pol_fund_owner_id_code", "pol_fund", ["owner_id", "code"], unique: true);
    }

    private static void Filings(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "pol_filing",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                fund_id = table.Column<string>(),
                subject_kind = table.Column<string>(),
                subject_id = table.Column<string>(),
                firm_code = table.Column<string>(),
                firm_name = table.Column<string>(),
                bank_name = table.Column<string>(),
                principal_fen = table.Column<long>(),
                filed_on = table.Column<string>(),
                ends_on = table.Column<string>(),
                state = table.Column<string>(),
                changed_at = table.Column<long>(),
                changed_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_pol_filing", row => row.id));
        migrations.CreateIndex("IX_pol_filing_owner_id", "pol_filing", "owner_id");
        migrations.CreateIndex("IX_pol_filing_fund_id_subject_kind_subject_id", "pol_filing", ["fund_id", "subject_kind", "subject_id"], unique: true);
    }

    private static void Claims(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "pol_claim",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                fund_id = table.Column<string>(),
                filing_id = table.Column<string>(),
                state = table.Column<string>(),
                facts = table.Column<string>(),
                input_hash = table.Column<string>(),
                result_zh = table.Column<string>(),
                result_en = table.Column<string>(),
                loss_fen = table.Column<long>(nullable: true),
                fund_fen = table.Column<long>(nullable: true),
                returned_fen = table.Column<long>(),
                filed_on = table.Column<string>(),
                due_on = table.Column<string>(nullable: true),
                changed_at = table.Column<long>(),
                changed_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_pol_claim", row => row.id));
        migrations.CreateIndex("IX_pol_claim_owner_id_changed_at", "pol_claim", ["owner_id", "changed_at"]);
        migrations.CreateIndex("IX_pol_claim_fund_id", "pol_claim", "fund_id");
        migrations.CreateTable(
            "pol_claim_step",
            table => new
            {
                claim_id = table.Column<string>(),
                n = table.Column<int>(),
                state = table.Column<string>(),
                fen = table.Column<long>(nullable: true),
                note = table.Column<string>(),
                day = table.Column<string>(),
                at = table.Column<long>(),
                by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_pol_claim_step", row => new { row.claim_id, row.n }));
    }

    private static void Tasks(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "pol_task",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                title = table.Column<string>(),
                due_on = table.Column<string>(),
                subject_kind = table.Column<string>(),
                subject_id = table.Column<string>(),
                state = table.Column<string>(),
                note = table.Column<string>(),
                changed_at = table.Column<long>(),
                changed_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_pol_task", row => row.id));
        migrations.CreateIndex("IX_pol_task_owner_id_due_on", "pol_task", ["owner_id", "due_on"]);
    }
}
