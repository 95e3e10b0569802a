using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Policy.Storage;

/// <summary>Applications firms hand in themselves, and who decides about them.</summary>
[DbContext(typeof(ZhirongContext))]
[Migration("20261129_2050_public_firm_aid")]
internal sealed class FirmAidTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("office_id", "pol_application", nullable: true);
        migrationBuilder.AddColumn<string>("origin", "pol_application", nullable: true);
        migrationBuilder.AddColumn<int>("last_no", "pol_budget", nullable: true);
        migrationBuilder.CreateIndex("IX_pol_application_office_id", "pol_application", "office_id");
    }
}
