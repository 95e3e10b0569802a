using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;

namespace Zhirong.Platform.Work.Storage;

[DbContext(typeof(ZhirongContext))]
[Migration("20261128_0100_work")]
internal sealed class FirstWorkTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Jobs(migrationBuilder);
        Shards(migrationBuilder);
        migrationBuilder.CreateTable(
            "work_result",
            table => new
            {
                job_id = table.Column<string>(),
                no = table.Column<int>(),
                input_hash = table.Column<string>(),
                result = table.Column<string>(),
                worker = table.Column<string>(),
                at = table.Column<long>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_work_result", row => new { row.job_id, row.no, row.input_hash });
                table.ForeignKey("FK_work_result_work_job_job_id", row => row.job_id, "work_job", "id", onDelete: ReferentialAction.Cascade);
            });
    }

    private static void Jobs(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "work_job",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                kind = table.Column<string>(),
                title_zh = table.Column<string>(),
                title_en = table.Column<string>(),
                subject_kind = table.Column<string>(),
                subject_id = table.Column<string>(),
                input = table.Column<string>(),
                input_hash = table.Column<string>(),
                state = table.Column<string>(),
                done = table.Column<int>(),
                total = table.Column<int>(),
                worked = table.Column<long>(),
                turn = table.Column<long>(),
                result = table.Column<string>(nullable: true),
                reason = table.Column<string>(nullable: true),
                retries = table.Column<int>(),
                started_by = table.Column<string>(),
                started_by_user = table.Column<string>(),
                created_at = table.Column<long>(),
                started_at = table.Column<long>(nullable: true),
                finished_at = table.Column<long>(nullable: true),
                cancelled_by = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_work_job", row => row.id));
        migrations.CreateIndex("IX_work_job_owner_id_created_at", "work_job", ["owner_id", "created_at"]);
        migrations.CreateIndex("IX_work_job_owner_id_subject_kind_subject_id", "work_job", ["owner_id", "subject_kind", "subject_id"]);
        migrations.CreateIndex("IX_work_job_once", "work_job", ["owner_id", "kind", "input_hash"], unique: true, filter: "finished_at IS NULL");
        migrations.CreateIndex("IX_work_job_active", "work_job", "turn", filter: "finished_at IS NULL");
    }

    private static void Shards(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "work_shard",
            table => new
            {
                job_id = table.Column<string>(),
                no = table.Column<int>(),
                input = table.Column<string>(),
                input_hash = table.Column<string>(),
                state = table.Column<string>(),
                tries = table.Column<int>(),
                next_at = table.Column<long>(),
                worker = table.Column<string>(nullable: true),
                lease_until = table.Column<long>(nullable: true),
                taken_at = table.Column<long>(nullable: true),
                error = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_work_shard", row => new { row.job_id, row.no });
                table.ForeignKey("FK_work_shard_work_job_job_id", row => row.job_id, "work_job", "id", onDelete: ReferentialAction.Cascade);
            });
        migrations.CreateIndex("IX_work_shard_job_id_state_no", "work_shard", ["job_id", "state", "no"]);
    }
}
