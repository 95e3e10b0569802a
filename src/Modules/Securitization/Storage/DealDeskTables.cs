using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Securitization.Storage;

[DbContext(typeof(ZhirongContext))]
[Migration("20261125_0200_deal_desk")]
internal sealed class DealDeskTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Deals(migrationBuilder);
        Versions(migrationBuilder);
        Scenarios(migrationBuilder);
        Runs(migrationBuilder);
    }

    private static void Deals(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "sec_deal",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                version = table.Column<int>(),
                code = table.Column<string>(),
                name_zh = table.Column<string>(),
                name_en = table.Column<string>(),
                market = table.Column<string>(),
                structure = table.Column<string>(),
                size_fen = table.Column<long>(),
                pool_fen = table.Column<long>(),
                senior_coupon = table.Column<long>(nullable: true),
                obligors = table.Column<int>(),
                closing = table.Column<string>(),
                expected_maturity = table.Column<string>(),
                shelf = table.Column<string>(nullable: true),
                case_id = table.Column<string>(nullable: true),
                errors = table.Column<int>(),
                warnings = table.Column<int>(),
                saved_at = table.Column<long>(),
                saved_by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_sec_deal", row => row.id));
        migrations.CreateIndex("IX_sec_deal_owner_id", "sec_deal", "owner_id");
        migrations.CreateIndex("IX_sec_deal_code", "sec_deal", "code");
        migrations.CreateIndex("IX_sec_deal_saved_at", "sec_deal", "saved_at");
        migrations.CreateIndex("IX_sec_deal_shelf", "sec_deal", "shelf");
        migrations.CreateIndex("IX_sec_deal_owner_id_case_id", "sec_deal", ["owner_id", "case_id"], unique: true);
    }

    private static void Versions(MigrationBuilder migrations) => migrations.CreateTable(
        "sec_deal_version",
        table => new
        {
            deal_id = table.Column<string>(),
            number = table.Column<int>(),
            text = table.Column<string>(),
            hash = table.Column<string>(),
            parent = table.Column<int>(nullable: true),
            reason = table.Column<string>(),
            saved_by = table.Column<string>(),
            saved_at = table.Column<long>(),
            errors = table.Column<int>(),
            warnings = table.Column<int>(),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_sec_deal_version", row => new { row.deal_id, row.number });
            table.ForeignKey("FK_sec_deal_version_sec_deal_deal_id", row => row.deal_id, "sec_deal", "id", onDelete: ReferentialAction.Restrict);
        });

    private static void Scenarios(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "sec_scenario",
            table => new
            {
                id = table.Column<string>(),
                deal_id = table.Column<string>(),
                version = table.Column<int>(),
                name = table.Column<string>(),
                content = table.Column<string>(),
                saved_by = table.Column<string>(),
                saved_at = table.Column<long>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_sec_scenario", row => row.id);
                table.ForeignKey("FK_sec_scenario_sec_deal_deal_id", row => row.deal_id, "sec_deal", "id", onDelete: ReferentialAction.Restrict);
            });
        migrations.CreateIndex("IX_sec_scenario_deal_id_name", "sec_scenario", ["deal_id", "name"], unique: true);
    }

    private static void Runs(MigrationBuilder migrations)
    {
        migrations.CreateTable(
            "sec_run",
            table => new
            {
                id = table.Column<string>(),
                deal_id = table.Column<string>(),
                deal_version = table.Column<int>(),
                scenario_name = table.Column<string>(),
                scenario = table.Column<string>(nullable: true),
                note = table.Column<string>(),
                input_hash = table.Column<string>(),
                result = table.Column<string>(),
                unpaid_fen = table.Column<long>(),
                residual_fen = table.Column<long>(),
                saved_by = table.Column<string>(),
                saved_at = table.Column<long>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_sec_run", row => row.id);
                table.ForeignKey("FK_sec_run_sec_deal_deal_id", row => row.deal_id, "sec_deal", "id", onDelete: ReferentialAction.Restrict);
            });
        migrations.CreateIndex("IX_sec_run_deal_id_saved_at", "sec_run", ["deal_id", "saved_at"]);
    }
}
