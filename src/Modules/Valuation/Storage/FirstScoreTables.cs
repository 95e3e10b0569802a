using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Valuation.Storage;

[DbContext(typeof(ZhirongContext))]
[Migration("20261128_2050_scores")]
internal sealed class FirstScoreTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Sheets(migrationBuilder);
        Rubrics(migrationBuilder);
    }

    private static void Sheets(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "val_score_sheet",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                right_id = table.Column<string>(),
                right_number = table.Column<string>(),
                rubric = table.Column<string>(),
                rubric_version = table.Column<string>(),
                scenario = table.Column<string>(),
                day = table.Column<string>(),
                request = table.Column<string>(),
                input_hash = table.Column<string>(),
                result_zh = table.Column<string>(),
                result_en = table.Column<string>(),
                outcome = table.Column<string>(),
                total = table.Column<long>(nullable: true),
                grade = table.Column<string>(nullable: true),
                coverage = table.Column<long>(),
                typed = table.Column<string>(),
                reason = table.Column<string>(),
                at = table.Column<long>(),
                by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_val_score_sheet", row => row.id));
        migrations.CreateIndex("IX_val_score_sheet_owner_id", "val_score_sheet", "owner_id");
        migrations.CreateIndex("IX_val_score_sheet_right_id_at", "val_score_sheet", ["right_id", "at"]);
    }

    private static void Rubrics(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "val_rubric",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                code = table.Column<string>(),
                changed_at = table.Column<long>(),
                changed_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_val_rubric", row => row.id));
        migrations.CreateIndex("IX_val_rubric_owner_id", "val_rubric", "owner_id");
        migrations.CreateIndex("IX_val_rubric_owner_id_code", "val_rubric", ["owner_id", "code"], unique: true);
        migrations.CreateTable(
            "val_rubric_text",
            table => new
            {
                rubric_id = table.Column<string>(),
                number = table.Column<int>(),
                name = table.Column<string>(),
                text = table.Column<string>(),
                hash = table.Column<string>(),
                parent = table.Column<int>(),
                reason = table.Column<string>(),
                saved_at = table.Column<long>(),
                saved_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_val_rubric_text", row => new { row.rubric_id, row.number }));
        migrations.CreateIndex("IX_val_rubric_text_rubric_id_name", "val_rubric_text", ["rubric_id", "name"], unique: true);
    }
}
