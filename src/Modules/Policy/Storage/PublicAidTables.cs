using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Policy.Storage;

/// <summary>Books of budgets, and caps that a clawback frees.</summary>
[DbContext(typeof(ZhirongContext))]
[Migration("20261129_1710_public_aid")]
internal sealed class PublicAidTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("book_id", "pol_budget", nullable: true);
        migrationBuilder.AddColumn<string>("expense", "pol_budget", nullable: false, defaultValue: "651201");
        migrationBuilder.AddColumn<long>("received_fen", "pol_budget", nullable: false, defaultValue: 0L);
        migrationBuilder.AddColumn<int>("n", "pol_cap_use", nullable: false, defaultValue: 0);
        if (migrationBuilder.ActiveProvider == "Npgsql.EntityFrameworkCore.PostgreSQL")
        {
            migrationBuilder.Sql("ALTER TABLE pol_budget ALTER COLUMN expense DROP DEFAULT");
            migrationBuilder.Sql("ALTER TABLE pol_budget ALTER COLUMN received_fen DROP DEFAULT");
            migrationBuilder.Sql("ALTER TABLE pol_cap_use ALTER COLUMN n DROP DEFAULT");
        }

        migrationBuilder.DropIndex("IX_pol_cap_use_application_id_cap", "pol_cap_use");
        migrationBuilder.CreateIndex("IX_pol_cap_use_application_id_cap_n", "pol_cap_use", ["application_id", "cap", "n"], unique: true);
    }
}
