using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Storage;

[DbContext(typeof(ZhirongContext))]
[Migration("20261129_1601_credit_policies")]
internal sealed class CreditPolicyTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "len_credit_policy",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                code = table.Column<string>(),
                changed_at = table.Column<long>(),
                changed_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_len_credit_policy", row => row.id));
        migrationBuilder.CreateIndex("IX_len_credit_policy_owner_id", "len_credit_policy", "owner_id");
        migrationBuilder.CreateIndex("IX_len_credit_policy_owner_id_code", "len_credit_policy", ["owner_id", "code"], unique: true);
        migrationBuilder.CreateTable(
            "len_credit_policy_text",
            table => new
            {
                policy_id = table.Column<string>(),
                number = table.Column<int>(),
                name = table.Column<string>(),
                text = table.Column<string>(),
                hash = table.Column<string>(),
                parent = table.Column<int>(),
                effective_from = table.Column<string>(),
                effective_to = table.Column<string>(nullable: true),
                reason = table.Column<string>(),
                saved_at = table.Column<long>(),
                saved_by = table.Column<string>(),
                checked_by = table.Column<string>(),
                approval_id = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_len_credit_policy_text", row => new { row.policy_id, row.number }));
        migrationBuilder.CreateIndex("IX_len_credit_policy_text_policy_id_name", "len_credit_policy_text", ["policy_id", "name"], unique: true);
    }
}
