using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Valuation.Storage;

[DbContext(typeof(ZhirongContext))]
[Migration("20261128_2100_signals")]
internal sealed class FirstSignalTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "val_signal",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                right_id = table.Column<string>(),
                right_number = table.Column<string>(),
                kind = table.Column<string>(),
                value = table.Column<long>(),
                as_of = table.Column<string>(),
                source = table.Column<string>(),
                at = table.Column<long>(),
                by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_val_signal", row => row.id));
        migrationBuilder.CreateIndex("IX_val_signal_owner_id", "val_signal", "owner_id");
        migrationBuilder.CreateIndex("IX_val_signal_right_id", "val_signal", "right_id");
        migrationBuilder.CreateTable(
            "val_benchmark_series",
            table => new
            {
                id = table.Column<string>(),
                owner_id = table.Column<string>(),
                provider = table.Column<string>(),
                as_of = table.Column<string>(),
                source = table.Column<string>(),
                measure = table.Column<string>(),
                points = table.Column<string>(),
                at = table.Column<long>(),
                by = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_val_benchmark_series", row => row.id));
        migrationBuilder.CreateIndex("IX_val_benchmark_series_owner_id", "val_benchmark_series", "owner_id");
    }
}
