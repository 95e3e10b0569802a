using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Payments.Storage;

[DbContext(typeof(ZhirongContext))]
[Migration("20261128_0510_payment_accounts")]
internal sealed class FirstAccountTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Statement(migrationBuilder);
        Line(migrationBuilder);
        Receipt(migrationBuilder);
        Source(migrationBuilder);
        Use(migrationBuilder);
        Balance(migrationBuilder);
        Difference(migrationBuilder);
    }

    private static void Statement(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "pay_statement",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                account_id = table.Column<string>(),
                file_id = table.Column<string>(),
                bank_id = table.Column<string>(),
                from_day = table.Column<string>(nullable: true),
                to_day = table.Column<string>(nullable: true),
                opening_fen = table.Column<long>(nullable: true),
                closing_fen = table.Column<long>(nullable: true),
                lines = table.Column<int>(),
                trusted = table.Column<int>(),
                faults = table.Column<string>(),
                at = table.Column<long>(),
                by = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_pay_statement", row => row.id);
                table.ForeignKey("FK_pay_statement_pay_account_account_id", row => row.account_id, "pay_account", "id", onDelete: ReferentialAction.Restrict);
            });
        migrations.CreateIndex("IX_pay_statement_owner_id", "pay_statement", "owner_id");
        migrations.CreateIndex("IX_pay_statement_account_id_to_day", "pay_statement", ["account_id", "to_day"]);
    }

    private static void Line(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "pay_line",
            table => new
            {
                id = table.Column<string>(),
                statement_id = table.Column<string>(),
                account_id = table.Column<string>(),
                n = table.Column<int>(),
                day = table.Column<string>(),
                value_day = table.Column<string>(nullable: true),
                fen = table.Column<long>(),
                reversal = table.Column<int>(),
                name = table.Column<string>(nullable: true),
                counterparty = table.Column<string>(nullable: true),
                reference = table.Column<string>(nullable: true),
                end_to_end_id = table.Column<string>(nullable: true),
                loan_no = table.Column<string>(nullable: true),
                text = table.Column<string>(),
                after_fen = table.Column<long>(nullable: true),
                print = table.Column<string>(),
                state = table.Column<string>(),
                match_kind = table.Column<string>(nullable: true),
                match_id = table.Column<string>(nullable: true),
                match_key = table.Column<string>(nullable: true),
                settling = table.Column<int>(),
                note = table.Column<string>(),
                decided_by = table.Column<string>(nullable: true),
                decided_at = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_pay_line", row => row.id);
                table.ForeignKey("FK_pay_line_pay_statement_statement_id", row => row.statement_id, "pay_statement", "id", onDelete: ReferentialAction.Restrict);
            });
        migrations.CreateIndex("IX_pay_line_statement_id_n", "pay_line", ["statement_id", "n"], unique: true);
        migrations.CreateIndex("IX_pay_line_account_id_state_day", "pay_line", ["account_id", "state", "day"]);
        migrations.CreateIndex("IX_pay_line_account_id_print", "pay_line", ["account_id", "print"]);
        migrations.CreateIndex("IX_pay_line_match_id_match_kind", "pay_line", ["match_id", "match_kind"], unique: true, filter: "match_id IS NOT NULL");
    }

    private static void Receipt(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "pay_receipt",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                account_id = table.Column<string>(),
                due = table.Column<string>(),
                payer_name = table.Column<string>(),
                payer_account = table.Column<string>(nullable: true),
                fen = table.Column<long>(),
                loan_no = table.Column<string>(nullable: true),
                purpose = table.Column<string>(),
                counter_account = table.Column<string>(nullable: true),
                state = table.Column<string>(),
                received_on = table.Column<string>(nullable: true),
                entry_id = table.Column<string>(nullable: true),
                unposted = table.Column<int>(),
                unposted_why = table.Column<string>(nullable: true),
                at = table.Column<long>(),
                by = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_pay_receipt", row => row.id);
                table.ForeignKey("FK_pay_receipt_pay_account_account_id", row => row.account_id, "pay_account", "id", onDelete: ReferentialAction.Restrict);
            });
        migrations.CreateIndex("IX_pay_receipt_owner_id", "pay_receipt", "owner_id");
        migrations.CreateIndex("IX_pay_receipt_account_id_state_due", "pay_receipt", ["account_id", "state", "due"]);
    }

    private static void Source(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "pay_source",
            table => new
            {
                id = table.Column<string>(),
                account_id = table.Column<string>(),
                line_id = table.Column<string>(),
                day = table.Column<string>(),
                fen = table.Column<long>(),
                used_fen = table.Column<long>(),
                from_name = table.Column<string>(),
                reference = table.Column<string>(nullable: true),
                at = table.Column<long>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_pay_source", row => row.id);
                table.ForeignKey("FK_pay_source_pay_account_account_id", row => row.account_id, "pay_account", "id", onDelete: ReferentialAction.Restrict);
            });
        migrations.CreateIndex("IX_pay_source_line_id", "pay_source", "line_id", unique: true);
        migrations.CreateIndex("IX_pay_source_account_id", "pay_source", "account_id");
    }

    private static void Use(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "pay_use",
            table => new
            {
                item_id = table.Column<string>(),
                source_id = table.Column<string>(),
                fen = table.Column<long>(),
                state = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_pay_use", row => new { row.item_id, row.source_id });
                table.ForeignKey("FK_pay_use_pay_item_item_id", row => row.item_id, "pay_item", "id", onDelete: ReferentialAction.Restrict);
                table.ForeignKey("FK_pay_use_pay_source_source_id", row => row.source_id, "pay_source", "id", onDelete: ReferentialAction.Restrict);
            });
        migrations.CreateIndex("IX_pay_use_source_id", "pay_use", "source_id");
    }

    private static void Balance(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "pay_balance",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                kind = table.Column<string>(),
                subject = table.Column<string>(),
                day = table.Column<string>(),
                fen = table.Column<long>(),
                file_id = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_pay_balance", row => row.id));
        migrations.CreateIndex("IX_pay_balance_owner_id", "pay_balance", "owner_id");
        migrations.CreateIndex("IX_pay_balance_owner_id_kind_subject_day", "pay_balance", ["owner_id", "kind", "subject", "day"], unique: true);
    }

    private static void Difference(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "pay_difference",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                day = table.Column<string>(),
                kind = table.Column<string>(),
                account_id = table.Column<string>(nullable: true),
                subject_kind = table.Column<string>(),
                subject_id = table.Column<string>(),
                subject = table.Column<string>(),
                ours = table.Column<string>(),
                theirs = table.Column<string>(),
                held = table.Column<string>(nullable: true),
                state = table.Column<string>(),
                note = table.Column<string>(),
                decided_by = table.Column<string>(nullable: true),
                decided_user = table.Column<string>(nullable: true),
                decided_at = table.Column<long>(nullable: true),
                found_at = table.Column<long>(),
                seen_at = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_pay_difference", row => row.id));
        migrations.CreateIndex("IX_pay_difference_owner_id_kind_subject_id_day", "pay_difference", ["owner_id", "kind", "subject_id", "day"], unique: true);
        migrations.CreateIndex("IX_pay_difference_owner_id_state_day", "pay_difference", ["owner_id", "state", "day"]);
        migrations.CreateIndex("IX_pay_difference_subject_id", "pay_difference", "subject_id");
    }
}
