using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Storage;

[DbContext(typeof(ZhirongContext))]
[Migration("20261129_0210_applications")]
internal sealed class SecondApplicationTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Products(migrationBuilder);
        Texts(migrationBuilder);
        Applications(migrationBuilder);
        Steps(migrationBuilder);
        Snapshots(migrationBuilder);
        Decisions(migrationBuilder);
    }

    private static void Products(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "len_loan_product",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                code = table.Column<string>(),
                changed_at = table.Column<long>(),
                changed_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_loan_product", row => row.id));
        migrations.CreateIndex("IX_len_loan_product_owner_id", "len_loan_product", "owner_id");
        migrations.CreateIndex("IX_len_loan_product_owner_id_code", "len_loan_product", ["owner_id", "code"], unique: true);
    }

    private static void Texts(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "len_loan_product_text",
            table => new
            {
                product_id = table.Column<string>(),
                number = table.Column<int>(),
                name = table.Column<string>(),
                text = table.Column<string>(),
                hash = table.Column<string>(),
                parent = table.Column<int>(),
                reason = table.Column<string>(),
                saved_at = table.Column<long>(),
                saved_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_loan_product_text", row => new { row.product_id, row.number }));
        migrations.CreateIndex("IX_len_loan_product_text_product_id_name", "len_loan_product_text", ["product_id", "name"], unique: true);
    }

    private static void Applications(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "len_loan_application",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                number = table.Column<string>(),
                firm_id = table.Column<string>(nullable: true),
                firm_name = table.Column<string>(),
                product = table.Column<string>(),
                amount_fen = table.Column<long>(nullable: true),
                months = table.Column<int>(nullable: true),
                state = table.Column<string>(),
                waits = table.Column<string>(),
                form = table.Column<string>(),
                asked = table.Column<string>(),
                snapshot = table.Column<int>(),
                assessment = table.Column<int>(),
                submitted_by = table.Column<string>(nullable: true),
                outcome = table.Column<string>(),
                granted_fen = table.Column<long>(nullable: true),
                expires_on = table.Column<string>(nullable: true),
                resolution = table.Column<string>(),
                changed_at = table.Column<long>(),
                changed_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_loan_application", row => row.id));
        migrations.CreateIndex("IX_len_loan_application_owner_id_changed_at", "len_loan_application", ["owner_id", "changed_at"]);
        migrations.CreateIndex("IX_len_loan_application_owner_id_state", "len_loan_application", ["owner_id", "state"]);
        migrations.CreateIndex("IX_len_loan_application_owner_id_number", "len_loan_application", ["owner_id", "number"], unique: true);
    }

    private static void Steps(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "len_loan_application_step",
            table => new
            {
                application_id = table.Column<string>(),
                n = table.Column<int>(),
                act = table.Column<string>(),
                state = table.Column<string>(),
                note = table.Column<string>(),
                items = table.Column<string>(),
                at = table.Column<long>(),
                by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_loan_application_step", row => new { row.application_id, row.n }));
    }

    private static void Snapshots(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "len_loan_application_snapshot",
            table => new
            {
                application_id = table.Column<string>(),
                n = table.Column<int>(),
                facts = table.Column<string>(),
                hash = table.Column<string>(),
                at = table.Column<long>(),
                by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_loan_application_snapshot", row => new { row.application_id, row.n }));
    }

    private static void Decisions(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "len_decision",
            table => new
            {
                application_id = table.Column<string>(),
                n = table.Column<int>(),
                snapshot = table.Column<int>(),
                product = table.Column<string>(),
                product_number = table.Column<int>(),
                product_text = table.Column<string>(),
                policy = table.Column<string>(),
                policy_version = table.Column<string>(),
                policy_hash = table.Column<string>(),
                policy_texts = table.Column<string>(),
                engine = table.Column<string>(),
                result_zh = table.Column<string>(),
                result_en = table.Column<string>(),
                result_hash = table.Column<string>(),
                outcome = table.Column<string>(),
                limit_fen = table.Column<long>(nullable: true),
                at = table.Column<long>(),
                by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_decision", row => new { row.application_id, row.n }));
    }
}
