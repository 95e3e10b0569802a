using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Storage;

[DbContext(typeof(ZhirongContext))]
[Migration("20261129_1700_serve_receivables")]
internal sealed class ReceivableTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "len_receivable",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                pledge_id = table.Column<string>(),
                right_id = table.Column<string>(),
                contract_no = table.Column<string>(),
                title = table.Column<string>(),
                licensor = table.Column<string>(),
                debtor = table.Column<string>(),
                account_id = table.Column<string>(),
                book_id = table.Column<string>(nullable: true),
                counter = table.Column<string>(),
                state = table.Column<string>(),
                changed_at = table.Column<long>(),
                changed_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_receivable", row => row.id));
        migrationBuilder.CreateIndex("IX_len_receivable_owner_id", "len_receivable", "owner_id");
        migrationBuilder.CreateIndex("IX_len_receivable_owner_id_contract_no", "len_receivable", ["owner_id", "contract_no"], unique: true);
        migrationBuilder.CreateIndex("IX_len_receivable_pledge_id_right_id", "len_receivable", ["pledge_id", "right_id"]);
        migrationBuilder.CreateTable(
            "len_receivable_due",
            table => new
            {
                receivable_id = table.Column<string>(),
                n = table.Column<int>(),
                due_on = table.Column<string>(),
                fen = table.Column<long>(),
                receipt_id = table.Column<string>(),
                state = table.Column<string>(),
                received_on = table.Column<string>(nullable: true),
                used_fen = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_len_receivable_due", row => new { row.receivable_id, row.n }));
        migrationBuilder.CreateIndex("IX_len_receivable_due_receipt_id", "len_receivable_due", "receipt_id", unique: true);
        migrationBuilder.CreateIndex("IX_len_receivable_due_state_due_on", "len_receivable_due", ["state", "due_on"]);
        migrationBuilder.CreateTable(
            "len_receivable_paper",
            table => new
            {
                receivable_id = table.Column<string>(),
                n = table.Column<int>(),
                kind = table.Column<string>(),
                on_day = table.Column<string>(),
                document = table.Column<string>(),
                sha256 = table.Column<string>(),
                person = table.Column<string>(),
                fen = table.Column<long>(nullable: true),
                at = table.Column<long>(),
                by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_receivable_paper", row => new { row.receivable_id, row.n }));
        migrationBuilder.CreateTable(
            "len_receivable_use",
            table => new
            {
                receivable_id = table.Column<string>(),
                n = table.Column<int>(),
                due_n = table.Column<int>(),
                kind = table.Column<string>(),
                fen = table.Column<long>(),
                loan_id = table.Column<string>(nullable: true),
                reference = table.Column<string>(),
                item_id = table.Column<string>(nullable: true),
                state = table.Column<string>(),
                on_day = table.Column<string>(),
                at = table.Column<long>(),
                by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_receivable_use", row => new { row.receivable_id, row.n }));
        migrationBuilder.CreateIndex("IX_len_receivable_use_item_id", "len_receivable_use", "item_id");
    }
}
