using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Ledger.Storage;

/// <summary>A hold becomes one entry: the database says so too.</summary>
[DbContext(typeof(ZhirongContext))]
[Migration("20261128_0500_ledger_holds")]
internal sealed class HoldsPostedOnce : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateIndex("IX_ldg_entry_hold", "ldg_entry", "hold", unique: true, filter: "hold IS NOT NULL");
}
