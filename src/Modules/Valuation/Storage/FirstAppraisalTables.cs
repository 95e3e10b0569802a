using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Valuation.Storage;

[DbContext(typeof(ZhirongContext))]
[Migration("20261128_2040_appraisals")]
internal sealed class FirstAppraisalTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Appraisals(migrationBuilder);
        Versions(migrationBuilder);
        Rights(migrationBuilder);
        Signatures(migrationBuilder);
        Batches(migrationBuilder);
    }

    private static void Appraisals(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "val_appraisal",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                name = table.Column<string>(),
                firm_id = table.Column<string>(nullable: true),
                firm_name = table.Column<string>(),
                base_date = table.Column<string>(),
                purpose = table.Column<string>(),
                value_type = table.Column<string>(),
                rights = table.Column<int>(),
                total_fen = table.Column<long>(nullable: true),
                low_fen = table.Column<long>(nullable: true),
                high_fen = table.Column<long>(nullable: true),
                range_basis = table.Column<string>(nullable: true),
                state = table.Column<string>(),
                batch_id = table.Column<string>(nullable: true),
                changed_at = table.Column<long>(),
                changed_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_val_appraisal", row => row.id));
        migrations.CreateIndex("IX_val_appraisal_owner_id_changed_at", "val_appraisal", ["owner_id", "changed_at"]);
        migrations.CreateIndex("IX_val_appraisal_firm_id", "val_appraisal", "firm_id");
    }

    private static void Versions(MigrationBuilder migrations) => migrations.CreateTable(
        "val_appraisal_version",
        table => new
        {
            appraisal_id = table.Column<string>(),
            number = table.Column<int>(),
            parent = table.Column<int>(nullable: true),
            request = table.Column<string>(),
            input_hash = table.Column<string>(),
            result_zh = table.Column<string>(),
            result_en = table.Column<string>(),
            engine = table.Column<string>(),
            parameters = table.Column<string>(),
            total_fen = table.Column<long>(nullable: true),
            low_fen = table.Column<long>(nullable: true),
            high_fen = table.Column<long>(nullable: true),
            reason = table.Column<string>(),
            saved_at = table.Column<long>(),
            saved_by = table.Column<string>(),
        },
        constraints: table => table.PrimaryKey("PK_val_appraisal_version", row => new { row.appraisal_id, row.number }));

    private static void Rights(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "val_appraised_right",
            table => new
            {
                appraisal_id = table.Column<string>(),
                number = table.Column<int>(),
                n = table.Column<int>(),
                @ref = table.Column<string>(),
                right_id = table.Column<string>(nullable: true),
                right_number = table.Column<string>(),
                kind = table.Column<string>(),
                title = table.Column<string>(),
                weight = table.Column<long>(),
                fen = table.Column<long>(nullable: true),
                low_fen = table.Column<long>(nullable: true),
                high_fen = table.Column<long>(nullable: true),
                ipc = table.Column<string>(nullable: true),
                filed = table.Column<string>(nullable: true),
                trl = table.Column<int>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_val_appraised_right", row => new { row.appraisal_id, row.number, row.n }));
        migrations.CreateIndex("IX_val_appraised_right_right_id", "val_appraised_right", "right_id");
    }

    private static void Signatures(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "val_signature",
            table => new
            {
                appraisal_id = table.Column<string>(),
                number = table.Column<int>(),
                n = table.Column<int>(),
                name = table.Column<string>(),
                certificate = table.Column<string>(),
                signer = table.Column<string>(),
                at = table.Column<long>(),
                by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_val_signature", row => new { row.appraisal_id, row.number, row.n }));
        migrations.CreateIndex("IX_val_signature_appraisal_id_number_signer", "val_signature", ["appraisal_id", "number", "signer"], unique: true);
        migrations.CreateIndex("IX_val_signature_appraisal_id_number_certificate", "val_signature", ["appraisal_id", "number", "certificate"], unique: true);
    }

    private static void Batches(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "val_appraisal_batch",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                name = table.Column<string>(),
                base_date = table.Column<string>(),
                purpose = table.Column<string>(),
                job_id = table.Column<string>(),
                asked = table.Column<string>(),
                groups = table.Column<int>(),
                rights = table.Column<int>(),
                made_at = table.Column<long>(),
                made_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_val_appraisal_batch", row => row.id));
        migrations.CreateIndex("IX_val_appraisal_batch_owner_id_made_at", "val_appraisal_batch", ["owner_id", "made_at"]);
        migrations.CreateIndex("IX_val_appraisal_batch_job_id", "val_appraisal_batch", "job_id", unique: true);
        migrations.CreateTable(
            "val_batch_group",
            table => new
            {
                batch_id = table.Column<string>(),
                no = table.Column<int>(),
                appraisal_id = table.Column<string>(nullable: true),
                result = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_val_batch_group", row => new { row.batch_id, row.no }));
    }
}
