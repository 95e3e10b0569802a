using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Assets.Storage;

[DbContext(typeof(ZhirongContext))]
[Migration("20261128_0610_register_firms")]
internal sealed class FirstFirmTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        FirmTable(migrationBuilder);
        FirmNameTable(migrationBuilder);
        FirmStatementTable(migrationBuilder);
        ProductTable(migrationBuilder);
        ProductRightTable(migrationBuilder);
        ProductIncomeTable(migrationBuilder);
    }

    private static void FirmTable(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "ast_firm",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                code = table.Column<string>(),
                name = table.Column<string>(),
                region = table.Column<string>(nullable: true),
                industry = table.Column<string>(nullable: true),
                industry_edition = table.Column<string>(nullable: true),
                tags = table.Column<string>(),
                note = table.Column<string>(),
                changed_at = table.Column<long>(),
                changed_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_ast_firm", row => row.id));
        migrations.CreateIndex("IX_ast_firm_owner_id_code", "ast_firm", ["owner_id", "code"], unique: true);
        migrations.CreateIndex("IX_ast_firm_owner_id_name", "ast_firm", ["owner_id", "name"]);
    }

    private static void FirmNameTable(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "ast_firm_name",
            table => new
            {
                firm_id = table.Column<string>(),
                name = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_ast_firm_name", row => new { row.firm_id, row.name }));
        migrations.CreateIndex("IX_ast_firm_name_name", "ast_firm_name", "name");
    }

    private static void FirmStatementTable(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "ast_statement",
            table => new
            {
                firm_id = table.Column<string>(),
                period_end = table.Column<string>(),
                months = table.Column<int>(),
                source = table.Column<string>(),
                as_of = table.Column<string>(),
                audited = table.Column<int>(),
                figures = table.Column<string>(),
                findings = table.Column<string>(),
                at = table.Column<long>(),
                by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_ast_statement", row => new { row.firm_id, row.period_end }));
    }

    private static void ProductTable(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "ast_product",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                firm_id = table.Column<string>(),
                name = table.Column<string>(),
                note = table.Column<string>(),
                changed_at = table.Column<long>(),
                changed_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_ast_product", row => row.id));
        migrations.CreateIndex("IX_ast_product_owner_id_name", "ast_product", ["owner_id", "name"]);
        migrations.CreateIndex("IX_ast_product_firm_id", "ast_product", "firm_id");
    }

    private static void ProductRightTable(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "ast_product_right",
            table => new
            {
                product_id = table.Column<string>(),
                right_no = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_ast_product_right", row => new { row.product_id, row.right_no }));
        migrations.CreateIndex("IX_ast_product_right_right_no", "ast_product_right", "right_no");
    }

    private static void ProductIncomeTable(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "ast_income",
            table => new
            {
                product_id = table.Column<string>(),
                year = table.Column<int>(),
                revenue_fen = table.Column<long>(),
                profit_fen = table.Column<long>(nullable: true),
                source = table.Column<string>(),
                as_of = table.Column<string>(),
                at = table.Column<long>(),
                by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_ast_income", row => new { row.product_id, row.year }));
    }
}
