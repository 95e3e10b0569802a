using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Valuation.Storage;

[DbContext(typeof(ZhirongContext))]
[Migration("20261128_2110_diligence")]
internal sealed class FirstDiligenceTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Files(migrationBuilder);
        Answers(migrationBuilder);
        Analyses(migrationBuilder);
    }

    private static void Files(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "val_diligence",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                firm_id = table.Column<string>(nullable: true),
                firm_name = table.Column<string>(),
                day = table.Column<string>(),
                purpose = table.Column<string>(),
                checklist = table.Column<string>(),
                engine = table.Column<string>(),
                previous_id = table.Column<string>(nullable: true),
                appraisal_id = table.Column<string>(nullable: true),
                rights = table.Column<int>(),
                items = table.Column<int>(),
                fatal = table.Column<int>(),
                major = table.Column<int>(),
                minor = table.Column<int>(),
                unknown = table.Column<int>(),
                answer = table.Column<string>(),
                before_fen = table.Column<long>(nullable: true),
                after_fen = table.Column<long>(nullable: true),
                request = table.Column<string>(),
                input_hash = table.Column<string>(),
                result_zh = table.Column<string>(),
                result_en = table.Column<string>(),
                made_at = table.Column<long>(),
                made_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_val_diligence", row => row.id));
        migrations.CreateIndex("IX_val_diligence_owner_id_made_at", "val_diligence", ["owner_id", "made_at"]);
        migrations.CreateIndex("IX_val_diligence_firm_id_purpose_made_at", "val_diligence", ["firm_id", "purpose", "made_at"]);
        migrations.CreateTable(
            "val_diligence_right",
            table => new
            {
                diligence_id = table.Column<string>(),
                n = table.Column<int>(),
                right_id = table.Column<string>(),
                right_number = table.Column<string>(),
                answer = table.Column<string>(),
                factor = table.Column<long>(),
                fatal = table.Column<int>(),
                major = table.Column<int>(),
                minor = table.Column<int>(),
                unknown = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_val_diligence_right", row => new { row.diligence_id, row.n }));
        migrations.CreateIndex("IX_val_diligence_right_right_id", "val_diligence_right", "right_id");
    }

    private static void Answers(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "val_answer",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                subject = table.Column<string>(),
                subject_id = table.Column<string>(),
                fact = table.Column<string>(),
                value = table.Column<string>(),
                happened_on = table.Column<string>(nullable: true),
                source = table.Column<string>(),
                source_date = table.Column<string>(),
                note = table.Column<string>(),
                at = table.Column<long>(),
                by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_val_answer", row => row.id));
        migrations.CreateIndex("IX_val_answer_owner_id", "val_answer", "owner_id");
        migrations.CreateIndex("IX_val_answer_subject_id_fact_at", "val_answer", ["subject_id", "fact", "at"]);
    }

    private static void Analyses(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "val_analysis",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                firm_id = table.Column<string>(),
                firm_name = table.Column<string>(),
                day = table.Column<string>(),
                policy = table.Column<string>(),
                engine = table.Column<string>(),
                rights = table.Column<int>(),
                compared = table.Column<int>(nullable: true),
                infringed = table.Column<int>(),
                gaps = table.Column<int>(),
                asked = table.Column<string>(),
                result_zh = table.Column<string>(),
                result_en = table.Column<string>(),
                made_at = table.Column<long>(),
                made_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_val_analysis", row => row.id));
        migrations.CreateIndex("IX_val_analysis_owner_id_made_at", "val_analysis", ["owner_id", "made_at"]);
        migrations.CreateIndex("IX_val_analysis_firm_id_made_at", "val_analysis", ["firm_id", "made_at"]);
    }
}
