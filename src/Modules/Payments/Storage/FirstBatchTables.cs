using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Payments.Storage;

[DbContext(typeof(ZhirongContext))]
[Migration("20261128_0500_payment_batches")]
internal sealed class FirstBatchTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Account(migrationBuilder);
        Batch(migrationBuilder);
        Item(migrationBuilder);
        Attempt(migrationBuilder);
        Query(migrationBuilder);
        Step(migrationBuilder);
        File(migrationBuilder);
    }

    private static void Account(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "pay_account",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                role = table.Column<string>(),
                kind = table.Column<string>(),
                number = table.Column<string>(),
                name = table.Column<string>(),
                agent_name = table.Column<string>(nullable: true),
                agent_cnaps = table.Column<string>(nullable: true),
                operating_bank = table.Column<string>(nullable: true),
                closed_loop = table.Column<int>(),
                purposes = table.Column<string>(),
                book_id = table.Column<string>(nullable: true),
                book_account = table.Column<string>(nullable: true),
                counter_account = table.Column<string>(nullable: true),
                active = table.Column<int>(),
                note = table.Column<string>(),
                changed_at = table.Column<long>(),
                changed_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_pay_account", row => row.id));
        migrations.CreateIndex("IX_pay_account_owner_id", "pay_account", "owner_id");
        migrations.CreateIndex("IX_pay_account_owner_id_role_kind_number", "pay_account", ["owner_id", "role", "kind", "number"], unique: true);
    }

    private static void Batch(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "pay_batch",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                code = table.Column<string>(),
                title = table.Column<string>(),
                account_id = table.Column<string>(),
                channel = table.Column<string>(),
                purpose = table.Column<string>(),
                value_date = table.Column<string>(),
                counter_account = table.Column<string>(nullable: true),
                state = table.Column<string>(),
                items = table.Column<int>(),
                total_fen = table.Column<long>(),
                settled_fen = table.Column<long>(),
                confirmed = table.Column<string>(),
                made_by = table.Column<string>(),
                made_user = table.Column<string>(),
                made_at = table.Column<long>(),
                changed_at = table.Column<long>(),
                checked_by = table.Column<string>(nullable: true),
                approved_by = table.Column<string>(nullable: true),
                sendings = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_pay_batch", row => row.id);
                table.ForeignKey("FK_pay_batch_pay_account_account_id", row => row.account_id, "pay_account", "id", onDelete: ReferentialAction.Restrict);
            });
        migrations.CreateIndex("IX_pay_batch_owner_id_code", "pay_batch", ["owner_id", "code"], unique: true);
        migrations.CreateIndex("IX_pay_batch_owner_id_state", "pay_batch", ["owner_id", "state"]);
        migrations.CreateIndex("IX_pay_batch_account_id", "pay_batch", "account_id");
    }

    private static void Item(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "pay_item",
            table => new
            {
                id = table.Column<string>(),
                batch_id = table.Column<string>(),
                n = table.Column<int>(),
                payee_name = table.Column<string>(),
                kind = table.Column<string>(),
                account = table.Column<string>(),
                agent_name = table.Column<string>(nullable: true),
                agent_cnaps = table.Column<string>(nullable: true),
                operating_bank = table.Column<string>(nullable: true),
                fen = table.Column<long>(),
                purpose = table.Column<string>(),
                purpose_code = table.Column<string>(nullable: true),
                remittance = table.Column<string>(),
                loan_no = table.Column<string>(nullable: true),
                counter_account = table.Column<string>(nullable: true),
                print = table.Column<string>(),
                state = table.Column<string>(),
                attempts = table.Column<int>(),
                retried_by = table.Column<string>(nullable: true),
                retried_user = table.Column<string>(nullable: true),
                differing = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_pay_item", row => row.id);
                table.ForeignKey("FK_pay_item_pay_batch_batch_id", row => row.batch_id, "pay_batch", "id", onDelete: ReferentialAction.Restrict);
            });
        migrations.CreateIndex("IX_pay_item_batch_id_n", "pay_item", ["batch_id", "n"], unique: true);
        migrations.CreateIndex("IX_pay_item_print", "pay_item", "print");
    }

    private static void Attempt(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "pay_attempt",
            table => new
            {
                id = table.Column<string>(),
                item_id = table.Column<string>(),
                n = table.Column<int>(),
                end_to_end_id = table.Column<string>(),
                message_id = table.Column<string>(),
                payee_name = table.Column<string>(),
                payee_account = table.Column<string>(),
                state = table.Column<string>(),
                live = table.Column<int>(),
                absent = table.Column<int>(),
                value_date = table.Column<string>(),
                sent_at = table.Column<long>(),
                sent_by = table.Column<string>(),
                heard_at = table.Column<long>(nullable: true),
                reason_code = table.Column<string>(nullable: true),
                reason_text = table.Column<string>(nullable: true),
                bank_reference = table.Column<string>(nullable: true),
                booked = table.Column<string>(nullable: true),
                returned_on = table.Column<string>(nullable: true),
                entry_id = table.Column<string>(nullable: true),
                reversal_id = table.Column<string>(nullable: true),
                unposted = table.Column<int>(),
                unposted_why = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_pay_attempt", row => row.id);
                table.ForeignKey("FK_pay_attempt_pay_item_item_id", row => row.item_id, "pay_item", "id", onDelete: ReferentialAction.Restrict);
            });
        migrations.CreateIndex("IX_pay_attempt_item_id_n", "pay_attempt", ["item_id", "n"], unique: true);
        migrations.CreateIndex("IX_pay_attempt_end_to_end_id", "pay_attempt", "end_to_end_id", unique: true);
        migrations.CreateIndex("IX_pay_attempt_message_id", "pay_attempt", "message_id");
        migrations.CreateIndex("IX_pay_attempt_alive", "pay_attempt", "item_id", unique: true, filter: "live = 1");
        migrations.CreateIndex("IX_pay_attempt_unposted", "pay_attempt", "unposted", filter: "unposted = 1");
    }

    private static void Query(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "pay_query",
            table => new
            {
                id = table.Column<string>(),
                attempt_id = table.Column<string>(),
                way = table.Column<string>(),
                asked_at = table.Column<long>(),
                asked_by = table.Column<string>(),
                answer = table.Column<string>(nullable: true),
                answer_note = table.Column<string>(nullable: true),
                answered_at = table.Column<long>(nullable: true),
                answered_by = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_pay_query", row => row.id);
                table.ForeignKey("FK_pay_query_pay_attempt_attempt_id", row => row.attempt_id, "pay_attempt", "id", onDelete: ReferentialAction.Restrict);
            });
        migrations.CreateIndex("IX_pay_query_attempt_id", "pay_query", "attempt_id");
    }

    private static void Step(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "pay_step",
            table => new
            {
                id = table.Column<string>(),
                batch_id = table.Column<string>(),
                item_id = table.Column<string>(nullable: true),
                at = table.Column<long>(),
                by = table.Column<string>(),
                what = table.Column<string>(),
                state = table.Column<string>(nullable: true),
                note = table.Column<string>(),
                file_id = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_pay_step", row => row.id);
                table.ForeignKey("FK_pay_step_pay_batch_batch_id", row => row.batch_id, "pay_batch", "id", onDelete: ReferentialAction.Restrict);
            });
        migrations.CreateIndex("IX_pay_step_batch_id_id", "pay_step", ["batch_id", "id"]);
        migrations.CreateIndex("IX_pay_step_item_id", "pay_step", "item_id", filter: "item_id IS NOT NULL");
    }

    private static void File(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "pay_file",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                kind = table.Column<string>(),
                name = table.Column<string>(),
                media_type = table.Column<string>(),
                sha256 = table.Column<string>(),
                size = table.Column<long>(),
                content = table.Column<byte[]>(nullable: true),
                batch_id = table.Column<string>(nullable: true),
                at = table.Column<long>(),
                by = table.Column<string>(),
                outcome = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_pay_file", row => row.id));
        migrations.CreateIndex("IX_pay_file_owner_id", "pay_file", "owner_id");
        migrations.CreateIndex("IX_pay_file_owner_id_kind_sha256", "pay_file", ["owner_id", "kind", "sha256"], unique: true);
        migrations.CreateIndex("IX_pay_file_batch_id", "pay_file", "batch_id", filter: "batch_id IS NOT NULL");
    }
}
