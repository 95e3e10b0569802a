using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Ledger.Storage;

[DbContext(typeof(ZhirongContext))]
[Migration("20261125_0500_ledger")]
internal sealed class FirstLedgerTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Books(migrationBuilder);
        Accounts(migrationBuilder);
        Entries(migrationBuilder);
        Lines(migrationBuilder);
        Holds(migrationBuilder);
        Plans(migrationBuilder);
    }

    private static void Books(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "ldg_book",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                code = table.Column<string>(),
                name = table.Column<string>(),
                kind = table.Column<string>(),
                opened_on = table.Column<string>(),
                business_date = table.Column<string>(),
                opened_by = table.Column<string>(),
                opened_at = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_ldg_book", row => row.id));
        migrations.CreateIndex("IX_ldg_book_owner_id", "ldg_book", "owner_id");
        migrations.CreateIndex("IX_ldg_book_owner_id_code", "ldg_book", ["owner_id", "code"], unique: true);
    }

    private static void Accounts(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "ldg_account",
            table => new
            {
                no = table.Column<long>(),
                id = table.Column<string>(),
                book_id = table.Column<string>(),
                code = table.Column<string>(),
                zh = table.Column<string>(),
                en = table.Column<string>(),
                @class = table.Column<string>(),
                normal = table.Column<string>(),
                rule = table.Column<string>(),
                limit_fen = table.Column<long>(nullable: true),
                closed = table.Column<int>(),
                version = table.Column<int>(),
                debit = table.Column<long>(),
                credit = table.Column<long>(),
                pending_debit = table.Column<long>(),
                pending_credit = table.Column<long>(),
                lines = table.Column<long>(),
                last_line = table.Column<long>(),
                last_day = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ldg_account", row => row.no);
                table.ForeignKey("FK_ldg_account_ldg_book_book_id", row => row.book_id, "ldg_book", "id", onDelete: ReferentialAction.Restrict);
            });
        migrations.CreateIndex("IX_ldg_account_id", "ldg_account", "id", unique: true);
        migrations.CreateIndex("IX_ldg_account_book_id_code", "ldg_account", ["book_id", "code"], unique: true);
        migrations.Sequence("ldg_account", "no");
    }

    private static void Entries(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "ldg_entry",
            table => new
            {
                seq = table.Column<long>(),
                id = table.Column<string>(),
                book_id = table.Column<string>(),
                effective = table.Column<string>(),
                business_date = table.Column<string>(),
                recorded_at = table.Column<long>(),
                recorded_by = table.Column<string>(),
                @event = table.Column<string>(),
                subject_kind = table.Column<string>(nullable: true),
                subject_id = table.Column<string>(nullable: true),
                memo = table.Column<string>(),
                amount_fen = table.Column<long>(),
                reverses = table.Column<string>(nullable: true),
                hold = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ldg_entry", row => row.seq);
                table.ForeignKey("FK_ldg_entry_ldg_book_book_id", row => row.book_id, "ldg_book", "id", onDelete: ReferentialAction.Restrict);
            });
        migrations.CreateIndex("IX_ldg_entry_id", "ldg_entry", "id", unique: true);
        migrations.CreateIndex("IX_ldg_entry_book_id_seq", "ldg_entry", ["book_id", "seq"]);
        migrations.CreateIndex("IX_ldg_entry_recorded_at", "ldg_entry", "recorded_at");
        migrations.CreateIndex("IX_ldg_entry_reverses", "ldg_entry", "reverses", unique: true, filter: "reverses IS NOT NULL");
        migrations.CreateIndex("IX_ldg_entry_subject_kind_subject_id", "ldg_entry", ["subject_kind", "subject_id"], filter: "subject_id IS NOT NULL");
        migrations.Sequence("ldg_entry", "seq");
    }

    private static void Lines(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "ldg_line",
            table => new
            {
                id = table.Column<long>(),
                account_no = table.Column<long>(),
                n = table.Column<long>(),
                prev = table.Column<long>(),
                effective = table.Column<string>(),
                business_date = table.Column<string>(),
                fen = table.Column<long>(),
                after = table.Column<long>(),
                debits = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_ldg_line", row => row.id));
        migrations.CreateTable(
            "ldg_mark",
            table => new { id = table.Column<long>(), line = table.Column<long>() },
            constraints: table => table.PrimaryKey("PK_ldg_mark", row => row.id));
        migrations.CreateTable(
            "ldg_day",
            table => new { id = table.Column<long>(), debit = table.Column<long>(), credit = table.Column<long>(), prev = table.Column<int>() },
            constraints: table => table.PrimaryKey("PK_ldg_day", row => row.id));
    }

    private static void Holds(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "ldg_hold",
            table => new
            {
                id = table.Column<string>(),
                book_id = table.Column<string>(),
                debit_no = table.Column<long>(),
                credit_no = table.Column<long>(),
                fen = table.Column<long>(),
                posted_fen = table.Column<long>(nullable: true),
                state = table.Column<string>(),
                created_on = table.Column<string>(),
                expires = table.Column<string>(nullable: true),
                created_at = table.Column<long>(),
                created_by = table.Column<string>(),
                closed_at = table.Column<long>(nullable: true),
                @event = table.Column<string>(),
                memo = table.Column<string>(),
                entry = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ldg_hold", row => row.id);
                table.ForeignKey("FK_ldg_hold_ldg_book_book_id", row => row.book_id, "ldg_book", "id", onDelete: ReferentialAction.Restrict);
            });
        migrations.CreateIndex("IX_ldg_hold_book_id_state_expires", "ldg_hold", ["book_id", "state", "expires"]);
    }

    private static void Plans(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "ldg_planned",
            table => new
            {
                id = table.Column<string>(),
                book_id = table.Column<string>(),
                set_id = table.Column<string>(),
                series = table.Column<string>(),
                title = table.Column<string>(),
                due = table.Column<string>(),
                provisional = table.Column<int>(),
                debit_no = table.Column<long>(),
                credit_no = table.Column<long>(),
                fen = table.Column<long>(),
                matched_fen = table.Column<long>(),
                cancelled = table.Column<int>(),
                line = table.Column<string>(),
                memo_zh = table.Column<string>(),
                memo_en = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ldg_planned", row => row.id);
                table.ForeignKey("FK_ldg_planned_ldg_book_book_id", row => row.book_id, "ldg_book", "id", onDelete: ReferentialAction.Restrict);
            });
        migrations.CreateIndex("IX_ldg_planned_book_id_due", "ldg_planned", ["book_id", "due"]);
        migrations.CreateIndex("IX_ldg_planned_set_id", "ldg_planned", "set_id");
        migrations.CreateIndex("IX_ldg_planned_book_id_series", "ldg_planned", ["book_id", "series"]);
        migrations.CreateTable(
            "ldg_match",
            table => new
            {
                planned_id = table.Column<string>(),
                entry_id = table.Column<string>(),
                fen = table.Column<long>(),
                at = table.Column<long>(),
                by = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ldg_match", row => new { row.planned_id, row.entry_id });
                table.ForeignKey("FK_ldg_match_ldg_planned_planned_id", row => row.planned_id, "ldg_planned", "id", onDelete: ReferentialAction.Restrict);
            });
        migrations.CreateIndex("IX_ldg_match_entry_id", "ldg_match", "entry_id");
    }
}
